"""Terms of office: what the articles say of one person in one office, joined by status, with the days that show it.

A day attests an office if an article of that day, or an event told with the office, shows the person in it. Bounds come from
appointments and departures alone, to the day, month or year that they tell: a first seen day is no beginning, and a month or year counts only
for a term that it lies before, or after, as a whole. A title used after the day of departure is a claim about the term, not a day of it. A death
ends all offices of the person that are not known to have ended before.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from kg.model import HoldingStatus, Office, OfficeHolding, Precision
from kg.resolution.identifiers import assign

__all__ = ["Attestation", "Bound", "Bounds", "terms"]

_IN_OFFICE = ("current", "acting")
_FOR_EVER = ("former", "late")
_AWAY = datetime.timedelta(days=180)


class Attestation(msgspec.Struct, frozen=True):
    """One piece of evidence of one holding of one article (both counted from 0): `day` is the day it shows, `claim` what says so."""

    article: str
    number: int
    evidence: int
    holder: str
    office: str
    status: HoldingStatus
    scope: str | None
    day: datetime.date | None
    claim: str


class Bound(NamedTuple):
    """A bound lies on one of the days from `first` to `last`: a day, a whole month or a whole year."""

    first: datetime.date
    last: datetime.date
    precision: Precision = "day"

    def within(self, other: Bound) -> bool:
        """Whether all days of this one are days of the other."""
        return other.first <= self.first and self.last <= other.last


class Bounds(msgspec.Struct, frozen=True):
    """When events say that a person entered and left an office."""

    entered: tuple[Bound, ...] = ()
    left: tuple[Bound, ...] = ()


def terms(
    attestations: Sequence[Attestation],
    bounds: Mapping[tuple[str, str], Bounds],
    offices: Mapping[str, Office],
    deaths: Mapping[str, datetime.date] = MappingProxyType({}),
) -> tuple[list[OfficeHolding], dict[tuple[str, int, int], str]]:
    """The holdings of the corpus, and for each piece of evidence (article, number, evidence) the one that it became part of.

    `deaths` are the days on which people died, by identifier.
    """
    seen_in: dict[str, list[tuple[datetime.date, str]]] = {}
    for one in attestations:
        if one.day and one.status == "current" and one.scope is None:
            seen_in.setdefault(one.office, []).append((one.day, one.holder))
    left_before = {(one.holder, one.office): one.day for one in attestations if one.status == "former" and one.day}
    groups: dict[tuple[str, str, str, str], list[Attestation]] = {}
    for one in _with_scopes(attestations):
        groups.setdefault((one.holder, one.office, one.status, one.scope or ""), []).append(one)
    drafts: list[OfficeHolding] = []
    members: list[Sequence[Attestation]] = []
    for (holder, office, status, scope), group in sorted(groups.items()):
        limits = bounds.get((holder, office), Bounds()) if status in _IN_OFFICE else Bounds()
        one_seat = offices[office].seats == 1 and status not in _FOR_EVER
        others = [day for day, other in seen_in.get(office, ()) if other != holder] if one_seat else []
        parts = _terms_of(group, limits, others)
        death = deaths.get(holder) if status in _IN_OFFICE else None
        if death and not left_before.get((holder, office), death) < death:
            parts = _ended_by(death, parts, others)
        for part, begin, end in parts:
            days = sorted({one.day.isoformat() for one in part if one.day and not (end and one.day >= end.last)})
            claims = tuple(sorted(one.claim for one in part))
            drafts.append(
                OfficeHolding(
                    id="",
                    holder=holder,
                    office=office,
                    status=group[0].status,
                    scope=scope or None,
                    attested_on=tuple(days),
                    claims=claims,
                    valid_from=begin.first.isoformat() if begin else None,
                    valid_until=end.first.isoformat() if end else None,
                    from_precision=begin.precision if begin else "day",
                    until_precision=end.precision if end else "day",
                )
            )
            members.append(part)
    ids = assign("holding", {k: _wishes(h) for k, h in enumerate(drafts)}, {k: _essence(h) for k, h in enumerate(drafts)})
    became = {(one.article, one.number, one.evidence): ids[k] for k, part in enumerate(members) for one in part}
    return [msgspec.structs.replace(holding, id=ids[k]) for k, holding in enumerate(drafts)], became


Part = tuple[Sequence[Attestation], Bound | None, Bound | None]
"""A term: its attestations, its first day and the first day it no longer holds, where events tell them."""


def _ended_by(death: datetime.date, parts: Sequence[Part], others: Sequence[datetime.date]) -> list[Part]:
    """The terms with the last of them ended by the holder's death, unless the one seat was another's between its last day and that."""
    *before, (part, begin, end) = parts
    shown = [one.day for one in part if one.day and one.day < death]
    last = max((*shown, *([begin.first] if begin else [])), default=None)
    taken = last is not None and any(last < other < death for other in others)
    ends = end is None and not taken and (begin is None or begin.first < death)
    return [*before, (part, begin, Bound(death, death) if ends else end)]


def _with_scopes(attestations: Iterable[Attestation]) -> list[Attestation]:
    """An office told without its scope is the one scoped office that the person has under that title."""
    scopes: dict[tuple[str, str], set[str]] = {}
    for one in attestations:
        if one.scope:
            scopes.setdefault((one.holder, one.office), set()).add(one.scope)
    return [
        msgspec.structs.replace(one, scope=min(known))
        if one.scope is None and len(known := scopes.get((one.holder, one.office), set())) == 1
        else one
        for one in attestations
    ]


def _terms_of(group: Sequence[Attestation], bounds: Bounds, others: Sequence[datetime.date]) -> list[Part]:
    """The attestations of one person, office and status cut into terms, each with the bounds that events give it.

    A term ends where the person left; a new one begins where they entered, and where the one seat was another's for long between.
    """
    dated = sorted((one for one in group if one.day), key=lambda one: (one.day or datetime.date.min, one.article, one.number, one.evidence))
    undated = [one for one in group if not one.day]
    parts: list[list[Attestation]] = []
    for one in dated:
        assert one.day is not None
        last = parts[-1][-1].day if parts else None
        if last is None or _parted(last, one.day, bounds, others):
            parts.append([])
        parts[-1].append(one)
    if not parts:
        parts.append([])
    parts[-1].extend(undated)
    found: list[Part] = []
    shown = [[one.day for one in part if one.day] for part in parts]
    for part, days, before, after in zip(parts, shown, [[], *shown[:-1]], [*shown[1:], []], strict=True):
        # an entry before the last day of the term before, and a departure after the first of the next, are not of this one
        entered = [one for one in bounds.entered if days and one.last <= min(days) and (not before or max(before) < one.first)]
        begin = max(entered, default=None)
        if begin and any(begin.last < one.first and one.last <= min(days) for one in bounds.left):
            begin = None  # that entry is of an earlier term, which no article shows
        earliest = begin.last if begin else (min(days) - _AWAY if days else datetime.date.max)
        end = min((one for one in bounds.left if earliest < one.first and (not after or one.last <= min(after))), default=None)
        if end and days and any(max(days) < one.first and one.last < end.first for one in bounds.entered):
            end = None  # and that departure is of a later one
        found.append((part, begin, end))
    return found


def _parted(last: datetime.date, day: datetime.date, bounds: Bounds, others: Sequence[datetime.date]) -> bool:
    """Whether a new term lies between two days that show the person. A title that outlives the office by some months is no new term."""
    if any(last < entered.first and entered.last <= day for entered in bounds.entered):
        return True
    if day - last >= _AWAY and any(last < other < day for other in others):
        return True
    return any(last <= left.last and day - left.last >= _AWAY for left in bounds.left)


def _wishes(holding: OfficeHolding) -> list[str]:
    name = f"{holding.holder.partition('/')[2]}-{holding.office.partition('/')[2]}"
    if holding.status != "current":
        name += f"-{holding.status}"
    year = (holding.valid_from or next(iter(holding.attested_on), ""))[:4]
    return [name, f"{name}-{year}"] if year else [name]


def _essence(holding: OfficeHolding) -> str:
    first = next(iter(holding.attested_on), "")
    return "|".join((holding.holder, holding.office, holding.status, holding.scope or "", holding.valid_from or first))
