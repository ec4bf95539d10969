"""The day from which a decision on personnel takes effect: `bổ nhiệm ông A làm B kể từ ngày 16/12`, `Quyết định có hiệu lực từ 16/12`.

An office is entered and left on that day, not on the one on which the decision is signed or handed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.dating.timing import TimeIndex
from kg.extraction.events.drafts import EventDraft
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["in_effect"]

_PERSONNEL = ("Appointment", "Departure")
_DAYS = frozenset({"day", "time", "interval"})
_REACH = 6  # tokens from `kể từ`, `hiệu lực` to the day
_SINCE = ("kể từ", "hiệu lực từ", "hiệu lực thi hành từ", "hiệu lực")
_OF_DECISION = ("thời hạn", "quyết định", "các quyết định", "nghị quyết")  # they open a sentence on the one before


def in_effect(drafts: Sequence[EventDraft], views: Sequence[SentenceView], times: TimeIndex) -> list[EventDraft]:
    """The drafts of an article, with the day of effect for the appointments and departures of a sentence that tells it, or of the one before."""
    out = list(drafts)
    by_sentence: dict[int, list[int]] = {}
    for k, draft in enumerate(out):
        if draft.type in _PERSONNEL and not draft.undated:
            by_sentence.setdefault(draft.sentence, []).append(k)
    for view in views:
        days = [(a, t) for a, b, t in times.expressions[view.index] if _takes_effect(view, a, b, t)]
        here = by_sentence.get(view.index, [])
        if len(days) != 1:
            continue
        at, day = days[0]
        told = [k for k in here if out[k].trigger[0] < at]
        if not told and not here and any(view.keys(0, len(w.split())) == w for w in _OF_DECISION):
            told = by_sentence.get(view.index - 1, [])
        for k in told:
            before = out[k].time
            if before is None or before.edtf is None or str(before.edtf)[:10] <= str(day.edtf)[:10]:
                out[k] = out[k]._replace(time=day)
    return out


def _takes_effect(view: SentenceView, start: int, stop: int, time: TimeExpression) -> bool:
    edtf = (time.edtf or "").partition("/")[0]
    if time.granularity not in _DAYS or len(edtf) != 10:
        return False
    words = " ".join(view.key(k) for k in range(max(start - _REACH, 0), stop))
    return "tiên" not in words and any(f" {since} " in f" {words} " for since in _SINCE)
