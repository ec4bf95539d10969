"""The tables that the event grammar reads: trigger verbs and nouns, function words, cues of modality, levels of visits and relations.

Forms are matched over look-up keys of tokens, longest first; each table is read once a process.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import msgspec

from kg.extraction.sentence.view import SentenceView
from kg.language import token_keys
from kg.lexicon.loader import TABLES, read_table

__all__ = [
    "Cue",
    "EventVerb",
    "Forms",
    "Measure",
    "event_codes",
    "event_verbs",
    "measures",
    "modality_cues",
    "relation_levels",
    "visit_levels",
    "words",
]

Value = TypeVar("Value")


class EventVerb(msgspec.Struct, frozen=True):
    """A form that may tell an event: its type, how its arguments stand around it (`frame`), and a value of the frame."""

    form: str
    event: str
    frame: str
    value: str
    source: str


class Cue(msgspec.Struct, frozen=True):
    """A word that says whether an event took place; `reach` tells on which side of the trigger it stands."""

    form: str
    modality: str
    reach: str
    source: str


class VisitLevel(msgspec.Struct, frozen=True):
    """A form of a visit's level, as protocol names it."""

    form: str
    level: str
    level_en: str
    source: str


class RelationLevel(msgspec.Struct, frozen=True):
    """A form of a relationship's level; `level` is a concept of `ontology/levels.ttl`, `name` its label."""

    form: str
    level: str
    name: str
    source: str


class Measure(msgspec.Struct, frozen=True):
    """What is measured of two countries, in `unit` where a noun is counted.

    `kind` is between (two countries), pair (between, only where both are named right behind it), flow (from one to the other), inflow (into the
    one that it is said of), count (persons or things from one in the other), people (a country's, living in the other) or balance (not read).
    """

    form: str
    measure: str
    kind: str
    unit: str
    source: str


class EventCode(msgspec.Struct, frozen=True):
    """The CAMEO and PLOVER code an event type (with its value) corresponds to; empty where they have none."""

    event: str
    value: str
    cameo: str
    cameo_label: str
    plover: str
    source: str


class ClauseWord(msgspec.Struct, frozen=True):
    """A function word of the clause grammar: auxiliary, preposition, subordinator, filler, pronoun …"""

    word: str
    kind: str
    value: str
    source: str


class Forms(Generic[Value]):
    """Values by the token keys of their form; look-up at a token gives the longest forms first."""

    def __init__(self, forms: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[tuple[str, ...], list[Value]] = {}
        for form, value in forms:
            self._values.setdefault(token_keys(form), []).append(value)
        sizes: dict[str, set[int]] = {}
        ends: dict[str, set[int]] = {}
        for keys in self._values:
            sizes.setdefault(keys[0], set()).add(len(keys))
            ends.setdefault(keys[-1], set()).add(len(keys))
        self._sizes: Mapping[str, tuple[int, ...]] = {k: tuple(sorted(v, reverse=True)) for k, v in sizes.items()}
        self._ends: Mapping[str, tuple[int, ...]] = {k: tuple(sorted(v, reverse=True)) for k, v in ends.items()}

    def beginnings(self, view: SentenceView) -> list[int]:
        """The tokens at which a form may begin, in order: all others need not be asked."""
        sizes = self._sizes
        return [i for i, key in enumerate(view.token_keys) if key in sizes]

    def at(self, view: SentenceView, i: int, limit: int | None = None) -> tuple[list[Value], int] | None:
        """The values of the longest form that begins at token i (and ends at token `limit` or before), and the token after it."""
        stop = len(view) if limit is None else min(limit, len(view))
        for size in self._sizes.get(view.key(i), ()):
            if i + size > stop:
                continue
            found = self._values.get(tuple(view.token_keys[i : i + size]))
            if found is not None:
                return found, i + size
        return None

    def ending(self, view: SentenceView, j: int) -> tuple[list[Value], int] | None:
        """The values of the longest form that ends before token j, and the token it begins at."""
        for size in self._ends.get(view.key(j - 1), ()):
            if j - size >= 0:
                found = self._values.get(tuple(view.token_keys[j - size : j]))
                if found is not None:
                    return found, j - size
        return None


@functools.lru_cache(maxsize=1)
def event_verbs() -> Forms[EventVerb]:
    """`event_verbs.tsv`: the forms that may tell an event."""
    return Forms((row.form, row) for row in read_table(TABLES / "event_verbs.tsv", EventVerb))


@functools.lru_cache(maxsize=1)
def modality_cues() -> Forms[Cue]:
    """`modality_cues.tsv`: words that say that an event is planned, cancelled, denied, wished for."""
    return Forms((row.form, row) for row in read_table(TABLES / "modality_cues.tsv", Cue))


@functools.lru_cache(maxsize=1)
def visit_levels() -> Forms[VisitLevel]:
    """`visit_levels.tsv`: `chính thức`, `cấp Nhà nước` …"""
    return Forms((row.form, row) for row in read_table(TABLES / "visit_levels.tsv", VisitLevel))


@functools.lru_cache(maxsize=1)
def relation_levels() -> Forms[RelationLevel]:
    """`relation_levels.tsv`: `đối tác toàn diện` …, with the concept of `ontology/levels.ttl`."""
    return Forms((row.form, row) for row in read_table(TABLES / "relation_levels.tsv", RelationLevel))


@functools.lru_cache(maxsize=1)
def measures() -> Forms[Measure]:
    """`statistic_measures.tsv`: trade, investment, students …"""
    return Forms((row.form, row) for row in read_table(TABLES / "statistic_measures.tsv", Measure))


@functools.lru_cache(maxsize=1)
def event_codes() -> dict[tuple[str, str], EventCode]:
    """`event_codes.tsv` by event type and value; the value is empty for the type as a whole."""
    return {(row.event, row.value): row for row in read_table(TABLES / "event_codes.tsv", EventCode)}


@functools.cache
def words(kind: str) -> Forms[str]:
    """The function words of one kind of `clause_words.tsv`; their value is the row's."""
    return Forms((row.word, row.value) for row in _clause_words() if row.kind == kind)


@functools.lru_cache(maxsize=1)
def _clause_words() -> tuple[ClauseWord, ...]:
    return tuple(read_table(TABLES / "clause_words.tsv", ClauseWord))
