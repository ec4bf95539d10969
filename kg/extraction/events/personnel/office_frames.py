"""The words that govern an office, read from right to left: `điều động, phân công |giữ chức| B`, `được bầu |làm| B`, `thôi |giữ các chức vụ| B`."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import EventVerb, event_verbs, words

__all__ = ["OfficeFrame", "office_frame", "passive_at", "with_nomination"]

_PASSIVE_REACH = 14
_LIST_REACH = 10


class OfficeFrame(NamedTuple):
    """The words that govern an office: from `start` to the office, the rows they match, and whether they leave it."""

    start: int
    stop: int
    rows: tuple[EventVerb, ...]

    @property
    def leaves(self) -> bool:
        return any(r.event == "Departure" for r in self.rows)

    def has(self, *frames: str) -> bool:
        return any(r.frame in frames for r in self.rows)


def office_frame(clauses: Clauses, office: int) -> OfficeFrame | None:
    """The chain of verbs that ends right before the office, read from right to left."""
    rows: list[EventVerb] = []
    k = office
    while True:
        behind = _skip_back(clauses, k)
        found = event_verbs().ending(clauses.view, behind)
        mine = [r for r in found[0] if r.event in ("Appointment", "Departure")] if found is not None else []
        if found is None or not mine or any(clauses.actor_at(n) is not None for n in range(found[1], behind)):
            break
        rows.extend(mine)
        k = found[1]
        if not any(r.frame == "link" for r in mine) and not _verb_before(clauses, k):
            break
    if not rows:
        listed = _before_list(clauses, office)
        return OfficeFrame(listed[0], office, listed[1]) if listed is not None else None
    if all(r.value == "noun" for r in rows):
        return None
    return OfficeFrame(k, office, tuple(rows))


def _before_list(clauses: Clauses, office: int) -> tuple[int, tuple[EventVerb, ...]] | None:
    """`đảm nhận nhiều chức vụ trong quân đội |như| A, B`: words that say where stand between the offices' frame and their list."""
    view = clauses.view
    if view.key(office - 1) not in {"như", ":"}:
        return None
    for k in range(office - 1, max(office - _LIST_REACH, 0), -1):
        if view.tokens[k - 1].kind == "sign" or clauses.actor_at(k - 1) is not None:
            return None
        found = event_verbs().ending(view, k)
        rows = tuple(r for r in found[0] if r.event == "Appointment" and r.frame == "link") if found is not None else ()
        if found is not None and rows:
            before = event_verbs().ending(view, _skip_back(clauses, found[1]))
            verbs = tuple(r for r in before[0] if r.event == "Appointment" and r.value != "noun") if before is not None else ()
            start = before[1] if before is not None and verbs else found[1]
            career = tuple(msgspec.structs.replace(r, value="career") for r in (*rows, *verbs) if r.frame == "link")
            return (start, career) if any(r.value != "noun" for r in (*rows, *verbs)) else None
    return None


def _skip_back(clauses: Clauses, k: int) -> int:
    """Skip determiners and what joins verbs of one chain, going left: `các`, `nhiều … như`, `quan trọng`, `,`, `và`."""
    view = clauses.view
    while k > 0:
        found = words("chain").ending(view, k)
        if found is None:
            return k
        k = found[1]
    return k


def _verb_before(clauses: Clauses, k: int) -> bool:
    k = _skip_back(clauses, k)
    found = event_verbs().ending(clauses.view, k)
    return found is not None and any(r.event in ("Appointment", "Departure") and r.frame in ("appoint", "dismiss", "quit", "enter") for r in found[0])


def passive_at(clauses: Clauses, start: int) -> int | None:
    """The token of `được` or `bị` before the verb chain, with the one who appoints between them or not."""
    view = clauses.view
    k = start
    while k > max(start - _PASSIVE_REACH, 0):
        key = view.key(k - 1)
        if key in {"được", "bị"}:
            return k - 1
        actor = clauses.actor_at(k - 1)
        if actor is not None:
            if actor.kind in ("person", "pronoun") and view.key(actor.start - 1) not in {"được", "bị"}:
                return None
            k = actor.start
            continue
        if view.tokens[k - 1].kind == "sign" or (words("auxiliary").ending(view, k) is not None and key in {"đã", "sẽ", "vừa"}):
            return None
        k -= 1
    return None


def with_nomination(clauses: Clauses, frame: OfficeFrame) -> OfficeFrame:
    """`được |giới thiệu| để bầu làm B`: the frame from the verb of naming on that stands between the passive and the one who chooses."""
    passive = passive_at(clauses, frame.start)
    if passive is None or clauses.actor_at(passive) is not None:
        return frame
    for k in range(passive + 1, frame.start):
        found = event_verbs().at(clauses.view, k)
        rows = tuple(r for r in found[0] if r.event == "Appointment" and r.value == "nominate") if found is not None else ()
        if rows:
            return frame._replace(start=k, rows=(*frame.rows, *rows))
    return frame
