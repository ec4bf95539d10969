"""The year of a day without one, where the article has no day of publication.

A month or year of publication fixes it; else a full date told within a month of it (`ngày 21-11-2017` … `Tối 19-11`), the year of the meeting
that it is the day of (`Ngày 26/9, tại cuộc họp năm 2018`), or what the text tells of its own year (`2017 là năm …`). All else stays `XXXX`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from kg.language.dates.edtf import bounds, month_text
from kg.language.dates.expression import TimeExpression
from kg.language.folding import fold

__all__ = ["reduced_publication", "with_known_years"]

_REDUCED = re.compile(r"(\d{4})(?:-(\d{2}))?")
_OPEN = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
_FULL = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NEAR = 31  # days; two dates of one story seldom lie further apart, and the same day of another year always does
_AHEAD = 2  # months; what lies further ahead of the day of a story is told of the year before
_OF_MEETING = re.compile(r",?\s+(?:tại|trong|ở)\s+(?:cuộc\s+họp|hội\s+nghị|kỳ\s+họp|phiên\s+họp|diễn\s+đàn|đại\s+hội)(?!\w)[^,.;:\d]*(?:\d+\s+)?")
_THIS_YEAR = re.compile(r"(?<!\d)(20\d\d)\s+là\s+năm(?!\w)")
_OFFSETS = {"nay": 0, "này": 0, "ngoái": -1}
_PARTS_OF_YEAR = frozenset({"months", "quarter", "half_year"})


def reduced_publication(published: str | None) -> tuple[int, int | None] | None:
    """Year and month of a publication date of reduced precision (`2023-09`, `2023`), None for a full date or none."""
    match = _REDUCED.fullmatch(published or "")
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def with_known_years(expressions: Sequence[TimeExpression], published: str | None, text: str) -> list[TimeExpression]:
    """The expressions with the years that publication or the text fixes; `published` and `text` are as `find_dates` has them."""
    reduced = reduced_publication(published)
    if reduced is not None:
        return [_published_in(e, *reduced) for e in expressions]
    if published:
        return list(expressions)
    return _near_full_dates(_of_this_year(_of_meetings(expressions, text), text))


def _open(expression: TimeExpression) -> re.Match[str] | None:
    return _OPEN.search(expression.edtf or "") if expression.method == "unresolved" else None


def _published_in(expression: TimeExpression, year: int, month: int | None) -> TimeExpression:
    found = _open(expression)
    if found is None:
        edtf = _told_of_publication(expression, year, month)
        return expression if edtf is None else msgspec.structs.replace(expression, edtf=edtf, method="publication")
    return _in_year(expression, year - (month is not None and int(found[1]) > month + _AHEAD), "publication", None)


def _told_of_publication(expression: TimeExpression, year: int, month: int | None) -> str | None:
    """`hôm nay`, `tháng này` are of the month of publication, `năm ngoái` of the year before; other days may lie in another month."""
    word = " ".join(fold(expression.text).split()).rpartition(" ")[2]
    rule = expression.rule.partition("/")[0]
    if expression.edtf is not None or word not in _OFFSETS:
        return None
    if rule in ("day_from_publication", "part_of_day_from_publication", "month_from_publication"):
        return None if word not in ("nay", "này") else f"{year:04}" if month is None else month_text(year, month)
    return f"{year + _OFFSETS[word]:04}" if rule == "year_from_publication" and expression.granularity == "year" else None


def _of_meetings(expressions: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """`Ngày 26/9, tại cuộc họp lần thứ 17 |năm 2018|`: the year that the meeting is called by is that of its day."""
    done = list(expressions)
    for index in range(len(done) - 1):
        day, year = done[index], done[index + 1]
        meeting = _open(day) is not None and day.granularity == "day" and year.granularity == "year" and year.method == "stated"
        if meeting and _OF_MEETING.fullmatch(text, day.end, year.start):
            done[index] = _in_year(day, int(str(year.edtf)), "context", index + 1)
    return done


def _of_this_year(expressions: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """The year that the text speaks of as its own: `2017 là năm …`, or one told up to a month (`hai tháng đầu năm 2018`) before the story's day."""
    first = next((found for e in expressions if e.granularity in ("day", "interval") and (found := _open(e))), None)
    if first is None:
        return list(expressions)
    month = int(first[1])
    stated = [int(str(e.edtf)[:4]) for e in expressions if e.method == "stated" and e.granularity != "term" and str(e.edtf)[:4].isdigit()]
    told: dict[int, int | None] = {int(found[1]): None for found in _THIS_YEAR.finditer(text)}
    for index, expression in enumerate(expressions):
        known = bounds(expression.edtf) if expression.method == "stated" and expression.granularity in _PARTS_OF_YEAR else None
        if known is not None and known[1].month <= month:
            told[known[1].year] = index
    if not told or max(told) < max(stated, default=0):
        return list(expressions)
    year = max(told)
    return [
        _in_year(e, year, "context", told[year]) if (found := _open(e)) is not None and int(found[1]) <= month + _AHEAD else e for e in expressions
    ]


def _near_full_dates(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    full = _full_dates(expressions)
    done: list[TimeExpression] = []
    for expression in expressions:
        found = _open(expression)
        near = _nearest(found, full) if found is not None else None
        done.append(expression if near is None else _in_year(expression, near[0].year, "context", near[1]))
    return done


def _in_year(expression: TimeExpression, year: int, method: str, anchor: int | None) -> TimeExpression:
    edtf = (expression.edtf or "").replace("XXXX", f"{year:04}")
    return msgspec.structs.replace(expression, edtf=edtf, method=method, anchor=anchor)


def _full_dates(expressions: Sequence[TimeExpression]) -> list[tuple[datetime.date, int]]:
    """The days whose year is known, with the index of their expression."""
    dates = []
    for index, expression in enumerate(expressions):
        for match in _FULL.finditer(expression.edtf or "") if expression.method in ("stated", "context") else ():
            try:
                dates.append((datetime.date(int(match[1]), int(match[2]), int(match[3])), index))
            except ValueError:
                continue
    return dates


def _nearest(open_date: re.Match[str], full: Sequence[tuple[datetime.date, int]]) -> tuple[datetime.date, int] | None:
    """The full date within a month of the open one in its own year, the nearest of them."""
    near = []
    for known, index in full:
        try:
            day = datetime.date(known.year, int(open_date[1]), int(open_date[2] or 15))
        except ValueError:
            continue
        if abs((day - known).days) <= _NEAR:
            near.append((abs((day - known).days), index, known))
    return (min(near)[2], min(near)[1]) if near else None
