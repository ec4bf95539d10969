"""From Knowledge to the merged graph: entities, offices, holdings, events, relations, statistics and contradictions, each with its claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.graph.background import background_triples, change_triples, death_triples, title_triples
from kg.graph.concepts import event_classes, levels, measure_ids, role_ids
from kg.graph.namespaces import LEVEL, MEASURE, OWL, ROLE, SKOS, WIKIDATA, path_of, web_address
from kg.graph.terms import ALT_LABEL, LABEL, TYPE, Object, Triple, day, decimal, facts, integer, kg, text
from kg.lexicon import load_lexicon
from kg.model import Contradiction, KgEntity, KgEvent, KgStatistic, Knowledge, Office, OfficeHolding, Relation

__all__ = ["Statements", "conclusion_triples", "conclusions", "entity_id"]

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


class Statements(NamedTuple):
    """What the merged graph says of one conclusion: made by `maker` of `record` and, `beside` it, the names of others and the like."""

    kind: str
    about: str
    maker: Callable[..., Iterator[Triple]]
    record: object
    beside: object

    @property
    def made_of(self) -> tuple[object, object]:
        """All that the triples depend on."""
        return self.record, self.beside

    def triples(self, iri: Iri) -> Iterator[Triple]:
        """The triples; `iri` gives those of identifiers."""
        return self.maker(self.record, self.beside, iri)


def conclusion_triples(knowledge: Knowledge, iri: Iri) -> Iterator[Triple]:
    """All triples of the merged graph."""
    for one in conclusions(knowledge):
        yield from one.triples(iri)


def conclusions(knowledge: Knowledge) -> Iterator[Statements]:
    """All that the merged graph says, one conclusion after the other; an office rests on the claims of its holdings and on those made
    about itself.
    """
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

    def named(*ids: str) -> Labels:
        return {one: labels[one] for one in ids if one in labels}

    for entity in knowledge.entities:
        yield Statements("entity", entity.id, _entity, entity, english.get(entity.iso or ""))
    for office in knowledge.offices:
        yield Statements("office", office.id, _office, office, tuple(sorted(office_claims[office.id])))
    for holding in knowledge.holdings:
        yield Statements("holding", holding.id, _holding, holding, named(holding.holder, holding.office))
    for event in knowledge.events:
        about = [entity_id(one) for one in (*(part.participant for part in event.participations), event.place or "")]
        yield Statements("event", event.id, _event, event, named(*about))
    for relation in knowledge.relations:
        yield Statements("relation", relation.id, _relation, relation, named(*map(entity_id, relation.countries)))
    for statistic in knowledge.statistics:
        yield Statements("statistic", statistic.id, _statistic, statistic, None)
    for contradiction in knowledge.contradictions:
        yield Statements("contradiction", contradiction.id, _contradiction, contradiction, None)
    for term in knowledge.background:
        yield Statements("background", term.id, background_triples, term, named(term.holder, term.office))
    for change in knowledge.changes:
        yield Statements("change", change.id, change_triples, change, named(change.original, change.resulting))
    for death in knowledge.deaths:
        yield Statements("death", death.id, death_triples, death, named(death.person))
    for title in knowledge.titles:
        yield Statements("title", title.id, title_triples, title, named(title.holder or ""))
    yield from _concepts(knowledge)


def _concepts(knowledge: Knowledge) -> Iterator[Statements]:
    """Roles and measures of the user's own lexicon: they have to be called something."""
    unknown: defaultdict[str, set[str]] = defaultdict(set)
    for office in knowledge.offices:
        if office.role_id and office.role_id not in role_ids():
            unknown[ROLE + path_of(office.role_id)].add(office.role)
    for statistic in knowledge.statistics:
        if statistic.measure_id not in measure_ids():
            unknown[MEASURE + path_of(statistic.measure_id)].add(statistic.measure)
    for concept, names in unknown.items():
        yield Statements("concept", concept, _concept, concept, tuple(sorted(names)))


def _concept(concept: str, names: Iterable[str], iri: Iri) -> Iterator[Triple]:
    yield from facts(NamedNode(concept), (TYPE, _CONCEPT), (LABEL, _texts(names, "vi")))


def _attested(claims: Iterable[str], iri: Iri) -> tuple[NamedNode, list[Object]]:
    return kg("attestedBy"), [iri(claim) for claim in claims]


def _entity(entity: KgEntity, english: str | None, iri: Iri) -> Iterator[Triple]:
    same = {name: web_address(f"{WIKIDATA}{name}" if _WIKIDATA.fullmatch(name) else name) for name in entity.same_as}
    yield from facts(
        iri(entity.id),
        (TYPE, kg(entity.type)),
        (LABEL, text(entity.label, "vi")),
        (LABEL, text(english, "en")),
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
        (kg("validFromPrecision"), text(holding.from_precision) if holding.valid_from else None),
        (kg("validUntilPrecision"), text(holding.until_precision) if holding.valid_until else None),
        (kg("termStatus"), text(holding.term_status)),
        (kg("asOf"), day(holding.as_of)),
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
        (kg("partOf"), iri(event.part_of) if event.part_of else None),
        (kg("fromLevel"), _level(event.from_level)),
        (kg("toLevel"), _level(event.level) if event.type == "RelationChange" else None),
        (kg("verbClass"), text(event.verb)),
        (kg("cameo"), text(event.cameo)),
        (kg("plover"), text(event.plover)),
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
            (kg("byTitle"), iri(part.title) if part.title else None),
        )


def _level(name: str | None) -> Object | None:
    """A level of relations: its concept, or its name where it is none of the scale."""
    return levels().get(name or "") or text(name)


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


def _statistic(statistic: KgStatistic, beside: None, iri: Iri) -> Iterator[Triple]:
    measure = NamedNode(MEASURE + path_of(statistic.measure_id))
    change = statistic.change_percent
    yield from facts(
        iri(statistic.id),
        (TYPE, kg("Statistic")),
        (LABEL, text(statistic.label, "vi")),
        (kg("measure"), measure),
        (kg("value"), decimal(statistic.value)),
        (kg("unit"), text(statistic.unit)),
        (kg("between"), [iri(entity_id(country)) for country in statistic.between]),
        (kg("fromCountry"), iri(entity_id(statistic.source)) if statistic.source else None),
        (kg("toCountry"), iri(entity_id(statistic.target)) if statistic.target else None),
        (kg("period"), text(statistic.period)),
        (kg("periodTold"), text(statistic.period_told)),
        (kg("periodBegin"), day(statistic.begin)),
        (kg("periodEnd"), day(statistic.end)),
        (kg("changePercent"), None if change is None else decimal(change)),
        (kg("statedRank"), integer(statistic.rank)),
        _attested(statistic.claims, iri),
    )


def _contradiction(contradiction: Contradiction, beside: None, iri: Iri) -> Iterator[Triple]:
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
