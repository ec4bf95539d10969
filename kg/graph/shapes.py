"""The shapes of `ontology/shapes.ttl` as records: target, severity, message in both languages, and the query of a `sh:sparql` shape."""

from __future__ import annotations

import functools
from typing import Literal

import msgspec
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, SH

from kg.resources import ontology_path

__all__ = ["Severity", "Shape", "shapes", "shapes_graph"]

Severity = Literal["violation", "warning", "info"]
_SEVERITY: dict[URIRef, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}


class Shape(msgspec.Struct, frozen=True):
    """One thing that must hold. `name` is the local name of its IRI; `select` finds what breaks it, for all of `target` at once."""

    iri: str
    name: str
    target: str
    severity: Severity
    messages: dict[str, str]
    select: str | None = None


@functools.cache
def shapes_graph() -> Graph:
    """`ontology/shapes.ttl` as an rdflib graph."""
    return Graph().parse(ontology_path("shapes.ttl"), format="turtle")


@functools.cache
def shapes() -> dict[str, Shape]:
    """IRI → shape, for every shape that has a target."""
    graph = shapes_graph()
    return {str(node): _shape(graph, node) for node in sorted(graph.subjects(SH.targetClass), key=str) if isinstance(node, URIRef)}


def _shape(graph: Graph, node: URIRef) -> Shape:
    target = graph.value(node, SH.targetClass)
    severity = graph.value(node, SH.severity)
    constraint = graph.value(node, SH.sparql)
    messages = {m.language: str(m) for m in graph.objects(node, SH.message) if isinstance(m, RdfLiteral) and m.language}
    assert isinstance(severity, URIRef)
    return Shape(
        iri=str(node),
        name=str(node).rpartition("#")[2],
        target=str(target),
        severity=_SEVERITY[severity],
        messages=messages,
        select=_for_all(graph, str(graph.value(constraint, SH.select)), str(target)) if constraint else None,
    )


def _for_all(graph: Graph, select: str, target: str) -> str:
    """The query of a constraint, which SHACL asks of one `$this` at a time, for every instance of the target class."""
    prefixes = "".join(
        f"PREFIX {graph.value(declared, SH.prefix)}: <{graph.value(declared, SH.namespace)}>\n"
        for declared in sorted(graph.objects(None, SH.declare), key=str)
    )
    every = f"{{ $this <{RDF.type}>/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* <{target}> . "
    return prefixes + select.replace("{", every, 1)
