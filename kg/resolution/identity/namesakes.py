"""Two people of one full name: offices of different countries, or heading two places at one time, tell them apart.

Who shares an office is one person; who shows no office joins the one namesake whose country the article names, else stays apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.model import Entity
from kg.resolution.identity.things import Judgement
from kg.resolution.names import person_key
from kg.resolution.offices_told import OfficeTold
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Seen", "by_shared_office", "part_namesakes"]

_AT_ONE_TIME = datetime.timedelta(days=31)


class Seen(NamedTuple):
    """A person as one article shows them: offices as (role, owner), the ISO codes of the owners' countries, places they head."""

    reference: Reference
    entity: Entity
    key: str
    day: datetime.date | None
    offices: frozenset[tuple[str, str]]
    countries: frozenset[str]
    headed: frozenset[str]
    named_countries: frozenset[str]

    @classmethod
    def of(cls, reference: Reference, entity: Entity, witness: Witness, told: Sequence[OfficeTold], countries: Mapping[str, str]) -> Seen:
        """What `witness` shows of `entity`, to whom it gives the offices `told`."""
        key = person_key(entity.name)
        if not told:
            return cls(reference, entity, key, witness.day, frozenset(), frozenset(), frozenset(), witness.countries)
        now = [office for office in told if office.status in ("current", "acting")]
        return cls(
            reference,
            entity,
            key,
            witness.day,
            frozenset((office.role, office.owner or "") for office in told),
            frozenset(countries[office.owner] for office in told if office.owner and office.owner in countries),
            frozenset(office.owner for office in now if office.owner and office.owner.startswith("place/")),
            witness.countries,
        )

    @property
    def place(self) -> str:
        """`ARTICLE#ENTITY`, for a judgement."""
        return "#".join(self.reference)


def part_namesakes(seen: Sequence[Seen]) -> tuple[list[list[Seen]], list[Judgement]]:
    """The people behind one full name, each as the list of its appearances, and the reasons they were told apart."""
    parts = by_shared_office([one for one in seen if one.offices])
    people: list[list[Seen]] = []
    judgements: list[Judgement] = []
    for part in sorted(parts, key=lambda part: (-len(part), part[0].reference)):
        reasons = [(person, reason) for person in people if (reason := _not_one(part, person))]
        free = [person for person in people if not any(person is other for other, _ in reasons)]
        if free:
            best = max(free, key=lambda person: (len(_countries(person) & _countries(part)), len(person)))
            best.extend(part)
        else:
            people.append(part)
        judgements.extend(Judgement(part[0].place, person[0].place, False, reason) for person, reason in reasons)
    bare = [one for one in seen if not one.offices]
    if len(people) <= 1:
        return [[*(people[0] if people else []), *bare]], judgements
    strangers: list[Seen] = []
    for one in bare:
        fitting = [person for person in people if _countries(person) & one.named_countries]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            strangers.append(one)
            reason = "several people have this name, and the article does not tell which"
            judgements.append(Judgement(one.place, people[0][0].place, False, reason))
    return [*people, *([strangers] if strangers else [])], judgements


def by_shared_office(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Appearances joined where they share an office whose owner is known; whoever shares none stands alone."""
    parts: list[list[Seen]] = []
    for one in seen:
        shared = [part for part in parts if any(office[1] and office in other.offices for other in part for office in one.offices)]
        joined = [one] if not shared else [*shared[0], one]
        for part in shared[1:]:
            joined.extend(part)
        parts = [part for part in parts if not any(part is other for other in shared)]
        parts.append(sorted(joined, key=lambda other: other.reference))
    return parts


def _countries(part: Sequence[Seen]) -> set[str]:
    return {country for seen in part for country in seen.countries}


def _not_one(part: Sequence[Seen], person: Sequence[Seen]) -> str | None:
    """Why two groups of appearances cannot be one person, or None where they can."""
    here, there = _countries(part), _countries(person)
    if here and there and not here & there:
        return f"offices of different countries: {', '.join(sorted(here))} here, {', '.join(sorted(there))} there"
    for one in part:
        for other in person:
            apart = one.headed and other.headed and not one.headed & other.headed
            if apart and one.day and other.day and abs(one.day - other.day) <= _AT_ONE_TIME:
                places = f"{', '.join(sorted(one.headed))} and {', '.join(sorted(other.headed))}"
                return f"head of {places} at one time ({other.day} and {one.day})"
    return None
