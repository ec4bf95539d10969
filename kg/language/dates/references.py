"""What the grammar reads before anything is resolved: points, ranges and distances, as far as the words say them."""

from __future__ import annotations

from typing import Literal

import msgspec

from kg.language.dates.expression import Granularity

__all__ = [
    "Base",
    "Distance",
    "Fixed",
    "Interval",
    "Months",
    "Point",
    "Reading",
    "Reference",
    "SameDay",
    "Since",
    "Tense",
    "Unit",
    "Unknown",
    "Until",
    "Week",
    "Weekday",
]

Unit = Literal["day", "week", "month", "quarter", "year"]
Tense = Literal["past", "future"]
Base = Literal["publication", "anchor"]


class Point(msgspec.Struct, frozen=True):
    """A day, month or year; None is what the words leave open.

    `year_offset` and `month_offset` count from publication (`năm ngoái` -1, `tháng này` 0); `same_year`,
    `same_month` point to the date before (`cùng năm`). `lunar`: day and month of the Vietnamese lunar calendar; day 0
    is the last of the month (New Year's Eve), `cycle` the year's place in the sixty (0 is Giáp Tý). `either`: the words
    leave open which calendar (`tháng Giêng` is January in some outlets).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    same_year: bool = False
    same_month: bool = False
    weekday: int | None = None
    lunar: bool = False
    either: bool = False
    cycle: int | None = None


class Interval(msgspec.Struct, frozen=True):
    """From the first point to the last, both included; the first may lean on the month and year of the last."""

    first: Point
    last: Point


class Months(msgspec.Struct, frozen=True):
    """Months of one year, 1 to 12, both included: a quarter, a half, the first eight."""

    first: int
    last: int
    year: int | None = None
    year_offset: int | None = None
    quarter_offset: int | None = None


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week (0 is Monday); `week_offset` counts weeks from that of publication."""

    weekday: int
    week_offset: int | None = None


class Week(msgspec.Struct, frozen=True):
    """A week counted from that of publication; `rolling` is the seven days before the day of publication."""

    offset: int
    weekend: bool = False
    rolling: bool = False


class Distance(msgspec.Struct, frozen=True):
    """So many units before (negative) or after the publication date or the date that the text named last."""

    unit: Unit
    count: int
    base: Base


class Since(msgspec.Struct, frozen=True):
    """From the first day of the year or month of publication to the day of publication: `từ đầu năm đến nay`."""

    unit: Literal["month", "year"]


class SameDay(msgspec.Struct, frozen=True):
    """`cùng ngày`: the day that the text named last; with `of_story` (`trong ngày`) days far from publication do not count."""

    of_story: bool = False


class Until(msgspec.Struct, frozen=True):
    """`kéo dài đến 25/5`: from the day that the sentence named before to this one."""

    last: Point | Distance


class Fixed(msgspec.Struct, frozen=True):
    """Known as it stands: `thế kỷ 20`, `thập niên 1990`, `nhiệm kỳ 2021-2026`."""

    edtf: str


class Unknown(msgspec.Struct, frozen=True):
    """An expression of time that no date follows from: `10h30`, `ba ngày sau khi`."""


Reference = Point | Interval | Months | Weekday | Week | Distance | SameDay | Until | Since | Fixed | Unknown


class Reading(msgspec.Struct, frozen=True):
    """One recognised expression: characters `start` to `end` (half-open), the construction and what it refers to.

    `tense` is what words that belong to the expression say (`tháng Hai vừa qua`, `hôm 5/7`); `document` marks the
    day of a decree or decision, from which a story does not go on counting; `every_year` one that comes back (`hàng năm`).
    """

    start: int
    end: int
    rule: str
    granularity: Granularity
    reference: Reference
    part_of_day: str | None = None
    tense: Tense | None = None
    document: bool = False
    every_year: bool = False
