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
# # Vietnam's relations over time
#
# How the level of relations with each country climbed, who visited whom, where protocol would expect a visit that the articles do not show, and
# which figures of trade they tell. `COUNTRY` may be another one.

# %%
import os
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd

from kg import analysis
from kg.query import query

BUILD = Path(os.environ.get("KG_BUILD", "../build"))
COUNTRY = "VN"
plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
pd.set_option("display.max_colwidth", 90)
INK, SOFT = "#25303b", "#b8c1ca"
COLOURS = ["#2a6f97", "#c1666b", "#d4a24c", "#4f9d69", "#8b6fb3", "#5fa8a3", "#a0743c"]
latest = analysis.articles(BUILD)["published"].max()

# %% [markdown]
# ## Levels
#
# The scale is Vietnam's own (`ontology/levels.ttl`); its steps are an order, not a measure. A line joins what the articles tell: a level
# that none of them mentions is missing, and so is a change without a date.

# %%
levels = analysis.relation_levels(BUILD)
levels = levels[(levels["one"] == COUNTRY) | (levels["other"] == COUNTRY)].copy()
levels["with"] = levels["one"].where(levels["one"] != COUNTRY, levels["other"])
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
axis.set_title("Level of relations, by country: the darker the closer", loc="left")
axis.set_xlim(right=latest.year + 1)
known = dated.sort_values(["rank", "articles"], ascending=[True, False]).drop_duplicates("rank")
axis.legend(
    [plt.Rectangle((0, 0), 1, 1, color=shade[int(rank)]) for rank in known["rank"]], known["level"],
    frameon=False, loc="upper center", bbox_to_anchor=(0.6, -0.08), fontsize=9, ncols=3,
)  # fmt: skip
figure.tight_layout()

# %% [markdown]
# Which sentences say so? For one of them:

# %%
query(BUILD, "relation-changes-of-pair", {"country": "Việt Nam", "other": "Mỹ"}).frame()

# %% [markdown]
# ## Visits both ways
#
# A dot is a visit: in from the partner, out to the partner. Undated ones are not drawn.

# %%
visits = analysis.visits_both_ways(BUILD, COUNTRY)
drawn = visits.dropna(subset=["begin"])
partners = drawn["partner"].value_counts().index[::-1]
figure, axis = plt.subplots(figsize=(10, 0.42 * len(partners) + 1.4))
for place, partner in enumerate(partners):
    axis.axhline(place, color="#eceff1", lw=1, zorder=0)
    for direction, colour, lift in (("in", COLOURS[1], 0.14), ("out", COLOURS[0], -0.14)):
        days = drawn[(drawn["partner"] == partner) & (drawn["direction"] == direction)]["begin"]
        axis.plot(days, [place + lift] * len(days), "o", ms=7, color=colour, alpha=0.85, label=None)
axis.set_yticks(range(len(partners)), partners)
axis.tick_params(axis="y", length=0)
axis.spines["left"].set_visible(False)
axis.xaxis.set_major_locator(mdates.YearLocator(2))
axis.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
axis.legend(
    [plt.Line2D([], [], marker="o", lw=0, ms=7, color=colour) for colour in (COLOURS[1], COLOURS[0])], ["visits in", "visits out"],
    frameon=False, loc="lower left",
)  # fmt: skip
axis.set_title("Visits that the articles tell, by partner", loc="left")
figure.tight_layout()

# %%
visits[["begin", "partner", "direction", "name", "level", "reports"]].tail(12)

# %% [markdown]
# ## Gaps
#
# Diplomacy answers a visit with a visit. Where the relations are close and the last visit is long ago, or one side never came, protocol
# has a gap, or the corpus has one. With a folder of articles that holds the years, this table is a list of stories.

# %%
gaps = analysis.protocol_gaps(BUILD, COUNTRY)
gaps

# %%
shown = gaps.dropna(subset=["years_since"]).sort_values("years_since")
figure, axis = plt.subplots(figsize=(8, 0.4 * len(shown) + 1))
one_sided = (shown["visits_in"] == 0) | (shown["visits_out"] == 0)
axis.barh(shown["partner"], shown["years_since"], color=[COLOURS[1] if one else SOFT for one in one_sided])
axis.bar_label(axis.containers[0], fmt="%.1f", padding=3)
axis.tick_params(axis="y", length=0)
axis.set(title="Years since the last visit either way (red: told in one direction only)", xticks=[])
axis.spines["bottom"].set_visible(False)
figure.tight_layout()

# %% [markdown]
# ## Contacts by month
#
# Meetings and phone calls between people acting for the two countries that day.

# %%
contacts = analysis.contacts_by_month(BUILD)
often = contacts.sum().sort_values(ascending=False).head(6).index
figure, axis = plt.subplots(figsize=(10, 3))
bottom = 0
for k, pair in enumerate(often):
    yearly = contacts[pair].groupby(contacts.index.year).sum()
    axis.bar(yearly.index, yearly, bottom=bottom, color=COLOURS[k], label=pair, width=0.75)
    bottom = yearly + bottom
axis.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
axis.yaxis.get_major_locator().set_params(integer=True)
axis.set(title="Contacts by year, the six pairs with the most")
figure.tight_layout()

# %% [markdown]
# ## Trade, as told
#
# Figures stand as the articles tell them, nothing is converted and nothing added up. Two articles may count differently what they call by one
# name; a goal for 2030 is no result.

# %%
figures = analysis.figures(BUILD, COUNTRY)
figures[["one", "other", "measure_name", "value", "unit", "period", "change", "articles"]]

# %%
trade = figures[(figures["group"] == "thuong-mai") & figures["begin"].notna() & figures["unit"].str.startswith("tỷ")].copy()
trade["partner"] = trade["one"].where(trade["one"] != COUNTRY, trade["other"])
trade = trade.sort_values(["begin", "partner"])
labels = [f"{row.partner}, {row.period}" for row in trade.itertuples()]
figure, axis = plt.subplots(figsize=(8, 0.45 * len(trade) + 0.9))
goal = trade["begin"] > latest
axis.barh(labels, trade["value"], color=["white" if g else COLOURS[3] for g in goal], edgecolor=COLOURS[3])
axis.bar_label(axis.containers[0], labels=[f"{row.value:g} {row.unit}" for row in trade.itertuples()], padding=4, fontsize=10)
axis.invert_yaxis()
axis.tick_params(axis="y", length=0)
axis.set(title="Trade of both directions as articles tell it (outline: a goal)", xticks=[])
axis.set_xlim(right=trade["value"].max() * 1.35)
axis.spines["bottom"].set_visible(False)
figure.tight_layout()

# %% [markdown]
# **What stays open.** The bars are of different years and of different ways to count; they may be read one by one, each with its sentence
# (`kg query figures-between-countries`), not compared across partners without care.
