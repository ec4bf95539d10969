"""What comes out: a time expression with its place in the text, its EDTF value and how that value was found."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Granularity", "Method", "TimeExpression"]

Granularity = Literal[
    "time", "day", "weekend", "week", "part_of_month", "month", "quarter", "half_year", "months", "part_of_year",
    "year", "decade", "century", "interval", "term",
]  # fmt: skip
Method = Literal["stated", "publication", "context", "unresolved"]


class TimeExpression(msgspec.Struct, frozen=True):
    """One expression of time: `text[start:end] == expression.text`.

    `edtf` is ISO 8601-2 (`2023-06-30`, `2022-05`, `2023-06-28/2023-07-02`, `XXXX-03-29` where the year cannot be known)
    or None where nothing can be known. `method` tells what fixed it: the expression itself (stated), the publication
    date (publication), another expression of the text (context; `anchor` is its index in the list), or nothing
    (unresolved: `edtf` is None or has X in it). `part_of_day` is sáng, trưa, chiều, tối or đêm where the text says so.
    `rule` names the construction; `/quoted` at its end says that it stands in somebody's words, whose day of
    speaking may be another than that of publication.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    granularity: Granularity
    method: Method
    part_of_day: str | None = None
    anchor: int | None = None
    rule: str = ""
