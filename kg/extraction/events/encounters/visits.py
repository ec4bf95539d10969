"""Visits: `A thăm chính thức B`, `A đến B`, `chuyến thăm cấp Nhà nước B của A`, `A dự hội nghị và làm việc tại B`, `A công du B theo lời mời của C`.

A visitor is a person; what is visited is a country, a body or a place. A person who is called on makes a meeting.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.encounters.goals import DESTINATIONS, goals_behind, on_the_way, visit_level
from kg.extraction.events.modality import Told, as_modality, told
from kg.extraction.events.syntax.actors import Actor
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.syntax.nouns import main_subject, opening_subject
from kg.extraction.events.tables import visit_levels, words
from kg.model import Modality

__all__ = ["EARLIER", "read_visits"]

EARLIER = "visit: in an earlier year"

_REACH = 16


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
        return _told_by_verb(clauses, trigger) or _opening(clauses, trigger)
    if trigger.row("Visit", "move") is not None:
        return _moves(clauses, trigger)
    if trigger.row("Visit", "work") is not None:
        return _works(clauses, trigger) or _opening(clauses, trigger)
    return []


def _told_by_verb(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`A |thăm| chính thức B`, `A |thăm và làm việc tại| B`; `A |thăm| ông B` is a meeting."""
    subject = clauses.subject(trigger.start) or opening_subject(clauses, trigger.start, trigger.stop)
    if subject is None or not subject.keys or subject.position == "agent":
        return []
    how = as_modality(_told(clauses, trigger, subject))
    if how is None:
        return []
    level, j = visit_level(clauses, trigger.stop)
    only_persons = trigger.row("Visit", "visit").value == "person"  # type: ignore[union-attr]
    destinations, end = goals_behind(clauses, j) if not only_persons else ([], j)
    if not destinations:
        called_on = clauses.object(j, personal=True) or _countryman(clauses, j)
        if called_on is None or not called_on.keys or called_on.actors[0].kind == "unnamed":
            return []
        parts = tuple(Part(key, "participant") for key in (*subject.keys, *called_on.keys))
        return (
            [_draft(clauses, trigger, subject.start, called_on.end, parts, how, "visit: A calls on B")._replace(type="Meeting")]
            if len(parts) > 1
            else []
        )
    drafts = _drafts(clauses, trigger, subject, destinations, level, how, "visit: A visits B", end)
    named = words("after_years").at(clauses.view, end)
    years = _in_years(clauses, drafts, end) if named is not None and clauses.view.key(end) in {"vào", "trong"} else []
    return years or drafts  # `bốn lần thăm B |vào các năm| 2001, 2006`: a visit in each of them


def _countryman(clauses: Clauses, i: int) -> Group | None:
    """`thăm |chiến sĩ Điện Biên| Nguyễn Văn A`: the person right behind the place or country that says where they are from."""
    origin = clauses.object(i, personal=False)
    if origin is None or len(origin.actors) != 1 or origin.actors[0].kind == "organization":
        return None
    group = clauses.object(origin.end, personal=True)
    return group if group is not None and group.start == origin.end else None


def _opening(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`|Thăm| Lào từ 16 đến 18/4, A dự hội nghị`: the verb opens the sentence, its subject is the main clause's."""
    if trigger.start > 0 or clauses.view.sentence.block == "caption":
        return []
    level, j = visit_level(clauses, trigger.stop)
    destinations, end = goals_behind(clauses, j)
    subject = main_subject(clauses, end)
    how = as_modality(told(clauses, trigger.start, trigger.stop))
    if not destinations or how is None or subject is None or not subject.keys or not clauses.predicate_follows(subject.end):
        return []
    if "," not in {clauses.view.key(k) for k in range(end, subject.start)}:
        return []
    return _drafts(clauses, trigger, subject, destinations, level, how, "visit: opens the sentence", end)


def _moves(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`A đã |tới| Pháp`: going to a country or a foreign city, told by a bare verb of movement right behind the subject."""
    leaving = clauses.view.key(trigger.start) in {"để", "rồi"}
    subject = clauses.subject(trigger.start, strict=False) if leaving else clauses.mover(trigger.start)
    subject = subject or opening_subject(clauses, trigger.start, trigger.stop)
    if subject is None or not subject.personal or not subject.keys or subject.position in ("aside", "agent"):
        return []
    carried = words("carrier").at(clauses.view, clauses.clause_start(subject.start)) is not None
    if not carried and ((subject.position == "oblique" and subject.governor not in ("do", "là")) or subject.position == "object"):
        return []
    how = as_modality(_told(clauses, trigger, subject))
    destinations, end = goals_behind(clauses, trigger.stop)
    if how is None or not destinations or (destinations[0].kind == "organization" and not _to_body(clauses, trigger, subject)):
        return []
    drafts = _drafts(clauses, trigger, subject, destinations, None, how, "visit: A goes to B", end)
    earlier = _in_years(clauses, drafts, end) or _by_others(clauses, drafts, end)
    return [*(d._replace(undated=bool(earlier)) for d in drafts), *earlier]


def _by_others(clauses: Clauses, drafts: list[EventDraft], i: int) -> list[EventDraft]:
    """`A là tổng thống thứ ba đến B, sau |C (năm 2000)| và |D (năm 2006)|`: those who made the visit before A, each in the year in brackets."""
    view = clauses.view
    if view.keys(i, 2) != ", sau":
        return []
    out: list[EventDraft] = []
    for actor in clauses.actors:
        year = next((span for span in clauses.times if span[0] in (actor.end, actor.end + 1)), None)
        if actor.start > i and actor.kind == "person" and view.key(actor.end) == "(" and year is not None:
            agents = tuple(Part(key, "agent") for key in actor.keys)
            out += [d._replace(trigger=year, parts=(*agents, *(p for p in d.parts if p.role == "destination")), rule=EARLIER) for d in drafts]
    return out


def _told(clauses: Clauses, trigger: Trigger, subject: Group) -> Told:
    """How the visit is told; a subject behind the verb says nothing of it."""
    if subject.start > trigger.start:
        return told(clauses, trigger.start, trigger.stop, trigger.start)
    return told(clauses, trigger.start, trigger.stop, clauses.scope(subject.end, trigger.start), subject=subject)


def _to_body(clauses: Clauses, trigger: Trigger, subject: Group) -> bool:
    """`A |tới| Trung tâm B`: going to a body's house is told by the plainest verbs only (`trở lại Nhà Trắng` is no journey)."""
    return clauses.view.key(trigger.start) in {"tới", "đến"} and subject.end <= trigger.start and clauses.gap(subject.end, trigger.start)


def _in_years(clauses: Clauses, drafts: list[EventDraft], i: int) -> list[EventDraft]:
    """`lần thứ ba A tới B, sau các năm |2015| và |2017|`: earlier visits to the same country, one for each year."""
    view = clauses.view
    k = i
    while k < len(view) and words("after_years").at(view, k) is None:
        if view.key(k) in {";", "."}:
            return []
        k += 1
    found = words("after_years").at(view, k) if k < len(view) else None
    years: list[tuple[int, int]] = []
    k = found[1] if found is not None else len(view)
    while k < len(view) and (clauses.skip_time(k) > k or view.tokens[k].kind == "number" or view.key(k) in {",", "và"}):
        if view.tokens[k].kind == "number":
            years.append(next((span for span in clauses.times if span[0] <= k < span[1]), (k, k + 1)))
        k += 1
    return [d._replace(trigger=year, modality="happened", rule=EARLIER, undated=False) for d in drafts for year in years]


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
    how = as_modality(_told(clauses, trigger, subject))
    destinations, end = goals_behind(clauses, trigger.stop)
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
        if subject is None:
            subject = clauses.carried(left)
    if subject is None or not subject.keys or (len(noun.destinations) < 2 and view.tokens[left - 1].kind == "number" and left > 0):
        return []  # `6 chuyến thăm của A`: no single visit
    subject_end = subject.end if subject.end <= trigger.start else None
    how = as_modality(told(clauses, trigger.start, noun.end, subject_end))
    if how is None:
        return []
    if not noun.destinations and subject_end is not None:
        noun = noun._replace(destinations=on_the_way(clauses, subject_end, left))
    if not noun.destinations and not _visitors(subject):
        return []
    if not noun.destinations:
        return [_draft(clauses, trigger, subject.start, noun.end, _visitors(subject), how, "visit: noun without a destination", noun.level)]
    going_on = view.key(left - 1) == "tục"  # `Tiếp tục chuyến thăm B, ngày 28/6, A …`: one of its days
    drafts = _drafts(clauses, trigger, subject, noun.destinations, noun.level, how, "visit: noun", noun.end)
    return [d._replace(undated=going_on) for d in drafts]


def _noun(clauses: Clauses, i: int) -> _Noun:
    view = clauses.view
    visitor: Group | None = None
    destinations: list[Actor] = []
    level, k = visit_level(clauses, i)
    end = k
    while k < min(len(view), i + 2 * _REACH, end + _REACH):
        k = clauses.skip_time(k)
        if k >= len(view):
            break
        found = visit_levels().at(view, k)
        if found is not None and level is None:
            level, k = found[0][0].level, found[1]
            continue
        if view.keys(k, 2) == "của một" and visitor is None:
            return _Noun(None, True, destinations, level, end)  # `chuyến thăm đầu tiên |của một nguyên thủ|` since then
        if view.key(k) in {"của", "mà"} and visitor is None and (group := clauses.object(k + 1, personal=True)) is not None:
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
                or actor.kind not in DESTINATIONS
                or before == "của"
                or words("visit_stop").at(view, actor.start - 1) is not None
                or (actor.kind == "organization" and actor.start > i + 3)
            ):
                break
            destinations, reached = goals_behind(clauses, k)
            k = reached if destinations else actor.end
            end = k
            continue
        if (view.tokens[k].kind == "sign" and view.key(k) not in {"-", "–"}) or words("visit_stop").at(view, k) is not None:
            break
        k += 1
    return _Noun(visitor, False, destinations, level, end)


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
