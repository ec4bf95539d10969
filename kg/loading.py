"""`kg.load("build")`: a build in Python, as an rdflib Dataset, a networkx graph and pandas frames, each made when it is asked for.

All of them are read from the Oxigraph store; nothing is written.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.graph import open_store
from kg.graph.namespaces import PREFIXES

if TYPE_CHECKING:
    import networkx
    import pandas
    from rdflib import Dataset

__all__ = ["Build", "load"]

_PEOPLE = """
SELECT ?id ?name (GROUP_CONCAT(DISTINCT ?other; SEPARATOR=" | ") AS ?aliases) (COUNT(DISTINCT ?article) AS ?articles) WHERE {
  ?id a kg:Person ; rdfs:label ?name ; kg:attestedBy/kg:inArticle ?article . OPTIONAL { ?id skos:altLabel ?other }
} GROUP BY ?id ?name ORDER BY ?id"""
_HOLDINGS = """
SELECT ?id ?person ?name ?office ?title ?country ?organization ?status ?scope ?first ?last ?days
       ?valid_from ?from_precision ?valid_until ?until_precision WHERE {
  { SELECT ?id (MIN(?day) AS ?first) (MAX(?day) AS ?last) (COUNT(DISTINCT ?day) AS ?days) WHERE {
      ?id a kg:OfficeHolding . OPTIONAL { ?id kg:attestedOn ?day } } GROUP BY ?id }
  ?id kg:holder ?person ; kg:office ?office ; kg:status ?status .
  ?person rdfs:label ?name . ?office rdfs:label ?title .
  OPTIONAL { ?office kg:ofCountry ?country } OPTIONAL { ?office kg:ofOrganization ?organization } OPTIONAL { ?id kg:scope ?scope }
  OPTIONAL { ?id kg:validFrom ?valid_from ; kg:validFromPrecision ?from_precision }
  OPTIONAL { ?id kg:validUntil ?valid_until ; kg:validUntilPrecision ?until_precision }
} ORDER BY ?id"""
_EVENTS = """
SELECT ?id ?type ?label ?date ?begin ?end ?place ?modality ?level ?reports ?participants WHERE {
  { SELECT ?id (GROUP_CONCAT(?who; SEPARATOR=" | ") AS ?participants) WHERE {
      SELECT ?id ?who WHERE {
        ?part kg:event ?id ; kg:participant ?one . ?one rdfs:label ?who . FILTER(LANG(?who) = "vi") } ORDER BY ?id ?who }
    GROUP BY ?id }
  ?id a ?class ; rdfs:label ?label ; kg:modality ?modality ; kg:reportCount ?reports .
  BIND(STRAFTER(STR(?class), "#") AS ?type)
  OPTIONAL { ?id kg:date ?date } OPTIONAL { ?id kg:begin ?begin } OPTIONAL { ?id kg:end ?end } OPTIONAL { ?id kg:level ?level }
  OPTIONAL { ?id kg:place/rdfs:label ?named . FILTER(LANG(?named) = "vi") }
  OPTIONAL { ?id kg:placeName ?told } BIND(COALESCE(?named, ?told) AS ?place)
} ORDER BY ?id"""
_NODES = """
SELECT ?id ?type ?label WHERE {
  VALUES ?class { kg:Person kg:Country kg:Organization kg:Place kg:Agreement kg:Office }
  ?id a ?class ; rdfs:label ?label . FILTER(LANG(?label) = "vi") BIND(STRAFTER(STR(?class), "#") AS ?type)
} ORDER BY ?id"""
_OWNERS = """
SELECT ?one ?other ?type WHERE {
  VALUES (?property ?type) { (kg:ofCountry "of") (kg:ofOrganization "of") (kg:ofPlace "of") (kg:inCountry "in") }
  ?one ?property ?other
} ORDER BY ?one ?other ?type"""
_PARTS = "SELECT ?event ?who ?role WHERE { ?part kg:event ?event ; kg:participant ?who ; kg:roleType ?role } ORDER BY ?event ?who ?role"
_RELATIONS = """
SELECT ?id ?one ?other ?level ?since WHERE {
  ?id a kg:BilateralRelation ; kg:country ?one, ?other ; kg:level ?told . FILTER(STR(?one) < STR(?other))
  OPTIONAL { ?told skos:prefLabel ?named . FILTER(LANG(?named) = "vi") } BIND(COALESCE(?named, ?told) AS ?level)
  OPTIONAL { ?id kg:validFrom ?since }
} ORDER BY ?id"""
_DAYS = ("first", "last", "valid_from", "valid_until", "begin", "end")
_COUNTS = ("articles", "days", "reports")


def load(folder: str | Path = "build") -> Build:
    """Open the build in `folder` for reading. Raises `StoreError` where there is none."""
    return Build(Path(folder))


class Build:
    """A finished build. Identifiers in frames and in the network are those of the graph without its base: `person/to-lam`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store: Store = open_store(folder)

    def __repr__(self) -> str:
        return f"kg.load({str(self.folder)!r})"

    @functools.cached_property
    def base(self) -> str:
        """The IRI under which the data stand."""
        graphs = [graph.value for graph in self.store.named_graphs() if isinstance(graph, NamedNode)]
        merged = [graph for graph in graphs if graph.endswith("graph/merged")]
        return min(merged, key=len).removesuffix("graph/merged") if merged else ""

    @functools.cached_property
    def dataset(self) -> Dataset:
        """An rdflib Dataset on the store, read-only; its default graph is the union of all graphs, its prefixes are bound."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        dataset = Dataset(store=OxigraphStore(store=self.store), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.namespace_manager.bind(prefix, namespace, replace=True)
        return dataset

    @functools.cached_property
    def people(self) -> pandas.DataFrame:
        """One row a person: `name`, `aliases` (joined by ` | `), `articles` that name them; by id."""
        return self._frame(_PEOPLE)

    @functools.cached_property
    def holdings(self) -> pandas.DataFrame:
        """One row a person in an office: who, which office, whose, its status, first and last day that show it, bounds where known.

        Of a bound told as a month or a year its first day, with the precision beside it (`from_precision`, `until_precision`).
        """
        return self._frame(_HOLDINGS)

    @functools.cached_property
    def events(self) -> pandas.DataFrame:
        """One row an event, the earliest first, undated ones last: `date` as EDTF, `begin` and `end` as days (both inclusive),
        `reports`, `participants` (joined by ` | `).
        """
        return self._frame(_EVENTS).sort_values("begin", kind="stable", na_position="last")

    @functools.cached_property
    def network(self) -> networkx.MultiDiGraph:
        """People, countries, bodies, places, documents and offices, with every fact between two of them as an edge.

        Nodes have `type` and `label`. Edges have `type` (`holds`, `of`, `in`, `relation`, or an event's class) and what is known of
        the fact: `status`, `date`, `begin`, `modality`, `reports`, `level`; the key is the fact's id. Of an event's participants each
        two are joined: a guest to the destination, people in the order of their ids.
        """
        import networkx

        graph = networkx.MultiDiGraph()
        for name, kind, label in self._rows(_NODES):
            graph.add_node(name, type=kind, label=label)
        for one, other, kind in self._rows(_OWNERS):
            graph.add_edge(one, other, key=f"{kind} {one} {other}", type=kind)
        for row in self.holdings.itertuples():
            graph.add_edge(row.person, row.office, key=row.Index, type="holds", status=row.status)
        for name, one, other, level, since in self._rows(_RELATIONS):
            graph.add_edge(one, other, key=name, type="relation", level=level, begin=since)
        self._add_events(graph)
        return graph

    def _add_events(self, graph: networkx.MultiDiGraph) -> None:
        parts: dict[str, list[tuple[str, str]]] = {}
        for event, who, role in self._rows(_PARTS):
            parts.setdefault(event, []).append((who, role))
        for row in self.events.itertuples():
            event = str(row.Index)
            goals = [who for who, role in parts.get(event, ()) if role == "destination"]
            actors = [who for who, role in parts.get(event, ()) if role != "destination"]
            pairs = [(actor, goal) for actor in actors for goal in goals] or [
                (one, other) for number, one in enumerate(actors) for other in actors[number + 1 :]
            ]
            for one, other in pairs:
                graph.add_edge(one, other, key=event, type=row.type, date=row.date, modality=row.modality, reports=row.reports)

    def _frame(self, query: str) -> pandas.DataFrame:
        import pandas

        solutions = self._solutions(query)
        names = [variable.value for variable in solutions.variables]
        frame = pandas.DataFrame([[self._plain(value) for value in solution] for solution in solutions], columns=names)
        for name in names:
            if name in _DAYS:
                frame[name] = pandas.to_datetime(frame[name], errors="coerce")
            elif name in _COUNTS:
                frame[name] = frame[name].astype(int)
        return frame.set_index("id")

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        for solution in self._solutions(query):
            yield tuple(self._plain(value) for value in solution)

    def _solutions(self, query: str) -> QuerySolutions:
        solutions = self.store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(solutions, QuerySolutions)
        return solutions

    def _plain(self, value: object) -> str | None:
        if isinstance(value, NamedNode):
            return value.value.removeprefix(self.base)
        return value.value if isinstance(value, Literal) else None
