"""Wrong queries and what they are answered: where the mistake is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import query

# query, what the message says (line, column and caret among it)
WRONG = [
    ("", "no query here"),
    ("# only a comment", "no query here"),
    ("SELEC ?x { ?x a kg:Person }", "line 1, column 1: SELEC begins no query|did you mean SELECT?"),
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "line 1, column 1: INSERT is refused|kg build"),
    ("PREFIX a: <b:c> DELETE WHERE { ?s ?p ?o }", "column 17: DELETE is refused"),
    ("SELECT ?x {\n  ?x a kg:Person\n  SERVICE <http://127.0.0.1:1/> { ?x ?y ?z }\n}", "line 3, column 3: SERVICE is refused"),
    ("SELECT * { service silent <x:y> { ?x ?y ?z } }", "column 12: SERVICE is refused"),
    ("SELECT ?x { ?x kgg:met ?y }", "column 16: unknown prefix kgg:|did you mean kg:?"),
    ("SELECT ?x { ?x zz:met ?y }", "unknown prefix zz:|known without declaring: |skos:"),
    ("SELECT ?x { ?x kg:holdr ?y }", "column 16: there is no kg:holdr in the ontology|kg:holder|^^^^^^^^"),
    ("SELECT ?x { ?x a kg:Người }", "did you mean kg:Person"),
    ("SELECT ?x { ?x kg:role role:primeminister }", "there is no role:primeminister|role:prime-minister"),
    ("SELECT ?x { ?x kg:level level:strateg }", "there is no level:strateg|level:strategic"),
    ("SELECT ?x { ?x kg:xyzzy ?y }", "there is no kg:xyzzy|docs/graph.md"),
    ("SELECT ?x WHERE {\n  ?x a kg:Person\n  ?x rdfs:label ?y }", "line 3, column 3: the query cannot be read|. or ; missing"),
    ("SELECT ?x { ?x a kg:Person", "column 11: this { is never closed|add the }"),
    ("SELECT ?x { FILTER(?x = 1 }", "column 27: } stands here, but the ( of line 1|missing )"),
    ("SELECT ?x { ?x ?y ?z FILTER(STRLEN(?x)>1)) }", "column 42: this ) closes nothing"),
    ('SELECT ?x { ?x rdfs:label "Tô Lâm }', 'column 27: this string is not closed|close it with "'),
    ("SELECT ?x, ?y { ?x ?y ?z }", "column 10: no comma"),
    ("SELECT COUNT(?x) { ?x ?y ?z }", "column 8: COUNT needs brackets and a name|(COUNT(…) AS ?name)"),
    ("SELECT (COUNT(?x) ?n) { ?x ?y ?z }", "column 19: AS is missing|write AS ?n"),
    ("SELECT ?x { ?x ?y ?z } ORDER ?x", "column 24: ORDER needs BY"),
    ("SELECT ?x { ?x ?y ?z } LIMIT ten", "column 30: LIMIT needs a whole number"),
    ("SELECT ?x { ?x kg:holder <a b> }", "an IRI has no spaces|%20"),
    ("SELECT ?x { ?x is ?z }", "column 16: is is no word of SPARQL|kg:is"),
    ("SELECT ?x { ?x ?y ?z FILTER(FOO(?x)) }", "FOO is no word of SPARQL"),
    ("SELECT ?y { ?x ?y ?z } GROUP BY ?x", "variable that is unbound"),
    ("SELECT ?x { ?x ?y ?z } ORDER BY", "line 1"),
]


@pytest.mark.parametrize(("sparql", "told"), WRONG)
def test_the_message_points_at_the_place_and_says_what_to_do(world: Path, sparql: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        query(world, sparql)
    message = str(error.value)
    assert [part for part in told.split("|") if part not in message] == [], message


def test_the_caret_stands_under_the_mistake(world: Path) -> None:
    with pytest.raises(QueryError) as error:
        query(world, 'SELECT ?x {\n  ?x rdfs:label "Tô Lâm"@vi ; kg:nonsuch ?y }')
    shown, under = str(error.value).splitlines()[1:3]
    assert under.index("^") == shown.index("kg:nonsuch")
    assert under.count("^") == len("kg:nonsuch")


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?x { ?x rdfs:label "SERVICE"@vi }',
        "SELECT ?service { ?service a kg:Person } # SERVICE",
        "SELECT * { ?x <http://example.org/SERVICE> ?y }",
        "PREFIX own: <http://example.org/kg/ontology#> ASK { ?x a own:Person }",
        "PREFIX : <http://example.org/kg/ontology#> ASK { ?x a :Person }",
        "ASK { _:x a kg:Person }",
        "DESCRIBE person:to-lam",
        'ASK { BIND("1"^^xsd:integer AS ?x) FILTER(?x < 2 && 2 > ?x) }',
        "ASK { ?x owl:sameAs|skos:altLabel|prov:wasDerivedFrom|foaf:name|schema:name ?y }",
        "ASK { kg: a owl:Ontology }",
    ],
)
def test_what_only_looks_wrong_runs(world: Path, sparql: str) -> None:
    query(world, sparql)


def test_a_file_is_named_in_the_message(world: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("# en: who\nSELECT ?x {\n?x kg:nonsuch ?y }", encoding="utf-8")
    with pytest.raises(QueryError, match=r"mine\.rq, line 3, column 4"):
        query(world, str(file))
