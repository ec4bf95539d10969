"""Which days show whom in which office: each piece of evidence of a holding with the events told in its sentence, and its day."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.model import BackgroundDeath, OfficeHolding, Span
from kg.resolution.capacities import attested_day
from kg.resolution.claims import ClaimIds
from kg.resolution.courtesy import Gainsaid
from kg.resolution.events import DIES, EventReport, MergedEvent
from kg.resolution.offices_told import OfficeTold
from kg.resolution.periods import period_of, precision_of
from kg.resolution.terms_of_office import Attestation, Bound, Bounds
from kg.resolution.witnesses import Reference, Witness

__all__ = ["BOUNDING", "Dated", "Piece", "attestations", "bounds_told", "by_report", "deaths_told", "told_with"]

Piece = tuple[str, int, int]
"""A piece of evidence of a holding: article, number of the holding, number of the evidence."""


BOUNDING = ("Appointment", "Departure")
"""Events that begin or end a term."""


class Dated(NamedTuple):
    """The terms of a corpus: `held`, what `shown` evidence each piece `became`, the events `near` each piece; what is
    `gainsaid`, and the `deaths` of those whose titles are of old.
    """

    near: Mapping[Piece, Sequence[EventReport]]
    shown: Sequence[Attestation]
    held: Sequence[OfficeHolding]
    became: Mapping[Piece, str]
    gainsaid: Sequence[Gainsaid]
    deaths: Sequence[BackgroundDeath]


def told_with(
    heard: Iterable[Witness], told: Iterable[OfficeTold], told_events: Iterable[EventReport], holder: Mapping[Reference, str]
) -> dict[Piece, list[EventReport]]:
    """The events in whose own sentences an office of one of their participants is told, by that piece of evidence."""
    by_article: dict[str, list[EventReport]] = {}
    for report in told_events:
        by_article.setdefault(report.article, []).append(report)
    by_id = {witness.id: witness for witness in heard}
    sentences: dict[tuple[str, int], set[Span]] = {}
    near: dict[Piece, list[EventReport]] = {}
    for office in told:
        article, person = office.person[0], holder[office.person]
        witness = by_id[article]
        theirs = [report for report in by_article.get(article, ()) if any(thing == person for thing, _ in report.parts)]
        for report in theirs:
            if report.place_in_corpus not in sentences:
                sentences[report.place_in_corpus] = {witness.sentence(*span) for span in report.event.evidence}
        for number, span in enumerate(office.holding.evidence):
            first, last = witness.sentence(*span) if theirs else span
            near[article, office.number, number] = [
                report for report in theirs if any(start < last and first < end for start, end in sentences[report.place_in_corpus])
            ]
    return near


def by_report(near: Mapping[Piece, Iterable[EventReport]]) -> dict[tuple[str, int], list[Piece]]:
    """The pieces of evidence told with each event, by article and number of the event."""
    pieces: dict[tuple[str, int], list[Piece]] = {}
    for piece, told_events in near.items():
        for report in told_events:
            pieces.setdefault(report.place_in_corpus, []).append(piece)
    return pieces


def attestations(
    heard: Iterable[Witness],
    told: Iterable[OfficeTold],
    holder: Mapping[Reference, str],
    office_ids: Mapping[tuple[str, str], str],
    made: Mapping[str, ClaimIds],
    near: Mapping[Piece, Sequence[EventReport]],
    wrong: Collection[str] = (),
) -> list[Attestation]:
    """Each piece of evidence of each holding with the day it shows: that of the event it is told with, else that of the article.

    A sentence that speaks of the past shows it on its own day, or on none where it names no day. Who is told of as former, late or
    designate is so on the day of the article. Claims that are `wrong` show nothing.
    """
    today = {witness.id: witness.day for witness in heard}
    found = []
    for office in told:
        article = office.person[0]
        for number, claim in enumerate(made[article].holdings[office.number]):
            if claim in wrong:
                continue
            events = near[article, office.number, number]
            told_of_now = not events or office.status not in ("current", "acting")
            if not told_of_now:
                days = [attested_day(report, today[article]) for report in events]
            elif office.status in ("current", "acting") and office.holding.dates and (past := office.holding.dates[number]):
                spoken_of = period_of(past)
                days = [spoken_of.begin if spoken_of.is_day else None]
            else:
                days = [today[article]]
            found.append(
                Attestation(
                    article=article,
                    number=office.number,
                    evidence=number,
                    holder=holder[office.person],
                    office=office_ids[office.key],
                    status=office.status,
                    scope=office.scope,
                    day=max((day for day in days if day), default=None),
                    claim=claim,
                )
            )
    return found


def bounds_told(merged: Iterable[MergedEvent], shown: Iterable[Attestation]) -> dict[tuple[str, str], Bounds]:
    """The days, months or years in which events say that a person entered or left an office. An election before which and after which
    the person is told as designate is no entry.
    """
    designate: dict[tuple[str, str], datetime.date] = {}
    for one in shown:
        if one.status == "designate" and one.day:
            key = one.holder, one.office
            designate[key] = max(one.day, designate.get(key, one.day))
    entered: dict[tuple[str, str], set[Bound]] = {}
    left: dict[tuple[str, str], set[Bound]] = {}
    for event in merged:
        bound = _bound(event.date) if event.office is not None and event.modality == "happened" else None
        if event.office is None or bound is None:
            continue
        for thing, role in event.parts:
            key = thing, event.office
            if thing.startswith("person/") and role == "agent":
                if event.type == "Departure":
                    left.setdefault(key, set()).add(bound)
                elif event.type == "Appointment" and designate.get(key, bound.first) <= bound.first:
                    entered.setdefault(key, set()).add(bound)
    return {key: Bounds(_nearest(entered.get(key, ())), _nearest(left.get(key, ()))) for key in {*entered, *left}}


def _bound(date: str | None) -> Bound | None:
    """The bound that the date of an event tells: a day, or a whole month or year; None where it is neither."""
    told = period_of(date)
    if not told.begin or not told.end:
        return None
    precision = "day" if told.is_day else precision_of(date or "")
    return Bound(told.begin, told.end, precision) if precision else None


def _nearest(bounds: Collection[Bound]) -> tuple[Bound, ...]:
    """The bounds in order, without the months and years in which another of them lies: that tells the same more exactly."""
    return tuple(sorted(one for one in bounds if not any(one != other and other.within(one) for other in bounds)))


def deaths_told(merged: Iterable[MergedEvent]) -> dict[str, datetime.date]:
    """The days on which people died, by identifier, where an event tells the full date."""
    found: dict[str, datetime.date] = {}
    for event in merged:
        day = period_of(event.date)
        if event.type == "Departure" and event.verb == DIES and event.modality == "happened" and day.is_day and day.begin is not None:
            for thing, role in event.parts:
                if thing.startswith("person/") and role == "agent":
                    found[thing] = min(day.begin, found.get(thing, day.begin))
    return found
