"""All articles' records into one Knowledge: identities, offices, merged events, terms, capacities, relations, contradictions, claims.

A pure function of the set of records: their order does not matter, and nothing is read or written but the lexicon's tables.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Extraction, Knowledge
from kg.resolution import conclusions
from kg.resolution.attestations import BOUNDING, Dated, attestations, bounds_told, by_report, deaths_told, told_with
from kg.resolution.background import known_terms
from kg.resolution.claims import claim_ids, claims
from kg.resolution.contradictions import contradictions
from kg.resolution.courtesy import without_courtesy
from kg.resolution.deaths import known_deaths, with_the_dead
from kg.resolution.decisions import Decision, Decisions
from kg.resolution.events import EventReport, MergedEvent, merge, reports
from kg.resolution.identifiers import assign
from kg.resolution.identity.countries import countries
from kg.resolution.identity.organizations import changes, kept_apart, organizations
from kg.resolution.identity.persons import persons
from kg.resolution.identity.places import capitals, documents, places
from kg.resolution.identity.things import Judgement, Thing
from kg.resolution.offices import offices, unnamed_offices, with_owners
from kg.resolution.offices_told import Body, OfficeTold, offices_told
from kg.resolution.relations import relations
from kg.resolution.roles import Roles
from kg.resolution.standing import Standing
from kg.resolution.statistics import statistics
from kg.resolution.terms_of_office import terms
from kg.resolution.witnesses import Witness, witnesses

__all__ = ["Resolution", "resolve", "resolve_with_reasons"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Identified = TypeVar("Identified", bound=_HasId)


class Resolution(NamedTuple):
    """The knowledge, the judgements that made it where names alone do not tell, and the decisions that the articles have nothing for."""

    knowledge: Knowledge
    judgements: tuple[Judgement, ...]
    unused: tuple[Decision, ...] = ()


def resolve(
    records: Iterable[Extraction], lexicon: Lexicon | None = None, *, background: bool = True, decisions: Iterable[Decision] = ()
) -> Knowledge:
    """What the articles together support, every conclusion with its claims. The same records give the same knowledge in any order.

    Without `lexicon` the package's own is used; without `background` nothing of its terms of office. `decisions` are a curator's.
    Raises `KgError` where two different articles have one id.
    """
    return resolve_with_reasons(records, lexicon, background=background, decisions=decisions).knowledge


def resolve_with_reasons(
    records: Iterable[Extraction], lexicon: Lexicon | None = None, *, background: bool = True, decisions: Iterable[Decision] = ()
) -> Resolution:
    """As `resolve`, with the reasons for which appearances were joined or kept apart."""
    lexicon = lexicon or load_lexicon()
    roles = Roles(lexicon)
    decided = Decisions(decisions)
    heard = witnesses(records)
    made = {witness.id: claim_ids(witness.record) for witness in heard}
    heard = [Witness(decided.heard(witness.record, made[witness.id])) for witness in heard] if decided.all else heard

    bodies, acronyms_read = organizations(heard, lexicon)
    known = _identified("country", countries(heard, lexicon))
    curated: list[Judgement] = []
    for prefix, found in (("organization", bodies), ("place", places(heard, lexicon)), ("agreement", documents(heard, lexicon))):
        things, why = decided.things(_identified(prefix, found), heard)
        known.update(things)
        curated += why
    changed = changes(known, lexicon)
    curated += kept_apart(changed, known)
    ids = {reference: name for name, thing in known.items() for reference in thing.members}
    land = {f"country/{row.iso}": row.iso for row in lexicon.countries if row.iso}
    land.update({name: iso for name, thing in known.items() if (iso := thing.iso or thing.country)})

    bare = {name: _body(thing) for name, thing in known.items() if thing.type == "Organization"}
    found_places = {name: thing for name, thing in known.items() if thing.type == "Place"}
    told = offices_told(heard, ids, bare, found_places, roles)
    found_people, people_judged = persons(heard, told, land, lexicon)
    people, why = decided.things(_identified("person", found_people), heard)
    curated += why
    known.update(people)
    holder = {reference: name for name, thing in people.items() for reference in thing.members}
    ids.update(holder)
    told, owners_judged = with_owners(told, holder, {name: thing.country for name, thing in people.items() if thing.country}, land, roles)

    labels = {f"country/{row.iso}": row.name for row in reversed(lexicon.countries) if row.iso}
    labels.update({name: thing.label for name, thing in known.items()})
    unnamed = unnamed_offices(heard, roles)
    office_of = offices(told, unnamed.values(), labels, bare, roles)
    office_ids = {key: office.id for key, office in office_of.items()}
    office_by_id = {office.id: office for office in office_of.values()}
    labels.update({office.id: office.label for office in office_of.values()})
    ids.update({reference: office_ids[key] for reference, (key, _) in unnamed.items()})

    event_claims = {article: one.events for article, one in made.items()}
    seats = capitals(known, lexicon)
    told_events = reports(heard, ids, land, seats, told, office_ids, event_claims)

    table = known_terms(lexicon, roles, known) if background else {}
    dead = known_deaths(lexicon, people) if background else {}
    standing = Standing(table, office_of, known)

    def dated(told: Sequence[OfficeTold], told_events: Sequence[EventReport], merged: Sequence[MergedEvent]) -> Dated:
        near = told_with(heard, told, told_events, holder)
        shown = attestations(heard, told, holder, office_ids, made, near, decided.wrong)
        shown, died = with_the_dead(shown, dead, office_by_id, roles)
        shown, gainsaid = without_courtesy(shown, standing.sitting)
        return Dated(near, shown, *terms(shown, bounds_told(merged, shown), office_by_id, deaths_told(merged)), gainsaid, died)

    if unnamed:  # whom a title means rests on the terms of its office, and these on nothing but the events that begin and end them
        bounding = [report for report in told_events if report.event.type in BOUNDING]
        asked = {key for key, _ in unnamed.values()}
        in_question = [office for office in told if office.key in asked]
        first = dated(in_question, told_events, merge(bounding, decided.rulings(bounding)))
        standing.read(heard, unnamed, made, first.held, labels)
        known.update(standing.newcomers)
        labels.update({name: thing.label for name, thing in standing.newcomers.items()})
        meant = standing.for_titles
        anew = {article for article, _, _ in meant}
        titled = [witness for witness in heard if witness.id in anew]
        told_events = [report for report in told_events if report.article not in anew]
        told_events += reports(titled, ids, land, seats, told, office_ids, event_claims, meant)
    merged = merge(told_events, decided.rulings(told_events))
    near, shown, held, became, gainsaid, died = dated(told, told_events, merged)
    words = {event: frozenset(became[piece] for piece in pieces if piece in became) for event, pieces in by_report(near).items()}
    stated = standing.background()
    found_events = conclusions.events(merged, held, words, labels, stated)
    event_of = {report.place_in_corpus: event.id for event, one in found_events for report in one.reports}
    titles = standing.readings(held, stated, event_of)
    entities = conclusions.entities(known, made, told, told_events, titles, lexicon)
    in_graph = {entity.id for entity in entities}
    cities = {name for name, place in found_places.items() if place.kind == "city"}
    figures, figure_of = statistics(heard, ids, made, labels)

    knowledge = Knowledge(
        articles=tuple(witness.record.article for witness in heard),
        entities=_in_order(entities),
        offices=_in_order(office_of.values()),
        holdings=_in_order(held),
        events=_in_order(event for event, _ in found_events),
        relations=_in_order(relations(merged)),
        contradictions=_in_order(contradictions(found_events, held, shown, office_by_id, labels, cities, gainsaid, near)),
        claims=_in_order(claim for witness in heard for claim in claims(witness, made[witness.id], ids, became, event_of, figure_of)),
        statistics=_in_order(figures),
        background=_in_order(term for term in stated if term.holder in in_graph),
        titles=_in_order(titles),
        changes=_in_order(one for one in changed if background and {one.original, one.resulting} <= in_graph),
        deaths=_in_order(died),
    )
    judgements = {*acronyms_read, *people_judged, *owners_judged, *curated}
    in_order = tuple(sorted(judgements, key=lambda one: (one.one, one.other, one.reason)))
    return Resolution(decided.on_claims(knowledge), in_order, tuple(decided.unused))


def _in_order(records: Iterable[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted(records, key=operator.attrgetter("id")))


def _identified(prefix: str, things: Sequence[Thing]) -> dict[str, Thing]:
    """The things by their identifiers."""
    ids = assign(prefix, {k: thing.wishes for k, thing in enumerate(things)}, {k: thing.essence for k, thing in enumerate(things)})
    return {ids[k]: thing for k, thing in enumerate(things)}


def _body(thing: Thing) -> Body:
    """A body as titles name it: without its country, and a ministry without `Bộ` (`Bộ trưởng Công Thương`)."""
    name = thing.essence.partition("|")[0]
    words = thing.label.split()[: len(name.split())]
    title = words[1:] if name.startswith("bộ ") else words
    return Body(name, " ".join(title), f"country/{thing.country}" if thing.country else None)
