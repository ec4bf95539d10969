# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # The network of meetings
#
# People are joined by the meetings and phone calls that happened between them; one event counts once, however many articles report it. This
# notebook draws the network, says what the usual measures of it mean and where they mislead, looks for groups and bridges, follows it over the
# years and puts the visits on a map.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import numpy as np
import pandas as pd

from kg import analysis

BUILD = Path(os.environ.get("KG_BUILD", "../build"))
plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
INK, SOFT = "#25303b", "#b8c1ca"
COLOURS = ["#2a6f97", "#c1666b", "#d4a24c", "#4f9d69", "#8b6fb3", "#5fa8a3", "#a0743c"]

# %%
network = analysis.meeting_network(BUILD)
parts = sorted(nx.connected_components(network), key=len, reverse=True)
core = network.subgraph(parts[0])
print(f"{len(network)} people, {network.number_of_edges()} pairs, {len(parts)} separate parts; the largest has {len(core)} people")

# %% [markdown]
# ## The picture
#
# Colours are countries (of the offices people held), the size is the number of different people met. Of a hundred layouts the one with the
# fewest names on one another is drawn; its distances have no meaning.

# %%
countries = pd.Series({person: data["country"] or "?" for person, data in core.nodes(data=True)})
often = countries[countries != "?"].value_counts().index[:6]
colour = {iso: COLOURS[k] for k, iso in enumerate(often)}
people = list(core)
width = np.array([0.007 * len(core.nodes[person]["name"]) for person in people])


def crowded(spread):
    """How many pairs of names would lie on one another, then how close the two closest people are: the smaller the better."""
    place = np.array([spread[person] for person in people])
    apart = np.abs(place[:, None] - place[None, :])
    pairs = np.triu_indices(len(people), 1)
    hidden = (apart[..., 0] < width[:, None] + width[None, :]) & (apart[..., 1] < 0.07)
    return hidden[pairs].sum(), -apart.sum(axis=2)[pairs].min()


tries = [nx.spring_layout(core, k=k / len(core) ** 0.5, iterations=150, weight=None, seed=seed) for k in (3, 5, 8) for seed in range(25)]
spread = min(tries, key=crowded)

figure, axis = plt.subplots(figsize=(11, 8.5))
nx.draw_networkx_edges(core, spread, ax=axis, edge_color=SOFT, width=[1 + 1.2 * data["weight"] for _, _, data in core.edges(data=True)])
nx.draw_networkx_nodes(
    core, spread, ax=axis, linewidths=0, node_size=[90 + 90 * core.degree[person] for person in core],
    node_color=[colour.get(countries[person], SOFT) for person in core],
)  # fmt: skip
for person, (x, y) in spread.items():
    axis.annotate(
        core.nodes[person]["name"], (x, y), xytext=(0, 8 + 1.2 * core.degree[person]), textcoords="offset points", ha="center",
        fontsize=9, color=INK, bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.6},
    )  # fmt: skip
axis.legend(
    [plt.Line2D([], [], marker="o", lw=0, color=colour.get(iso, SOFT), markersize=9) for iso in [*often, "other"]],
    [*often, "other"], frameon=False, loc="lower right",
)  # fmt: skip
axis.set_axis_off()
axis.margins(0.08)
axis.set_title("Meetings and phone calls that happened (largest part)", loc="left")
figure.tight_layout()

# %% [markdown]
# ## Who stands in the middle?
#
# `people` is how many different people somebody met, `meetings` how often, `between` the share of shortest paths that lead through the person.

# %%
measures = analysis.measures(network)
measures.head(10).round(2)

# %%
top = measures.head(14).iloc[::-1]
figure, axes = plt.subplots(1, 2, figsize=(11, 4.6), sharey=True)
shades = [colour.get(iso, SOFT) for iso in top["country"]]
axes[0].barh(top["name"], top["people"], color=shades)
axes[0].set(title="people met", xlabel="")
axes[1].barh(top["name"], top["between"], color=shades)
axes[1].set(title="share of shortest paths (betweenness)", xlabel="")
for axis in axes:
    axis.tick_params(axis="y", length=0)
figure.tight_layout()

# %% [markdown]
# **Where this misleads.** Vietnamese leaders stand in the middle because Vietnamese news is about their guests, not because the world's
# diplomacy runs through them: `between` is high for whoever is the only contact of several people. Who is written about more is found to
# meet more. And a meeting of three makes three pairs.

# %% [markdown]
# ## Groups
#
# The method of Louvain finds groups that meet among themselves more than a random network with the same degrees would. It always finds some:
# the grey line is what it finds in forty networks that were drawn by lot with the same degrees.

# %%
groups = analysis.communities(network)
by_group = groups.groupby("community")["name"].agg(list)
for number, names in by_group[by_group.map(len) > 2].items():
    print(f"{number}: {', '.join(names)}")


def modularity(graph, seed=0):
    """How much more the groups of Louvain meet among themselves than by lot, from 0 (no more) to 1."""
    return nx.community.modularity(graph, nx.community.louvain_communities(graph, weight=None, seed=seed), weight=None)


by_lot = []
for seed in range(40):
    drawn = nx.Graph(network.edges)
    nx.double_edge_swap(drawn, nswap=4 * drawn.number_of_edges(), max_tries=100_000, seed=seed)
    by_lot.append(modularity(drawn, seed))

figure, axis = plt.subplots(figsize=(7, 1.9))
axis.hist(by_lot, bins=12, color=SOFT)
axis.axvline(modularity(nx.Graph(network.edges)), color=COLOURS[1], lw=2)
axis.set(title="Modularity: this network (red) against networks drawn by lot (grey)", yticks=[])
axis.spines["left"].set_visible(False)
figure.tight_layout()

# %% [markdown]
# Where the red line stands inside the grey, the groups say nothing that chance would not.

# %% [markdown]
# ## Bridges
#
# Pairs whose meeting alone holds two parts together. One article more may make a second path, and the bridge is none any longer.

# %%
analysis.bridges_between_groups(network).head(8)

# %% [markdown]
# ## Over the years
#
# A network that grows may be a newsroom that writes more: the line shows how many articles the year has.

# %%
years = analysis.networks_by_year(BUILD)
growth = pd.DataFrame({"people": {y: len(n) for y, n in years.items()}, "pairs": {y: n.number_of_edges() for y, n in years.items()}})
growth = growth.reindex(range(growth.index.min(), growth.index.max() + 1), fill_value=0)
written = analysis.articles(BUILD)["published"].dt.year.value_counts().reindex(growth.index, fill_value=0)
figure, axis = plt.subplots(figsize=(9, 3.2))
growth.plot.bar(ax=axis, color=[COLOURS[0], COLOURS[2]], width=0.7)
axis.plot(range(len(growth)), written, color=INK, lw=1.5, marker="o", ms=4, label="articles")
axis.legend(frameon=False, loc="upper left")
axis.tick_params(axis="x", rotation=0)
axis.set(title="People and pairs who met, by year", xlabel="")
axis.yaxis.get_major_locator().set_params(integer=True)
figure.tight_layout()

# %%
new = {}
seen: set[str] = set()
for year, graph in years.items():
    new[year] = [graph.nodes[person]["name"] for person in sorted(graph) if person not in seen]
    seen |= set(graph)
pd.Series({year: ", ".join(names) for year, names in new.items()}, name="seen for the first time").to_frame()

# %% [markdown]
# ## A map of visits
#
# Each line is a visit that the articles tell: to Vietnam in red, from Vietnam in blue, from the visitor's capital to the city that is named, else
# to the capital. The dots are cities of more than 15,000 people (GeoNames, CC BY 4.0); no map needs to be fetched.

# %%
routes = analysis.visit_routes(BUILD, "VN")
cities = analysis.city_points()
figure, axis = plt.subplots(figsize=(12, 6))
axis.scatter(cities["lon"], cities["lat"], s=0.35, color="#c9d1d8", linewidths=0)
bend = np.linspace(0, np.pi, 60)
for route in routes.itertuples():
    lon = np.linspace(route.from_lon, route.to_lon, 60)
    lat = np.linspace(route.from_lat, route.to_lat, 60) + np.sin(bend) * abs(route.to_lon - route.from_lon) * 0.12
    axis.plot(lon, lat, color=COLOURS[1] if route.direction == "in" else COLOURS[0], lw=1.1, alpha=0.55)
ends = pd.concat([
    routes[routes["direction"] == "in"][["partner", "from_lat", "from_lon"]].set_axis(["partner", "lat", "lon"], axis=1),
    routes[routes["direction"] == "out"][["partner", "to_lat", "to_lon"]].set_axis(["partner", "lat", "lon"], axis=1),
]).drop_duplicates("partner")  # fmt: skip
axis.scatter(ends["lon"], ends["lat"], s=16, color=INK, zorder=3)
for end in ends.itertuples():
    axis.annotate(end.partner, (end.lon, end.lat), xytext=(4, -9), textcoords="offset points", fontsize=10, color=INK)
axis.set(xlim=(-170, 180), ylim=(-58, 80), xticks=[], yticks=[], title="Visits to Vietnam (red) and from Vietnam (blue)")
for spine in axis.spines.values():
    spine.set_visible(False)
figure.tight_layout()

# %%
print(f"{len(routes)} of {len(analysis.visits_both_ways(BUILD, 'VN'))} visits have coordinates at both ends")

# %% [markdown]
# **What the map hides.** A visit that no article tells is not on it, and the thickness of the web follows the newsroom's interest. Regional summits,
# where ten leaders meet in one city, are here only as the visits that articles tell one by one.
