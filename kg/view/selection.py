"""From all conclusions to the part a page shows: by type, day, country, tier, around one node, the most connected first."""

from __future__ import annotations

import datetime
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
import networkx as nx

from kg.errors import ConfigurationError
from kg.view.conclusions import Conclusions
from kg.view.records import NodeType, PageEvent, PageHolding, PageLimits, PageNode, PageRelation, PageTie
from kg.view.ties import STRUCTURAL, ties_of

__all__ = ["DEFAULT_TYPES", "Choice", "Selected", "find_node", "select"]

DEFAULT_TYPES: tuple[NodeType, ...] = ("person", "country", "organization", "office")
_NAMED_AT_MOST = 8


class Choice(msgspec.Struct, frozen=True):
    """Which part of the graph is wanted. `top` nodes at most; days are ISO 8601 and inclusive on both ends.

    `focus` is an IRI, an identifier or a name; `depth` how many ties away from it a node may stand. `country` is an ISO
    3166-1 code or a name. `only` keeps the nodes of these identifiers alone (the answer of a query), and whoever
    takes part in the events among them.
    """

    focus: str = ""
    depth: int = 2
    top: int = 500
    begin: str = ""
    end: str = ""
    country: str = ""
    types: tuple[NodeType, ...] = DEFAULT_TYPES
    only: frozenset[str] | None = None


class Selected(msgspec.Struct, frozen=True):
    """What was chosen; facts are those with at least one of their nodes on the page. `whole` counts all nodes of the wanted types.

    `aside` are nodes that no fact ties to another, the most named first; empty where the choice is a narrow one.
    """

    nodes: tuple[PageNode, ...]
    ties: tuple[PageTie, ...]
    holdings: tuple[PageHolding, ...]
    events: tuple[PageEvent, ...]
    relations: tuple[PageRelation, ...]
    aside: tuple[PageNode, ...]
    limits: PageLimits
    whole: int


def select(found: Conclusions, choice: Choice, certain: frozenset[str] | None = None) -> Selected:
    """The part of `found` that `choice` describes; `certain` are the facts of a sufficient tier, None for all.

    Raises `ConfigurationError` where the focus or the country is not in the graph, is ambiguous, or a day is none.
    """
    begin, end = _day(choice.begin, "--from"), _day(choice.end, "--until")
    holdings = [h for h in found.holdings if _kept(h.id, certain) and _within(_holding_days(h), begin, end)]
    events = [e for e in found.events if _kept(e.id, certain) and _within((e.begin, e.end), begin, end)]
    relations = [r for r in found.relations if _kept(r.id, certain) and _within((r.begin, r.begin), begin, end)]
    every = {node.id: node for node in found.nodes}
    homes = _homes(every, holdings)
    nodes = [node for node in every.values() if node.type in choice.types]
    if choice.only is not None:
        named = [event for event in events if event.id in choice.only]
        company = {part.node for event in named for part in event.parts}
        nodes = [node for node in nodes if node.id in choice.only | company]
        events = named or events
    country = ""
    if choice.country:
        country = find_node((n for n in found.nodes if n.type == "country"), choice.country, "--country").id
        nodes = _of_country(nodes, country, homes, events, relations)
    ties = ties_of(nodes, holdings, events, relations, homes)
    focus = find_node(nodes, choice.focus, "--focus").id if choice.focus else ""
    if focus:
        nodes = _around(nodes, ties, focus, choice.depth)
    narrowed = bool(begin or end or certain is not None or choice.focus or choice.country)
    aside: list[PageNode] = []
    if choice.only is None:
        said = _with_facts(nodes, ties, every, homes)
        if said or narrowed:
            drawn = {node.id for node in said}
            aside = [] if narrowed else [node for node in nodes if node.id not in drawn]
            nodes = said
    nodes = _most_connected(nodes, ties, choice.top, focus)
    ties = ties_of(nodes, holdings, events, relations, homes)
    chosen = {node.id for node in nodes}
    return Selected(
        nodes=tuple(msgspec.structs.replace(n, country=homes.get(n.id, "")) if n.type == "person" else n for n in nodes),
        ties=ties,
        holdings=tuple(h for h in holdings if {h.holder, h.office} & chosen),
        events=tuple(e for e in events if any(part.node in chosen for part in e.parts)),
        relations=tuple(r for r in relations if chosen.intersection(r.countries)),
        aside=tuple(sorted(aside, key=lambda node: (-len(node.claims), node.id))[: choice.top]),
        limits=PageLimits(focus, choice.depth if focus else 0, country, begin, end, query=choice.only is not None),
        whole=sum(node.type in choice.types for node in found.nodes),
    )


def find_node(nodes: Iterable[PageNode], wanted: str, option: str) -> PageNode:
    """The one node that `wanted` names: an identifier, an IRI, an ISO code, a label or an alias (with or without diacritics)."""
    nodes = list(nodes)
    key = _key(wanted)
    ways: tuple[Callable[[PageNode], bool], ...] = (
        lambda n: n.id == wanted or wanted.endswith("/" + n.id),
        lambda n: bool(n.iso) and n.iso.casefold() == wanted.casefold(),
        lambda n: n.label == unicodedata.normalize("NFC", wanted),
        lambda n: key in {_key(name) for name in (n.label, n.en, *n.aliases)},
        lambda n: key in _key(n.label),
    )
    for same in ways:
        matches = [node for node in nodes if same(node)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            listed = ", ".join(f"{node.label} ({node.id})" for node in matches[:_NAMED_AT_MOST])
            raise ConfigurationError(f"{option} {wanted!r} names {len(matches)} things: {listed}; give one of these identifiers")
    raise ConfigurationError(f"{option} {wanted!r}: nothing in the chosen part of the graph is called so; try another name")


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _day(text: str, option: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise ConfigurationError(f"{option} {text!r} is no day; write it as 2024-03-07") from None


def _kept(fact: str, certain: frozenset[str] | None) -> bool:
    return certain is None or fact in certain


def _holding_days(holding: PageHolding) -> tuple[str, str]:
    days = sorted(filter(None, (holding.begin, *holding.attested)))
    return (days[0], holding.end or days[-1]) if days else ("", holding.end)


def _within(days: tuple[str, str], begin: str, end: str) -> bool:
    """Whether something from one day to another touches the window; what has no day is in no window."""
    if not begin and not end:
        return True
    first, last = days
    return bool(first or last) and (not end or (first or last) <= end) and (not begin or (last or first) >= begin)


def _homes(nodes: dict[str, PageNode], holdings: Iterable[PageHolding]) -> dict[str, str]:
    """Node → its country; a person's is the one whose offices it is seen in most."""
    homes = {node.id: node.country for node in nodes.values() if node.country}
    seen: dict[str, Counter[str]] = {}
    for holding in holdings:
        if country := homes.get(holding.office):
            seen.setdefault(holding.holder, Counter())[country] += max(1, len(holding.claims))
    homes.update({person: min(c, key=lambda country: (-c[country], country)) for person, c in seen.items()})
    return homes


def _of_country(
    nodes: list[PageNode], country: str, homes: dict[str, str], events: Iterable[PageEvent], relations: Iterable[PageRelation]
) -> list[PageNode]:
    """What belongs to the country, and whoever shares an event or a relation with what does."""
    inside = {node.id for node in nodes if homes.get(node.id) == country} | {country}
    company = {p.node for event in events if any(part.node in inside for part in event.parts) for p in event.parts}
    company |= {one for relation in relations if country in relation.countries for one in relation.countries}
    company |= {homes[one] for one in company if one in homes}
    return [node for node in nodes if node.id in inside | company]


def _around(nodes: list[PageNode], ties: Iterable[PageTie], focus: str, depth: int) -> list[PageNode]:
    graph = nx.Graph([(tie.source, tie.target) for tie in ties])
    graph.add_node(focus)
    near = nx.single_source_shortest_path_length(graph, focus, cutoff=depth)
    return [node for node in nodes if node.id in near]


def _with_facts(nodes: list[PageNode], ties: Iterable[PageTie], every: dict[str, PageNode], homes: dict[str, str]) -> list[PageNode]:
    """Nodes that a fact ties to another, and the owners and countries they belong to.

    What is merely named in the articles would fill the drawing and say nothing in it; search, tables and articles still have it.
    """
    tied = {end for tie in ties if tie.type not in STRUCTURAL for end in (tie.source, tie.target)}
    kept = set(tied)
    for node in tied:
        kept.add(homes.get(node, ""))
        while (node := every[node].owner) in every and node not in kept:
            kept.add(node)
    return [node for node in nodes if node.id in kept]


def _most_connected(nodes: list[PageNode], ties: Iterable[PageTie], top: int, focus: str) -> list[PageNode]:
    """The `top` nodes with the most ties, weighed by reports; an owner comes with what it owns, so that no office hangs loose."""
    if len(nodes) <= top:
        return nodes
    weight: Counter[str] = Counter({focus: 10**9} if focus else {})
    for tie in ties:
        reports = 0 if tie.type in STRUCTURAL else min(tie.reports, 5) + 1
        weight[tie.source] += reports
        weight[tie.target] += reports + 1
    ranked = sorted(nodes, key=lambda node: (-weight[node.id], node.id))
    by_id = {node.id: node for node in nodes}
    chosen: dict[str, PageNode] = {}
    for node in ranked:
        group = [node]
        while (owner := by_id.get(group[-1].owner)) and owner not in group:
            group.append(owner)
        new = [member for member in group if member.id not in chosen]
        if len(chosen) + len(new) <= top:
            chosen.update((member.id, member) for member in new)
    return [node for node in nodes if node.id in chosen]
