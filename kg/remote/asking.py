"""A question to another store: its parameters are looked up among the names that the store holds, then the query goes to it whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode, Quad, Store

from kg.errors import StoreError
from kg.graph.dataset import MERGED
from kg.graph.namespaces import KG, RDF, RDFS, SKOS, data_prefixes
from kg.query import Answer, question_of
from kg.query.checks import check
from kg.query.parameters import bind, terms_of
from kg.query.slips import parse_error
from kg.query.tokens import meaningful
from kg.remote.endpoint import Endpoint

__all__ = ["ask", "prepare_for"]

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_NAMING = (
    f"{RDF}type", f"{RDFS}label", f"{SKOS}altLabel", f"{SKOS}prefLabel", f"{SKOS}topConceptOf", f"{SKOS}broader",
    *(KG + name for name in ("iso", "ofCountry", "ofOrganization", "ofPlace", "role", "roleTitle")),
)  # fmt: skip
"""What the look-up of names reads."""
_USED = "ASK {{ {{ {iri} ?p ?o }} UNION {{ ?s {iri} ?o }} UNION {{ ?s ?p {iri} }} }}"
_NAMED = ("Person", "Country", "Organization", "Place", "Agreement", "Office")


def ask(
    endpoint: Endpoint, asked: str, given: Mapping[str, str | Sequence[str]] | None = None, *, limit: int | None = None
) -> tuple[Answer, str]:
    """The answer to SPARQL, a `.rq` file or a named question, and the base of the data. Raises `QueryError` and `StoreError`."""
    sparql, base = prepare_for(endpoint, asked, given or {})
    return endpoint.answer(sparql, _form(sparql), limit), base


def prepare_for(endpoint: Endpoint, asked: str, given: Mapping[str, str | Sequence[str]]) -> tuple[str, str]:
    """The SPARQL that will be sent, with its prefixes, and the base of the data in the store."""
    question = question_of(asked)
    base = _base(endpoint)
    names = _names(endpoint, base) if question.parameters else Store()
    sparql = bind(question, terms_of(question, given, names))
    prefixes = data_prefixes(base)
    check(sparql, prefixes, lambda iri: endpoint.truth(_USED.format(iri=f"<{iri}>")), question.source)
    try:
        Store().query(sparql, prefixes=prefixes)
    except SyntaxError as error:
        raise parse_error(sparql, error, question.source) from error
    return " ".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in prefixes.items()) + "\n" + sparql, base


def _form(sparql: str) -> str:
    return next(token.text.upper() for token in meaningful(sparql) if token.kind == "word" and token.text.upper() in _FORMS)


def _base(endpoint: Endpoint) -> str:
    found = endpoint.rows(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?c a ?class }} FILTER(STRENDS(STR(?g), '{MERGED}')) }}")
    graphs = [row[0].value for row in found.rows if isinstance(row[0], NamedNode)]
    if not graphs:
        raise StoreError(f"{endpoint.url}: holds no graph of a build; send one with `kg load`")
    return min(graphs, key=len).removesuffix(MERGED)


def _names(endpoint: Endpoint, base: str) -> Store:
    """A store in memory with the names, types and owners of what parameters can mean, and with the concepts of roles and levels."""
    naming = " ".join(f"<{iri}>" for iri in _NAMING)
    classes = " ".join(f"<{KG}{name}>" for name in _NAMED)
    named = endpoint.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?class {{ {classes} }} ?s a ?class . VALUES ?p {{ {naming} }} ?s ?p ?o }}")
    concepts = endpoint.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s a <{SKOS}Concept> . VALUES ?p {{ {naming} }} ?s ?p ?o }}")
    store = Store()
    graph = NamedNode(base + MERGED)
    store.extend(Quad(triple.subject, triple.predicate, triple.object, graph) for triples in (named, concepts) for triple in triples)
    return store
