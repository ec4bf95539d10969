"""Recognise the time expressions of a text: at each word that can begin one every construction is tried, and the longest wins."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from kg.language.dates import continuations, days, feasts, months, relative, years
from kg.language.dates.construction import Construction
from kg.language.dates.references import Point, Reading

__all__ = ["CONSTRUCTIONS", "recognise"]

# Expressions that a day in figures may stand beside, and what may stand between the two.
_SPOKEN = frozenset({"day_from_publication", "part_of_day_from_publication", "same_day", "next_day", "weekday"})
_COUNTED = frozenset({"unit_from_date", "unit_from_event"})
_BETWEEN = re.compile(r"\s*(?P<sign>[,(–-])?\s*(?:(?:tức|nhằm)\s+)?")
_INSIDE_FIGURES = re.compile(r"(?:[/_]|\d[.,])\Z")  # 500 of 1.500, 2024 of 12/2024
_CLOSING = re.compile(r"\s*\)")

CONSTRUCTIONS: tuple[Construction, ...] = (
    *days.CONSTRUCTIONS,
    *feasts.CONSTRUCTIONS,
    *months.CONSTRUCTIONS,
    *years.CONSTRUCTIONS,
    *relative.CONSTRUCTIONS,
    *continuations.CONSTRUCTIONS,
)


def recognise(text: str, folded: str, spans: Sequence[tuple[int, int]]) -> list[Reading]:
    """Readings in order of their start, none overlapping, none crossing a span; `folded` is `fold(text)`, of the same length."""
    found: list[Reading] = []
    by_begin, trigger = _index()
    end = 0
    for start, stop in spans:
        end = max(end, start)
        for begin in trigger.finditer(folded, start, stop):
            position = begin.start()
            if position < end or _INSIDE_FIGURES.search(folded, max(0, position - 2), position):
                continue
            word = begin.group()
            candidates = by_begin["#" if word[0].isdigit() else word]
            best = _longest(candidates, folded, text, position, stop)
            if best:
                found += best
                end = best[-1].end
    return _with_appositions(found, folded)


def _with_appositions(readings: Sequence[Reading], folded: str) -> list[Reading]:
    """`hôm nay (23-4)`, `sáng hôm sau, ngày 9/8`: a day told in two ways is one expression, and the figures tell which."""
    merged: list[Reading] = []
    for reading in readings:
        before = merged[-1] if merged else None
        gap = _BETWEEN.fullmatch(folded, before.end, reading.start) if before else None
        if before and gap and (before.rule in _SPOKEN or (before.rule in _COUNTED and gap["sign"])) and _is_stated_day(reading, before):
            closing = _CLOSING.match(folded, reading.end) if gap["sign"] == "(" else None
            part = before.part_of_day or reading.part_of_day
            end = closing.end() if closing else reading.end
            merged[-1] = msgspec.structs.replace(reading, start=before.start, end=end, part_of_day=part)
        else:
            merged.append(reading)
    return merged


def _is_stated_day(reading: Reading, before: Reading) -> bool:
    if reading.rule != "day" or not isinstance(reading.reference, Point) or reading.tense == "future":
        return False
    return before.rule != "weekday" or reading.reference.weekday is None


def _longest(candidates: Sequence[Construction], folded: str, text: str, start: int, stop: int) -> Sequence[Reading]:
    """The readings of the longest match that is a time; of equal ones that of the construction named first."""
    matches = [(match.end(), -rank, match) for rank, c in enumerate(candidates) if (match := c.pattern.match(folded, start, stop))]
    for _, rank, match in sorted(matches, key=lambda item: item[:2], reverse=True):
        readings = candidates[-rank].read(match, text)
        if readings:
            return readings
    return ()


@functools.cache
def _index() -> tuple[dict[str, tuple[Construction, ...]], re.Pattern[str]]:
    """The constructions by the syllable they begin with, and a pattern that finds those syllables and figures."""
    begins: dict[str, list[Construction]] = {}
    for construction in CONSTRUCTIONS:
        for word in construction.begins:
            begins.setdefault(word, []).append(construction)
    by_letter: dict[str, list[str]] = {}
    for word in sorted(begins, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    # one branch a letter: a flat list of fifty words takes three times as long
    words = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()) if letter != "#")
    trigger = re.compile(rf"(?<![^\W_])(?:\d+|(?:{words})(?![^\W_]))")
    return {word: tuple(found) for word, found in begins.items()}, trigger
