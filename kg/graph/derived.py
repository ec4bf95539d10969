"""Direct edges for simple questions, made from the conclusions: who holds what, who met whom, who visited where.

`kg:holds` is a statement about the newest article of the corpus, not about today: whoever was succeeded, has died, is told
of as former, or whose term has ended by then `kg:held` the office.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode

from kg.graph.conclusions import entity_id
from kg.graph.terms import Triple, kg
from kg.model import KgEvent, Knowledge, Office, OfficeHolding

__all__ = ["Edge", "derived_edges", "derived_triples", "incumbents"]

_IN_OFFICE = {"current", "acting"}
_NEVER_IN_OFFICE = {"designate"}
_CONTACTS = {"Meeting", "PhoneCall"}
_HOSTS = {"host", "destination", "place"}

Term = tuple[str, str]
"""A holder and an office."""

Edge = tuple[str, str, str]
"""An identifier, the name of a property of the ontology, another identifier."""


def derived_triples(knowledge: Knowledge, iri: Callable[[str], NamedNode]) -> Iterator[Triple]:
    """The direct edges as triples."""
    for subject, predicate, value in derived_edges(knowledge):
        yield iri(subject), kg(predicate), iri(value)


def derived_edges(knowledge: Knowledge) -> set[Edge]:
    """`holds`, `held`, `memberOf`, `met` (both ways) and `visited`; only of what happened."""
    return set(_edges(knowledge))


def _edges(knowledge: Knowledge) -> Iterator[Edge]:
    offices = {office.id: office for office in knowledge.offices}
    as_of = max((article.published[:10] for article in knowledge.articles if article.published), default="")
    holders = {(holding.holder, holding.office) for holding in knowledge.holdings if holding.status not in _NEVER_IN_OFFICE}
    in_office = incumbents(knowledge.holdings, offices, as_of)
    for holder, office in holders:
        held = (holder, office) not in in_office
        yield holder, "held" if held else "holds", office
        owner = (offices[office].owner or "") if office in offices else ""
        if not held and owner.startswith("organization/"):
            yield holder, "memberOf", owner
    people = {entity.id for entity in knowledge.entities if entity.type == "Person"}
    for event in knowledge.events:
        if event.modality == "happened":
            yield from _contacts(event, people)


def incumbents(holdings: Iterable[OfficeHolding], offices: dict[str, Office], as_of: str) -> set[Term]:
    """(holder, office) of those who are in office by the news up to `as_of` (ISO day; empty: no article has a date).

    The newest attestation of a holder in an office decides its status; in a one-seat office the newest incumbent stays, and
    two of one day both stay, since that is a contradiction and not ours to decide.
    """
    newest: dict[Term, OfficeHolding] = {}
    died: dict[str, str] = {}
    for holding in sorted(holdings, key=lambda h: (_last_day(h), h.status not in _IN_OFFICE, h.id)):
        newest[holding.holder, holding.office] = holding
        if holding.status == "late":
            died[holding.holder] = _last_day(holding) or "9999"
    incumbent: dict[Term, str] = {
        term: _last_day(holding)
        for term, holding in newest.items()
        if holding.status in _IN_OFFICE
        and not (holding.valid_until and (not as_of or holding.valid_until <= as_of))
        and not (term[0] in died and _last_day(holding) <= died[term[0]])
    }
    latest: defaultdict[str, str] = defaultdict(str)
    for (_, office), seen in incumbent.items():
        latest[office] = max(latest[office], seen)
    return {
        (holder, office)
        for (holder, office), seen in incumbent.items()
        if not (office in offices and offices[office].seats == 1 and seen < latest[office])
    }


def _last_day(holding: OfficeHolding) -> str:
    return max(holding.attested_on, default="")


def _contacts(event: KgEvent, people: set[str]) -> Iterator[Edge]:
    if event.type in _CONTACTS:
        present = sorted({part.participant for part in event.participations} & people)
        for one, other in itertools.permutations(present, 2):
            yield one, "met", other
    elif event.type == "Visit":
        guests = [part.participant for part in event.participations if part.role not in _HOSTS and part.participant in people]
        goals = [entity_id(part.participant) for part in event.participations if part.role == "destination"]
        for guest, goal in itertools.product(guests, goals):
            if goal.startswith("country/"):
                yield guest, "visited", goal
