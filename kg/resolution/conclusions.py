"""From what was identified, merged and dated to the records of the graph: entities and events with their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kg.lexicon import Lexicon
from kg.model import BackgroundTerm, KgEntity, KgEvent, OfficeHolding, Participation, TitleReading
from kg.resolution.capacities import acting_as
from kg.resolution.claims import ClaimIds
from kg.resolution.events import EventReport, MergedEvent
from kg.resolution.events.labels import event_label, principals_in_order
from kg.resolution.events.parts import wholes
from kg.resolution.identifiers import assign, slug_of
from kg.resolution.identity.things import Thing
from kg.resolution.offices_told import OfficeTold
from kg.resolution.periods import period_of
from kg.resolution.witnesses import Reference

__all__ = ["entities", "events"]

_NAMED_AFTER = 4
"""Participants in the identifier of an event."""


def entities(
    things: Mapping[str, Thing],
    made: Mapping[str, ClaimIds],
    told: Sequence[OfficeTold],
    told_events: Sequence[EventReport],
    titles: Iterable[TitleReading],
    lexicon: Lexicon,
) -> list[KgEntity]:
    """The things of the corpus with their claims, and the countries that offices, bodies and places are of though no article names them.

    What has no mention of its own rests on the claims of the holdings and events that speak of it, and of the `titles` that mean it.
    """
    found = [
        KgEntity(
            id=name,
            type=thing.type,
            label=thing.label,
            aliases=thing.aliases,
            iso=thing.iso,
            country=None if thing.type in ("Person", "Country") else thing.country,
            kind=thing.kind,
            same_as=thing.same_as,
            claims=_mentions(thing.members, made),
        )
        for name, thing in things.items()
    ]
    spoken_of = _spoken_of(things, made, told, told_events, titles)
    found = [entity if entity.claims else msgspec.structs.replace(entity, claims=spoken_of.get(entity.id, ())) for entity in found]
    found = [entity for entity in found if entity.claims]
    return found + _countries_behind(found, spoken_of, lexicon)


def _mentions(members: Iterable[Reference], made: Mapping[str, ClaimIds]) -> tuple[str, ...]:
    claims = (made[article].entities.get(entity) for article, entity in members)
    return tuple(sorted(claim for claim in claims if claim))


def _spoken_of(
    things: Mapping[str, Thing],
    made: Mapping[str, ClaimIds],
    told: Sequence[OfficeTold],
    told_events: Sequence[EventReport],
    titles: Iterable[TitleReading],
) -> dict[str, tuple[str, ...]]:
    """The claims of holdings, events and titles by the things that these are about."""
    ids = {reference: name for name, thing in things.items() for reference in thing.members}
    claims: dict[str, set[str]] = {}
    for office in told:
        article = office.person[0]
        for thing in (ids.get(office.person), office.owner):
            if thing:
                claims.setdefault(thing, set()).update(made[article].holdings[office.number])
    for report in told_events:
        for thing in (*(part for part, _ in report.parts), report.place):
            if thing:
                claims.setdefault(thing, set()).update(report.claims)
    for title in titles:
        if title.holder:
            claims.setdefault(title.holder, set()).update(title.claims)
    return {thing: tuple(sorted(those)) for thing, those in claims.items() if those}


def _countries_behind(found: Sequence[KgEntity], spoken_of: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> list[KgEntity]:
    known = {entity.iso for entity in found if entity.iso}
    rows = {row.iso: row for row in reversed(lexicon.countries) if row.iso}
    behind: dict[str, set[str]] = {}
    for entity in found:
        if entity.country and entity.country not in known:
            behind.setdefault(entity.country, set()).update(entity.claims)
    for owner, those in spoken_of.items():
        iso = owner.removeprefix("country/")
        if owner.startswith("country/") and iso not in known:
            behind.setdefault(iso, set()).update(those)
    countries = []
    for iso, claims in sorted(behind.items()):
        row = rows.get(iso)
        same_as = (row.qid,) if row and row.qid else ()
        label, kind = (row.name, row.kind) if row else (iso, None)
        countries.append(KgEntity(f"country/{iso}", "Country", label, iso=iso, kind=kind, same_as=same_as, claims=tuple(sorted(claims))))
    return countries


def events(
    merged: Sequence[MergedEvent],
    held: Iterable[OfficeHolding],
    told_with: Mapping[tuple[str, int], frozenset[str]],
    names: Mapping[str, str],
    background: Iterable[BackgroundTerm] = (),
) -> list[tuple[KgEvent, MergedEvent]]:
    """The merged events as they stand in the graph, each beside what it was made from.

    `told_with` are the holdings that each report's own words give to its participants; `names` the labels of things and offices;
    `background` the terms that no article tells, asked where articles show nobody's.
    """
    holdings: dict[str, list[OfficeHolding]] = {}
    for holding in held:
        holdings.setdefault(holding.holder, []).append(holding)
    known: dict[str, list[BackgroundTerm]] = {}
    for term in background:
        known.setdefault(term.holder, []).append(term)
    mains = [principals_in_order(event) for event in merged]
    ids = assign("event", {k: _wishes(event, mains[k]) for k, event in enumerate(merged)}, {k: _essence(event) for k, event in enumerate(merged)})
    within = wholes(merged, ids)
    found = []
    for number, event in enumerate(merged):
        period = period_of(event.date)
        parts = tuple(
            Participation(
                thing, role, acting_as(event, thing, holdings.get(thing, ()), told_with, known.get(thing, ())), _title_for(event, thing)
            )
            for thing, role in event.parts
        )
        found.append(
            (
                KgEvent(
                    id=ids[number],
                    type=event.type,
                    label=event_label(event, mains[number], names),
                    participations=parts,
                    date=event.date,
                    begin=period.begin.isoformat() if period.begin else None,
                    end=period.end.isoformat() if period.end else None,
                    place=event.place,
                    modality=event.modality,
                    level=event.level,
                    report_count=len({report.article for report in event.reports}),
                    claims=tuple(sorted(claim for report in event.reports for claim in report.claims)),
                    merge_reason=event.reason,
                    part_of=within.get(number),
                    from_level=event.from_level,
                    verb=event.verb,
                    cameo=event.cameo,
                    plover=event.plover,
                ),
                event,
            )
        )
    return found


def _title_for(event: MergedEvent, thing: str) -> str | None:
    """The reading of a title by which `thing` takes part, None where a report names it."""
    readings = []
    for report in event.reports:
        meant = [reading for who, _, reading in report.meant if who == thing]
        if not meant and any(part == thing for part, _ in report.parts):
            return None
        readings += meant
    return min(readings, default=None)


def _wishes(event: MergedEvent, principals: Iterable[str]) -> list[str]:
    """`2023-09-10-meeting-joe-biden-nguyen-phu-trong`, then with what it is about, then with its first article."""
    who = sorted(thing.partition("/")[2].lower() for thing in principals)[:_NAMED_AFTER]
    plain = slug_of((event.date or "undated").partition("/")[0], event.type, *who)
    about = slug_of(plain, (event.office or event.level or event.label or event.place or "").rpartition("/")[2])
    return [plain, about] if about != plain else [plain]


def _essence(event: MergedEvent) -> str:
    first = event.reports[0]
    return f"{first.article}|{first.number}"
