"""The year of a day without one, where the article has no day of publication: from a month or year of publication, or from a full date told
within a month of it (`ngày 21-11-2017` … `Tối 19-11`). Everything else stays `XXXX`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from kg.language.dates.expression import TimeExpression

__all__ = ["reduced_publication", "with_known_years"]

_REDUCED = re.compile(r"(\d{4})(?:-(\d{2}))?")
_OPEN = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
_FULL = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NEAR = 31  # days; two dates of one story seldom lie further apart, and the same day of another year always does


def reduced_publication(published: str | None) -> tuple[int, int | None] | None:
    """Year and month of a publication date of reduced precision (`2023-09`, `2023`), None for a full date or none."""
    match = _REDUCED.fullmatch(published or "")
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def with_known_years(expressions: Sequence[TimeExpression], published: str | None) -> list[TimeExpression]:
    """The expressions with the years that publication or a neighbouring full date fixes; `published` is as `find_dates` has it."""
    reduced = reduced_publication(published)
    full = [] if published else _full_dates(expressions)
    if reduced is None and not full:
        return list(expressions)
    done: list[TimeExpression] = []
    for expression in expressions:
        open_date = _OPEN.search(expression.edtf or "")
        if open_date is None or expression.method != "unresolved":
            done.append(expression)
            continue
        month = int(open_date[1])
        if reduced is not None:
            # what lies well after the month of publication is told of the year before
            year = reduced[0] - (reduced[1] is not None and month > reduced[1] + 2)
            done.append(_in_year(expression, year, "publication", None))
        else:
            near = _nearest(open_date, full)
            done.append(expression if near is None else _in_year(expression, near[0].year, "context", near[1]))
    return done


def _in_year(expression: TimeExpression, year: int, method: str, anchor: int | None) -> TimeExpression:
    edtf = (expression.edtf or "").replace("XXXX", f"{year:04}")
    return msgspec.structs.replace(expression, edtf=edtf, method=method, anchor=anchor)


def _full_dates(expressions: Sequence[TimeExpression]) -> list[tuple[datetime.date, int]]:
    dates = []
    for index, expression in enumerate(expressions):
        for match in _FULL.finditer(expression.edtf or "") if expression.method == "stated" else ():
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
