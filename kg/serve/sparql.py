"""One SPARQL query of the protocol to its answer in the format the client asked for, cut at a number of rows.

All named graphs together are the default graph, unless the request or the query names graphs; the prefixes of the build need no
declaration. Updates cannot be parsed here and SERVICE is refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)

from kg.graph.namespaces import data_prefixes
from kg.query.answer import Rows, Triples, Truth
from kg.query.formats import as_json, as_turtle
from kg.query.lookup import base_of
from kg.query.pointing import error_at
from kg.query.slips import parse_error
from kg.query.tokens import meaningful
from kg.serve.frames import Reply
from kg.serve.negotiation import choose
from kg.serve.refusal import Refusal

__all__ = ["RDF_FORMATS", "TABLE_FORMATS", "answer", "in_format", "media_of", "written"]

TABLE_FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
RDF_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "text/n3": RdfFormat.N3,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
"""Media type → format of triples, the first for whoever takes any."""

_CUT = "X-Kg-Cut-At"
"""The header that says an answer has been cut, with the number of rows or triples that are left."""
_ANY = ("text/html", "application/xhtml+xml")
"""What a browser that opens the endpoint asks for; it gets the default."""


def answer(
    store: Store, query: str, *, accept: str = "", default: Sequence[str] = (), named: Sequence[str] = (), rows: int, confined: bool = True
) -> Reply:
    """The answer to `query` over the graphs `default` (as the default graph) and `named`; both empty: over all.

    `confined` says that this process can open no socket. Raises `Refusal`: 400 for a query that does not parse or calls SERVICE,
    406 where no format of `accept` can hold the answer.
    """
    _refuse_service(query, confined)
    try:
        default_graph: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in default]
        named_graphs: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in named]
    except ValueError as error:
        raise Refusal(400, f"default-graph-uri and named-graph-uri take absolute IRIs: {error}") from error
    prefixes = data_prefixes(base_of(store))
    try:
        if default or named:
            found = store.query(query, prefixes=prefixes, default_graph=default_graph, named_graphs=named_graphs)
        else:
            found = store.query(query, prefixes=prefixes, use_default_graph_as_union=not _names_graphs(query))
        return _reply(found, accept, rows, prefixes)
    except SyntaxError as error:
        raise Refusal(400, str(parse_error(query, error))) from error
    except (RuntimeError, OSError) as error:  # found while the query runs: an unknown function, a call this process may not make
        raise Refusal(400, f"query: {error}") from error


def _refuse_service(query: str, confined: bool) -> None:
    words = [token for token in meaningful(query) if token.kind == "word" and token.text.upper().startswith("SERVICE")]
    if words:
        what = "SERVICE is refused: a query asks this build and nothing outside it"
        raise Refusal(400, str(error_at(query, words[0].start, what, "take the SERVICE block out", "query", 7)))
    if not confined and "service" in query.casefold():
        raise Refusal(400, "query: the letters of SERVICE may stand nowhere in a query on this system; write a text in parts with CONCAT")


def _names_graphs(query: str) -> bool:
    return any(token.kind == "word" and token.text.upper() == "FROM" for token in meaningful(query))


def _reply(found: QuerySolutions | QueryBoolean | QueryTriples, accept: str, rows: int, prefixes: dict[str, str]) -> Reply:
    if isinstance(found, QueryTriples):
        media = _chosen(accept, tuple(RDF_FORMATS))
        triples = tuple(dict.fromkeys(itertools.islice(found, rows + 1)))
        return Reply(200, _typed(media), written(triples[:rows], media, prefixes), _cut(len(triples) > rows, rows))
    media = _chosen(accept, tuple(TABLE_FORMATS))
    format_ = TABLE_FORMATS[media]
    if isinstance(found, QueryBoolean):
        if format_ in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
            return Reply(200, _typed(media), b"true\n" if found else b"false\n")
        return Reply(200, _typed(media), in_format(as_json(Truth(bool(found)), {}), format_))
    listed = [tuple(row) for row in itertools.islice(found, rows + 1)]
    table = Rows(tuple(variable.value for variable in found.variables), tuple(listed[:rows]))
    return Reply(200, _typed(media), in_format(as_json(table, {}), format_), _cut(len(listed) > rows, rows))


def in_format(results: str, format_: QueryResultsFormat) -> bytes:
    """SPARQL 1.1 JSON results written in another format of results."""
    if format_ == QueryResultsFormat.JSON:
        return results.encode()
    parsed = parse_query_results(results, format=QueryResultsFormat.JSON)
    body = parsed.serialize(format=format_)
    assert body is not None
    return body


def written(triples: tuple[Triple, ...], media: str, prefixes: dict[str, str]) -> bytes:
    """`triples` in a format of `RDF_FORMATS`; Turtle is sorted and declares only what it uses."""
    if media == "text/turtle":
        return as_turtle(Triples(triples), prefixes).encode()
    body = serialize(triples, format=RDF_FORMATS[media], prefixes=prefixes)
    assert body is not None
    return body


def _chosen(accept: str, offered: tuple[str, ...]) -> str:
    media = choose(accept, (*offered, *_ANY))
    if media is None:
        raise Refusal(406, "this answer can be had as " + ", ".join(offered) + "; ask for one of them in Accept")
    return offered[0] if media in _ANY else media


class Media(NamedTuple):
    """A format of triples: its name in `RDF_FORMATS`, and what the Content-Type header says."""

    name: str
    typed: str


def media_of(accept: str) -> Media:
    """The format of triples that `accept` asks for. Raises `Refusal` 406."""
    name = _chosen(accept, tuple(RDF_FORMATS))
    return Media(name, _typed(name))


def _typed(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _cut(more: bool, rows: int) -> dict[str, str]:
    return {_CUT: str(rows)} if more else {}
