"""A SPARQL 1.1 query endpoint by the W3C's protocol: a query by POST, its answer as rows, triples or a truth value."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterable

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreError
from kg.query import Answer, Rows, Triples, Truth
from kg.remote.http import Connection

__all__ = ["Endpoint"]

_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_UNION = "union-default-graph"  # Oxigraph's server asks for it; stores that do not know it pass it over


class Endpoint:
    """Asks the store at `url`. All graphs together are meant to be the default graph: most stores do so by themselves or by a setting."""

    def __init__(self, url: str, connection: Connection | None = None) -> None:
        self.url = url
        self._connection = connection or Connection()

    def rows(self, sparql: str) -> Rows:
        """The answer to SELECT."""
        found = self._results(sparql)
        if not isinstance(found, QuerySolutions):
            raise StoreError(f"{self.url}: a truth value came where rows were asked for")
        return Rows(tuple(v.value for v in found.variables), tuple(tuple(solution) for solution in found))

    def truth(self, sparql: str) -> bool:
        """The answer to ASK."""
        found = self._results(sparql)
        if not isinstance(found, QueryBoolean):
            raise StoreError(f"{self.url}: rows came where a truth value was asked for")
        return bool(found)

    def triples(self, sparql: str) -> Iterable[Triple]:
        """The answer to CONSTRUCT and DESCRIBE."""
        body = self._ask(sparql, _TRIPLES)
        try:
            return [quad.triple for quad in parse(body, RdfFormat.N_TRIPLES)]
        except SyntaxError as error:
            raise StoreError(f"{self.url}: answers with something that is no N-Triples ({error}); is it a SPARQL endpoint?") from error

    def answer(self, sparql: str, form: str, limit: int | None = None) -> Answer:
        """The answer to a query of any form (`SELECT`, `ASK`, `CONSTRUCT`, `DESCRIBE`), at most `limit` rows or triples of it."""
        if form == "ASK":
            return Truth(self.truth(sparql))
        if form == "SELECT":
            found = self.rows(sparql)
            return Rows(found.variables, found.rows[:limit], limit is not None and len(found.rows) > limit)
        triples = tuple(dict.fromkeys(self.triples(sparql)))
        return Triples(triples[:limit], limit is not None and len(triples) > limit)

    def _results(self, sparql: str) -> QuerySolutions | QueryBoolean:
        body = self._ask(sparql, _ROWS)
        try:
            return parse_query_results(body, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.url}: answers with something that is no result of a query ({error}); is it a SPARQL endpoint?") from error

    def _ask(self, sparql: str, accept: str) -> bytes:
        form = urllib.parse.urlencode({"query": sparql, _UNION: "true"}).encode()
        return self._connection.request("POST", self.url, form, {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"})
