"""Whose the bodies are that an article names without a country: `Quốc hội` of an article about Washington is not Vietnam's.

A Vietnamese paper means Vietnam's bodies by such names, unless the article speaks of other countries and of nothing Vietnamese. Then they are
the one country's, or nobody can tell.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable

from kg.extraction.bodies.clusters import Cluster
from kg.extraction.persons.index import CHINESE_NAMES, Person
from kg.lexicon import Lexicon, OrganizationRow
from kg.lexicon.short_forms import in_full

__all__ = ["settle_homes"]

_VIETNAM = "VN"
_REPORTERS = frozenset({"media"})
"""Kinds of bodies that articles about any country name."""


def settle_homes(
    bodies: Iterable[Cluster], places: Iterable[Cluster], persons: Iterable[Person], countries: Collection[str], lexicon: Lexicon
) -> None:
    """Give the `bodies` of any state that are named without one the country whose they are, None where it cannot be told.

    `countries` are the ISO codes of the countries that the article names.
    """
    bodies = list(bodies)
    rows = _shared_rows(lexicon.organizations)
    for body in bodies:  # `Trưởng |ban Đối ngoại Trung ương|`: a body read inside a title has no row yet
        if body.row is None and body.country is None and (row := rows.get(in_full(body.name))) is not None:
            body.row, body.country = row, row.country
    foreign = {iso for iso in countries if iso != _VIETNAM}
    if not foreign or _VIETNAM in countries or any(map(_is_vietnamese_body, bodies)) or any(place.country == _VIETNAM for place in places):
        return
    if any(_is_vietnamese(person, foreign) for person in persons):
        return
    for body in bodies:
        if _is_nameless(body):
            assert body.row is not None
            body.country = min(foreign) if len(foreign) == 1 else None
            told = {finding.name for finding in body.found}
            for form in (body.row.name, *body.row.acronyms):  # Vietnam's names for it
                if form not in told:
                    body.aliases.pop(form, None)


@functools.lru_cache(maxsize=2)
def _shared_rows(rows: tuple[OrganizationRow, ...]) -> dict[str, OrganizationRow]:
    """The rows of bodies that any state has, by their names written out."""
    return {in_full(name): row for row in rows for name in (row.name, *row.aliases) if row.shares(name)}


def _is_nameless(body: Cluster) -> bool:
    return body.row is not None and all(body.row.shares(finding.name) for finding in body.found)


def _is_vietnamese_body(body: Cluster) -> bool:
    return body.country == _VIETNAM and not _is_nameless(body) and body.kind not in _REPORTERS


def _is_vietnamese(person: Person, foreign: Collection[str]) -> bool:
    return person.vietnamese and len(person.words) > 1 and not (person.chinese and not CHINESE_NAMES.isdisjoint(foreign))
