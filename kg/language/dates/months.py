"""Months, quarters and parts of a year: `cuối tháng 5/2022`, `tháng Hai vừa qua`, `quý I/2024`, `8 tháng đầu năm`."""

from __future__ import annotations

import re

import msgspec

from kg.language.dates.construction import COUNT_BEFORE, Construction, ends_with, every_year_after, tense_after, tense_before
from kg.language.dates.expression import Granularity
from kg.language.dates.patterns import offset_of, pattern, read_month, read_year
from kg.language.dates.references import Interval, Months, Point, Reading, Reference
from kg.language.dates.words import alternatives, any_of, number_value, time_words

__all__ = ["CONSTRUCTIONS"]

_STAGE = r"(?P<stage>(?:đầu|giữa|cuối|nửa đầu|nửa cuối|nửa sau|thượng tuần|trung tuần|hạ tuần) )"
_STAGES = frozenset({"đầu", "giữa", "cuối", "nửa", "thượng", "trung", "hạ"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_MONTH = pattern(_STAGE + r"?tháng (?P<month><MONTH>)(?P<year><OFYEAR>)?(?![-/.]\d)")
_SAME = pattern(r"cùng (?P<unit>tháng|năm)(?! (?:với|tháng|trước|sau|ngoái|học))(?!\w)")
_THIS_MONTH = pattern(_STAGE + r"?tháng (?P<offset>" + alternatives(time_words("month_offset")) + r")(?! đó)")
_EARLY_IN_MONTH = pattern(r"(?<=hồi\s)(?P<stage>đầu|giữa) tháng(?! (?:<MONTH>|này|trước|sau|tới|nay))")
_MONTH_RANGE = pattern(
    r"(?P<from>(?:kể )?từ )?" + _STAGE + r"?tháng (?P<first><MONTH>)(?P<firstyear><OFYEAR>)?<TO>"
    r"(?:đầu |giữa |cuối )?(?:tháng (?P<last><MONTH>)(?P<lastyear><OFYEAR>)?|(?P<lastbare><M>)(?P<lastbareyear><OFYEAR>)"
    r"|(?<=\d[-–])(?P<tight><M>)(?![-/\w]|[.,]\d))"
)
_MONTH_LIST = pattern(
    r"(?:các )?tháng (?P<items><MONTH><OFYEAR>?(?:<AND>(?:tháng )?<MONTH><OFYEAR>?){0,11}?)<AND>"
    r"(?P<last>(?:tháng )?(?P<lastmonth><MONTH>))(?P<year><OFYEAR>)?(?![-/.]\d)"
)
_MONTH_ITEM = pattern(r"(?:tháng )?(?P<month><MONTH>)(?P<year><OFYEAR>)?")
_FIGURES = pattern(r"(?P<month><M>)_(?P<sign>[-/.])_(?P<year><Y>)(?![\w/]|[.,]\d|-\w)")
_FIGURES_RANGE = pattern(
    r"(?P<from>(?:kể )?từ )?(?P<first><M>)_[-/.]_(?P<firstyear><Y>)<TO>(?:tháng )?(?P<last><M>)_[-/.]_(?P<lastyear><Y>)(?![\w/]|-\d)"
)
_QUARTER = pattern(
    r"(?:đầu |giữa |cuối )?qu[ýí] (?P<quarter>iv|iii|ii|i|[1-4]|một|hai|ba|tư)(?!\w)(?P<year><OFYEAR>| năm tài chính <Y>)?(?![-/]\d)"
)
_THIS_QUARTER = pattern(r"(?:đầu |cuối )?quý (?P<offset>" + alternatives(time_words("quarter_offset")) + ")")
_HALF = pattern(r"nửa (?P<half>đầu|cuối|sau)(?: của)? năm(?P<year> <Y>| " + alternatives(time_words("year_offset")) + r"| học)?")
_MONTHS_OF_YEAR = pattern(
    r"(?P<count><N>) (?P<unit>tháng|quý) (?:(?P<half>đầu|cuối)(?: tiên)?(?: của)? )?năm(?P<year> <Y>| "
    + alternatives(time_words("year_offset")) + r"| học| tài)?"
)

_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)!?\"”]|$)")
_NAME_BEFORE = re.compile(rf"(?<!\w){any_of('name_before')}\s+\Z")
_NUMBER_BEFORE = re.compile(rf"(?:(?<!\w){any_of('no_date_before')}\s+|[/\d]-)\Z")
_MONTH_CUE = re.compile(r"(?:(?<!\w)(?:hồi|vào|trong|từ|đến|tới|hết|trước|sau|cuối|đầu|giữa|qua|sang|kể từ|và)|[,(])\s*\Z")
_COUNTED_MONTHS = re.compile(r"\s+(?:lần|ngày|tuần|năm|buổi|kỳ|tuổi)(?!\w)(?!\s+(?:nay|ngoái|trước|sau|tới|\d{4}))")
_QUARTER_CUE = re.compile(  # `trong quý này`; `cuốn sách quý này` is precious
    r"(?:(?<!\w)(?:hồi|vào|trong|ngay|suốt|cả|từ|đến|tới|hết|trước|sau|cuối|đầu|giữa|qua|sang|so với|cho|và|là)|[,;:(.–-]|^|\n)\s*\Z"
)
_LAST = re.compile(r"(?<!\w)cuối\s+\Z")


def _point(month: str, year: str | None) -> Point | None:
    named = read_month(month)
    if named is None:
        return None
    stated, offset, same = read_year(year or "")
    # tháng Giêng of a Gregorian year is January; alone it may be of either calendar
    lunar = named[1] and not (stated and named[0] == 1)
    return Point(stated, named[0], None, offset, same_year=same, lunar=lunar)


def _is_month(match: re.Match[str], text: str, group: str) -> bool:
    """`tháng Tám` but not `Cách mạng tháng Tám`, `18 tháng 6 ngày`, `mỗi tháng hai lần`."""
    folded, start = match.string, match.start()
    if ends_with(folded, start, _NAME_BEFORE) or _COUNTED_MONTHS.match(folded, match.end(), match.endpos):
        return False
    if ends_with(folded, start, COUNT_BEFORE) and not re.search(r"\d{4}", match.group()):
        return False
    word = match[group]
    named = text[match.start(group)].isupper()
    return word[0].isdigit() or named or bool(ends_with(folded, start, _MONTH_CUE) or match["stage"])


def _read_month(match: re.Match[str], text: str) -> list[Reading]:
    point = _point(match["month"], match["year"])
    if point is None or not _is_month(match, text, "month"):
        return []
    rule = "lunar_month" if point.lunar else "month"
    return [_reading(match, rule, "part_of_month" if match["stage"] else "month", point)]


def _read_this_month(match: re.Match[str], text: str) -> list[Reading]:
    if ends_with(match.string, match.start(), COUNT_BEFORE):
        return []
    point = Point(month_offset=offset_of("month_offset", match["offset"]))
    return [_reading(match, "month_from_publication", "part_of_month" if match["stage"] else "month", point)]


def _read_same(match: re.Match[str], text: str) -> list[Reading]:
    """`cùng năm`, `cùng tháng`: the year or month of the date before; `cuối cùng năm ấy` is something else."""
    if ends_with(match.string, match.start(), _LAST):
        return []
    if match["unit"] == "năm":
        return [_reading(match, "same_year", "year", Point(same_year=True))]
    return [_reading(match, "same_month", "month", Point(same_month=True))]


def _read_early_in_month(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "month_from_publication", "part_of_month", Point(month_offset=0))]


def _read_month_range(match: re.Match[str], text: str) -> list[Reading]:
    first = _point(match["first"], match["firstyear"])
    last = _point(match["last"] or match["lastbare"] or match["tight"], match["lastyear"] or match["lastbareyear"])
    if first is None or last is None or first.lunar or last.lunar or not _is_month(match, text, "first"):
        return []
    if match["tight"] and (first.year or (first.month or 0) >= (last.month or 0)):
        return []
    return [_reading(match, "month_range", "interval", Interval(first, last))]


def _read_month_list(match: re.Match[str], text: str) -> list[Reading]:
    last = _point(match["lastmonth"], match["year"])
    if not match["last"].startswith("tháng") and not (match["year"] or _ENDS_PHRASE.match(match.string, match.end(), match.endpos)):
        return []
    if last is None or last.lunar or ends_with(match.string, match.start(), COUNT_BEFORE):
        return []
    readings = []
    for item in _MONTH_ITEM.finditer(match.string, match.start("items"), match.end("items")):
        point = _point(item["month"], item["year"])
        if point is None or point.lunar:
            return []
        if not item["year"]:
            point = msgspec.structs.replace(last, month=point.month)
        readings.append(Reading(*item.span(), "month_list", "month", point, tense=tense_before(match.string, match.start())))
    readings[0] = msgspec.structs.replace(readings[0], start=match.start())
    end, tense = tense_after(match.string, match.end(), match.endpos)
    tense = tense or readings[0].tense
    return [*readings, Reading(match.start("last"), end, "month_list", "month", last, tense=tense)]


def _read_figures(match: re.Match[str], text: str) -> list[Reading]:
    """`5/2022` without the word tháng; with a hyphen or a stop only after `từ`, `đến`, `(`, for figures are written so too."""
    folded, start = match.string, match.start()
    if ends_with(folded, start, _NUMBER_BEFORE) or ends_with(folded, start, _NAME_BEFORE):
        return []
    if match["sign"] != "/" and not ends_with(folded, start, _MONTH_CUE):
        return []
    return [_reading(match, "month_in_figures", "month", Point(int(match["year"]), int(match["month"])))]


def _read_figures_range(match: re.Match[str], text: str) -> list[Reading]:
    first, last = Point(int(match["firstyear"]), int(match["first"])), Point(int(match["lastyear"]), int(match["last"]))
    return [_reading(match, "month_range", "interval", Interval(first, last))]


def _read_quarter(match: re.Match[str], text: str) -> list[Reading]:
    if "tài chính" in (match["year"] or "") or not _capital_or_figure(text, match.start("quarter"), match["quarter"]):
        return []
    number = _ROMAN.get(match["quarter"]) or number_value(match["quarter"]) or 4
    year, offset, same = read_year(match["year"] or "")
    if same:
        return []
    return [_reading(match, "quarter", "quarter", Months(3 * number - 2, 3 * number, year, offset))]


def _capital_or_figure(text: str, start: int, quarter: str) -> bool:
    return quarter[0].isdigit() or quarter not in _ROMAN or text[start].isupper()


def _read_this_quarter(match: re.Match[str], text: str) -> list[Reading]:
    cued = match[0].startswith(("đầu", "cuối")) or ends_with(match.string, match.start(), _QUARTER_CUE)
    if not cued or ends_with(match.string, match.start(), COUNT_BEFORE):
        return []
    return [_reading(match, "quarter", "quarter", Months(1, 3, quarter_offset=offset_of("quarter_offset", match["offset"])))]


def _read_half(match: re.Match[str], text: str) -> list[Reading]:
    if (match["year"] or "").strip() == "học":
        return []
    year, offset = _year_of(match["year"])
    months = (1, 6) if match["half"] == "đầu" else (7, 12)
    return [_reading(match, "half_year", "half_year", Months(*months, year, offset))]


def _read_months_of_year(match: re.Match[str], text: str) -> list[Reading]:
    """`8 tháng đầu năm (2024)`; without đầu or cuối the year must be stated: `10 tháng năm 2024`."""
    count = number_value(match["count"]) or 0
    count *= 3 if match["unit"] == "quý" else 1
    year, offset = _year_of(match["year"])
    if not 1 <= count <= 12 or (match["year"] or "").strip() in ("học", "tài") or not (match["half"] or year):
        return []
    first, last = (13 - count, 12) if match["half"] == "cuối" else (1, count)
    return [_reading(match, "months_of_year", "half_year" if count == 6 else "months", Months(first, last, year, offset))]


def _year_of(words: str | None) -> tuple[int | None, int | None]:
    stripped = (words or "").strip()
    if not stripped:
        return None, None
    return (int(stripped), None) if stripped.isdecimal() else (None, offset_of("year_offset", stripped))


def _reading(match: re.Match[str], rule: str, granularity: Granularity, reference: Reference) -> Reading:
    end, tense = tense_after(match.string, match.end(), match.endpos)
    every_year = every_year_after(match.string, end, match.endpos)
    tense = tense or tense_before(match.string, match.start())
    return Reading(match.start(), every_year or end, rule, granularity, reference, tense=tense, every_year=every_year is not None)


_NUMBERS = frozenset(word.split()[0] for word in time_words("number")) | {"#"}

CONSTRUCTIONS = (
    Construction("month", _STAGES | {"tháng"}, _MONTH, _read_month, "hồi cuối tháng 5/2022"),
    Construction("month_from_publication", _STAGES | {"tháng"}, _THIS_MONTH, _read_this_month, "cuối tháng trước"),
    Construction("same_year", frozenset({"cùng"}), _SAME, _read_same, "cùng năm"),
    Construction("month_from_publication", frozenset({"đầu", "giữa"}), _EARLY_IN_MONTH, _read_early_in_month, "hồi đầu tháng,"),
    Construction("month_range", _STAGES | {"tháng", "từ", "kể"}, _MONTH_RANGE, _read_month_range, "từ tháng 3 đến tháng 5/2022"),
    Construction("month_list", frozenset({"tháng", "các"}), _MONTH_LIST, _read_month_list, "tháng 3 và tháng 4/2022"),
    Construction("month_in_figures", frozenset({"#"}), _FIGURES, _read_figures, "(10/2018)"),
    Construction("month_range", frozenset({"#", "từ", "kể"}), _FIGURES_RANGE, _read_figures_range, "10/2006 - 3/2010"),
    Construction("quarter", frozenset({"quý", "quí", "đầu", "giữa", "cuối"}), _QUARTER, _read_quarter, "quý I/2024"),
    Construction("quarter", frozenset({"quý", "đầu", "cuối"}), _THIS_QUARTER, _read_this_quarter, "trong quý này"),
    Construction("half_year", frozenset({"nửa"}), _HALF, _read_half, "nửa đầu năm nay"),
    Construction("months_of_year", _NUMBERS, _MONTHS_OF_YEAR, _read_months_of_year, "8 tháng đầu năm 2024"),
)
