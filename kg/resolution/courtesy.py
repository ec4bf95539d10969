"""Titles used of people who do not hold the office that day: `Tổng thống Ronald Reagan` in the news of 2025 shows nobody in office in 2025.

Comes in: what is attested, and the background's terms. Goes out: the same; where articles show two people in one seat and the background has
one of them there, the other's title has no day. Articles that agree go before the background. What was so gainsaid is told, since nothing
is chosen in silence.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from kg.resolution.background import KnownTerm
from kg.resolution.terms_of_office import Attestation

__all__ = ["Gainsaid", "without_courtesy"]


class Gainsaid(NamedTuple):
    """A title said on a day (`attestation`, as it was told) on which the background has another in the office (`term`).

    `against` are the claims nearest to the day that show the other there.
    """

    attestation: Attestation
    term: KnownTerm
    against: tuple[str, ...]


def without_courtesy(
    shown: Sequence[Attestation], sitting: Callable[[str, str, datetime.date], tuple[str, KnownTerm] | None]
) -> tuple[list[Attestation], list[Gainsaid]]:
    """What is shown with the days that stand, and what is gainsaid.

    `sitting` gives another person than the first who by the background is in the office (second) on a day, with the term; None where none is.
    """
    seen: dict[tuple[str, str], list[Attestation]] = {}
    for one in shown:
        if one.day and _told_now(one):
            seen.setdefault((one.holder, one.office), []).append(one)
    stands: list[Attestation] = []
    gainsaid: list[Gainsaid] = []
    for one in shown:
        other = sitting(one.holder, one.office, one.day) if one.day and _told_now(one) else None
        against = _nearest(one.day, seen.get((other[0], one.office), ()), other[1]) if one.day and other else ()
        if other and against:
            stands.append(msgspec.structs.replace(one, day=None))
            gainsaid.append(Gainsaid(one, other[1], against))
        else:
            stands.append(one)
    return stands, gainsaid


def _nearest(day: datetime.date, shown: Iterable[Attestation], term: KnownTerm) -> tuple[str, ...]:
    """The claims of those of `shown` in the `term` that are the nearest to `day`."""
    near = [(abs(one.day - day), one.claim) for one in shown if one.day and term.surely(one.day, one.day)]
    least = min((distance for distance, _ in near), default=None)
    return tuple(sorted(claim for distance, claim in near if distance == least))


def _told_now(one: Attestation) -> bool:
    return one.scope is None and one.status in ("current", "acting")
