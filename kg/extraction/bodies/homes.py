"""Whose the bodies are that an article names without a country: `Quốc hội` of an article about Washington is not Vietnam's.

A Vietnamese paper means Vietnam's bodies by such names, unless the article speaks of other countries and of nothing Vietnamese. Then they are
the one country's, or nobody can tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.extraction.bodies.clusters import Cluster
from kg.extraction.persons.index import CHINESE_NAMES, Person

__all__ = ["settle_homes"]

_VIETNAM = "VN"
_REPORTERS = frozenset({"media"})
"""Kinds of bodies that articles about any country name."""


def settle_homes(bodies: Iterable[Cluster], places: Iterable[Cluster], persons: Iterable[Person], countries: Collection[str]) -> None:
    """Give the `bodies` of any state that are named without one the country whose they are, None where it cannot be told.

    `countries` are the ISO codes of the countries that the article names.
    """
    bodies = list(bodies)
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


def _is_nameless(body: Cluster) -> bool:
    return body.row is not None and all(body.row.shares(finding.name) for finding in body.found)


def _is_vietnamese_body(body: Cluster) -> bool:
    return body.country == _VIETNAM and not _is_nameless(body) and body.kind not in _REPORTERS


def _is_vietnamese(person: Person, foreign: Collection[str]) -> bool:
    return person.vietnamese and len(person.words) > 1 and not (person.chinese and not CHINESE_NAMES.isdisjoint(foreign))
