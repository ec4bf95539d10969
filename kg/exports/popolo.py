"""A build as Popolo JSON (popoloproject.com): persons, organizations, posts, memberships, areas and events, each with its sources.

Popolo's membership has start and end dates, but no word for "seen in office on a day": those days stand in the sources' notes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kg.exports.rows import rows
from kg.exports.tables import TABLES
from kg.query.run import Build

__all__ = ["popolo"]

_WIKIDATA = "http://www.wikidata.org/entity/"
_REDUCED = re.compile(r"\d{4}(-\d\d){0,2}\Z")
_SOURCES = """
SELECT DISTINCT ?id ?url ?article ?published ?sentence WHERE {
  VALUES ?class { kg:OfficeHolding kg:Meeting kg:PhoneCall kg:Visit kg:Signing kg:Appointment kg:Departure kg:RelationChange kg:Speech
    kg:Statement kg:Attendance kg:Invitation kg:Congratulation kg:Condolence }
  ?id a ?class ; kg:attestedBy ?claim .
  ?claim kg:inArticle ?article ; kg:sentence ?sentence .
  OPTIONAL { ?article kg:url ?url }
  OPTIONAL { ?article kg:datePublished ?published }
} ORDER BY ?id ?published ?article ?sentence"""


def popolo(build: Build) -> str:
    """The document, with keys in Popolo's order and nothing that is not known."""
    sources = _sources(build)
    offices = list(_table(build, "offices"))
    document = {
        "persons": [_person(row) for row in _table(build, "people")],
        "organizations": [_organization(row) for row in _table(build, "organizations")],
        "areas": [_area(row) for row in _table(build, "countries")],
        "posts": [_post(row) for row in offices],
        "memberships": [_membership(row, {o["id"]: o for o in offices}, sources) for row in _table(build, "holdings")],
        "events": _events(build, sources),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _table(build: Build, name: str) -> Iterable[dict[str, str]]:
    return rows(build, TABLES[name].read_text(encoding="utf-8"))[1]


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def _identifiers(same_as: str, **others: str) -> list[dict[str, str]]:
    found = [{"scheme": scheme, "identifier": value} for scheme, value in others.items() if value]
    if same_as.startswith(_WIKIDATA):
        found.append({"scheme": "wikidata", "identifier": same_as.removeprefix(_WIKIDATA)})
    return found


def _person(row: dict[str, str]) -> dict[str, Any]:
    others = [{"name": name} for name in row["other_names"].split(" | ") if name]
    return _known(id=row["id"], name=row["name"], other_names=others, identifiers=_identifiers(row["same_as"]))


def _organization(row: dict[str, str]) -> dict[str, Any]:
    others = [{"name": name} for name in row["other_names"].split(" | ") if name]
    return _known(id=row["id"], name=row["name"], other_names=others, classification=row["kind"], area_id=row["country"])


def _area(row: dict[str, str]) -> dict[str, Any]:
    identifiers = _identifiers(row["same_as"], **{"iso-3166-1": row["iso"]})
    return _known(id=row["id"], name=row["name"], classification="country", identifiers=identifiers)


def _owner(office: dict[str, str]) -> dict[str, str]:
    owner = office["owner"]
    return _known(organization_id=owner if owner.startswith("organization/") else "", area_id=owner if owner.startswith("country/") else "")


def _post(row: dict[str, str]) -> dict[str, Any]:
    return _known(id=row["id"], label=row["name"], role=row["role_en"] or row["role_vi"], **_owner(row))


def _membership(row: dict[str, str], offices: dict[str, dict[str, str]], sources: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    office = offices.get(row["office"])
    return _known(
        id=row["id"],
        label=row["office_name"],
        role=row["status"],
        person_id=row["person"],
        post_id=row["office"],
        start_date=row["valid_from"],
        end_date=row["valid_until"],
        sources=sources.get(row["id"], []),
        **(_owner(office) if office is not None else {}),
    )


def _events(build: Build, sources: dict[str, list[dict[str, str]]]) -> list[dict[str, Any]]:
    attendees: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _table(build, "participations"):
        key = "person_id" if row["type"] == "Person" else "organization_id" if row["type"] == "Organization" else "area_id"
        attendees[row["event"]].append({key: row["participant"], "role": row["role"]})
    return [
        _known(
            id=row["id"],
            name=row["label"],
            classification=row["type"] if row["modality"] == "happened" else f"{row['type']} ({row['modality']})",
            **_dates(row),
            location=row["place_name"],
            parent_id=row["part_of"],
            attendees=attendees.get(row["id"], []),
            sources=sources.get(row["id"], []),
        )
        for row in _table(build, "events")
    ]


def _dates(row: dict[str, str]) -> dict[str, str]:
    """Popolo writes a year or a month as they are; what reaches from day to day has both."""
    if _REDUCED.match(row["date"]):
        return {"start_date": row["date"]}
    return {"start_date": row["begin"], "end_date": row["end"]} if row["begin"] else {}


def _sources(build: Build) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(build, _SOURCES)[1]:
        published = f" ({row['published']})" if row["published"] else ""
        found[row["id"]].append(_known(url=row["url"] or row["article"], note=f"{row['sentence']}{published}"))
    return found
