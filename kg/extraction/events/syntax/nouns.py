"""Arguments of a noun that names an event: `cuộc gặp giữa A và B`, `chuyến thăm chính thức Lào của A`, and who has, opens or attends it.

Right of the noun stand its modifiers and prepositional phrases; left of it the verb whose subject takes part, or a preposition that makes
it an adverbial of the main clause (`Trong cuộc gặp với B, A nói …`).
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import event_verbs, words

__all__ = ["EventNoun", "event_noun"]

_REACH = 14
_FAR = 30


class EventNoun(NamedTuple):
    """`members` are both sides (`giữa A và B`, `của A với B`), `partners` the other side only (`với B`); `subject` who stands outside.

    `adverbial` tells that the noun hangs on a preposition, `plural` that several events are named at once.
    """

    members: tuple[Group, ...]
    partners: tuple[Group, ...]
    subject: Group | None
    adverbial: bool
    plural: bool
    rule: str
    span: tuple[int, int]


def event_noun(clauses: Clauses, start: int, stop: int) -> EventNoun:
    """The arguments of the event noun at tokens `[start, stop)`."""
    view = clauses.view
    left = start
    while left > 0 and ((found := words("plural").ending(view, left)) is not None or view.key(left - 1) in {"cuộc", "buổi", "số"}):
        left = found[1] if found is not None else left - 1
    plural = left < start and view.key(left) not in {"cuộc", "buổi"}
    members, partners, end = _behind(clauses, stop)
    adverbial = words("noun_adverbial").ending(view, left) is not None
    supported = words("noun_support").ending(view, left) is not None
    subject: Group | None = None
    if not members or (len(members) == 1 and len(members[0].keys) == 1):
        if supported or adverbial:
            subject = clauses.subject(left - 1, strict=False) if supported and not adverbial else clauses.topic(left - 1)
        elif clauses.view.sentence.block == "caption":
            subject = clauses.topic(left)
        if subject is None and adverbial:
            subject = main_subject(clauses, end)
    if not members and not partners and (chaired := _chaired(clauses, stop)) is not None:
        members, end = (chaired,), chaired.end
    rule = "noun with both sides" if members else "noun with the other side" if partners else "noun with a joint subject"
    if len(members) == 1 and len(members[0].keys) == 1 and not partners:
        partners, members = members, ()
    return EventNoun(
        members,
        partners,
        subject,
        adverbial,
        plural,
        rule,
        (min(left, subject.start) if subject else left, max(end, subject.end) if subject else end),
    )


def _behind(clauses: Clauses, i: int) -> tuple[tuple[Group, ...], tuple[Group, ...], int]:
    """Walk over the modifiers behind the noun and take `giữa A và B`, `của A với B`, `với B`."""
    view = clauses.view
    members: list[Group] = []
    partners: list[Group] = []
    k = end = i
    direct = clauses.object(i, personal=True) if words("noun_of_whom").ending(view, i) is not None else None
    if direct is not None and direct.keys and direct.start <= i + 2:
        partners.append(direct)  # `cuộc hội kiến |Tổng thống Mỹ|`, `buổi tiếp |Đại sứ A|`
        k = end = direct.end
    while k < min(len(view), i + _REACH + (end - i)):
        k = clauses.skip_time(k)
        if k >= len(view):
            break
        key = view.key(k)
        group = clauses.object(k + 1) if key in {"giữa", "của", "với", "cùng", "do"} else None
        if group is not None and group.actors[0].kind == "pronoun" and len(group.keys) > 1:
            break  # `cuộc gặp giữa hai nhà lãnh đạo` goes back to what was told
        if group is not None:
            if key == "do" and direct is not None and group.keys and clauses.gap(group.end, group.end + 2):
                members.append(group)  # `lễ đón Tổng thống A do |Chủ tịch nước B| chủ trì`
                k = end = group.end
                continue
            if key == "do" or not group.keys or (key == "của" and partners):
                break
            (members if key in {"giữa", "của"} else partners).append(group)
            k = end = group.end
            continue
        if key in {"với", "cùng"} and (listed := _listed(clauses, k + 1)) is not None:
            partners.extend(listed)
            end = listed[-1].end
            break
        if key in {"tại", "ở", "trong"} and (actor := _place_at(clauses, k + 1)) is not None:
            k = end = actor
            continue
        if key in {"với", "giữa", "cùng"}:
            break  # the other side is no actor known by name
        actor_here = clauses.actor_at(k)
        if (
            actor_here is not None
            or (view.tokens[k].kind == "sign" and key not in {"(", ")", "-", "–"})
            or words("noun_stop").at(view, k) is not None
        ):
            break
        k += 1
    if partners and members:
        members, partners = [*members, *partners], []
    return tuple(members), tuple(partners), end


def spoken_with(clauses: Clauses, subject: Group) -> Group | None:
    """`Trong cuộc điện đàm, A nói |với B| rằng …`: whom the main clause's subject speaks with there."""
    view = clauses.view
    for k in range(subject.end, min(subject.end + _REACH, len(view))):
        if view.key(k) == "với":
            group = clauses.object(k + 1, personal=True)
            verb = event_verbs().ending(view, k)
            return group if group is not None and group.keys and verb is not None and any(r.event == "Statement" for r in verb[0]) else None
        if view.tokens[k].kind == "sign" or view.key(k) in {"rằng", "là"}:
            return None
    return None


def _chaired(clauses: Clauses, i: int) -> Group | None:
    """`|Cuộc hội đàm| diễn ra …, dưới sự chủ trì của A và B`: the two who preside hold it with one another."""
    view = clauses.view
    for k in range(i, min(i + _FAR, len(view))):
        found = words("chaired").at(view, k)
        if found is not None:
            group = clauses.object(found[1], personal=True)
            return group if group is not None and len(group.keys) > 1 else None
        if view.key(k) in {";", "."}:
            return None
    return None


def _listed(clauses: Clauses, i: int) -> list[Group] | None:
    """`với lãnh đạo các nước như: A; B; C`: the persons listed behind `như`, `gồm`, `là` or a colon."""
    view = clauses.view
    for k in range(i, min(i + 12, len(view))):
        if view.key(k) in {"như", "gồm", "là", ":"}:
            group = clauses.object(k + 1 + (view.key(k + 1) == ":"), personal=True)
            return [group] if group is not None and group.keys else None
        if view.tokens[k].kind == "sign" and view.key(k) not in {"(", ")", "-", "–"}:
            return None
    return None


def _place_at(clauses: Clauses, i: int) -> int | None:
    """The token after a place, body or country within three tokens from i."""
    for k in range(i, min(i + 4, len(clauses.view))):
        actor = clauses.actor_at(k)
        if actor is not None:
            return actor.end if actor.kind in ("place", "country", "organization") else None
    return None


def main_subject(clauses: Clauses, i: int) -> Group | None:
    """The subject of the main clause behind an adverbial that ends at token i: the first personal group in subject position."""
    return next((g for g in clauses.groups if g.start >= i and g.personal and g.position == "subject"), None)


def opening_subject(clauses: Clauses, start: int, stop: int) -> Group | None:
    """`|Gặp| B, A nói …`, `Sau khi |tới| B, A nói …`: the main clause's subject, where the predicate at tokens `[start, stop)` opens the sentence."""
    view = clauses.view
    begin = clauses.clause_start(start)
    opener = words("temporal_opener").at(view, begin)
    if view.sentence.block == "caption" or (begin != start and (opener is None or opener[1] > start or not clauses.gap(opener[1], start))):
        return None
    subject = main_subject(clauses, stop)
    if subject is None or not subject.keys or "," not in {view.key(n) for n in range(stop, subject.start)}:
        return None
    return subject if clauses.predicate_follows(subject.end) else None
