"""Visits both ways between one country and each other, and where protocol would expect one that the articles do not show."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask
from kg.analysis.countries import relation_levels
from kg.analysis.homes import homes
from kg.analysis.visits import visits

__all__ = ["protocol_gaps", "visits_both_ways"]

_COUNTRIES = """
SELECT ?place ?iso WHERE {
  { ?place a kg:Country ; kg:iso ?iso } UNION { ?place kg:inCountry/kg:iso ?iso }
}"""
_NEWEST = "SELECT (MAX(?day) AS ?newest) WHERE { ?article a kg:Article ; kg:datePublished ?day }"


def visits_both_ways(build: Build, country: str) -> pd.DataFrame:
    """One row a visit between `country` (ISO code) and another: `event`, `begin`, `end`, `partner` (ISO code), `direction` ("in", "out"),
    `name` (of the visitors, joined by ", "), `level`, `reports`; visits within a country and those whose visitor's country nothing tells are
    left out.

    Where it misleads: a visitor's country is that of the office held that day (a secretary-general of the UN has none), else of most offices
    that the articles give the person; the partners of one journey may be several.
    """
    rows = visits(build)
    where = ask(build, _COUNTRIES).drop_duplicates("place").set_index("place")["iso"]
    rows["to"] = rows["destination"].map(where)
    rows["home"] = rows["home"].where(rows["acting"].notna(), rows["person"].map(homes(build)))
    rows = rows.dropna(subset=["to", "home"])
    rows = rows[(rows["home"] != "") & (rows["to"] != rows["home"]) & ((rows["to"] == country) | (rows["home"] == country))]
    rows["direction"] = rows["to"].eq(country).map({True: "in", False: "out"})
    rows["partner"] = rows["home"].where(rows["direction"] == "in", rows["to"])
    grouped = rows.groupby(["event", "partner", "direction"], sort=False, dropna=False)
    table = grouped.agg(
        begin=("begin", "min"), end=("end", "max"), name=("name", lambda names: ", ".join(dict.fromkeys(names))),
        level=("level", "first"), reports=("reports", "max"),
    )  # fmt: skip
    return table.reset_index().sort_values(["begin", "event", "partner"], ignore_index=True)[
        ["event", "begin", "end", "partner", "direction", "name", "level", "reports"]
    ]


def protocol_gaps(build: Build, country: str) -> pd.DataFrame:
    """One row a partner of `country` with known relations or visits: `level`, `rank` (of the relations, the newest told), `last_in`,
    `last_out` (first day of the last visit each way), `visits_in`, `visits_out`, `years_since` (since the last visit either way, up to
    the newest article), the closest relations first and the longest silence first among them.

    Where it misleads: a gap is a gap in these articles. It becomes a finding once a corpus holds the years it speaks of.
    """
    told = visits_both_ways(build, country)
    newest = ask(build, _NEWEST, ("newest",))["newest"].iloc[0]
    last = told.pivot_table(index="partner", columns="direction", values="begin", aggfunc="max").reindex(columns=["in", "out"])
    count = pd.crosstab(told["partner"], told["direction"]).reindex(columns=["in", "out"], fill_value=0)
    levels = relation_levels(build)
    levels = levels[(levels["one"] == country) | (levels["other"] == country)].copy()
    levels["partner"] = levels["one"].where(levels["one"] != country, levels["other"])
    levels["year"] = levels["since"].dt.year.fillna(pd.to_numeric(levels["date"].str[:4], errors="coerce"))
    newest_level = levels.sort_values(["year", "rank"], na_position="first").groupby("partner")[["level", "rank"]].last()
    table = pd.DataFrame(index=sorted({*last.index, *newest_level.index}))
    table.index.name = "partner"
    table = table.join(newest_level)
    table["last_in"], table["last_out"] = pd.to_datetime(last["in"]), pd.to_datetime(last["out"])
    table["visits_in"] = count["in"].reindex(table.index, fill_value=0)
    table["visits_out"] = count["out"].reindex(table.index, fill_value=0)
    table["years_since"] = ((newest - table[["last_in", "last_out"]].max(axis=1)).dt.days / 365.25).round(1)
    return table.sort_values(["rank", "years_since"], ascending=[False, False], na_position="last").reset_index()
