"""Two ways into another store: SPARQL 1.1 Update, and the Graph Store Protocol. Both keep graphs of their own and a list of what they hold.

The list is a graph beside the others (`…graph/sent`): graph → digest of its triples, written after the graph itself, so that a graph
without a digest is one whose sending was cut off.
"""

from __future__ import annotations

import itertools
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import StoreError
from kg.graph.namespaces import KG
from kg.remote.endpoint import Endpoint
from kg.remote.http import Connection

__all__ = ["GraphStore", "Target", "UpdateEndpoint"]

_DIGEST = NamedNode(KG + "sha256")
_HELD = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
_CHUNK = 5_000  # triples in a request: some megabytes, which stores take at once


class Target(Protocol):
    """A store that graphs are sent to. Triples are lines of N-Triples without the full stop."""

    url: str

    def digests(self, listed: str) -> dict[str, str]:
        """Graph → digest, as the list of the store has it; empty before the first sending."""

    def begin(self, listed: str, digests: Mapping[str, str]) -> None:
        """Graphs are about to change: the list keeps `digests` alone."""

    def put(self, graph: str, lines: list[str], listed: str, digest: str, *, known: bool) -> tuple[int, int]:
        """Make the graph hold these triples; gives how many were added and taken out. `known`: it was sent before, as a whole."""

    def drop(self, graph: str) -> None:
        """Take a graph out."""


class UpdateEndpoint:
    """A store by SPARQL 1.1 Update: of a graph that was sent before only the difference goes over the wire."""

    def __init__(self, url: str, query_url: str | None = None, connection: Connection | None = None) -> None:
        self.url = url
        self._connection = connection or Connection()
        asked = query_url or _query_url(url)
        if query_url is None and asked != url:
            self._connection.given[asked] = url
        self._endpoint = Endpoint(asked, self._connection)

    def digests(self, listed: str) -> dict[str, str]:
        return _digests(self._endpoint.triples(_HELD.format(graph=f"<{listed}>")))

    def begin(self, listed: str, digests: Mapping[str, str]) -> None:
        steps = [f"DROP SILENT GRAPH <{listed}>", *([_data("INSERT", listed, _listed(digests))] if digests else [])]
        self._update(" ;\n".join(steps))  # at once: a list cut off half would forget what is to be taken out

    def put(self, graph: str, lines: list[str], listed: str, digest: str, *, known: bool) -> tuple[int, int]:
        before: set[str] = set()
        if known:
            before = {str(triple) for triple in self._endpoint.triples(_HELD.format(graph=f"<{graph}>"))}
        now = set(lines)
        gone, come = sorted(before - now), [line for line in lines if line not in before]
        steps = [] if known else [f"DROP SILENT GRAPH <{graph}>"]
        steps += [_data("DELETE", graph, chunk) for chunk in _chunks(gone)]
        steps += [_data("INSERT", graph, chunk) for chunk in _chunks(come)]
        steps.append(_data("INSERT", listed, _listed({graph: digest})))
        if len(gone) + len(come) <= _CHUNK:
            self._update(" ;\n".join(steps))
        else:
            for step in steps:
                self._update(step)
        return len(come), len(gone)

    def drop(self, graph: str) -> None:
        self._update(f"DROP SILENT GRAPH <{graph}>")

    def _update(self, update: str) -> None:
        self._connection.request("POST", self.url, update.encode(), {"Content-Type": "application/sparql-update; charset=utf-8"})


class GraphStore:
    """A store by the SPARQL 1.1 Graph Store HTTP Protocol: a graph that changed is sent whole and takes the old one's place at once."""

    def __init__(self, url: str, connection: Connection | None = None) -> None:
        self.url = url
        self._connection = connection or Connection()

    def digests(self, listed: str) -> dict[str, str]:
        try:
            body = self._connection.request("GET", self._of(listed), None, {"Accept": "application/n-triples"})
        except StoreError as error:
            if " (404 " in str(error):
                return {}
            raise
        return _digests(quad.triple for quad in parse(body, RdfFormat.N_TRIPLES))

    def begin(self, listed: str, digests: Mapping[str, str]) -> None:
        self._send("PUT", listed, _listed(digests))

    def put(self, graph: str, lines: list[str], listed: str, digest: str, *, known: bool) -> tuple[int, int]:
        self._send("PUT", graph, lines)
        self._send("POST", listed, _listed({graph: digest}))
        return len(lines), 0

    def drop(self, graph: str) -> None:
        self._send("PUT", graph, [])  # DELETE answers 404 where an earlier run was cut off behind it

    def _send(self, method: str, graph: str, lines: Iterable[str]) -> None:
        body = "".join(f"{line} .\n" for line in lines).encode()
        self._connection.request(method, self._of(graph), body, {"Content-Type": "application/n-triples"})

    def _of(self, graph: str) -> str:
        return f"{self.url}{'&' if '?' in self.url else '?'}{urllib.parse.urlencode({'graph': graph})}"


def _query_url(update_url: str) -> str:
    """The query endpoint that stands beside an update endpoint: `…/update` → `…/query` (Oxigraph, Fuseki); one URL for both elsewhere."""
    head, slash, last = update_url.rpartition("/")
    return f"{head}{slash}query" if last == "update" else update_url


def _digests(triples: Iterable[Triple]) -> dict[str, str]:
    return {t.subject.value: t.object.value for t in triples if isinstance(t.subject, NamedNode) and isinstance(t.object, Literal)}


def _listed(digests: Mapping[str, str]) -> list[str]:
    return [str(Triple(NamedNode(graph), _DIGEST, Literal(digest))) for graph, digest in sorted(digests.items())]


def _data(verb: str, graph: str, lines: Iterable[str]) -> str:
    return f"{verb} DATA {{ GRAPH <{graph}> {{\n" + " .\n".join(lines) + " .\n} }"


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(lines)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        yield chunk
