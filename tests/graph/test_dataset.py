"""What the graph of a small Knowledge holds: how many of each class, and the answers SPARQL gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pyoxigraph import QuerySolutions, Store

from kg.errors import ConfigurationError
from kg.graph import open_store, quads, write
from kg.graph.concepts import ontology_triples
from kg.graph.namespaces import KG
from kg.model import Knowledge
from tests.graph.knowledge import FIRST, KNOWLEDGE, SECOND

PREFIXES = """
PREFIX kg: <http://example.org/kg/ontology#>
PREFIX id: <http://example.org/kg/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("build")
    write(KNOWLEDGE, folder)
    yield open_store(folder)


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """The solutions of `query` over all graphs, as sorted text; IRIs of data without their base."""
    solutions = store.query(PREFIXES + query, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    found = [tuple("" if term is None else term.value.removeprefix("http://example.org/kg/id/") for term in row) for row in solutions]
    return sorted(found)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Article", 2),
        ("Claim", 16),
        ("Person", 3),
        ("Country", 2),
        ("Place", 1),
        ("Organization", 0),
        ("Office", 2),
        ("OfficeHolding", 2),
        ("Meeting", 1),
        ("Visit", 1),
        ("RelationChange", 1),
        ("Event", 0),
        ("Participation", 6),
        ("BilateralRelation", 1),
        ("Contradiction", 1),
    ],
)
def test_each_class_has_its_resources(store: Store, name: str, count: int) -> None:
    assert rows(store, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a kg:{name} }}") == [(str(count),)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            """SELECT ?who ?office ?country { ?h kg:holder/rdfs:label ?who ; kg:office ?o ; kg:status "current" .
               ?o rdfs:label ?office ; kg:ofCountry/kg:iso ?country }""",
            [("Joe Biden", "Tổng thống Mỹ", "US"), ("Nguyễn Phú Trọng", "Tổng Bí thư Việt Nam", "VN")],
            id="who held which office of which country",
        ),
        pytest.param(
            """SELECT ?role { id:office\\/tong-thong-us kg:role/skos:prefLabel ?role FILTER (LANG(?role) = "en") }""",
            [("President",)],
            id="the role's label is in the graph",
        ),
        pytest.param(
            """SELECT ?who ?office { ?p kg:event ?e ; kg:participant/rdfs:label ?who ; kg:actingAs/kg:office/rdfs:label ?office .
               ?e a kg:Meeting }""",
            [("Joe Biden", "Tổng thống Mỹ"), ("Nguyễn Phú Trọng", "Tổng Bí thư Việt Nam")],
            id="in which capacity they met",
        ),
        pytest.param("SELECT ?label { ?e a kg:Meeting ; kg:place/rdfs:label ?label }", [("Hà Nội",)], id="where they met"),
        pytest.param("SELECT ?name { ?e kg:placeName ?name }", [("Phủ Chủ tịch",)], id="a place that is no entity"),
        pytest.param(
            """SELECT ?graph ?quote { id:event\\/2023-09-10-meeting-biden-trong kg:attestedBy ?c GRAPH ?graph { ?c kg:quote ?quote } }""",
            [(f"article/{FIRST}", "hội đàm với"), (f"article/{SECOND}", "đã gặp")],
            id="which sentences of which articles say so",
        ),
        pytest.param(
            "SELECT ?a ?b { ?a kg:met ?b }",
            [("person/joe-biden", "person/nguyen-phu-trong"), ("person/nguyen-phu-trong", "person/joe-biden")],
            id="met goes both ways",
        ),
        pytest.param("SELECT ?a ?b { ?a kg:visited ?b }", [("person/joe-biden", "country/VN")], id="visited"),
        pytest.param(
            "SELECT ?a ?b { ?a kg:holds ?b }",
            [("person/joe-biden", "office/tong-thong-us"), ("person/nguyen-phu-trong", "office/tong-bi-thu-vn")],
            id="holds",
        ),
        pytest.param(
            "SELECT ?country ?rank { ?r a kg:BilateralRelation ; kg:country ?country ; kg:level/kg:rank ?rank }",
            [("country/US", "7"), ("country/VN", "7")],
            id="the level of a relation has its rank",
        ),
        pytest.param("SELECT ?label { id:country\\/US rdfs:label ?label }", [("Mỹ",), ("United States",)], id="countries in two languages"),
        pytest.param("SELECT ?same { ?x owl:sameAs ?same }", [("http://www.wikidata.org/entity/Q6279",)], id="a Wikidata item is an IRI"),
        pytest.param(
            "SELECT ?day ?at { ?a kg:datePublished ?day ; kg:publishedAt ?at FILTER (?day < '2023-09-11'^^xsd:date) }",
            [("2023-09-10", "2023-09-10T20:15:00+07:00")],
            id="days compare as dates",
        ),
        pytest.param(
            "SELECT ?x { ?x a/rdfs:subClassOf* kg:Event FILTER NOT EXISTS { ?p kg:event ?x } }", [], id="subclasses are known in the store"
        ),
        pytest.param(
            "SELECT ?x ?c { ?x kg:attestedBy ?c FILTER NOT EXISTS { ?c a kg:Claim } }", [], id="no conclusion rests on what is not there"
        ),
        pytest.param("SELECT ?s { { ?s ?p ?o } FILTER isBlank(?s) }", [], id="no blank nodes"),
    ],
)
def test_sparql_answers(store: Store, query: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(store, query) == expected


def test_claims_and_conclusions_stand_in_their_own_graphs() -> None:
    base = "http://example.org/kg/id/"
    graphs: dict[str, set[str]] = {}
    for quad in quads(KNOWLEDGE):
        if quad.predicate.value.endswith("#type") and quad.object.value.startswith(KG):
            graphs.setdefault(quad.graph_name.value.removeprefix(base), set()).add(quad.object.value.removeprefix(KG))
    assert graphs == {
        f"article/{FIRST}": {"Article", "Claim"},
        f"article/{SECOND}": {"Article", "Claim"},
        "graph/merged": {"Person", "Country", "Place", "Office", "OfficeHolding", "Meeting", "Visit", "RelationChange",
                         "Participation", "BilateralRelation", "Contradiction"},
    }  # fmt: skip


def shuffled(knowledge: Knowledge, seed: int) -> Knowledge:
    """The same records in another order, and so in every tuple inside them whose order means nothing."""
    order = random.Random(seed)

    def mixed(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(order.sample([mixed(item) for item in value], len(value)))
        if isinstance(value, msgspec.Struct):
            return msgspec.structs.replace(value, **{name: mixed(getattr(value, name)) for name in value.__struct_fields__})
        return value

    result = mixed(knowledge)
    assert isinstance(result, Knowledge)
    return result


@pytest.mark.parametrize("seed", range(5))
def test_quads_have_one_order_whatever_the_order_of_the_records(seed: int) -> None:
    expected = [str(quad) for quad in quads(KNOWLEDGE)]
    assert expected == sorted(set(expected))
    assert [str(quad) for quad in quads(shuffled(KNOWLEDGE, seed))] == expected


@pytest.mark.parametrize(
    ("base", "iri"),
    [
        ("https://so-tay.vn/kg", "https://so-tay.vn/kg/person/joe-biden"),
        ("https://so-tay.vn/kg/", "https://so-tay.vn/kg/person/joe-biden"),
        ("https://so-tay.vn/#", "https://so-tay.vn/#person/joe-biden"),
    ],
)
def test_the_base_moves_the_data_and_not_the_ontology(base: str, iri: str) -> None:
    subjects = {quad.subject.value for quad in quads(KNOWLEDGE, base)}
    assert iri in subjects
    assert {triple.subject.value for triple in ontology_triples()} <= subjects
    assert not any(subject.startswith("http://example.org/kg/id/") for subject in subjects)


@pytest.mark.parametrize("base", ["", "id/", "javascript:alert(1)", "http://a b/", "http://a.vn/?q=", "file:///tmp/"])
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(ConfigurationError, match="--base"):
        list(quads(KNOWLEDGE, base))


def test_an_empty_knowledge_gives_the_ontology_alone(tmp_path: Path) -> None:
    assert write(Knowledge(), tmp_path) == len(set(ontology_triples()))
