"""Whether two reports can be of one event, how strongly, and why: type by type over principals, dates and places.

A verdict is (strength, reason): 4 one exact day, 3 dates that may be one, 2 a date against an undated report near it, 1 dates that differ
by little and hence contradict each other. None: two events.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Hashable
from typing import NamedTuple

from kg.resolution.events.reports import EventReport
from kg.resolution.names import name_key
from kg.resolution.periods import days_apart, may_be_one

__all__ = ["DIES", "MERGED_TYPES", "Verdict", "keys_of", "likeness"]


class Verdict(NamedTuple):
    """How strongly two reports are of one event (1 to 4), and why; of two alike the closer one goes to the same place or goal."""

    strength: int
    reason: str
    closeness: int = 0


class _Tolerance(NamedTuple):
    """In days: how far two told dates of one event may differ; how far an undated report may lie from the event it tells of."""

    differing: int = 0
    replanned: int = 0
    announced: int = 60
    reported: int = 7


_EVER = 36500
DIES = "die"
"""The class of the verbs that tell a death (`event_verbs.tsv`)."""
_SHARED, _FEWEST = 0.6, 4
"""Of the words of the shorter of two matters how large a part the other has too, and how many at least."""
_TOLERANCES = {
    "Meeting": _Tolerance(replanned=30),
    "PhoneCall": _Tolerance(),
    "Visit": _Tolerance(differing=3, replanned=30, announced=60),
    "RelationChange": _Tolerance(differing=366, announced=366, reported=_EVER),
    "Appointment": _Tolerance(differing=7, announced=180, reported=_EVER),
    "Departure": _Tolerance(differing=7, announced=180, reported=_EVER),
    "Signing": _Tolerance(replanned=30),
}
_OF_OFFICES = frozenset({"Appointment", "Departure"})
_UNNAMED_OFFICE = _Tolerance(differing=7, announced=180, reported=60)
_OTHER = _Tolerance(announced=0, reported=0)


def keys_of(report: EventReport) -> list[Hashable]:
    """Of these, two reports that can be of one event share at least one: no others have to be compared."""
    if report.event.type in _WHO:
        return [(report.event.type, thing) for thing in sorted(report.principals)]
    return [(report.event.type, report.principals, report.period)] if report.principals and report.period.is_day else []


def likeness(one: EventReport, other: EventReport) -> Verdict | None:
    """The verdict on two reports of different articles."""
    if one.event.type != other.event.type:
        return None
    if _is_death(one) and _is_death(other):
        return _one_death(one, other)
    who = _WHO.get(one.event.type, _same_principals)(one, other)
    if who is None or not _places_agree(one, other):
        return None
    when = _when(one, other, _tolerance(one, other))
    if when is None:
        return None
    closeness = int(bool(one.goals & other.goals)) + int(one.place is not None and one.place == other.place)
    return Verdict(when.strength, f"{who}, {when.reason}", closeness)


def _is_death(report: EventReport) -> bool:
    """Whether a departure is told as the death of who leaves."""
    return report.event.type == "Departure" and report.event.verb == DIES


def _one_death(one: EventReport, other: EventReport) -> Verdict | None:
    """Nobody dies twice: days that differ contradict each other."""
    if not one.principals & other.principals:
        return None
    return _when(one, other, _tolerance(one, other)) or Verdict(1, f"one death, dates that differ ({_dates(one, other)})")


def _tolerance(one: EventReport, other: EventReport) -> _Tolerance:
    """Of the type; somebody who enters or leaves an office that neither report names may do so again another year."""
    if one.event.type in _OF_OFFICES and one.office is None and other.office is None and not _is_death(one):
        return _UNNAMED_OFFICE
    return _TOLERANCES.get(one.event.type, _OTHER)


def _when(one: EventReport, other: EventReport, tolerance: _Tolerance) -> Verdict | None:
    if one.event.date and other.event.date:
        if not may_be_one(one.period, other.period):
            return _differing(one, other, tolerance)
        if one.event.type in _TOLERANCES:
            if one.event.date == other.event.date and one.period.length < 28:
                return Verdict(4, "the same day" if one.period.is_day else "the same days")
            return Verdict(3, f"dates that may be one ({_dates(one, other)})")
        return Verdict(4, "the same day") if one.period.is_day and one.period == other.period else None
    if one.event.date or other.event.date:
        dated, undated = (one, other) if one.event.date else (other, one)
        return _told_without_date(dated, undated, tolerance)
    if one.day is None or other.day is None:
        return Verdict(2, "no date told") if tolerance.reported == _EVER else None
    near = abs(one.day - other.day).days <= 3 and one.event.modality == other.event.modality
    if tolerance.reported == _EVER or (tolerance.reported and near):
        return Verdict(2, "no date told, articles of the same days")
    return None


def _dates(one: EventReport, other: EventReport) -> str:
    return " and ".join(sorted({one.event.date or "", other.event.date or ""}))


def _differing(one: EventReport, other: EventReport, tolerance: _Tolerance) -> Verdict | None:
    """Dates that cannot both be right: a plan that was moved, or a contradiction between reports."""
    apart = days_apart(one.period, other.period)
    if apart is None:
        return None
    plans = {one.event.modality, other.event.modality} & {"planned", "cancelled"}
    limit = max(tolerance.differing, tolerance.replanned if plans else 0)
    return Verdict(1, f"dates that differ ({_dates(one, other)})") if apart <= limit else None


def _told_without_date(dated: EventReport, undated: EventReport, tolerance: _Tolerance) -> Verdict | None:
    """An undated report tells of what is near its own day: what is planned lies after it, what happened before it."""
    if tolerance.reported == _EVER:
        return Verdict(2, "told without a date")
    if undated.day is None or not tolerance.reported or not (dated.period.begin and dated.period.end):
        return None
    ahead = undated.event.modality == "planned"
    first = undated.day - datetime.timedelta(days=1 if ahead else tolerance.reported)
    last = undated.day + datetime.timedelta(days=tolerance.announced if ahead else 1)
    if dated.period.begin <= last and first <= dated.period.end and dated.period.length <= 31:
        return Verdict(2, f"told without a date in an article of {undated.day}")
    return None


def _places_agree(one: EventReport, other: EventReport) -> bool:
    return not (one.place_country and other.place_country and one.place_country != other.place_country)


def _same_principals(one: EventReport, other: EventReport) -> str | None:
    """The same people, and the same matter where both tell one: who speaks twice on a day makes two statements."""
    if not one.principals or one.principals != other.principals:
        return None
    matters = [_words(report.event.label or "") for report in (one, other)]
    if not all(matters):
        return "the same principals"
    shared = len(matters[0] & matters[1])
    alike = matters[0] == matters[1] or (shared >= _FEWEST and shared >= _SHARED * min(map(len, matters)))
    return "the same principals and matter" if alike else None


@functools.lru_cache(maxsize=16384)
def _words(matter: str) -> frozenset[str]:
    return frozenset(name_key(matter).split())


def _between_the_same(one: EventReport, other: EventReport) -> str | None:
    """Two of the same people, with all others of the shorter list among those of the longer."""
    smaller, larger = sorted((one.principals, other.principals), key=len)
    if len(smaller) >= 2 and smaller <= larger:
        return "the same principals"
    return None


def _same_visit(one: EventReport, other: EventReport) -> str | None:
    if one.guests & other.guests and (one.countries & other.countries or one.goals & other.goals):
        return "the same guest and country"
    return None


def _same_relation(one: EventReport, other: EventReport) -> str | None:
    if len(one.countries) != 2 or one.countries != other.countries:
        return None
    if one.level is None or other.level is None:
        return "the same two countries, one report without the level" if (one.level or other.level) and _at_one_time(one, other) else None
    return "the same two countries and level" if one.level.rung == other.level.rung else None


def _same_office(one: EventReport, other: EventReport) -> str | None:
    if not one.principals & other.principals:
        return None
    if one.office and one.office == other.office:
        return "the same person and office"
    if (one.office is None) != (other.office is None) and not (one.event.label and other.event.label) and _at_one_time(one, other):
        return "the same person, one report without the office"
    return "the same person" if one.office is None and other.office is None and _labels_agree(one, other) else None


def _at_one_time(one: EventReport, other: EventReport) -> bool:
    """Whether both are dated within a month, and the dates may be one: what a report leaves out is then told by the other."""
    return max(one.period.length, other.period.length) <= 31 and may_be_one(one.period, other.period)


def _labels_agree(one: EventReport, other: EventReport) -> bool:
    return (one.event.label or "").casefold() == (other.event.label or "").casefold()


def _same_signing(one: EventReport, other: EventReport) -> str | None:
    if one.documents and other.documents and not one.documents & other.documents:
        return None
    if one.principals and one.principals == other.principals:
        return "the same parties"
    return _between_the_same(one, other)


_WHO: dict[str, Callable[[EventReport, EventReport], str | None]] = {
    "Meeting": _between_the_same,
    "PhoneCall": _between_the_same,
    "Visit": _same_visit,
    "RelationChange": _same_relation,
    "Appointment": _same_office,
    "Departure": _same_office,
    "Signing": _same_signing,
}
MERGED_TYPES = frozenset(_WHO)
