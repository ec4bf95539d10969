"""Which part of the graph a choice leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigurationError, QueryError, StoreError
from kg.graph import open_store
from kg.view import Choice, PageGraph, gather
from kg.view.answers import nodes_in_answer
from kg.view.conclusions import Conclusions, read_conclusions
from kg.view.selection import find_node, select


@pytest.fixture(scope="module")
def found(build: Path) -> Conclusions:
    return read_conclusions(open_store(build))


@pytest.mark.parametrize(
    ("choice", "there", "not_there"),
    [
        (Choice(), {"person/to-lam", "country/CU", "office/thu-tuong-lao", "organization/asean"}, {"place/ha-noi"}),
        (Choice(types=("person", "place")), {"person/to-lam", "place/ha-noi"}, {"country/VN", "office/thu-tuong-lao"}),
        (Choice(focus="to lam", depth=1), {"person/to-lam", "person/joe-biden", "country/CU"}, {"person/narendra-modi", "country/IN"}),
        (Choice(focus="person/narendra-modi", depth=2), {"person/narendra-modi", "country/IN", "person/joe-biden"}, {"country/CU"}),
        (Choice(country="AU"), {"country/AU", "person/penny-wong", "person/pham-minh-chinh"}, {"person/narendra-modi", "country/CU"}),
        (Choice(country="Ấn Độ"), {"country/IN", "person/droupadi-murmu", "person/pham-minh-chinh"}, {"person/penny-wong"}),
        (Choice(begin="2024-10-01", end="2024-10-31"), {"person/emmanuel-macron", "country/FR"}, {"person/joko-widodo"}),
        (Choice(end="2022-12-31"), {"person/nguyen-xuan-phuc", "person/olaf-scholz"}, {"person/luong-cuong"}),
        (Choice(only=frozenset({"person/to-lam", "country/FR"})), {"person/to-lam", "country/FR"}, {"country/CU", "person/joe-biden"}),
        (Choice(only=frozenset({"event/phonecall-2024-11-11-to-lam-donald-trump"})), {"person/donald-trump"}, {"country/FR"}),
    ],
)
def test_a_choice_leaves_the_part_it_describes(found: Conclusions, choice: Choice, there: set[str], not_there: set[str]) -> None:
    chosen = {node.id for node in select(found, choice).nodes}
    assert there <= chosen
    assert not not_there & chosen


@pytest.mark.parametrize("top", [1, 7, 20, 60])
def test_the_most_connected_come_first_with_their_owners(found: Conclusions, top: int) -> None:
    chosen = {node.id: node for node in select(found, Choice(top=top)).nodes}
    assert 1 <= len(chosen) <= top
    assert top < 7 or {"country/VN", "person/to-lam"} <= set(chosen)
    assert all(node.owner in chosen for node in chosen.values() if node.type == "office")


@pytest.mark.parametrize(
    ("wanted", "found_id"),
    [
        ("Tô Lâm", "person/to-lam"),
        ("to lam", "person/to-lam"),
        ("TÔ LÂM", "person/to-lam"),
        ("person/to-lam", "person/to-lam"),
        ("http://example.org/kg/id/person/to-lam", "person/to-lam"),
        ("us", "country/US"),
        ("United States", "country/US"),
        ("Đức", "country/DE"),
        ("thủ tướng lào", "office/thu-tuong-lao"),
        ("Modi", "person/narendra-modi"),
    ],
)
def test_a_node_is_found_by_any_of_its_names(found: Conclusions, wanted: str, found_id: str) -> None:
    assert find_node(found.nodes, wanted, "--focus").id == found_id


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(focus="Hồng Bàng"), "--focus 'Hồng Bàng': nothing"),
        (Choice(focus="thủ tướng"), "--focus 'thủ tướng' names"),
        (Choice(country="Atlantis"), "--country 'Atlantis'"),
        (Choice(begin="7/3/2024"), "--from '7/3/2024' is no day"),
        (Choice(end="2024-02-30"), "--until '2024-02-30' is no day"),
    ],
)
def test_a_choice_that_does_not_fit_is_told(found: Conclusions, choice: Choice, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        select(found, choice)


def test_facts_below_the_tier_are_left_out(build: Path) -> None:
    every = gather(build)
    sure = gather(build, min_tier="asserted")
    assert {event.id for event in sure.events} < {event.id for event in every.events}
    tier = {claim.id: claim.tier for claim in sure.claims}
    assert all(any(tier[claim] == "asserted" for claim in event.claims) for event in sure.events)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT ?p WHERE { ?p kg:visited country:CU }", {"person/to-lam"}),
        ("CONSTRUCT { ?p kg:visited country:RU } WHERE { ?p kg:visited country:RU }", {"person/to-lam", "country/RU"}),
    ],
)
def test_a_query_chooses_what_its_answer_names(build: Path, tmp_path: Path, query: str, named: set[str]) -> None:
    file = tmp_path / "question.rq"
    file.write_text(query, encoding="utf-8")
    assert nodes_in_answer(open_store(build), file) == named


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?p WHERE { ?p kg:visited ", "question.rq"),
        ("ASK { ?p a kg:Person }", "ASK"),
        ("SELECT ?name WHERE { ?p a kg:Person ; rdfs:label ?name }", "names nothing of the graph"),
    ],
)
def test_a_query_that_names_nothing_is_told(build: Path, tmp_path: Path, query: str, message: str) -> None:
    file = tmp_path / "question.rq"
    file.write_text(query, encoding="utf-8")
    with pytest.raises(QueryError, match=message):
        nodes_in_answer(open_store(build), file)


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        gather(tmp_path)


def test_what_no_fact_ties_is_named_but_not_drawn(graph: PageGraph) -> None:
    ministry = "organization/bo-ngoai-giao-viet-nam"
    assert ministry not in {node.id for node in graph.nodes}
    assert ministry in {node.id for node in graph.others}
    assert graph.whole == len(graph.nodes) + 1


def test_a_narrow_page_carries_only_the_articles_it_rests_on(build: Path, graph: PageGraph) -> None:
    narrow = gather(build, Choice(focus="narendra modi", depth=1))
    assert {article.date for article in narrow.articles} < {article.date for article in graph.articles}
    named = {part.node for event in narrow.events for part in event.parts}
    assert named <= {node.id for node in (*narrow.nodes, *narrow.others)}
