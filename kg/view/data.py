"""From the page's graph to the JSON the page reads: names become numbers, so that the page stays small enough for a mail.

Nodes count from 0 in the order of the graph, those that are named but not drawn follow; facts, claims, sentences and articles likewise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from kg.view.flags import flag
from kg.view.layout import Layout
from kg.view.looks import TIE_LOOKS
from kg.view.network import fact_numbers
from kg.view.records import TIERS, Fact, PageClaim, PageGraph, PageHolding, PageNode, PageRelation

__all__ = ["page_data"]

Json = dict[str, Any]
_Count = Callable[[str], int]


def page_data(graph: PageGraph, layout: Layout) -> Json:
    """All that is not in the pyvis model: details of the nodes, facts, contradictions, evidence, the ground under the drawing."""
    nodes = {node.id: n for n, node in enumerate((*graph.nodes, *graph.others))}
    claims = {claim.id: n for n, claim in enumerate(graph.claims)}
    facts = fact_numbers(graph)
    articles = {article.id: n for n, article in enumerate(graph.articles)}
    rules = {rule: n for n, rule in enumerate(sorted({claim.rule for claim in graph.claims}))}

    def of_claims(record: Any) -> list[int]:
        return [claims[claim] for claim in record.claims if claim in claims]

    def count(node: str) -> int:
        return nodes.get(node, -1)

    details = [_node(node, nodes, of_claims(node)) for node in (*graph.nodes, *graph.others)]
    told = [_fact(fact, count, facts) | _if_any("claims", of_claims(fact)) for fact in graph.facts]
    return {
        "nodes": details,
        "drawn": len(graph.nodes),
        "whole": graph.whole,
        "facts": told,
        "contradictions": [
            {"id": c.id, "about": count(c.about), "fact": facts.get(c.about, -1), "message": c.message, "kind": c.kind, "days": c.days}
            | {"claims": of_claims(c)}
            for c in graph.contradictions
        ],
        "kinds": [_plain(kind) for kind in graph.kinds],
        "levels": [_plain(level) for level in graph.levels],
        "dashes": {name: look.dashes for name, look in TIE_LOOKS.items()},
        "limits": _numbered(_plain(graph.limits), ("focus", "country"), nodes),
        "flags": {node.iso: _shapes(node.iso) for node in (*graph.nodes, *graph.others) if flag(node.iso)},
        "rules": list(rules),
        "tiers": list(TIERS),
        "sentences": [
            [articles[s.article], s.start, s.end, *([s.text] if s.text else [])] for s in graph.sentences
        ],
        "claims": [_claim(claim, rules) for claim in graph.claims],
        "articles": [
            _plain(a) | _if_any("marks", [[start, end, nodes[node]] for start, end, node in a.marks]) for a in graph.articles
        ],
        "discs": [[nodes[disc.node], disc.x, disc.y, disc.radius] for disc in layout.discs],
    }


def _shapes(iso: str) -> list[Any]:
    return [[colour, [round(number, 3) for number in numbers]] for colour, numbers in flag(iso)]


def _if_any(field: str, values: list[Any]) -> Json:
    return {field: values} if values else {}


def _plain(record: msgspec.Struct) -> Json:
    """A record as a dict without its empty fields."""
    result: Json = msgspec.to_builtins(record)
    return result


def _node(node: PageNode, nodes: Mapping[str, int], claims: list[int]) -> Json:
    plain = _plain(msgspec.structs.replace(node, claims=())) | _if_any("claims", claims)
    return _numbered(plain, ("country", "owner"), nodes)


def _numbered(plain: Json, fields: tuple[str, ...], nodes: Mapping[str, int]) -> Json:
    """`plain` with the nodes in `fields` by number, −1 for one that is not on the page."""
    return plain | {field: nodes.get(plain[field], -1) for field in fields if field in plain}


def _fact(fact: Fact, count: _Count, facts: Mapping[str, int]) -> Json:
    plain = _plain(msgspec.structs.replace(fact, claims=()))
    if isinstance(fact, PageHolding):
        return plain | {"is": "holding", "holder": count(fact.holder), "office": count(fact.office)}
    if isinstance(fact, PageRelation):
        return plain | {"is": "relation", "countries": [count(country) for country in fact.countries]}
    if fact.date in (fact.begin, f"{fact.begin}/{fact.end}"):
        plain.pop("date", None)
    if fact.end == fact.begin:
        plain.pop("end", None)
    parts = [_part(count(p.node), p.role, facts.get(p.acting_as, -1), p.by_title) for p in fact.parts if count(p.node) >= 0]
    place = {"at": count(fact.place)} if count(fact.place) >= 0 else {}
    return plain | {"is": "event", "parts": parts} | place


def _part(node: int, role: str, acting: int, by_title: bool) -> list[Any]:
    """Who, in which part, by which holding, by title alone; the commonest part and an unknown holding are left out."""
    if by_title:
        return [node, role, acting, 1]
    return [node, role, acting] if acting >= 0 else [node] if role == "participant" else [node, role]


def _claim(claim: PageClaim, rules: Mapping[str, int]) -> list[float]:
    return [claim.sentence, claim.start, claim.end, rules[claim.rule], TIERS.index(claim.tier), claim.confidence]
