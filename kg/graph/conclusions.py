"""From Knowledge to the merged graph: entities, offices, holdings, events, relations and contradictions, each with its claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode

from kg.graph.concepts import event_classes, role_ids
from kg.graph.namespaces import LEVEL, OWL, ROLE, SKOS, WIKIDATA, path_of, web_address
from kg.graph.terms import ALT_LABEL, LABEL, TYPE, Object, Triple, day, facts, integer, kg, text
from kg.lexicon import load_lexicon
from kg.model import Contradiction, KgEntity, KgEvent, Knowledge, Office, OfficeHolding, Relation

__all__ = ["conclusion_triples", "entity_id"]

Iri = Callable[[str], NamedNode]
Labels = dict[str, str]

_OWNER = {"country": "ofCountry", "organization": "ofOrganization", "place": "ofPlace"}
_HOLDING_LABEL = {
    "former": "{}, nguyên {}",
    "late": "{}, cố {}",
    "acting": "{}, quyền {}",
    "designate": "{}, {} (chưa nhậm chức)",
}
_ISO = re.compile(r"[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_SAME_AS = NamedNode(OWL + "sameAs")
_CONCEPT = NamedNode(SKOS + "Concept")


def entity_id(reference: str) -> str:
    """The identifier an entity is referred to by: a country may be named by its ISO code alone (`US` → `country/US`)."""
    return f"country/{reference}" if _ISO.fullmatch(reference) else reference


def conclusion_triples(knowledge: Knowledge, iri: Iri) -> Iterator[Triple]:
    """All triples of the merged graph; an office rests on the claims of its holdings and on those made about itself."""
    labels: Labels = {entity.id: entity.label for entity in knowledge.entities}
    labels |= {office.id: office.label for office in knowledge.offices}
    office_claims: defaultdict[str, set[str]] = defaultdict(set)
    for holding in knowledge.holdings:
        office_claims[holding.office].update(holding.claims)
    offices = {office.id for office in knowledge.offices}
    for claim in knowledge.claims:
        if claim.about in offices:
            office_claims[claim.about].add(claim.id)
    english = {row.iso: row.name_en for row in load_lexicon().countries if row.iso}

    for entity in knowledge.entities:
        yield from _entity(entity, english, iri)
    for office in knowledge.offices:
        yield from _office(office, office_claims[office.id], iri)
    for holding in knowledge.holdings:
        yield from _holding(holding, labels, iri)
    for event in knowledge.events:
        yield from _event(event, labels, iri)
    for relation in knowledge.relations:
        yield from _relation(relation, labels, iri)
    for contradiction in knowledge.contradictions:
        yield from _contradiction(contradiction, iri)


def _attested(claims: Iterable[str], iri: Iri) -> tuple[NamedNode, list[Object]]:
    return kg("attestedBy"), [iri(claim) for claim in claims]


def _entity(entity: KgEntity, english: dict[str, str], iri: Iri) -> Iterator[Triple]:
    same = {name: web_address(f"{WIKIDATA}{name}" if _WIKIDATA.fullmatch(name) else name) for name in entity.same_as}
    yield from facts(
        iri(entity.id),
        (TYPE, kg(entity.type)),
        (LABEL, text(entity.label, "vi")),
        (LABEL, text(english.get(entity.iso or ""), "en")),
        (ALT_LABEL, _texts(entity.aliases, "vi")),
        (kg("iso"), text(entity.iso)),
        (kg("inCountry"), iri(entity_id(entity.country)) if entity.country and entity.type != "Country" else None),
        (kg("kind"), text(entity.kind)),
        (_SAME_AS, [NamedNode(address) for address in same.values() if address]),
        (kg("identifier"), _texts((name for name, address in same.items() if not address), None)),
        _attested(entity.claims, iri),
    )


def _office(office: Office, claims: Iterable[str], iri: Iri) -> Iterator[Triple]:
    role = NamedNode(ROLE + path_of(office.role_id)) if office.role_id else None
    owner = entity_id(office.owner) if office.owner else ""
    yield from facts(
        iri(office.id),
        (TYPE, kg("Office")),
        (LABEL, text(office.label, "vi")),
        (kg("roleTitle"), text(office.role)),
        (kg("role"), role),
        (kg(_OWNER.get(owner.split("/")[0], "ofOrganization")), iri(owner) if owner else None),
        (kg("seats"), integer(office.seats)),
        _attested(claims, iri),
    )
    if role and office.role_id not in role_ids():  # a role of the user's own lexicon: it has to be called something
        yield from facts(role, (TYPE, _CONCEPT), (LABEL, text(office.role, "vi")))


def _holding(holding: OfficeHolding, labels: Labels, iri: Iri) -> Iterator[Triple]:
    names = (labels.get(holding.holder, holding.holder), labels.get(holding.office, holding.office))
    yield from facts(
        iri(holding.id),
        (TYPE, kg("OfficeHolding")),
        (LABEL, text(_HOLDING_LABEL.get(holding.status, "{}, {}").format(*names), "vi")),
        (kg("holder"), iri(holding.holder)),
        (kg("office"), iri(holding.office)),
        (kg("status"), text(holding.status)),
        (kg("scope"), text(holding.scope)),
        (kg("attestedOn"), [term for value in holding.attested_on if (term := day(value))]),
        (kg("validFrom"), day(holding.valid_from)),
        (kg("validUntil"), day(holding.valid_until)),
        _attested(holding.claims, iri),
    )


def _event(event: KgEvent, labels: Labels, iri: Iri) -> Iterator[Triple]:
    subject = iri(event.id)
    place = entity_id(event.place) if event.place else ""
    yield from facts(
        subject,
        (TYPE, kg(event.type if event.type in event_classes() else "Event")),
        (LABEL, text(event.label, "vi")),
        (kg("date"), text(event.date)),
        (kg("begin"), day(event.begin)),
        (kg("end"), day(event.end)),
        (kg("place"), iri(place) if place in labels else None),
        (kg("placeName"), None if place in labels else text(event.place)),
        (kg("modality"), text(event.modality)),
        (kg("level"), text(event.level)),
        (kg("reportCount"), integer(event.report_count)),
        (kg("mergeReason"), text(event.merge_reason)),
        _attested(event.claims, iri),
    )
    for part in event.participations:
        participant = entity_id(part.participant)
        node = iri(f"participation/{event.id.removeprefix('event/')}/{part.role}/{participant}")
        yield from facts(
            node,
            (TYPE, kg("Participation")),
            (LABEL, text(f"{labels.get(participant, participant)} – {event.label}", "vi")),
            (kg("event"), subject),
            (kg("participant"), iri(participant)),
            (kg("roleType"), text(part.role)),
            (kg("actingAs"), iri(part.acting_as) if part.acting_as else None),
        )


def _relation(relation: Relation, labels: Labels, iri: Iri) -> Iterator[Triple]:
    countries = sorted(entity_id(country) for country in relation.countries)
    names = " – ".join(labels.get(country, country) for country in countries)
    yield from facts(
        iri(relation.id),
        (TYPE, kg("BilateralRelation")),
        (LABEL, text(f"{names}: {relation.level}", "vi")),
        (kg("country"), [iri(country) for country in countries]),
        (kg("level"), NamedNode(LEVEL + path_of(relation.level_id)) if relation.level_id else text(relation.level)),
        (kg("validFrom"), day(relation.since)),
        _attested(relation.claims, iri),
    )


def _contradiction(contradiction: Contradiction, iri: Iri) -> Iterator[Triple]:
    yield from facts(
        iri(contradiction.id),
        (TYPE, kg("Contradiction")),
        (LABEL, text(contradiction.message, "vi")),
        (kg("contradictionKind"), text(contradiction.kind)),
        (kg("about"), iri(entity_id(contradiction.about)) if contradiction.about else None),
        _attested(contradiction.claims, iri),
    )


def _texts(values: Iterable[str], language: str | None) -> list[Object]:
    return [term for value in values if (term := text(value, language))]
