"""Visits: `A thăm chính thức B`, `A đến B`, `chuyến thăm cấp Nhà nước B của A`, `A dự hội nghị và làm việc tại B`, `A công du B theo lời mời của C`.

A visitor is a person; what is visited is a country, a body or a place. A person who is called on makes a meeting.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.events.actors import Actor
from kg.extraction.events.clauses import Clauses, Group
from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.nouns import main_subject
from kg.extraction.events.tables import visit_levels, words
from kg.model import Modality

__all__ = ["read_visits"]

_REACH = 16
_DESTINATIONS = ("country", "organization", "place")


class _Noun(NamedTuple):
    visitor: Group | None
    unknown: bool
    destinations: list[Actor]
    level: str | None
    end: int


def read_visits(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """The visits that one trigger tells, if any."""
    if trigger.row("Visit", "noun") is not None:
        return _told_by_noun(clauses, trigger)
    if trigger.row("Visit", "visit") is not None:
        return _told_by_verb(clauses, trigger)
    if trigger.row("Visit", "move") is not None:
        return _moves(clauses, trigger)
    if trigger.row("Visit", "work") is not None:
        return _works(clauses, trigger)
    return []


def _told_by_verb(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`A |thăm| chính thức B`, `A |thăm và làm việc tại| B`; `A |thăm| ông B` is a meeting."""
    subject = clauses.subject(trigger.start)
    if subject is None or not subject.keys or subject.position == "agent":
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    if how is None:
        return []
    level, j = _level(clauses, trigger.stop)
    destinations, end = _destinations(clauses, j)
    if not destinations:
        called_on = clauses.object(j, personal=True)
        if called_on is None or not called_on.keys or called_on.actors[0].kind == "unnamed":
            return []
        parts = tuple(Part(key, "participant") for key in (*subject.keys, *called_on.keys))
        return (
            [_draft(clauses, trigger, subject.start, called_on.end, parts, how, "visit: A calls on B")._replace(type="Meeting")]
            if len(parts) > 1
            else []
        )
    return _drafts(clauses, trigger, subject, destinations, level, how, "visit: A visits B", end)


def _moves(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`A đã |tới| Pháp`: going to a country or a foreign city, told by a bare verb of movement right behind the subject."""
    leaving = clauses.view.key(trigger.start) in {"để", "rồi"}
    subject = clauses.subject(trigger.start, strict=False) if leaving else clauses.adjacent(trigger.start)
    if subject is None or not subject.personal or not subject.keys or subject.position in ("aside", "agent"):
        return []
    if (subject.position == "oblique" and subject.governor != "do") or subject.position == "object":
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    destinations, end = _destinations(clauses, trigger.stop)
    if how is None or not destinations or destinations[0].kind == "organization":
        return []
    return _drafts(clauses, trigger, subject, destinations, None, how, "visit: A goes to B", end)


def _works(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`A dự hội nghị và |làm việc tại| B`: only behind another verb of travelling, attending or visiting in the same clause."""
    view = clauses.view
    subject = clauses.subject(trigger.start)
    if subject is None or not subject.keys:
        return []
    if not any(
        view.key(k) in {"dự", "thăm", "chuyến", "sang", "đến", "tới"} and view.key(k - 1) != "vinh" for k in range(subject.end, trigger.start)
    ):
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    destinations, end = _destinations(clauses, trigger.stop)
    if how is None or not destinations or destinations[0].kind != "country":
        return []
    return _drafts(clauses, trigger, subject, destinations, "làm việc", how, "visit: A attends and works in B", end)


def _told_by_noun(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`|chuyến thăm| chính thức B của A`, `A có |chuyến công du| B`, `trong |chuyến thăm| B, A …`."""
    view = clauses.view
    noun = _noun(clauses, trigger.stop)
    left = trigger.start
    while left > 0 and words("plural").ending(view, left) is not None:
        left -= 1
    adverbial = words("visit_adverbial").ending(view, left) is not None
    subject = noun.visitor
    if noun.unknown:
        return []
    if subject is None and (adverbial or words("visit_support").ending(view, left) is not None):
        subject = clauses.topic(left - 1) if adverbial else clauses.subject(left - 1, strict=False)
        if subject is None and adverbial:
            subject = main_subject(clauses, noun.end)
    if subject is None or not subject.keys:
        return []
    subject_end = subject.end if subject.end <= trigger.start else None
    how = as_modality(told(clauses, trigger.start, noun.end, subject_end))
    if how is None:
        return []
    if not noun.destinations and not _visitors(subject):
        return []
    if not noun.destinations:
        return [_draft(clauses, trigger, subject.start, noun.end, _visitors(subject), how, "visit: noun without a destination", noun.level)]
    return _drafts(clauses, trigger, subject, noun.destinations, noun.level, how, "visit: noun", noun.end)


def _noun(clauses: Clauses, i: int) -> _Noun:
    view = clauses.view
    visitor: Group | None = None
    destinations: list[Actor] = []
    level, k = _level(clauses, i)
    end = k
    while k < min(len(view), i + 2 * _REACH, end + _REACH):
        k = clauses.skip_time(k)
        if k >= len(view):
            break
        found = visit_levels().at(view, k)
        if found is not None and level is None:
            level, k = found[0][0].level, found[1]
            continue
        if view.key(k) == "của" and visitor is None and (group := clauses.object(k + 1, personal=True)) is not None:
            visitor, k = group, group.end
            end = k
            continue
        if view.key(k) == "của" and visitor is None and (clauses.actor_at(k + 1) is None or view.key(k + 1) in {"các", "những", "đoàn"}):
            return _Noun(None, True, destinations, level, end)
        if view.key(k) == "và" and (visitor is not None or destinations):
            break
        actor = clauses.actor_at(k)
        if actor is not None:
            before = view.key(actor.start - 1)
            if (
                destinations
                or actor.kind not in _DESTINATIONS
                or before == "của"
                or words("visit_stop").at(view, actor.start - 1) is not None
                or (actor.kind == "organization" and actor.start > i + 3)
            ):
                break
            destinations, reached = _destinations(clauses, k)
            k = reached if destinations else actor.end
            end = k
            continue
        if (view.tokens[k].kind == "sign" and view.key(k) not in {"-", "–"}) or words("visit_stop").at(view, k) is not None:
            break
        k += 1
    return _Noun(visitor, False, destinations, level, end)


def _level(clauses: Clauses, i: int) -> tuple[str | None, int]:
    """The level right behind `thăm`, and the token after it: `thăm |cấp Nhà nước| …`, `thăm |và làm việc| tại …`."""
    view = clauses.view
    level: str | None = None
    k = i
    while True:
        found = visit_levels().at(view, k)
        if found is not None:
            level = level or found[0][0].level
            k = found[1]
        elif view.key(k) == "," and (view.keys(k + 1, 2) in {"làm việc", "chúc tết", "chúc mừng"}):
            k += 3
        elif view.keys(k, 2) in {"chúc tết", "và chúc"} or view.keys(k, 2) == "và làm":
            k += 2
        elif view.key(k) in {"và"} and view.keys(k + 1, 2) in {"làm việc", "chúc tết"}:
            k += 3
        else:
            return level, k


def _destinations(clauses: Clauses, i: int) -> tuple[list[Actor], int]:
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
    if actor is None or actor.kind not in _DESTINATIONS or not actor.keys or getattr(actor.keys[0], "kind", None) == "direction":
        return [], i
    group = next(g for g in clauses.groups if any(a is actor for a in g.actors))
    found = [a for a in group.actors if a.start >= actor.start]
    end = found[-1].end
    if view.key(end) in {"(", ",", "của"} and (owner := clauses.actor_at(end + 1)) is not None and owner.kind == "country" and actor.kind == "place":
        found.append(owner)
        end = owner.end
    return found, end


def _visitors(subject: Group) -> tuple[Part, ...]:
    return tuple(Part(key, "agent") for actor in subject.actors if actor.kind in ("person", "pronoun") for key in actor.keys)


def _drafts(
    clauses: Clauses, trigger: Trigger, subject: Group, destinations: list[Actor], level: str | None, how: Modality, rule: str, end: int
) -> list[EventDraft]:
    """One visit for each country or body; a city with its country is one."""
    agents = _visitors(subject)
    if not agents:
        return []
    start, stop = min(subject.start, trigger.start), max(end, trigger.stop)
    if destinations[0].kind == "place":
        owner = [a for a in destinations[1:] if a.kind == "country"]
        cities = [a for a in destinations if a.kind == "place"]
        drafts = []
        for city in cities:
            parts = tuple(Part(key, "destination") for a in (city, *(owner if city is cities[-1] else ())) for key in a.keys)
            drafts.append(_draft(clauses, trigger, start, stop, (*agents, *parts), how, rule, level)._replace(place=city.keys[0]))
        return drafts
    return [
        _draft(clauses, trigger, start, stop, (*agents, Part(key, "destination")), how, rule, level)
        for actor in destinations
        for key in actor.keys
        if not any(key == agent.key for agent in agents)
    ]


def _draft(
    clauses: Clauses, trigger: Trigger, start: int, stop: int, parts: tuple[Part, ...], how: Modality, rule: str, level: str | None = None
) -> EventDraft:
    return EventDraft(
        "Visit",
        clauses.view.index,
        (trigger.start, trigger.stop),
        (start, stop),
        parts,
        how,
        rule,
        level=level,
    )
