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
# # A cookbook of questions
#
# The graph is RDF and is asked in SPARQL. Most questions that people have are named already, with parameters that are typed as one
# types them (`Mỹ`, `to lam`, `6/2023`) and bound as terms, never pasted. This notebook starts with those, then opens them up and ends with
# questions of one's own, and with the traps.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import kg
from kg.errors import QueryError
from kg.query import named_questions, query

BUILD = Path(os.environ.get("KG_BUILD", "../build"))
plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
pd.set_option("display.max_colwidth", 100)
INK, BLUE, RED, GOLD = "#25303b", "#2a6f97", "#c1666b", "#d4a24c"


def ask(question, **given):
    """The rows of a named question or of SPARQL as a frame; `from_` stands for the parameter `from`."""
    return query(BUILD, question, {name.rstrip("_"): value for name, value in given.items()}).frame()


# %% [markdown]
# ## The named questions
#
# `kg query --list` prints them in a terminal, `docs/questions.md` with their SPARQL.

# %%
questions = named_questions()
topics = pd.Series([question.topic for question in questions.values()]).value_counts().sort_values()
figure, axis = plt.subplots(figsize=(7, 3))
axis.barh(topics.index, topics, color=BLUE)
axis.bar_label(axis.containers[0], padding=3)
axis.set(title=f"{len(questions)} named questions by topic", xticks=[])
axis.spines["bottom"].set_visible(False)
axis.tick_params(axis="y", length=0)
figure.tight_layout()

# %%
pd.DataFrame(
    [(q.name, q.vi, ", ".join(f"{p.name} ({p.type})" for p in q.parameters)) for q in questions.values() if q.topic in ("offices", "meetings")],
    columns=["name", "question", "parameters"],
)

# %% [markdown]
# ## Offices
#
# A parameter given twice means either. Names are found without diacritics; a name that several things share is not guessed, but told.

# %%
ask("who-held-which-office", country=["Mỹ", "Pháp"])

# %%
ask("offices-of-person", person="to lam")

# %%
try:
    ask("events-of-person", person="Nguyễn")
except QueryError as error:
    print(error)

# %% [markdown]
# ## Events
#
# Who met whom in a month, which visits a country had, at which level, and by whom the guest was invited. An event counts once, however many
# articles report it.

# %%
ask("who-met-whom", from_="2024", until="2024-12")

# %%
ask("visits-with-level-and-inviter", country="Việt Nam")

# %%
events = ask("events-in-period")
by_kind = events["kind"].value_counts().sort_values()
figure, axis = plt.subplots(figsize=(7, 3.4))
axis.barh(by_kind.index, by_kind, color=GOLD)
axis.bar_label(axis.containers[0], padding=3)
axis.set(title="Events of the corpus by type", xticks=[])
axis.spines["bottom"].set_visible(False)
axis.tick_params(axis="y", length=0)
figure.tight_layout()

# %% [markdown]
# ## The sentences
#
# Everything in the graph names the claims it rests on; a claim has its words, its place in the article, the rule that read it and its tier.

# %%
ask("evidence", about="person:to-lam").head(6)

# %% [markdown]
# ## What is planned, and what contradicts
#
# `sẽ thăm` is not a visit. A plan of which no later article tells stays a plan, and `after` says how many articles had the chance to tell.

# %%
ask("planned-events").tail(5)

# %%
ask("contradictions")

# %% [markdown]
# ## Writing one's own
#
# All prefixes of `docs/graph.md` are known without being declared. The direct edges (`kg:met`, `kg:visited`, `kg:holds`) are short, the
# conclusions behind them say when, where and in which capacity.

# %%
ask("SELECT ?name (COUNT(DISTINCT ?other) AS ?people) { ?person kg:met ?other ; rdfs:label ?name } GROUP BY ?name ORDER BY DESC(?people) ?name LIMIT 5")

# %%
ask("""
SELECT ?day ?guest ?capacity ?host WHERE {
  ?visit a kg:Visit ; kg:begin ?day ; kg:modality "happened" .
  ?coming kg:event ?visit ; kg:participant ?person ; kg:roleType "agent" ; kg:actingAs/kg:office ?office .
  ?staying kg:event ?visit ; kg:participant/rdfs:label ?host ; kg:roleType "destination" .
  ?person rdfs:label ?guest . ?office rdfs:label ?capacity .
  FILTER(LANG(?host) = "vi" && LANG(?guest) = "vi" && LANG(?capacity) = "vi")
} ORDER BY ?day LIMIT 10
""")

# %% [markdown]
# `kg query NAME … --show` (here `prepare`) prints the SPARQL of a named question with its parameters bound: the best place to begin.

# %%
from kg.query.run import opened, prepare  # noqa: E402

print(prepare(opened(BUILD), "who-met-whom", {"person": "to lam", "from": "2024"})[0])

# %% [markdown]
# ## A slip is told at its place
#
# A term that the ontology does not have gives no empty answer, but an error that says which one is meant.

# %%
try:
    ask("SELECT ?x { ?x a kg:Persn }")
except QueryError as error:
    print(error)

# %% [markdown]
# ## With rdflib, networkx, pandas
#
# `kg.load` opens the same build as an rdflib Dataset (on Oxigraph, not on rdflib's own store), as a networkx graph and as frames.

# %%
opened_build = kg.load(BUILD)
dataset = opened_build.dataset
rows = dataset.query("SELECT (COUNT(*) AS ?n) WHERE { ?event a kg:Meeting }", initNs=dict(dataset.namespaces()))
print("meetings, asked through rdflib:", int(next(iter(rows))[0]))
print("nodes and edges, in networkx:", opened_build.network.number_of_nodes(), opened_build.network.number_of_edges())
opened_build.holdings.head(3)

# %% [markdown]
# ## Traps
#
# - **Days.** `kg:begin` and `kg:end` of an event are both included; `kg:validFrom` and `kg:validUntil` of a term are half-open: whoever leaves
#   on a day is not in office that day.
# - **Claims and conclusions.** A claim is what one article says, a conclusion what they say together. Counting claims counts sentences.
# - **Languages.** Labels come in Vietnamese and often in English; without `FILTER(LANG(?label) = "vi")` each row comes twice.
# - **Absence.** `FILTER NOT EXISTS { … }` finds what no article says, which is not what did not happen.
# - **`kg:holds`** speaks of the newest article of the corpus, not of today.

# %%
claims = ask("SELECT (COUNT(?c) AS ?claims) { ?c a kg:Claim ; kg:supports ?e . ?e a kg:Meeting }")["claims"].iloc[0]
meetings = ask("SELECT (COUNT(?e) AS ?meetings) { ?e a kg:Meeting }")["meetings"].iloc[0]
print(f"{claims} claims of meetings, {meetings} meetings")
