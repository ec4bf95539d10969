"""Reports joined into events: the most exactly dated first, each to the one event it can be of; two events of one article stay two.

What the merged event says is chosen by the reports: the date most of them give, happened before planned, all their participants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from kg.model import Modality
from kg.resolution.events.likeness import Verdict, keys_of, likeness
from kg.resolution.events.reports import EventReport
from kg.resolution.levels import level_named

__all__ = ["MergedEvent", "Ruling", "Rulings", "merge"]

_MODALITIES: tuple[Modality, ...] = ("happened", "reported", "cancelled", "planned")


class MergedEvent(msgspec.Struct, frozen=True):
    """The reports of one event, in order of article, and what they say together. `parts` are (identifier, role).

    `from_level`, `verb` and the codes are those of `kg.model.Event` that most reports tell; codes are those of the verb that is taken.
    """

    reports: tuple[EventReport, ...]
    type: str
    parts: tuple[tuple[str, str], ...]
    date: str | None
    modality: Modality
    place: str | None
    level: str | None
    label: str | None
    office: str | None
    reason: str
    from_level: str | None = None
    verb: str | None = None
    cameo: str | None = None
    plover: str | None = None


class Ruling(NamedTuple):
    """What a curator has decided of two reports: whether they are of one event, and the reason."""

    same: bool
    reason: str


Rulings = Mapping[frozenset[tuple[str, int]], Ruling]
"""Rulings by the two reports they are on, each by article and number."""

_RULED = 5


class _Cluster:
    """Reports that are of one event, as far as is seen."""

    def __init__(self, report: EventReport, rulings: Rulings) -> None:
        self.reports = [report]
        self.reasons: list[str] = []
        self.rulings = rulings

    def verdict(self, report: EventReport) -> Verdict | None:
        """The weakest verdict on `report` and any report here, None where one of them is of another event; a ruling goes before all."""
        ruled = [self.rulings.get(frozenset((known.place_in_corpus, report.place_in_corpus))) for known in self.reports] if self.rulings else []
        if any(ruling is not None and not ruling.same for ruling in ruled):
            return None
        for ruling in ruled:
            if ruling is not None and self.reports[0].event.type == report.event.type:
                return Verdict(_RULED, ruling.reason)
        weakest: Verdict | None = None
        closest = 0
        for known in self.reports:
            if known.article == report.article:
                return None
            verdict = likeness(known, report)
            if verdict is None:
                return None
            closest = max(closest, verdict.closeness)
            if weakest is None or verdict.strength < weakest.strength:
                weakest = verdict
        return weakest and weakest._replace(closeness=closest)

    def add(self, report: EventReport, verdict: Verdict) -> None:
        """Take a report in."""
        self.reports.append(report)
        self.reasons.append(verdict.reason)


def merge(reports: Iterable[EventReport], rulings: Rulings = MappingProxyType({})) -> list[MergedEvent]:
    """The events of the corpus, the same whatever the order of the reports; `rulings` are a curator's on pairs of them."""
    ruled_one: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for pair, ruling in rulings.items():
        if ruling.same:
            for place in pair:
                ruled_one.setdefault(place, []).append(("ruling", "|".join(map(str, sorted(pair)))))
    clusters: list[_Cluster] = []
    by_key: dict[Hashable, list[_Cluster]] = {}
    for report in sorted(reports, key=_exactness):
        keys = [*keys_of(report), *ruled_one.get(report.place_in_corpus, ())]
        near = {id(cluster): cluster for key in keys for cluster in by_key.get(key, ())}
        fitting = [(verdict, cluster) for cluster in near.values() if (verdict := cluster.verdict(report)) is not None]
        chosen = _chosen(report, fitting)
        if chosen is None:
            cluster = _Cluster(report, rulings)
            clusters.append(cluster)
        else:
            verdict, cluster = chosen
            cluster.add(report, verdict)
        for key in keys:
            known = by_key.setdefault(key, [])
            if not any(other is cluster for other in known):
                known.append(cluster)
    return [_merged(cluster) for cluster in clusters]


def _exactness(report: EventReport) -> tuple[int, int, str, str, int]:
    """Sorts reports with an exact day before those with a month, a year, no date; what happened before what is planned."""
    modality = _MODALITIES.index(report.event.modality)
    return report.period.length, modality, report.event.date or "", report.article, report.number


def _chosen(report: EventReport, fitting: Sequence[tuple[Verdict, _Cluster]]) -> tuple[Verdict, _Cluster] | None:
    """The event that fits best: by dates, then place or goal, then number of reports. Where two fit equally, none: it is not guessed."""
    if not fitting:
        return None

    def rank(pair: tuple[Verdict, _Cluster]) -> tuple[int, int, int]:
        verdict, cluster = pair
        return verdict.strength, verdict.closeness, len(cluster.reports)

    first = max(map(rank, fitting))
    best = [pair for pair in fitting if rank(pair) == first]
    if len(best) == 1 or first[0] >= 4:  # the same people on one day: either will do
        return min(best, key=lambda pair: pair[1].reports[0].place_in_corpus)
    return None


def _merged(cluster: _Cluster) -> MergedEvent:
    reports = sorted(cluster.reports, key=lambda report: report.place_in_corpus)
    modality = _modality(reports)
    telling = [report for report in reports if report.event.modality == modality]
    roles: dict[str, str] = {}
    for report in [*telling, *reports]:
        for thing, role in report.parts:
            roles.setdefault(thing, role)
    counted = Counter(cluster.reasons) if cluster.reasons else {}
    coded = [report.event for report in [*telling, *reports] if report.event.verb or report.event.cameo]
    verb = _most([event.verb for event in coded])
    codes = next((event for event in coded if event.verb == verb), None)
    return MergedEvent(
        reports=tuple(reports),
        type=reports[0].event.type,
        parts=tuple(sorted(roles.items())),
        date=_date([report for report in telling if report.event.date] or [report for report in reports if report.event.date]),
        modality=modality,
        place=_most([report.place for report in telling] + [report.place for report in reports]),
        level=_most([report.level.label if report.level else report.event.level for report in reports]),
        label=_most([report.event.label for report in reports]),
        office=_most([report.office for report in reports]),
        reason="; ".join(f"{reason} ({times} reports)" if times > 1 else reason for reason, times in sorted(counted.items())),
        from_level=_most([level_named(report.event.from_level).label if report.event.from_level else None for report in reports]),
        verb=verb,
        cameo=codes.cameo if codes else None,
        plover=codes.plover if codes else None,
    )


def _modality(reports: Sequence[EventReport]) -> Modality:
    """What happened by any report happened; what is cancelled by the newest report that is not of its happening is cancelled."""
    told = {report.event.modality for report in reports}
    for sure in ("happened", "reported"):
        if sure in told:
            return "happened" if sure == "happened" else "reported"
    newest = max(reports, key=lambda report: (str(report.day or ""), report.event.modality == "cancelled", report.place_in_corpus))
    return newest.event.modality


def _most(values: Iterable[str | None]) -> str | None:
    told = [value for value in values if value]
    if len(set(told)) <= 1:
        return told[0] if told else None
    times = Counter(told)
    return min(times, key=lambda value: (-times[value], value))


def _date(reports: Sequence[EventReport]) -> str | None:
    """The most exact of the dates that well supported ones are; all others stay in their claims.

    A report supports each date that its own may mean: `2015-07` supports `2015-07-07`. Well supported is what half as many reports
    support as the best. Of the exact ones an interval (`from … to`) goes before a day of it.
    """
    if not reports:
        return None
    dates = sorted({report.event.date for report in reports if report.event.date})
    if len(dates) == 1:
        return dates[0]
    support = {date: sum(_supports(report, date, reports) for report in reports) for date in dates}
    period = {report.event.date: report.period for report in reports}

    def rank(date: str) -> tuple[int, int, str]:
        length = period[date].length
        return 0 if "/" in date and length < 28 else length, -support[date], date

    return min((date for date in dates if 2 * support[date] >= max(support.values())), key=rank)


def _supports(report: EventReport, date: str, reports: Sequence[EventReport]) -> bool:
    other = next(known for known in reports if known.event.date == date)
    if report.period.yearless or other.period.yearless:
        return report.event.date == date
    return bool(
        report.period.begin
        and report.period.end
        and other.period.begin
        and other.period.end
        and report.period.begin <= other.period.end
        and other.period.begin <= report.period.end
    )
