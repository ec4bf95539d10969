"""People × events: who took part in what, as a table and as a graph of two kinds of nodes."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from kg.analysis.asking import Build, ask, within

__all__ = ["participation", "people_by_events", "people_events_network"]

_PARTICIPATION = """
SELECT DISTINCT ?event ?label ?kind ?begin ?end ?date ?modality ?reports ?person ?name ?role ?acting WHERE {
  ?part kg:event ?event ; kg:participant ?person ; kg:roleType ?role .
  ?person a kg:Person ; rdfs:label ?name . FILTER(LANG(?name) = "vi")
  ?event a ?class ; rdfs:label ?label ; kg:modality ?modality ; kg:reportCount ?reports .
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
  OPTIONAL { ?event kg:date ?date }
  OPTIONAL { ?event kg:begin ?begin ; kg:end ?end }
  OPTIONAL { ?part kg:actingAs/kg:office/rdfs:label ?acting . FILTER(LANG(?acting) = "vi") }
} ORDER BY ?begin ?event ?person"""


def participation(build: Build, since: str | None = None, until: str | None = None) -> pd.DataFrame:
    """One row for each person in each event: `event`, `label`, `kind`, `begin`, `end` (days, both included), `date` (EDTF), `modality`,
    `reports`, `person`, `name`, `role`, `acting` (the office held that day, where the articles show it).

    Where it misleads: planned and cancelled events are in it (see `modality`); countries and bodies that take part without a named
    person are not.
    """
    return within(ask(build, _PARTICIPATION, ("begin", "end")), since, until).reset_index(drop=True)


def people_by_events(build: Build, since: str | None = None, until: str | None = None) -> pd.DataFrame:
    """A table of 0 and 1: a row for each person (identifier), a column for each event that happened (identifier), in order of their days.

    Multiplied with its transpose it gives how often two people were in one event, of whatever kind: co-occurrence, not contact.
    """
    rows = participation(build, since, until)
    rows = rows[rows["modality"] == "happened"]
    order = list(dict.fromkeys(rows["event"]))
    return pd.crosstab(rows["person"], rows["event"]).clip(upper=1).reindex(columns=order)


def people_events_network(build: Build, since: str | None = None, until: str | None = None) -> nx.Graph[str]:
    """The same as a bipartite graph: people (`bipartite=0`) joined to the events (`bipartite=1`) they took part in, with their `role`.

    It keeps what the network of meetings loses: ten people in one room are ten edges to one event here, not 45 between pairs.
    """
    network: nx.Graph[str] = nx.Graph()
    rows = participation(build, since, until)
    for row in rows[rows["modality"] == "happened"].itertuples():
        network.add_node(row.person, bipartite=0, name=row.name)
        network.add_node(row.event, bipartite=1, name=row.label, kind=row.kind)
        network.add_edge(row.person, row.event, role=row.role)
    return network
