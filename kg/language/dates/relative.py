"""Times told from another day: `sáng nay`, `thứ Năm tuần trước`, `cùng ngày`, `ba ngày sau`, `cách đây 10 năm`, `lúc 10h30`."""

from __future__ import annotations

import re

from kg.language.dates.construction import COUNT_BEFORE, Construction, ends_with, part_of_day, tense_after, tense_before
from kg.language.dates.expression import Granularity
from kg.language.dates.patterns import offset_of, pattern
from kg.language.dates.references import Base, Distance, Reading, Reference, SameDay, Tense, Unit, Unknown, Week, Weekday
from kg.language.dates.words import alternatives, any_of, number_value, time_words

__all__ = ["CONSTRUCTIONS"]

_PARTS = frozenset(word.split()[0] for word in time_words("part_of_day"))
_NUMBERS = frozenset(word.split()[0] for word in time_words("number")) | {"#"}
_AT = r"(?:<CLOCK>,? )?"
_UNITS: dict[str, Unit] = {"ngày": "day", "hôm": "day", "đêm": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
_UNIT = r"(?P<unit>ngày|hôm|đêm|tuần lễ|tuần|tháng|năm|thập kỷ|thập niên)(?! (?:tuổi|đầu|cuối|tù|liên))"
_GRANULARITY: dict[Unit, Granularity] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}

_DAY_OFFSET = pattern(_AT + r"(?:(?P<part><PART>) )?(?P<offset>" + alternatives(time_words("day_offset")) + ")")
_PART_OFFSET = pattern(_AT + r"(?P<part><PART>) (?P<offset>" + alternatives(time_words("part_offset")) + ")")
_SAME_DAY = pattern(_AT + r"(?:(?P<part><PART>) )?(?:ngày )?cùng ngày(?! (?:với|tháng|<D>))")
_NEXT_DAY = pattern(
    r"(?:(?P<part><PART>) )?(?:(?:ngày )?hôm (?P<hom>sau đó|sau|trước)|ngày (?P<ngay>kế tiếp|tiếp theo|sau đó|trước đó))(?! khi)"
)
_WEEKDAY = pattern(
    _AT + r"(?:(?P<part><PART>) )?(?P<marker>(?:hôm|ngày) )?(?P<weekday><WEEKDAY>)"
    r"(?P<week> tuần (?:này|nay|trước|rồi|qua|vừa rồi|vừa qua|tới|sau))?"
)
_WEEK = pattern(
    r"(?P<stage>(?:đầu|giữa|cuối) )?tuần (?P<offset>vừa qua|qua|" + alternatives(time_words("week_offset")) + r")(?! đó)(?!\w)"
)
_EARLY_IN_WEEK = pattern(r"(?<=hồi\s)(?P<stage>đầu|giữa) tuần(?! (?:này|trước|sau|tới|qua))")
_AGO = pattern(
    r"(?:cách (?:đây|nay) (?P<about>khoảng |gần |hơn |chừng |đúng )?(?P<n1><N>) <UNIT>(?: trước)?"
    r"|(?P<n2><N>) <UNIT2> (?:trước đây|trước))(?!\w)"
    .replace("<UNIT>", _UNIT).replace("<UNIT2>", _UNIT.replace("?P<unit>", "?P<unit2>"))
)  # fmt: skip
_AFTER = pattern(r"(?P<n><N>) " + _UNIT + r" (?P<way>sau đó|trước đó|sau)(?!\w)")
_AFTER_THAT = pattern(r"(?P<way>sau|trước) đó (?:đúng )?(?P<n><N>) " + _UNIT + r"(?!\w)")
_AHEAD = pattern(r"(?P<n><N>) " + _UNIT + r" nữa(?!\w)")
_CLOCK = pattern(r"(?P<clock><CLOCK>)(?: (?P<part><PART>))?")

_ABOUT_BEFORE = re.compile(r"(?<!\w)(?:khoảng|gần|hơn|chừng|trên|tới|sau|vài|độ|tầm|chưa đầy|không đầy|chưa tới|vòng|hoặc|\d+,)\s+\Z")
_LENGTH_BEFORE = re.compile(r"(?<!\w)(?:trong|suốt|thêm|ít nhất|kéo dài|nhiệm kỳ|của|mỗi)\s+\Z")
_WEEKDAY_CUE = re.compile(r"(?<!\w)(?:vào|từ|đến|hết|sang)\s+\Z")
_HABIT_BEFORE = re.compile(r"(?<!\w)(?:mỗi|các|những|trừ|mọi)\s+\Z")
_ORDINAL_AFTER = re.compile(r"\s+(?:liên|của|nhất|kể|trong|tại|diễn|làm|ở|sau|lịch|trên|về|thế giới)(?!\w)")
_ORDINAL_BEFORE = re.compile(rf"(?<!\w){any_of('ordinal_before')}\s+\Z")
_OF = re.compile(r"\s+của(?!\w)")
_HABIT_AFTER = re.compile(r"\s*(?:(?:hằng|hàng|mỗi|đen|tuần thánh|trở)(?!\w)|:)")
_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)]|$)")
_LAST = re.compile(r"(?<!\w)cuối\s+\Z")
_NOUN_AFTER = re.compile(r"\s+" + alternatives(time_words("anchor_noun")))
_COMPOUNDS = frozenset(time_words("compound"))
_FIGURATIVE = re.compile(r"(?<!\w)(?:như|được|có|thế giới|thế hệ|xã hội|việt nam của)\s+\Z")
_CLOCK_CUE = re.compile(r"(?<!\w)(?:lúc|vào|từ|đến|hồi)\s+\Z")


def _read_day_offset(match: re.Match[str], text: str) -> list[Reading]:
    """`hôm nay`, `tối hôm qua`; `như ngày hôm nay` speaks of our time, not of a day."""
    if "ngày" in match["offset"] and ends_with(match.string, match.start(), _FIGURATIVE):
        return []
    days = offset_of("day_offset", match["offset"])
    return [_reading(match, "day_from_publication", "day", Distance("day", days, "publication"), None)]


def _read_part_offset(match: re.Match[str], text: str) -> list[Reading]:
    """`chiều qua`, but not `thương mại hai chiều qua cảng`, `chiếu sáng nay`."""
    before = re.search(r"(\w+)\s+\Z", match.string[max(0, match.start() - 12) : match.start()])
    if before and f"{before[1]} {match['part'].split()[0]}" in _COMPOUNDS:
        return []
    days = offset_of("part_offset", match["offset"])
    return [_reading(match, "part_of_day_from_publication", "day", Distance("day", days, "publication"), None)]


def _read_same_day(match: re.Match[str], text: str) -> list[Reading]:
    if ends_with(match.string, match.start(), _LAST):  # cuối cùng ngày ấy cũng đến
        return []
    return [_reading(match, "same_day", "day", SameDay(), None)]


def _read_next_day(match: re.Match[str], text: str) -> list[Reading]:
    if ends_with(match.string, match.start(), COUNT_BEFORE):
        return []
    step = -1 if (match["hom"] or match["ngay"]).startswith("trước") else 1
    return [_reading(match, "next_day", "day", Distance("day", step, "anchor"), None)]


def _read_weekday(match: re.Match[str], text: str) -> list[Reading]:
    """`hôm thứ Tư`, `thứ Năm tuần trước`. Written small or in figures it is an ordinal (`thứ hai của`) unless a word makes it a day."""
    folded = match.string
    if _HABIT_AFTER.match(folded, match.end(), match.endpos) or ends_with(folded, match.start(), _HABIT_BEFORE):
        return []
    written = text[match.start("weekday") : match.end("weekday")]
    name = written.split()[-1]
    capital = written[0].lower() == "c" or (name[0].isupper() and not (len(name) > 1 and name.isupper()))
    certain = bool(match["part"] or match["marker"] == "hôm " or match["week"])
    if not certain and capital and (ends_with(folded, match.start(), _ORDINAL_BEFORE) or _OF.match(folded, match.end())):
        return []
    cued = not match["marker"] and ends_with(folded, match.start(), _WEEKDAY_CUE)
    if not certain and not capital and (not cued or _ORDINAL_AFTER.match(folded, match.end(), match.endpos)):
        return []
    week = (match["week"] or "").split()[1:]
    offset = None if not week else -1 if week[0] in ("qua", "vừa") else offset_of("week_offset", " ".join(week))
    weekday = int(time_words("weekday")[" ".join(match["weekday"].split())])
    tense: Tense | None = "past" if (match["marker"] or "").startswith("hôm") else None
    return [_reading(match, "weekday", "day", Weekday(weekday, offset), tense)]


def _read_week(match: re.Match[str], text: str) -> list[Reading]:
    if not match["stage"] and ends_with(match.string, match.start(), COUNT_BEFORE):
        return []
    word = " ".join(match["offset"].split())
    weekend = (match["stage"] or "").startswith("cuối")
    if word in ("qua", "vừa qua"):
        reference = Week(-1, weekend) if match["stage"] else Week(-1, rolling=True)
    else:
        reference = Week(offset_of("week_offset", word), weekend)
    return [_reading(match, "week_from_publication", "weekend" if weekend else "week", reference, None)]


def _read_early_in_week(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "week_from_publication", "week", Week(0), "past")]


def _read_ago(match: re.Match[str], text: str) -> list[Reading]:
    """`cách đây 10 năm`, `hai tuần trước`; what is about so long ago, or before an event, has no date."""
    folded = match.string
    vague = match["about"] not in (None, "đúng ") or ends_with(folded, match.start(), _ABOUT_BEFORE)
    if match["n2"] and _before_event(folded, text, match.end(), match.endpos):
        return _distance(match, match["n2"], match["unit2"], "unit_from_event", None)
    return _distance(match, match["n1"] or match["n2"], match["unit"] or match["unit2"], "unit_ago", None if vague else (-1, "publication"))


def _read_after(match: re.Match[str], text: str) -> list[Reading]:
    """`ba ngày sau,` counts from the day named last; `ba ngày sau khi …` from an event that the words after it tell."""
    folded, way = match.string, match["way"]
    if way == "sau" and not _ENDS_PHRASE.match(folded, match.end(), match.endpos):
        return _distance(match, match["n"], match["unit"], "unit_from_event", None)
    vague = ends_with(folded, match.start(), _ABOUT_BEFORE)
    sign = -1 if way.startswith("trước") else 1
    return _distance(match, match["n"], match["unit"], "unit_from_date", None if vague else (sign, "anchor"))


def _read_after_that(match: re.Match[str], text: str) -> list[Reading]:
    return _distance(match, match["n"], match["unit"], "unit_from_date", (1 if match["way"] == "sau" else -1, "anchor"))


def _read_ahead(match: re.Match[str], text: str) -> list[Reading]:
    vague = ends_with(match.string, match.start(), _ABOUT_BEFORE)
    return _distance(match, match["n"], match["unit"], "unit_ahead", None if vague else (1, "publication"))


def _distance(match: re.Match[str], number: str, unit: str, rule: str, way: tuple[int, Base] | None) -> list[Reading]:
    """So many units in a direction (1 after, -1 before) from a base; None for `way` where nothing tells the date."""
    count = number_value(number)
    if not count or (rule != "unit_ago" and ends_with(match.string, match.start(), _LENGTH_BEFORE)):
        return []
    kind = _UNITS.get(unit.split()[0])
    if kind is None:  # decades are told roughly
        kind, way = "year", None
    reference: Reference = Unknown() if way is None else Distance(kind, way[0] * count, way[1])
    return [Reading(match.start(), match.end(), rule, _GRANULARITY[kind], reference)]


def _before_event(folded: str, text: str, end: int, stop: int) -> bool:
    if _NOUN_AFTER.match(folded, end, stop):
        return True
    following = re.match(r"\s+(\w)", text[end : min(stop, end + 3)])
    return following is not None and (following[1].isupper() or following[1].isdecimal())


def _read_clock(match: re.Match[str], text: str) -> list[Reading]:
    """A time of day without a day; `2h` and `9 giờ` only after lúc, từ, đến, for they are lengths of time too."""
    exact = re.search(r"[hg:]\s*\d\d", match["clock"]) is not None
    if not (exact or match["part"] or ends_with(match.string, match.start(), _CLOCK_CUE)):
        return []
    return [_reading(match, "clock", "time", Unknown(), None)]


def _reading(match: re.Match[str], rule: str, granularity: Granularity, reference: Reference, tense: Tense | None) -> Reading:
    end, after = tense_after(match.string, match.end(), match.endpos) if granularity != "time" else (match.end(), None)
    part = part_of_day(match.groupdict().get("part"))
    tense = after or tense or tense_before(match.string, match.start())
    return Reading(match.start(), end, rule, granularity, reference, part, tense)


CONSTRUCTIONS = (
    Construction("day_from_publication", _PARTS | {"#", "hôm", "ngày", "bữa"}, _DAY_OFFSET, _read_day_offset, "tối hôm qua"),
    Construction("part_of_day_from_publication", _PARTS | {"#"}, _PART_OFFSET, _read_part_offset, "chiều qua"),
    Construction("same_day", _PARTS | {"#", "cùng", "ngày"}, _SAME_DAY, _read_same_day, "chiều cùng ngày"),
    Construction("next_day", _PARTS | {"ngày", "hôm"}, _NEXT_DAY, _read_next_day, "sáng hôm sau"),
    Construction("weekday", _PARTS | {"#", "hôm", "ngày", "thứ", "chủ", "chúa"}, _WEEKDAY, _read_weekday, "hôm thứ Tư"),
    Construction("week_from_publication", frozenset({"đầu", "giữa", "cuối", "tuần"}), _WEEK, _read_week, "cuối tuần qua"),
    Construction("week_from_publication", frozenset({"đầu", "giữa"}), _EARLY_IN_WEEK, _read_early_in_week, "hồi đầu tuần"),
    Construction("unit_ago", _NUMBERS | {"cách"}, _AGO, _read_ago, "cách đây 10 năm"),
    Construction("unit_from_date", _NUMBERS, _AFTER, _read_after, "ba ngày sau,"),
    Construction("unit_from_date", frozenset({"sau", "trước"}), _AFTER_THAT, _read_after_that, "trước đó một ngày"),
    Construction("unit_ahead", _NUMBERS, _AHEAD, _read_ahead, "ba ngày nữa"),
    Construction("clock", frozenset({"#"}), _CLOCK, _read_clock, "lúc 10h30"),
)
