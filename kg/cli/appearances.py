"""Where the articles speak of a thing of a build: names, identifiers and `ARTICLE#NAME` in, the thing and its appearances out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from pyoxigraph import NamedNode, Store

from kg.build_folder import JUDGEMENTS
from kg.errors import StoreError
from kg.graph.terms import iri_maker
from kg.language.folding import search_key
from kg.query import Rows, query
from kg.query.lookup import base_of, find
from kg.records import read_records
from kg.resolution import Judgement
from kg.resolution.claims import claim_ids

__all__ = ["Appearance", "Side", "appearances_of", "judgements_of", "names_of", "side_of"]

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


def names_of(appearances: Iterable[Appearance]) -> set[str]:
    """How a line of the curator's file, or a judgement, may call them: `ARTICLE#NAME`, `ARTICLE#ENTITY`."""
    return {name for one in appearances for name in (one.place, f"{one.article}#{one.name}")}


def judgements_of(folder: Path) -> list[Judgement]:
    """The judgements of the build in `folder`. Raises `StoreError` where they cannot be read."""
    path = folder / JUDGEMENTS
    try:
        return [msgspec.json.decode(line, type=Judgement) for line in path.read_bytes().splitlines()]
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); build it again with `kg build`") from error


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
