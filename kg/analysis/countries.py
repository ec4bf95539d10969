"""Relations of countries over time: contacts of each pair by month, and the levels their relations were raised to."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask

__all__ = ["contacts_by_month", "relation_levels"]

_OF = "(kg:ofCountry|(kg:ofOrganization/kg:inCountry))"
_CONTACTS = f"""
SELECT DISTINCT ?event ?begin ?one ?other WHERE {{
  VALUES ?class {{ kg:Meeting kg:PhoneCall }}
  ?event a ?class ; kg:modality "happened" ; kg:begin ?begin .
  ?first kg:event ?event ; kg:actingAs/kg:office/{_OF}/kg:iso ?one .
  ?second kg:event ?event ; kg:actingAs/kg:office/{_OF}/kg:iso ?other .
  FILTER(?one < ?other)
}} ORDER BY ?begin ?event ?one ?other"""
_LEVELS = """
SELECT ?relation ?one ?other ?level ?level_id ?rank ?since ?date (COUNT(DISTINCT ?article) AS ?articles) WHERE {
  ?relation a kg:BilateralRelation ; kg:country/kg:iso ?one , ?other ; kg:level ?at .
  FILTER(?one < ?other)
  OPTIONAL { ?at skos:prefLabel ?known . FILTER(LANG(?known) = "vi") }
  OPTIONAL { ?at kg:rank ?rank }
  OPTIONAL { ?relation kg:validFrom ?since }
  OPTIONAL { ?relation kg:attestedBy/kg:inArticle ?article }
  OPTIONAL { ?relation kg:attestedBy/^kg:attestedBy ?change . ?change a kg:RelationChange ; kg:date ?date }
  BIND(COALESCE(?known, STR(?at)) AS ?level)
  BIND(IF(isIRI(?at), STRAFTER(STR(?at), "/level/"), "") AS ?level_id)
} GROUP BY ?relation ?one ?other ?level ?level_id ?rank ?since ?date ORDER BY ?one ?other ?since ?rank ?relation"""


def contacts_by_month(build: Build) -> pd.DataFrame:
    """Months (a period index without gaps) × pairs of countries (`US–VN`, ISO codes in order of the alphabet): how many meetings and
    phone calls that happened were between people acting for the two countries that day.

    Where it misleads: a summit of three counts for three pairs; a meeting counts only where the articles show both offices on that day;
    an empty month may be one without articles rather than without contacts (compare `kg.analysis.coverage_by_outlet`). An event known
    only by its year stands in January.
    """
    rows = ask(build, _CONTACTS, ("begin",))
    if rows.empty:
        return pd.DataFrame()
    rows["pair"] = rows["one"] + "–" + rows["other"]
    rows["month"] = rows["begin"].dt.to_period("M")
    table = pd.crosstab(rows["month"], rows["pair"])
    return table.reindex(pd.period_range(table.index.min(), table.index.max(), freq="M", name="month"), fill_value=0)


def relation_levels(build: Build) -> pd.DataFrame:
    """One row for each level that the relations of two countries took up: `one`, `other` (ISO codes), `level`, `level_id`, `rank`
    (0 severed … 7 comprehensive strategic partnership), `since` (a day, where told), `date` (EDTF, as far as told), `articles`.

    Where it misleads: ranks are an order, not a measure (7 is not 7/3 of 3), and the names are Vietnam's own scale; a level that no
    article mentions is missing, so that a line may jump over it.
    """
    rows = ask(build, _LEVELS, ("since",))
    return rows.drop(columns="relation").drop_duplicates(ignore_index=True)
