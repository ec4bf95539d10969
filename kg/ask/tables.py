"""The tables of asking: `words.tsv` (forms → class of words), `constructions.tsv` (pattern of classes → named question), and others.

A pattern is classes in order; `[X]` may be missing, `(X|Y)` is either, `CLASS=name` gives the thing to a parameter, `{macro}` stands for
a part that many patterns share. It is expanded when the tables are read, so that matching sees plain sequences.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.ask.answer import Language
from kg.errors import LexiconError
from kg.lexicon.loader import read_table

__all__ = ["Construction", "DateWord", "Element", "NameForm", "TitleForm", "Told", "ToldValue", "Word", "constructions", "date_words",
           "name_forms", "title_forms", "told", "told_values", "words"]  # fmt: skip

TABLES = Path(__file__).parent
_MACROS: dict[str, str] = {
    "one": "(PERSON=person|OFFICE=office|LEADER [OF] COUNTRY=country|COUNTRY=country LEADER)",
    "other": "(PERSON=other|OFFICE=other_office|LEADER [OF] COUNTRY=other_country|COUNTRY=other_country LEADER)",
    "visitor": "(PERSON=person|OFFICE=office|LEADER [OF] COUNTRY=home|COUNTRY=home LEADER)",
    "to": "(COUNTRY=destination|PLACE=destination|ORGANIZATION=destination)",
    "pair": "COUNTRY=country [AND] COUNTRY=other",
    "thing": "(PERSON=about|COUNTRY=about|ORGANIZATION=about|PLACE=about|AGREEMENT=about|OFFICE=about)",
}
_TOKEN = re.compile(r"[\[\]()|]|[^\s\[\]()|]+")


class Word(msgspec.Struct, frozen=True):
    """A form of one or more syllables and the class of words it belongs to."""

    form: str
    language: Language
    word_class: str = msgspec.field(name="class")
    source: str = ""


class TitleForm(msgspec.Struct, frozen=True):
    """A title as people ask for it and the roles of the lexicon it may mean (`President` is that of the US and that of Viet Nam)."""

    form: str
    language: Language
    roles: str
    source: str


class NameForm(msgspec.Struct, frozen=True):
    """Another form of a name: of a country, such as the adjective (`French`), `meaning` its ISO code; of a level, `meaning` its concept."""

    form: str
    kind: str
    meaning: str
    source: str


class DateWord(msgspec.Struct, frozen=True):
    """A word of English or of Vietnamese without diacritics that belongs to a date: what it does (`kind`) and its `value`."""

    form: str
    language: Language
    kind: str
    value: str
    source: str


class Told(msgspec.Struct, frozen=True):
    """How a row of a question is told: `{column}`, with `[…]` left out where a column in it is empty; `{shown}` is the day or days from
    column `first` to column `last`. `about` is the variable of the
    query whose claims are the evidence, or the name of a question that gives the sentences.
    """

    question: str
    vi: str
    en: str
    about: str


class ToldValue(msgspec.Struct, frozen=True):
    """How a value of a column is told, such as `before` of `evidence`."""

    column: str
    value: str
    vi: str
    en: str


class Element(NamedTuple):
    """One place of a sequence: a class, and the parameter that takes what stands there (empty: none)."""

    word_class: str
    parameter: str


class Construction(msgspec.Struct, frozen=True):
    """One way of asking. `narrowed` is the question asked when the words give a period or a place, `on_day` for a single day;
    `=` is the same question, empty: it cannot be asked so.
    """

    language: Language
    pattern: str
    question: str
    narrowed: str
    on_day: str
    example: str

    def target(self, dated: bool, placed: bool, day: bool) -> tuple[str, dict[str, str]] | None:
        """The named question and the parameters it always has, or None where it cannot be asked with these limits."""
        asked = self.question
        if dated or placed:
            limited = self.on_day if day and self.on_day and not placed else self.narrowed
            asked = self.question if limited == "=" else limited
        if not asked:
            return None
        name, *constants = asked.split()
        return name, dict(constant.split("=", 1) for constant in constants)


@functools.cache
def words() -> tuple[Word, ...]:
    """All forms of the classes."""
    return tuple(read_table(TABLES / "words.tsv", Word))


@functools.cache
def title_forms() -> tuple[TitleForm, ...]:
    """Titles beside those of the lexicon."""
    return tuple(read_table(TABLES / "titles.tsv", TitleForm))


@functools.cache
def name_forms() -> tuple[NameForm, ...]:
    """Names of countries and levels beside those of the lexicon and the ontology."""
    return tuple(read_table(TABLES / "name_forms.tsv", NameForm))


@functools.cache
def date_words() -> tuple[DateWord, ...]:
    """Words of dates that `kg.language.dates` does not read."""
    return tuple(read_table(TABLES / "date_words.tsv", DateWord))


@functools.cache
def told() -> dict[str, Told]:
    """How rows are told, by question."""
    return {row.question: row for row in read_table(TABLES / "told.tsv", Told)}


@functools.cache
def told_values() -> dict[tuple[str, str], ToldValue]:
    """Values that are told in words, by column and value."""
    return {(row.column, row.value): row for row in read_table(TABLES / "told_values.tsv", ToldValue)}


@functools.cache
def constructions() -> tuple[tuple[Construction, tuple[tuple[Element, ...], ...]], ...]:
    """Every construction with all its plain sequences."""
    return tuple((row, tuple(dict.fromkeys(_sequences(row)))) for row in read_table(TABLES / "constructions.tsv", Construction))


def _sequences(row: Construction) -> Iterator[tuple[Element, ...]]:
    pattern = re.sub(r"\{(\w+)\}", lambda macro: _MACROS[macro[1]], row.pattern)
    tokens = _TOKEN.findall(pattern)
    found, end = _either(tokens, 0)
    if end != len(tokens):
        raise LexiconError(f"{TABLES / 'constructions.tsv'}: {row.pattern!r} has a bracket that opens or closes nothing")
    for sequence in found:
        yield tuple(Element(*(*name.split("=", 1), "")[:2]) for name in sequence)


def _either(tokens: list[str], start: int) -> tuple[list[tuple[str, ...]], int]:
    """The sequences from `start` to the bracket that closes, and its place."""
    whole: list[tuple[str, ...]] = []
    branch: list[tuple[str, ...]] = [()]
    at = start
    while at < len(tokens) and tokens[at] not in {"]", ")"}:
        token = tokens[at]
        if token == "|":
            whole += branch
            branch = [()]
        elif token in {"[", "("}:
            inner, at = _either(tokens, at + 1)
            if token == "[":
                inner = [(), *inner]
            branch = [before + after for before in branch for after in inner]
        else:
            branch = [(*before, token) for before in branch]
        at += 1
    return whole + branch, at
