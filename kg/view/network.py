"""From the page's graph and its layout to a pyvis `Network`: the model behind the page, drawn by the page's own script.

Identifiers of nodes are whole numbers, so that nothing from outside becomes a key of the drawing; `key` holds the slug.
"""

from __future__ import annotations

import json
import math
from collections import Counter

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.view.layout import Layout
from kg.view.looks import NODE_LOOKS, TIE_LOOKS
from kg.view.records import PageGraph
from kg.view.ties import STRUCTURAL

__all__ = ["fact_numbers", "network"]


def network(graph: PageGraph, layout: Layout) -> Network:
    """A pyvis network with all nodes and ties of `graph` at the places of `layout`, physics off."""
    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    net.set_options(json.dumps({"physics": {"enabled": False}}))
    number = {node.id: n for n, node in enumerate(graph.nodes)}
    facts = fact_numbers(graph)
    weight: Counter[str] = Counter()
    for tie in graph.ties:
        if tie.type not in STRUCTURAL:
            weight[tie.source] += max(1, tie.reports)
            weight[tie.target] += max(1, tie.reports)
    for node in graph.nodes:
        look = NODE_LOOKS[node.type]
        x, y = layout.positions[node.id]
        drawn = Node(  # add_node looks through all that are there already
            number[node.id],
            look.shape,
            node.label,
            color=look.light,
            size=round(look.size + (0 if node.type == "office" else 1.5 * math.log2(1 + weight[node.id] / 2)), 1),
            x=x,
            y=y,
            key=node.id,
            type=node.type,
            weight=weight[node.id],
        )
        net.nodes.append(drawn.options)
        net.node_ids.append(number[node.id])
        net.node_map[number[node.id]] = drawn.options
    for n, tie in enumerate(graph.ties):  # add_edge looks through all nodes and merges parallel ties
        look = TIE_LOOKS[tie.type]
        line = Edge(
            number[tie.source],
            number[tie.target],
            True,
            id=n,
            type=tie.type,
            color=look.light,
            dashes=look.dashes or False,
            width=round(1 + math.log2(1 + tie.reports) * 0.7, 1) if tie.type not in STRUCTURAL else 1,
            reports=tie.reports,
            facts=[facts[fact] for fact in tie.facts],
        )
        net.edges.append(line.options)
    return net


def fact_numbers(graph: PageGraph) -> dict[str, int]:
    """The number by which the page calls a holding, event or relation."""
    return {fact.id: n for n, fact in enumerate(graph.facts)}
