"""In which office someone took part in an event: the holding in force that day, where there is one and only one.

A later promotion rewrites nothing: an office counts from the days that show it, not from the article that recalls the event.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence

from kg.model import BackgroundTerm, OfficeHolding, as_told
from kg.resolution.events import EventReport, MergedEvent
from kg.resolution.periods import period_of

__all__ = ["acting_as", "attested_day", "in_force", "surely_in_force"]

_ONE_DAY = datetime.timedelta(days=1)
_RECENT = datetime.timedelta(days=31)
_WORKING_LIFE = datetime.timedelta(days=40 * 365)
"""Nobody of today's news acted longer ago: such a date is of something else that the sentence tells."""

_IN_OFFICE = ("current", "acting")


def in_force(holding: OfficeHolding, first: datetime.date, last: datetime.date) -> bool:
    """Whether the holding is shown to be in force on some day from `first` to `last`: by its bounds, or by days that attest it."""
    if holding.status not in _IN_OFFICE:
        return False
    begin, end = _day(holding.begun_by), _day(holding.valid_until)
    days = [day for value in holding.attested_on if (day := _day(value))]
    if end and holding.until_precision != "day":
        end = max([end, *(day + _ONE_DAY for day in days)])  # within its month or year only what shows the person tells
    if (begin and last < begin) or (end and first >= end):
        return False
    earliest = begin or min(days, default=None)
    latest = end or max(days, default=None)
    return earliest is not None and latest is not None and earliest <= last and first <= latest


def acting_as(
    event: MergedEvent,
    person: str,
    held: Sequence[OfficeHolding],
    told_with: Mapping[tuple[str, int], frozenset[str]],
    background: Sequence[BackgroundTerm] = (),
) -> str | None:
    """The id of the holding that `person` acted in, None where several or none are in force that day.

    `held` are the person's holdings; `told_with` the holdings that each report's own words give to its participants: of several
    in force the one that the reports name is meant, or whose title stands for the person. Where articles show none, the one term of
    the person's `background` that is in force counts.
    """
    period = period_of(event.date)
    if period.begin is None or period.end is None or period.length > 62:
        return None
    meant = {office for report in event.reports for who, office, _ in report.meant if who == person}
    fitting = {holding.id for holding in held if in_force(holding, period.begin, period.end) and (not meant or holding.office in meant)}
    if len(fitting) > 1:
        named = fitting & frozenset[str]().union(*(told_with.get(report.place_in_corpus, frozenset()) for report in event.reports))
        fitting = named or fitting
    if not fitting:
        left = {holding.office for holding in held if (end := _day(holding.ended_by)) and end <= period.begin}
        offices = meant or {term.office for term in background} - left
        fitting = {term.id for term in background if term.office in offices and surely_in_force(term, period.begin, period.end)}
    return fitting.pop() if len(fitting) == 1 else None


def surely_in_force(term: BackgroundTerm, first: datetime.date, last: datetime.date) -> bool:
    """Whether the background shows the person in office on all days from `first` to `last`, whatever its imprecise bounds mean."""
    begin = period_of(as_told(term.valid_from, term.from_precision)).end
    until = datetime.date.fromisoformat(term.valid_until or term.as_of)
    return begin is not None and begin <= first and (last < until or (term.valid_until is None and last == until))


def attested_day(report: EventReport, today: datetime.date | None) -> datetime.date | None:
    """The day that an office told in the words of `report` is shown for: the event's own, None where it lies back at no known day."""
    if report.event.modality != "happened":
        return today
    begin, end = report.period.begin, report.period.end
    if today and end and (end < today - _WORKING_LIFE or (end < today - _RECENT and begin != end)):
        return None
    return begin if begin and begin == end and (today is None or begin <= today) else today


@functools.lru_cache(maxsize=16384)
def _day(value: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        return None
