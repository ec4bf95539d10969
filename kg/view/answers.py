"""From a SPARQL query to the nodes its answer speaks of, so that the page shows the results of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QueryBoolean, QueryTriples, Store

from kg.errors import QueryError
from kg.graph.namespaces import data_prefixes
from kg.view.conclusions import Names

__all__ = ["nodes_in_answer"]


def nodes_in_answer(store: Store, file: Path) -> frozenset[str]:
    """The identifiers of all IRIs under the data's base in the answer to the SELECT or CONSTRUCT in `file`.

    Raises `QueryError` where the file cannot be read, is no such query, or its answer names nothing of the graph.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read ({error}); give a file with a SELECT or CONSTRUCT query in UTF-8") from error
    name = Names(store)
    try:
        answer = store.query(text, prefixes=data_prefixes(name.base), use_default_graph_as_union=True)
        if isinstance(answer, QueryBoolean):
            raise QueryError(f"{file}: an ASK query names nothing to show; write a SELECT or CONSTRUCT")
        terms: list[Any] = []
        for row in answer:
            terms.extend((row.subject, row.predicate, row.object) if isinstance(answer, QueryTriples) else row)
    except SyntaxError as error:
        raise QueryError(f"{file}: {error}; mend the query there, `kg query {file}` prints its answer") from error
    found = frozenset(name(term) for term in terms if isinstance(term, NamedNode) and term.value.startswith(name.base))
    if not found:
        raise QueryError(f"{file}: the answer names nothing of the graph; select people, offices or countries themselves, not their labels")
    return found
