"""The derivation of a node or an edge of a graph: what it rests on, down to the claims of articles with their quotes, or to a source.

A conclusion rests on its claims, a participation on its event and the office acted in, a direct edge (`kg:met` …) on the events and
holdings it was made from, a bound of a term on the event that tells it; what stands outside the articles names its source.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.graph.dataset import DERIVED, MERGED
from kg.graph.namespaces import DCTERMS, KG, RDF, RDFS, SKOS, data_prefixes
from kg.query.answer import Rows
from kg.query.lookup import base_of, find
from kg.query.run import query

__all__ = ["Derivation", "Fact", "Ground", "derivation", "edge_derivation", "explained", "is_node_or_edge"]

_CLAIMS = """
SELECT ?claim ?quote ?sentence ?start ?end ?rule ?tier ?confidence ?article ?title ?outlet ?published WHERE {
  VALUES ?claim { %s }
  ?claim kg:quote ?quote ; kg:sentence ?sentence ; kg:spanStart ?start ; kg:spanEnd ?end ; kg:rule ?rule ; kg:tier ?tier ;
    kg:confidence ?confidence ; kg:inArticle ?article .
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article kg:outlet ?outlet }
  OPTIONAL { ?article kg:datePublished ?published }
} ORDER BY ?published ?article ?start"""

_MADE_FROM = {
    "met": """SELECT DISTINCT ?from { VALUES ?class { kg:Meeting kg:PhoneCall } ?from a ?class ; kg:modality "happened" .
        ?one kg:event ?from ; kg:participant {0} . ?other kg:event ?from ; kg:participant {1} }""",
    "visited": """SELECT DISTINCT ?from { ?from a kg:Visit ; kg:modality "happened" . ?one kg:event ?from ; kg:participant {0} .
        ?goal kg:event ?from ; kg:participant {1} ; kg:roleType "destination" }""",
    "holds": """SELECT DISTINCT ?from { ?from kg:holder {0} ; kg:office {1} }""",
    "held": """SELECT DISTINCT ?from { ?from kg:holder {0} ; kg:office {1} }""",
    "memberOf": """SELECT DISTINCT ?from { ?from kg:holder {0} ; kg:office/kg:ofOrganization {1} }""",
}
"""Direct edge → the conclusions that make it, of its subject {0} and object {1}."""

_PARTS = "SELECT DISTINCT ?from { {0} kg:event|kg:actingAs|kg:shownBy|kg:byTitle ?from }"
_BACKGROUND = """SELECT DISTINCT ?from { ?from a kg:BackgroundTerm .
    { ?from kg:holder|kg:office {0} } UNION { ?from kg:office/(kg:ofCountry|kg:ofOrganization) {0} } }"""
_BOUNDS = """SELECT DISTINCT ?from { {0} kg:holder ?who . { {0} kg:validFrom ?day . ?from a kg:Appointment } UNION
    { {0} kg:validUntil ?day . ?from a kg:Departure } ?from kg:begin ?day ; kg:modality "happened" . ?part kg:event ?from ; kg:participant ?who }"""
_SOURCES = (KG + "source", DCTERMS + "source")
_EVIDENCE = {KG + name for name in ("attestedBy", "supports", "quote", "sentence", "spanStart", "spanEnd", "sentenceStart", "sentenceEnd")}
_NO_FACTS = {RDF + "type", RDFS + "label", *_EVIDENCE, *_SOURCES}


class Fact(msgspec.Struct, frozen=True):
    """One thing the graph says of a node: the property and the value in words, and the value's identifier where it is a node."""

    property: str
    value: str
    id: str = ""


class Ground(msgspec.Struct, frozen=True):
    """A claim: `quote` is characters [start, end) of the article's text and stands in `sentence`; empty is not known."""

    claim: str
    quote: str
    sentence: str
    start: int
    end: int
    rule: str
    tier: str
    confidence: float
    article: str
    title: str
    outlet: str
    published: str


class Derivation(msgspec.Struct, frozen=True):
    """A node or an edge with what it rests on. `source` is that of what stands outside the articles; `rests_on` are the conclusions
    it was made from, each with its own derivation.
    """

    id: str
    label: str
    kind: str
    facts: tuple[Fact, ...] = ()
    grounds: tuple[Ground, ...] = ()
    source: str = ""
    rests_on: tuple[Derivation, ...] = ()


def is_node_or_edge(store: Store, text: str) -> bool:
    """Whether `text` is written as an identifier (`person:to-lam`, `<IRI>`) or as three of them, and no article's name."""
    words = text.split()
    return len(words) in (1, 3) and all(_is_identifier(store, word) for word in words)


def _is_identifier(store: Store, word: str) -> bool:
    if word.startswith("<") and word.endswith(">"):
        return True
    prefix, colon, local = word.partition(":")
    return bool(colon and local and (prefix in ("http", "https") or (prefix in data_prefixes(base_of(store)) and prefix != "article")))


def explained(store: Store, text: str) -> Derivation:
    """The derivation of the node, or of the edge (`person:a kg:met person:b`), that `text` names.

    Raises `QueryError` where the graph has none of that name.
    """
    words = text.split()
    if len(words) == 3:
        subject, predicate, value = words
        return edge_derivation(store, _node(store, subject), _node(store, predicate), _node(store, value))
    return derivation(store, _node(store, text))


def _node(store: Store, text: str) -> NamedNode:
    prefix, _, local = text.partition(":")
    if prefix == "kg":
        return NamedNode(KG + local)
    return find(store, "resource", text)


def derivation(store: Store, node: NamedNode) -> Derivation:
    """The derivation of a node; raises `QueryError` where the graph says nothing of it."""
    quads = [quad for quad in store.quads_for_pattern(node, None, None) if not str(quad.graph_name).endswith(f"{DERIVED}>")]
    if not quads:
        raise QueryError(f"{node.value}: the graph says nothing of it; give an identifier that `kg query` or `kg timeline --format csv` shows")
    base = base_of(store)
    classes = sorted(quad.object.value for quad in quads if quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode))
    claims = [quad.object.value for quad in quads if quad.predicate.value == KG + "attestedBy" and isinstance(quad.object, NamedNode)]
    if KG + "Claim" in classes:
        claims = [node.value]
    told = {_fact(store, base, quad.predicate, quad.object) for quad in quads if quad.predicate.value not in _NO_FACTS}
    sources = sorted(quad.object.value for quad in quads if quad.predicate.value in _SOURCES and isinstance(quad.object, (Literal, NamedNode)))
    made_from: list[NamedNode] = []
    if KG + "Participation" in classes or KG + "TitleReading" in classes:
        made_from = _nodes(store, _PARTS, node)
    elif not claims and not sources:
        made_from = _nodes(store, _BACKGROUND, node)
    elif KG + "OfficeHolding" in classes:
        made_from = _nodes(store, _BOUNDS, node)
    return Derivation(
        id=node.value.removeprefix(base),
        label=_label(store, node),
        kind=", ".join(_label(store, NamedNode(name), "en") for name in classes),
        facts=tuple(Fact(*fact) for fact in sorted(told)),
        grounds=tuple(_grounds(store, base, claims)),
        source="; ".join(sources),
        rests_on=tuple(derivation(store, part) for part in made_from),
    )


def edge_derivation(store: Store, subject: NamedNode, predicate: NamedNode, value: NamedNode) -> Derivation:
    """The derivation of an edge between two nodes; raises `QueryError` where the graph has no such edge."""
    graphs = {str(quad.graph_name) for quad in store.quads_for_pattern(subject, predicate, value)}
    name = predicate.value.removeprefix(KG)
    words = " ".join((_label(store, subject), _label(store, predicate), _label(store, value)))
    if not graphs:
        raise QueryError(f"{words}: there is no such edge in the graph")
    if any(graph.endswith(f"{MERGED}>") for graph in graphs) or name not in _MADE_FROM:
        rests_on = [subject]
    else:
        rests_on = _nodes(store, _MADE_FROM[name], subject, value)
    base = base_of(store)
    return Derivation(
        id=f"{subject.value.removeprefix(base)} {name} {value.value.removeprefix(base)}",
        label=words,
        kind="edge",
        rests_on=tuple(derivation(store, one) for one in rests_on),
    )


def _nodes(store: Store, pattern: str, *nodes: NamedNode) -> list[NamedNode]:
    for number, node in enumerate(nodes):
        pattern = pattern.replace(f"{{{number}}}", str(node))
    answer = query(store, pattern)
    assert isinstance(answer, Rows)
    return sorted({term for row in answer.rows for term in row if isinstance(term, NamedNode)}, key=lambda node: node.value)


def _grounds(store: Store, base: str, claims: list[str]) -> Iterator[Ground]:
    if not claims:
        return
    answer = query(store, _CLAIMS % " ".join(f"<{claim}>" for claim in claims))
    assert isinstance(answer, Rows)
    for row in answer.values():
        told = {name: "" if value is None else str(value) for name, value in row.items()}
        told |= {name: told[name].removeprefix(base) for name in ("claim", "article")}
        yield msgspec.convert(told, Ground, strict=False)


def _fact(store: Store, base: str, predicate: NamedNode, value: object) -> tuple[str, str, str]:
    if isinstance(value, NamedNode):
        return _label(store, predicate, "en"), _label(store, value), value.value.removeprefix(base)
    return _label(store, predicate, "en"), str(getattr(value, "value", value)), ""


def _label(store: Store, node: NamedNode, language: str = "vi") -> str:
    named = store.quads_for_pattern(node, NamedNode(RDFS + "label"), None)
    labels = [quad.object for quad in named if isinstance(quad.object, Literal)]
    fallback = node.value.removeprefix(SKOS).removeprefix(KG)
    return min(labels, key=lambda label: (label.language != language, label.value)).value if labels else fallback
