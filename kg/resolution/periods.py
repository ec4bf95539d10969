"""EDTF dates (ISO 8601-2) of events as spans of days: which day is the first they can mean, which the last.

Known here: years, months, days, `X` for figures that are not known, intervals, quarters and halves of a year, and `?`, `~`, `%`.
"""

from __future__ import annotations

import datetime
import functools
import re
from typing import NamedTuple

from kg.model import Precision

__all__ = ["Period", "days_apart", "may_be_one", "period_of", "precision_of"]

_ONE_DAY = datetime.timedelta(days=1)
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?")
_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
# ISO 8601-2, 4.8: 33–36 quarters, 37–39 thirds, 40–41 halves of a year: (first month, number of months)
_PARTS_OF_YEAR = {
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}


class Period(NamedTuple):
    """The days a date can mean, both inclusive; None where that end is not known. `yearless` is (month, day) of `XXXX-03-29`."""

    begin: datetime.date | None = None
    end: datetime.date | None = None
    yearless: tuple[int, int] | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.begin is not None and self.end is not None

    @property
    def is_day(self) -> bool:
        """Whether it is one single day."""
        return self.begin is not None and self.begin == self.end

    @property
    def length(self) -> int:
        """Days; a great number where an end is not known."""
        return (self.end - self.begin).days + 1 if self.begin and self.end else 1_000_000


UNKNOWN = Period()


@functools.lru_cache(maxsize=16384)
def period_of(date: str | None) -> Period:
    """The period that an EDTF string means; what is no EDTF of the kinds known here is unknown.

    >>> period_of("2023-09-10/2023-09-11").length, period_of("2015-07").end, period_of("XXXX-03-29").yearless
    (2, datetime.date(2015, 7, 31), (3, 29))
    """
    if not date:
        return UNKNOWN
    if "/" in date:
        first, _, last = date.partition("/")
        one, other = _single(first), _single(last)
        if one.begin and other.end and one.begin > other.end:
            return UNKNOWN
        return Period(one.begin, other.end)
    return _single(date)


def precision_of(date: str) -> Precision | None:
    """Whether an EDTF string is a plain day, month or year; None for all else, such as a quarter, an interval or what is approximate.

    >>> precision_of("2021-04-07"), precision_of("2021-04"), precision_of("2021"), precision_of("2021~"), precision_of("2021-33")
    ('day', 'month', 'year', None, None)
    """
    if not _PLAIN.fullmatch(date) or not _single(date).known:
        return None
    return "day" if len(date) == 10 else "month" if len(date) == 7 else "year"


def _single(date: str) -> Period:
    match = _DATE.fullmatch(date.strip().rstrip("?~%"))
    if match is None:
        return UNKNOWN
    year, month, day = match["year"], match["month"], match["day"]
    try:
        if "X" in year:
            if year == "XXXX" and month and day and "X" not in month + day:
                datetime.date(2024, int(month), int(day))  # 2024 has a 29 February
                return Period(yearless=(int(month), int(day)))
            return Period(_day(year.replace("X", "0"), "01", "01"), _day(year.replace("X", "9"), "12", "31")) if year[0] != "X" else UNKNOWN
        if month is None or month == "XX":
            return Period(_day(year, "01", "01"), _day(year, "12", "31"))
        if int(month) in _PARTS_OF_YEAR:
            first, months = _PARTS_OF_YEAR[int(month)]
            return Period(datetime.date(int(year), first, 1), _last_day(int(year), first + months - 1))
        if day is None or day == "XX":
            return Period(_day(year, month, "01"), _last_day(int(year), int(month)))
        if "X" in day:
            last = min(int(day.replace("X", "9")), _last_day(int(year), int(month)).day)
            return Period(_day(year, month, str(max(int(day.replace("X", "0")), 1))), datetime.date(int(year), int(month), last))
        return Period(_day(year, month, day), _day(year, month, day))
    except ValueError:
        return UNKNOWN


def _day(year: str, month: str, day: str) -> datetime.date:
    return datetime.date(max(int(year), 1), int(month), int(day))


def _last_day(year: int, month: int) -> datetime.date:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - _ONE_DAY


def may_be_one(one: Period, other: Period) -> bool:
    """Whether the two share a day: `2015-07` and `2015-07-07` may be one date, two different days may not."""
    if one.yearless or other.yearless:
        known = other if one.yearless else one
        month_day = one.yearless or other.yearless
        if known.yearless:
            return one.yearless == other.yearless
        return known.begin is not None and known.is_day and (known.begin.month, known.begin.day) == month_day
    return (one.begin or datetime.date.min) <= (other.end or datetime.date.max) and (other.begin or datetime.date.min) <= (
        one.end or datetime.date.max
    )


def days_apart(one: Period, other: Period) -> int | None:
    """Days between two known periods, 0 where they share a day; None where an end is not known."""
    if not (one.begin and one.end and other.begin and other.end):
        return None
    return max((other.begin - one.end).days, (one.begin - other.end).days, 0)
