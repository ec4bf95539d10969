from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.graph import open_store, write
from kg.query import Rows, Triples, Truth, query
from kg.query.run import prepare
from tests.query.world import KNOWLEDGE

MEETINGS = "SELECT ?meeting ?day { ?meeting a kg:Meeting OPTIONAL { ?meeting kg:begin ?day } } ORDER BY ?day"


def test_all_graphs_are_the_default_graph(world: Path) -> None:
    """A claim stands in its article's graph, the conclusion in the merged one, direct edges in the derived one, labels in the ontology."""
    sparql = """ASK {
      ?claim kg:supports ?meeting ; kg:quote "hội đàm" . ?meeting a kg:Meeting . person:to-lam kg:met person:vladimir-putin .
      kg:Meeting rdfs:label "Cuộc gặp"@vi
    }"""
    assert query(world, sparql) == Truth(True)
    assert query(world, "ASK { GRAPH <http://example.org/kg/id/graph/merged> { ?claim kg:quote ?quote } }") == Truth(False)


@pytest.mark.parametrize("time_limit", [None, 60.0])
def test_rows(world: Path, time_limit: float | None) -> None:
    answer = query(world, MEETINGS, time_limit=time_limit)
    assert isinstance(answer, Rows)
    assert list(answer.values()) == [
        {"meeting": "http://example.org/kg/id/event/audience", "day": datetime.date(2024, 6, 1)},
        {"meeting": "http://example.org/kg/id/event/talks", "day": datetime.date(2024, 6, 20)},
    ]
    assert not answer.more
    frame = answer.frame()
    assert list(frame.columns) == ["meeting", "day"]
    assert len(frame) == 2


@pytest.mark.parametrize("time_limit", [None, 60.0])
@pytest.mark.parametrize(("limit", "rows", "more"), [(1, 1, True), (2, 2, False), (9, 2, False), (0, 0, True)])
def test_a_limit_says_whether_there_is_more(world: Path, limit: int, rows: int, more: bool, time_limit: float | None) -> None:
    answer = query(world, MEETINGS, limit=limit, time_limit=time_limit)
    assert isinstance(answer, Rows)
    assert (len(answer.rows), answer.more) == (rows, more)


def test_triples_come_once(world: Path) -> None:
    answer = query(world, "CONSTRUCT { ?class a owl:Class } WHERE { ?event a ?class ; kg:modality ?m }", time_limit=60)
    assert isinstance(answer, Triples)
    assert len(answer.triples) == len(set(answer.triples)) == 8  # kinds of event in this world


def test_numbers_become_numbers(world: Path) -> None:
    counted = "SELECT (COUNT(*) AS ?n) (AVG(?c) AS ?mean) (MAX(?c) > 1 AS ?sure) (?no AS ?none) { ?x kg:confidence ?c } GROUP BY ?no"
    answer = query(world, counted)
    assert isinstance(answer, Rows)
    [row] = answer.values()
    assert row["n"] == len(KNOWLEDGE.claims)
    assert isinstance(row["mean"], float)
    assert (row["sure"], row["none"]) == (False, None)


RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }"


def test_a_query_that_runs_away_is_ended_and_the_next_is_answered(world: Path) -> None:
    with pytest.raises(QueryError, match="stopped after 1 s"):
        query(world, RUNAWAY, time_limit=1)
    assert query(world, "ASK { ?x a kg:Person }", time_limit=60) == Truth(True)


def test_a_query_is_ended_before_it_eats_the_memory(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "import kg.query.worker as worker\n"
        "worker.MEMORY = 300 * 1024**2\n"
        f"worker.main([{str(world)!r}, '-'])\n"
    )  # fmt: skip
    sparql = prepare(open_store(world), "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i", {})[0]
    done = subprocess.run([sys.executable, "-c", script], input=sparql.encode(), capture_output=True, timeout=120, check=False,
                          env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert done.returncode != 0
    assert done.stdout == b""


def test_where_nothing_was_built(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        query(tmp_path, "ASK { ?x ?y ?z }")


def test_an_open_store_can_be_asked(world: Path) -> None:
    store = open_store(world)
    assert query(store, "did-they-meet", {"person": "to lam", "other": "putin"}) == Truth(True)
    assert query(store, "did-they-meet", {"person": "to lam", "other": "Lương Tam Quang"}) == Truth(False)


def test_another_base(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path, base="https://example.net/tin/")
    assert query(tmp_path, "ASK { person:to-lam kg:met id:person\\/vladimir-putin }", time_limit=60) == Truth(True)
    assert query(tmp_path, "did-they-meet", {"person": "to lam", "other": "person:vladimir-putin"}) == Truth(True)
