"""The function words that the grammars lean on (`kg/lexicon/context_words.tsv`): plurals, prepositions of place, copulas, kind words."""

from __future__ import annotations

import functools

import msgspec

from kg.lexicon.loader import TABLES, read_table

__all__ = ["beginnings", "longest_first", "words"]


class _ContextWord(msgspec.Struct, frozen=True):
    word: str
    kind: str
    source: str


@functools.cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind. Raises `KeyError` for a kind that the table does not have, since that is a slip in the code."""
    return frozenset(_by_kind()[kind])


@functools.cache
def longest_first(kind: str) -> tuple[str, ...]:
    """The words of one kind, those of more syllables first, so that `hiện đang là` is tried before `là`."""
    return tuple(sorted(_by_kind()[kind], key=lambda word: (-len(word.split()), word)))


@functools.cache
def beginnings(kind: str) -> frozenset[str]:
    """The first syllables of the words of one kind: where none of them stands, none of the words does."""
    return frozenset(word.split()[0] for word in _by_kind()[kind])


@functools.cache
def _by_kind() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for row in read_table(TABLES / "context_words.tsv", _ContextWord):
        kinds.setdefault(row.kind, []).append(row.word)
    return kinds
