"""Visits as a table: who, of which country, went where, when, and on which level."""

from __future__ import annotations

import pandas as pd

from kg.analysis.asking import Build, ask, within

__all__ = ["visits"]

_VISITS = """
SELECT DISTINCT ?event ?begin ?end ?date ?person ?name ?acting ?home ?destination ?destination_name ?level ?modality ?reports WHERE {
  ?event a kg:Visit ; kg:modality ?modality ; kg:reportCount ?reports .
  ?goal kg:event ?event ; kg:participant ?destination ; kg:roleType "destination" .
  ?destination rdfs:label ?destination_name . FILTER(LANG(?destination_name) = "vi")
  ?part kg:event ?event ; kg:participant ?person ; kg:roleType ?role .
  FILTER(?role NOT IN ("destination", "host", "place"))
  ?person a kg:Person ; rdfs:label ?name . FILTER(LANG(?name) = "vi")
  OPTIONAL { ?event kg:date ?date }
  OPTIONAL { ?event kg:begin ?begin ; kg:end ?end }
  OPTIONAL { ?event kg:level ?level }
  OPTIONAL {
    ?part kg:actingAs/kg:office ?office . ?office rdfs:label ?acting . FILTER(LANG(?acting) = "vi")
    OPTIONAL { ?office (kg:ofCountry|(kg:ofOrganization/kg:inCountry))/kg:iso ?home }
  }
} ORDER BY ?begin ?event ?person ?destination"""


def visits(build: Build, since: str | None = None, until: str | None = None, happened: bool = True) -> pd.DataFrame:
    """One row for each visitor and destination: `event`, `begin`, `end`, `date` (EDTF), `person`, `name`, `acting`, `home` (ISO code of the
    country of the office held that day), `destination`, `destination_name`, `level` (in the articles' words), `modality`, `reports`.
    Planned, cancelled and hearsay visits are in it only without `happened`.

    Where it misleads: a visit to a country and to a city in it may be two rows; spouses and delegations that a sentence names are
    visitors too; the level is what a newspaper calls it, and most do not call it anything.
    """
    frame = within(ask(build, _VISITS, ("begin", "end")), since, until)
    if happened:
        frame = frame[frame["modality"] == "happened"]
    return frame.reset_index(drop=True)
