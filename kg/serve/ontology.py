"""The classes and properties of the ontology with their names and definitions, for the page at its address."""

from __future__ import annotations

import msgspec
from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import KG, OWL, RDFS, SKOS
from kg.serve.graph import TYPE, Graph

__all__ = ["OntologyTerm", "ontology"]

_KINDS = {OWL + "Class": "class", OWL + "ObjectProperty": "property", OWL + "DatatypeProperty": "property", OWL + "SymmetricProperty": "property"}


class OntologyTerm(msgspec.Struct, frozen=True):
    """A class or property; `name` is its local name."""

    name: str
    kind: str
    vi: str
    en: str
    about_vi: str
    about_en: str


def ontology(graph: Graph) -> tuple[OntologyTerm, ...]:
    """All terms, classes first."""
    found: dict[str, OntologyTerm] = {}
    for iri, kind in _KINDS.items():
        for quad in graph.store.quads_for_pattern(None, TYPE, NamedNode(iri)):
            node = quad.subject
            if isinstance(node, NamedNode) and node.value.startswith(KG):
                name = node.value.removeprefix(KG)
                found[name] = OntologyTerm(
                    name, kind, graph.label(node, "vi"), graph.label(node, "en"), _about(graph, node, "vi"), _about(graph, node, "en")
                )
    return tuple(sorted(found.values(), key=lambda term: (term.kind, term.name)))


def _about(graph: Graph, node: NamedNode, language: str) -> str:
    """The definition or comment in a language."""
    predicates = (NamedNode(SKOS + "definition"), NamedNode(RDFS + "comment"))
    texts = (t.value for p in predicates for t in graph.values(node, p) if isinstance(t, Literal) and t.language == language)
    return next(texts, "")
