"""The network of a build for Gephi and other programs: people, offices, countries, bodies, places, documents, and every fact between two of them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from kg.loading import Build

__all__ = ["gexf", "graphml"]

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""
_NAMES = {"type": "kind"}
"""GEXF has a `type` of its own: whether an edge is directed."""


def gexf(build: Build) -> bytes:
    """GEXF 1.2, as Gephi opens it; edges are parallel, one a fact, with `kind` and what is known of the fact as attributes."""
    out = io.BytesIO()
    nx.write_gexf(_plain(build), out, version="1.2draft")
    return _without_date_of_writing(out.getvalue())


def graphml(build: Build) -> bytes:
    """GraphML, as yEd, Gephi, igraph and networkx open it."""
    out = io.BytesIO()
    nx.write_graphml(_plain(build), out, named_key_ids=True)
    return out.getvalue()


def _plain(build: Build) -> nx.MultiDiGraph[str]:
    """The network with texts and numbers alone; what is not known is left out, since neither format has a word for it."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in sorted(build.network.nodes(data=True)):
        network.add_node(node, **_attributes(data))
    for number, (one, other, fact, data) in enumerate(sorted(build.network.edges(keys=True, data=True), key=lambda edge: edge[:3])):
        if one in network and other in network:
            network.add_edge(one, other, key=number, fact=fact, label=_xml(str(data["type"])), **_attributes(data))
    return network


def _attributes(data: dict[str, Any]) -> dict[str, str | int]:
    plain: dict[str, str | int] = {}
    for name, value in data.items():
        written = _NAMES.get(name, name)
        if isinstance(value, int):
            plain[written] = value
        elif value is not None and value == value and str(value) != "NaT":
            plain[written] = _xml(str(value))
    return plain


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _without_date_of_writing(document: bytes) -> bytes:
    """networkx notes the day of writing; the same build shall give the same bytes."""
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", document)
