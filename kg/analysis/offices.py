"""Office timelines: who is shown in which office from which day to which."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask

__all__ = ["office_timelines"]

_HOLDINGS = """
SELECT ?office ?office_name ?iso ?role ?rank ?person ?name ?status ?scope
       (MIN(?day) AS ?first) (MAX(?day) AS ?last) (GROUP_CONCAT(DISTINCT STR(?day)) AS ?days) (MIN(?from) AS ?begin) (MIN(?until) AS ?end) WHERE {
  ?holding a kg:OfficeHolding ; kg:office ?office ; kg:holder ?person ; kg:status ?status .
  ?office rdfs:label ?office_name . FILTER(LANG(?office_name) = "vi")
  ?person rdfs:label ?name . FILTER(LANG(?name) = "vi")
  OPTIONAL { ?office (kg:ofCountry|((kg:ofOrganization|kg:ofPlace)/kg:inCountry))/kg:iso ?iso }
  OPTIONAL { ?office kg:role ?concept . OPTIONAL { ?concept kg:rank ?rank } BIND(STRAFTER(STR(?concept), "/role/") AS ?role) }
  OPTIONAL { ?holding kg:scope ?scope }
  OPTIONAL { ?holding kg:attestedOn ?day }
  OPTIONAL { ?holding kg:validFrom ?from ; kg:validFromPrecision "day" }
  OPTIONAL { ?holding kg:validUntil ?until ; kg:validUntilPrecision "day" }
} GROUP BY ?office ?office_name ?iso ?role ?rank ?person ?name ?status ?scope ORDER BY ?iso ?rank ?office ?first ?person"""


def office_timelines(build: Build, country: str | None = None, roles: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row for each person in an office with a status: `office`, `office_name`, `iso`, `role` (a concept of roles.ttl), `rank`,
    `person`, `name`, `status`, `scope`, `first` and `last` day on which the articles show it, `days` (all of them, ISO), `begin` and
    `end` (half-open bounds of the term, where told to the day). `country` is an ISO code, `roles` are concepts such as `prime-minister`.

    Where it misleads: from `first` to `last` the person is *seen* in office; the term was longer on both sides unless `begin` and `end`
    say otherwise, and a gap between two holders is a gap in the articles.
    """
    frame = ask(build, _HOLDINGS, ("first", "last", "begin", "end"))
    frame["days"] = frame["days"].fillna("").map(lambda days: tuple(sorted(days.split())))
    if country is not None:
        frame = frame[frame["iso"] == country]
    if roles:
        frame = frame[frame["role"].isin(roles)]
    return frame.reset_index(drop=True)
