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
# # From articles to a graph in ten minutes
#
# A folder of Vietnamese news goes in; a graph comes out that says who held which office, who met whom and how relations between countries
# moved, and every edge of it opens the sentences it rests on. This notebook follows one article the whole way, then looks at what
# the articles of `corpus/` say together. `make demo` has built the graph; `KG_BUILD=my-build` points the notebook at one of your own.

# %%
import os
import tempfile
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd

import kg
from kg import analysis
from kg.build import build
from kg.extraction import Extractor
from kg.query import query
from kg.reading import read_articles

BUILD = Path(os.environ.get("KG_BUILD", "../build"))
CORPUS = Path(kg.__file__).resolve().parents[1] / "corpus" / "articles"

plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
pd.set_option("display.max_colwidth", 90)
COLOURS = ["#2a6f97", "#c1666b", "#d4a24c", "#4f9d69", "#8b6fb3", "#5fa8a3", "#a0743c"]

# %% [markdown]
# ## One article
#
# Reading gives clean text with blocks (headline, lead, body, captions …). Nothing is rewritten: every offset from here on points into this
# text.

# %%
article = next(iter(read_articles(CORPUS / "2024-03-07-viet-nam-australia-doi-tac-chien-luoc-toan-dien.txt")))
print(article.info.title, "·", article.info.outlet, "·", article.info.published)
for block in article.blocks[:4]:
    print(f"\n{block.kind:9}{article.text[block.start:block.end][:220]}")

# %% [markdown]
# ## What is read in it
#
# Extraction is a pure function of the article: a grammar over syllables, a second voice (a small CRF) that confirms or doubts, and tables
# of countries, offices and bodies. The page below is what `kg explain ARTICLE --html FILE` writes: it has the text in colours, and for
# every fact its rule, its tier and its sentences.

# %%
record = Extractor()(article)
names = {entity.id: entity.name for entity in record.entities}
pd.DataFrame(
    [(names[h.person], h.role, names.get(h.of), h.status, h.tier, record.text[slice(*h.evidence[0])]) for h in record.holdings],
    columns=["person", "office", "of", "status", "tier", "the words that say so"],
)

# %%
pd.DataFrame(
    [
        (e.type, e.date, e.modality, ", ".join(f"{names[p.entity]} ({p.role})" for p in e.participants), names.get(e.place), e.level)
        for e in record.events
    ],
    columns=["event", "date", "modality", "who", "where", "level"],
)

# %% [markdown]
# ## Many articles, one graph
#
# `kg build FOLDER` (here in Python) reads each article, decides who is the same person, joins reports of one event, and writes RDF. It is
# incremental: the second time only what changed is read.

# %%
some = [path for path in sorted(CORPUS.iterdir()) if path.name.startswith(("2023-09", "2024-03"))]
with tempfile.TemporaryDirectory() as folder:
    report = build(some, Path(folder) / "build")
print(f"{len(some)} articles, {report.counts['quads']:,} quads, {report.counts['entities']} entities, {report.counts['events']} events")

# %% [markdown]
# From here on: the graph of the whole corpus. Before any count, of what is it a count? Every figure leans towards the outlets and the years
# that have more articles.

# %%
analysis.coverage_by_outlet(BUILD)

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

# %% [markdown]
# ## Who held which office, and when
#
# A dot is a day on which the articles show somebody in office; the thick line joins the first and the last of them, a thin line is the
# term where an article tells its bounds, paler is acting. A gap between two people is a gap in the articles, not in the state.

# %%
TOP = ("party-general-secretary", "state-president", "prime-minister", "national-assembly-chairman")
terms = analysis.office_timelines(BUILD, "VN", roles=TOP)
terms = terms[terms["status"].isin(["current", "acting"]) & terms["first"].notna()]
latest = articles["published"].max()
by_office = {office: rows.sort_values("first") for office, rows in terms.groupby("office_name")}
ordered = sorted(by_office, key=lambda office: (by_office[office]["rank"].min(), office))

figure, axis = plt.subplots(figsize=(9, 7))
place, labels = 0, {}
for k, office in enumerate(ordered):
    axis.text(0, place, office, transform=axis.get_yaxis_transform(), color=COLOURS[k], fontweight="bold", va="center")
    place -= 1
    for name, held in by_office[office].groupby("name", sort=False):
        labels[place] = name
        for term in held.itertuples():
            faint = 0.5 if term.status == "acting" else 1
            if pd.notna(term.begin) or pd.notna(term.end):
                told = [term.begin if pd.notna(term.begin) else term.first, term.end if pd.notna(term.end) else latest]
                axis.plot(told, [place, place], color=COLOURS[k], lw=1.3, alpha=faint)
            axis.plot([term.first, term.last], [place, place], color=COLOURS[k], lw=5, solid_capstyle="round", alpha=0.45 * faint)
            axis.plot(pd.to_datetime(list(term.days)), [place] * len(term.days), "o", color=COLOURS[k], ms=5, alpha=faint)
        place -= 1
axis.set_yticks(list(labels), labels.values(), fontsize=10)
axis.tick_params(axis="y", length=0)
axis.set_ylim(place + 0.4, 0.8)
axis.set_title("Vietnam's leading offices, as far as the articles show them", loc="left")
axis.xaxis.set_major_locator(mdates.YearLocator(2))
axis.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
axis.grid(axis="x", color="#eceff1")
axis.spines["left"].set_visible(False)
figure.tight_layout()

# %% [markdown]
# The same question of one day: `evidence` says how well the graph knows it: *told* where an article gives the bounds of the term, *shown* where
# articles show the person on both sides of the day, *before* or *after* where they do so on one side only.

# %%
query(BUILD, "who-was-in-office-on", {"office": "Chủ tịch nước Việt Nam", "on": "2023-09-10"}).frame()

# %% [markdown]
# ## One event, several articles
#
# Five articles about one meeting are one event with five reports, not five meetings. Here is the talk that most outlets report, with the
# sentence of each.

# %%
reports = analysis.reports_of_events(BUILD)
reports = reports[(reports["kind"] == "Meeting") | (reports["kind"] == "PhoneCall")]
told = reports[reports["event"] == reports["event"].iloc[0]].drop_duplicates("article")
print(told["label"].iloc[0])
for one in told.itertuples():
    print(f"\n{one.published:%d/%m/%Y}  {one.outlet}\n  “{one.sentence}”")

# %% [markdown]
# ## Where to go on
#
# `kg view` writes the graph as one page to explore in a browser; `kg serve` starts a site with search, pages for every person and event, and
# SPARQL. The next notebooks ask: [02](02_sparql_cookbook.ipynb) in SPARQL, [03](03_meetings.ipynb) who met whom,
# [04](04_relations.ipynb) how Vietnam's relations moved, [05](05_how_good.ipynb) how far all of this can be trusted.

