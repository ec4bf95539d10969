"""Office first: a title without a name and a day in, its holder on that day out, or the reason for which it cannot be told.

What articles tell and show goes before the background; who only stood in is meant by `quyền` alone; where two may be meant, nobody is.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from kg.model import OfficeHolding
from kg.resolution.background import KnownTerm
from kg.resolution.capacities import in_force

__all__ = ["Answer", "OfficeFirst"]

BY_ARTICLES, BY_BACKGROUND = 0.95, 0.9
"""Confidence of what articles show on the day, and of what the table alone has: a table's bounds are read by nobody here."""


class Answer(NamedTuple):
    """Who held an office on a day. `holder` is a person's identifier, or a term of the background whose person no article names."""

    outcome: Literal["resolved", "ambiguous", "unknown"]
    reason: str
    confidence: float = 0.0
    holder: str | KnownTerm | None = None
    candidates: tuple[str, ...] = ()


class OfficeFirst:
    """The terms of a corpus and of the background, to be asked for the holder of an office.

    `held` are the holdings by identifier of the office, `known` the background's terms likewise; `persons` gives the people of the
    corpus by the key of their name, `homes` the ISO code of the country that their offices are of, `names` their labels.
    """

    def __init__(
        self,
        held: Mapping[str, Sequence[OfficeHolding]],
        known: Mapping[str, Sequence[KnownTerm]],
        persons: Mapping[str, Sequence[str]],
        homes: Mapping[str, str | None],
        names: Mapping[str, str],
    ) -> None:
        self._held = held
        self._known = known
        self._persons = persons
        self._homes = homes
        self._names = names

    def person(self, term: KnownTerm) -> str | None:
        """The one person of the corpus who has the name of the term's holder; None where there is none, or several are called so."""
        people = self._namesakes(term)
        return people[0] if len(people) == 1 else None

    def _namesakes(self, term: KnownTerm) -> list[str]:
        """The people of that name whose country is that of the office; of one word the name tells nothing without the country."""
        _, _, country = term.office[1].rpartition("country/")
        open_home = (country,) if " " not in term.key else (country, None)
        return [person for person in self._persons.get(term.key, ()) if not country or self._homes.get(person) in open_home]

    def _who(self, term: KnownTerm) -> str:
        return self.person(term) or term.key

    def holder(self, office: str, first: datetime.date, last: datetime.date, *, acting: bool) -> Answer:
        """Who held `office` on all days from `first` to `last`; `acting` asks for one who stood in, else those are passed over."""
        held = [one for one in self._held.get(office, ()) if one.status == ("acting" if acting else "current") and one.scope is None]
        known = [term for term in self._known.get(office, ()) if term.acting == acting]
        shown = sorted({one.holder for one in held if in_force(one, first, first) and in_force(one, last, last)})
        near = {one.holder for one in held if _touches(one, first, last)}
        if len(shown) == 1 and near <= set(shown):
            named = self._names.get(shown[0], shown[0])
            return Answer("resolved", f"articles show {named} in this office then", BY_ARTICLES, shown[0])
        if shown or len(near) > 1:
            return self._ambiguous("articles show several in this office then, or a change of hands", {*shown, *near})
        left = {one.holder for one in held if one.ended_by and one.ended_by <= first.isoformat()}
        sure = [term for term in known if term.surely(first, last) and not self._told_to_have_left(term, left, first)]
        perhaps = [term for term in known if term.perhaps(first, last)]
        who = {self._who(term) for term in perhaps} | near
        if sure and len(who) == 1:
            term = sure[0]
            if len(self._namesakes(term)) > 1:
                return Answer("ambiguous", f"several people are called {term.person}", candidates=tuple(self._namesakes(term)))
            reason = f"{term.person} by the background ({term.row.source}), which no article gainsays"
            return Answer("resolved", reason, BY_BACKGROUND, self.person(term) or term)
        if len(who) > 1:
            return self._ambiguous("it changed hands about then, or articles and background differ", who)
        if not acting and any(term.perhaps(first, last) for term in self._known.get(office, ()) if term.acting):
            return Answer("unknown", "only somebody who stood in is known for then")
        return Answer("unknown", "neither articles nor the background tell who held it then")

    def _ambiguous(self, why: str, who: set[str]) -> Answer:
        return Answer("ambiguous", why, candidates=tuple(sorted(self._names.get(one, one) for one in who)))

    def _told_to_have_left(self, term: KnownTerm, left: set[str], day: datetime.date) -> bool:
        """Whether articles tell that the term's holder had left by `day`, whatever the table says."""
        return self.person(term) in left and term.begin.begin is not None and term.begin.begin < day


def _touches(holding: OfficeHolding, first: datetime.date, last: datetime.date) -> bool:
    """Whether the holding may be in force on one of the days: shown so, entered before them with no later word, ended on the first, or
    with a bound told as a month or a year that the days lie in.
    """
    opens, closes = first.isoformat(), last.isoformat()
    if in_force(holding, first, last) or (holding.valid_until or "") <= opens <= (holding.ended_by or ""):
        return True
    entered = holding.valid_from is not None and holding.valid_from <= closes
    return entered and (holding.valid_until is None or (holding.from_precision != "day" and opens <= (holding.begun_by or "")))
