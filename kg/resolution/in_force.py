"""Who was in which office on a day: holdings and offices in, for each day those in office with what supports it out.

The meaning is that of the named question `who-was-in-office-on`. Each holding is given the days on which it can hold before it is
asked: from its bounds, or from and to the next day that shows anybody else in the one seat, or on which another's term is told to begin.
A bound told as a month or a year tells nothing within it: before it or after it nobody was in office, and the days that show somebody count.
"""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

from kg.model import Office, OfficeHolding
from kg.resolution.intervals import Intervals

__all__ = ["Evidence", "InForce", "TermsInForce"]

Evidence = Literal["told", "shown", "before", "after"]

_SERVING = ("current", "acting")
_ONE_DAY = datetime.timedelta(days=1)
_EVER = datetime.date.max


class InForce(NamedTuple):
    """A holding on a day. `evidence`: `told` where both bounds are; `shown` where days on both sides, or the day itself, show the
    person in office; `before` or `after` where only one side does. `nearest` is the closest day that shows it, earlier ones first.
    """

    holding: OfficeHolding
    evidence: Evidence
    nearest: datetime.date | None


class _Term(NamedTuple):
    """`begin` and `end` are known to the day; in office at most from `earliest` on and before `latest`."""

    holding: OfficeHolding
    begin: datetime.date | None
    end: datetime.date | None
    days: list[datetime.date]
    earliest: datetime.date
    latest: datetime.date


class TermsInForce:
    """All terms of a graph, to be asked for any day."""

    def __init__(self, holdings: Iterable[OfficeHolding], offices: Iterable[Office]) -> None:
        one_seat = {office.id for office in offices if office.seats == 1}
        terms = [_term(holding) for holding in holdings]
        shown: dict[str, list[datetime.date]] = {}
        for term in terms:
            if term.holding.office in one_seat and term.holding.status in _SERVING:
                begun = [term.begin] if term.begin else []
                shown.setdefault(term.holding.office, []).extend((*begun, *term.days))
        for days in shown.values():
            days.sort()
        spans = ((_span(term, shown.get(term.holding.office, [])), term) for term in terms)
        self._intervals = Intervals((*span, term) for span, term in spans if span)

    def on(self, day: datetime.date) -> list[InForce]:
        """Those in office on `day`, as far as the graph supports it, by identifier of the holding."""
        return sorted((_in_force(term, day) for term in self._intervals.on(day)), key=lambda found: found.holding.id)


def _term(holding: OfficeHolding) -> _Term:
    days = sorted(day for text in holding.attested_on if (day := _day(text)))
    begin, end = _day(holding.valid_from), _day(holding.valid_until)
    earliest, latest = begin or datetime.date.min, end or _EVER
    if holding.from_precision != "day":
        begin = None
    if (ended := _day(holding.ended_by)) and holding.until_precision != "day":
        end, latest = None, ended + _ONE_DAY
    return _Term(holding, begin, end, days, earliest, latest)


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None  # what is no day of the calendar bounds nothing; the shapes report it


def _span(term: _Term, shown: list[datetime.date]) -> tuple[datetime.date, datetime.date] | None:
    """The days on which the term can be in force; `shown` are the days that show anybody in the one seat."""
    serving = term.holding.status in _SERVING
    if not serving or (term.begin and term.end):
        return (term.begin or datetime.date.min, term.end) if term.end else None
    first = term.begin or next(iter(term.days), None)
    if first is None:
        return None
    begin = term.begin
    if begin is None:
        earlier = bisect.bisect_left(shown, first)
        begin = shown[earlier - 1] + _ONE_DAY if earlier else datetime.date.min
    later = bisect.bisect_right(shown, term.days[-1] if term.days else first)
    return max(begin, term.earliest), min(term.latest, shown[later] if later < len(shown) else _EVER)


def _in_force(term: _Term, day: datetime.date) -> InForce:
    if term.holding.status not in _SERVING:
        return InForce(term.holding, "told", None)
    place = bisect.bisect_right(term.days, day)
    before = term.days[place - 1] if place else term.begin
    after = term.days[place] if place < len(term.days) else None
    evidence: Evidence
    if term.begin and term.end:
        evidence = "told"
    elif before and (after or before == day):
        evidence = "shown"
    else:
        evidence = "before" if before else "after"
    return InForce(term.holding, evidence, before or after)
