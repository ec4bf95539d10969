"""From Knowledge to the graph in parts: an article with its claims, a conclusion with its direct edges, the ontology.

A part knows a digest of everything that it is made of, so that a later build can see that it stands as it was without making it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec
from pyoxigraph import NamedNode, Quad

from kg.graph.claims import article_graph, article_triples, claim_triples
from kg.graph.concepts import ontology_triples
from kg.graph.conclusions import Statements, conclusions
from kg.graph.dataset import DERIVED, MERGED, ONTOLOGY
from kg.graph.derived import Edge, derived_edges
from kg.graph.terms import iri_maker, kg
from kg.model import ArticleInfo, Claim, Knowledge

__all__ = ["Part", "parts"]

_ENCODER = msgspec.msgpack.Encoder()


class Part(NamedTuple):
    """Some quads of the graph: `content` stands for what they are made of, `quads` makes them.

    `run` is how the subjects of the claims of an article begin, as N-Quads writes them: no other subject begins so.
    """

    key: str
    content: bytes
    quads: Callable[[], Iterator[Quad]]
    run: str = ""


def parts(knowledge: Knowledge, base: str) -> Iterator[Part]:
    """All parts of the graph of `knowledge` under `base`; together they have the quads of `kg.graph.dataset.quads`."""
    iri = iri_maker(base)
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in knowledge.claims:
        told[claim.article].append(claim)
    for article in knowledge.articles:
        yield _article(article, told.pop(article.id, []), iri)
    for name, claims in told.items():
        yield _article(None, claims, iri, name)
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(derived_edges(knowledge)):
        edges[edge[0]].append(edge)
    for one in conclusions(knowledge):
        yield _conclusion(one, edges.pop(one.about, []), iri)
    for subject, those in edges.items():
        yield Part(_key("edges", subject), _digest(those), lambda those=those: _edges(those, iri))  # type: ignore[misc]
    ontology = iri(ONTOLOGY)
    yield Part("ontology", b"", lambda: (Quad(t.subject, t.predicate, t.object, ontology) for t in ontology_triples()))


def _key(kind: str, about: str) -> str:
    """What a part is known by; a lone surrogate in an identifier is spelt out."""
    return f"{kind} {about}".encode("utf-8", "backslashreplace").decode()


def _digest(*content: object) -> bytes:
    try:
        written = _ENCODER.encode(content)
    except UnicodeEncodeError:  # a lone surrogate
        written = repr(content).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=16).digest()


def _article(article: ArticleInfo | None, claims: list[Claim], iri: Callable[[str], NamedNode], name: str = "") -> Part:
    name = article.id if article else name

    def made() -> Iterator[Quad]:
        graph = iri(article_graph(name))
        for triple in article_triples(article, iri) if article else ():
            yield Quad(*triple, graph)
        for claim in claims:
            for triple in claim_triples(claim, iri):
                yield Quad(*triple, graph)

    return Part(_key("article", name), _digest(article, claims), made, f"<{iri(f'claim/{name}').value}/")


def _conclusion(one: Statements, edges: list[Edge], iri: Callable[[str], NamedNode]) -> Part:
    def made() -> Iterator[Quad]:
        merged = iri(MERGED)
        for triple in one.triples(iri):
            yield Quad(*triple, merged)
        yield from _edges(edges, iri)

    return Part(_key(one.kind, one.about), _digest(one.kind, one.made_of, edges), made)


def _edges(edges: Iterable[Edge], iri: Callable[[str], NamedNode]) -> Iterator[Quad]:
    derived = iri(DERIVED)
    for subject, predicate, value in edges:
        yield Quad(iri(subject), kg(predicate), iri(value), derived)
