"""Two times: who held which office on one day, by the articles published up to another. A build in, those in office out.

What was known by a day is what the articles of that day and earlier would have made by themselves: their records are resolved
anew, so that no later article has a say in who is who, which reports are one event, or when a term began. The background is known from no
article: it fills, marked as such, what the articles leave open. Where the question is what they let one know, it only keeps titles of old apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from pyoxigraph import Store

from kg.decisions import file_of, read_decisions
from kg.graph import open_store
from kg.lexicon import load_lexicon
from kg.model import BackgroundTerm, HoldingStatus, Knowledge, Office, OfficeHolding, Precision, as_told
from kg.query import Rows, query
from kg.query.lookup import base_of, find
from kg.records import read_records
from kg.resolution import resolve
from kg.resolution.capacities import surely_in_force
from kg.resolution.in_force import Evidence, TermsInForce

__all__ = ["Incumbent", "as_of"]

_HOLDINGS = """
SELECT ?id ?holder ?name ?office ?title ?status ?seats ?from ?from_precision ?until ?until_precision
       (GROUP_CONCAT(DISTINCT STR(?day); SEPARATOR=" ") AS ?days) (MIN(?in) AS ?country) WHERE {
  ?id a kg:OfficeHolding ; kg:holder ?holder ; kg:office ?office ; kg:status ?status .
  ?holder rdfs:label ?name . ?office rdfs:label ?title . FILTER(LANG(?name) = "vi" && LANG(?title) = "vi")
  OPTIONAL { ?office kg:seats ?seats }
  OPTIONAL { ?office kg:ofCountry|(kg:ofOrganization/kg:inCountry) ?of . BIND(STR(?of) AS ?in) }
  OPTIONAL { ?id kg:validFrom ?from ; kg:validFromPrecision ?from_precision }
  OPTIONAL { ?id kg:validUntil ?until ; kg:validUntilPrecision ?until_precision }
  OPTIONAL { ?id kg:attestedOn ?day }
} GROUP BY ?id ?holder ?name ?office ?title ?status ?seats ?from ?from_precision ?until ?until_precision"""


_BACKGROUND = """
SELECT ?id ?holder ?name ?office ?title ?from ?from_precision ?until ?until_precision ?as_of ?acting ?source (MIN(?in) AS ?country) WHERE {
  ?id a kg:BackgroundTerm ; kg:holder ?holder ; kg:office ?office ; kg:validFrom ?from ; kg:validFromPrecision ?from_precision ;
    kg:asOf ?as_of ; kg:stoodIn ?acting ; dcterms:source ?source .
  ?holder rdfs:label ?name . ?office rdfs:label ?title . FILTER(LANG(?name) = "vi" && LANG(?title) = "vi")
  OPTIONAL { ?id kg:validUntil ?until ; kg:validUntilPrecision ?until_precision }
  OPTIONAL { ?office kg:ofCountry|(kg:ofOrganization/kg:inCountry) ?of . BIND(STR(?of) AS ?in) }
} GROUP BY ?id ?holder ?name ?office ?title ?from ?from_precision ?until ?until_precision ?as_of ?acting ?source ORDER BY ?id"""


class Incumbent(msgspec.Struct, frozen=True):
    """Somebody in an office on the day that was asked for.

    `evidence` and `nearest` are those of `kg.resolution.in_force.InForce`, or `background` where no article says it, which
    `source` then does; bounds are half-open, the day, month or year that is told, null is unknown. The four before `source` are
    identifiers of the graph without its base (`person/to-lam`); `country` is that of the office, null where it has none.
    """

    office: str
    person: str
    status: HoldingStatus
    evidence: Evidence | Literal["background"]
    nearest: str | None
    valid_from: str | None
    valid_until: str | None
    office_id: str
    person_id: str
    country: str | None
    holding: str
    source: str | None = None


class _Told(NamedTuple):
    holdings: Sequence[OfficeHolding]
    offices: Sequence[Office]
    labels: Mapping[str, str]
    countries: Mapping[str, str]


def as_of(
    folder: str | Path,
    day: datetime.date,
    known: datetime.date | None = None,
    *,
    country: str | None = None,
    lexicon: Sequence[str | Path] = (),
    background: bool = True,
) -> list[Incumbent]:
    """Who was in office on `day` by the build in `folder`; with `known`, by its articles published on that day or earlier.

    An article without a date of publication was not known on any day. `country` is a name, a code or an identifier; `lexicon` are the
    user's own tables that the build was made with, needed for `known`. By office, those with the surer evidence first. The build's
    `background` fills the offices in which articles tell or show nobody that day; with `known` it never does.
    Raises `StoreError` where there is no build, `QueryError` where `country` names none.
    """
    store = open_store(Path(folder))
    base = base_of(store)
    wanted = find(store, "country", country).value.removeprefix(base) if country else None
    if known is None:
        answer = query(store, _HOLDINGS)
        assert isinstance(answer, Rows)
        told = _of_rows(answer, base)
    else:
        earlier = (record for record in read_records(Path(folder)) if record.article.published and record.article.published[:10] <= str(known))
        curated = file_of(Path(folder))
        decided = read_decisions(curated) if curated is not None else []
        told = _of_knowledge(resolve(earlier, load_lexicon([Path(place) for place in lexicon]), background=background, decisions=decided))
    found = [
        Incumbent(
            office=told.labels[held.office],
            person=told.labels[held.holder],
            status=held.status,
            evidence=evidence,
            nearest=str(nearest) if nearest else None,
            valid_from=as_told(held.valid_from, held.from_precision),
            valid_until=as_told(held.valid_until, held.until_precision),
            office_id=held.office,
            person_id=held.holder,
            country=told.countries.get(held.office),
            holding=held.id,
        )
        for held, evidence, nearest in TermsInForce(told.holdings, told.offices).on(day)
        if wanted is None or told.countries.get(held.office) == wanted
    ]
    if background and known is None:
        settled = {one.office_id for one in found if one.evidence in ("told", "shown")}
        filling = _of_background(store, base, day)
        found += [one for one in filling if wanted in (None, one.country) and one.office_id not in settled]
    return sorted(found, key=lambda one: (one.office, one.office_id, one.evidence not in ("told", "shown"), one.evidence, one.person))


def _of_background(store: Store, base: str, day: datetime.date) -> list[Incumbent]:
    """Who was in office on `day` by the background of the build, where its bounds are exact enough to tell."""
    answer = query(store, _BACKGROUND)
    assert isinstance(answer, Rows)
    found = []
    for row in answer.values():
        given = {name: str(value).removeprefix(base) if value is not None else None for name, value in row.items()}
        acting = given["acting"] in ("true", "True", "1")
        bounds = {name: given[column] for name, column in _BOUNDS.items()}
        term = msgspec.convert(bounds | {"acting": acting, "source": given["source"]}, BackgroundTerm)
        if surely_in_force(term, day, day):
            status: HoldingStatus = "acting" if acting else "current"
            names = str(given["title"]), str(given["name"])
            bounds_told = as_told(term.valid_from, term.from_precision), as_told(term.valid_until, term.until_precision)
            found.append(
                Incumbent(*names, status, "background", None, *bounds_told, term.office, term.holder, given["country"], term.id, term.source)
            )
    return found


_BOUNDS = {
    "id": "id",
    "holder": "holder",
    "office": "office",
    "valid_from": "from",
    "from_precision": "from_precision",
    "valid_until": "until",
    "until_precision": "until_precision",
    "as_of": "as_of",
}
"""Field of a term → variable of the query."""


def _of_rows(answer: Rows, base: str) -> _Told:
    holdings: list[OfficeHolding] = []
    offices: dict[str, Office] = {}
    labels: dict[str, str] = {}
    countries: dict[str, str] = {}
    for row in answer.values():
        id_, holder, office = (str(row[name]).removeprefix(base) for name in ("id", "holder", "office"))
        begin, end = (str(row[name]) if row[name] else None for name in ("from", "until"))
        opening, closing = (msgspec.convert(row[name] or "day", Precision) for name in ("from_precision", "until_precision"))
        days = tuple(sorted(str(row["days"] or "").split()))
        status = msgspec.convert(row["status"], HoldingStatus)
        holdings.append(OfficeHolding(id_, holder, office, status, None, days, (), begin, end, opening, closing))
        seats = row["seats"] if isinstance(row["seats"], int) else None
        offices[office] = Office(office, str(row["title"]), "", None, None, seats)
        labels |= {holder: str(row["name"]), office: str(row["title"])}
        if row["country"]:
            countries[office] = str(row["country"]).removeprefix(base)
    return _Told(holdings, tuple(offices.values()), labels, countries)


def _of_knowledge(knowledge: Knowledge) -> _Told:
    labels = {entity.id: entity.label for entity in knowledge.entities} | {office.id: office.label for office in knowledge.offices}
    lies_in = {entity.id: f"country/{entity.country}" for entity in knowledge.entities if entity.country and entity.type == "Organization"}
    owners = {office.id: office.owner for office in knowledge.offices if office.owner}
    countries = {
        office: owner if owner.startswith("country/") else lies_in[owner]
        for office, owner in owners.items()
        if owner.startswith("country/") or owner in lies_in
    }
    return _Told(knowledge.holdings, knowledge.offices, labels, countries)
