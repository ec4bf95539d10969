"""Where a visit goes and of what level it is: the countries, bodies and places behind its verb or noun, and those that the sentence implies."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.bodies.clusters import Cluster
from kg.extraction.events.drafts import EventDraft, Part, triggers
from kg.extraction.events.syntax.actors import Actor, Key
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import visit_levels, words
from kg.extraction.sentence.view import SentenceView
from kg.language import fold

__all__ = ["DESTINATIONS", "goals_behind", "on_the_way", "to_country", "to_inviter", "town", "visit_level"]

DESTINATIONS = ("country", "organization", "place")


def visit_level(clauses: Clauses, i: int) -> tuple[str | None, int]:
    """The level right behind `thăm`, and the token after it: `thăm |cấp Nhà nước| …`, `thăm |và làm việc| tại …`."""
    view = clauses.view
    level: str | None = None
    k = i
    while True:
        found = visit_levels().at(view, k)
        if found is not None:
            level = level or found[0][0].level
            k = found[1]
        elif (end := _done_besides(view, k)) > k:
            k = end
        else:
            return level, k


def _done_besides(view: SentenceView, k: int) -> int:
    """The token behind what is done on the visit too: `thăm|, chúc tết |và tặng quà |Trung tâm A`; k where nothing is."""
    linked = view.key(k) in {",", "và"}
    found = words("visit_beside").at(view, k + linked)
    if found is None:
        return k
    goes_on = linked and view.key(found[1]) == "và"
    return found[1] + (goes_on and words("visit_beside").at(view, found[1] + 1) is None)


def goals_behind(clauses: Clauses, i: int) -> tuple[list[Actor], int]:
    """The countries, bodies or places visited, from token i on; `thủ đô A của B` gives both."""
    view = clauses.view
    k = i
    places = words("destination")
    while k < len(view):
        actor = clauses.actor_at(k)
        kind = places.at(view, k)
        if actor is not None and not actor.keys and kind is None:
            k = actor.end
            continue
        if actor is not None and (kind is None or actor.keys):
            break
        if kind is not None:
            k = kind[1]
        elif words("goal_filler").at(view, k) is not None or view.tokens[k].kind == "number" or k in {s for s, _ in clauses.times}:
            k = clauses.skip_time(k) if clauses.skip_time(k) > k else k + 1
        else:
            return [], i
    else:
        return [], i
    if actor is None or actor.kind not in DESTINATIONS or not actor.keys or getattr(actor.keys[0], "kind", None) == "direction":
        return [], i
    named = clauses.actor_at(actor.end)
    if named is not None and named.kind == "person" and named.start == actor.end and view.upper(named.start):
        return [], i  # `thăm chiến sĩ |Điện Biên| Nguyễn Văn A`
    group = next(g for g in clauses.groups if any(a is actor for a in g.actors))
    found = [a for a in group.actors if a.start >= actor.start]
    end = found[-1].end
    if view.key(end) in {"(", ",", "của"} and (owner := clauses.actor_at(end + 1)) is not None and owner.kind == "country" and actor.kind == "place":
        found.append(owner)
        end = owner.end
    return found, end


def on_the_way(clauses: Clauses, start: int, stop: int) -> list[Actor]:
    """`A rời |B|, khép lại chuyến thăm`, `A đến |sân bay B|, bắt đầu chuyến thăm`: where the visit that is opened or closed takes place."""
    for k in range(stop - 1, start - 1, -1):
        if words("on_the_way").at(clauses.view, k) is not None:
            destinations, _ = goals_behind(clauses, k + 1)
            if destinations and destinations[0].kind in ("place", "country"):
                return destinations[:1]
    return []


def to_inviter(sentence: Clauses, draft: EventDraft, country_of: Callable[[Key], str | None]) -> EventDraft:
    """`chuyến công tác … theo lời mời của A`: where no destination is named, the visit goes to the country of the one who invites."""
    for trigger in triggers(sentence):
        if trigger.row("Invitation", "noun") is None:
            continue
        inviter = sentence.object(trigger.stop + (sentence.view.key(trigger.stop) == "của"))
        if inviter is None or not inviter.keys:
            continue
        parts = [*draft.parts]
        keys = [k for k in inviter.keys if not any(k == p.key for p in parts)]
        parts += [Part(key, "inviter") for key in keys if not isinstance(key, tuple)]
        if not any(p.role == "destination" for p in parts):
            country = next((c for key in inviter.keys if (c := key[1] if isinstance(key, tuple) else country_of(key)) is not None), None)
            if country is not None:
                parts.append(Part(("country", country), "destination"))
        return draft._replace(parts=tuple(parts))
    return draft


def to_country(sentence: Clauses, draft: EventDraft, country_of: Callable[[Key], str | None]) -> EventDraft:
    """Who goes to a city abroad visits its country; `trong chuyến thăm của A, |B và C| nâng cấp quan hệ` goes to the one that is not A's."""
    home = {country_of(p.key) for p in draft.parts if p.role == "agent"} - {None}
    goals = [p.key for p in draft.parts if p.role == "destination"]
    countries = [country_of(key) for key in goals if town(key)] if goals else _partner_at_home(sentence, draft, home)
    abroad = [iso for iso in countries if iso is not None and home and iso not in home and ("country", iso) not in goals]
    return draft._replace(parts=(*draft.parts, *(Part(("country", iso), "destination") for iso in dict.fromkeys(abroad[:1]))))


def _partner_at_home(sentence: Clauses, draft: EventDraft, home: set[str | None]) -> list[str | None]:
    """The other of the two countries that do something `trong chuyến thăm của A`."""
    if sentence.view.key(draft.trigger[0]) != "chuyến":
        return []
    subjects = [g for g in sentence.groups if g.actors[0].kind == "country" and g.position == "subject"]
    acting = [{str(key[1]) for key in g.keys if isinstance(key, tuple)} for g in subjects]
    return next((sorted(named - home, key=str) for named in acting if len(named) == 2 and named & home), [])


def town(key: Key) -> bool:
    """Whether a place is a town or where one arrives; a building or a body abroad is visited for its own sake."""
    return isinstance(key, Cluster) and (key.kind in ("city", "region") or fold(key.name).startswith("sân bay"))
