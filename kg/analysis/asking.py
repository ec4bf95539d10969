"""The one way from a build to a frame: a SPARQL query of ours, dates as pandas timestamps, resources as identifiers (`person/to-lam`)."""

from __future__ import annotations

import pandas as pd

from kg.query.answer import Rows
from kg.query.evaluate import evaluate
from kg.query.lookup import base_of
from kg.query.parameters import day
from kg.query.run import Build, opened

__all__ = ["Build", "ask", "within"]


def ask(build: Build, sparql: str, dates: tuple[str, ...] = ()) -> pd.DataFrame:
    """The rows of a query; the columns `dates` hold timestamps (NaT where the graph has none), IRIs are shortened to identifiers."""
    store = opened(build)
    answer = evaluate(store, sparql)
    assert isinstance(answer, Rows)
    frame = answer.frame()
    base = base_of(store)
    for column in frame.columns:
        if column in dates:
            frame[column] = pd.to_datetime(frame[column], errors="coerce")
        else:
            frame[column] = frame[column].map(lambda value: value.removeprefix(base) if isinstance(value, str) else value)
    return frame


def within(frame: pd.DataFrame, since: str | None, until: str | None) -> pd.DataFrame:
    """The rows whose days (`begin` to `end`, both included) touch a period; rows without a day are left out once a bound is given.

    The bounds are written as a user does (`2023`, `2023-06`, `15/6/2023`) and both included; None leaves a side open.
    """
    if since is not None:
        frame = frame[frame["end"] >= pd.Timestamp(day(since))]
    if until is not None:
        frame = frame[frame["begin"] <= pd.Timestamp(day(until, last=True))]
    return frame
