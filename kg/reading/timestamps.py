"""Publication times as Vietnamese pages write them → ISO 8601.

In comes a string (`Thứ năm, 16/05/2024 22:21 (GMT+7)`), out goes `2024-05-16T22:21:00+07:00`; day before
month, a date alone stays a date, a time without a zone stays without one. What is not surely a full date
gives None, never a guess.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

__all__ = ["TimestampLine", "normalise_published", "read_timestamp_line"]

_DATE = (
    r"(?:(?P<d1>\d{1,2})\s?[/.-]\s?(?P<m1>\d{1,2})\s?[/.-]\s?(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2}),?(?:\s+năm)?\s+(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2}))"
)
_TIME = (
    r"(?P<H{n}>\d{{1,2}})(?::|h|\s?giờ\s?)(?P<M{n}>\d{{2}})(?::(?P<S{n}>\d{{2}}))?"
    r"(?:\s?(?P<half{n}>AM|PM|SA|CH)\b)?"
)
_ZONE = r"\(?\s?(?:GMT|UTC)?\s?(?P<sign>[+-])\s?(?P<zh>\d{1,2})(?::?(?P<zm>\d{2}))?\s?\)?"
_WEEKDAY = r"(?:(?:Thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|Chủ\s+nhật|T[2-7]|CN)\b\s?[,.|-]?\s*)"
_DAY_NAME = re.compile(_WEEKDAY, re.IGNORECASE)
_GAP = r"\s*[,;|•·–-]?\s*(?:lúc\s+)?"
_STAMP = (
    rf"{_WEEKDAY}?(?:ngày\s+)?"
    rf"(?:{_TIME.format(n=1)}{_GAP}{_WEEKDAY}?(?:ngày\s+)?)?{_DATE}(?:{_GAP}{_TIME.format(n=2)})?(?:{_GAP}{_ZONE})?"
)
_WHOLE = re.compile(rf"(?:{_STAMP})\s*[.|]?", re.IGNORECASE)
_REDUCED = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_LABEL = r"(?:(?P<label>Đăng lúc|Ngày đăng|Xuất bản|Đăng ngày|Cập nhật(?: lúc)?|Thời gian)\s?:?\s*)"
_LINE = re.compile(
    rf"(?:(?P<before>[^\d]{{2,80}}?)\s*[-–—|•·,]\s*)??{_LABEL}?{_STAMP}\s*[.|]?(?:\s?Cập nhật.{{0,40}})?",
    re.IGNORECASE,
)


class TimestampLine(NamedTuple):
    """A line that tells when the page was published. `before` is what stands left of the time, mostly a
    byline.

    `is_precise`: the time has a clock and a weekday or zone, as no headline or sentence writes it.
    """

    published: str | None
    before: str
    has_time: bool
    is_precise: bool


def normalise_published(value: object) -> str | None:
    """ISO 8601 date or date-time of a metadata value (text, `date` or `datetime`), a month or year where that is
    all it says (`2023-09`); None where it is none.

    >>> normalise_published("03/07/2023 18:02 GMT+7")
    '2023-07-03T18:02:00+07:00'
    >>> normalise_published("2021-01-23 07:17")
    '2021-01-23T07:17:00'
    """
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if _REDUCED.fullmatch(text):
        return text
    if (match := _WHOLE.fullmatch(text)) is not None:
        return _iso(match)
    return _from_iso(text) or _from_mail_date(text)


def read_timestamp_line(line: str) -> TimestampLine | None:
    """Read a whole line of an article as `[byline -] [weekday,] date [time] [zone]`; None for every other
    line.
    """
    if len(line) > 160 or not any(c.isdigit() for c in line):
        return None
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    published = _iso(match)
    if published is None:
        return None
    if (match["label"] or "").casefold().startswith("cập nhật"):
        published = None  # the time of a change is not the time of publication
    has_time = "T" in (published or "")
    stamp = line[match.end("before") if match["before"] else 0 :].lstrip(" -–—|•·,")
    precise = has_time and (match["sign"] is not None or _DAY_NAME.match(stamp) is not None)
    return TimestampLine(published, (match["before"] or "").strip(), has_time, precise)


def _iso(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    number = next(n for n in "123" if group["y" + n])
    year, month, day = (int(group[part + number]) for part in "ymd")
    clock = next((n for n in "12" if group["H" + n]), None)
    try:
        if not 1900 <= year <= 2100:
            return None
        if clock is None:
            return date(year, month, day).isoformat()
        hour = _hour(int(group["H" + clock]), group["half" + clock])
        moment = datetime(year, month, day, hour, int(group["M" + clock]), int(group["S" + clock] or 0))
        if group["sign"]:
            offset = timedelta(hours=int(group["zh"]), minutes=int(group["zm"] or 0))
            moment = moment.replace(tzinfo=timezone(-offset if group["sign"] == "-" else offset))
        return moment.isoformat()
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if half and half.upper() in ("PM", "CH") and hour < 12:
        return hour + 12
    if half and half.upper() in ("AM", "SA") and hour == 12:
        return 0
    return hour


def _from_iso(text: str) -> str | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text.replace(" +", "+")).replace(microsecond=0).isoformat()
    except ValueError:
        return None


def _from_mail_date(text: str) -> str | None:
    if not re.match(r"(?:[A-Za-z]{3},\s)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return None
