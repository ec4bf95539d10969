"""Times that one telling has of another in its sentence: the last of a person's verbs dates those before it, a journey what is done on it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.syntax.clauses import Clauses
from kg.language.dates import TimeExpression

__all__ = ["share_times"]

_APART = frozenset({";", "sau", "trước", "rồi", "tiếp", "khi"})  # what is told behind these has days of its own


def share_times(drafts: Sequence[EventDraft], clauses: Sequence[Clauses]) -> list[EventDraft]:
    """`thôi giữ chức A, thôi làm nhiệm vụ B chiều 25/10`: the time behind the last verb is that of the same person's verbs before it."""
    out = list(drafts)
    journeys: dict[int, list[EventDraft]] = {}
    for draft in out:
        if draft.type == "Visit":
            journeys.setdefault(draft.sentence, []).append(draft)
    for k, draft in enumerate(out):
        if draft.type in ("Meeting", "Statement", "Signing", "Speech") and draft.time is None:
            out[k] = draft._replace(time=_time_of_journey(draft, journeys.get(draft.sentence, ())))
    for k in range(len(out) - 2, -1, -1):
        draft, following = out[k], out[k + 1]
        same = draft.type == following.type and draft.sentence == following.sentence and draft.parts == following.parts
        if same and draft.type in ("Appointment", "Departure") and draft.time is None and following.time is not None:
            out[k] = draft._replace(time=following.time)
    for k, draft in enumerate(out):
        if draft.type == "Visit" and draft.time is None and not draft.undated:
            out[k] = draft._replace(time=_time_of_next(draft, out, clauses))
    return out


def _time_of_next(draft: EventDraft, drafts: Sequence[EventDraft], clauses: Sequence[Clauses]) -> TimeExpression | None:
    """`A |thăm| B, dự hội nghị tại C từ ngày 12 đến 16/11`: the days told behind the last of A's coordinated verbs are those of the journey."""
    view = clauses[draft.sentence].view
    agents = [p.key for p in draft.parts if p.role == "agent"]
    for other in drafts:
        if other.sentence != draft.sentence or other.trigger <= draft.trigger or other.time is None or other.modality != draft.modality:
            continue
        behind = view.span(0, other.trigger[1])[1] <= other.time.start
        joined = other.type in ("Visit", "Attendance", "Speech") and all(any(p.key == k for p in other.parts) for k in agents)
        between = [view.key(k) for k in range(draft.trigger[1], other.trigger[0])]
        if behind and joined and between and between[-1] in {",", "và"} and not _APART & set(between):
            return other.time
    return None


def _time_of_journey(draft: EventDraft, drafts: Sequence[EventDraft]) -> TimeExpression | None:
    """`A tới B hôm 2/7 và |gặp| C`: the meeting is on the day of the arrival told before it in the sentence."""
    mine = [p.key for p in draft.parts]
    for other in drafts:
        journey = other.type == "Visit" and other.sentence == draft.sentence and other.trigger < draft.trigger
        if (
            journey
            and other.time is not None
            and (other.time.granularity in ("day", "time") or "/" not in str(other.time.edtf))
            and any(p.key in mine for p in other.parts if p.role == "agent")
        ):
            return other.time
    return None
