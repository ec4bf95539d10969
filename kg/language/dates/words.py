"""The calendar words of `kg/lexicon/time_words.tsv` by kind, and regular expressions made of them (longest word first)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from kg.language.folding import fold
from kg.lexicon.loader import TABLES, read_table

__all__ = ["alternatives", "any_of", "number_value", "time_words"]


class _WordRow(msgspec.Struct, frozen=True):
    word: str
    kind: str
    value: str
    source: str


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    for row in read_table(TABLES / "time_words.tsv", _WordRow):
        kinds.setdefault(row.kind, {})[fold(row.word)] = row.value
    return kinds


def time_words(kind: str) -> dict[str, str]:
    """Folded word → value of one kind (`weekday`, `part_of_day`, `year_offset` …). Raises KeyError for a kind the table lacks."""
    return _table()[kind]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, any white space between their syllables, ending at a word end."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + r")(?!\w)"


def any_of(kind: str, *values: str) -> str:
    """A regular expression for any word of a kind (with one of the values, if some are given), to be matched before a position."""
    words = [word for word, value in time_words(kind).items() if not values or value in values]
    return alternatives(words).removesuffix(r"(?!\w)")


def number_value(word: str) -> int | None:
    """The value of a number in figures or in words (`3`, `ba`, `mười hai`); None for anything else."""
    folded = " ".join(word.split())
    if folded.isdecimal():
        return int(folded)
    value = time_words("number").get(folded)
    return None if value is None else int(value)
