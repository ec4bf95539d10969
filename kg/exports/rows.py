"""The rows of a query of ours as plain texts, with identifiers in place of IRIs of the build (`person/to-lam`)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.query.answer import Rows
from kg.query.evaluate import evaluate
from kg.query.formats import text_of
from kg.query.lookup import base_of
from kg.query.run import Build, opened

__all__ = ["rows"]


def rows(build: Build, sparql: str) -> tuple[tuple[str, ...], Iterator[dict[str, str]]]:
    """The columns of the answer and its rows; what is unbound is an empty text."""
    store = opened(build)
    answer = evaluate(store, sparql)
    assert isinstance(answer, Rows)
    base = base_of(store)
    found = (
        {column: text_of(term).removeprefix(base) for column, term in zip(answer.variables, row, strict=True)} for row in answer.rows
    )
    return answer.variables, found
