"""Who met whom as a weighted graph of people, and what the usual measures of such a graph say, and do not say, about power."""

from __future__ import annotations

import itertools

import networkx as nx
import pandas as pd

from kg.analysis.asking import Build, ask, within
from kg.analysis.homes import homes

__all__ = ["bridges_between_groups", "communities", "measures", "meeting_network", "networks_by_year"]

_MEETINGS = """
SELECT DISTINCT ?event ?label ?person ?name ?begin ?end WHERE {
  VALUES ?class { kg:Meeting kg:PhoneCall }
  ?event a ?class ; kg:modality "happened" ; rdfs:label ?label .
  ?part kg:event ?event ; kg:participant ?person .
  ?person a kg:Person ; rdfs:label ?name . FILTER(LANG(?name) = "vi")
  OPTIONAL { ?event kg:begin ?begin ; kg:end ?end }
} ORDER BY ?begin ?event ?person"""


def meeting_network(build: Build, since: str | None = None, until: str | None = None) -> nx.Graph[str]:
    """People (identifiers) joined by the meetings and phone calls that happened between them.

    Nodes carry `name`, `country` (ISO code of the country that most offices are of in which the articles show the person serving, else
    most former ones; "" where unknown or of no country) and `events` (how many of these meetings the person was in). Edges carry `weight`
    (number of events, each once however many articles report it), `events` (identifiers) and `first`, `last` (ISO days, "" where no day
    is known). A period leaves events without a day out.

    Where it misleads: a meeting of ten people makes 45 edges, as many as 45 talks of two; who is written about more is found to
    meet more; and people who sat in one delegation count as having met only where a sentence names both.
    """
    rows = within(ask(build, _MEETINGS, ("begin", "end")), since, until)
    network: nx.Graph[str] = nx.Graph()
    countries = homes(build)
    for event, people in rows.groupby("event", sort=False):
        present = sorted(set(zip(people["person"], people["name"], strict=True)))
        if len(present) < 2:
            continue
        day = people["begin"].iloc[0]
        for person, name in present:
            network.add_node(person, name=name, country=countries.get(person, ""))
            network.nodes[person]["events"] = network.nodes[person].get("events", 0) + 1
        for (one, _), (other, _) in itertools.combinations(present, 2):
            _meet(network, one, other, str(event), "" if pd.isna(day) else day.date().isoformat())
    return network


def _meet(network: nx.Graph[str], one: str, other: str, event: str, day: str) -> None:
    known = network.get_edge_data(one, other) or {"weight": 0, "events": (), "first": "", "last": ""}
    days = sorted(filter(None, (known["first"], known["last"], day)))
    network.add_edge(
        one, other, weight=known["weight"] + 1, events=(*known["events"], event),
        first=days[0] if days else "", last=days[-1] if days else "",
    )  # fmt: skip


def measures(network: nx.Graph[str]) -> pd.DataFrame:
    """One row a person, the most connected first: what three measures say of the place in the network.

    - `people`: how many different people were met (degree).
    - `meetings`: how many meetings these were (the weights added up): a pair that meets often counts often.
    - `between`: share of the shortest paths of all other pairs that lead through the person, 0 to 1 (betweenness, unweighted). High for
      whoever is the only contact of several people.

    Where they mislead: all three grow with coverage, and in Vietnamese news the Vietnamese hosts are met by every guest, so that guests
    hang on them alone; `between` is then high for hosts, which says more of the newsroom than of diplomacy. In a network that falls into
    parts a person of a small part has a low `between` whatever the weight there.
    """
    between = nx.betweenness_centrality(network)
    weights = dict(network.degree(weight="weight"))
    rows = [
        {"person": person, "name": data["name"], "country": data["country"], "people": network.degree[person],
         "meetings": weights[person], "between": between[person]}
        for person, data in network.nodes(data=True)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["person", "name", "country", "people", "meetings", "between"])
    return frame.sort_values(["people", "meetings", "person"], ascending=[False, False, True], ignore_index=True)


def communities(network: nx.Graph[str], seed: int = 0) -> pd.DataFrame:
    """One row a person, largest community first: `person`, `name`, `country`, `community` (0 is the largest) by the method of Louvain (Blondel
    and others 2008) on the weights; the same network and seed give the same answer.

    Where it misleads: the method always finds communities, also in a network drawn by lot. Compare `modularity` with that of a few
    random networks with the same degrees, and ask whether the groups are more than delegations and guest lists.
    """
    groups = sorted(nx.community.louvain_communities(network, weight="weight", seed=seed), key=lambda group: (-len(group), min(group)))
    rows = [
        {"person": person, "name": network.nodes[person]["name"], "country": network.nodes[person]["country"], "community": number}
        for number, group in enumerate(groups)
        for person in sorted(group)
    ]
    return pd.DataFrame(rows, columns=["person", "name", "country", "community"])


def networks_by_year(build: Build) -> dict[int, nx.Graph[str]]:
    """Year → the network of the meetings and phone calls of that year, years without any left out.

    Where it misleads: years differ in how many articles there are; a network that grows may be a newsroom that writes more.
    """
    days = ask(build, _MEETINGS, ("begin", "end"))["begin"].dropna()
    return {int(year): meeting_network(build, str(year), str(year)) for year in sorted(set(days.dt.year))}


def bridges_between_groups(network: nx.Graph[str]) -> pd.DataFrame:
    """Pairs whose meeting alone holds two parts of the network together (bridges in the sense of graph theory), by names.

    `cut_off` is how many people would lose every path to the rest: 1 for someone who met only one person, which is the common case and
    means little. Where it misleads: one article more may make a second path, and the bridge is none any longer.
    """
    rows = []
    for one, other in nx.bridges(network):
        without = nx.restricted_view(network, [], [(one, other)])
        sides = [len(nx.node_connected_component(without, person)) for person in (one, other)]
        rows.append({"person": network.nodes[one]["name"], "other": network.nodes[other]["name"], "cut_off": min(sides)})
    frame = pd.DataFrame(rows, columns=["person", "other", "cut_off"])
    return frame.sort_values(["cut_off", "person", "other"], ascending=[False, True, True], ignore_index=True)
