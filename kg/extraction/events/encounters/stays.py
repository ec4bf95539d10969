"""Visits told by where somebody was from one day to another, without a verb of visiting: `A ở B từ ngày 25 đến 27/5`, `Năm ngày ở B, từ 28/6
đến 2/7, A đã gặp …`.

Comes in: the clauses of a sentence and its expressions of time. Goes out: drafts of visits that carry their days.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import EventDraft, Part
from kg.extraction.events.encounters.goals import goals_behind
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.syntax.nouns import main_subject
from kg.language.dates import TimeExpression

__all__ = ["STAYS", "read_stays"]

STAYS = "visit: stays in B for days"

_AT = frozenset({"ở", "tại"})
_COUNTED = frozenset({"ngày", "hôm"})


def read_stays(clauses: Clauses, expressions: Sequence[tuple[int, int, TimeExpression]]) -> list[EventDraft]:
    """The visits of the sentence that only a place and a run of days tell."""
    out: list[EventDraft] = []
    for start, stop, time in expressions:
        if time.granularity == "interval" and time.edtf is not None and len(time.edtf.partition("/")[0]) == 10:
            out += _stays(clauses, start, time) or _days_at(clauses, start, stop, time)
    return out


def _stays(clauses: Clauses, start: int, time: TimeExpression) -> list[EventDraft]:
    """`Tổng thống A |ở B| từ ngày 25 đến 27/5`: the place stands between its subject and the days."""
    at = next((k for k in range(start - 1, max(start - 8, 0), -1) if clauses.view.key(k) in _AT and clauses.actor_at(k) is None), None)
    subject = clauses.adjacent(at) if at is not None else None
    if at is None or subject is None or subject.position != "subject" or not subject.personal:
        return []
    return _visits(clauses, subject, at, start, time, (at, at + 1))


def _days_at(clauses: Clauses, start: int, stop: int, time: TimeExpression) -> list[EventDraft]:
    """`|Năm ngày ở B và C|, từ 28/6 đến 2/7, A đã gặp …`: the days open the sentence, the main clause has the subject."""
    view = clauses.view
    at = next((k for k in range(1, 4) if view.key(k) in _AT), None)
    if at is None or view.key(at - 1) not in _COUNTED or view.key(start - 1) != "," or view.key(stop) != ",":
        return []
    subject = main_subject(clauses, stop)
    if subject is None or not clauses.predicate_follows(subject.end + (view.key(subject.end) == ",")):
        return []
    return _visits(clauses, subject, at, start - 1, time, (0, at + 1))


def _visits(clauses: Clauses, subject: Group, at: int, stop: int, time: TimeExpression, trigger: tuple[int, int]) -> list[EventDraft]:
    goals, end = goals_behind(clauses, at + 1)
    agents = tuple(Part(key, "agent") for actor in subject.actors if actor.kind in ("person", "pronoun") for key in actor.keys)
    how = as_modality(told(clauses, *trigger, subject.end if subject.end <= trigger[0] else None))
    if end != stop or not goals or not agents or how is None or goals[0].kind == "organization":
        return []
    span = (min(subject.start, trigger[0]), max(subject.end, end))
    return [
        EventDraft(
            "Visit",
            clauses.view.index,
            trigger,
            span,
            (*agents, Part(key, "destination")),
            how,
            STAYS,
            place=key if goal.kind == "place" else None,
            time=time,
        )
        for goal in goals
        for key in goal.keys
    ]
