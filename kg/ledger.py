"""The ledger of contradictions: a build in, each contradiction out with its sides, and who says which of them, where and when.

A side is what was said: the holder where two are told of one seat, the date or the level where articles differ on an event. Nothing is
chosen; a side has as many voices as pieces of evidence.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.graph import open_store
from kg.graph.terms import iri_maker
from kg.query import Rows, query
from kg.query.lookup import base_of
from kg.records import read_records
from kg.resolution.claims import claim_ids

__all__ = ["Disagreement", "Side", "Voice", "ledger"]

_OF_PEOPLE = ("two-holders", "against-background")
"""Kinds whose sides are people."""

_VOICES = """
SELECT DISTINCT ?id ?kind ?message ?about ?claim ?holder ?in ?title ?outlet ?published ?quote ?sentence WHERE {
  ?id a kg:Contradiction ; rdfs:label ?message ; kg:contradictionKind ?kind ; kg:attestedBy ?claim .
  OPTIONAL { ?id kg:about ?about }
  ?claim kg:quote ?quote ; kg:sentence ?sentence ; kg:inArticle ?in .
  OPTIONAL { ?claim kg:supports/kg:holder/rdfs:label ?holder . FILTER(LANG(?holder) = "vi") }
  OPTIONAL { ?in rdfs:label ?title }
  OPTIONAL { ?in kg:outlet ?outlet }
  OPTIONAL { ?in kg:datePublished ?published }
}
ORDER BY ?kind ?id ?published ?claim"""


class Voice(msgspec.Struct, frozen=True):
    """One piece of evidence: `quote` stands in `sentence` of `article` (an identifier of the graph); null is not known."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    quote: str
    sentence: str


class Side(msgspec.Struct, frozen=True):
    """What is said, and by whom; `says` is empty where the words of the articles alone tell the sides apart."""

    says: str
    voices: tuple[Voice, ...]


class Disagreement(msgspec.Struct, frozen=True):
    """Claims that cannot all be right, `about` something.

    `kind` is date, place, level, two-holders, inverted-term, left-office or against-background.
    """

    id: str
    kind: str
    message: str
    about: str
    sides: tuple[Side, ...]


def ledger(folder: str | Path, kind: str | None = None) -> list[Disagreement]:
    """All contradictions of the build in `folder`, or those of one `kind`; sides in the order in which they were first said.

    Raises `StoreError` where there is no build.
    """
    store = open_store(Path(folder))
    base = base_of(store)
    answer = query(store, _VOICES)
    assert isinstance(answer, Rows)
    rows = [{name: str(value) for name, value in row.items() if value is not None} for row in answer.values()]
    rows = [row for row in rows if kind in (None, row["kind"])]
    as_told = _as_told(Path(folder), base) if any(row["kind"] in ("date", "place", "level") for row in rows) else {}
    heads: dict[str, dict[str, str]] = {}
    sides: dict[str, dict[str, dict[Voice, None]]] = {}
    for row in rows:
        says = row.get("holder", "") if row["kind"] in _OF_PEOPLE else as_told.get((row["kind"], row["claim"]), "")
        article = row["in"].removeprefix(base)
        voice = Voice(article, row.get("title"), row.get("outlet"), row.get("published"), row["quote"], row["sentence"])
        heads.setdefault(row["id"], row)
        sides.setdefault(row["id"], {}).setdefault(says, {})[voice] = None
    return [
        Disagreement(
            id=id_.removeprefix(base),
            kind=head["kind"],
            message=head["message"],
            about=head.get("about", "").removeprefix(base),
            sides=tuple(Side(says, tuple(voices)) for says, voices in sides[id_].items()),
        )
        for id_, head in heads.items()
    ]


def _as_told(folder: Path, base: str) -> dict[tuple[str, str], str]:
    """Date, place and level of each event as its own article tells them, by kind of contradiction and IRI of the claim."""
    iri = iri_maker(base)
    found = {}
    for record in read_records(folder):
        for event, claims in zip(record.events, claim_ids(record).events, strict=True):
            for claim in claims:
                found["date", iri(claim).value] = event.date or ""
                found["level", iri(claim).value] = event.level or ""
                found["place", iri(claim).value] = next((entity.name for entity in record.entities if entity.id == event.place), "")
    return found
