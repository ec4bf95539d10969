"""What is known while the readings of a text are resolved in order: the day of publication, the sentences, the dates before."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.language.dates.edtf import bounds
from kg.language.dates.expression import Method
from kg.language.dates.references import Reading, Tense
from kg.language.dates.year_choice import Period, choose_year, clause_tense

__all__ = ["NOTHING", "Date", "Scene"]

_REACH = 40  # expressions back that another one is looked for: bounds the work on a text that is all dates

_OPENING = re.compile(r"[\s\"“(–-]*(?:(?:vào|từ|trong|đến|sang|ngày|hồi)\s+)*\Z")


class Date(NamedTuple):
    """An EDTF value, how it was found, and the index of the expression it was counted from."""

    edtf: str | None
    method: Method
    anchor: int | None = None

    @property
    def year(self) -> int | None:
        """The year it begins in, None where that is unknown."""
        return None if self.edtf is None or self.edtf.startswith("X") else int(self.edtf[:4])


NOTHING = Date(None, "unresolved")


class Scene:
    """Readings and their dates so far, with the questions that later ones ask of them. Indices count all readings from 0."""

    def __init__(self, folded: str, spans: Sequence[tuple[int, int]], published: datetime.date | None) -> None:
        self.published = published
        self.readings: list[Reading] = []
        self.dates: list[Date] = []
        self._openings: dict[int, int] = {}  # start of a sentence → index of its first reading
        self._folded = folded
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def add(self, reading: Reading, date: Date) -> None:
        """Remember a reading with its date; to be called in the order of the text."""
        self._openings.setdefault(self.sentence(reading.start)[0], len(self.readings))
        self.readings.append(reading)
        self.dates.append(date)

    def sentence(self, position: int, back: int = 0) -> tuple[int, int]:
        """The sentence that holds a position, or the one `back` sentences before it (the first where there are not so many)."""
        return self._spans[max(0, bisect.bisect_right(self._starts, position) - 1 - back)]

    def tense(self, reading: Reading) -> Tense | None:
        """The tense that the expression tells, else that of its clause."""
        return reading.tense or clause_tense(self._folded, self.sentence(reading.start), reading.start, reading.end)

    def year_near_publication(self, at: Callable[[int], Period | None], reading: Reading) -> int | None:
        """The year meant by an expression without one; None without a publication date."""
        if self.published is None:
            return None
        return choose_year(at, self.published, reading.tense, lambda: self.tense(reading))

    def last_day(self, since: int = 0, near: datetime.date | None = None, *, within: int = 365, single: bool = False) -> int | None:
        """The index of the day or run of days that the text, from character `since` on, named last; decrees' dates do not count.

        With `near`, only of those `within` so many days of that day; with `single`, no run of days.
        """

        def wanted(reading: Reading, date: Date) -> bool:
            if reading.document or reading.granularity not in ("day", "interval") or not _is_day(date.edtf):
                return False
            if single and "/" in str(date.edtf):
                return False
            known = bounds(date.edtf) if near else None
            return near is None or (known is not None and abs((known[0] - near).days) <= within)

        return self._last(since, wanted)

    def last_dated(self, since: int = 0, length: int = 4) -> int | None:
        """The index of the last expression whose year is known, written with at least `length` characters (7: its month too)."""
        return self._last(since, lambda _, date: date.year is not None and len(str(date.edtf).partition("/")[0]) >= length)

    def _last(self, since: int, wanted: Callable[[Reading, Date], bool]) -> int | None:
        for index in range(len(self.readings) - 1, max(-1, len(self.readings) - 1 - _REACH), -1):
            if self.readings[index].start < since:
                return None
            if wanted(self.readings[index], self.dates[index]):
                return index
        return None

    def opens_sentence(self, reading: Reading) -> bool:
        """Whether nothing but signs and prepositions stands before the expression in its sentence."""
        return _OPENING.match(self._folded, self.sentence(reading.start)[0], reading.start) is not None

    def frame(self, reading: Reading) -> int | None:
        """The index of a stated date that opens the sentence, whose year its later dates share: `Năm 2016, …, đến tháng 11`."""
        start, _ = self.sentence(reading.start)
        opening = self._openings.get(start)
        if opening is None or reading.tense is not None:
            return None
        if self.dates[opening].method != "stated" or self.dates[opening].year is None:
            return None
        first = self.readings[opening]
        opens = _OPENING.match(self._folded, start, first.start) is not None
        single = first.granularity in ("day", "month", "part_of_month", "year", "part_of_year") and not first.document
        return opening if opens and single else None


def _is_day(edtf: str | None) -> bool:
    return edtf is not None and len(edtf.partition("/")[0]) == 10
