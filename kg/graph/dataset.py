"""From Knowledge to the quads of the whole dataset, in one order whatever the order of the records."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.graph.claims import article_graph, article_triples, claim_triples
from kg.graph.concepts import ontology_triples
from kg.graph.conclusions import conclusion_triples
from kg.graph.derived import derived_triples
from kg.graph.namespaces import BASE, base_iri
from kg.graph.terms import iri_maker
from kg.model import Knowledge

__all__ = ["DERIVED", "MERGED", "ONTOLOGY", "lines", "quads"]

MERGED = "graph/merged"
DERIVED = "graph/derived"
ONTOLOGY = "graph/ontology"


def quads(knowledge: Knowledge, base: str = BASE) -> Iterator[Quad]:
    """Every quad once, in the order of its N-Quads line by code point.

    Raises `ConfigurationError` where `base` is no http(s) IRI.
    """
    yield from lines(knowledge, base).values()


def lines(knowledge: Knowledge, base: str = BASE) -> dict[str, Quad]:
    """The same with each quad's canonical N-Quads line (without its final ` .`) before it."""
    found = {str(quad): quad for quad in _unordered(knowledge, base_iri(base))}
    return {line: found[line] for line in sorted(found)}


def _unordered(knowledge: Knowledge, base: str) -> Iterator[Quad]:
    iri = iri_maker(base)
    for article in knowledge.articles:
        graph = iri(article_graph(article.id))
        for triple in article_triples(article, iri):
            yield Quad(*triple, graph)
    for claim in knowledge.claims:
        graph = iri(article_graph(claim.article))
        for triple in claim_triples(claim, iri):
            yield Quad(*triple, graph)
    merged, derived, ontology = iri(MERGED), iri(DERIVED), iri(ONTOLOGY)
    for triple in conclusion_triples(knowledge, iri):
        yield Quad(*triple, merged)
    for triple in derived_triples(knowledge, iri):
        yield Quad(*triple, derived)
    for subject, predicate, value in ontology_triples():
        yield Quad(subject, predicate, value, ontology)
