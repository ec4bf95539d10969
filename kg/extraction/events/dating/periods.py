"""Whether two EDTF dates may be of one event, and which of them says more: `2024-05` and `2024-05-22` agree, `2024-05-22` says more."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["agree", "bounds", "finer", "near"]


class Bounds(NamedTuple):
    """First and last day as sortable strings (`0000-03-29` for an unknown year); `open_year` where the year is not known."""

    first: str
    last: str
    open_year: bool


def bounds(edtf: str) -> Bounds:
    """The days that an EDTF date may mean; qualifiers (`?`, `~`) are left out of account."""
    begin, _, end = edtf.partition("/")
    begin, end = begin.strip("?~%"), end.strip("?~%")
    open_year = "X" in begin[:4] or "X" in end[:4]
    first = _day(begin, "01-01") if begin and begin != ".." else "0000-01-01"
    last = _day(end or begin, "12-31") if end != ".." else "9999-12-31"
    return Bounds(first[4:] if open_year else first, last[4:] if open_year else last, open_year)


def _day(part: str, rest: str) -> str:
    pieces = part.split("-")
    year = pieces[0]
    month = pieces[1] if len(pieces) > 1 and pieces[1].isdigit() and int(pieces[1]) <= 12 else rest[:2]
    day = pieces[2] if len(pieces) > 2 and pieces[2].isdigit() else ("01" if rest == "01-01" else "31")
    return f"{year}-{month}-{day}"


def agree(a: str | None, b: str | None) -> bool:
    """Whether two dates overlap; an unknown one agrees with every other, an unknown year with every year."""
    if a is None or b is None or a == b:
        return True
    first, second = bounds(a), bounds(b)
    if first.open_year != second.open_year:
        first = Bounds(first.first[-6:], first.last[-6:], True)
        second = Bounds(second.first[-6:], second.last[-6:], True)
    return first.first <= second.last and second.first <= first.last


def near(a: str | None, b: str | None, days: int = 14) -> bool:
    """Whether two days lie within `days` of each other: a decision is signed on one and handed over on another."""
    if a is None or b is None or len(a) != 10 or len(b) != 10 or "X" in a + b:
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= days


def finer(a: str | None, b: str | None, *, whole: bool = False) -> str | None:
    """The date that says more: the shorter span; with `whole` (visits, which last) an interval of days before a single day inside it."""
    if a is None or b is None:
        return a if b is None else b
    if whole and ("/" in a) != ("/" in b):
        interval, day = (a, b) if "/" in a else (b, a)
        return interval if len(day) >= 10 or bounds(interval).first >= bounds(day).first else day
    return min((a, b), key=_length)


def _length(edtf: str) -> tuple[int, int]:
    first, last, open_year = bounds(edtf)
    digits = [int("".join(c for c in s if c.isdigit()) or 0) for s in (first, last)]
    return digits[1] - digits[0], int(open_year)
