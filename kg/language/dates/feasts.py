"""Days of the lunar year by name: `mùng 2 Tết`, `30 Tết`, `giao thừa Tết Ất Tỵ`, `rằm tháng Giêng`."""

from __future__ import annotations

import re

from kg.language.dates.construction import Construction, part_of_day
from kg.language.dates.patterns import pattern, read_cycle, read_month, read_year
from kg.language.dates.references import Point, Reading
from kg.language.dates.words import time_words

__all__ = ["CONSTRUCTIONS"]

_PARTS = frozenset(word.split()[0] for word in time_words("part_of_day"))
_YEAR_OF_TET = r"(?P<year>(?: nguyên đán)?(?: <CYCLE>)?(?:,? năm <CYCLE>)?(?:,?(?: năm)? <Y>)?)"

_TET = pattern(
    r"(?:(?P<part><PART>) )?(?:ngày )?(?:m[ùồ]ng (?P<day><D>)|(?P<eve>30|29)|(?P<last>giao thừa)) (?:của )?tết" + _YEAR_OF_TET
)
# `giao thừa` alone is the eve of either New Year
_NEW_YEARS_EVE = pattern(
    r"(?:(?P<part><PART>) )?giao thừa(?P<year> (?:tết(?: nguyên đán)?|(?:xuân |năm )?<CYCLE>)"
    r"(?: <CYCLE>)?(?:,? năm <CYCLE>)?(?:,?(?: năm)? <Y>)?)"
)
_FULL_MOON = pattern(
    r"(?:(?P<part><PART>) )?(?:ngày )?rằm tháng (?P<month><MONTH>)(?: âm lịch)?(?P<year>(?:,?(?: năm)? (?:<CYCLE>|<Y>)|<WHICHYEAR>)?)"
)


def _read_tet(match: re.Match[str], text: str) -> list[Reading]:
    """`mùng 2 Tết` is of the first month; `30 Tết` closes the year before the one that the feast is named after."""
    year, _, _ = read_year(match["year"])
    cycle = read_cycle(match["year"])
    if match["day"]:
        return [_reading(match, Point(year, 1, int(match["day"]), lunar=True, cycle=cycle))]
    day = int(match["eve"]) if match["eve"] else 0
    before = None if year is None else year - 1
    return [_reading(match, Point(before, 12, day, lunar=True, cycle=None if cycle is None else (cycle - 1) % 60))]


def _read_new_years_eve(match: re.Match[str], text: str) -> list[Reading]:
    year, _, _ = read_year(match["year"])
    cycle = read_cycle(match["year"])
    before = None if year is None else year - 1
    return [_reading(match, Point(before, 12, 0, lunar=True, cycle=None if cycle is None else (cycle - 1) % 60))]


def _read_full_moon(match: re.Match[str], text: str) -> list[Reading]:
    month = read_month(match["month"])
    if month is None:
        return []
    year, offset, _ = read_year(match["year"])
    return [_reading(match, Point(year, month[0], 15, offset, lunar=True, cycle=read_cycle(match["year"])))]


def _reading(match: re.Match[str], point: Point) -> Reading:
    return Reading(match.start(), match.end(), "lunar_feast", "day", point, part_of_day(match["part"]))


CONSTRUCTIONS = (
    Construction("lunar_feast", _PARTS | {"#", "ngày", "mùng", "mồng", "giao"}, _TET, _read_tet, "mùng 2 Tết"),
    Construction("lunar_feast", _PARTS | {"giao"}, _NEW_YEARS_EVE, _read_new_years_eve, "đêm giao thừa Tết Ất Tỵ"),
    Construction("lunar_feast", _PARTS | {"ngày", "rằm"}, _FULL_MOON, _read_full_moon, "rằm tháng Giêng"),
)
