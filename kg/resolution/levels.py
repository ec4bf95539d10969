"""The levels of bilateral relations: which concept of `ontology/levels.ttl` an article's own words name."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.resolution.names import name_key
from kg.resources import ontology_path

__all__ = ["Level", "level_named"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LEVEL = re.compile(r".*/level/(?P<id>[^/]+)")
_RELATIONS = "quan hệ "
_NAMES = {f"{_SKOS}prefLabel", f"{_SKOS}altLabel"}


class Level(NamedTuple):
    """A level: the id of its concept, None where no concept is called so, its Vietnamese name, and the rung of the scale it is on.

    Variants of one rung (`đối tác hợp tác chiến lược toàn diện`) share it; what is no concept is a rung of its own.
    """

    id: str | None
    label: str
    rung: str


@functools.cache
def _levels() -> dict[str, Level]:
    names: dict[str, set[str]] = {}
    broader: dict[str, str] = {}
    labels: dict[str, str] = {}
    for quad in parse(path=str(ontology_path("levels.ttl")), format=RdfFormat.TURTLE):
        match = _LEVEL.fullmatch(quad.subject.value) if isinstance(quad.subject, NamedNode) else None
        if match and isinstance(quad.object, NamedNode) and quad.predicate.value == f"{_SKOS}broader":
            broader[match["id"]] = quad.object.value.rpartition("/")[2]
        if match and isinstance(quad.object, Literal) and quad.predicate.value in _NAMES:
            names.setdefault(match["id"], set()).add(quad.object.value)
            if quad.object.language == "vi" and quad.predicate.value.endswith("prefLabel"):
                labels[match["id"]] = quad.object.value
    levels = {level: Level(level, labels.get(level, level), broader.get(level, level)) for level in sorted(names)}
    return {name_key(name): levels[level] for level in levels for name in (level, *names[level])}


def level_named(words: str) -> Level:
    """The level that an article's words, or a concept's id, name; a level of the article's own where the ontology has none of that name.

    >>> level_named("quan hệ đối tác toàn diện").id, level_named("láng giềng tốt").id
    ('comprehensive', None)
    """
    key = name_key(words)
    known = _levels().get(key) or _levels().get(key.removeprefix(_RELATIONS))
    return known or Level(None, words, key.removeprefix(_RELATIONS))
