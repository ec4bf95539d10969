"""What stands outside the articles in RDF: recognisable, with its source, and of a class that no query over holdings counts."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from kg.graph import open_store, write
from kg.graph.namespaces import PREFIXES
from kg.graph.validate import validate
from kg.resolution import resolve
from tests.resolution.telling import Thing, event, held, told

RECORDS = (
    told("a", "2023-12-16", held("Phạm Minh Chính", "Thủ tướng", "VN"), event("Meeting", "Phạm Minh Chính, JP:Thủ tướng", "2023-12-16")),
    told("b", "2025-01-21", held("Phạm Minh Chính", "Thủ tướng", "VN"), event("Meeting", "Phạm Minh Chính, US:Tổng thống", "2025-01-20")),
)


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    answer = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return [tuple(term.value.rpartition("/id/")[2] if term else "" for term in row) for row in answer]


def test_a_term_is_marked_and_has_its_source(tmp_path: Path) -> None:
    write(resolve(RECORDS), tmp_path)
    store = open_store(tmp_path)
    terms = ask(store, "SELECT ?t ?h { ?t a kg:BackgroundTerm ; kg:background true ; dcterms:source ?s ; kg:holder ?h } ORDER BY ?t")
    assert ("background/fumio-kishida-thu-tuong-jp-2021", "person/fumio-kishida") in terms
    assert len(terms) == len(ask(store, "SELECT DISTINCT ?t { ?t a kg:BackgroundTerm }"))
    assert ask(store, "SELECT ?h { ?h a kg:OfficeHolding ; dcterms:source ?s }") == []
    assert ask(store, "SELECT ?h { ?h a kg:OfficeHolding }") == [("holding/pham-minh-chinh-thu-tuong-vn",)]


def test_who_is_meant_by_a_title_takes_part_by_it(tmp_path: Path) -> None:
    write(resolve(RECORDS), tmp_path)
    store = open_store(tmp_path)
    parts = "SELECT ?who ?term ?claim { ?p kg:byTitle ?title ; kg:participant ?who ; kg:actingAs ?term . ?title kg:attestedBy ?claim }"
    assert ask(store, parts) == [("person/fumio-kishida", "background/fumio-kishida-thu-tuong-jp-2021", "claim/a/entity-3")]
    outcomes = ask(store, "SELECT ?title ?outcome { ?title a kg:TitleReading ; kg:outcome ?outcome } ORDER BY ?title")
    assert outcomes == [("title/a/1", "resolved"), ("title/b/1", "ambiguous")]


MERGED = told(
    "c",
    "2025-02-01",
    held("Ngô Văn Núi", "Bộ trưởng", "Bộ Giao thông Vận tải"),
    held("Lê Văn Suối", "Bộ trưởng", "Bộ Xây dựng"),
    things=(Thing("Bộ Giao thông Vận tải", "Organization", "VN"), Thing("Bộ Xây dựng", "Organization", "VN")),
)


def test_a_change_of_a_body_is_marked_and_has_its_source(tmp_path: Path) -> None:
    write(resolve([*RECORDS, MERGED]), tmp_path)
    rows = ask(
        open_store(tmp_path),
        "SELECT ?old ?new ?day { ?change a kg:OrganizationChange ; kg:background true ; dcterms:source ?source ; "
        "kg:originalOrganization ?old ; kg:resultingOrganization ?new ; kg:changedOn ?day }",
    )
    assert rows == [("organization/bo-giao-thong-van-tai-vn", "organization/bo-xay-dung-vn", "2025-03-01")]


OF_OLD = told("d", "2025-02-02", held("Hồ Chí Minh", "Chủ tịch"))


def test_a_death_is_marked_and_has_its_source(tmp_path: Path) -> None:
    write(resolve([OF_OLD]), tmp_path)
    death = "?death a kg:BackgroundDeath ; kg:background true ; dcterms:source ?source ; kg:deceased ?who ; kg:diedOn ?day"
    assert ask(open_store(tmp_path), f"SELECT ?who ?day {{ {death} }}") == [("person/ho-chi-minh", "1969-09-02")]
    assert ask(open_store(tmp_path), "SELECT ?office { ?who kg:holds ?office }") == []


def test_the_shapes_hold(tmp_path: Path) -> None:
    write(resolve([*RECORDS, MERGED, OF_OLD]), tmp_path)
    assert [found for found in validate(tmp_path) if found.severity == "violation"] == []


def test_without_the_background_nothing_of_it_is_there(tmp_path: Path) -> None:
    write(resolve([*RECORDS, MERGED, OF_OLD], background=False), tmp_path)
    assert ask(open_store(tmp_path), "SELECT ?t { ?t kg:background true }") == []
