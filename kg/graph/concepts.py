"""What `ontology/` declares: its triples, the classes of events and the concepts of roles."""

from __future__ import annotations

import functools

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.graph.namespaces import KG, RDF, RDFS, ROLE
from kg.resources import ontology_path

__all__ = ["ONTOLOGY_FILES", "event_classes", "ontology_triples", "role_ids"]

ONTOLOGY_FILES = ("kg.ttl", "roles.ttl", "levels.ttl")
"""What `graph/ontology` holds; the shapes are a tool for checking and stay outside."""


@functools.cache
def ontology_triples() -> tuple[Triple, ...]:
    """All triples of the ontology, the roles and the levels."""
    triples: list[Triple] = []
    for name in ONTOLOGY_FILES:
        for quad in parse(path=str(ontology_path(name)), format=RdfFormat.TURTLE):
            triples.append(Triple(quad.subject, quad.predicate, quad.object))
    return tuple(triples)


@functools.cache
def role_ids() -> frozenset[str]:
    """The ids of the concepts of `roles.ttl`."""
    a = NamedNode(RDF + "type")
    subjects = (t.subject.value for t in ontology_triples() if t.predicate == a and isinstance(t.subject, NamedNode))
    return frozenset(iri.removeprefix(ROLE) for iri in subjects if iri.startswith(ROLE))


@functools.cache
def event_classes() -> frozenset[str]:
    """The names of the classes of events: what stands below `kg:Event`."""
    below, event = NamedNode(RDFS + "subClassOf"), NamedNode(KG + "Event")
    return frozenset(
        triple.subject.value.removeprefix(KG)
        for triple in ontology_triples()
        if triple.predicate == below and triple.object == event and isinstance(triple.subject, NamedNode)
    )
