"""Joined events as records: entity ids, character spans of the evidence, tier of confidence, and the visit that a meeting is part of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.extraction.events.dating.periods import agree
from kg.extraction.events.merging import Merged
from kg.extraction.events.syntax.actors import Key
from kg.extraction.events.tables import event_codes
from kg.extraction.offices.unnamed_offices import ThroughOffice
from kg.extraction.sentence.view import SentenceView
from kg.model import Event, Participant, Span, Tier

__all__ = ["event_records"]

# By construction, what the readers' precision on annotated articles allows; further tellings raise it.
_CONFIDENCE = {
    "Meeting": 0.9,
    "PhoneCall": 0.93,
    "Visit": 0.88,
    "Signing": 0.85,
    "RelationChange": 0.9,
    "Appointment": 0.92,
    "Departure": 0.92,
    "Statement": 0.9,
    "Speech": 0.85,
    "Attendance": 0.82,
}


def event_records(
    merged: Sequence[Merged], views: Sequence[SentenceView], ids: Mapping[object, str], country_of: Callable[[Key], str | None]
) -> tuple[Event, ...]:
    """The records, numbered in the order the events are first told; an event none of whose entities has an id is left out."""
    events: list[Event] = []
    numbered: list[tuple[Merged, str]] = []
    for event in merged:
        participants = tuple(
            Participant(identifier, part.role, _office(ids, part.key)) for part in event.parts if (identifier := _id(ids, part.key)) is not None
        )
        parties = [p for p in participants if p.role == "party"]
        if event.type == "Signing" and len(parties) == 1 and any(p.role == "witness" for p in participants):
            # of the two that sign, one is named nowhere in the article: only who looked on is told
            participants = tuple(p for p in participants if p.role != "party")
        if not participants or (event.type == "Visit" and not any(p.role == "destination" for p in participants)):
            continue
        identifier = f"v{len(events) + 1}"
        numbered.append((event, identifier))
        confidence = min(_CONFIDENCE.get(event.type, 0.8) + 0.02 * (len(event.tellings) - 1), 0.97)
        tier: Tier = "asserted" if confidence >= 0.93 else "probable" if confidence >= 0.8 else "candidate"
        events.append(
            Event(
                identifier,
                event.type,
                participants,
                _evidence(event, views),
                event.date,
                event.date_method if event.date is not None else None,
                _id(ids, event.place) if event.place is not None else None,
                event.modality,
                event.level,
                event.label,
                None,
                round(confidence, 2),
                tier,
                event.tellings[0].rule,
                next((telling.from_level for telling in event.tellings if telling.from_level), None),
                event.value or None,
                *_codes(event),
            )
        )
    return tuple(_with_visit(event, record, numbered, country_of) for (event, _), record in zip(numbered, events, strict=True))


def _id(ids: Mapping[object, str], key: Key) -> str | None:
    return ids.get(key if isinstance(key, tuple) else id(key))


def _office(ids: Mapping[object, str], key: Key) -> str | None:
    """The id of the unnamed office through which a country takes part."""
    return ids.get((key.office.sentence, key.office.start, key.office.end)) if isinstance(key, ThroughOffice) else None


def _codes(event: Merged) -> tuple[str | None, str | None]:
    """The CAMEO and the PLOVER code of the event's type and verb; None where the vocabulary has none."""
    row = event_codes().get((event.type, event.value)) or event_codes().get((event.type, ""))
    return (row.cameo or None, row.plover or None) if row is not None else (None, None)


def _evidence(event: Merged, views: Sequence[SentenceView]) -> tuple[Span, ...]:
    # a clause that begins behind its verb (`Trong chuyến thăm …, ông A sẽ …`) is told from the verb on
    return tuple(sorted({views[t.sentence].span(min(t.clause), max(*t.clause, min(t.clause) + 1)) for t in event.tellings}))


def _with_visit(event: Merged, record: Event, numbered: Sequence[tuple[Merged, str]], country_of: Callable[[Key], str | None]) -> Event:
    """A meeting in the country that one of its participants visits at that time is part of the visit."""
    if event.type not in ("Meeting", "Signing", "Attendance", "Speech"):
        return record
    here = {country_of(k) for k in [p.key for p in event.parts]} | ({country_of(event.place)} if event.place is not None else set())
    for visit, identifier in numbered:
        if (
            visit.type != "Visit"
            or not any(k == a for k in [p.key for p in event.parts] for a in visit.keys("agent"))
            or not agree(visit.date, event.date)
        ):
            continue
        goals = {k[1] if isinstance(k, tuple) else country_of(k) for k in visit.keys("destination")}
        if visit.modality == event.modality and goals & here - {None}:
            return Event(**{**{f: getattr(record, f) for f in record.__struct_fields__}, "part_of": identifier})
    return record
