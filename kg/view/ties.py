"""From facts to the lines of the drawing: holdings, events and relations become ties, one for each pair and type.

Which events tie whom is a table: an event's participants by their parts, either each with each or from some to others.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kg.view.records import PageEvent, PageHolding, PageNode, PageRelation, PageTie, TieType

__all__ = ["STRUCTURAL", "ties_of"]

STRUCTURAL: frozenset[TieType] = frozenset({"of", "in"})
"""Ties that say where an office or a body belongs; they rest on no event."""


class _Rule(msgspec.Struct, frozen=True):
    """Participants in a part of `sources` are tied to those in a part of `targets`; without targets each with each."""

    tie: TieType
    sources: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()


_GOALS = frozenset({"destination"})
_HOSTS = frozenset({"host"})
_INVITED = frozenset({"invitee", "guest", "recipient", "patient", "participant"})
_AGENTS = frozenset({"agent", "speaker", "host", "inviter", "appointer"})
_RULES: Mapping[str, _Rule] = {
    "meeting": _Rule("met"),
    "phoneCall": _Rule("phoned"),
    "visit": _Rule("visited", targets=_GOALS),
    "signing": _Rule("signed"),
    "relationChange": _Rule("relation"),
    "invitation": _Rule("invited", _AGENTS, _INVITED),
    "attendance": _Rule("attended", targets=frozenset({"destination", "event", "host", "organization", "place"})),
    "appointment": _Rule("appointed", _AGENTS, frozenset({"appointee", "patient", "participant"})),
}
_NOT_A_PARTY = frozenset({"place", "destination"})
_MOST_PAIRED = 8
"""A gathering of more than this many is tied to its first participant only: its pairs would drown everything else."""


def ties_of(
    nodes: Iterable[PageNode],
    holdings: Iterable[PageHolding],
    events: Iterable[PageEvent],
    relations: Iterable[PageRelation],
    country_of: Mapping[str, str],
) -> tuple[PageTie, ...]:
    """All ties between `nodes`, in a fixed order; facts with an end that is not among the nodes make none.

    A visit to a city that is not among the nodes is one to its country (`country_of`: node → country). A change of
    relations that a `PageRelation` already tells, from the same claims, is not counted a second time. A term that no article
    tells makes no tie.
    """
    known = {node.id: node for node in nodes}
    relations = tuple(relations)
    told = {claim for relation in relations for claim in relation.claims}
    bundles: defaultdict[tuple[str, str, TieType], dict[str, int]] = defaultdict(dict)

    def add(source: str, target: str, tie: TieType, fact: str, reports: int) -> None:
        if target not in known:
            target = country_of.get(target, "")
        if source in known and target in known and source != target:
            bundles[source, target, tie][fact] = reports

    for holding in holdings:
        if holding.source:
            continue
        add(holding.holder, holding.office, "holds", holding.id, max(1, len(holding.claims)))
    for event in events:
        if event.type == "relationChange" and event.claims and told.issuperset(event.claims):
            continue
        for source, target, tie in _of_event(event, known):
            add(source, target, tie, event.id, event.reports)
    for relation in relations:
        for one, other in itertools.combinations(relation.countries, 2):
            add(one, other, "relation", relation.id, max(1, len(relation.claims)))
    structural = (
        PageTie(node.id, node.owner, "of" if node.type == "office" else "in")
        for node in known.values()
        if node.owner in known and node.owner != node.id
    )
    bundled = (
        PageTie(source, target, tie, tuple(sorted(facts)), sum(facts.values()))
        for (source, target, tie), facts in bundles.items()
    )
    return tuple(sorted((*structural, *bundled), key=lambda t: (t.type, t.source, t.target)))


def _of_event(event: PageEvent, known: Mapping[str, PageNode]) -> Iterator[tuple[str, str, TieType]]:
    if event.place in known and known[event.place].type == "place":
        yield from ((part.node, event.place, "at") for part in event.parts if part.role not in _NOT_A_PARTY)
    rule = _RULES.get(event.type)
    if rule is None:
        return
    if rule.targets:
        targets = {part.node for part in event.parts if part.role in rule.targets}
        sources = {
            part.node
            for part in event.parts
            if (part.role in rule.sources if rule.sources else part.role not in rule.targets | _HOSTS | _NOT_A_PARTY)
        }
        for source, target in itertools.product(sorted(sources - targets), sorted(targets)):
            yield source, target, rule.tie
        return
    parties = sorted({p.node for p in event.parts if p.role not in _NOT_A_PARTY and p.node in known and known[p.node].type != "place"})
    if len(parties) > _MOST_PAIRED:
        first = next((part.node for part in event.parts if part.role in _AGENTS and part.node in parties), parties[0])
        yield from ((min(first, other), max(first, other), rule.tie) for other in parties if other != first)
    else:
        yield from ((one, other, rule.tie) for one, other in itertools.combinations(parties, 2))
