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
# # How good is it, and how to correct it
#
# No reader of news is always right, and this program is none. This notebook measures it against gold (facts that people read from the
# same articles), shows the errors one by one, says what the tiers of confidence are worth, and how to annotate articles and correct facts
# of one's own. The corpus is prose that the project's authors wrote: figures for newspapers are in the README.

# %%
import os
import tempfile
from collections import Counter
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import kg
from kg import analysis
from kg.evaluate import evaluate
from kg.extraction import Extractor
from kg.gold import read_gold
from kg.query import query
from kg.reading import read_articles

BUILD = Path(os.environ.get("KG_BUILD", "../build"))
HOME = Path(kg.__file__).resolve().parents[1]
plt.rcParams.update({"figure.dpi": 72, "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})
pd.set_option("display.max_colwidth", 110)
INK, SOFT = "#25303b", "#b8c1ca"
COLOURS = ["#2a6f97", "#c1666b", "#d4a24c", "#4f9d69"]

# %% [markdown]
# ## Against gold
#
# Precision: of what was found, how much is right. Recall: of what is there, how much was found. A tool that does not invent has its
# precision first.

# %%
gold = read_gold(HOME / "corpus" / "gold")
extractor = Extractor()
records = [extractor(article) for article in read_articles(HOME / "corpus" / "articles")]
report = evaluate(gold, records)
table = pd.DataFrame(
    {name: (t.precision, t.recall, t.f1, t.right, t.wrong, t.missed) for name, t in report.fields.items()},
    index=["precision", "recall", "F1", "right", "wrong", "missed"],
).T
table.round(3)

# %%
figure, axis = plt.subplots(figsize=(8, 3.4))
place = range(len(table))
axis.barh([p - 0.19 for p in place], table["precision"], height=0.36, color=COLOURS[0], label="precision")
axis.barh([p + 0.19 for p in place], table["recall"], height=0.36, color=COLOURS[2], label="recall")
axis.set_yticks(list(place), table.index)
axis.invert_yaxis()
axis.set(xlim=(0, 1), title="The corpus against its gold")
axis.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
axis.tick_params(axis="y", length=0)
figure.tight_layout()

# %% [markdown]
# Attributes of what was matched: whose office it is, whether it is held now, when and where an event was, and whether offsets and evidence
# are right. These last two have to be 1: a fact without its sentence is worth nothing here.

# %%
pd.DataFrame(
    [(name, sum(right) / len(right), len(right)) for name, right in report.attributes.items()], columns=["attribute", "share right", "of"]
).round(3)

# %% [markdown]
# ## The errors
#
# Figures hide what kind of errors they are. Each one is listed (`kg evaluate corpus/gold --errors` in a terminal); here those of offices.

# %%
errors = [error for tally in report.fields.values() for error in tally.errors]
pd.Series(report.fields["holdings"].errors[:12], name="error").to_frame()

# %%
by_article = Counter(error.split(":")[0] for error in errors)
counts = [by_article.get(name, 0) for name in gold]
figure, axis = plt.subplots(figsize=(8, 2.6))
axis.hist(counts, bins=range(max(counts) + 2), color=COLOURS[1], align="left", rwidth=0.85)
axis.set(title="Errors of all kinds in an article", xlabel="errors", ylabel="articles")
axis.yaxis.get_major_locator().set_params(integer=True)
figure.tight_layout()

# %% [markdown]
# ## Tiers
#
# A fact is *asserted* where grammar and second voice agree on a plain construction, *probable* where one of them can err, *candidate* where
# only a hint speaks for it. The graph keeps all three; `--min-tier` of `kg view` and the tier in every claim let you choose.

# %%
tiers = query(BUILD, "claims-by-tier").frame().pivot(index="claim", columns="tier", values="claims").fillna(0).astype(int)
figure, axis = plt.subplots(figsize=(7, 2.2))
shades = {"asserted": COLOURS[0], "probable": COLOURS[2], "candidate": COLOURS[1]}
tiers.plot.barh(stacked=True, ax=axis, color=[shades[tier] for tier in tiers.columns], width=0.6)
axis.set(xlabel="claims", ylabel="", title="Claims by tier")
axis.legend(title=None, frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
figure.tight_layout()

# %%
query(BUILD, "thin-evidence").frame().head(8)

# %% [markdown]
# ## Why is a name missing?
#
# `kg explain ARTICLE --why-not NAME` walks the name through the reading: where it stands, which tables know it, what the grammar and the second
# voice said of it.

# %%
from kg.extraction.considered import consider  # noqa: E402

article = next(iter(read_articles(HOME / "corpus" / "articles" / "2016-05-24-obama-ngay-dau-o-ha-noi.txt")))
for place in consider(article, extractor.read(article), "Hà Nội")[:2]:
    print(place.outcome)
    for step in place.steps:
        print("  ·", step)

# %% [markdown]
# ## Annotating articles of your own
#
# Gold is a YAML file an article, beside it or in a folder of its own; only what the article says goes in. Then `kg evaluate my-gold my-articles`
# says how well the program reads *your* newsroom.

# %%
with tempfile.TemporaryDirectory() as folder:
    (Path(folder) / "mine.txt").write_text("Chiều 5/6, Thủ tướng Phạm Minh Chính tiếp Đại sứ Pháp Olivier Brochet tại Hà Nội.", encoding="utf-8")
    (Path(folder) / "mine.yaml").write_text(
        """
persons: [{name: Phạm Minh Chính}, {name: Olivier Brochet}]
countries: [FR]
places: [{name: Hà Nội}]
holdings:
  - {person: Phạm Minh Chính, role: Thủ tướng, of: [null, VN], status: current}
  - {person: Olivier Brochet, role: Đại sứ, of: [FR], status: current}
events:
  - {type: Meeting, who: [Phạm Minh Chính, Olivier Brochet], date: "XXXX-06-05", place: Hà Nội}
""",
        encoding="utf-8",
    )
    mine = evaluate(read_gold(Path(folder)), [extractor(one) for one in read_articles(Path(folder) / "mine.txt")])
print({name: (t.right, t.wrong, t.missed) for name, t in mine.fields.items() if t.right + t.wrong + t.missed})

# %% [markdown]
# ## Correcting
#
# - **A name the program does not know**: a row in a table of yours, laid over ours with `--lexicon DIR` (see `CONTRIBUTING.md`).
# - **Two people taken for one, or one for two**: `kg differ A B --why "…"`, `kg same A B --why "…"`. The decision is a line in `decisions.tsv`, with who
#   decided, when and why; every build replays it.
# - **A fact that is wrong**: `wrong` with the claim in the same file. The claim stays in its article's graph; the conclusions no longer rest on it.
#
# Nothing is edited in the graph itself: it is always what the articles, the tables and the decisions give.

# %% [markdown]
# ## What no figure shows
#
# Gold is read by people, who err too. The corpus is small, and its newsrooms are the authors'. And what is not in the articles at all (who did *not*
# meet, what was said behind closed doors) no measure of reading can find.

# %%
coverage = analysis.coverage_by_outlet(BUILD)
print(f"{int(coverage['articles'].sum())} articles of {len(coverage)} outlets, {int(coverage['claims'].sum())} claims")
