"""Figures that articles tell of two countries: trade, investment, credit, people, as a table."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask

__all__ = ["figures"]

_FIGURES = """
SELECT ?figure ?measure ?measure_name ?group ?value ?unit ?one ?other ?directed ?period ?begin ?end ?change ?rank
       (COUNT(DISTINCT ?article) AS ?articles) WHERE {
  ?figure a kg:Statistic ; kg:measure ?concept ; kg:value ?value ; kg:unit ?unit ; kg:attestedBy/kg:inArticle ?article .
  ?concept rdfs:label ?measure_name . FILTER(LANG(?measure_name) = "vi")
  BIND(STRAFTER(STR(?concept), "/measure/") AS ?measure)
  ?concept skos:broader* ?top . FILTER NOT EXISTS { ?top skos:broader ?above } BIND(STRAFTER(STR(?top), "/measure/") AS ?group)
  { ?figure kg:between/kg:iso ?one , ?other . FILTER(?one < ?other) BIND(false AS ?directed) }
  UNION { ?figure kg:fromCountry/kg:iso ?one . OPTIONAL { ?figure kg:toCountry/kg:iso ?other } BIND(true AS ?directed) }
  OPTIONAL { ?figure kg:period ?edtf }
  OPTIONAL { ?figure kg:periodTold ?told }
  BIND(COALESCE(?edtf, ?told) AS ?period)
  OPTIONAL { ?figure kg:periodBegin ?begin ; kg:periodEnd ?end }
  OPTIONAL { ?figure kg:changePercent ?change }
  OPTIONAL { ?figure kg:statedRank ?rank }
} GROUP BY ?figure ?measure ?measure_name ?group ?value ?unit ?one ?other ?directed ?period ?begin ?end ?change ?rank
ORDER BY ?one ?other ?measure ?begin ?figure"""


def figures(build: Build, country: str | None = None) -> pd.DataFrame:
    """One row a figure: `measure` (a concept of measures.ttl), `measure_name`, `group` (the widest measure above it), `value`, `unit` (as
    told), `one` and `other` (ISO codes; from the one to the other where `directed`), `period` (EDTF, else as told), `begin`, `end` (days,
    both included), `change` (percent against the period before), `rank`, `articles`. `country` is an ISO code that either side must have.

    Where it misleads: nothing is converted, so that figures in different units or currencies do not compare; two articles may count
    differently what they call by one name, and a half year stands beside whole ones.
    """
    rows = ask(build, _FIGURES, ("begin", "end")).drop(columns="figure")
    if country is not None:
        rows = rows[(rows["one"] == country) | (rows["other"] == country)]
    return rows.reset_index(drop=True)
