"""Days, ranges and lists of days: `tối 29/3`, `thứ Sáu, ngày 25/11/2016`, `từ 18 đến 20/8`, `ngày 12 và 13/12`."""

from __future__ import annotations

import datetime
import itertools
import re

import msgspec

from kg.language.dates.construction import Construction, ends_with, every_year_after, part_of_day, tense_after
from kg.language.dates.expression import Granularity
from kg.language.dates.patterns import pattern, read_cycle, read_point
from kg.language.dates.references import Interval, Point, Reading, Tense
from kg.language.dates.words import alternatives, any_of, time_words

__all__ = ["CONSTRUCTIONS", "read_day"]

_PARTS = frozenset(word.split()[0] for word in time_words("part_of_day"))
_BEGINS_DAY = _PARTS | {"#", "ngày", "hôm", "thứ", "chủ", "chúa", "mùng", "mồng", "cùng", "tức"}


def _before(kind: str, *values: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(kind, *values)}\s*[(,:]?\s*\Z")


_CUE_SLASH, _CUE_ANY = _before("day_before"), _before("day_before", "any")
_NUMBER_BEFORE, _NAME_BEFORE = _before("no_date_before"), _before("name_before")
_COUNTED = re.compile(r"\s*" + alternatives(time_words("no_date_after")))
_MEASURED = re.compile(rf"\s*{any_of('no_date_after', 'measure')}(?!\w)")
_NAMED_DAY = re.compile(r"(?<!\w)(?:ngày(?! càng)|lễ|dịp)\s+(?:\w+\s+){1,6}\Z")  # ngày Quốc tế Xóa mù chữ 8/9
_ZERO_FILLED = re.compile(r"(?<!\d)0\d")
_MONTHS_OF_YEAR = re.compile(r"tháng\s+năm\s+\d")  # 9 tháng năm 2023: nine months
_DOCUMENT = re.compile(r"(?<!\w)số:?\s+\S*\d\S*\s*,?\s*\Z")
_BESIDE = re.compile(r"(?:\(|tức|nhằm)\s*(?:là\s+)?(?:ngày\s+)?\Z")
_AFTER_DAY = re.compile(r"\s*(?:[.,;:)!?\"”(–|-]|$|(?:tới|đến|và|tại|ở|vừa|dương|năm|theo|đã|sẽ)(?!\w))")
_LOCAL_TIME = re.compile(r",?\s*\(?giờ\s+(?:địa phương|việt nam|mỹ|hà nội|gmt)")
_LUNAR_MONTH = re.compile(r"tháng\s+" + alternatives(time_words("lunar_month")))
_LUNAR_WORDS = pattern(r"(?<!\w)(?:âm lịch|tết|rằm|m[ùồ]ng|lễ hội|<CYCLE>)(?!\w)")
_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)!?\"”]|$)")

_ONE = pattern(
    r"(?:(?P<clock><CLOCK>(?:_~_<CLOCK>)?)(?:,? | của )(?:vào )?)?"
    r"(?:(?P<part><PART>)(?: của)?,? (?:hôm )?)?"
    r"(?:(?:hôm |ngày )?(?P<weekday><WEEKDAY>)(?: tuần (?:này|trước|sau|tới|qua)| tới| này)?(?:,_|_(?P<open>\()_| ))?"
    r"(?P<marker>cùng ngày |tức (?:là )?ngày |nhằm ngày |ngày (?:m[ùồ]ng )?|hôm |m[ùồ]ng )?"
    r"(?P<point><POINT>|(?<=ngày\s)<D>(?=<WHICHMONTH>))(?P<whichmonth><WHICHMONTH>)?"
    r"(?P<whichyear><WHICHYEAR>)?(?P<lunar><LUNAR>)?(?(open)_\))(?:_\(_<WEEKDAY>_\))?"
    .replace("<WHICHMONTH>", r" (?:của )?(?:cùng tháng|tháng (?:này|trước|sau|tới))(?!\w)")
)
_BARE_DAY = pattern(r"(?:(?P<part><PART>) )?(?P<marker>ngày|hôm) (?P<point><D>)")
_RANGE = pattern(
    r"(?P<from>(?:kể )?từ )?(?:<CLOCK>,? )?(?:(?P<part><PART>) )?(?:<WEEKDAY>,? )?(?P<marker>(?:các )?ngày (?:m[ùồ]ng )?|hôm |m[ùồ]ng )?"
    r"(?P<first><POINT>|<D>)(?P<firstyear><WHICHYEAR>)?"
    r"(?P<to><TO>|,? (?:và )?kéo dài (?:cho )?(?:đến|tới)(?: hết)? |,? (?:và |đến |tới )?(?=rạng sáng))"
    r"(?:<CLOCK>,? )?(?:<PART> )?(?:<WEEKDAY>,? )?(?:ngày )?(?:m[ùồ]ng )?"
    r"(?P<last><POINT>)(?P<whichyear><WHICHYEAR>)?(?P<lunar><LUNAR>)?"
)
_LIST = pattern(
    r"(?:(?P<part><PART>) )?(?P<marker>(?:các )?ngày |hôm |m[ùồ]ng )?"
    r"(?P<items>(?:(?:<POINT>|<D>)<AND>(?:ngày )?(?:m[ùồ]ng )?){1,12})(?P<last><POINT>)(?P<whichyear><WHICHYEAR>)?(?P<lunar><LUNAR>)?"
)
_LEAP_YEAR = 2000  # stands for an unknown year, so that 28 and 29/2 are days in a row
_ITEM = pattern(r"(?P<point><POINT>|<D>)")


def read_day(match: re.Match[str], text: str) -> list[Reading]:
    """One day. In figures without a year it needs a word that makes it a day (`ngày`, `tối`, `dịp`), or it is a fraction or a score."""
    folded, stop = match.string, match.endpos
    if match["whichmonth"]:
        point = _day_of_month(match["point"], match["whichmonth"]) if match["marker"] else None
    else:
        point = _point(match, "point", "whichyear")
    marked = bool(match["clock"] or match["part"] or match["weekday"] or match["marker"])
    if point is None or not _is_day(folded, match.start(), match.end(), stop, match["point"], marked):
        return []
    if match["weekday"]:
        point = msgspec.structs.replace(point, weekday=int(time_words("weekday")[" ".join(match["weekday"].split())]))
    end, tense = tense_after(folded, match.end(), stop)
    if tense is None and (match["marker"] or "").startswith("hôm"):
        tense = "past"
    return [_reading(match, end, "day", point, tense)]


def _point(match: re.Match[str], group: str, year_group: str) -> Point | None:
    """The day of one group; tháng Giêng is of the lunar calendar where words of that calendar stand around it."""
    words = match["lunar"] or ""
    # `ngày 9/4 (mùng 1/3)`: what stands in brackets beside a date is the day of the other calendar
    beside = "ng " in (match["marker"] or "")[-4:] and ends_with(match.string, match.start(), _BESIDE)
    point = read_point(match[group] + (match[year_group] or ""), lunar=bool(words or beside))
    if point is not None and point.either:
        around = match.string[max(0, match.start() - 60) : min(match.endpos, match.end() + 60)]
        point = msgspec.structs.replace(point, either=_LUNAR_WORDS.search(around) is None)
    return msgspec.structs.replace(point, cycle=read_cycle(words)) if point is not None and words else point


def _day_of_month(figures: str, words: str) -> Point | None:
    if not figures.isdecimal():
        return None
    day = int(figures)
    if "cùng" in words:
        return Point(day=day, same_month=True)
    return Point(day=day, month_offset=int(time_words("month_offset")[words.split()[-1]]))


def _read_bare_day(match: re.Match[str], text: str) -> list[Reading]:
    """`ngày 5,`: only where the phrase ends after it, for `ngày 3 bữa` and `2 ngày 25 và 26/7` are something else."""
    folded = match.string
    counted = re.search(r"(?:\d|mỗi|một|hai|ba|mấy|các|cả|những)\s+\Z", folded[max(0, match.start() - 8) : match.start()])
    if counted or not (_ENDS_PHRASE.match(folded, match.end(), match.endpos) or _LOCAL_TIME.match(folded, match.end())):
        return []
    tense: Tense | None = "past" if match["marker"] == "hôm" else None
    return [_reading(match, match.end(), "day_of_month", Point(day=int(match["point"])), tense)]


def _read_range(match: re.Match[str], text: str) -> list[Reading]:
    """From a day to a day. A bare first day takes month and year of the last; the two ends of an anniversary stay two dates."""
    folded, stop = match.string, match.endpos
    last, first = _point(match, "last", "whichyear"), _point(match, "first", "firstyear")
    marked = bool(match["from"] or match["marker"] or match["part"])
    dashed = re.fullmatch(r"\s*[-–—]\s*", match["to"]) is not None
    whole = marked or (dashed and not ends_with(folded, match.start(), _NUMBER_BEFORE))
    if first is None or last is None or not _is_day(folded, match.start(), match.end(), stop, match["last"], whole):
        return []
    if not marked and first.month is None and "/" not in match["last"] and "tháng" not in match["last"]:
        return []
    if first.month is None:
        if first.day is not None and last.day is not None and first.day >= last.day and not last.month:
            return []
        first = _completed(first, last)
    elif dashed and first.year and last.year and (first.day, first.month) == (last.day, last.month) and first.year < last.year - 1:
        middle = match.start("last")
        return [
            Reading(match.start("first"), match.end("first"), "anniversary", "day", first, document=True),
            Reading(middle, match.end(), "anniversary", "day", last, document=True),
        ]
    end, tense = tense_after(folded, match.end(), stop)
    return [_reading(match, end, "day_range", Interval(first, last), tense)]


def _completed(first: Point, last: Point) -> Point:
    """`18` of `18 đến 20/8`: the same month, or the month before where the day is later (`28 đến 2/8`)."""
    month, year = last.month, last.year
    if month is not None and first.day is not None and last.day is not None and first.day > last.day:
        month, year = (month - 1, year) if month > 1 else (12, year - 1 if year else year)
    return msgspec.structs.replace(last, day=first.day, month=month, year=year, weekday=None)


def _read_list(match: re.Match[str], text: str) -> list[Reading]:
    """Days one after another are one interval, others as many dates: `ngày 12 và 13/12`, `các ngày 3, 5 và 9/6`."""
    folded, stop = match.string, match.endpos
    last = _point(match, "last", "whichyear")
    if last is None or not _is_day(folded, match.start(), match.end(), stop, match["last"], bool(match["marker"] or match["part"])):
        return []
    fraction = not last.year and "tháng" not in match["last"] and (last.day or 0) < (last.month or 0)
    if fraction and not _AFTER_DAY.match(folded, match.end(), stop):  # ngày 10/9, 3/5 số thôn
        return []
    points: list[Point] = []
    spans: list[tuple[int, int]] = []
    for item in _ITEM.finditer(folded, match.start("items"), match.end("items")):
        point = read_point(item["point"], lunar=bool(match["lunar"]))
        if point is None:
            return []
        points.append(point)
        spans.append(item.span())
    for index in range(len(points) - 1, -1, -1):
        after = points[index + 1] if index + 1 < len(points) else last
        if points[index].month is None:
            points[index] = _completed(points[index], after)
        elif points[index].year is None and not points[index].same_year:
            points[index] = msgspec.structs.replace(points[index], year=last.year, year_offset=last.year_offset, same_year=last.same_year)
    points.append(last)
    spans.append((match.start("last"), match.end()))
    end, tense = tense_after(folded, match.end(), stop)
    if _consecutive(points):
        return [_reading(match, end, "days_in_a_row", Interval(points[0], last), tense)]
    spans[0] = (match.start(), spans[0][1])
    spans[-1] = (spans[-1][0], end)
    part = part_of_day(match["part"])
    return [Reading(*span, "day_list", "day", point, part, tense) for span, point in zip(spans, points, strict=True)]


def _consecutive(points: list[Point]) -> bool:
    if any(point.lunar or point.month is None or point.day is None for point in points):
        return False
    year = points[-1].year or _LEAP_YEAR
    try:
        days = [datetime.date(point.year or year, point.month or 1, point.day or 1).toordinal() for point in points]
    except ValueError:
        return False
    return all(after - before == 1 for before, after in itertools.pairwise(days))


def _is_day(folded: str, start: int, end: int, stop: int, figures: str, marked: bool) -> bool:
    if not marked and ends_with(folded, start, _NAME_BEFORE):
        return False
    if not marked and _MONTHS_OF_YEAR.search(figures):
        return False
    if re.search(r"[12]\d{3}", figures):
        return True
    if "tháng" in figures:
        return marked or ends_with(folded, start, _CUE_SLASH) or _LUNAR_MONTH.search(figures) is not None
    if marked:
        return "/" in figures or _MEASURED.match(folded, end, stop) is None
    counted = _COUNTED.match(folded, end, stop) is not None
    in_brackets = folded[start - 1 : start] == "("
    if "/" not in figures:
        local = in_brackets and _LOCAL_TIME.match(folded, end, stop) is not None
        return local or (ends_with(folded, start, _CUE_ANY) and not counted)
    if counted or figures in ("24/7", "24/24"):
        return False
    if ends_with(folded, start, _CUE_ANY):
        return True
    day, month = (int(n) for n in re.findall(r"\d+", figures)[:2])
    if ends_with(folded, start, _NUMBER_BEFORE) or (day < month and not _AFTER_DAY.match(folded, end, stop)):  # 2/3 lãnh thổ
        return False
    if ends_with(folded, start, _CUE_SLASH) or ends_with(folded, start, _NAMED_DAY) or _ZERO_FILLED.search(figures):
        return True
    if in_brackets and folded[end : end + 1] == ")":
        return day >= month
    return day > 12 and _ENDS_PHRASE.match(folded, end, stop) is not None


def _reading(match: re.Match[str], end: int, rule: str, reference: Point | Interval, tense: Tense | None) -> Reading:
    lunar = (reference if isinstance(reference, Point) else reference.last).lunar
    document = ends_with(match.string, match.start(), _DOCUMENT)
    granularity: Granularity = "interval" if isinstance(reference, Interval) else "day"
    every_year = every_year_after(match.string, end, match.endpos)
    return Reading(
        match.start(), every_year or end, f"lunar_{rule}" if lunar else rule, granularity,
        reference, part_of_day(match["part"]), tense, document, every_year is not None,
    )  # fmt: skip


CONSTRUCTIONS = (
    Construction("day", _BEGINS_DAY, _ONE, read_day, "sáng thứ Sáu, ngày 25/11"),
    Construction("day_of_month", _PARTS | {"ngày", "hôm"}, _BARE_DAY, _read_bare_day, "Hôm 25, hai bên ký kết"),
    Construction("day_range", _BEGINS_DAY | {"từ", "kể", "các"}, _RANGE, _read_range, "từ ngày 28.6 - 2.7"),
    Construction("day_list", _BEGINS_DAY | {"các"}, _LIST, _read_list, "ngày 12 và 13/12"),
)
