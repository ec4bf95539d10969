"""What cannot all be right, kept side by side: dates and places of one event, levels of one change, holders of one seat, bounds that are
inverted, somebody in an office they are told to have left, or that the background gives to another.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kg.model import Contradiction, KgEvent, Office, OfficeHolding, as_told
from kg.resolution.attestations import BOUNDING, Piece
from kg.resolution.courtesy import Gainsaid
from kg.resolution.events import EventReport, MergedEvent
from kg.resolution.identifiers import assign
from kg.resolution.levels import level_named
from kg.resolution.periods import may_be_one, period_of
from kg.resolution.terms_of_office import Attestation

__all__ = ["contradictions"]


_OUTLIVES = datetime.timedelta(days=62)


class _Found(NamedTuple):
    kind: str
    about: str
    message: str
    claims: tuple[str, ...]


def contradictions(
    events: Sequence[tuple[KgEvent, MergedEvent]],
    holdings: Sequence[OfficeHolding],
    attestations: Iterable[Attestation],
    offices: Mapping[str, Office],
    names: Mapping[str, str],
    cities: Collection[str] = (),
    gainsaid: Iterable[Gainsaid] = (),
    near: Mapping[Piece, Sequence[EventReport]] = MappingProxyType({}),
) -> list[Contradiction]:
    """All contradictions, with the claims of every side; `offices` by identifier, `names` the labels of people, offices and places,
    `cities` the places of which one event has one, `gainsaid` the titles that the background speaks against, `near` the events
    told with each piece of evidence.
    """
    attestations = list(attestations)
    bounds = ((h.office, *bound) for h in holdings for bound in ((h.valid_from, h.from_precision), (h.valid_until, h.until_precision)))
    handovers = {(office, day) for office, day, precision in bounds if day and precision == "day"}
    handovers |= {(one.office, str(one.day)) for one in attestations if one.day and _enters_or_leaves(one, near)}
    of_events = [*_dates(events), *_places(events, cities, names), *_levels(events)]
    in_term = _in_term(attestations, holdings)
    of_terms = [*_seats(in_term, handovers, offices, names), *_inverted(holdings, names), *_left(holdings, attestations, names)]
    found = list(dict.fromkeys([*of_events, *of_terms, *_courtesy(gainsaid, names)]))
    wishes = {k: [f"{kind}-{about.partition('/')[2].lower()}"] for k, (kind, about, _, _) in enumerate(found)}
    ids = assign("contradiction", wishes, {k: "|".join((kind, about, message)) for k, (kind, about, message, _) in enumerate(found)})
    return [Contradiction(ids[k], kind, about, message, claims) for k, (kind, about, message, claims) in enumerate(found)]


def _dates(events: Iterable[tuple[KgEvent, MergedEvent]]) -> Iterable[_Found]:
    """Reports that an event happened on days of which both cannot be right, or began on two days."""
    for event, merged in events:
        told = [report for report in merged.reports if report.event.modality == "happened" and report.event.date]
        pairs = [pair for pair in itertools.combinations(told, 2) if _differ(*pair)]
        if pairs:
            sides = sorted({report.place_in_corpus: report for pair in pairs for report in pair}.items())
            dates = ", ".join(f"{date} ({', '.join(articles)})" for date, articles in _by_date(report for _, report in sides))
            claims = tuple(sorted({claim for _, report in sides for claim in report.claims}))
            yield _Found("date", event.id, f"Ngày khác nhau cho một sự kiện ({event.label}): {dates}", claims)


def _differ(one: EventReport, other: EventReport) -> bool:
    if not may_be_one(one.period, other.period):
        return one.event.type != "Visit" or not (one.period.is_day and other.period.is_day)  # two days of one visit
    both_intervals = "/" in (one.event.date or "") and "/" in (other.event.date or "")
    return both_intervals and one.period.begin is not None and other.period.begin is not None and one.period.begin != other.period.begin


def _by_date(reports: Iterable[EventReport]) -> list[tuple[str, list[str]]]:
    dates: dict[str, list[str]] = {}
    for report in reports:
        articles = dates.setdefault(report.event.date or "", [])
        if report.article not in articles:
            articles.append(report.article)
    return sorted(dates.items())


def _places(events: Iterable[tuple[KgEvent, MergedEvent]], cities: Collection[str], names: Mapping[str, str]) -> Iterable[_Found]:
    """Reports that a meeting, a signing or a speech was in different cities; a visit has many stages."""
    for event, merged in events:
        told = [report for report in merged.reports if report.event.modality == "happened" and report.place in cities]
        places = sorted({report.place for report in told if report.place})
        if event.type != "Visit" and len(places) > 1:
            where = ", ".join(names.get(place, place) for place in places)
            claims = tuple(sorted({claim for report in told for claim in report.claims}))
            yield _Found("place", event.id, f"Nơi khác nhau cho một sự kiện ({event.label}): {where}", claims)


def _left(holdings: Sequence[OfficeHolding], attestations: Iterable[Attestation], names: Mapping[str, str]) -> Iterable[_Found]:
    """Somebody shown in an office long after they are told to have left it, and no return is told. For some weeks a title outlives the office."""
    shown: dict[tuple[str, str], list[Attestation]] = {}
    for one in attestations:
        if one.day and one.status == "current" and one.scope is None:
            shown.setdefault((one.holder, one.office), []).append(one)
    entered: dict[tuple[str, str], list[str]] = {}
    for holding in holdings:
        if holding.valid_from:
            entered.setdefault((holding.holder, holding.office), []).append(holding.valid_from)
    told: set[tuple[str, str, str]] = set()
    for holding in holdings:
        key = holding.holder, holding.office
        if not holding.valid_until or key not in shown or (*key, holding.valid_until) in told:
            continue
        until = datetime.date.fromisoformat(holding.ended_by or holding.valid_until)
        back = min((day for day in entered.get(key, ()) if day >= holding.valid_until), default=str(datetime.date.max))
        after = [one for one in shown[key] if one.day and one.day > until + _OUTLIVES and str(one.day) < back]
        if after:
            told.add((*key, holding.valid_until))
            days = ", ".join(sorted({str(one.day) for one in after}))
            who = f"{names.get(holding.holder, holding.holder)}, {names.get(holding.office, holding.office)}"
            end = as_told(holding.valid_until, holding.until_precision)
            message = f"Được nói là đang giữ chức sau khi đã thôi ({who}): thôi {end}, vẫn được nói là đang giữ {days}"
            yield _Found("left-office", holding.id, message, tuple(sorted({*holding.claims, *(one.claim for one in after)})))


def _levels(events: Iterable[tuple[KgEvent, MergedEvent]]) -> Iterable[_Found]:
    """Two levels that one pair of countries is told to have taken up on one day."""
    by_day: dict[tuple[tuple[str, ...], str], list[tuple[KgEvent, MergedEvent]]] = {}
    for event, merged in events:
        known = event.level and level_named(event.level).id  # what is no level of the scale may go together with one
        if event.type == "RelationChange" and event.modality == "happened" and known and period_of(event.date).is_day:
            pair = tuple(sorted({country for report in merged.reports for country in report.countries}))
            by_day.setdefault((pair, event.date or ""), []).append((event, merged))
    for (_, date), sides in sorted(by_day.items()):
        levels = {event.level for event, _ in sides}
        if len(levels) > 1:
            names = ", ".join(sorted(level for level in levels if level))
            claims = tuple(sorted({claim for event, _ in sides for claim in event.claims}))
            first = min(event.id for event, _ in sides)
            yield _Found("level", first, f"Mức quan hệ khác nhau được nói là xác lập ngày {date}: {names}", claims)


def _enters_or_leaves(one: Attestation, near: Mapping[Piece, Sequence[EventReport]]) -> bool:
    """Whether the words that show somebody in an office tell how they came into it or left it."""
    told = near.get((one.article, one.number, one.evidence), ())
    return any(report.event.type in BOUNDING and report.office == one.office for report in told)


def _in_term(attestations: Iterable[Attestation], holdings: Iterable[OfficeHolding]) -> list[Attestation]:
    """Those whose day is not behind the end of their term: a title that outlives the term shows nobody in the seat."""
    ends = {claim: holding.ended_by for holding in holdings if holding.ended_by for claim in holding.claims}
    return [one for one in attestations if one.day is None or str(one.day) < (ends.get(one.claim) or "9")]


def _seats(
    attestations: Iterable[Attestation], handovers: Collection[tuple[str, str]], offices: Mapping[str, Office], names: Mapping[str, str]
) -> Iterable[_Found]:
    """Two people shown in a one-seat office on one day. The day on which one follows the other is both's."""
    shown: dict[tuple[str, str], dict[str, set[str]]] = {}
    for one in attestations:
        if one.day and one.status == "current" and one.scope is None and offices[one.office].seats == 1:
            day = one.day.isoformat()
            if (one.office, day) not in handovers:
                shown.setdefault((one.office, day), {}).setdefault(one.holder, set()).add(one.claim)
    sides: dict[tuple[str, tuple[str, ...]], tuple[list[str], set[str]]] = {}
    for (office, day), held in sorted(shown.items()):
        if len(held) > 1:
            days, claims = sides.setdefault((office, tuple(sorted(held))), ([], set()))
            days.append(day)
            claims.update(*held.values())
    for (office, holders), (days, claims) in sorted(sides.items()):
        who = ", ".join(names.get(holder, holder) for holder in holders)
        message = f"Nhiều người cùng giữ một chức ({names.get(office, office)}) ngày {', '.join(days)}: {who}"
        yield _Found("two-holders", office, message, tuple(sorted(claims)))


def _courtesy(gainsaid: Iterable[Gainsaid], names: Mapping[str, str]) -> Iterable[_Found]:
    """Titles of people on days on which the background has somebody else in the one seat."""
    sides: dict[tuple[str, str, str, str], list[Gainsaid]] = {}
    for one in gainsaid:
        told = one.attestation
        sides.setdefault((told.office, told.holder, one.term.person, one.term.row.source), []).append(one)
    for (office, holder, sitting, source), those in sorted(sides.items()):
        days = ", ".join(sorted({str(one.attestation.day) for one in those}))
        who, claims = f"{names.get(holder, holder)}, {names.get(office, office)}", {c for one in those for c in (one.attestation.claim, *one.against)}
        message = f"Được gọi theo chức ({who}) ngày {days}, khi theo bảng nhiệm kỳ người giữ chức là {sitting} ({source})"
        yield _Found("against-background", office, message, tuple(sorted(claims)))


def _inverted(holdings: Iterable[OfficeHolding], names: Mapping[str, str]) -> Iterable[_Found]:
    """A term that is told to end before it begins."""
    for holding in holdings:
        if holding.valid_from and holding.valid_until and holding.valid_from > (holding.ended_by or ""):
            who = f"{names.get(holding.holder, holding.holder)}, {names.get(holding.office, holding.office)}"
            begin, end = as_told(holding.valid_from, holding.from_precision), as_told(holding.valid_until, holding.until_precision)
            message = f"Nhiệm kỳ kết thúc trước khi bắt đầu ({who}): từ {begin}, đến {end}"
            yield _Found("inverted-term", holding.id, message, holding.claims)
