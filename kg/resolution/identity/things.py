"""What the same thing is across articles, before it has an identifier, and how its name is chosen among those it goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.resolution.names import name_key
from kg.resolution.witnesses import Reference

__all__ = ["Judgement", "Thing", "forms_of", "other_names", "people_by_name", "usual_name"]


class Thing(msgspec.Struct, frozen=True):
    """One person, country, body, place or document, and the entities of articles that are it.

    `essence` is what makes it itself, different for each thing of a type; `wishes` are slugs for its identifier, the plainest first.
    """

    type: EntityType
    essence: str
    wishes: tuple[str, ...]
    label: str
    members: tuple[Reference, ...]
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    country: str | None = None
    kind: str | None = None
    same_as: tuple[str, ...] = ()


class Judgement(msgspec.Struct, frozen=True):
    """Why two are one (`same`) or are kept apart although they might seem one. `one` and `other` are identifiers or `ARTICLE#ENTITY`."""

    one: str
    other: str
    same: bool
    reason: str


def people_by_name(things: Mapping[str, Thing]) -> dict[str, list[str]]:
    """The identifiers of the people among `things` by the key of their name; namesakes stand together."""
    people: dict[str, list[str]] = {}
    for name, thing in things.items():
        if thing.type == "Person":
            people.setdefault(thing.essence.partition("|")[0], []).append(name)
    return people


def usual_name(names: Iterable[str]) -> str:
    """The name most often used; of equals one that is not all capitals, then the first in the alphabet."""
    told = list(names)
    if len(set(told)) == 1:
        return told[0]
    times = Counter(told)
    return min(times, key=lambda name: (-times[name], name.isupper(), name))


def other_names(label: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names besides `label`, sorted; of those that differ in case alone the first."""
    others = set(names) - {label}
    if not others:
        return ()
    kept: dict[str, str] = {}
    for name in sorted(others, key=lambda name: (name.isupper(), name)):
        kept.setdefault(name.casefold(), name)
    kept.pop(label.casefold(), None)
    return tuple(sorted(kept.values()))


def forms_of(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """ISO code → the keys of the full names of that country, the longest first; short ones (`Việt`) end other names too."""
    forms: dict[str, set[str]] = {}
    for row in (row for row in lexicon.countries if row.iso):
        forms.setdefault(row.iso, set()).update(filter(None, map(name_key, (row.name, *row.aliases))))
    return {iso: tuple(sorted(keys, key=lambda key: (-len(key), key))) for iso, keys in forms.items()}
