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
# # What a folder of articles knows
#
# `make demo` reads the short Vietnamese news articles of `corpus/` and builds a graph from them. This notebook asks that graph what
# the articles say together: who held which office when, who met whom, how Vietnam's relations climbed, and which sentences say so.
# The last part is about what it cannot tell.
#
# Point it at a graph of your own with `KG_BUILD=my-build`.

# %%
import os
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from kg import analysis
from kg.query import query

BUILD = Path(os.environ.get("KG_BUILD", "../build"))

plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
pd.set_option("display.max_colwidth", 90)
INK, SOFT = "#25303b", "#b8c1ca"
COLOURS = ["#2a6f97", "#c1666b", "#d4a24c", "#4f9d69", "#8b6fb3", "#5fa8a3", "#a0743c"]


def ask(question, **given):
    """The rows of a named question (`kg query --list`) as a frame."""
    return query(BUILD, question, {name.rstrip("_"): value for name, value in given.items()}).frame()


# %% [markdown]
# ## What is in it
#
# Before any count: of what is it a count? Every figure below leans towards the outlets and the months that have more articles.

# %%
coverage = analysis.coverage_by_outlet(BUILD)
coverage

# %%
articles = analysis.articles(BUILD)
by_year = pd.crosstab(articles["published"].dt.year, articles["outlet"])
by_year = by_year.reindex(range(by_year.index.min(), by_year.index.max() + 1), fill_value=0)

figure, axis = plt.subplots(figsize=(9, 3.2))
by_year.plot.bar(stacked=True, ax=axis, color=COLOURS, width=0.75)
axis.set(xlabel="", ylabel="articles", title="When the articles were published")
axis.yaxis.get_major_locator().set_params(integer=True)
axis.tick_params(axis="x", rotation=0)
axis.legend(title=None, frameon=False, loc="upper left")
figure.tight_layout()

# %%
ask("graph-in-numbers").head(12)

# %% [markdown]
# A **claim** (*lời chứng*) is what one article says at one place of its text. Everything else is a conclusion that names the claims it
# rests on.

# %% [markdown]
# ## Who held which office, and when
#
# A dot is a day on which the articles show somebody in office; the thick line joins the first and the last of them, a thin line is the
# term where an article tells its bounds, paler is acting. A gap between two people is a gap in the articles, not in the state.

# %%
TOP = ("party-general-secretary", "state-president", "prime-minister", "national-assembly-chairman")
terms = analysis.office_timelines(BUILD, "VN", roles=TOP)
terms = terms[terms["status"].isin(["current", "acting"]) & terms["first"].notna()]
terms[["office_name", "name", "status", "first", "last", "begin", "end"]].reset_index(drop=True)

# %%
latest = articles["published"].max()
by_office = {office: rows.sort_values("first") for office, rows in terms.groupby("office_name")}
ordered = sorted(by_office, key=lambda office: (by_office[office]["rank"].min(), office))

figure, axis = plt.subplots(figsize=(9, 7))
place, names = 0, {}
for k, office in enumerate(ordered):
    axis.text(0, place, office, transform=axis.get_yaxis_transform(), color=COLOURS[k], fontweight="bold", va="center")
    place -= 1
    for name, held in by_office[office].groupby("name", sort=False):
        names[place] = name
        for term in held.itertuples():
            faint = 0.5 if term.status == "acting" else 1
            if pd.notna(term.begin) or pd.notna(term.end):
                told = [term.begin if pd.notna(term.begin) else term.first, term.end if pd.notna(term.end) else latest]
                axis.plot(told, [place, place], color=COLOURS[k], lw=1.3, alpha=faint)
            axis.plot([term.first, term.last], [place, place], color=COLOURS[k], lw=5, solid_capstyle="round", alpha=0.45 * faint)
            axis.plot(pd.to_datetime(list(term.days)), [place] * len(term.days), "o", color=COLOURS[k], ms=5, alpha=faint)
        place -= 1
axis.set_yticks(list(names), names.values(), fontsize=10)
axis.tick_params(axis="y", length=0)
axis.set_ylim(place + 0.4, 0.8)
axis.set_title("Vietnam's leading offices, as far as the articles show them", loc="left")
axis.xaxis.set_major_locator(mdates.YearLocator(2))
axis.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
axis.grid(axis="x", color="#eceff1")
axis.spines["left"].set_visible(False)
figure.tight_layout()

# %% [markdown]
# The same question, asked of one person and of one day. `kg query offices-of-person --person "to lam"` prints it in a terminal.

# %%
ask("offices-of-person", person="to lam")

# %%
ask("who-was-in-office-on", office="Chủ tịch nước Việt Nam", on="2023-09-10")

# %% [markdown]
# `evidence` says how well the graph knows it: *told* where an article gives the bounds of the term, *shown* where articles show the person
# on both sides of the day, *before* or *after* where they do so on one side only.

# %% [markdown]
# ## Who met whom
#
# People are joined by the meetings and phone calls that happened between them; one event counts once, however many articles report it.
# Colours are countries (of the offices people held), the size is the number of different people met.

# %%
network = analysis.meeting_network(BUILD)
parts = sorted(nx.connected_components(network), key=len, reverse=True)
core = network.subgraph(parts[0])
print(f"{len(network)} people, {network.number_of_edges()} pairs, {len(parts)} separate parts; the largest has {len(core)} people")

# %%
countries = pd.Series({person: data["country"] or "?" for person, data in core.nodes(data=True)})
often = countries[countries != "?"].value_counts().index[:6]
colour = {iso: COLOURS[k] for k, iso in enumerate(often)}


def crowded(spread):
    """How many pairs of names would lie on one another, then how close the two closest people are: the smaller the better."""
    pairs = [(one, other) for n, one in enumerate(spread) for other in list(spread)[:n]]
    apart = {pair: abs(spread[pair[0]] - spread[pair[1]]) for pair in pairs}
    width = {person: 0.007 * len(core.nodes[person]["name"]) for person in core}
    hidden = sum(apart[one, other][0] < width[one] + width[other] and apart[one, other][1] < 0.07 for one, other in pairs)
    return hidden, -min(distance.sum() for distance in apart.values())


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

# %%
analysis.measures(network).head(10).round(2)

# %% [markdown]
# **Where this misleads.** Vietnamese leaders stand in the middle because Vietnamese news is about their guests, not because the world's
# diplomacy runs through them: `between` is high for whoever is the only contact of several people. Who is written about more is found to
# meet more. And a meeting of three makes three pairs.

# %% [markdown]
# ## Vietnam's relations, climbing
#
# The scale is Vietnam's own (`ontology/levels.ttl`); its steps are an order, not a measure. A line joins what the articles tell: a level
# that none of them mentions is missing, and so is a change without a date.

# %%
levels = analysis.relation_levels(BUILD)
levels = levels[(levels["one"] == "VN") | (levels["other"] == "VN")].copy()
levels["with"] = levels["one"].where(levels["one"] != "VN", levels["other"])
levels["year"] = levels["since"].dt.year.fillna(pd.to_numeric(levels["date"].str[:4], errors="coerce"))
dated = levels.dropna(subset=["year", "rank"]).sort_values(["with", "year", "rank"])
dated = dated.drop_duplicates(["with", "rank"])
dated[["with", "level", "year", "articles"]].reset_index(drop=True)

# %%
scale = plt.get_cmap("YlGnBu")
shade = {rank: scale(0.12 + 0.83 * rank / 7) for rank in range(8)}
order = dated.groupby("with")["year"].agg(["max", "min"]).sort_values(["max", "min"]).index

figure, axis = plt.subplots(figsize=(11, 0.45 * len(order) + 1.8))
for place, iso in enumerate(reversed(order)):
    steps = dated[dated["with"] == iso]
    until = [*steps["year"].iloc[1:], latest.year + 1]
    for step, end in zip(steps.itertuples(), until, strict=True):
        axis.barh(place, end - step.year, left=step.year, height=0.62, color=shade[int(step.rank)], edgecolor="white")
        if end - step.year > 3:
            axis.text(step.year + 0.4, place, f"{step.year:.0f}", va="center", fontsize=9, color="white" if step.rank > 3 else INK)
    axis.text(latest.year + 1.4, place, f"{step.level}, {step.year:.0f}", va="center", fontsize=9, color=INK)
axis.set_yticks(range(len(order)), reversed(order))
axis.tick_params(axis="y", length=0)
axis.spines["left"].set_visible(False)
axis.set_title("Level of Vietnam's relations, by country: the darker the closer", loc="left")
axis.set_xlim(right=latest.year + 1)
known = dated.sort_values(["rank", "articles"], ascending=[True, False]).drop_duplicates("rank")
axis.legend(
    [plt.Rectangle((0, 0), 1, 1, color=shade[int(rank)]) for rank in known["rank"]], known["level"],
    frameon=False, loc="upper center", bbox_to_anchor=(0.6, -0.08), fontsize=9, ncols=3,
)  # fmt: skip
figure.tight_layout()

# %% [markdown]
# ## One event, several articles
#
# Five articles about one meeting are one event with five reports. Here is the event that the most outlets report, with the sentence of each
# article. `why` is the reason for taking the reports together; it stands in the graph, so that a merge can be judged.

# %%
reported = ask("most-reported-events")
reported.head(5)

# %%
reports = analysis.reports_of_events(BUILD)
reports = reports[(reports["kind"] == "Meeting") | (reports["kind"] == "PhoneCall")]
event = reports["event"].iloc[0]
told = reports[reports["event"] == event].drop_duplicates("article")
print(told["label"].iloc[0])
for report in told.itertuples():
    print(f"\n{report.published:%d/%m/%Y}  {report.outlet}\n  “{report.sentence}”")

# %% [markdown]
# ## What the graph cannot tell
#
# **What nobody wrote.** Planned events without a report are not events that failed to happen. `after` counts the articles published later,
# that is how many had the chance to tell.

# %%
ask("planned-events").tail(8)

# %% [markdown]
# **Whose word is right.** Where articles contradict each other, both claims stay.

# %%
ask("contradictions")

# %% [markdown]
# **When, and whose office.** How many events have no exact day, and how many offices no known owner:

# %%
events = ask("events-in-period")
without_day = ask("events-without-date")
print(f"{len(without_day)} of {len(events)} events have no exact day")
ask("offices-without-owner").head(8)

# %% [markdown]
# **How sure it is.** A claim is *asserted* where the construction is plain, *probable* where the rule can err. What rests on one weak claim
# alone is the first thing to check by hand: `kg query thin-evidence`.

# %%
tiers = ask("claims-by-tier").pivot(index="claim", columns="tier", values="claims").fillna(0).astype(int)
figure, axis = plt.subplots(figsize=(7, 1.9))
shades = {"asserted": COLOURS[0], "probable": COLOURS[2], "candidate": COLOURS[1]}
tiers.plot.barh(stacked=True, ax=axis, color=[shades[tier] for tier in tiers.columns], width=0.6)
axis.set(xlabel="claims", ylabel="")
axis.legend(title=None, frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
figure.tight_layout()

# %% [markdown]
# And **what is not in the articles at all**: who did *not* meet, what was said behind closed doors, what other newsrooms wrote. The graph
# is a reading of this folder, not of the world.
