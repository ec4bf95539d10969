"""Times that go on from a day told before: `kéo dài đến ngày 25/5`, `đến hết ngày 24-6`, `trong ngày,`, `Buổi chiều,`, `vài phút trước đó`."""

from __future__ import annotations

import re

from kg.language.dates.construction import Construction, ends_with, part_of_day
from kg.language.dates.patterns import offset_of, pattern, read_point
from kg.language.dates.references import Distance, Reading, SameDay, Until
from kg.language.dates.words import alternatives, time_words

__all__ = ["CONSTRUCTIONS"]

_UNTIL = pattern(
    r"(?:kéo dài (?:cho )?(?:đến|tới)(?: hết)?|(?:cho )?(?:đến|tới) hết) (?:<PART> )?"
    r"(?:(?:ngày |hôm )?(?P<point><POINT>)(?P<whichyear><WHICHYEAR>)?|(?P<offset>" + alternatives(time_words("day_offset")) + "))"
)
_WITHIN_DAY = pattern(r"(?:ngay )?trong (?:ngày|buổi (?P<part>sáng|trưa|chiều|tối))(?=_[,.;)]|$)")
_PART = pattern(r"(?:(?:vào )?buổi (?P<part>sáng|trưa|chiều|tối)|(?P<then>tối|đêm) đến)(?=_,)")
_MOMENTS = pattern(r"(?:vài|ít|mấy|<N>) phút (?:sau đó|trước đó|sau|trước)(?=_,| đó)")

_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?…\n”\"])\s*\Z")


def _read_until(match: re.Match[str], text: str) -> list[Reading]:
    """The last day of what began on the day that the sentence told before."""
    if match["offset"]:
        return [_reading(match, "until", Until(Distance("day", offset_of("day_offset", match["offset"]), "publication")))]
    point = read_point(match["point"] + (match["whichyear"] or ""))
    return [] if point is None or point.lunar else [_reading(match, "until", Until(point))]


def _read_within_day(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "within_day", SameDay(of_story=True), match["part"])]


def _read_part(match: re.Match[str], text: str) -> list[Reading]:
    """A part of the day that opens a sentence: of the day that the story is on."""
    if not ends_with(match.string, match.start(), _OPENS_SENTENCE):
        return []
    return [_reading(match, "within_day", SameDay(of_story=True), match["part"] or match["then"])]


def _read_moments(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "within_day", SameDay(of_story=True))]


def _reading(match: re.Match[str], rule: str, reference: Until | SameDay, part: str | None = None) -> Reading:
    granularity = "interval" if isinstance(reference, Until) else "day"
    return Reading(match.start(), match.end(), rule, granularity, reference, part_of_day(part))  # type: ignore[arg-type]


CONSTRUCTIONS = (
    Construction("until", frozenset({"kéo", "cho", "đến", "tới"}), _UNTIL, _read_until, "hôm nay, 23/5, thăm Lào kéo dài đến 25/5"),
    Construction("within_day", frozenset({"ngay", "trong"}), _WITHIN_DAY, _read_within_day, "Trong ngày, hai bên ký"),
    Construction("within_day", frozenset({"vào", "buổi", "tối", "đêm"}), _PART, _read_part, "Buổi chiều, ông tới Huế"),
    Construction("within_day", frozenset({"vài", "ít", "mấy", "#"}), _MOMENTS, _read_moments, "Vài phút trước đó, bà tuyên thệ"),
)
