"""Who is put into an office or out of it: the object of the appointing verb, the one `đối với` names, and when the text names nobody known.

Each asks the clauses of one sentence; positions are token indices.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.events.personnel.office_frames import passive_at
from kg.extraction.events.syntax.actors import Actor
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import EventVerb, event_verbs, words

__all__ = [
    "AppointingVerb",
    "before_predecessor",
    "concerned",
    "inside_object",
    "leads_delegation",
    "object_before",
    "other_object",
    "person_behind",
    "told_beside",
    "verb_over",
]

_FAR = 45
_LISTED = frozenset({"cán", "bộ", "đồng", "chí", "gồm", "là", ":", "sau", "nhân", "sự", "người"})  # `đối với |3 cán bộ gồm:| A, B`
_FOR_WHOM = frozenset({"với", "cho", "của"})


class AppointingVerb(NamedTuple):
    """A verb of appointing or dismissing that begins at token `start`, with its rows."""

    start: int
    rows: tuple[EventVerb, ...]


def verb_over(clauses: Clauses, group: Group) -> AppointingVerb | None:
    """The appointing verb whose object the group is."""
    k = group.start
    while k > 0 and words("filler").ending(clauses.view, k) is not None:
        k = words("filler").ending(clauses.view, k)[1]  # type: ignore[index]
    found = event_verbs().ending(clauses.view, k)
    rows = [r for r in found[0] if r.event in ("Appointment", "Departure") and r.frame in ("appoint", "dismiss")] if found is not None else []
    return AppointingVerb(found[1], tuple(rows)) if found is not None and rows else None


def object_before(clauses: Clauses, start: int) -> Group | None:
    """`bổ nhiệm |bà A| - Phó Vụ trưởng Vụ Kế hoạch, Tài chính |giữ chức|`: the object of the last active verb of appointing, whatever follows it.

    None where another name stands between it and the frame at token `start`.
    """
    view = clauses.view
    k = clauses.clause_start(start)
    last: Group | None = None
    while k < start:
        found = event_verbs().at(view, k)
        if found is not None and clauses.actor_at(k) is None and any(r.event == "Appointment" and r.frame == "appoint" for r in found[0]):
            group = clauses.object(found[1], personal=True)
            named = group is not None and group.actors[0].kind in ("person", "pronoun") and group.start <= found[1] + 2
            if passive_at(clauses, k) is not None:
                last = None
            elif named:
                last = group  # `giới thiệu |A| để Quốc hội bầu giữ chức`: a verb without an object keeps it
        k = found[1] if found is not None else k + 1
    if last is None:
        return None
    between = [g for g in clauses.groups if last.end <= g.start < start and g.governor != "của"]  # `A, người phụ tá của |ông|, làm B`
    return last if not any(a.kind in ("person", "pronoun") for g in between for a in g.actors) else None


def person_behind(clauses: Clauses, i: int, *, only: str = "") -> Group | None:
    """`miễn nhiệm chức vụ B |đối với ông A|`, `bổ nhiệm Bộ trưởng B |với ông A|`."""
    view = clauses.view
    for k in range(i, min(i + _FAR, len(view))):
        if words("temporal_opener").at(view, k) is not None:
            return None  # `giữ quyền B, |sau khi| Quốc hội miễn nhiệm chức vụ B đối với ông A`
        if view.key(k) in _FOR_WHOM and (not only or view.keys(k - 1, 2) == only):
            listed = k + 1
            while view.key(listed) in _LISTED or (listed < len(view) and view.tokens[listed].kind == "number"):
                listed += 1
            group = clauses.object(listed, personal=True)
            if group is not None and group.start <= listed + 3:
                return group
        if view.key(k) in {";", ".", "được", "bị"}:
            return None
    return None


def before_predecessor(clauses: Clauses, i: int) -> int:
    """`A |thay cha| làm B`, `A |thay ông C| làm B`: where the words begin that tell before token i whom A succeeds; i where there are none."""
    view = clauses.view
    actor = next((a for a in clauses.actors if a.end == i and a.kind == "person"), None)
    if actor is None:
        found = words("in_place_of").ending(view, i)
        return found[1] if found is not None else i
    aside = words("in_place_of").ending(view, actor.start - (view.key(actor.start - 1) in {"là", ","}))
    succeeds = event_verbs().ending(view, actor.start)
    if aside is None and succeeds is not None and any(r.event == "Appointment" and r.frame == "succeed" for r in succeeds[0]):
        return succeeds[1]
    return aside[1] if aside is not None else i


def inside_object(clauses: Clauses, group: Group) -> bool:
    """Whether the group stands inside the object of an appointing verb before it, rather than being that object."""
    last = None
    k = clauses.clause_start(group.start)
    while k < group.start:
        found = event_verbs().at(clauses.view, k)
        if found is not None and clauses.actor_at(k) is None and any(r.event == "Appointment" and r.frame == "appoint" for r in found[0]):
            last = k
        k = found[1] if found is not None else k + 1
    return last is not None and passive_at(clauses, last) is None


def other_object(clauses: Clauses, start: int, stop: int) -> bool:
    """`A tính |chọn| ông trùm nọ làm bộ trưởng`: the one who is chosen is no actor known by name."""
    k = start
    passive = False
    while k < stop:
        found = event_verbs().at(clauses.view, k)
        appoints = found is not None and any(r.event == "Appointment" and r.frame == "appoint" for r in found[0])
        passive = passive or (appoints and passive_at(clauses, k) is not None)
        if found is not None and appoints and not passive and not clauses.gap(found[1], stop):
            return True
        k = found[1] if found is not None else k + 1
    return False


def concerned(clauses: Clauses, i: int) -> Group | None:
    """`bổ nhiệm cán bộ |đối với ông A|, quê …, giữ chức B`: the one whom the decision concerns."""
    before = [g for g in clauses.groups if g.end <= i and g.personal and g.governor == "đối với"]
    return before[-1] if before else None


def leads_delegation(clauses: Clauses, actor: Actor) -> bool:
    """`đoàn |do Hòa thượng| A, …, làm trưởng đoàn`: who leads a delegation is not put into an office."""
    return "do" in {clauses.view.key(k) for k in range(max(actor.start - 3, 0), actor.start)}


def told_beside(clauses: Clauses, actor: Actor) -> bool:
    """`ngân hàng |nơi| ông A làm B`, `trong |năm đầu tiên| ông A nhậm chức B`: the office tells where and when something else was."""
    return clauses.view.key(actor.start - 1) == "nơi" or clauses.view.keys(actor.start - 3, 3) == "năm đầu tiên"
