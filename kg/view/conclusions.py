"""From the store to all conclusions of the graph: nodes, holdings, events and relations, still without their evidence.

SPARQL over the union of the graphs; each class is asked for once, its properties are gathered by subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast
from urllib.parse import quote

import msgspec
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import StoreError
from kg.graph.namespaces import PREFIXES
from kg.view.records import (
    Concept,
    NodeType,
    PageContradiction,
    PageEvent,
    PageHolding,
    PageNode,
    PageRelation,
    Part,
)

__all__ = ["Conclusions", "Names", "read_conclusions"]

_NODE_CLASSES: Mapping[str, NodeType] = {
    "Person": "person",
    "Country": "country",
    "Organization": "organization",
    "Office": "office",
    "Place": "place",
    "Agreement": "agreement",
}
_EVENT_CLASSES = (
    "Meeting", "PhoneCall", "Visit", "Signing", "Appointment", "Departure",
    "RelationChange", "Speech", "Statement", "Attendance", "Invitation", "Congratulation", "Condolence", "Event",
)  # fmt: skip
_Record = TypeVar("_Record")
_DAY = r"\d{4}(?:-\d\d){0,2}"
_DAYS = re.compile(rf"(?<![\w/-]){_DAY}(?:/{_DAY})?(?![\w/-])")
"""Days and intervals in the words of a contradiction, but not those at the front of an article's identifier."""
_OWNERS = ("ofCountry", "ofOrganization", "ofPlace", "inCountry")

Row = Mapping[str, list[NamedNode | Literal]]
"""The values of a subject by the local name of the property; a label's language is part of the name (`label@vi`)."""


class Conclusions(msgspec.Struct, frozen=True):
    """Everything the merged graph concludes."""

    nodes: tuple[PageNode, ...]
    holdings: tuple[PageHolding, ...]
    events: tuple[PageEvent, ...]
    relations: tuple[PageRelation, ...]
    contradictions: tuple[PageContradiction, ...]
    kinds: tuple[Concept, ...]
    levels: tuple[Concept, ...]


class Names:
    """IRIs to the identifiers of the page: what follows the base of the data, in ASCII."""

    def __init__(self, store: Store) -> None:
        merged = [g.value for g in store.named_graphs() if isinstance(g, NamedNode) and g.value.endswith("graph/merged")]
        if not merged:
            raise StoreError("the store has no graph of conclusions (graph/merged); build it again with `kg build`")
        self.base = min(merged, key=len).removesuffix("graph/merged")

    def __call__(self, term: NamedNode | Literal) -> str:
        return quote(term.value.removeprefix(self.base), safe="/:#?&=%@+,;~")


def read_conclusions(store: Store) -> Conclusions:
    """All conclusions in `store`, in the order of their identifiers. Raises `StoreError` for a store without them."""
    name = Names(store)
    kinds, kind_of = _role_kinds(store)
    parts = _parts(store, name)
    nodes: dict[str, PageNode] = {}
    for class_name, node_type in _NODE_CLASSES.items():
        for iri, row in _subjects(store, class_name):
            nodes[name(iri)] = _node(iri, row, node_type, kind_of, name)
    events: dict[str, PageEvent] = {}
    for class_name in _EVENT_CLASSES:
        for iri, row in _subjects(store, class_name):
            events.setdefault(name(iri), _event(iri, row, class_name, parts.get(name(iri), ()), name))
    holdings = {name(i): _holding(i, r, name) for i, r in _subjects(store, "OfficeHolding")}
    holdings |= {name(i): _background(i, r, name) for i, r in _subjects(store, "BackgroundTerm")}
    return Conclusions(
        nodes=_ordered(_with_countries(nodes)),
        holdings=_ordered(holdings),
        events=_ordered(events),
        relations=_ordered({name(i): _relation(i, r, name) for i, r in _subjects(store, "BilateralRelation")}),
        contradictions=_ordered({name(i): _contradiction(i, r, name) for i, r in _subjects(store, "Contradiction")}),
        kinds=kinds,
        levels=_levels(store),
    )


def _subjects(store: Store, class_name: str) -> Iterator[tuple[NamedNode, Row]]:
    query = f"SELECT ?s ?p ?o WHERE {{ ?s a kg:{class_name} ; ?p ?o }}"
    rows: defaultdict[NamedNode, defaultdict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in _select(store, query):
        key = cast(str, predicate.value).replace("#", "/").rsplit("/", 1)[-1]
        if isinstance(value, Literal) and value.language:
            key = f"{key}@{value.language}"
        rows[subject][key].append(value)
    yield from sorted(rows.items(), key=lambda item: item[0].value)


def _select(store: Store, query: str) -> QuerySolutions:
    return cast(QuerySolutions, store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))


def _one(row: Row, *keys: str) -> str:
    return next((min(value.value for value in row[key]) for key in keys if row.get(key)), "")


def _many(row: Row, *keys: str) -> tuple[str, ...]:
    return tuple(sorted({value.value for key in keys for value in row.get(key, ())}))


def _ids(row: Row, key: str, name: Names) -> tuple[str, ...]:
    return tuple(sorted({name(value) for value in row.get(key, ())}))


def _id(row: Row, key: str, name: Names) -> str:
    return next(iter(_ids(row, key, name)), "")


def _node(iri: NamedNode, row: Row, node_type: NodeType, kind_of: Mapping[str, tuple[Concept, Concept]], name: Names) -> PageNode:
    role = kind_of.get(_one(row, "role"))
    english = _one(row, "label@en")
    if node_type == "office" and role and not english:
        english = role[0].en
    return PageNode(
        id=name(iri),
        type=node_type,
        label=_one(row, "label@vi", "label", "label@en") or name(iri),
        en=english,
        aliases=_many(row, "altLabel@vi", "altLabel", "altLabel@en"),
        iso=_one(row, "iso"),
        owner=next((_id(row, key, name) for key in _OWNERS if row.get(key)), ""),
        kind=role[1].id if role else "",
        rank=role[0].rank if role else 0,
        seats=int(_one(row, "seats") or 0),
        same_as=_many(row, "sameAs"),
        claims=_ids(row, "attestedBy", name),
    )


def _with_countries(nodes: dict[str, PageNode]) -> dict[str, PageNode]:
    """Each node with the country its owners lead to, and offices with an English label that names their owner."""
    finished = {}
    for key, node in nodes.items():
        owner, seen = nodes.get(node.owner), {key}
        english = node.en
        if node.type == "office" and english and owner:
            english = f"{english}, {owner.en or owner.label}"
        while owner and owner.type != "country" and owner.id not in seen:
            seen.add(owner.id)
            owner = nodes.get(owner.owner)
        country = owner.id if owner and owner.type == "country" else ""
        finished[key] = msgspec.structs.replace(node, country=country, en=english)
    return finished


def _holding(iri: NamedNode, row: Row, name: Names) -> PageHolding:
    begin, end = _one(row, "validFrom"), _one(row, "validUntil")
    return PageHolding(
        id=name(iri),
        holder=_id(row, "holder", name),
        office=_id(row, "office", name),
        status=_one(row, "status") or "current",
        scope=_one(row, "scope"),
        attested=_many(row, "attestedOn"),
        begin=begin,
        end=end,
        begin_as=_known(begin, _one(row, "validFromPrecision")),
        end_as=_known(end, _one(row, "validUntilPrecision")),
        claims=_ids(row, "attestedBy", name),
    )


def _background(iri: NamedNode, row: Row, name: Names) -> PageHolding:
    """A term by a table outside the articles; one without an end is known to hold up to the day its source was written."""
    begin, end = _one(row, "validFrom"), _one(row, "validUntil")
    return PageHolding(
        id=name(iri),
        holder=_id(row, "holder", name),
        office=_id(row, "office", name),
        status="acting" if _one(row, "stoodIn") == "true" else "current",
        attested=() if end else _many(row, "asOf"),
        begin=begin,
        end=end,
        begin_as=_known(begin, _one(row, "validFromPrecision")),
        end_as=_known(end, _one(row, "validUntilPrecision")),
        source=_one(row, "source"),
    )


def _known(day: str, precision: str) -> str:
    """Year or month of a day that is known no closer; empty for one that is."""
    return {"year": day[:4], "month": day[:7]}.get(precision, "")


def _parts(store: Store, name: Names) -> dict[str, tuple[Part, ...]]:
    found: defaultdict[str, set[tuple[str, str, str, bool]]] = defaultdict(set)
    for _, row in _subjects(store, "Participation"):
        for event in _ids(row, "event", name):
            for node in _ids(row, "participant", name):
                found[event].add((node, _one(row, "roleType") or "participant", _id(row, "actingAs", name), "byTitle" in row))
    return {event: tuple(Part(*part) for part in sorted(parts)) for event, parts in found.items()}


def _event(iri: NamedNode, row: Row, class_name: str, parts: tuple[Part, ...], name: Names) -> PageEvent:
    begin = _one(row, "begin")
    return PageEvent(
        id=name(iri),
        type=class_name[0].lower() + class_name[1:],
        label=_one(row, "label@vi", "label") or name(iri),
        date=_one(row, "date"),
        begin=begin,
        end=_one(row, "end") or begin,
        place=_id(row, "place", name) or _one(row, "placeName"),
        modality=_one(row, "modality") or "happened",
        level=_one(row, "level"),
        reports=int(_one(row, "reportCount") or 1),
        parts=parts,
        claims=_ids(row, "attestedBy", name),
    )


def _relation(iri: NamedNode, row: Row, name: Names) -> PageRelation:
    return PageRelation(
        id=name(iri),
        countries=_ids(row, "country", name),
        level=_one(row, "level").rsplit("/", 1)[-1],
        begin=_one(row, "validFrom"),
        claims=_ids(row, "attestedBy", name),
    )


def _contradiction(iri: NamedNode, row: Row, name: Names) -> PageContradiction:
    message = _one(row, "label@vi", "label")
    return PageContradiction(
        id=name(iri),
        about=_id(row, "about", name),
        message=message,
        days=tuple(dict.fromkeys(_DAYS.findall(message))),
        kind=_one(row, "contradictionKind"),
        claims=_ids(row, "attestedBy", name),
    )


def _concepts(store: Store, pattern: str) -> Iterator[tuple[str, str, str, int, str]]:
    query = f"""SELECT ?c (SAMPLE(?v) AS ?vi) (SAMPLE(?e) AS ?en) (MIN(?r) AS ?rank) (MIN(?b) AS ?broader) WHERE {{
        {pattern} ?c skos:prefLabel ?v . FILTER(lang(?v) = "vi")
        OPTIONAL {{ ?c skos:prefLabel ?e . FILTER(lang(?e) = "en") }}
        OPTIONAL {{ ?c kg:rank ?r }} OPTIONAL {{ ?c skos:broader ?b }} }} GROUP BY ?c ORDER BY ?c"""
    for c, vi, en, rank, broader in _select(store, query):
        yield c.value, vi.value, en.value if en else "", int(rank.value) if rank else 0, broader.value if broader else ""


def _role_kinds(store: Store) -> tuple[tuple[Concept, ...], dict[str, tuple[Concept, Concept]]]:
    """The kinds of the roles in use, and for each role's IRI its own concept and its kind's."""
    roles = list(_concepts(store, "{ SELECT DISTINCT ?c WHERE { ?office kg:role ?c } }"))
    wanted = {broader for *_, broader in roles if broader}
    in_use = "{ SELECT DISTINCT ?c WHERE { ?office kg:role ?role . ?role skos:broader ?c } }"
    kinds = {iri: Concept(_tail(iri), vi, en) for iri, vi, en, _, _ in _concepts(store, in_use) if iri in wanted}
    of_role = {
        iri: (Concept(_tail(iri), vi, en, rank), kinds.get(broader, Concept("", "")))
        for iri, vi, en, rank, broader in roles
    }
    return tuple(kinds.values()), of_role


def _levels(store: Store) -> tuple[Concept, ...]:
    in_use = "{ SELECT DISTINCT ?c WHERE { ?relation a kg:BilateralRelation ; kg:level ?c . FILTER(isIRI(?c)) } }"
    return tuple(Concept(_tail(iri), vi, en, rank) for iri, vi, en, rank, _ in _concepts(store, in_use))


def _tail(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _ordered(records: Mapping[str, _Record]) -> tuple[_Record, ...]:
    return tuple(record for _, record in sorted(records.items()))
