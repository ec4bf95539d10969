"""What a node or an edge rests on: every conclusion of the corpus goes back to words that stand in an article, or to a named source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from kg.errors import QueryError
from kg.graph import open_store
from kg.graph.dataset import DERIVED, MERGED
from kg.graph.namespaces import BASE
from kg.query.derivation import Derivation, Ground, derivation, edge_derivation, explained, is_node_or_edge
from kg.records import read_records


@pytest.fixture(scope="module")
def store(corpus: Path) -> Store:
    return open_store(corpus)


@pytest.fixture(scope="module")
def texts(corpus: Path) -> dict[str, str]:
    """The text of each article by its identifier in the graph."""
    return {f"article/{record.article.id}": record.text for record in read_records(corpus)}


def grounds(one: Derivation) -> Iterator[Ground]:
    yield from one.grounds
    for part in one.rests_on:
        yield from grounds(part)


def sources(one: Derivation) -> Iterator[str]:
    yield from filter(None, [one.source])
    for part in one.rests_on:
        yield from sources(part)


def stands(ground: Ground, texts: dict[str, str]) -> bool:
    text = texts[ground.article]
    return bool(ground.quote) and text[ground.start : ground.end] == ground.quote and ground.sentence in text


def test_every_conclusion_of_the_corpus_goes_back_to_words_or_to_a_source(store: Store, texts: dict[str, str]) -> None:
    concluded = {q.subject for q in store.quads_for_pattern(None, None, None, NamedNode(BASE + MERGED)) if isinstance(q.subject, NamedNode)}
    concluded = {node for node in concluded if node.value.startswith(BASE)}
    assert len(concluded) > 500
    without: list[str] = []
    for node in sorted(concluded, key=lambda node: node.value):
        derived = derivation(store, node)
        found = list(grounds(derived))
        assert all(stands(ground, texts) for ground in found), derived.id
        if not found and not list(sources(derived)):
            without.append(derived.id)
    assert without == []


def test_every_direct_edge_of_the_corpus_goes_back_to_words(store: Store, texts: dict[str, str]) -> None:
    edges = list(store.quads_for_pattern(None, None, None, NamedNode(BASE + DERIVED)))
    assert len(edges) > 100
    for edge in edges:
        assert isinstance(edge.subject, NamedNode) and isinstance(edge.object, NamedNode)
        derived = edge_derivation(store, edge.subject, edge.predicate, edge.object)
        found = list(grounds(derived))
        assert (found and all(stands(ground, texts) for ground in found)) or list(sources(derived)), derived.id


@pytest.mark.parametrize(
    ("text", "kind", "quotes", "made_from"),
    [
        ("event:talks", "Meeting", ["hội đàm", "đã gặp"], []),
        ("person:luong-tam-quang", "Person", ["Lương Tam Quang"], []),
        ("statistic:ru-vn-2023", "Statistic", ["nâng quan hệ"], []),
        ("participation:talks/host/person/to-lam", "Participation", [], ["event/talks", "holding/lam-president"]),
        ("holding:lam-secretary", "Office holding", ["Tổng Bí thư", "Tổng Bí thư Tô Lâm"], ["event/elected"]),
        ("claim:a2/event-1", "Claim", ["hội đàm"], []),
        ("change:transport", "Change of an organization", [], []),
        ("person:to-lam kg:met person:luong-tam-quang", None, None, None),
        ("person:vladimir-putin kg:visited country:VN", "edge", [], ["event/visit"]),
        ("person:to-lam kg:holds office:tong-bi-thu", "edge", [], ["holding/lam-secretary"]),
        ("event:talks kg:place place:ha-noi", "edge", [], ["event/talks"]),
    ],
)
def test_a_derivation(world: Path, text: str, kind: str | None, quotes: list[str] | None, made_from: list[str] | None) -> None:
    store = open_store(world)
    assert is_node_or_edge(store, text)
    if kind is None:
        with pytest.raises(QueryError, match="no such edge"):
            explained(store, text)
        return
    derived = explained(store, text)
    assert derived.kind == kind
    assert [ground.quote for ground in derived.grounds] == quotes
    assert [part.id for part in derived.rests_on] == made_from


def test_a_change_of_a_body_goes_back_to_its_source(world: Path) -> None:
    store = open_store(world)
    assert explained(store, "change:transport").source == "Bảng của chúng tôi"
    edge = explained(store, "change:transport kg:resultingOrganization organization:bo-xay-dung")
    assert [(part.id, part.source) for part in edge.rests_on] == [("change/transport", "Bảng của chúng tôi")]


def test_a_derivation_tells_the_facts_in_words(world: Path) -> None:
    facts = explained(open_store(world), "event:talks").facts
    assert ("part of", "Vladimir Putin thăm Việt Nam", "event/visit") in [(fact.property, fact.value, fact.id) for fact in facts]
    assert "attested by" not in [fact.property for fact in facts]


@pytest.mark.parametrize("text", ["tin.txt", "2023-09-10-hoi-dam", "article:a1", "Tô Lâm", "a:b c", ""])
def test_what_is_no_identifier(world: Path, text: str) -> None:
    assert not is_node_or_edge(open_store(world), text)


@pytest.mark.parametrize("text", ["person:nobody", "<http://example.org/kg/id/person/nobody>"])
def test_what_the_graph_does_not_know_is_told(world: Path, text: str) -> None:
    with pytest.raises(QueryError, match="nobody"):
        explained(open_store(world), text)


