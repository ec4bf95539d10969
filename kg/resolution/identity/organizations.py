"""Bodies across articles: by the lexicon's variants and acronyms (`LHQ`, `Liên Hiệp Quốc`), by name and country elsewhere.

`Bộ Ngoại giao` of no known country stays apart from `Bộ Ngoại giao Nga`: whose it is, is for an article to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon, OrganizationRow
from kg.lexicon.short_forms import in_full
from kg.model import Entity, OrganizationChange
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Judgement, Thing, forms_of, other_names, usual_name
from kg.resolution.names import is_acronym, name_key
from kg.resolution.witnesses import Reference, Witness

__all__ = ["BodyNames", "changes", "kept_apart", "organizations"]


class _Essence(NamedTuple):
    """`article` is where the body is, if it is one that any state has and nobody tells whose: such a one is its article's own."""

    name: str
    country: str
    article: str = ""


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

    def is_of_any_state(self, name: str) -> bool:
        """Whether many states have a body that goes by `name`."""
        row = self.row(name)
        return row is not None and row.shares(name)

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
            if row is not None and (not row.country or row.country == iso or not (iso or row.shares(name))):
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
                if row is None and not entity.country and names.is_of_any_state(entity.name):
                    essence = essence._replace(article=witness.id)
                members.setdefault(essence, []).append((witness.reference(entity.id), entity))
                if row is not None:
                    rows[essence] = row
                elif is_acronym(entity.name):
                    bare_acronyms[essence] = entity.name
    judgements = [*_spell_out(members, bare_acronyms), *_write_out(members, rows, _vietnamese_places(lexicon))]
    countries = {row.iso: row.name for row in reversed(lexicon.countries) if row.iso}
    times = Counter(essence.name for essence in members)
    things = []
    for essence, seen in members.items():
        row = rows.get(essence)
        generic = times[essence.name] > 1 or (row is not None and not row.country)
        things.append(_thing(essence, seen, row, countries.get(essence.country, "") if generic else ""))
    return things, judgements


def changes(found: Mapping[str, Thing], lexicon: Lexicon) -> list[OrganizationChange]:
    """Which bodies went into which, by the table, where both are among the bodies of the corpus `found`, by identifier."""
    names = BodyNames(lexicon)
    by_essence = {thing.essence: name for name, thing in found.items()}
    made: dict[tuple[str, str], OrganizationChange] = {}
    for row in lexicon.successions:
        body, heir = names.row(row.name), names.row(row.successor)
        if body is None or heir is None:
            continue
        one, other = (by_essence.get("|".join(names.essence(_as_entity(known))[0])) for known in (body, heir))
        if one and other:
            identifier = "/".join(("change", one.partition("/")[2], other.partition("/")[2]))
            made.setdefault((one, other), OrganizationChange(identifier, one, other, row.since, row.source))
    return list(made.values())


def kept_apart(changed: Iterable[OrganizationChange], found: Mapping[str, Thing]) -> list[Judgement]:
    """Why a body and the one it went into are two: each acts in its own time."""
    judgements = []
    for one in changed:
        went = f"{found[one.original].label} went into {found[one.resulting].label} on {one.changed_on}"
        judgements.append(Judgement(one.original, one.resulting, False, f"{went} ({one.source}); what is told of either stays its own"))
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


def _vietnamese_places(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name_key(name) for row in lexicon.places if row.country == "VN" for name in (row.name, *row.aliases))


def _write_out(
    members: dict[_Essence, list[tuple[Reference, Entity]]], rows: Mapping[_Essence, OrganizationRow], vietnamese: Collection[str]
) -> list[Judgement]:
    """Bodies whose names are one with the short forms written out are one: the lexicon's, else that of the most articles.

    What is named after one of the `vietnamese` places needs no country beside it.
    """
    alike: dict[tuple[str, str], list[_Essence]] = {}
    for essence in members:
        if not essence.article:
            words = essence.name.split()
            local = not essence.country and any(" ".join(words[k:]) in vietnamese for k in range(1, len(words)))
            alike.setdefault((in_full(essence.name), "VN" if local else essence.country), []).append(essence)
    judgements = []
    for those in alike.values():
        first, *others = sorted(those, key=lambda one: (one not in rows, not one.country, -len(members[one]), one))
        chosen = min(reference for reference, _ in members[first])
        for essence in others:
            for (article, entity_id), entity in members[essence]:
                reason = f"{entity.name} is {first.name} with its short forms written out"
                judgements.append(Judgement(f"{article}#{entity_id}", "#".join(chosen), True, reason))
            members[first].extend(members.pop(essence))
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
        wishes=(slug_of(essence.name, essence.country.lower(), essence.article),),
        label=label,
        members=tuple(sorted(reference for reference, _ in seen)),
        aliases=other_names(label, names | ({row.name, *row.acronyms} if row else set())),
        country=essence.country or None,
        kind=next((entity.kind for _, entity in seen if entity.kind), row.kind if row else None),
    )
