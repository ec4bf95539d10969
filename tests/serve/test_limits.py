"""What one client may take: time, rows, size; a query that runs away is ended, and the next ones are answered. Nothing reaches outside."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

from kg.graph import open_store
from kg.serve.refusal import Refusal
from kg.serve.sparql import answer as answer_in_this_process
from tests.serve.conftest import ROWS
from tests.serve.site import Site

RUNAWAYS = {
    "a product of everything": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "a product put in order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
    "a path through everything": "SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:y>)* ?b . ?c (!<x:y>|^!<x:y>)* ?d }",
    "a graph of everything": "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) > 100000) }",
}  # fmt: skip
EVERYTHING = "SELECT * { ?s ?p ?o }"


@pytest.mark.parametrize("query", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_query_that_runs_away_is_ended_and_the_next_is_answered(site: Site, query: str) -> None:
    answer = site.query(query, "*/*")
    assert answer.status in (504, 400) and ("stopped after 2 s" in answer.text or "more memory" in answer.text)
    assert site.values("SELECT (COUNT(?p) AS ?n) { ?p a kg:Person }") != [["0"]]


def test_pages_are_answered_while_more_queries_run_away_than_there_are_processes(site: Site) -> None:
    with ThreadPoolExecutor(3) as clients:
        running = [clients.submit(site.query, f"{RUNAWAYS['a product of everything']} # {n}") for n in range(3)]
        pages = [site.get(f"/id/person/to-lam?evidence={n}", "text/html") for n in range(8)]
        assert [page.status for page in pages] == [200] * 8
        assert {one.result().status for one in running} <= {504, 503}
    assert site.query("ASK {}").status == 200


@pytest.mark.parametrize(
    ("query", "accept"),
    [(EVERYTHING, "text/csv"), (EVERYTHING, "application/sparql-results+json"), ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")],
)
def test_an_answer_is_cut_and_says_so(site: Site, query: str, accept: str) -> None:
    answer = site.query(query, accept)
    assert answer.headers["x-kg-cut-at"] == str(ROWS)
    count = len(answer.json()["results"]["bindings"]) if "json" in accept else len(answer.text.splitlines()) - (accept == "text/csv")
    assert count == ROWS


def test_a_whole_answer_does_not_say_that_it_was_cut(site: Site) -> None:
    assert "x-kg-cut-at" not in site.query(f"{EVERYTHING} LIMIT {ROWS}").headers


@pytest.mark.parametrize("size", [100_001, 5_000_000])
def test_a_request_that_is_too_large_is_refused(site: Site, size: int) -> None:
    body = b"ASK {} #" + b"x" * size
    try:
        answer = site.send("POST", "/sparql", body, Content_Type="application/sparql-query")
    except OSError:  # the server does not read to the end what it has refused
        answer = None
    assert answer is None or answer.status == 413
    assert site.query("ASK {}").status == 200


def test_an_address_that_is_too_long_is_refused(site: Site) -> None:
    with contextlib.suppress(OSError):  # the server does not read to the end what it has refused
        assert site.get("/sparql?query=" + quote("ASK {} #" + "x" * 200_000)).status in (400, 413, 414, 431)
    assert site.query("ASK {}").status == 200


def test_a_query_of_deep_brackets_ends_nothing_but_itself(site: Site) -> None:
    query = ("ASK " + "{" * 20_000 + "}" * 20_000).encode()
    assert site.send("POST", "/sparql", query, Content_Type="application/sparql-query").status in (400, 504)
    assert site.query("ASK {}").status == 200


@contextlib.contextmanager
def _listening() -> Iterator[tuple[int, list[int]]]:
    """A port that counts who connects."""
    calls: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        ended = threading.Event()

        def count() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                calls.append(1)
                connection.close()

        counting = threading.Thread(target=count)
        counting.start()
        try:
            yield server.getsockname()[1], calls
        finally:
            ended.set()
            counting.join()


_CALL = "SERVICE <http://127.0.0.1:{port}/> {{ ?a ?b ?c }}"
_ROUNDABOUT = (
    f"SELECT * {{{{ {_CALL} }}}}",
    "SELECT * {{ service silent <http://127.0.0.1:{port}/> {{ ?a ?b ?c }} }}",
    "SELECT * {{ SERVICESILENT<http://127.0.0.1:{port}/>{{ ?a ?b ?c }} }}",
    "SELECT * {{ BIND(<http://127.0.0.1:{port}/> AS ?where) SERVICE ?where {{ ?a ?b ?c }} }}",
    # Here the parser reads `<` as less-than or an escaped IRI where a reader of words sees an IRI or a comment.
    "SELECT * {{ BIND(<http://127.0.0.1:{port}/> AS ?o) BIND(1 AS ?s) FILTER(?s<?o||true)SERVICE#>\n?o{{ ?a ?b ?c }} }}",
    f"SELECT * {{{{ OPTIONAL {{{{ ?s <http://a/\\u0041#> ?o }}}} . {_CALL} }}}}",
)


@pytest.mark.parametrize("query", _ROUNDABOUT, ids=range(len(_ROUNDABOUT)))
def test_no_query_calls_another_service(site: Site, query: str) -> None:
    with _listening() as (port, calls):
        site.query(query.format(port=port))
    assert calls == []


def test_the_word_in_a_text_is_no_call(site: Site) -> None:
    assert site.query('ASK { FILTER(CONTAINS("public service", "service")) }').json()["boolean"] is True


def test_where_sockets_cannot_be_forbidden_not_even_the_letters_may_stand_in_a_query(build: object) -> None:
    with pytest.raises(Refusal, match="SERVICE"):
        answer_in_this_process(open_store(build), _ROUNDABOUT[-1].format(port=1), rows=1, confined=False)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }"])
def test_a_graph_is_never_read_from_a_file(site: Site, query: str) -> None:
    assert site.query(query).json()["results"]["bindings"] == []
