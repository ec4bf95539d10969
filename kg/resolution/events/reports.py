"""Each article's events with the things of the whole corpus in them: principals, destinations, office, level, period of days.

Principals are the persons an event is between, or the countries and bodies where no person is named.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from kg.model import Event, Participant
from kg.resolution.levels import Level, level_named
from kg.resolution.names import name_key
from kg.resolution.offices_told import OfficeTold
from kg.resolution.periods import Period, period_of
from kg.resolution.witnesses import Reference, Witness

__all__ = ["EventReport", "reports"]

_NOT_PRINCIPAL = frozenset({"destination", "place", "witness", "inviter", "represented", "topic", "office", "agreement", "document"})
_HOSTS = frozenset({"host"})


class EventReport(msgspec.Struct, frozen=True):
    """One event of one article. Identifiers are those of the corpus; `day` is the day of the article, `number` counts its events from 0.

    `guests` are the principals without the host; `goals` the destinations or the parties of a relation, `countries` their ISO codes.
    `meant` are those whom it does not name but means by a title: (person, office, reading).
    """

    article: str
    number: int
    event: Event
    day: datetime.date | None
    period: Period
    parts: tuple[tuple[str, str], ...]
    principals: frozenset[str]
    guests: frozenset[str]
    goals: frozenset[str]
    countries: frozenset[str]
    documents: frozenset[str]
    place: str | None
    place_country: str | None
    office: str | None
    level: Level | None
    claims: tuple[str, ...]
    meant: tuple[tuple[str, str, str], ...] = ()

    @property
    def place_in_corpus(self) -> tuple[str, int]:
        """The article and the number of the event in it."""
        return self.article, self.number


def reports(
    heard: Sequence[Witness],
    ids: Mapping[Reference, str],
    countries: Mapping[str, str],
    capitals: Mapping[str, str],
    told: Sequence[OfficeTold],
    office_ids: Mapping[tuple[str, str], str],
    claims: Mapping[str, tuple[tuple[str, ...], ...]],
    standing_for: Mapping[tuple[str, int, str], tuple[str, str, str]] = MappingProxyType({}),
) -> list[EventReport]:
    """The events of all articles. `countries` gives the ISO code of the country that a thing is or lies in,
    `capitals` that of the country whose capital a place is: to go to Hà Nội is to visit Việt Nam, to go to Huế a stage of it.

    `told` are the holdings with their final offices, `office_ids` the identifiers of offices, `claims` each article's claims by event.
    `standing_for` tells whom a title without a name means, (person, office, reading) by article, number of the event and entity of the title.
    """
    held: dict[str, list[OfficeTold]] = {}
    for office in told:
        held.setdefault(office.person[0], []).append(office)
    found = []
    for witness in heard:
        for number, event in enumerate(witness.record.events):
            titles = [(part, standing_for.get((witness.id, number, part.office))) for part in event.participants if part.office]
            meant = {part: found for part, found in titles if found is not None}
            parts = _parts(witness, event, ids, meant)
            if parts:
                offices = [(one, office_ids[one.key]) for one in held.get(witness.id, ())]
                report = _report(witness, number, event, parts, ids, countries, capitals, offices, claims[witness.id][number])
                found.append(msgspec.structs.replace(report, meant=tuple(sorted(meant.values()))) if meant else report)
    return found


def _parts(
    witness: Witness, event: Event, ids: Mapping[Reference, str], meant: Mapping[Participant, tuple[str, str, str]]
) -> tuple[tuple[str, str], ...]:
    """(identifier, role) of each participant once, in the order of the record; whom a title means takes the place of the country."""
    named = ((meant[part][0] if part in meant else ids.get(witness.reference(part.entity)), part.role) for part in event.participants)
    return tuple(dict.fromkeys((thing, role) for thing, role in named if thing is not None))


def _report(
    witness: Witness,
    number: int,
    event: Event,
    parts: tuple[tuple[str, str], ...],
    ids: Mapping[Reference, str],
    countries: Mapping[str, str],
    capitals: Mapping[str, str],
    offices: Sequence[tuple[OfficeTold, str]],
    claims: tuple[str, ...],
) -> EventReport:
    place = ids.get(witness.reference(event.place)) if event.place else None
    acting = [thing for thing, role in parts if role not in _NOT_PRINCIPAL and not thing.startswith(("agreement/", "office/", "place/"))]
    people = {thing for thing in acting if thing.startswith("person/")}
    hosts = {thing for thing, role in parts if role in _HOSTS}
    goals = [thing for thing, role in parts if role == "destination"]
    goals = goals or ([place] if event.type == "Visit" and place else [])
    if event.type == "RelationChange":
        goals = [thing for thing in acting if not thing.startswith("person/")]
        people = set()
    visited = {thing for thing in goals if thing.startswith("country/") or thing in capitals}
    return EventReport(
        article=witness.id,
        number=number,
        event=event,
        day=witness.day,
        period=period_of(event.date),
        parts=parts,
        principals=frozenset(people or acting),
        guests=frozenset(people - hosts or people or set(acting) - hosts),
        goals=frozenset(goals),
        countries=frozenset(capitals.get(thing, thing).removeprefix("country/") for thing in goals if thing in visited),
        documents=frozenset(thing for thing, _ in parts if thing.startswith("agreement/")),
        place=place,
        place_country=countries.get(place) if place else None,
        office=_office(witness, event, parts, ids, offices) if event.type in ("Appointment", "Departure") else None,
        level=level_named(event.level) if event.level and event.type == "RelationChange" else None,
        claims=claims,
    )


def _office(
    witness: Witness,
    event: Event,
    parts: tuple[tuple[str, str], ...],
    ids: Mapping[Reference, str],
    offices: Sequence[tuple[OfficeTold, str]],
) -> str | None:
    """The office that someone enters or leaves: a participant, the title in the label, else the one office told in the same words."""
    named = next((thing for thing, _ in parts if thing.startswith("office/")), None)
    if named is not None:
        return named
    people = {thing for thing, _ in parts if thing.startswith("person/")}
    theirs = [(one, office) for one, office in offices if ids.get(one.person) in people]
    label = name_key(event.label or "")
    if label:
        titled = {office for one, office in theirs if name_key(one.holding.role) == label}
        titled = titled or {office for one, office in theirs if f" {name_key(one.holding.role)} " in f" {label} "}
        if titled:
            return titled.pop() if len(titled) == 1 else None
    spans = [witness.sentence(*span) for span in event.evidence]
    near = {
        office
        for one, office in theirs
        for start, end in one.holding.evidence
        if any(first <= start and end <= last for first, last in spans)
    }
    return near.pop() if len(near) == 1 and not label else None
