"""Offices of the dead: `Chủ tịch Hồ Chí Minh` in the news of today shows nobody in office, since by a table he died long before.

Comes in: what is attested, and the table of deaths. Goes out: the same, where the holder of a high office had died before the day it was told
on as an office of the late; and the deaths that were so used. Lesser offices are passed over: a namesake who lives may hold them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from kg.lexicon import DeathRow, Lexicon
from kg.model import BackgroundDeath, Office
from kg.resolution.identity.persons import Spellings
from kg.resolution.identity.things import Thing, people_by_name
from kg.resolution.names import person_key
from kg.resolution.periods import period_of
from kg.resolution.roles import Roles
from kg.resolution.terms_of_office import Attestation

__all__ = ["known_deaths", "with_the_dead"]

_HIGH = frozenset({"head_of_state", "head_of_government", "party_leader"})
_HIGH_TITLES = frozenset({"chairman"})
"""`Chủ tịch` without an owner, as presidents of old are called."""


def known_deaths(lexicon: Lexicon, things: Mapping[str, Thing]) -> dict[str, DeathRow]:
    """The rows of the table by the one person of the corpus who has the name."""
    people = people_by_name(things)
    spellings = Spellings(lexicon.people)
    found = {}
    for row in lexicon.deaths:
        spelt = spellings.row(row.person)
        namesakes = people.get(person_key(spelt.name if spelt else row.person), ())
        if len(namesakes) == 1:
            found[namesakes[0]] = row
    return found


def with_the_dead(
    shown: Sequence[Attestation], deaths: Mapping[str, DeathRow], offices: Mapping[str, Office], roles: Roles
) -> tuple[list[Attestation], list[BackgroundDeath]]:
    """What is shown, with the high offices of the dead told as such, and the deaths that say so; `offices` by identifier."""
    told: list[Attestation] = []
    used: dict[str, BackgroundDeath] = {}
    for one in shown:
        row = deaths.get(one.holder)
        last = period_of(row.died).end if row else None
        if row and last and one.day and one.day > last and one.status in ("current", "acting") and _is_high(offices[one.office], roles):
            slug = one.holder.partition("/")[2]
            used.setdefault(one.holder, BackgroundDeath(f"background/death/{slug}", one.holder, row.died, row.source))
            one = msgspec.structs.replace(one, status="late", day=None)
        told.append(one)
    return told, list(used.values())


def _is_high(office: Office, roles: Roles) -> bool:
    row = roles.row(office.role_id) if office.role_id else None
    return row is not None and (row.kind in _HIGH or (row.id in _HIGH_TITLES and office.owner is None))
