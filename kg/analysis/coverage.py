"""What the corpus is made of: articles by outlet and month, and what was read from them; every count in the graph leans on this."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask

__all__ = ["articles", "coverage_by_outlet", "reports_of_events"]

_ARTICLES = """
SELECT ?article ?title ?outlet ?author ?published (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
  ?article a kg:Article ; rdfs:label ?title .
  OPTIONAL { ?article kg:outlet ?outlet }
  OPTIONAL { ?article kg:author ?author }
  OPTIONAL { ?article kg:datePublished ?published }
  OPTIONAL { ?claim kg:inArticle ?article }
} GROUP BY ?article ?title ?outlet ?author ?published ORDER BY ?published ?article"""
_REPORTS = """
SELECT DISTINCT ?event ?label ?kind ?begin ?reports ?article ?outlet ?published ?sentence WHERE {
  ?event kg:reportCount ?reports ; a ?class ; rdfs:label ?label ; kg:attestedBy ?claim .
  ?claim kg:inArticle ?article ; kg:sentence ?sentence .
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
  OPTIONAL { ?event kg:begin ?begin }
  OPTIONAL { ?article kg:outlet ?outlet }
  OPTIONAL { ?article kg:datePublished ?published }
} ORDER BY DESC(?reports) ?begin ?event ?published ?article ?sentence"""


def articles(build: Build) -> pd.DataFrame:
    """One row an article: `article`, `title`, `outlet`, `author`, `published` (the day), `claims` (how many were read from it)."""
    return ask(build, _ARTICLES, ("published",))


def coverage_by_outlet(build: Build) -> pd.DataFrame:
    """One row an outlet: `articles`, `claims`, `claims_per_article`, `events` (that it reports), `alone` (that no other outlet reports),
    `first` and `last` day of publication. Articles without an outlet stand under "?".

    Where it misleads: `alone` also counts events that the others report too but that were not recognised as the same; more claims in an
    article may mean longer articles, or sentences that the rules read more easily.
    """
    told = articles(build).fillna({"outlet": "?"})
    reported = reports_of_events(build).fillna({"outlet": "?"})
    by_event = reported.drop_duplicates(["event", "outlet"])
    single = by_event[~by_event["event"].duplicated(keep=False)]["outlet"].value_counts()
    table = told.groupby("outlet").agg(
        articles=("article", "nunique"), claims=("claims", "sum"), first=("published", "min"), last=("published", "max")
    )
    table["claims_per_article"] = (table["claims"] / table["articles"]).round(1)
    table["events"] = reported.groupby("outlet")["event"].nunique().reindex(table.index, fill_value=0)
    table["alone"] = single.reindex(table.index, fill_value=0)
    columns = ["articles", "claims", "claims_per_article", "events", "alone", "first", "last"]
    return table[columns].sort_values(["articles", "claims"], ascending=False)


def reports_of_events(build: Build) -> pd.DataFrame:
    """One row for each sentence that reports an event, the most reported events first: `event`, `label`, `kind`, `begin`, `reports`,
    `article`, `outlet`, `published`, `sentence`.
    """
    return ask(build, _REPORTS, ("begin", "published"))
