"""Terms of office that no article tells: rows of the lexicon's table as days, offices and people of this corpus.

A row's bounds are stretches of days, since a source may know a year or a month alone. Before them and after `as_of` a row says nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon, TermRow
from kg.model import BackgroundTerm, Entity
from kg.resolution.identifiers import assign
from kg.resolution.identity.organizations import BodyNames
from kg.resolution.identity.persons import Spellings
from kg.resolution.identity.things import Thing
from kg.resolution.names import person_key
from kg.resolution.offices import Key
from kg.resolution.periods import Period, period_of, precision_of
from kg.resolution.roles import Roles

__all__ = ["KnownTerm", "background_terms", "known_terms"]


class KnownTerm(NamedTuple):
    """A row of the table: `person` is the name to go by, `key` that of the people of the corpus, `begin` and `end` stretches of days.

    `end` is None where the source knows none; then the term is known up to `as_of`, the first day its source can have been written on.
    """

    row: TermRow
    person: str
    key: str
    office: Key
    begin: Period
    end: Period | None
    as_of: datetime.date

    @property
    def acting(self) -> bool:
        """Whether the person only stood in."""
        return bool(self.row.acting)

    def surely(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the person was in office on every day from `first` to `last`, whatever the imprecise bounds mean."""
        assert self.begin.end is not None
        known = self.end.begin if self.end else self.as_of + datetime.timedelta(days=1)
        return known is not None and self.begin.end <= first and last < known

    def perhaps(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the person may have been in office on one of the days; the day of a handover is both holders'."""
        assert self.begin.begin is not None
        return self.begin.begin <= last and (self.end is None or self.end.end is None or first <= self.end.end)


def known_terms(lexicon: Lexicon, roles: Roles, known: Mapping[str, Thing]) -> dict[Key, list[KnownTerm]]:
    """The table's terms by office, the earliest first. `known` are the bodies of the corpus by identifier; an office of another is left out."""
    names = BodyNames(lexicon)
    bodies = {thing.essence: name for name, thing in known.items() if thing.type == "Organization"}
    spellings = Spellings(lexicon.people)
    found: dict[Key, list[KnownTerm]] = {}
    for row in lexicon.terms_of_office:
        office = _office(row, roles, names, bodies)
        if office is None:
            continue
        person = spelt.name if (spelt := spellings.row(row.person)) else row.person
        as_of = period_of(row.as_of).begin
        begin, end = period_of(row.begin), period_of(row.until) if row.until else None
        if as_of and begin.known:
            found.setdefault(office, []).append(KnownTerm(row, person, person_key(person), office, begin, end, as_of))
    return {office: sorted(terms, key=lambda term: (term.row.begin, term.person)) for office, terms in found.items()}


def _office(row: TermRow, roles: Roles, names: BodyNames, bodies: Mapping[str, str]) -> Key | None:
    """The office of a row as the corpus knows it: a party leader is the country's, a body's head is of the body if an article names it."""
    role = roles.key_of_concept(row.role_id)
    if len(row.of) == 2 and row.of.isupper():
        return role, f"country/{row.of}"
    body = names.row(row.of)
    if body is not None and body.country and roles.belongs_to_country(role):
        return role, f"country/{body.country}"
    essence, _ = names.essence(Entity("", "Organization", row.of, country=(body.country or None) if body else None))
    owner = bodies.get("|".join(essence))
    return (role, owner) if owner else None


def background_terms(terms: Iterable[KnownTerm], holders: Mapping[KnownTerm, str], offices: Mapping[Key, str]) -> list[BackgroundTerm]:
    """The terms as records; `holders` gives the person of each that is in the graph, `offices` the identifiers of its offices.

    A term enters where an article speaks of its office and its person is in the graph: named by an article, or meant by a title.
    """
    chosen: Sequence[KnownTerm] = [term for term in terms if term in holders and term.office in offices]
    wishes = {}
    for number, term in enumerate(chosen):
        stem = f"{holders[term].partition('/')[2]}-{offices[term.office].partition('/')[2]}"
        wishes[number] = [f"{stem}-{term.row.begin[:4]}", f"{stem}-{term.row.begin}"]
    ids = assign("background", wishes, {k: "|".join((t.key, *t.office, t.row.begin)) for k, t in enumerate(chosen)})
    return [_record(ids[number], term, holders[term], offices[term.office]) for number, term in enumerate(chosen)]


def _record(identifier: str, term: KnownTerm, holder: str, office: str) -> BackgroundTerm:
    from_precision = precision_of(term.row.begin)
    assert term.begin.begin is not None and from_precision is not None
    end = term.end.begin if term.end else None
    return BackgroundTerm(
        id=identifier,
        holder=holder,
        office=office,
        valid_from=term.begin.begin.isoformat(),
        from_precision=from_precision,
        valid_until=end.isoformat() if end else None,
        until_precision=precision_of(term.row.until) if end else None,
        as_of=term.as_of.isoformat(),
        acting=term.acting,
        source=term.row.source,
    )
