"""The day that a story is on, sentence by sentence: what a lead dates, the sentences behind it go on telling, until another time is told.

`Chủ tịch nước hôm nay đón khách tại Phủ Chủ tịch. Hai ông |chứng kiến lễ ký|`: a sentence of the story without a time of its own is on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from kg.extraction.events.dating.periods import bounds
from kg.extraction.events.dating.timing import TimeIndex, in_speech
from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.tables import words
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["goes_on", "on_occasion", "story_days", "taken_over"]

_DAYS = frozenset({"day", "time"})
_SUBORDINATE = frozenset({"khi", "để", "trước", "sau"})
_QUOTES = frozenset({'"', "“", "”"})
_OF_DAYS = frozenset({"day", "time", "interval"})
_LATER = frozenset({"sau đó", "tiếp đó"})
_NEAR = 7  # days from the day of the occasion; what lies further off is told aside
_GOING_ON = ("Meeting", "PhoneCall", "Signing", "RelationChange", "Appointment", "Departure")


def story_days(views: Sequence[SentenceView], times: TimeIndex, occasion: TimeExpression | None) -> list[TimeExpression | None]:
    """For each sentence the day that its story is on; None where it tells a time of its own, looks back, or nobody knows.

    `occasion` is the day of what the article reports; a headline, and a lead that names no time, are on it.
    """
    out: list[TimeExpression | None] = []
    if occasion is None or not _is_day(occasion.edtf):
        return [None] * len(views)
    lead = next((v for v in views if v.sentence.start <= occasion.start < v.sentence.end), None)
    current = None if lead is None or _winds_up(lead) else occasion
    aside = False
    end = 0
    for view in views:
        told = [t for _, _, t in times.expressions[view.index] if not in_speech(t)]
        if view.sentence.block == "caption":
            out.append(None)
            continue
        if "\n" in view.text[end : view.sentence.start] and words("follows_on").at(view, 0) is None:
            aside = False  # a new paragraph comes back to the story
        end = view.sentence.end
        near = next((t for t in told if _is_day(t.edtf) and t.granularity in _DAYS and _apart(t, occasion) <= _NEAR), None)
        elsewhere = any(_elsewhere(t, occasion) for t in told)
        aside = near is None and (aside or elsewhere or words("looks_back").at(view, 0) is not None)
        counted = any(t.edtf is None and t.granularity != "time" for t in told)  # `3 ngày sau khi A tới B`
        timed = any(t.granularity in _OF_DAYS and t.edtf is not None for t in told)
        out.append(None if timed or aside or counted else current)
        if near is not None:
            current = None if _winds_up(view) else near
    return out


def _winds_up(view: SentenceView) -> bool:
    """`Chiều 16/11, A |rời| Lima, kết thúc chuyến thăm`: what is told behind it took place on the days before."""
    return any(words("winds_up").at(view, k) is not None for k in range(len(view)))


def taken_over(time: TimeExpression | None) -> TimeExpression | None:
    """A time of another sentence as that of this one: the text around it fixes the date, not the words themselves."""
    return time if time is None or time.method == "unresolved" else msgspec.structs.replace(time, method="context")


def goes_on(view: SentenceView, draft: EventDraft) -> bool:
    """Whether the draft tells of the story's day if its sentence names no other: what happened, told by a verb that nothing puts into the past."""
    if draft.type not in _GOING_ON or draft.modality != "happened" or "noun" in draft.rule or draft.undated:
        return False
    begin, at = min(draft.trigger[0], *draft.clause), draft.trigger[0]
    if "khi" in (view.key(begin - 1), view.key(begin), view.key(at - 2)) or view.key(at - 1) in _SUBORDINATE:
        return False  # `sau |khi| A nhậm chức`, `đủ điều kiện |để| đắc cử`
    if sum(view.key(k) in _QUOTES for k in range(at)) % 2 or view.key(0) == "việc" or view.keys(0, 2) == "sự kiện":
        return False  # `|Sự kiện| A ký luật đã khép lại …`: told already
    if draft.type in ("Appointment", "Departure") and any(view.keys(k, 2) in _LATER for k in range(2, at)):
        return False  # `ông A |sau đó| trở thành B`: a career goes on
    return not any(words("looks_back").at(view, k) is not None for k in range(draft.trigger[0]))


def on_occasion(view: SentenceView, draft: EventDraft, times: TimeIndex) -> bool:
    """Whether what somebody says or attends may be dated by what the article reports: not ahead, in a sentence that names no other days."""
    if draft.modality not in ("happened", "reported") or words("looks_back").at(view, 0) is not None:
        return False
    return not any(t.granularity == "interval" and t.edtf is not None for _, _, t in times.expressions[view.index])


def _elsewhere(time: TimeExpression, occasion: TimeExpression) -> bool:
    """Whether the time is not the occasion's and does not hold it; a later year is a target, and leaves the story where it is."""
    if time.edtf is None or time.granularity in ("term", "decade", "century"):
        return False
    told, day = bounds(time.edtf), bounds(str(occasion.edtf))
    if told.open_year != day.open_year:
        return _is_day(time.edtf)
    if _is_day(time.edtf):
        return _apart(time, occasion) > _NEAR and told.last < day.first
    if told.first <= day.first <= told.last:
        return time.granularity == "interval"
    return told.last < day.first or told.first[:4] == day.first[:4]


def _is_day(edtf: str | None) -> bool:
    return edtf is not None and len(edtf) == 10


def _apart(a: TimeExpression, b: TimeExpression) -> int:
    """Days between two days; those of an unknown year are taken for the same year."""
    first, second = str(a.edtf), str(b.edtf)
    if "X" in first[5:] + second[5:]:
        return 0 if first == second else _NEAR + 1
    if "X" in first or "X" in second:
        first, second = f"2000{first[4:]}", f"2000{second[4:]}"
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)
