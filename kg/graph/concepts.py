"""What `ontology/` declares: its triples, the classes of events and the concepts of roles."""

from __future__ import annotations

import functools

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.graph.namespaces import KG, LEVEL, MEASURE, RDF, RDFS, ROLE, SKOS
from kg.resources import ontology_path

__all__ = ["ONTOLOGY_FILES", "event_classes", "levels", "measure_ids", "ontology_triples", "role_ids"]

ONTOLOGY_FILES = ("kg.ttl", "roles.ttl", "levels.ttl", "measures.ttl")
"""What `graph/ontology` holds; the shapes are a tool for checking and stay outside."""


@functools.cache
def ontology_triples() -> tuple[Triple, ...]:
    """All triples of the ontology, the roles, the levels and the measures."""
    triples: list[Triple] = []
    for name in ONTOLOGY_FILES:
        for quad in parse(path=str(ontology_path(name)), format=RdfFormat.TURTLE):
            triples.append(Triple(quad.subject, quad.predicate, quad.object))
    return tuple(triples)


@functools.cache
def role_ids() -> frozenset[str]:
    """The ids of the concepts of `roles.ttl`."""
    return _concepts(ROLE)


@functools.cache
def measure_ids() -> frozenset[str]:
    """The ids of the concepts of `measures.ttl`."""
    return _concepts(MEASURE)


@functools.cache
def levels() -> dict[str, NamedNode]:
    """The concepts of `levels.ttl` by their Vietnamese names."""
    return {
        triple.object.value: triple.subject
        for triple in ontology_triples()
        if isinstance(triple.subject, NamedNode)
        and triple.subject.value.startswith(LEVEL)
        and triple.predicate.value == SKOS + "prefLabel"
        and isinstance(triple.object, Literal)
        and triple.object.language == "vi"
    }


def _concepts(namespace: str) -> frozenset[str]:
    a = NamedNode(RDF + "type")
    subjects = (t.subject.value for t in ontology_triples() if t.predicate == a and isinstance(t.subject, NamedNode))
    return frozenset(iri.removeprefix(namespace) for iri in subjects if iri.startswith(namespace))


@functools.cache
def event_classes() -> frozenset[str]:
    """The names of the classes of events: what stands below `kg:Event`."""
    below, event = NamedNode(RDFS + "subClassOf"), NamedNode(KG + "Event")
    return frozenset(
        triple.subject.value.removeprefix(KG)
        for triple in ontology_triples()
        if triple.predicate == below and triple.object == event and isinstance(triple.subject, NamedNode)
    )
