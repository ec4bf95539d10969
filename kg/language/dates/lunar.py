"""The Vietnamese lunar calendar: a lunar day, month and year into a Gregorian date.

A month begins on the day (at UTC+7) of a new moon; the month with the winter solstice is the eleventh, and in a year of
thirteen months the first without a major solar term is the leap one. New moons and the sun's longitude follow
J. Meeus, Astronomical Algorithms (2nd ed.), chapters 49 and 25. Vietnam reckons by UTC+7 throughout since 1976.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import math

__all__ = ["FIRST_YEAR", "LAST_YEAR", "gregorian"]

FIRST_YEAR, LAST_YEAR = 1976, 2050
_UTC7 = 7 / 24
_SYNODIC_MONTH = 29.530588861
_EPOCH = 2451550.09766  # Julian ephemeris day of the new moon of 2000-01-06
_ORDINAL_OF_JD0 = 1721424.5

# Periodic terms of the new moon (Meeus, table 49.A): days, power of E, and the multiples of the sun's anomaly M,
# the moon's anomaly M', its argument of latitude F and its node in the sine.
_TERMS = (
    (-0.40720, 0, 0, 1, 0, 0), (0.17241, 1, 1, 0, 0, 0), (0.01608, 0, 0, 2, 0, 0), (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0), (-0.00514, 1, 1, 1, 0, 0), (0.00208, 2, 2, 0, 0, 0), (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0), (0.00056, 1, 1, 2, 0, 0), (-0.00042, 0, 0, 3, 0, 0), (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0), (-0.00024, 1, -1, 2, 0, 0), (-0.00017, 0, 0, 0, 0, 1),
)  # fmt: skip


def gregorian(year: int, month: int, day: int) -> datetime.date | None:
    """The Gregorian date of a day of the lunar year that begins in `year`; day 0 is the last of the month.

    None where the month has no such day or the year lies outside FIRST_YEAR to LAST_YEAR. Of two months with one
    number, the first (not the leap month) is meant.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 0 <= day <= 30:
        return None
    starts = _month_starts(year)
    first, after = starts[month]
    date = (after - 1) if day == 0 else first + day - 1
    return datetime.date.fromordinal(date) if date < after else None


@functools.cache
def _month_starts(year: int) -> dict[int, tuple[int, int]]:
    """Month number → (its first day, the first day after it), as proleptic Gregorian ordinals, for the lunar year."""
    numbered: dict[int, tuple[int, int]] = {}
    for months, of_this_year in ((_months_between_solstices(year - 1), range(1, 11)), (_months_between_solstices(year), range(11, 13))):
        for number, first, after in months:
            if number in of_this_year:
                numbered.setdefault(number, (first, after))
    return numbered


@functools.cache
def _months_between_solstices(year: int) -> tuple[tuple[int, int, int], ...]:
    """(number, first day, day after) of the months from the eleventh of `year` up to the eleventh of the next."""
    begin, end = _eleventh_month(year), _eleventh_month(year + 1)
    starts = [_new_moon_day(k) for k in range(begin, end + 1)]
    leap_year = end - begin == 13
    months: list[tuple[int, int, int]] = []
    number, leap_seen = 11, False
    for index, (first, after) in enumerate(itertools.pairwise(starts)):
        without_term = _term_at(first) == _term_at(after)
        if index and leap_year and without_term and not leap_seen:
            leap_seen = True  # keeps the number of the month before
        elif index:
            number = number % 12 + 1
        months.append((number, first, after))
    return tuple(months)


@functools.cache
def _eleventh_month(year: int) -> int:
    """Which new moon (counted from 2000-01-06) begins the month that holds the winter solstice of `year`."""
    new_year = datetime.date(year, 12, 31).toordinal()
    k = math.floor((new_year + _ORDINAL_OF_JD0 - _EPOCH) / _SYNODIC_MONTH) + 1
    while _new_moon_day(k) > new_year:
        k -= 1
    # the major term at the month's first day is already that of the solstice: the solstice fell before it
    return k - 1 if _term_at(_new_moon_day(k)) >= 9 else k


@functools.cache
def _term_at(ordinal: int) -> int:
    """The major solar term in force as a day begins at UTC+7: the sun's longitude in twelfths of the circle, 0 at the spring equinox."""
    return int(_sun_longitude(ordinal + _ORDINAL_OF_JD0 - _UTC7) // 30)


@functools.cache
def _new_moon_day(k: int) -> int:
    """The day at UTC+7 (ordinal) of the k-th new moon after that of 2000-01-06."""
    t = k / 1236.85
    moment = _EPOCH + _SYNODIC_MONTH * k + 0.00015437 * t**2
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = math.radians(2.5534 + 29.10535670 * k - 0.0000014 * t**2)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2)
    latitude = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2)
    node = math.radians(124.7746 - 1.56375588 * k + 0.0020672 * t**2)
    for days, power, m, m1, f, om in _TERMS:
        moment += days * e**power * math.sin(m * sun + m1 * moon + f * latitude + om * node)
    moment += 0.000325 * math.sin(math.radians(299.77 + 0.107408 * k - 0.009173 * t**2))
    moment -= _delta_t(2000 + t * 100) / 86400
    return math.floor(moment + _UTC7 - _ORDINAL_OF_JD0)


def _delta_t(year: float) -> float:
    """Terrestrial minus universal time in seconds, to some seconds from 1976 to 2050 (Espenak and Meeus, NASA TP-2006-214141)."""
    t = year - 2000
    if year >= 2005:
        return 62.92 + 0.32217 * t + 0.005589 * t * t
    if year >= 1986:
        return 63.86 + 0.3345 * t - 0.060374 * t**2 + 0.0017275 * t**3 + 0.000651814 * t**4 + 0.00002373599 * t**5
    return 45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260 - (year - 1975) ** 3 / 718


def _sun_longitude(jd: float) -> float:
    """Apparent longitude of the sun in degrees, 0 to 360, to about 0.01 degree."""
    t = (jd + _delta_t(2000 + (jd - 2451545) / 365.25) / 86400 - 2451545.0) / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t * t) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    true = 280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre
    return (true - 0.00569 - 0.00478 * math.sin(math.radians(125.04 - 1934.136 * t))) % 360
