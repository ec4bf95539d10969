"""One checked query over one open store to its answer: all named graphs together are the default graph."""

from __future__ import annotations

import itertools

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.graph.namespaces import data_prefixes
from kg.query.answer import Answer, Rows, Triples, Truth
from kg.query.lookup import base_of

__all__ = ["evaluate"]


def evaluate(store: Store, query: str, limit: int | None = None) -> Answer:
    """The answer to `query`; with `limit` no more rows or triples than that are computed.

    Raises `SyntaxError` (of pyoxigraph) where the query does not parse.
    """
    found = store.query(query, prefixes=data_prefixes(base_of(store)), use_default_graph_as_union=True)
    if isinstance(found, QueryBoolean):
        return Truth(bool(found))
    up_to = None if limit is None else limit + 1
    if isinstance(found, QueryTriples):
        triples = dict.fromkeys(itertools.islice(found, up_to))
        return Triples(tuple(triples)[:limit], limit is not None and len(triples) > limit)
    assert isinstance(found, QuerySolutions)
    rows = tuple(tuple(solution) for solution in itertools.islice(found, up_to))
    variables = tuple(variable.value for variable in found.variables)
    return Rows(variables, rows[:limit], limit is not None and len(rows) > limit)
