"""An event as one sentence tells it, before its tellings are joined: type, who with which part, where, how it is told, and the words that say so."""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.events.syntax.actors import Key
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import EventVerb, event_verbs
from kg.language.dates import TimeExpression
from kg.model import Modality

__all__ = ["EventDraft", "Part", "Trigger", "triggers"]


class Part(NamedTuple):
    """An entity and the part it plays: agent, participant, host, destination, inviter, speaker, party, witness …"""

    key: Key
    role: str


class Trigger(NamedTuple):
    """A form of the table at tokens `[start, stop)` of a sentence, with its rows."""

    rows: tuple[EventVerb, ...]
    start: int
    stop: int

    def row(self, event: str, *frames: str) -> EventVerb | None:
        """The row of this event type and one of these frames."""
        return next((r for r in self.rows if r.event == event and (not frames or r.frame in frames)), None)


class EventDraft(NamedTuple):
    """One telling. `trigger` and `clause` are token spans of sentence `sentence`; `value` is the trigger's value in the table.

    `place` is the entity of the place, `office` the finding of an appointment's office. `undated` tells that the sentence's date is another's
    (`ngày 22/9 kỷ niệm một năm nâng cấp quan hệ`), `partial` that the office's title is cut off (`làm Chủ tịch Hội …` in a headline).
    `from_level` is the level of relations that a change leaves behind (`từ Đối tác toàn diện lên …`).
    """

    type: str
    sentence: int
    trigger: tuple[int, int]
    clause: tuple[int, int]
    parts: tuple[Part, ...]
    modality: Modality
    rule: str
    value: str = ""
    level: str | None = None
    label: str | None = None
    place: Key | None = None
    time: TimeExpression | None = None
    office: object | None = None
    undated: bool = False
    partial: bool = False
    from_level: str | None = None

    @property
    def principals(self) -> tuple[Key, ...]:
        """The entities without inviters, witnesses, hosts of a visit and topics."""
        beside = ("inviter", "guest") if self.type == "Invitation" else ()
        return tuple(p.key for p in self.parts if p.role in ("agent", "participant", "host", "party", "speaker", "destination", *beside))


def triggers(clauses: Clauses) -> list[Trigger]:
    """The trigger forms of a sentence from left to right, longest first, outside the names of actors."""
    view = clauses.view
    found: list[Trigger] = []
    stop = 0
    for i in event_verbs().beginnings(view):
        if i < stop:
            continue
        actor = clauses.actor_at(i)
        if actor is not None and actor.kind != "pronoun":
            continue
        match = event_verbs().at(view, i)
        if match is None:
            continue
        rows = tuple(row for row in match[0] if row.frame != "none")
        stop = match[1]
        if rows:
            found.append(Trigger(rows, i, stop))
    return found
