"""Search as you type: every word typed must begin a word of a name, with or without diacritics; the most told-of come first.

All names stand one after another in a single text without diacritics, so that looking through it is one pass of `str.find`.
"""

from __future__ import annotations

import bisect
import itertools
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from pyoxigraph import NamedNode

from kg.language.folding import fold, search_key
from kg.query.lookup import named
from kg.serve.graph import Graph, kg
from kg.serve.records import Found, Hit, Ranked

__all__ = ["Index"]

_KINDS = ("person", "country", "organization", "place", "agreement", "office", "event")
_ENOUGH = 150
"""Names that are put in order; a query of one letter has more, and the most told-of are among the first."""
_WORDS = 8
_OF_LEXICON = 3
"""The rank from which on `kg.query.lookup.Named` tells of names that are not the graph's."""
_FAR = 3
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
        return Found(query, tuple(self._hit(NamedNode(iri)) for iri in best[:limit]), len(best) > limit)

    def _hit(self, node: NamedNode) -> Hit:
        link = self._graph.link(node)
        return Hit(link.id, link.label, link.type, link.en, about(self._graph, node, link.type))

    def most_told_of(self, kind: str, first: int) -> list[NamedNode]:
        """The resources of a class that most claims name."""
        nodes = (NamedNode(iri) for iri in dict.fromkeys(row.iri for row in self._rows))
        return list(itertools.islice((node for node in nodes if self._graph.class_of(node) == kind), first))

    def told(self, kind: str, first: int) -> tuple[Ranked, ...]:
        """The resources of a class that most claims name, with how many do."""
        return tuple(Ranked(self._hit(node), _weight(self._graph, node, "")) for node in self.most_told_of(kind, first))

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


def about(graph: Graph, node: NamedNode, kind: str) -> str:
    """What tells a thing from its namesakes, in Vietnamese: the office somebody is most told of in, the one holder, the country of a body,
    an event's day.
    """
    if kind == "Event" or graph.value(node, "modality"):
        return graph.value(node, "date") or graph.value(node, "begin")
    if kind == "Person":
        return _office_of(graph, node)
    if kind == "Office":
        holders = {quad.subject for quad in graph.store.quads_for_pattern(None, kg("holds"), node)}
        return "".join(graph.label(who, "vi") for who in holders if isinstance(who, NamedNode) and len(holders) == 1)
    return next((graph.label(term, "vi") for term in graph.values(node, kg("inCountry")) if isinstance(term, NamedNode)), "")


def _office_of(graph: Graph, person: NamedNode) -> str:
    """The office a person is most told of in: one that is held, unless a former one is told of far more often (a president who is a candidate)."""
    told = _offices_told(graph, person).most_common()
    holds = set(graph.values(person, kg("holds")))
    for office, claims in told:
        if office in holds and claims * _FAR >= told[0][1]:
            return graph.label(office, "vi")
    return f"nguyên {graph.label(told[0][0], 'vi')}" if told else ""


def _offices_told(graph: Graph, person: NamedNode) -> Counter[NamedNode]:
    """The offices of a person by the claims that tell of them."""
    told: Counter[NamedNode] = Counter()
    for holding in dict.fromkeys(quad.subject for quad in graph.store.quads_for_pattern(None, kg("holder"), person)):
        if isinstance(holding, NamedNode):
            claims = _count(set(graph.values(holding, kg("attestedBy"))))
            told.update({office: claims for office in set(graph.values(holding, kg("office"))) if isinstance(office, NamedNode)})
    return told


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
