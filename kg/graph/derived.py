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
    two of one day both stay, since that is a contradiction and not ours to decide. What tells a holder as former beside telling
    the same one in office, such as an article about a president who comes back, speaks of an earlier term. Whoever is called by a
    one-seat office again after another held it for a while, and is not told to have come back, is called so of the past.
    """
    newest: dict[Term, OfficeHolding] = {}
    died: dict[str, str] = {}
    holdings = list(holdings)
    serving: defaultdict[Term, set[str]] = defaultdict(set)
    for holding in holdings:
        if holding.status in _IN_OFFICE:
            serving[holding.holder, holding.office] |= _articles(holding)
    told = [h for h in holdings if h.status != "former" or not h.claims or _articles(h) - serving[h.holder, h.office]]
    for holding in sorted(told, key=lambda h: (_last_day(h), h.status not in _IN_OFFICE, h.id)):
        newest[holding.holder, holding.office] = holding
        if holding.status == "late":
            died[holding.holder] = _last_day(holding) or "9999"
    incumbent: dict[Term, str] = {
        term: _last_day(holding)
        for term, holding in newest.items()
        if holding.status in _IN_OFFICE
        and not (holding.ended_by and (not as_of or holding.ended_by <= as_of))
        and not (term[0] in died and _last_day(holding) <= died[term[0]])
    }
    past = _looked_back_at([h for h in holdings if h.status in _IN_OFFICE and h.office in offices and offices[h.office].seats == 1])
    incumbent = {term: seen for term, seen in incumbent.items() if term not in past}
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


def _looked_back_at(holdings: Iterable[OfficeHolding]) -> set[Term]:
    """Of terms in one-seat offices those that articles show before another's days, and from then on at most half as often as the other."""
    days: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    entered: defaultdict[Term, str] = defaultdict(str)
    for holding in holdings:
        days[holding.office][holding.holder].update(holding.attested_on)
        entered[holding.holder, holding.office] = max(entered[holding.holder, holding.office], holding.valid_from or "")
    return {
        (holder, office)
        for office, holders in days.items()
        for (holder, own), (_, others) in itertools.permutations(holders.items(), 2)
        if own
        and others
        and min(own) < min(others)
        and 0 < 2 * sum(day >= min(others) for day in own) <= len(others)
        and entered[holder, office] < min(others)
    }


def _articles(holding: OfficeHolding) -> set[str]:
    """The articles in which the claims of a holding stand: `claim/ARTICLE/holding-3`."""
    return {claim.rpartition("/")[0] for claim in holding.claims}


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
