"""Dates as EDTF text and back: writing days, months, weeks; the bounds of what is written; counting on from it."""

from __future__ import annotations

import datetime
import re

__all__ = ["add_months", "bounds", "interval", "month_text", "publication_day", "shifted_day", "week_of", "weekend_of"]

_DAY_WITHOUT_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def publication_day(published: str | None) -> datetime.date | None:
    """The day of publication in the article's own zone: as written, or in Vietnam (UTC+7) where it is given in UTC.

    Machines write UTC for outlets that publish in Vietnam; None where `published` is None or no ISO 8601 date.
    """
    if not published:
        return None
    try:
        moment = datetime.datetime.fromisoformat(published.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None and moment.utcoffset() == datetime.timedelta(0):
        moment = moment.astimezone(_VIETNAM)
    return moment.date()


def month_text(year: int | None, month: int) -> str:
    """`2022-05`, `XXXX-05`."""
    return f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}"


def interval(first: str, last: str) -> str:
    """`first/last`, or the one date where they are equal."""
    return first if first == last else f"{first}/{last}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month `count` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def week_of(day: datetime.date, weeks: int = 0) -> str:
    """Monday to Sunday of the week of `day`, `weeks` weeks on."""
    monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=weeks)
    return f"{monday}/{monday + datetime.timedelta(days=6)}"


def weekend_of(day: datetime.date, weeks: int = 0) -> str:
    """Saturday and Sunday of the week of `day`, `weeks` weeks on."""
    saturday = day + datetime.timedelta(days=5 - day.weekday(), weeks=weeks)
    return f"{saturday}/{saturday + datetime.timedelta(days=1)}"


def bounds(edtf: str | None) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of what is written; None where anything of it is unknown."""
    if edtf is None or "X" in edtf:
        return None
    first, _, last = edtf.partition("/")
    return _bound(first, end=False), _bound(last or first, end=True)


def _bound(part: str, end: bool) -> datetime.date:
    numbers = [int(n) for n in part.split("-")]
    year = numbers[0]
    month = numbers[1] if len(numbers) > 1 else 12 if end else 1
    if len(numbers) > 2:
        return datetime.date(year, month, numbers[2])
    if not end:
        return datetime.date(year, month, 1)
    after = add_months(year, month, 1)
    return datetime.date(*after, 1) - datetime.timedelta(days=1)


def shifted_day(edtf: str, days: int) -> str | None:
    """The day so many days on, also where the year is unknown, if it is the same in every year; None where it is not."""
    unknown = _DAY_WITHOUT_YEAR.fullmatch(edtf)
    if unknown is None:
        return str(datetime.date.fromisoformat(edtf) + datetime.timedelta(days=days)) if len(edtf) == 10 else None
    month, day = int(unknown[1]), int(unknown[2])
    if (month, day) == (2, 29):
        return edtf if days == 0 else None
    moved = {(datetime.date(year, month, day) + datetime.timedelta(days=days)).strftime("%m-%d") for year in (2000, 2001, 2003)}
    return f"XXXX-{moved.pop()}" if len(moved) == 1 else None
