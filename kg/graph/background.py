"""From what stands outside the articles to RDF: terms of office, deaths and changes of bodies that a table tells, and what titles
without a name were taken for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pyoxigraph import NamedNode

from kg.graph.namespaces import DCTERMS
from kg.graph.terms import LABEL, TYPE, Triple, boolean, day, decimal, facts, kg, text
from kg.model import BackgroundDeath, BackgroundTerm, OrganizationChange, TitleReading

__all__ = ["background_triples", "change_triples", "death_triples", "title_triples"]

Iri = Callable[[str], NamedNode]

_SOURCE = NamedNode(DCTERMS + "source")


def background_triples(term: BackgroundTerm, labels: Mapping[str, str], iri: Iri) -> Iterator[Triple]:
    """A term that no article tells: its evidence is its source."""
    names = labels.get(term.holder, term.holder), labels.get(term.office, term.office)
    yield from facts(
        iri(term.id),
        (TYPE, kg("BackgroundTerm")),
        (LABEL, text(("{}, quyền {}" if term.acting else "{}, {}").format(*names), "vi")),
        (kg("background"), boolean(True)),
        (kg("holder"), iri(term.holder)),
        (kg("office"), iri(term.office)),
        (kg("validFrom"), day(term.valid_from)),
        (kg("validFromPrecision"), text(term.from_precision)),
        (kg("validUntil"), day(term.valid_until)),
        (kg("validUntilPrecision"), text(term.until_precision)),
        (kg("asOf"), day(term.as_of)),
        (kg("stoodIn"), boolean(term.acting)),
        (_SOURCE, text(term.source)),
    )


def change_triples(change: OrganizationChange, labels: Mapping[str, str], iri: Iri) -> Iterator[Triple]:
    """A body that went into another, which no article tells: its evidence is its source."""
    yield from facts(
        iri(change.id),
        (TYPE, kg("OrganizationChange")),
        (LABEL, text(" → ".join(labels.get(body, body) for body in (change.original, change.resulting)), "vi")),
        (kg("background"), boolean(True)),
        (kg("originalOrganization"), iri(change.original)),
        (kg("resultingOrganization"), iri(change.resulting)),
        (kg("changedOn"), day(change.changed_on)),
        (_SOURCE, text(change.source)),
    )


def death_triples(death: BackgroundDeath, labels: Mapping[str, str], iri: Iri) -> Iterator[Triple]:
    """A death that no article tells: its evidence is its source."""
    yield from facts(
        iri(death.id),
        (TYPE, kg("BackgroundDeath")),
        (LABEL, text(f"{labels.get(death.person, death.person)} qua đời, {death.died}", "vi")),
        (kg("background"), boolean(True)),
        (kg("deceased"), iri(death.person)),
        (kg("diedOn"), text(death.died)),
        (_SOURCE, text(death.source)),
    )


def title_triples(title: TitleReading, labels: Mapping[str, str], iri: Iri) -> Iterator[Triple]:
    """A title without a name, its day, and whom it was taken for or why that cannot be told."""
    yield from facts(
        iri(title.id),
        (TYPE, kg("TitleReading")),
        (LABEL, text(" → ".join((title.title, labels.get(title.holder or "", "?"))), "vi")),
        (kg("meansOffice"), iri(title.office)),
        (kg("outcome"), text(title.outcome)),
        (kg("reason"), text(title.reason)),
        (kg("certainty"), decimal(title.confidence)),
        (kg("onDay"), day(title.day)),
        (kg("dayOf"), text(title.day_of)),
        (kg("standsFor"), iri(title.holder) if title.holder else None),
        (kg("shownBy"), iri(title.term) if title.term else None),
        (kg("inEvent"), iri(title.event) if title.event else None),
        (kg("attestedBy"), [iri(claim) for claim in title.claims]),
    )
