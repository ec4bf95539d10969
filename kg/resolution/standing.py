"""Office-first resolution over a whole corpus: its titles without a name, the background's terms, and the people whom these bring along.

`Standing` is made from the table, asked for the titles once the first terms are known, and gives the records of the graph in the end.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import msgspec

from kg.model import BackgroundTerm, Office, OfficeHolding, TitleReading
from kg.resolution.background import KnownTerm, background_terms
from kg.resolution.capacities import in_force, surely_in_force
from kg.resolution.claims import ClaimIds
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Thing, people_by_name
from kg.resolution.names import is_spelt_vietnamese
from kg.resolution.office_first import OfficeFirst
from kg.resolution.offices import Key
from kg.resolution.periods import period_of
from kg.resolution.titles import StandsFor, read_titles
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Standing"]


class Standing:
    """Who stands behind titles. `table` are the background's terms by office, `offices` those of the corpus, `things` all it names."""

    def __init__(self, table: Mapping[Key, Sequence[KnownTerm]], offices: Mapping[Key, Office], things: Mapping[str, Thing]) -> None:
        self._offices = offices
        self._terms = {offices[key].id: terms for key, terms in table.items() if key in offices}
        self._things = things
        self._seats = {office.id: office.seats for office in offices.values()}
        self._people = people_by_name(things)
        self._asked = self._office_first((), {})
        self._read: list[StandsFor] = []
        self._holders: dict[str, str] = {}
        self.newcomers: dict[str, Thing] = {}
        """People whom no article names and a title means, by identifier."""

    def _office_first(self, held: Sequence[OfficeHolding], names: Mapping[str, str]) -> OfficeFirst:
        by_office: dict[str, list[OfficeHolding]] = {}
        for holding in held:
            by_office.setdefault(holding.office, []).append(holding)
        homes = {name: self._things[name].country for people in self._people.values() for name in people}
        return OfficeFirst(by_office, self._terms, self._people, homes, names)

    def sitting(self, holder: str, office: str, day: datetime.date) -> tuple[str, KnownTerm] | None:
        """Who else of the corpus by the background surely sat in the one seat `office` that day, or was the last before a successor who came
        later, and the term; None where `holder` may have.
        """
        known = self._terms.get(office, ())
        others = [term for term in known if not term.acting and term.surely(day, day)] or _before_a_gap(known, day)
        if len(others) != 1 or self._seats.get(office) != 1 or any(self._may_be(holder, term) for term in known if term.perhaps(day, day)):
            return None
        person = self._asked.person(others[0])
        return (person, others[0]) if person and person != holder else None

    def _may_be(self, holder: str, term: KnownTerm) -> bool:
        """Whether the term may be the person's: of the same name, or a name not spelt as a Vietnamese one that shares a word with it."""
        key = self._things[holder].essence.partition("|")[0] if holder in self._things else ""
        foreign = not is_spelt_vietnamese(term.person)
        return self._asked.person(term) == holder or key == term.key or (foreign and not {*key.split()}.isdisjoint(term.key.split()))

    def read(
        self,
        heard: Sequence[Witness],
        unnamed: Mapping[Reference, tuple[Key, str]],
        made: Mapping[str, ClaimIds],
        held: Sequence[OfficeHolding],
        names: Mapping[str, str],
    ) -> None:
        """Read all titles by the terms `held`; `unnamed` are the offices without a name, `names` the labels of people and offices."""
        self._asked = self._office_first(held, names)
        self._read = read_titles(heard, unnamed, self._offices, made, self._asked)
        for one in self._read:
            if isinstance(one.holder, KnownTerm) and _self(one.holder) not in self._holders:
                person = self._newcomer(one.holder)
                self._holders[_self(one.holder)] = person
                self.newcomers[person] = Thing("Person", f"{one.holder.key}|{person}", (), one.holder.person, ())

    def _newcomer(self, term: KnownTerm) -> str:
        plain = f"person/{slug_of(term.person)}"
        taken = plain in self._things or plain in self.newcomers
        return plain if not taken else f"{plain}-{slug_of(term.office[1].rpartition('/')[2].lower())}"

    def _holder(self, one: StandsFor) -> str | None:
        return self._holders[_self(one.holder)] if isinstance(one.holder, KnownTerm) else one.holder

    @property
    def for_titles(self) -> dict[tuple[str, int, str], tuple[str, str, str]]:
        """Whom the titles in events mean: (person, office, reading) by article, number of the event and entity of the title."""
        return {
            (one.reference[0], one.event, one.reference[1]): (holder, one.reading.office, one.reading.id)
            for one in self._read
            if one.event is not None and (holder := self._holder(one)) is not None
        }

    def background(self) -> list[BackgroundTerm]:
        """The background's terms in offices that articles speak of, of people whom they name or mean."""
        holders = {
            term: person
            for terms in self._terms.values()
            for term in terms
            if (person := self._asked.person(term) or self._holders.get(_self(term))) is not None
        }
        ids = {key: office.id for key, office in self._offices.items()}
        return background_terms((term for terms in self._terms.values() for term in terms), holders, ids)

    def readings(
        self, held: Sequence[OfficeHolding], stated: Sequence[BackgroundTerm], event_of: Mapping[tuple[str, int], str]
    ) -> list[TitleReading]:
        """The readings with the identifiers of the graph: the person, the term that shows it, the event."""
        found = []
        for one in self._read:
            event = event_of.get((one.reference[0], one.event)) if one.event is not None else None
            holder = self._holder(one)
            term = _term_of(holder, one, held, stated) if holder else None
            found.append(msgspec.structs.replace(one.reading, holder=holder, term=term, event=event))
        return found


def _before_a_gap(terms: Sequence[KnownTerm], day: datetime.date) -> list[KnownTerm]:
    """The last of the terms, in their order, to end before `day`, if another begins after it and none is perhaps of the day."""
    over = [term for term in terms if term.end and term.end.end and term.end.end < day]
    later = any(term.begin.begin and term.begin.begin > day for term in terms)
    return over[-1:] if later and not any(term.perhaps(day, day) for term in terms) else []


def _self(term: KnownTerm) -> str:
    """Whom the table means by a name: one person whatever their offices, but of one word (`Abdullah`) one for each state or body."""
    return term.key if " " in term.key else f"{term.key}|{term.office[1]}"


def _term_of(holder: str, one: StandsFor, held: Sequence[OfficeHolding], stated: Sequence[BackgroundTerm]) -> str | None:
    """The holding, else the background's term, that shows `holder` in the office on the day of the reading."""
    period = period_of(one.reading.day)
    if period.begin is None or period.end is None:
        return None
    office = one.reading.office
    shown = (h.id for h in held if (h.holder, h.office) == (holder, office) and in_force(h, period.begin, period.end))
    known = (t.id for t in stated if (t.holder, t.office) == (holder, office) and surely_in_force(t, period.begin, period.end))
    return next(shown, None) or next(known, None)
