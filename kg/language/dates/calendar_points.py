"""Days, months and years that the words name into dates: the year stated, shared with another date, or seen from publication."""

from __future__ import annotations

import datetime

import msgspec

from kg.language.dates import edtf as written
from kg.language.dates.expression import Method
from kg.language.dates.lunar import FIRST_YEAR, LAST_YEAR, gregorian
from kg.language.dates.references import Interval, Months, Point, Reading
from kg.language.dates.scene import NOTHING, Date, Scene
from kg.language.dates.year_choice import Period

__all__ = ["interval_date", "months_date", "point_date"]


def point_date(point: Point, reading: Reading, scene: Scene) -> Date:
    """A day, month or year; XXXX for a year that nothing tells."""
    if point.either:
        return NOTHING
    if point.lunar:
        return _lunar(point, reading, scene)
    if point.month_offset is not None:
        return _of_month_from_publication(point.month_offset, point.day, scene)
    if point.month is None and point.day is not None:
        return _day_alone(point.day, point.same_month, reading, scene)
    if point.same_month:
        index = scene.last_dated(length=7)
        return NOTHING if index is None else Date(str(scene.dates[index].edtf)[:7], "context", index)
    year = _year(point, reading, scene)
    if point.month is None and year.edtf is None:
        return NOTHING
    return year._replace(edtf=_text(year.year, point.month, point.day))


def interval_date(reference: Interval, reading: Reading, scene: Scene) -> Date:
    """Both ends; an end without a year takes that of the other, one less or more where the interval runs over New Year."""
    first, last = reference.first, reference.last
    if first.lunar or last.lunar or first.month_offset is not None:
        return _joined(point_date(first, reading, scene), point_date(last, reading, scene))
    over_new_year = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
    if last.year is not None and first.year is None:
        first = msgspec.structs.replace(first, year=last.year - over_new_year)
    elif first.year is not None and last.year is None:
        last = msgspec.structs.replace(last, year=first.year + over_new_year)
    if first.year is not None:
        return _joined(point_date(first, reading, scene), point_date(last, reading, scene))
    if last.year_offset is not None or last.same_year:
        end = point_date(last, reading, scene)
        begin_year = None if end.year is None else end.year - over_new_year
        return _joined(end._replace(edtf=_text(begin_year, first.month, first.day)), end)
    begin = point_date(first, reading, scene)
    end_year = None if begin.year is None else begin.year + over_new_year
    return _joined(begin, begin._replace(edtf=_text(end_year, last.month, last.day)))


def months_date(months: Months, reading: Reading, scene: Scene) -> Date:
    """Months of one year, from the first to the last."""
    first, last, year = months.first, months.last, months.year
    method: Method = "stated"
    if year is None and scene.published is not None:
        method = "publication"
        if months.quarter_offset is not None:
            quarter = (scene.published.month - 1) // 3
            year, first = written.add_months(scene.published.year, 3 * quarter + 1, 3 * months.quarter_offset)
            last = first + 2
        elif months.year_offset is not None:
            year = scene.published.year + months.year_offset
        else:
            # the first nine months are told when they are over: what lies near publication is their end
            told_from = last if first == 1 and last != 3 else first
            year = scene.year_near_publication(lambda y: _period(y, told_from, None, last), reading)
    elif months.quarter_offset is not None:
        return NOTHING
    if year is None:
        method = "unresolved"
    return Date(written.interval(written.month_text(year, first), written.month_text(year, last)), method)


def _year(point: Point, reading: Reading, scene: Scene) -> Date:
    """`năm 2013`; `cùng năm`; `năm trước` beside another year; `năm ngoái`; the opening year of the sentence; the nearest one."""
    if point.year is not None or reading.every_year:
        return Date(None if point.year is None else str(point.year), "stated")
    if point.same_year:
        leaning = point.year_offset is not None  # `năm trước` leans only on a year of its own sentence
        index = scene.last_dated(scene.sentence(reading.start)[0] if leaning else 0)
        year = None if index is None else scene.dates[index].year
        if year is not None:
            return Date(f"{year + (point.year_offset or 0):04d}", "context", index)
        if not leaning:
            return NOTHING
    if point.year_offset is not None:
        return NOTHING if scene.published is None else Date(str(scene.published.year + point.year_offset), "publication")
    if point.month is None:
        return NOTHING
    index = scene.frame(reading)
    if index is not None:
        return Date(f"{scene.dates[index].year:04d}", "context", index)
    month, day = point.month, point.day
    chosen = scene.year_near_publication(lambda year: _period(year, month, day, weekday=point.weekday), reading)
    if chosen is None and point.weekday is not None:  # no such weekday in the years around: a slip of the paper
        chosen = scene.year_near_publication(lambda year: _period(year, month, day), reading)
    return NOTHING if chosen is None else Date(str(chosen), "publication")


def _of_month_from_publication(offset: int, day: int | None, scene: Scene) -> Date:
    if scene.published is None:
        return NOTHING if day is None else Date(f"XXXX-XX-{day:02d}", "unresolved")
    year, month = written.add_months(scene.published.year, scene.published.month, offset)
    return NOTHING if day and not _existing(year, month, day) else Date(_text(year, month, day), "publication")


def _day_alone(day: int, same_month: bool, reading: Reading, scene: Scene) -> Date:
    """`ngày 5` without a month: next to a day named in this sentence or the one before, else to publication."""
    index = scene.last_dated(length=7) if same_month else scene.last_day(scene.sentence(reading.start, back=1)[0])
    known = None if index is None else written.bounds(scene.dates[index].edtf)
    if index is not None and (known is None or same_month):
        return Date(f"{str(scene.dates[index].edtf)[:7]}-{day:02d}", "context", index)
    base = known[1] if known else scene.published
    if base is None or same_month:
        return Date(f"XXXX-XX-{day:02d}", "unresolved")
    months = [written.add_months(base.year, base.month, offset) for offset in (-1, 0, 1)]
    days = [found for year, month in months if (found := _existing(year, month, day))]
    if index is None and scene.tense(reading) == "past":
        days = [found for found in days if found <= base] or days
    nearest = min(days, key=lambda found: abs((found - base).days))
    return Date(str(nearest), "publication" if index is None else "context", index)


def _lunar(point: Point, reading: Reading, scene: Scene) -> Date:
    month, day, year = point.month, point.day, point.year
    if month is None or day is None:
        return NOTHING
    if year is None and scene.published is not None:
        if point.year_offset is not None:
            year = scene.published.year + point.year_offset
        elif point.cycle is not None:
            near = scene.published.year
            year = next(y for y in range(near - 29, near + 31) if (y - 4) % 60 == point.cycle)
        else:
            year = scene.year_near_publication(lambda y: _lunar_period(y, month, day), reading)
    date = None if year is None or not FIRST_YEAR <= year <= LAST_YEAR else gregorian(year, month, day)
    return NOTHING if date is None else Date(str(date), "publication" if point.year is None else "stated")


def _lunar_period(year: int, month: int, day: int) -> Period | None:
    date = gregorian(year, month, day)
    return (date, date) if date else None


def _period(year: int, month: int, day: int | None, last_month: int | None = None, weekday: int | None = None) -> Period | None:
    """First and last day of a day or of months in a year; None where there is no such day, or it is another day of the week."""
    if day is not None:
        found = _existing(year, month, day)
        return (found, found) if found and weekday in (None, found.weekday()) else None
    end = written.bounds(written.month_text(year, last_month or month))
    return (datetime.date(year, month, 1), end[1]) if end else None


def _existing(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _text(year: int | None, month: int | None, day: int | None) -> str:
    text = "XXXX" if year is None else f"{year:04d}"
    return text + ("" if month is None else f"-{month:02d}") + ("" if day is None else f"-{day:02d}")


def _joined(first: Date, last: Date) -> Date:
    if first.edtf is None or last.edtf is None:
        return NOTHING
    return first._replace(edtf=written.interval(first.edtf, last.edtf))
