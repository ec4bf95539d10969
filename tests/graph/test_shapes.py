"""Every shape has a graph in which it holds and one in which it alone is broken; both ways of asking agree."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import Graph

from kg.graph.concepts import ONTOLOGY_FILES
from kg.graph.namespaces import BASE
from kg.graph.shapes import Shape, shapes
from kg.graph.validate import by_pyshacl, by_sparql, find
from kg.resources import ontology_path

FIXTURES = Path(__file__).parent / "shapes"
NAMES = sorted(shape.name for shape in shapes().values())
QUERIED = sorted(shape.name for shape in shapes().values() if shape.select)


@functools.cache
def ontology() -> Graph:
    """The ontology, on which the shapes' targets rest, and the background of all fixtures."""
    graph = Graph()
    for path in (*map(ontology_path, ONTOLOGY_FILES), FIXTURES / "background.ttl"):
        graph.parse(path)
    return graph


def graph_of(fixture: str) -> Graph:
    """The fixture over the background and the ontology."""
    return ontology() + Graph().parse(FIXTURES / fixture)


def store_of(fixture: str) -> Store:
    """The same in a store."""
    store = Store()
    for path in (*map(ontology_path, ONTOLOGY_FILES), FIXTURES / "background.ttl", FIXTURES / fixture):
        store.load(path=str(path), format=RdfFormat.TURTLE, to_graph=NamedNode(BASE + "graph/merged"))
    return store


def test_every_shape_has_its_two_fixtures() -> None:
    assert {path.name for path in FIXTURES.glob("*.*.ttl")} == {f"{n}.{end}.ttl" for n in NAMES for end in ("pass", "fail")}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_where_the_shape_holds(name: str) -> None:
    assert list(by_pyshacl(graph_of(f"{name}.pass.ttl"), with_queries=True)) == []


@pytest.mark.parametrize("name", NAMES)
def test_only_the_broken_shape_is_found(name: str) -> None:
    fixture = f"{name}.fail.ttl"
    found = find(store_of(fixture), by_pyshacl(graph_of(fixture), with_queries=True), "vi")
    shape = next(shape for shape in shapes().values() if shape.name == name)
    assert {f.shape for f in found} == {name}
    assert {(f.severity, f.message) for f in found} == {(shape.severity, shape.messages["vi"])}


@pytest.mark.parametrize("ending", ["pass", "fail"])
@pytest.mark.parametrize("name", QUERIED)
def test_the_store_answers_as_pyshacl_does(name: str, ending: str) -> None:
    fixture = f"{name}.{ending}.ttl"
    store = store_of(fixture)
    of_pyshacl = [f for f in find(store, by_pyshacl(graph_of(fixture), with_queries=True), "en") if f.shape in QUERIED]
    assert find(store, by_sparql(store, shapes().values()), "en") == of_pyshacl
    assert bool(of_pyshacl) == (ending == "fail")


@pytest.mark.parametrize("shape", shapes().values(), ids=lambda shape: shape.name)
def test_a_shape_speaks_both_languages(shape: Shape) -> None:
    assert set(shape.messages) == {"vi", "en"}
    assert all(shape.messages.values())
