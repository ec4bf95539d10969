"""Which year a day or month without one belongs to, seen from the day of publication.

The nearest date of this calendar year and the last one is meant; writers say so when they speak of the next year, so it
comes in only where the words look ahead or the date is a few weeks off. Far dates follow the tense of their clause.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from kg.language.dates.references import Tense
from kg.language.dates.words import alternatives, time_words

__all__ = ["Period", "choose_year", "clause_tense"]

Period = tuple[datetime.date, datetime.date]
_NEAR, _NEXT_YEAR = 120, 50  # days
# A paper may carry the date of the day before or after that of its printing: so near, the tense of a word decides nothing.
_SLACK = 7
_VERBS = re.compile(
    rf"(?<!\w)(?:(?P<past>(?<!chưa\s){alternatives(time_words('past_verb'))})|(?P<future>{alternatives(time_words('future_verb'))}))"
)
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[;:.]|,\s+(?:nhưng|song|còn|trong khi)\s")


def choose_year(
    at: Callable[[int], Period | None],
    published: datetime.date,
    told: Tense | None,
    clause: Callable[[], Tense | None],
) -> int | None:
    """The year whose date is meant, of the year of publication and its neighbours.

    `at` gives the first and last day in a year (None where the year has no such day); `told` is the tense that the
    expression itself tells (`hồi tháng 8`), `clause` looks for that of the words around it, asked only if needed.
    """
    reach = range(published.year - 4, published.year + 5)  # as far as to the next 29/2
    known = {year: period for year in reach if (period := at(year))}
    around = {year: known[year] for year in range(published.year - 1, published.year + 2) if year in known} or known
    if not around:
        return None
    nearest = _nearest(around, published)
    if told and abs(_distance(around[nearest], published)) > _SLACK:
        return _in_tense(around, published, told)
    if nearest > published.year and not _speaks_of_next_year(abs(_distance(around[nearest], published)), clause()):
        around.pop(nearest)
        nearest = _nearest(around, published) if around else nearest
    tense = clause() if abs(_distance(known[nearest], published)) > _NEAR else None
    return _in_tense(around, published, tense) if tense and around else nearest


def _speaks_of_next_year(days: int, tense: Tense | None) -> bool:
    return tense == "future" or (tense is None and days <= _NEXT_YEAR)


def _nearest(periods: dict[int, Period], day: datetime.date) -> int:
    return min(periods, key=lambda year: abs(_distance(periods[year], day)))


def _in_tense(candidates: dict[int, Period], published: datetime.date, tense: Tense) -> int:
    if tense == "past":
        return max((year for year, (first, _) in candidates.items() if first <= published), default=min(candidates))
    return min((year for year, (_, last) in candidates.items() if last >= published), default=max(candidates))


def _distance(period: Period, day: datetime.date) -> int:
    """Days from `day` to the period, negative where it lies before; 0 inside."""
    first, last = period
    return (first - day).days if first > day else (last - day).days if last < day else 0


def clause_tense(folded: str, sentence: tuple[int, int], start: int, end: int) -> Tense | None:
    """The tense that the nearest verb marker before the expression tells (`sẽ`, `đã`); if it opens its clause, the first after it."""
    before = folded[max(sentence[0], start - 100) : start]
    breaks = list(_CLAUSE_END.finditer(before))
    markers = list(_VERBS.finditer(before, breaks[-1].end() if breaks else 0))
    if markers:
        return "past" if markers[-1]["past"] else "future"
    opening = before[breaks[-1].end() if breaks else 0 :]
    if len(_WORD.findall(opening)) > 2:
        return None
    after = folded[end : min(sentence[1], end + 100)]
    stop = _CLAUSE_END.search(after)
    marker = _VERBS.search(after, 0, stop.start() if stop else len(after))
    return None if marker is None else "past" if marker["past"] else "future"
