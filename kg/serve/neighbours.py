"""From a node to what stands next to it, so that a graph of any size can be walked: its offices, events and relations as ties.

Which event ties whom is the table of `kg.view.ties`, so that the explorer and the page of `kg view` draw the same lines.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode

from kg.graph.namespaces import LEVEL
from kg.serve.graph import Graph, kg
from kg.serve.records import Link, Neighbour, Neighbours
from kg.view.records import NodeType, PageEvent, PageHolding, PageNode, PageRelation
from kg.view.records import Part as PagePart
from kg.view.ties import ties_of

__all__ = ["Walk"]

_TYPES: dict[str, NodeType] = {
    "Person": "person", "Country": "country", "Organization": "organization", "Office": "office", "Place": "place", "Agreement": "agreement",
}  # fmt: skip
_MOST = 2_000
"""Holdings, events or belongings of one node that are looked at; ties beyond them are not shown."""
_FACTS = 12
_KEPT = 200
_IN_TURN = 3
_OWNERS = (kg("ofCountry"), kg("ofOrganization"), kg("ofPlace"), kg("inCountry"))


class Walk:
    """Steps from node to node of a graph; what was asked for last is kept."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._ties = functools.lru_cache(_KEPT)(self._all)

    def neighbours(self, node: NamedNode, first: int, offset: int = 0) -> Neighbours:
        """The neighbours of `node` from the place `offset` on, `first` at most: the most reported of each kind of tie in turn."""
        ties = self._ties(node)
        return Neighbours(self._graph.link(node), ties[offset : offset + first], offset, len(ties))

    def _all(self, node: NamedNode) -> tuple[Neighbour, ...]:
        graph = self._graph
        holdings = [self._holding(one) for one in self._subjects(node, kg("holder"), kg("office"))]
        events = [self._event(one) for one in self._events(node)]
        relations = [self._relation(one) for one in self._subjects(node, kg("country"))]
        own = graph.id(node)
        known = {own, *self._owners(node), *map(graph.id, self._subjects(node, *_OWNERS))}
        known |= {end for holding in holdings for end in (holding.holder, holding.office)}
        known |= {part.node for event in events for part in event.parts} | {event.place for event in events}
        known |= {country for relation in relations for country in relation.countries}
        nodes = [one for one in map(self._node, sorted(known)) if one is not None]
        homes = {one.id: one.owner for one in nodes if one.type == "place" and one.owner}
        facts = {one.id for one in holdings} | {one.id for one in events} | {one.id for one in relations}
        found = []
        for tie in ties_of(nodes, holdings, events, relations, homes):
            if own in (tie.source, tie.target):
                other = graph.node(tie.target if tie.source == own else tie.source)
                if other is not None:
                    told = graph.links(one for one in map(graph.node, (f for f in tie.facts if f in facts)) if one)
                    found.append(Neighbour(graph.link(other), tie.type, tie.source == own, tie.reports, told[:_FACTS]))
        return _in_turn(found, self._told)

    def _told(self, link: Link) -> int:
        """How many claims name the thing."""
        node = self._graph.node(link.id)
        return sum(1 for _ in self._graph.values(node, kg("attestedBy"))) if node else 0

    def _subjects(self, node: NamedNode, *predicates: NamedNode) -> list[NamedNode]:
        store = self._graph.store
        found = (quad.subject for one in predicates for quad in itertools.islice(store.quads_for_pattern(None, one, node), _MOST))
        return list(dict.fromkeys(subject for subject in found if isinstance(subject, NamedNode)))

    def _events(self, node: NamedNode) -> list[NamedNode]:
        parts = self._subjects(node, kg("participant"))
        told = (term for part in parts for term in self._graph.values(part, kg("event")) if isinstance(term, NamedNode))
        return list(dict.fromkeys((*told, *self._subjects(node, kg("place")))))

    def _owners(self, node: NamedNode) -> Iterator[str]:
        for predicate in _OWNERS:
            yield from _ids(self._graph, self._graph.values(node, predicate))

    def _node(self, identifier: str) -> PageNode | None:
        node = self._graph.node(identifier) if identifier else None
        link = self._graph.link(node) if node else None
        if node is None or link is None or link.type not in _TYPES:
            return None
        return PageNode(id=identifier, type=_TYPES[link.type], label=link.label, owner=next(self._owners(node), ""))

    def _holding(self, one: NamedNode) -> PageHolding:
        return PageHolding(
            id=self._graph.id(one),
            holder=self._one(one, "holder"),
            office=self._one(one, "office"),
            status=self._graph.value(one, "status"),
            claims=self._claims(one),
        )

    def _event(self, one: NamedNode) -> PageEvent:
        graph = self._graph
        kind = graph.class_of(one) or "Event"
        parts = (
            PagePart(who, graph.value(part, "roleType") or "participant")
            for part in self._subjects(one, kg("event"))
            for who in _ids(graph, graph.values(part, kg("participant")))
        )
        return PageEvent(
            id=graph.id(one),
            type=kind[0].lower() + kind[1:],
            label=graph.label(one, "vi"),
            place=self._one(one, "place"),
            reports=int(graph.value(one, "reportCount") or 1),
            parts=tuple(sorted(set(parts), key=lambda part: (part.node, part.role))),
            claims=self._claims(one),
        )

    def _relation(self, one: NamedNode) -> PageRelation:
        graph = self._graph
        countries = tuple(sorted(set(_ids(graph, graph.values(one, kg("country"))))))
        return PageRelation(graph.id(one), countries, graph.value(one, "level").removeprefix(LEVEL), claims=self._claims(one))

    def _one(self, node: NamedNode, name: str) -> str:
        return next(_ids(self._graph, self._graph.values(node, kg(name))), "")

    def _claims(self, node: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(set(_ids(self._graph, self._graph.values(node, kg("attestedBy"))))))


def _ids(graph: Graph, terms: Iterable[object]) -> Iterator[str]:
    return (graph.id(term) for term in terms if isinstance(term, NamedNode))


def _in_turn(ties: Iterable[Neighbour], told: Callable[[Link], int]) -> tuple[Neighbour, ...]:
    """The most reported first, of those alike the most told-of; a few of each kind in turn: the offices somebody is always named with
    would hide whom they met.
    """
    turns: Counter[str] = Counter()
    ranked: list[tuple[int, Neighbour]] = []
    for one in sorted(ties, key=lambda one: (-one.reports, one.tie, -told(one.node), one.node.id)):
        ranked.append((turns[one.tie] // _IN_TURN, one))
        turns[one.tie] += 1
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))
