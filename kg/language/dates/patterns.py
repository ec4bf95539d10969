"""The pieces that the constructions are built from: days, months, clocks in a shorthand that compiles to regular expressions.

All patterns run over folded text (`kg.language.folding.fold`). In a pattern's source `<name>` is a piece, a space is
white space of any length, `_` white space or none, `~` a dash.
"""

from __future__ import annotations

import datetime
import re

from kg.language.dates.references import Point
from kg.language.dates.words import alternatives, number_value, time_words

__all__ = ["offset_of", "pattern", "read_cycle", "read_month", "read_point", "read_year"]

_YEAR_OFFSETS = alternatives(time_words("year_offset"))
_MONTH_OFFSETS = alternatives(time_words("month_offset"))
_WHICH_YEAR = rf",?(?: năm (?:<Y>|{_YEAR_OFFSETS})| cùng năm(?: đó| ấy)?(?!\w)| năm (?:đó|ấy)(?!\w)| sang năm)"

# In order: a piece may use those above it.
_PIECES: dict[str, str] = {
    "D": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "M": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "Y": r"(?:1\d\d\d|20\d\d)(?!\d)",
    "N": r"(?:\d{1,3}|" + alternatives(time_words("number")) + r")(?!\d)",
    "MONTHWORD": alternatives({**time_words("month"), **time_words("lunar_month")}),
    "MONTH": r"(?:<M>(?![\w%]|,\d|\.\d(?!\d{3}))|<MONTHWORD>)",
    "WEEKDAY": alternatives(time_words("weekday")),
    "PART": alternatives(time_words("part_of_day")),
    "CLOCK": r"(?:[01]?\d|2[0-4])(?:_giờ(?: (?:[0-5]?\d(?!\d)(?: phút)?|rưỡi))?(?!\w)|[hg][0-5]\d['’]?(?!\w)|[hg](?!\w)|:[0-5]\d(?!\d))",
    # A day and month (and year) in figures with one separator throughout, or with the month spelt out.
    "SLASHED": r"<D>_/_<M>(?:_/_<Y>)?(?![\w%]|[.,]\d|/)",
    "DASHED": r"<D>-<M>(?:-<Y>)?(?![\w%/]|[.,]\d|-\d)",
    "DOTTED": r"<D>\.<M>(?:\.<Y>)?(?![\w%/]|[.,]\d)",
    "ISO": r"<Y>-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "SPELT": rf"<D>,? tháng (?:<MONTH>(?:,? năm <Y>|_[/-]_<Y>|\.<Y>| <Y>)?|{_MONTH_OFFSETS})(?![\w%]|[/-]\d)",
    "POINT": r"(?:<SLASHED>|<DASHED>|<DOTTED>|<ISO>|<SPELT>)",
    "WHICHYEAR": _WHICH_YEAR,
    "CYCLE": r"(?:" + alternatives(time_words("stem")) + r" " + alternatives(time_words("branch")) + r")",
    # What makes a day one of the lunar calendar: âm lịch, năm Giáp Thìn.
    "LUNAR": r",? (?:năm <CYCLE>|(?:theo )?âm(?: lịch)?(?! nhạc)(?: năm <CYCLE>)?)(?!\w)",
    # A month's own year: tháng 5/2022, tháng 3-2023, tháng 10 năm ngoái.
    "OFYEAR": rf"(?:_[-/.]_<Y>(?![/.-]?\w)| <Y>(?![/.-]?\w)|{_WHICH_YEAR}|,? của năm <Y>)",
    "TO": r"(?:_~_|,? (?:đến|tới)(?: hết)? )",
    "AND": r"(?:,? và |,_|_&_| hoặc | hay )",
}  # fmt: skip

_PART_OF_POINT = re.compile(
    r"(?P<day>\d{1,2})(?:,?\s+tháng\s+(?P<month_word>\w+(?:\s+(?:một|hai)(?!\w))?)|\s*[/.-]\s*(?P<month>\d{1,2})(?!\d))?"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_FOUR_DIGITS = re.compile(r"(?<!\d)[12]\d\d\d(?!\d)")
_CYCLE = re.compile(rf"(?P<stem>{alternatives(time_words('stem'))})\s+(?P<branch>{alternatives(time_words('branch'))})")
_YEAR_WORD = re.compile(r"năm\s+(" + _YEAR_OFFSETS + ")")


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern written in the shorthand of this module."""
    expanded = source
    for name in reversed(_PIECES):
        expanded = expanded.replace(f"<{name}>", f"(?:{_PIECES[name]})")
    return re.compile(expanded.replace("_", r"\s*").replace(" ", r"\s+").replace("~", "[-–—]"))


def read_month(word: str) -> tuple[int, bool] | None:
    """A month in figures or by name as (number, whether the name is of the lunar calendar); None for anything else."""
    folded = " ".join(word.split())
    if folded in time_words("lunar_month"):
        return int(time_words("lunar_month")[folded]), True
    if folded in time_words("month"):
        return int(time_words("month")[folded]), False
    value = number_value(folded)
    return (value, False) if value is not None and 1 <= value <= 12 else None


def read_year(piece: str) -> tuple[int | None, int | None, bool]:
    """What a piece of text says of the year: (year, years from publication, same as the date before)."""
    figures = _FOUR_DIGITS.search(piece)
    if figures:
        return int(figures.group()), None, False
    word = _YEAR_WORD.search(piece)
    if word:
        return None, offset_of("year_offset", word.group(1)), False
    if piece.endswith("sang năm"):
        return None, 1, False
    return None, None, re.search(r"cùng\s+năm|năm\s+(?:đó|ấy)", piece) is not None


def read_cycle(piece: str) -> int | None:
    """The place of a year name in the cycle of sixty, 0 for Giáp Tý; None where there is none or no such pair exists."""
    found = _CYCLE.search(piece)
    if found is None:
        return None
    digit, branch = int(time_words("stem")[found["stem"]]), int(time_words("branch")[found["branch"]])
    return next((place for place in range(60) if (place + 4) % 10 == digit and (place + 4) % 12 == branch), None)


def offset_of(kind: str, word: str) -> int:
    """The value of an offset word: `offset_of("year_offset", "ngoái")` is -1."""
    return int(time_words(kind)[" ".join(word.split())])


def read_point(piece: str, lunar: bool = False) -> Point | None:
    """A day as text (folded) into a Point, its year included where the piece tells it; None where no such day exists (30/2)."""
    iso = _ISO.search(piece)
    if iso:
        return _existing(Point(int(iso["year"]), int(iso["month"]), int(iso["day"])))
    found = _PART_OF_POINT.search(piece)
    if found is None:
        return None
    year, year_offset, same_year = read_year(piece[found.end("day") :])
    day, either = int(found["day"]), False
    if found["month"]:
        month: int | None = int(found["month"])
    elif found["month_word"]:
        named = read_month(found["month_word"]) or read_month(found["month_word"].split()[0])
        if named is None:
            offset = offset_of("month_offset", piece[found.start("month_word") :].strip())
            return Point(day=day, month_offset=offset)
        month, lunar_name = named
        either = lunar_name and month == 1 and not lunar
        lunar = lunar or lunar_name
    else:
        month = None
    return _existing(Point(year, month, day, year_offset=year_offset, same_year=same_year, lunar=lunar, either=either))


def _existing(point: Point) -> Point | None:
    if point.lunar:
        return point if (point.day or 0) <= 30 else None
    if point.month is None or point.day is None:
        return point
    try:
        datetime.date(point.year or 2000, point.month, point.day)
    except ValueError:
        return None
    return point
