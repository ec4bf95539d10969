from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from kg.errors import QueryError
from kg.graph.namespaces import BASE, XSD, data_prefixes
from kg.query import Rows, Triples, Truth, query
from kg.query.formats import as_csv, as_json, as_turtle

PREFIXES = data_prefixes(BASE)
ROWS = Rows(
    ("a", "b"),
    (
        (NamedNode("http://example.org/x"), Literal('Tô "Lâm",\nsố 1', language="vi")),
        (BlankNode("n1"), Literal("3", datatype=NamedNode(XSD + "integer"))),
        (None, Literal("=1+1")),
        (Triple(NamedNode("x:s"), NamedNode("x:p"), Literal("o")), None),
    ),
)


def test_json_reads_back_as_the_same_terms() -> None:
    found = parse_query_results(as_json(ROWS, PREFIXES).encode(), format=QueryResultsFormat.JSON)
    assert [variable.value for variable in found.variables] == list(ROWS.variables)  # type: ignore[union-attr]
    assert [tuple(row) for row in found] == list(ROWS.rows)  # type: ignore[union-attr]


def test_json_of_yes_and_no() -> None:
    assert json.loads(as_json(Truth(True), PREFIXES)) == {"head": {}, "boolean": True}


def test_csv_is_that_of_the_standard() -> None:
    text = as_csv(ROWS, PREFIXES)
    assert text.startswith("a,b\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:4] == [
        ["http://example.org/x", 'Tô "Lâm",\nsố 1'],
        ["_:n1", "3"],
        ["", "=1+1"],
    ]


def test_turtle_reads_back_as_the_same_triples(world: Path) -> None:
    answer = query(world, "CONSTRUCT WHERE { ?x a kg:Person ; ?y ?z }")
    assert isinstance(answer, Triples)
    text = as_turtle(answer, PREFIXES)
    assert {quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE)} == set(answer.triples)
    assert "person:to-lam a kg:Person" in text
    shuffled = Triples(tuple(reversed(answer.triples)))
    assert as_turtle(shuffled, PREFIXES) == text


def test_triples_as_rows() -> None:
    answer = Triples((Triple(NamedNode("x:s"), NamedNode("x:p"), Literal("o")),))
    assert as_csv(answer, PREFIXES) == "subject,predicate,object\r\nx:s,x:p,o\r\n"


@pytest.mark.parametrize(("function", "answer"), [(as_csv, Truth(True)), (as_turtle, Truth(True)), (as_turtle, ROWS)])
def test_what_a_format_cannot_say_is_told(function: object, answer: object) -> None:
    with pytest.raises(QueryError, match="--format"):
        function(answer, PREFIXES)  # type: ignore[operator]
