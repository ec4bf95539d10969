"""From a resource of the graph to all that its page tells: names, offices, events, what it belongs to, and the sentences it rests on."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.namespaces import DCTERMS, KG, OWL, RDF, RDFS, SKOS, web_address
from kg.model import Precision, as_told
from kg.serve.evidence import claims_of, evidence
from kg.serve.graph import LABEL, TYPE, Graph, Term, kg
from kg.serve.records import EventLine, HoldingLine, Link, Part, Property, Resource, Value

__all__ = ["EVENTS", "PASSAGES", "event_line", "resource", "triples_of", "value_of"]

EVENTS = 40
"""Events of a page; the next ones are a link away."""
PASSAGES = 20
_HOLDINGS = 100
_VALUES = 24
_MOST = 20_000
"""Triples that are looked at; only a store far beyond this corpus has a resource with more of one kind."""
_SOURCE = NamedNode(DCTERMS + "source")
_OWNERS = (kg("ofCountry"), kg("ofOrganization"), kg("ofPlace"))
_TOLD_ELSEWHERE = {
    LABEL, TYPE, kg("attestedBy"), NamedNode(SKOS + "altLabel"), NamedNode(OWL + "sameAs"), NamedNode(SKOS + "prefLabel"),
    kg("holds"), kg("held"), kg("met"), kg("visited"),
}  # fmt: skip
"""Properties that stand in the head of a page, or whose holdings and events do."""
_NAMED_ELSEWHERE = {
    *_OWNERS, kg("holder"), kg("office"), kg("participant"), kg("event"), kg("supports"), kg("attestedBy"), kg("about"), kg("inArticle"),
    kg("holds"), kg("held"), kg("met"), kg("actingAs"), TYPE,
}  # fmt: skip


def resource(graph: Graph, node: NamedNode, *, events_from: int = 0, evidence_from: int = 0) -> Resource:
    """The page of `node`; the first event and passage that are given are counted from 0."""
    claims = claims_of(graph, node)
    holdings = sorted(_subjects(graph, node, kg("holder"), kg("office")), key=lambda one: one.value)
    lines = sorted((_holding(graph, one) for one in holdings), key=_newest, reverse=True)
    events = _events(graph, node)
    offices = sorted(graph.links(_subjects(graph, node, *_OWNERS)), key=lambda link: (link.label, link.id))
    kind = graph.class_of(node)
    english = graph.label(node, "en")
    return Resource(
        id=graph.id(node),
        iri=node.value,
        type=graph.link(kg(kind)) if kind else Link("", ""),
        label=graph.label(node, "vi") or english or graph.id(node),
        en=english,
        aliases=tuple(sorted({t.value for t in graph.values(node, NamedNode(SKOS + "altLabel")) if isinstance(t, Literal)})),
        same_as=tuple(sorted({t.value for t in graph.values(node, NamedNode(OWL + "sameAs")) if isinstance(t, NamedNode)})),
        properties=tuple(_properties(graph, _outgoing(graph, node))),
        holdings=tuple(lines[:_HOLDINGS]),
        total_holdings=len(lines),
        offices=tuple(offices[:_HOLDINGS]),
        total_offices=len(offices),
        parts=_parts(graph, node),
        events=tuple(event_line(graph, event, role) for event, role in events[events_from : events_from + EVENTS]),
        total_events=len(events),
        named_by=tuple(_properties(graph, _incoming(graph, node))),
        evidence=evidence(graph, claims, PASSAGES, evidence_from),
        total_evidence=len(claims),
        contradictions=graph.links(sorted(_subjects(graph, node, kg("about")), key=lambda one: one.value)),
    )


def triples_of(graph: Graph, node: NamedNode, most: int) -> tuple[Triple, ...]:
    """What the graph says with `node` as subject or as object, each triple once, at most `most` of them."""
    quads = itertools.chain(graph.store.quads_for_pattern(node, None, None), graph.store.quads_for_pattern(None, None, node))
    return tuple(itertools.islice(dict.fromkeys(quad.triple for quad in itertools.islice(quads, 2 * most)), most))


def value_of(graph: Graph, term: Term | None) -> Value:
    """A term as it is shown."""
    if isinstance(term, Literal):
        outside = web_address(term.value) if term.datatype.value.endswith("#anyURI") else None
        return Value(term.value, term.language or "", href=outside or "")
    if isinstance(term, NamedNode):
        if graph.node(term.value) is not None:
            link = graph.link(term)
            return Value(link.label, "vi", link)
        return Value(term.value, href=web_address(term.value) or "")
    return Value("" if term is None else str(term))


def event_line(graph: Graph, event: NamedNode, role: str = "") -> EventLine:
    """An event on one line; `role` is the part in it of whoever's page this is."""
    return EventLine(
        id=graph.id(event),
        type=graph.class_of(event),
        label=graph.label(event, "vi") or graph.id(event),
        date=graph.value(event, "date") or graph.value(event, "begin"),
        modality=graph.value(event, "modality") or "happened",
        reports=int(graph.value(event, "reportCount") or 1),
        role=role,
    )


def _subjects(graph: Graph, node: NamedNode, *predicates: NamedNode) -> list[NamedNode]:
    """What has `node` as the value of one of the predicates."""
    found = (quad.subject for one in predicates for quad in itertools.islice(graph.store.quads_for_pattern(None, one, node), _MOST))
    return list(dict.fromkeys(subject for subject in found if isinstance(subject, NamedNode)))


def _newest(line: HoldingLine) -> tuple[bool, str, str]:
    return not line.source, line.last or line.first or line.begin, line.id


def _holding(graph: Graph, holding: NamedNode) -> HoldingLine:
    days = sorted(term.value for term in graph.values(holding, kg("attestedOn")) if isinstance(term, Literal))
    return HoldingLine(
        id=graph.id(holding),
        person=_link_of(graph, holding, "holder"),
        office=_link_of(graph, holding, "office"),
        status=graph.value(holding, "status"),
        begin=_bound(graph, holding, "validFrom"),
        end=_bound(graph, holding, "validUntil"),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        source=next((term.value for term in graph.values(holding, _SOURCE) if isinstance(term, Literal)), ""),
    )


def _bound(graph: Graph, holding: NamedNode, name: str) -> str:
    """A bound of a term as far as it is known: a day, a month, a year."""
    precision = msgspec.convert(graph.value(holding, f"{name}Precision") or "day", Precision)
    return as_told(graph.value(holding, name), precision) or ""


def _link_of(graph: Graph, node: NamedNode, name: str) -> Link:
    target = next((term for term in graph.values(node, kg(name)) if isinstance(term, NamedNode)), None)
    return graph.link(target) if target else Link("", "?")


def _parts(graph: Graph, event: NamedNode) -> tuple[Part, ...]:
    """Who took part in an event; those who act before those it is about."""
    found = []
    for one in _subjects(graph, event, kg("event")):
        capacity = next((term for term in graph.values(one, kg("actingAs")) if isinstance(term, NamedNode)), None)
        office = _link_of(graph, capacity, "office") if capacity else None
        found.append(Part(_link_of(graph, one, "participant"), graph.value(one, "roleType") or "participant", office))
    return tuple(sorted(found, key=lambda part: (part.role, part.who.label)))


def _events(graph: Graph, node: NamedNode) -> list[tuple[NamedNode, str]]:
    """The events that `node` takes part in or is the place of, each once with its part there; the newest first."""
    roles: dict[NamedNode, str] = {}
    for one in _subjects(graph, node, kg("participant")):
        for event in graph.values(one, kg("event")):
            if isinstance(event, NamedNode):
                roles.setdefault(event, graph.value(one, "roleType"))
    for event in _subjects(graph, node, kg("place")):
        roles.setdefault(event, "place")
    dated = sorted(roles.items(), key=lambda item: item[0].value)
    return sorted(dated, key=lambda item: graph.value(item[0], "begin"), reverse=True)


def _outgoing(graph: Graph, node: NamedNode) -> Iterator[tuple[NamedNode, Term]]:
    for quad in itertools.islice(graph.store.quads_for_pattern(node, None, None), _MOST):
        if quad.predicate not in _TOLD_ELSEWHERE and isinstance(quad.object, (NamedNode, Literal, BlankNode)):
            yield quad.predicate, quad.object


def _incoming(graph: Graph, node: NamedNode) -> Iterator[tuple[NamedNode, Term]]:
    for quad in itertools.islice(graph.store.quads_for_pattern(None, None, node), _MOST):
        if quad.predicate not in _NAMED_ELSEWHERE and isinstance(quad.subject, NamedNode):
            yield quad.predicate, quad.subject


def _properties(graph: Graph, pairs: Iterable[tuple[NamedNode, Term]]) -> Iterator[Property]:
    """Pairs of property and value by property: ours first, each with its first values in order."""
    by_property: defaultdict[NamedNode, dict[Term, None]] = defaultdict(dict)
    for predicate, term in pairs:
        by_property[predicate][term] = None
    for predicate, terms in sorted(by_property.items(), key=lambda item: (not item[0].value.startswith(KG), item[0].value)):
        listed = sorted((value_of(graph, term) for term in itertools.islice(terms, _MOST)), key=lambda value: value.text)[:_VALUES]
        name = predicate.value.replace(RDF, "").replace(RDFS, "").replace(KG, "")
        vietnamese, english = graph.label(predicate, "vi"), graph.label(predicate, "en")
        yield Property(predicate.value, vietnamese or english or name, english or name, tuple(listed), len(terms))
