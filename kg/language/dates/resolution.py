"""Readings into time expressions: each kind of reference has its way to a date, with or without the day of publication."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Sequence

from kg.language.dates import edtf as written
from kg.language.dates.calendar_points import interval_date, months_date, point_date
from kg.language.dates.expression import TimeExpression
from kg.language.dates.references import Distance, Fixed, Interval, Months, Point, Reading, SameDay, Since, Unit, Until, Week, Weekday
from kg.language.dates.scene import NOTHING, Date, Scene

__all__ = ["resolve"]

_STORY, _REPORT = 8, 16  # sentences that a story goes on for about one day; that it comes back to its day within
_MONTH, _YEAR = 31, 365  # days
_QUOTE = re.compile(r"[“”\"\n]")


def resolve(readings: Sequence[Reading], text: str, folded: str, spans: Sequence[tuple[int, int]], published: str | None) -> list[TimeExpression]:
    """One expression a reading, in the same order; `spans` are the sentences, `published` ISO 8601 or None."""
    scene = Scene(folded, spans, written.publication_day(published))
    for reading in readings:
        scene.add(reading, _date(reading, scene))
    turns = _quotation_turns(text) if readings else []
    return [
        TimeExpression(
            start=reading.start,
            end=reading.end,
            text=text[reading.start : reading.end],
            edtf=date.edtf,
            granularity=reading.granularity,
            method=date.method,
            part_of_day=reading.part_of_day,
            anchor=date.anchor,
            rule=reading.rule + ("/quoted" if bisect.bisect(turns, reading.start) % 2 else ""),
        )
        for reading, date in zip(readings, scene.dates, strict=True)
    ]


def _date(reading: Reading, scene: Scene) -> Date:
    match reading.reference:
        case Point() as point:
            return point_date(point, reading, scene)
        case Interval() as interval:
            return interval_date(interval, reading, scene)
        case Months() as months:
            return months_date(months, reading, scene)
        case Fixed(edtf=edtf):
            return Date(edtf, "stated")
        case SameDay(of_story=True):
            return _day_of_story(reading, scene)
        case SameDay():
            return _same_day(reading, scene)
        case Until(last=last):
            return _until(last, reading, scene)
        case Distance(unit=unit, count=count, base="anchor"):
            return _from_anchor(unit, count, reading, scene)
        case Distance() as distance:
            return _from_publication(distance, scene)
        case Weekday() as weekday if scene.published:
            return Date(str(_weekday(weekday, reading, scene, scene.published)), "publication")
        case Week() as week if scene.published:
            return Date(_week(week, scene.published), "publication")
        case Since(unit=unit) if scene.published:
            start = scene.published.replace(day=1) if unit == "month" else scene.published.replace(month=1, day=1)
            return Date(written.interval(str(start), str(scene.published)), "publication")
        case _:
            return NOTHING


def _same_day(reading: Reading, scene: Scene) -> Date:
    """The day named last. None after a run of days, and where it is of another year than the story, which has a day of its own."""
    since = scene.sentence(reading.start, back=_STORY)[0]
    index = scene.last_day(since)
    if index is None or "/" in str(scene.dates[index].edtf):
        return NOTHING
    if scene.dates[index].method == "stated" and scene.published is not None:
        known = written.bounds(scene.dates[index].edtf)
        of_story = scene.last_day(since, near=scene.published)
        if known and of_story is not None and of_story != index and abs((known[0] - scene.published).days) > _YEAR:
            return NOTHING
    return Date(scene.dates[index].edtf, "context", index)


def _day_of_story(reading: Reading, scene: Scene) -> Date:
    """`Trong ngày,`: the single day named last; where publication is known, one near it, for days of long ago are told aside."""
    index = scene.last_day(scene.sentence(reading.start, back=_REPORT)[0], near=scene.published, within=_MONTH, single=True)
    return NOTHING if index is None else Date(scene.dates[index].edtf, "context", index)


def _until(last: Point | Distance, reading: Reading, scene: Scene) -> Date:
    """From the day that the sentence named before; where it names none, the last day alone is known."""
    index = scene.last_day(scene.sentence(reading.start)[0], single=True)
    end = point_date(last, reading, scene) if isinstance(last, Point) else _from_publication(last, scene)
    if index is None or end.edtf is None:
        return end
    begin = str(scene.dates[index].edtf)
    if len(begin) != len(end.edtf) or begin.startswith("X") != end.edtf.startswith("X") or begin > end.edtf:
        return end
    return Date(written.interval(begin, end.edtf), "unresolved" if begin.startswith("X") else "context", index)


def _from_publication(distance: Distance, scene: Scene) -> Date:
    return NOTHING if scene.published is None else Date(_moved(scene.published, distance.unit, distance.count), "publication")


def _from_anchor(unit: Unit, count: int, reading: Reading, scene: Scene) -> Date:
    """Counted from a date of this sentence or the two before; days and weeks want a day there, months a month, years a year."""
    since = scene.sentence(reading.start, back=2)[0]
    if unit in ("day", "week"):
        index = scene.last_day(since)
        if index is None and abs(count) == 1 and scene.published is not None and scene.opens_sentence(reading):
            index = _day_of_story(reading, scene).anchor  # `Một ngày trước đó, …` turns back from the day that the story is on
        if index is None:
            return NOTHING
        first, _, last = str(scene.dates[index].edtf).partition("/")
        if unit == "day" and last:
            begun = scene.last_day(scene.sentence(scene.readings[index].start)[0], single=True)
            if begun is not None and scene.dates[begun].edtf == first:
                # `tới B |ngày 22/5|, bắt đầu chuyến thăm từ 22 đến 25/5. Sáng hôm sau, …`: the day after the arrival
                moved = written.shifted_day(first, count)
                return NOTHING if moved is None else Date(moved, "context", begun)
            if scene.published is not None and str(scene.published) <= last and count > 0:
                return NOTHING  # a run of days that is not over yet: nobody knows from which of them on
        if unit == "day":
            moved = written.shifted_day(last if last and count > 0 else first, count)
            return NOTHING if moved is None else Date(moved, "context", index)
        known = written.bounds(last or first)
        return NOTHING if known is None else Date(written.week_of(known[0], count), "context", index)
    index = scene.last_dated(since, length=7 if unit == "month" else 4)
    if index is None:
        return NOTHING
    edtf = str(scene.dates[index].edtf)
    if unit == "year":
        return Date(f"{int(edtf[:4]) + count:04d}", "context", index)
    return Date(written.month_text(*written.add_months(int(edtf[:4]), int(edtf[5:7]), count)), "context", index)


def _moved(day: datetime.date, unit: Unit, count: int) -> str:
    """So many units from a day, as exact as the unit: a day, a week from Monday to Sunday, a month, a year."""
    if unit == "day":
        return str(day + datetime.timedelta(days=count))
    if unit == "week":
        return written.week_of(day, count)
    if unit == "month":
        return written.month_text(*written.add_months(day.year, day.month, count))
    return f"{day.year + count:04d}"


def _week(week: Week, published: datetime.date) -> str:
    if week.rolling:
        return f"{published - datetime.timedelta(days=7)}/{published - datetime.timedelta(days=1)}"
    return written.weekend_of(published, week.offset) if week.weekend else written.week_of(published, week.offset)


def _weekday(reference: Weekday, reading: Reading, scene: Scene, published: datetime.date) -> datetime.date:
    """With a week, that day of it; else the last such day up to publication, or the next one where the words look ahead."""
    this = published + datetime.timedelta(days=reference.weekday - published.weekday())
    if reference.week_offset is not None:
        return this + datetime.timedelta(weeks=reference.week_offset)
    if scene.tense(reading) == "future":
        return this if this >= published else this + datetime.timedelta(weeks=1)
    return this if this <= published else this - datetime.timedelta(weeks=1)


def _quotation_turns(text: str) -> list[int]:
    """Characters at which a quotation opens and closes, in turn; the end of a line closes what is open."""
    turns: list[int] = []
    for mark in _QUOTE.finditer(text):
        is_open = len(turns) % 2 == 1
        closes = mark.group() in ("”", '"', "\n")
        opens = mark.group() in ("“", '"')
        if (is_open and closes) or (not is_open and opens):
            turns.append(mark.end() if not is_open else mark.start())
    return turns
