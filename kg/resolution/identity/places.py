"""Places and documents across articles: by the lexicon's variants (`TP HCM`), else by name; places by country too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Entity, EntityType
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Thing, other_names, usual_name
from kg.resolution.names import name_key
from kg.resolution.witnesses import Reference, Witness

__all__ = ["capitals", "documents", "places"]

_Seen = list[tuple[Reference, Entity]]


class _Essence(NamedTuple):
    name: str
    country: str


def _entities(heard: Sequence[Witness], kind: EntityType) -> Iterator[tuple[Reference, Entity]]:
    for witness in heard:
        for entity in witness.record.entities:
            if entity.type == kind:
                yield witness.reference(entity.id), entity


def places(heard: Sequence[Witness], lexicon: Lexicon) -> list[Thing]:
    """The places of all articles. Where one country has a place of the name, a place of no known country is that one."""
    canonical: dict[tuple[str, str], str] = {}
    for row in lexicon.places:
        canonical.setdefault((name_key(row.name), row.country), row.name)
    for row in lexicon.places:
        for alias in row.aliases:
            canonical.setdefault((name_key(alias), row.country), row.name)
    members: dict[_Essence, _Seen] = {}
    for reference, entity in _entities(heard, "Place"):
        key, country = name_key(entity.name), entity.country or ""
        name = canonical.get((key, country), canonical.get((key, ""), entity.name))
        members.setdefault(_Essence(name_key(name), country), []).append((reference, entity))
    of_country: dict[str, list[_Essence]] = {}
    for essence in members:
        if essence.country:
            of_country.setdefault(essence.name, []).append(essence)
    for essence in [essence for essence in members if not essence.country]:
        homonyms = of_country.get(essence.name, [])
        if len(homonyms) == 1:
            members[homonyms[0]].extend(members.pop(essence))
    found = []
    for essence, seen in members.items():
        known = canonical.get(essence)
        label = known or usual_name(entity.name for _, entity in seen)
        plain = slug_of(essence.name)
        found.append(
            Thing(
                type="Place",
                essence="|".join(essence),
                wishes=(plain, f"{plain}-{essence.country.lower()}") if essence.country else (plain,),
                label=label,
                members=tuple(reference for reference, _ in sorted(seen, key=lambda pair: pair[0])),
                aliases=other_names(label, (name for _, entity in seen for name in (entity.name, *entity.aliases))),
                country=essence.country or None,
                kind=next((entity.kind for _, entity in seen if entity.kind), None),
            )
        )
    return found


def capitals(found: Mapping[str, Thing], lexicon: Lexicon) -> dict[str, str]:
    """The ISO codes of the countries whose capitals are among the places `found`, by identifier."""
    seats = {(row.iso, name_key(row.capital)): row.iso for row in lexicon.countries if row.capital and row.iso}
    return {
        name: seats[key]
        for name, thing in found.items()
        if thing.type == "Place" and (key := (thing.country or "", thing.essence.partition("|")[0])) in seats
    }


def documents(heard: Sequence[Witness], lexicon: Lexicon) -> list[Thing]:
    """The treaties, declarations, laws of all articles, by the lexicon's names and acronyms, else by their own."""
    canonical: dict[str, str] = {}
    for row in lexicon.agreements:
        for name in (row.name, *row.aliases, *row.acronyms):
            canonical.setdefault(name_key(name), row.name)
    members: dict[str, _Seen] = {}
    names: dict[str, str] = {}
    for reference, entity in _entities(heard, "Agreement"):
        known = next((canonical[key] for key in map(name_key, (entity.name, *sorted(entity.aliases))) if key in canonical), None)
        key = name_key(known or entity.name)
        members.setdefault(key, []).append((reference, entity))
        if known:
            names[key] = known
    found = []
    for key, seen in members.items():
        label = names.get(key) or usual_name(entity.name for _, entity in seen)
        found.append(
            Thing(
                type="Agreement",
                essence=key,
                wishes=(slug_of(key),),
                label=label,
                members=tuple(reference for reference, _ in seen),
                aliases=other_names(label, (name for _, entity in seen for name in (entity.name, *entity.aliases))),
                kind=next((entity.kind for _, entity in seen if entity.kind), None),
            )
        )
    return found
