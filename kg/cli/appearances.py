"""Where the articles speak of a thing of a build: names, identifiers and `ARTICLE#NAME` in, the thing and its appearances out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode, Store

from kg.graph.terms import iri_maker
from kg.language.folding import search_key
from kg.query import Rows, query
from kg.query.lookup import base_of, find
from kg.records import read_records
from kg.resolution.claims import claim_ids

__all__ = ["Appearance", "Side", "appearances_of", "side_of"]

_ENTITIES = 'SELECT ?claim ?thing { ?claim kg:claimKind "entity" ; kg:supports ?thing }'


class Appearance(NamedTuple):
    """An entity of an article: `place` is `ARTICLE#ENTITY`, `thing` the IRI of what it became."""

    place: str
    article: str
    name: str
    aliases: tuple[str, ...]
    thing: str


class Side(NamedTuple):
    """What one argument means: the thing, and those of its appearances that are meant."""

    asked: str
    thing: NamedNode
    meant: Sequence[Appearance]


def appearances_of(store: Store, folder: Path) -> list[Appearance]:
    """All entities of the articles of the build in `folder` that became things of its graph."""
    answer = query(store, _ENTITIES)
    assert isinstance(answer, Rows)
    became = {str(row["claim"]): str(row["thing"]) for row in answer.values()}
    iri = iri_maker(base_of(store))
    found = []
    for record in read_records(folder):
        claims = claim_ids(record).entities
        for entity in record.entities:
            thing = became.get(iri(claims[entity.id]).value) if entity.id in claims else None
            if thing:
                place = f"{record.article.id}#{entity.id}"
                found.append(Appearance(place, record.article.id, entity.name, entity.aliases, thing))
    return found


def side_of(store: Store, asked: str, appearances: Iterable[Appearance]) -> Side:
    """What `asked` means. Raises `QueryError` where it names nothing, or several things."""
    for appearance in appearances:
        if asked in (appearance.place, f"{appearance.place.rpartition('#')[0]}#{appearance.name}"):
            return Side(asked, NamedNode(appearance.thing), [appearance])
    thing = find(store, "entity", asked)
    own = [appearance for appearance in appearances if appearance.thing == thing.value]
    key = search_key(asked)
    meant = [one for one in own if key in map(search_key, (one.name, *one.aliases))]
    return Side(asked, thing, meant or own)
