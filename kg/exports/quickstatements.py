"""Offices held as statements for Wikidata's QuickStatements (version 1): person, `position held` (P39), office, with bounds and reference.

Only what can stand there: a holding that an article dates, whose person and office have an item. Items are those of the graph (`owl:sameAs`)
and of a file of yours; nothing is matched by name, and no item is made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kg.errors import ConfigurationError
from kg.exports.rows import rows
from kg.query.run import Build

__all__ = ["Statements", "quickstatements", "read_items"]

_WIKIDATA = "http://www.wikidata.org/entity/"
_ITEM = re.compile(r"Q[1-9]\d*\Z")
_PRECISIONS = {"year": "9", "month": "10", "day": "11"}
"""Precision of a date in QuickStatements."""
_HOLDINGS = """
SELECT DISTINCT ?id ?person ?office ?from ?from_precision ?until ?until_precision ?person_item ?office_item
       (SAMPLE(?address) AS ?url) (MAX(?day) AS ?published) WHERE {
  ?id a kg:OfficeHolding ; kg:holder ?person ; kg:office ?office ; kg:status ?status ; kg:attestedBy ?claim .
  FILTER(?status != "designate")
  ?claim kg:tier "asserted" ; kg:inArticle ?article .
  { ?id kg:validFrom ?bound } UNION { ?id kg:validUntil ?bound }
  OPTIONAL { ?id kg:validFrom ?from . OPTIONAL { ?id kg:validFromPrecision ?from_precision } }
  OPTIONAL { ?id kg:validUntil ?until . OPTIONAL { ?id kg:validUntilPrecision ?until_precision } }
  OPTIONAL { ?person owl:sameAs ?person_item }
  OPTIONAL { ?office owl:sameAs ?office_item }
  OPTIONAL { ?article kg:url ?address }
  OPTIONAL { ?article kg:datePublished ?day }
} GROUP BY ?id ?person ?office ?from ?from_precision ?until ?until_precision ?person_item ?office_item ORDER BY ?id"""


class Statements(NamedTuple):
    """The statements as text, a line each, and the people and offices (identifiers) that would give more if they had an item."""

    text: str
    statements: int
    without_item: tuple[str, ...]


def quickstatements(build: Build, items: Mapping[str, str] | None = None) -> Statements:
    """The statements of a build; `items` are Wikidata items by identifier (`person/to-lam` → `Q…`) and go before the graph's."""
    known = items or {}
    lines: list[str] = []
    without: dict[str, None] = {}
    for row in rows(build, _HOLDINGS)[1]:
        person = known.get(row["person"], row["person_item"].removeprefix(_WIKIDATA))
        office = known.get(row["office"], row["office_item"].removeprefix(_WIKIDATA))
        missing = [one for one, item in ((row["person"], person), (row["office"], office)) if not _ITEM.match(item)]
        without.update(dict.fromkeys(missing))
        if not missing:
            lines.append("\t".join((person, "P39", office, *_qualifiers(row))))
    return Statements("".join(f"{line}\n" for line in lines), len(lines), tuple(sorted(without)))


def _qualifiers(row: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for name, property_ in (("from", "P580"), ("until", "P582")):
        if row[name]:
            found += [property_, _time(row[name], row[f"{name}_precision"])]
    if row["url"].startswith(("http://", "https://")) and '"' not in row["url"] and not re.search(r"\s", row["url"]):
        found += ["S854", f'"{row["url"]}"']
        if row["published"]:
            found += ["S577", _time(row["published"])]
    return found


def _time(day: str, precision: str = "day") -> str:
    return f"+{day}T00:00:00Z/{_PRECISIONS.get(precision, _PRECISIONS['day'])}"


def read_items(path: Path) -> dict[str, str]:
    """Wikidata items from a file of yours: identifier, tab, item (`person/to-lam⇥Q…`); empty lines and lines with # are passed over.

    Raises `ConfigurationError`, which names the line that is wrong.
    """
    items: dict[str, str] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error}); give a text file in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        identifier, _, item = (part.strip() for part in line.partition("\t"))
        if not identifier or not _ITEM.match(item):
            raise ConfigurationError(f"{path}:{number}: write an identifier, a tab and an item of Wikidata (person/to-lam<TAB>Q1), not {line!r}")
        items[identifier] = item
    return items
