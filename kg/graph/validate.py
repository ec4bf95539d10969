"""What SHACL finds in a built graph, in words: which thing, what is wrong with it, how grave, and the quotes it rests on.

The `sh:sparql` shapes are asked of the Oxigraph store, one query a shape: pyshacl parses and asks each again for every node. The
others are checked by pyshacl, up to a size of graph that it can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, Variable
from rdflib import Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from kg.errors import ConfigurationError, StoreError
from kg.graph.dataset import DERIVED, MERGED
from kg.graph.namespaces import KG, RDFS
from kg.graph.shapes import Severity, Shape, shapes, shapes_graph
from kg.graph.store import open_store

__all__ = ["LANGUAGES", "LIMIT", "Broken", "Finding", "by_pyshacl", "by_sparql", "find", "validate"]

LIMIT = 200_000
"""Triples up to which pyshacl checks its shapes; it holds the whole graph in Python objects."""

LANGUAGES = ("vi", "en")
_GRAVITY: dict[Severity, int] = {"violation": 0, "warning": 1, "info": 2}
_QUOTES = 3
_TOO_LARGE = {
    "vi": "Đồ thị có {triples} bộ ba, hơn mức {limit}: chỉ các hình dạng SPARQL ({asked} trên {all}) được kiểm tra.",
    "en": "The graph has {triples} triples, more than {limit}: only the SPARQL shapes ({asked} of {all}) were checked.",
}
_EVIDENCE = f"""
SELECT DISTINCT ?node ?quote WHERE {{
  {{ ?node <{KG}quote> ?quote }}
  UNION {{ ?node <{KG}attestedBy>/<{KG}quote> ?quote }}
  UNION {{ ?node <{KG}event>/<{KG}attestedBy>/<{KG}quote> ?quote }}
}} ORDER BY STRLEN(?quote) ?quote LIMIT {_QUOTES}"""
_LABEL = f'SELECT ?node ?label WHERE {{ ?node <{RDFS}label> ?label }} ORDER BY (LANG(?label) != "vi") ?label LIMIT 1'

Broken = tuple[Shape, str, NamedNode | Literal | None]
"""A shape, the node that breaks it, and the value that does (None where something is missing)."""


class Finding(msgspec.Struct, frozen=True):
    """One thing that a shape finds. `focus` is its IRI, `label` its name, `value` what is wrong in it, `evidence` quotes of its claims."""

    severity: Severity
    shape: str
    focus: str
    label: str
    message: str
    value: str
    evidence: tuple[str, ...]


def validate(folder: Path, lang: str = "en", limit: int = LIMIT) -> list[Finding]:
    """The findings in the build of `folder`, gravest first, with messages in `lang` (`vi` or `en`).

    In a store of more than `limit` triples only the `sh:sparql` shapes are checked, and a finding of severity info says so.
    Raises `StoreError` where there is no graph, `ConfigurationError` for another language.
    """
    if lang not in LANGUAGES:
        raise ConfigurationError(f"--lang {lang!r}: messages are there in {' and '.join(LANGUAGES)}")
    store = open_store(folder)
    named = (graph for graph in store.named_graphs() if isinstance(graph, NamedNode))
    graphs = [graph for graph in named if not graph.value.endswith(DERIVED)]
    merged = next((graph.value for graph in graphs if graph.value.endswith(MERGED)), None)
    if merged is None:
        raise StoreError(f"{folder}: the store has no graph of conclusions; run `kg build` again")
    asked = [shape for shape in shapes().values() if shape.select]
    found = find(store, by_sparql(store, asked), lang)
    if (triples := len(store)) > limit:
        message = _TOO_LARGE[lang].format(triples=triples, limit=limit, asked=len(asked), all=len(shapes()))
        return [*found, Finding("info", "Size", merged, str(folder), message, str(triples), ())]
    return sorted([*found, *find(store, by_pyshacl(_graph_of(store, graphs)), lang)], key=_gravest_first)


def find(store: Store, broken: Iterable[Broken], lang: str) -> list[Finding]:
    """Put what is broken into words: labels and quotes come from `store`."""
    found = [
        Finding(
            shape.severity,
            shape.name,
            focus,
            _label_of(store, focus),
            shape.messages[lang],
            _in_words(store, value),
            _evidence(store, focus),
        )
        for shape, focus, value in broken
    ]
    return sorted(set(found), key=_gravest_first)


def _gravest_first(finding: Finding) -> tuple[int, str, str, str]:
    return _GRAVITY[finding.severity], finding.shape, finding.focus, finding.value


def by_sparql(store: Store, asked: Iterable[Shape]) -> Iterator[Broken]:
    """What breaks the `sh:sparql` shapes `asked`: one query a shape over all graphs of the store."""
    for shape in asked:
        if shape.select:
            solutions = store.query(shape.select, use_default_graph_as_union=True)
            assert isinstance(solutions, QuerySolutions)
            has_value = "value" in {variable.value for variable in solutions.variables}
            for solution in solutions:
                value = solution["value"] if has_value else None
                yield shape, solution["this"].value, value


def by_pyshacl(data: Graph, with_queries: bool = False) -> Iterator[Broken]:
    """What breaks the shapes in `data`, which holds the ontology too; the `sh:sparql` shapes only `with_queries` (slow)."""
    import pyshacl

    asked = Graph() + shapes_graph()
    if not with_queries:
        asked.remove((None, SH.sparql, None))
    _, report, _ = pyshacl.validate(data, shacl_graph=asked, inplace=True)
    if not isinstance(report, Graph):
        raise StoreError(f"the shapes could not be checked: {report}")
    for result in report.subjects(SH.focusNode):
        shape = shapes()[str(report.value(result, SH.sourceShape))]
        value = report.value(result, SH.value)
        focus = str(report.value(result, SH.focusNode))
        yield shape, focus, None if value is None or str(value) == focus else _term(value)


def _term(value: Node) -> NamedNode | Literal:
    return NamedNode(str(value)) if isinstance(value, URIRef) else Literal(str(value))


def _graph_of(store: Store, graphs: Iterable[NamedNode]) -> Graph:
    data = Graph()
    for graph in graphs:
        data.parse(data=store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph), format="nt")
    return data


def _rows(store: Store, query: str, node: str) -> list[str]:
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {Variable("node"): NamedNode(node)}
    solutions = store.query(query, use_default_graph_as_union=True, substitutions=bound)
    assert isinstance(solutions, QuerySolutions)
    return [solution[1].value for solution in solutions]


def _label_of(store: Store, node: str) -> str:
    return next(iter(_rows(store, _LABEL, node)), node)


def _evidence(store: Store, node: str) -> tuple[str, ...]:
    return tuple(_rows(store, _EVIDENCE, node))


def _in_words(store: Store, value: NamedNode | Literal | None) -> str:
    if value is None:
        return ""
    return _label_of(store, value.value) if isinstance(value, NamedNode) else value.value
