"""The ontology is whole: both languages, no blank nodes, every name that the graph and the documents use, generated files in step."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from pyoxigraph import BlankNode
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.errors import LexiconError
from kg.graph import quads
from kg.graph.concepts import event_classes, ontology_triples
from kg.graph.context import context_text
from kg.graph.namespaces import KG, LEVEL
from kg.graph.roles import roles_turtle
from kg.lexicon import load_lexicon
from kg.resources import ontology_path
from tests.graph.knowledge import KNOWLEDGE

ONTOLOGY = Graph().parse(ontology_path("kg.ttl"))
LEVELS = Graph().parse(ontology_path("levels.ttl"))
NAMES = sorted({str(s).removeprefix(KG) for s in ONTOLOGY.subjects(RDF.type) if str(s).startswith(KG)})
DOCUMENT = Path(__file__).parents[2] / "docs" / "graph.md"


def languages(graph: Graph, subject: URIRef, *predicates: URIRef) -> list[str]:
    return sorted(str(getattr(value, "language", None)) for predicate in predicates for value in graph.objects(subject, predicate))


@pytest.mark.parametrize("name", NAMES)
def test_every_class_and_property_is_named_and_explained_in_both_languages(name: str) -> None:
    assert languages(ONTOLOGY, URIRef(KG + name), RDFS.label) == ["en", "vi"]
    assert languages(ONTOLOGY, URIRef(KG + name), SKOS.definition) == ["en", "vi"]


def test_properties_say_what_they_join() -> None:
    properties = {*ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty), *ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty)}
    assert {p for p in properties if (p, RDFS.range, None) not in ONTOLOGY} == set()
    domainless = {str(p).removeprefix(KG) for p in properties if (p, RDFS.domain, None) not in ONTOLOGY}
    assert domainless == {"seats", "validFrom", "validUntil"}  # of offices and roles; of holdings and relations


def test_what_domains_and_ranges_name_is_declared() -> None:
    named = {str(o) for p in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf) for o in ONTOLOGY.objects(None, p)}
    assert {iri for iri in named if iri.startswith(KG) and iri.removeprefix(KG) not in NAMES} == set()


def test_there_are_no_blank_nodes() -> None:
    assert not [t for t in ontology_triples() if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_the_graph_uses_only_declared_names() -> None:
    used = {term.value for quad in quads(KNOWLEDGE) for term in (quad.predicate, quad.object) if term.value.startswith(KG)}
    assert {iri.removeprefix(KG) for iri in used} <= set(NAMES)


def test_event_classes_are_what_stands_below_event() -> None:
    assert {"Meeting", "PhoneCall", "Visit", "Signing", "RelationChange"} <= event_classes() <= set(NAMES)


@pytest.mark.skipif(not DOCUMENT.exists(), reason="docs/ is not part of an installation")
def test_the_document_names_only_what_is_declared_and_leaves_nothing_out() -> None:
    named = set(re.findall(r"kg:([A-Za-z]\w+)", DOCUMENT.read_text(encoding="utf-8")))
    assert named - set(NAMES) == set()
    assert set(NAMES) - named == set()


def test_levels_are_ranked_and_named_in_both_languages() -> None:
    concepts = sorted(s for s in LEVELS.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef))
    for concept in concepts:
        assert languages(LEVELS, concept, SKOS.prefLabel) == ["en", "vi"]
        assert languages(LEVELS, concept, RDFS.label) == ["en", "vi"]
        assert len(list(LEVELS.objects(concept, URIRef(KG + "rank")))) == 1
        for broader in LEVELS.objects(concept, SKOS.broader):
            assert LEVELS.value(concept, URIRef(KG + "rank")) == LEVELS.value(broader, URIRef(KG + "rank"))


def test_no_two_levels_share_a_name() -> None:
    names = [(str(name).casefold(), s) for p in (SKOS.prefLabel, SKOS.altLabel) for s, name in LEVELS.subject_objects(p)]
    assert len({name for name, _ in names}) == len(names)


def test_the_ladder_rises() -> None:
    ladder = ["severed", "diplomatic", "normalized", "comprehensive", "sectoral-strategic", "strategic", "enhanced-strategic",
              "comprehensive-strategic"]  # fmt: skip
    ranks = [int(str(LEVELS.value(URIRef(LEVEL + name), URIRef(KG + "rank")))) for name in ladder]
    assert ranks == sorted(set(ranks))


def test_roles_are_in_step_with_the_lexicon() -> None:
    rows = load_lexicon().roles
    expected = roles_turtle(rows)
    assert ontology_path("roles.ttl").read_text(encoding="utf-8") == expected, "run `python -m kg.graph.roles`"
    assert roles_turtle(reversed(rows)) == expected


def test_roles_turtle_is_a_concept_for_each_row() -> None:
    rows = load_lexicon().roles
    graph = Graph().parse(data=roles_turtle(rows), format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(rows) + len({row.kind for row in rows})
    assert {s for s in concepts if (s, SKOS.broader, None) not in graph} == set(graph.subjects(SKOS.topConceptOf))


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"kind": "wizard"}, "wizard"), ({"same_as": "no-such"}, "no-such"), ({"seats": "many"}, "seats"), ({"rank": "first"}, "rank")],
)
def test_a_role_that_does_not_fit_is_told(changes: dict[str, str], message: str) -> None:
    row = replace(load_lexicon().roles[0], **changes)
    with pytest.raises(LexiconError, match=message):
        roles_turtle([row])


def test_the_context_is_in_step_with_the_ontology() -> None:
    text = ontology_path("context.jsonld").read_text(encoding="utf-8")
    assert text == context_text(), "run `python -m kg.graph.roles`"
    assert set(NAMES) - set(json.loads(text)["@context"]) == set()
