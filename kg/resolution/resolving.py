"""All articles' records into one Knowledge: identities, offices, merged events, terms, capacities, relations, contradictions, claims.

A pure function of the set of records: their order does not matter, and nothing is read or written but the lexicon's tables.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Extraction, Knowledge
from kg.resolution import conclusions
from kg.resolution.capacities import attested_day
from kg.resolution.claims import ClaimIds, claim_ids, claims
from kg.resolution.contradictions import contradictions
from kg.resolution.events import EventReport, MergedEvent, merge, reports
from kg.resolution.identifiers import assign
from kg.resolution.identity.countries import countries
from kg.resolution.identity.organizations import organizations
from kg.resolution.identity.persons import persons
from kg.resolution.identity.places import capitals, documents, places
from kg.resolution.identity.things import Judgement, Thing
from kg.resolution.offices import offices, unnamed_offices, with_owners
from kg.resolution.offices_told import Body, OfficeTold, offices_told
from kg.resolution.periods import period_of
from kg.resolution.relations import relations
from kg.resolution.roles import Roles
from kg.resolution.terms_of_office import Attestation, Bounds, terms
from kg.resolution.witnesses import Reference, Witness, witnesses

__all__ = ["Resolution", "resolve", "resolve_with_reasons"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Identified = TypeVar("Identified", bound=_HasId)


class Resolution(NamedTuple):
    """The knowledge, and the judgements that made it where names alone do not tell."""

    knowledge: Knowledge
    judgements: tuple[Judgement, ...]


def resolve(records: Iterable[Extraction], lexicon: Lexicon | None = None) -> Knowledge:
    """What the articles together support, every conclusion with its claims. The same records give the same knowledge in any order.

    Without `lexicon` the package's own is used. Raises `KgError` where two different articles have one id.
    """
    return resolve_with_reasons(records, lexicon).knowledge


def resolve_with_reasons(records: Iterable[Extraction], lexicon: Lexicon | None = None) -> Resolution:
    """As `resolve`, with the reasons for which appearances were joined or kept apart."""
    lexicon = lexicon or load_lexicon()
    roles = Roles(lexicon)
    heard = witnesses(records)
    made = {witness.id: claim_ids(witness.record) for witness in heard}

    bodies, acronyms_read = organizations(heard, lexicon)
    known = {
        **_identified("country", countries(heard, lexicon)),
        **_identified("organization", bodies),
        **_identified("place", places(heard, lexicon)),
        **_identified("agreement", documents(heard, lexicon)),
    }
    ids = {reference: name for name, thing in known.items() for reference in thing.members}
    land = {f"country/{row.iso}": row.iso for row in lexicon.countries if row.iso}
    land.update({name: iso for name, thing in known.items() if (iso := thing.iso or thing.country)})

    bare = {name: _body(thing) for name, thing in known.items() if thing.type == "Organization"}
    told = offices_told(heard, ids, bare, roles)
    found_people, people_judged = persons(heard, told, land, lexicon)
    people = _identified("person", found_people)
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
    told_events = reports(heard, ids, land, capitals(known, lexicon), told, office_ids, event_claims)
    merged = merge(told_events)
    near = _told_with(heard, told, told_events, holder)
    attestations = _attestations(heard, told, holder, office_ids, made, near)
    held, became = terms(attestations, _bounds(merged, attestations), office_by_id)
    words = {event: frozenset(became[piece] for piece in pieces) for event, pieces in _by_report(near).items()}
    found_events = conclusions.events(merged, held, words, labels)
    event_of = {report.place_in_corpus: event.id for event, one in found_events for report in one.reports}
    entities = conclusions.entities(known, made, told, told_events, lexicon)

    knowledge = Knowledge(
        articles=tuple(witness.record.article for witness in heard),
        entities=_in_order(entities),
        offices=_in_order(office_of.values()),
        holdings=_in_order(held),
        events=_in_order(event for event, _ in found_events),
        relations=_in_order(relations(merged)),
        contradictions=_in_order(contradictions(found_events, held, attestations, office_by_id, labels)),
        claims=_in_order(claim for witness in heard for claim in claims(witness, made[witness.id], ids, became, event_of)),
    )
    judgements = {*acronyms_read, *people_judged, *owners_judged}
    return Resolution(knowledge, tuple(sorted(judgements, key=lambda one: (one.one, one.other, one.reason))))


def _in_order(records: Iterable[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


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


Piece = tuple[str, int, int]
"""A piece of evidence of a holding: article, number of the holding, number of the evidence."""


def _told_with(
    heard: Iterable[Witness], told: Iterable[OfficeTold], told_events: Iterable[EventReport], holder: Mapping[Reference, str]
) -> dict[Piece, list[EventReport]]:
    """The events in whose own sentences an office of one of their participants is told, by that piece of evidence."""
    by_article: dict[str, list[EventReport]] = {}
    for report in told_events:
        by_article.setdefault(report.article, []).append(report)
    sentences = {
        report.place_in_corpus: {witness.sentence(*span) for span in report.event.evidence}
        for witness in heard
        for report in by_article.get(witness.id, ())
    }
    by_id = {witness.id: witness for witness in heard}
    near: dict[Piece, list[EventReport]] = {}
    for office in told:
        article, person = office.person[0], holder[office.person]
        theirs = [report for report in by_article.get(article, ()) if any(thing == person for thing, _ in report.parts)]
        for number, span in enumerate(office.holding.evidence):
            sentence = by_id[article].sentence(*span)
            near[article, office.number, number] = [
                report
                for report in theirs
                if any(start < sentence[1] and sentence[0] < end for start, end in sentences[report.place_in_corpus])
            ]
    return near


def _by_report(near: Mapping[Piece, Iterable[EventReport]]) -> dict[tuple[str, int], list[Piece]]:
    pieces: dict[tuple[str, int], list[Piece]] = {}
    for piece, told_events in near.items():
        for report in told_events:
            pieces.setdefault(report.place_in_corpus, []).append(piece)
    return pieces


def _attestations(
    heard: Iterable[Witness],
    told: Iterable[OfficeTold],
    holder: Mapping[Reference, str],
    office_ids: Mapping[tuple[str, str], str],
    made: Mapping[str, ClaimIds],
    near: Mapping[Piece, Sequence[EventReport]],
) -> list[Attestation]:
    """Each piece of evidence of each holding with the day it shows: that of the event it is told with, else that of the article.

    Who is told of as former, late or designate is so on the day of the article.
    """
    today = {witness.id: witness.day for witness in heard}
    found = []
    for office in told:
        article = office.person[0]
        for number, claim in enumerate(made[article].holdings[office.number]):
            events = near[article, office.number, number]
            told_of_now = not events or office.status not in ("current", "acting")
            days = [today[article]] if told_of_now else [attested_day(report, today[article]) for report in events]
            found.append(
                Attestation(
                    article=article,
                    number=office.number,
                    evidence=number,
                    holder=holder[office.person],
                    office=office_ids[office.role, office.owner or ""],
                    status=office.status,
                    scope=office.scope,
                    day=max((day for day in days if day), default=None),
                    claim=claim,
                )
            )
    return found


def _bounds(merged: Iterable[MergedEvent], attestations: Iterable[Attestation]) -> dict[tuple[str, str], Bounds]:
    """The days on which events say that a person entered or left an office. An election before which and after which the person
    is told as designate is no entry.
    """
    designate: dict[tuple[str, str], datetime.date] = {}
    for one in attestations:
        if one.status == "designate" and one.day:
            key = one.holder, one.office
            designate[key] = max(one.day, designate.get(key, one.day))
    entered: dict[tuple[str, str], set[datetime.date]] = {}
    left: dict[tuple[str, str], set[datetime.date]] = {}
    for event in merged:
        day = period_of(event.date)
        if event.office is None or event.modality != "happened" or not day.is_day or day.begin is None:
            continue
        for thing, role in event.parts:
            key = thing, event.office
            if thing.startswith("person/") and role == "agent":
                if event.type == "Departure":
                    left.setdefault(key, set()).add(day.begin)
                elif event.type == "Appointment" and designate.get(key, day.begin) <= day.begin:
                    entered.setdefault(key, set()).add(day.begin)
    return {key: Bounds(tuple(sorted(entered.get(key, ()))), tuple(sorted(left.get(key, ())))) for key in {*entered, *left}}
