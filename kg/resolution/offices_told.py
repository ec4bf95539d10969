"""Each article's holdings with their owners as things of the whole corpus: who is told to be what, of whom, in which status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from kg.lexicon.short_forms import in_full
from kg.model import Entity, Holding, HoldingStatus
from kg.resolution.identity.things import Thing
from kg.resolution.names import is_spelt_vietnamese, name_key
from kg.resolution.roles import Roles
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Body", "OfficeTold", "offices_told"]

_VIETNAM = "country/VN"
_IN_VIETNAM = "VN"


class Body(NamedTuple):
    """A body by the key of its name without its country, as it is written in a title (`Công Thương`), and its country's identifier."""

    name: str
    title: str
    country: str | None


class OfficeTold(msgspec.Struct, frozen=True):
    """A holding of one article. `role` is a role's key, `owner` the identifier of the country, body or place it is of, if told.

    `title` is the office's name without its owner; `number` counts the holdings of the article's record from 0. `vietnamese` tells that
    the holder's name is spelt as a Vietnamese one: of nobody else is a title without a country one of Vietnam. `apart` is the holder's
    identifier where nothing tells of what the office is: two people's `Trưởng ban` are not one office.
    """

    person: Reference
    number: int
    holding: Holding
    role: str
    title: str
    owner: str | None
    status: HoldingStatus
    scope: str | None
    vietnamese: bool = True
    apart: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The role's key with the owner's identifier, or the holder's where there is no owner, '' where the role alone is the office."""
        return self.role, self.owner or self.apart


def offices_told(
    heard: Sequence[Witness], ids: Mapping[Reference, str], bodies: Mapping[str, Body], places: Mapping[str, Thing], roles: Roles
) -> list[OfficeTold]:
    """The offices that all articles give to people, title and body read together.

    `ids` are the identifiers of countries, bodies and places, `bodies` and `places` those by identifier.
    """
    told = []
    seats = _LocalSeats(bodies, places, roles)
    for witness in heard:
        for number, holding in enumerate(witness.record.holdings):
            if holding.person not in witness.entities:
                continue
            owner = ids.get(witness.reference(holding.of)) if holding.of else None
            vietnamese = is_spelt_vietnamese(witness.entities[holding.person].name)
            role, title, owner = seats.meant(*_office_meant(roles.key(holding), holding.role, owner, bodies, roles))
            if owner == _VIETNAM and not vietnamese and not _names_vietnam(witness.entities.get(holding.of or "")):
                owner = None  # `Chủ tịch Quốc hội Khuon Sudary`: the lexicon's `Quốc hội` is Vietnam's, hers is not
            person = witness.reference(holding.person)
            told.append(OfficeTold(person, number, holding, role, title, owner, holding.status, holding.scope, vietnamese))
    return told


def _names_vietnam(owner: Entity | None) -> bool:
    """Whether the owner is Vietnam or says so in its name."""
    return owner is not None and (owner.iso == "VN" or "việt nam" in name_key(owner.name))


def _office_meant(role: str, title: str, owner: str | None, bodies: Mapping[str, Body], roles: Roles) -> tuple[str, str, str | None]:
    """The role, its title and the owner that are meant by the title of a role said of `owner`."""
    if owner is None:
        return role, title, None
    if owner.startswith("country/"):
        return roles.of_country(role), title, owner
    body = bodies.get(owner)
    if body is None:
        return role, title, owner
    role = roles.without_body(role, body.name)
    whole = roles.of_body(role, body.name)
    if whole is not None and (roles.belongs_to_country(whole) or roles.is_national(whole)):
        return whole, f"{title} {body.title}", body.country
    if body.country and roles.belongs_to_country(role):
        return role, title, body.country
    return whole or role, title, owner


class _LocalSeats:
    """Offices of places: `Bí thư Nghệ An`, `Bí thư Tỉnh ủy` of Nghệ An and of the body `Tỉnh ủy Nghệ An` are one."""

    def __init__(self, bodies: Mapping[str, Body], places: Mapping[str, Thing], roles: Roles) -> None:
        self._roles = roles
        self._places = {name: place for name, place in places.items() if place.country in (None, _IN_VIETNAM)}
        named: dict[str, set[str]] = {}
        for name, body in bodies.items():
            named.setdefault(in_full(body.name), set()).add(name)
        self._bodies = {key: those.pop() for key, those in named.items() if len(those) == 1}

    def meant(self, role: str, title: str, owner: str | None) -> tuple[str, str, str | None]:
        """The role, its title and its owner: the body in the title, where the corpus knows that of the place."""
        place = self._places.get(owner or "")
        if place is None:
            return role, title, owner
        role = self._roles.of_place(role, place.kind or "")
        title = self._roles.title(role) or title
        words = title.split()
        of_title = (self._bodies.get(in_full(f"{' '.join(words[k:])} {place.label}")) for k in range(1, len(words)))
        return role, title, next((body for body in of_title if body), owner)
