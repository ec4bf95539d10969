"""Bodies across articles: by the lexicon's variants and acronyms (`LHQ`, `Liên Hiệp Quốc`), by name and country elsewhere.

`Bộ Ngoại giao` of no known country stays apart from `Bộ Ngoại giao Nga`: whose it is, is for an article to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon, OrganizationRow
from kg.model import Entity
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Judgement, Thing, forms_of, other_names, usual_name
from kg.resolution.names import is_acronym, name_key
from kg.resolution.witnesses import Reference, Witness

__all__ = ["BodyNames", "organizations", "succeeded"]


class _Essence(NamedTuple):
    name: str
    country: str


class BodyNames:
    """The names of bodies that the lexicon knows: which row a name stands for, and what a name is without its country."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, OrganizationRow | None] = {}
        for row in lexicon.organizations:
            for name in {name_key(name) for name in (row.name, *row.aliases, *row.acronyms)}:
                known = self._rows.get(name, row)
                self._rows[name] = row if known is row else None  # one name, two bodies: it tells nothing
        for row in lexicon.organizations:
            self._rows[name_key(row.name)] = row
        self._essences: dict[tuple[object, ...], tuple[_Essence, OrganizationRow | None]] = {}
        self._country_forms: Mapping[str, tuple[str, ...]] = forms_of(lexicon)

    def row(self, name: str) -> OrganizationRow | None:
        """The one row of the lexicon that goes by `name`."""
        return self._rows.get(name_key(name))

    def without_country(self, name: str, iso: str) -> str:
        """The key of `name` without the country at its end: `bộ ngoại giao` of `Bộ Ngoại giao Hoa Kỳ`, US."""
        key = name_key(name)
        for form in self._country_forms.get(iso, ()):
            if key.endswith(f" {form}"):
                return key.removesuffix(f" {form}")
        return key

    def essence(self, entity: Entity) -> tuple[_Essence, OrganizationRow | None]:
        """What makes the body itself: the lexicon's name or the bare name, and the country it belongs to ('' if none is told)."""
        told = entity.name, entity.country, entity.aliases
        if told not in self._essences:
            self._essences[told] = self._essence(entity)
        return self._essences[told]

    def _essence(self, entity: Entity) -> tuple[_Essence, OrganizationRow | None]:
        iso = entity.country or ""
        bare = self.without_country(entity.name, iso)
        for name in (entity.name, bare, *sorted(entity.aliases)):
            row = self.row(name)
            if row is not None and (not row.country or not iso or row.country == iso):
                return _Essence(self.without_country(row.name, row.country or iso), row.country or iso), row
        return _Essence(bare, iso), None


def organizations(heard: Sequence[Witness], lexicon: Lexicon) -> tuple[list[Thing], list[Judgement]]:
    """The bodies of all articles, and which acronyms were read as which body, and why."""
    names = BodyNames(lexicon)
    members: dict[_Essence, list[tuple[Reference, Entity]]] = {}
    rows: dict[_Essence, OrganizationRow] = {}
    bare_acronyms: dict[_Essence, str] = {}
    for witness in heard:
        for entity in witness.record.entities:
            if entity.type == "Organization":
                essence, row = names.essence(entity)
                members.setdefault(essence, []).append((witness.reference(entity.id), entity))
                if row is not None:
                    rows[essence] = row
                elif is_acronym(entity.name):
                    bare_acronyms[essence] = entity.name
    judgements = _spell_out(members, bare_acronyms)
    countries = {row.iso: row.name for row in reversed(lexicon.countries) if row.iso}
    times = Counter(essence.name for essence in members)
    things = []
    for essence, seen in members.items():
        row = rows.get(essence)
        generic = times[essence.name] > 1 or (row is not None and not row.country)
        things.append(_thing(essence, seen, row, countries.get(essence.country, "") if generic else ""))
    return things, judgements


def succeeded(found: Mapping[str, Thing], lexicon: Lexicon) -> list[Judgement]:
    """Why a body and the one it went into are two: each acts in its own time. `found` are the bodies of the corpus by identifier."""
    names = BodyNames(lexicon)
    by_essence = {thing.essence: name for name, thing in found.items()}
    judgements = []
    for row in lexicon.successions:
        body, heir = names.row(row.name), names.row(row.successor)
        if body is None or heir is None:
            continue
        one, other = (by_essence.get("|".join(names.essence(_as_entity(known))[0])) for known in (body, heir))
        if one and other:
            reason = f"{row.name} went into {row.successor} on {row.since} ({row.source}); what is told of either stays its own"
            judgements.append(Judgement(one, other, False, reason))
    return judgements


def _as_entity(row: OrganizationRow) -> Entity:
    return Entity("", "Organization", row.name, country=row.country or None)


def _spell_out(members: dict[_Essence, list[tuple[Reference, Entity]]], acronyms: Mapping[_Essence, str]) -> list[Judgement]:
    """An acronym that stands alone in its article is the one body that another article introduces by it."""
    introduced: dict[str, set[_Essence]] = {}
    for essence, seen in members.items():
        for _, entity in seen:
            for alias in entity.aliases:
                if is_acronym(alias) and essence not in acronyms:
                    introduced.setdefault(alias, set()).add(essence)
    judgements = []
    for essence, acronym in sorted(acronyms.items()):
        bodies = {body for body in introduced.get(acronym, ()) if not essence.country or body.country == essence.country}
        if len(bodies) != 1:
            continue
        (body,) = bodies
        introducer = min(reference for reference, entity in members[body] if acronym in entity.aliases)
        for (article, entity_id), _ in members[essence]:
            reason = f"{acronym} is introduced by {introducer[0]} for {body.name}, and for no other body"
            judgements.append(Judgement(f"{article}#{entity_id}", "#".join(introducer), True, reason))
        members[body].extend(members.pop(essence))
    return judgements


def _thing(essence: _Essence, seen: Sequence[tuple[Reference, Entity]], row: OrganizationRow | None, country: str) -> Thing:
    """`country` is the name of its country where the body's own name would not tell it from others, '' elsewhere."""
    told = [entity.name for _, entity in seen if not is_acronym(entity.name)] or [entity.name for _, entity in seen]
    label = row.name if row else usual_name(told)
    if country and name_key(label) == essence.name:
        label = f"{label} {country}"
    names = {name for _, entity in seen for name in (entity.name, *entity.aliases)}
    return Thing(
        type="Organization",
        essence="|".join(essence),
        wishes=(slug_of(essence.name, essence.country.lower()),),
        label=label,
        members=tuple(sorted(reference for reference, _ in seen)),
        aliases=other_names(label, names | ({row.name, *row.acronyms} if row else set())),
        country=essence.country or None,
        kind=next((entity.kind for _, entity in seen if entity.kind), row.kind if row else None),
    )
