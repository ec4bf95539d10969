"""What the first page shows: the numbers of the graph, and what the news tells of most, as places to begin."""

from __future__ import annotations

import msgspec

from kg.serve.graph import Graph
from kg.serve.records import EventLine, Ranked
from kg.serve.resource import event_line
from kg.serve.search import Index

__all__ = ["Home", "home"]

_OF_A_KIND = 6
_KINDS = ("Person", "Country", "Organization", "Office")
_NEWEST = """
SELECT DISTINCT ?event ?begin WHERE {
  VALUES ?kind { kg:Meeting kg:PhoneCall kg:Visit kg:Signing kg:RelationChange kg:Appointment kg:Departure }
  ?event a ?kind ; kg:begin ?begin ; kg:modality "happened" ; kg:reportCount ?reports . ?event kg:attestedBy/kg:inArticle/kg:datePublished ?day .
  FILTER(?begin <= ?day)
} ORDER BY DESC(?begin) DESC(?reports) ?event LIMIT 10"""


class Home(msgspec.Struct, frozen=True):
    """`most` are the most told-of resources by class, `newest` the newest events that happened."""

    counts: dict[str, int]
    most: tuple[tuple[str, tuple[Ranked, ...]], ...]
    newest: tuple[EventLine, ...]


def home(graph: Graph, index: Index, counts: dict[str, int]) -> Home:
    """The first page of the build."""
    most = tuple((kind, index.told(kind, _OF_A_KIND)) for kind in _KINDS)
    return Home(counts, most, tuple(event_line(graph, event) for event, _ in graph.select(_NEWEST)))
