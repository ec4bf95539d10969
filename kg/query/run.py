"""A question, named, in a file or as SPARQL, to its answer from a build; with a time limit in a process of its own.

Read-only: updates and SERVICE are refused, and all named graphs together are the default graph.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Store

import kg
from kg.errors import QueryError
from kg.graph import open_store
from kg.graph.namespaces import data_prefixes
from kg.query.answer import Answer
from kg.query.checks import check
from kg.query.evaluate import evaluate
from kg.query.lookup import base_of
from kg.query.parameters import bind, terms_of
from kg.query.question import question_of
from kg.query.slips import parse_error

__all__ = ["Build", "opened", "prepare", "query", "run"]


class _Opened(Protocol):
    @property
    def store(self) -> Store: ...


Build = Path | str | Store | _Opened
"""A build: its folder, its open store, or what `kg.load` gives."""


def opened(build: Build) -> Store:
    """The store of a build. Raises `StoreError` where the folder has none."""
    if isinstance(build, Store):
        return build
    return open_store(Path(build)) if isinstance(build, str | Path) else build.store


def query(
    build: Build,
    asked: str,
    given: Mapping[str, str | Sequence[str]] | None = None,
    *,
    limit: int | None = None,
    time_limit: float | None = None,
) -> Answer:
    """The answer of a build to `asked`: SPARQL, the path of a `.rq` file, or a question's name.

    `given` are the question's parameters as one would type them: `{"country": "Mỹ", "from": "2023"}`; a list means any of them.
    `limit` is the number of rows after which to stop; `time_limit` is in seconds and needs a folder.
    Raises `QueryError`, which points at the place, and `StoreError` where there is no build.
    """
    store = opened(build)
    sparql, source = prepare(store, asked, given or {})
    if time_limit is not None and isinstance(build, str | Path):
        return run(Path(build), sparql, limit, time_limit, source)
    return evaluate(store, sparql, limit)


def prepare(store: Store, asked: str, given: Mapping[str, str | Sequence[str]]) -> tuple[str, str]:
    """The SPARQL that will run, parameters bound and every check passed, and what to call it in messages."""
    question = question_of(asked)
    sparql = bind(question, terms_of(question, given, store))
    prefixes = data_prefixes(base_of(store))
    check(sparql, prefixes, lambda iri: _used(store, iri), question.source)
    try:
        Store().query(sparql, prefixes=prefixes)
    except SyntaxError as error:
        raise parse_error(sparql, error, question.source) from error
    return sparql, question.source


def run(folder: Path, sparql: str, limit: int | None, time_limit: float, source: str = "query") -> Answer:
    """The answer to a query that `prepare` gave, computed in another process that is ended after `time_limit` seconds."""
    command = [sys.executable, "-P", "-m", "kg.query.worker", str(folder), "-" if limit is None else str(limit)]
    home = str(Path(kg.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
    try:
        done = subprocess.run(
            command, input=sparql.encode(), capture_output=True, timeout=time_limit, env={**os.environ, "PYTHONPATH": path}, check=False
        )
    except subprocess.TimeoutExpired as error:
        advice = "tie its patterns together, narrow it by a country or a period, or allow it more time"
        raise QueryError(f"{source}: stopped after {time_limit:g} s; {advice}") from error
    if done.returncode != 0:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        reason = told[-1] if told else "it needed more memory than a query may have"
        raise QueryError(f"{source}: the query failed: {reason}")
    answer: Answer = pickle.loads(done.stdout)
    return answer


def _used(store: Store, iri: str) -> bool:
    node = NamedNode(iri)
    return any(
        next(iter(store.quads_for_pattern(*pattern)), None) for pattern in ((node, None, None), (None, node, None), (None, None, node))
    )
