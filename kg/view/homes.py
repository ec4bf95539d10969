"""From nodes and ties to the tree the drawing follows: each country or international body with its offices, each office with its people.

A person stands at the office it is seen in most; what belongs to nobody stands with whom it has most to do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping

import msgspec

from kg.view.records import PageNode, PageTie
from kg.view.ties import STRUCTURAL

__all__ = ["Household", "households"]


class Household(msgspec.Struct, frozen=True):
    """The nodes around one centre. `children` maps a node to those that stand directly under it, the centre included."""

    centre: str
    children: Mapping[str, tuple[str, ...]]
    members: tuple[str, ...]


def households(nodes: Iterable[PageNode], ties: Iterable[PageTie]) -> tuple[tuple[Household, ...], tuple[str, ...]]:
    """The households, the largest first, and the nodes that have neither a home nor a tie."""
    known = {node.id: node for node in nodes}
    ties = tuple(ties)
    parent = {node.id: node.owner for node in known.values() if node.owner in known and node.owner != node.id}
    parent |= _offices_of_people(known, ties)
    for key, node in known.items():
        if key not in parent and node.country in known and node.country != key:
            parent[key] = node.country
    _without_circles(parent)
    parent |= _offices_of_nobody(known, parent, ties)
    centres = {_top(key, parent) for key in known}
    company = _company(ties)
    above = set(parent.values())
    for centre in sorted(centres, key=lambda c: (known[c].type == "organization", c)):
        if known[centre].type != "country" and centre not in above:
            friend = _closest(centre, company, parent, above, known)
            if friend:
                parent[centre] = friend
                above.add(friend)
    _without_circles(parent)
    by_centre: defaultdict[str, list[str]] = defaultdict(list)
    for key in known:
        by_centre[_top(key, parent)].append(key)
    loose = tuple(c for c, members in by_centre.items() if len(members) == 1 and not company.get(c) and known[c].type != "country")
    children: defaultdict[str, list[str]] = defaultdict(list)
    for child, owner in sorted(parent.items()):
        children[owner].append(child)
    alone = set(loose)
    homes = (
        Household(centre, {m: tuple(children[m]) for m in members if m in children}, tuple(members))
        for centre, members in by_centre.items()
        if centre not in alone
    )
    return tuple(sorted(homes, key=lambda h: (-len(h.members), h.centre))), loose


def _offices_of_people(known: Mapping[str, PageNode], ties: Iterable[PageTie]) -> dict[str, str]:
    """Person → the office it is seen in most, one that belongs to somebody if there is any."""
    best: dict[str, tuple[bool, int, int, str]] = {}
    for tie in ties:
        if tie.type == "holds":
            office = known[tie.target]
            rank = (office.owner not in known, -tie.reports, office.rank or 99, tie.target)
            best[tie.source] = min(best.get(tie.source, rank), rank)
    return {person: rank[-1] for person, rank in best.items()}


def _offices_of_nobody(known: Mapping[str, PageNode], parent: Mapping[str, str], ties: Iterable[PageTie]) -> dict[str, str]:
    """Office without an owner or anyone seated at it → the centre of the household of whoever holds it most."""
    seated = set(parent.values())
    holders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        if tie.type == "holds" and tie.target not in parent and tie.target not in seated:
            holders[tie.target][_top(tie.source, parent)] += tie.reports
    return {office: min(tops, key=lambda top: (-tops[top], top)) for office, tops in holders.items() if office in known}


def _company(ties: Iterable[PageTie]) -> dict[str, Counter[str]]:
    company: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        if tie.type not in STRUCTURAL and tie.type != "holds":
            company[tie.source][tie.target] += tie.reports
            company[tie.target][tie.source] += tie.reports
    return dict(company)


def _closest(
    node: str, company: Mapping[str, Counter[str]], parent: Mapping[str, str], above: Container[str], known: Mapping[str, PageNode]
) -> str:
    """The centre of the household `node` has most reports with; empty where it has none with a household (`above`: who has somebody)."""
    weights: Counter[str] = Counter()
    for friend, reports in company.get(node, {}).items():
        top = _top(friend, parent)
        if top != node and (known[top].type == "country" or top in above):
            weights[top] += reports
    return min(weights, key=lambda top: (-weights[top], top), default="")


def _top(node: str, parent: Mapping[str, str]) -> str:
    while node in parent:
        node = parent[node]
    return node


def _without_circles(parent: dict[str, str]) -> None:
    """Cut whatever leads back to itself (two bodies that are said to be part of one another)."""
    for start in sorted(parent):
        seen, node = {start}, start
        while node in parent:
            if parent[node] in seen:
                del parent[node]
                break
            node = parent[node]
            seen.add(node)
