"""Search as you type: every word typed must begin a word of a name, with or without diacritics; the most told-of come first.

All names stand one after another in a single text without diacritics, so that looking through it is one pass of `str.find`.
"""

from __future__ import annotations

import bisect
import itertools
import os
import re
from collections.abc import Iterable, Iterator

import msgspec
from pyoxigraph import NamedNode

from kg.language.folding import fold, search_key
from kg.query.lookup import named
from kg.serve.graph import Graph, kg
from kg.serve.records import Found

__all__ = ["Index"]

_KINDS = ("person", "country", "organization", "place", "agreement", "office", "event")
_ENOUGH = 150
"""Names that are put in order; a query of one letter has more, and the most told-of are among the first."""
_WORDS = 8
_OF_LEXICON = 3
"""The rank from which on `kg.query.lookup.Named` tells of names that are not the graph's."""
_FILE = "names.msgpack"


class _Row(msgspec.Struct, frozen=True, array_like=True):
    """A name of a resource, without diacritics (`key`) and with them in lower case; `own` where the graph itself gives it, not the lexicon."""

    iri: str
    key: str
    folded: str
    own: bool


class Index:
    """The names of a build, made once for all workers; `graph.folder` is theirs to write."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._rows = _rows(graph)
        lines = [f" {row.key}\n" for row in self._rows]
        self._text = "".join(lines)
        self._starts = [0, *itertools.accumulate(map(len, lines))]

    def find(self, query: str, limit: int) -> Found:
        """The resources that `query` names, at most `limit`: whole names first, then names that begin so, then the rest."""
        words = search_key(query).split()[:_WORDS]
        if not words:
            return Found(query, (), False)
        ranked: dict[str, tuple[int, int]] = {}
        whole, typed = " ".join(words), " ".join(fold(query).split())
        for place in self._matching(words):
            row = self._rows[place]
            ranked[row.iri] = min(ranked.get(row.iri, (9, place)), (_rank(row, whole, typed), place))
            if len(ranked) >= _ENOUGH:
                break
        best = sorted(ranked, key=ranked.__getitem__)
        return Found(query, self._graph.links(NamedNode(iri) for iri in best[:limit]), len(best) > limit)

    def most_told_of(self, kind: str, first: int) -> list[NamedNode]:
        """The resources of a class that most claims name."""
        nodes = (NamedNode(iri) for iri in dict.fromkeys(row.iri for row in self._rows))
        return list(itertools.islice((node for node in nodes if self._graph.class_of(node) == kind), first))

    def _matching(self, words: list[str]) -> Iterator[int]:
        """Rows in whose key a word begins with each of `words`."""
        longest = max(words, key=len)
        others = [re.compile(rf" {re.escape(word)}") for word in words if word != longest]
        at = self._text.find(f" {longest}")
        while at >= 0:
            row = bisect.bisect_right(self._starts, at) - 1
            if all(pattern.search(self._text, self._starts[row], self._starts[row + 1]) for pattern in others):
                yield row
            at = self._text.find(f" {longest}", self._starts[row + 1] - 1)


def _rank(row: _Row, whole: str, typed: str) -> int:
    if row.key == whole:
        return 0 if row.folded == typed and row.own else 1 if row.own else 2
    if row.folded.startswith(typed):
        return 3
    return 4 if row.key.startswith(whole) else 5


def _rows(graph: Graph) -> list[_Row]:
    """The names of the build, the most told-of first: from the file that the first worker left in the snapshot, or made now."""
    path = graph.folder / _FILE
    if path.exists():
        return msgspec.msgpack.decode(path.read_bytes(), type=list[_Row])
    weights: dict[str, int] = {}
    rows: dict[tuple[str, str], _Row] = {}
    for kind in _KINDS:
        for entry in named(graph.store, kind):
            if key := search_key(entry.name):
                rows.setdefault((entry.iri, key), _Row(entry.iri, key, " ".join(fold(entry.name).split()), entry.rank < _OF_LEXICON))
                if entry.iri not in weights:
                    weights[entry.iri] = _weight(graph, NamedNode(entry.iri), kind)
    ordered = sorted(rows.values(), key=lambda row: (-weights[row.iri], row.iri, len(row.key), row.key))
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(msgspec.msgpack.encode(ordered))
    new.replace(path)
    return ordered


def _weight(graph: Graph, node: NamedNode, kind: str) -> int:
    """How much is told of a resource; an event stands behind everything that has a name of its own."""
    told = _count(graph.values(node, kg("attestedBy")))
    return told if kind != "event" else min(told, 1) - 1


def _count(things: Iterable[object]) -> int:
    return sum(1 for _ in things)
