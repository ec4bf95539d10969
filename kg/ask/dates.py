"""The periods a question names: English and unaccented dates are respelled as a Vietnamese newspaper writes them, then read by the
grammar of `kg.language.dates`; what stands before a date (`trước`, `since`) turns it into a bound.

Only what is a day, month, quarter, half year, year or a range of these is a period here: `đầu năm 2024` is none, since nobody can say where it
ends, and neither is `tháng 6` without a year.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.ask.tables import date_words
from kg.language.dates import find_dates
from kg.language.folding import fold, search_key

__all__ = ["Period", "periods"]

_USABLE = {"day", "month", "quarter", "half_year", "year", "decade", "interval"}
_YEAR = r"(?:19|20)\d\d"


class Period(NamedTuple):
    """`text[start:end]` names the days from `first` to `last` (ISO, inclusive; empty: open on that side). `day`: it is one day."""

    start: int
    end: int
    first: str
    last: str
    day: bool


class _Change(NamedTuple):
    """`text` stands for the characters `[start, end)` of the question."""

    start: int
    end: int
    text: str


class _Place(NamedTuple):
    """The characters `[start, end)` of the respelt question stand for `[begin, stop)` of the question."""

    start: int
    end: int
    begin: int
    stop: int


def periods(text: str) -> list[Period]:
    """The periods named in a question (NFC), in order; offsets are characters, half-open, and take in the words before the date."""
    respelt, places = _respelt(text)
    found: list[Period] = []
    for expression in find_dates(respelt, [(0, len(respelt))], None):
        if expression.granularity not in _USABLE or not expression.edtf or expression.method != "stated":
            continue
        first, last = _bounds(expression.edtf)
        if first:
            start, end = _back(expression.start, places, False), _back(expression.end, places, True)
            found.append(_with_words_before(text, Period(start, end, first, last, first == last)))
    return found


def _with_words_before(text: str, period: Period) -> Period:
    accented = not text.isascii()
    for kind, pattern in _words_before(accented):
        before = pattern.search(_key_like(text[: period.start], accented))
        if before:
            moved = period._replace(start=before.start())
            if kind == "before":
                return moved._replace(first="", last=_shifted(period.first, -1), day=False)
            if kind == "after":
                return moved._replace(first=_shifted(period.last, 1), last="", day=False)
            if kind == "since":
                return moved._replace(last="", day=False)
            if kind == "until":
                return moved._replace(first="", day=False)
            return moved
    return period


def _key_like(text: str, accented: bool) -> str:
    """A key of the same length as `text`: folded, and without diacritics where the question has none either."""
    return fold(text) if accented else text.lower()


@functools.cache
def _words_before(accented: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms = [(word.kind, fold(word.form) if accented else search_key(word.form)) for word in date_words() if word.kind != "month"]
    forms.sort(key=lambda pair: -len(pair[1]))
    return tuple((kind, re.compile(rf"(?<!\w){re.escape(form)}\s+\Z")) for kind, form in forms)


def _shifted(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()


def _bounds(edtf: str) -> tuple[str, str]:
    """First and last day of `2023`, `2023-06`, `2023-06-15` or a range of two; empty where it is none of these."""
    begin, _, end = edtf.partition("/")
    try:
        return _day(begin, False), _day(end or begin, True)
    except ValueError:
        return "", ""


def _day(value: str, last: bool) -> str:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        parts.append(12 if last else 1)
    if len(parts) == 2:
        parts.append(calendar.monthrange(parts[0], parts[1])[1] if last else 1)
    return datetime.date(*parts).isoformat()


def _respelt(text: str) -> tuple[str, list[_Place]]:
    """The text with dates respelt, and which stretches of it were changed."""
    places: list[_Place] = []
    parts: list[str] = []
    at = length = 0
    for change in _changes(text):
        parts += [text[at : change.start], change.text]
        length += change.start - at
        places.append(_Place(length, length + len(change.text), change.start, change.end))
        length += len(change.text)
        at = change.end
    return "".join([*parts, text[at:]]), places


def _back(offset: int, places: list[_Place], end: bool) -> int:
    """The offset in the question for one in the respelt text; inside a changed stretch its begin, or its end for an `end`."""
    shift = 0
    for place in places:
        inside = place.start < offset <= place.end if end else place.start <= offset < place.end
        if inside:
            return place.stop if end else place.begin
        if offset >= place.end:
            shift = place.stop - place.end
    return offset + shift


def _changes(text: str) -> Iterator[_Change]:
    for match in _english().finditer(text):
        if match["between"]:
            yield _Change(match.start(), match.end(), _range(match))
        elif name := match["month"] or match["month2"]:
            day, year = match["day"] or match["day2"], match["year"] or match["year2"]
            month = f"tháng {_month(name)} năm {year}"
            yield _Change(match.start(), match.end(), f"ngày {day} {month}" if day else month)
        elif match["word"]:
            yield _Change(match.start(), match.end(), _ACCENTS[match["word"].lower()])
        else:
            yield _Change(match.start(), match.end(), f"năm {match['bare']}")


def _range(match: re.Match[str]) -> str:
    sides = []
    for month, year in ((match["from_month"], match["from_year"]), (match["to_month"], match["to_year"])):
        sides.append(f"tháng {_month(month)}/{year}" if month else f"năm {year}")
    return f"từ {sides[0]} đến {sides[1]}"


_ACCENTS = {"thang": "tháng", "nam": "năm", "ngay": "ngày", "tu": "từ", "den": "đến", "quy": "quý", "giai doan": "giai đoạn"}


def _month(name: str) -> str:
    return next(word.value for word in date_words() if word.kind == "month" and word.form.lower() == name.lower())


@functools.cache
def _english() -> re.Pattern[str]:
    names = sorted((word.form for word in date_words() if word.kind == "month"), key=len, reverse=True)
    month = "|".join(names)
    side = r"(?:(?P<{0}_month>" + month + r")\s+)?(?P<{0}_year>" + _YEAR + ")"
    return re.compile(
        rf"""(?<![\w/.-])(?:
          (?P<between>(?:between|from)\s+{side.format("from")}\s+(?:and|to|until|till)\s+{side.format("to")})
        | (?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month}),?\s+(?P<year>{_YEAR})
        | (?P<month2>{month})\.?(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?P<year2>{_YEAR})
        | (?P<word>thang|nam|ngay|tu|den|quy|giai\ doan)(?=\s+(?:\d|thang\s|nam\s|ngay\s))
        | (?<!năm\s)(?<!nam\s)(?P<bare>{_YEAR})(?=\s*[?.!,]*\s*\Z|\s*:|\s+(?:là|la|ai|who)\b)
        )(?![\w/])""",
        re.IGNORECASE | re.VERBOSE,
    )
