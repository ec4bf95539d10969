"""A build sent to a second store: the same triples, only the difference, nothing of others touched, and finished after a cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from kg.cli import main
from kg.errors import StoreError
from kg.query import query
from kg.remote import Endpoint, GraphStore, Target, UpdateEndpoint, ask, send
from kg.remote.http import Connection

BOTH = ("update", "store")
OTHERS = "http://example.com/others"


def _target(server: str, way: str) -> Target:
    connection = Connection(first_wait=0.001)
    return UpdateEndpoint(f"{server}/update", connection=connection) if way == "update" else GraphStore(f"{server}/store", connection)


def _held(server: str) -> Store:
    """What the store holds, without the list of what was sent."""
    body = Connection().request("GET", f"{server}/store", None, {"Accept": "application/n-quads"})
    store = Store()
    store.extend(quad for quad in parse(body, RdfFormat.N_QUADS) if not str(quad.graph_name).endswith("graph/sent>"))
    return store


def _built(folder: Path) -> Store:
    store = Store()
    store.bulk_load(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("way", BOTH)
def test_the_store_holds_what_the_build_holds(server: str, builds: tuple[Path, Path], way: str) -> None:
    old, new = builds
    first = send(old, _target(server, way))
    assert set(_held(server)) == set(_built(old))
    assert (first.added, first.unchanged) == (len(_built(old)), 0)
    again = send(old, _target(server, way))
    assert (again.graphs, again.added, again.deleted) == (0, 0, 0)
    change = send(new, _target(server, way))
    assert set(_held(server)) == set(_built(new))
    assert change.removed == 1
    assert change.unchanged >= 1  # the ontology; an article's claims change where what they support has another name now
    if way == "update":
        both = set(_built(old)) & set(_built(new))
        assert change.added == len(set(_built(new)) - both)


@pytest.mark.parametrize("way", BOTH)
def test_graphs_of_others_stay(server: str, builds: tuple[Path, Path], way: str) -> None:
    update = f"INSERT DATA {{ GRAPH <{OTHERS}> {{ <{OTHERS}> <{OTHERS}> 1 }} }}"
    Connection().request("POST", f"{server}/update", update.encode(), {"Content-Type": "application/sparql-update"})
    for folder in builds:
        send(folder, _target(server, way))
    assert len(list(_held(server).quads_for_pattern(None, None, None, NamedNode(OTHERS)))) == 1


@pytest.mark.parametrize(
    ("endpoint", "asked", "named"),
    [
        ("http://127.0.0.1:9/update", None, "http://127.0.0.1:9/update (asked: http://127.0.0.1:9/query)"),
        ("http://127.0.0.1:9/update", "http://127.0.0.1:9/ask", "http://127.0.0.1:9/ask"),
        ("http://127.0.0.1:9/both", None, "http://127.0.0.1:9/both"),
    ],
)
def test_an_error_names_the_address_that_was_given(builds: tuple[Path, Path], endpoint: str, asked: str | None, named: str) -> None:
    with pytest.raises(StoreError) as error:
        send(builds[0], UpdateEndpoint(endpoint, asked, Connection(first_wait=0.001)))
    assert str(error.value).startswith(f"{named}: no answer")


@pytest.mark.parametrize("way", BOTH)
@pytest.mark.parametrize("changes", [0, 1, 4, 7])
def test_a_cut_sending_is_finished_by_the_next(server: str, cut: Callable[[int], str], builds: tuple[Path, Path], way: str, changes: int) -> None:
    old, new = builds
    send(old, _target(server, way))
    with pytest.raises(StoreError, match="then give the same command again"):
        send(new, _cut_target(cut(changes), server, way))
    send(new, _target(server, way))
    assert set(_held(server)) == set(_built(new))


def _cut_target(proxy: str, server: str, way: str) -> Target:
    """Changes go through the proxy, which is cut; what is asked goes straight."""
    connection = Connection(first_wait=0.001)
    if way == "update":
        return UpdateEndpoint(f"{proxy}/update", f"{server}/query", connection)

    class Cut(GraphStore):
        def digests(self, listed: str) -> dict[str, str]:
            return GraphStore(f"{server}/store", connection).digests(listed)

    return Cut(f"{proxy}/store", connection)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("who-held-which-office", {"country": "Mỹ"}),
        ("who-met-whom", {"person": "obama"}),
        ("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o . FILTER(!CONTAINS(STR(?s), '/graph/')) ?s a kg:Claim }", {}),
        ("ASK { ?x kg:met ?y }", {}),
        ("CONSTRUCT { ?x kg:met ?y } WHERE { ?x kg:met ?y }", {}),
    ],
)
def test_the_store_answers_as_the_build(server: str, builds: tuple[Path, Path], asked: str, given: dict[str, str]) -> None:
    folder = builds[0]
    send(folder, _target(server, "update"))
    here = query(folder, asked, given)
    there, base = ask(Endpoint(f"{server}/query"), asked, given)
    assert base == "http://example.org/kg/id/"
    for name in ("rows", "triples", "value"):
        if hasattr(here, name):
            both = (getattr(here, name), getattr(there, name))
            assert both[0] and (set(both[0]) == set(both[1]) if isinstance(both[0], tuple) else both[0] == both[1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("load", "build"), "either --endpoint or --graph-store"),
        (("load", "build", "--endpoint", "http://a/", "--graph-store", "http://b/"), "either --endpoint or --graph-store"),
        (("load", "nowhere", "--endpoint", "http://127.0.0.1:9/update"), "run `kg build` first"),
        (("load", "build", "--endpoint", "http://127.0.0.1:9/", "--user", "me"), "KG_STORE_PASSWORD"),
        (("query", "ASK {}", "--endpoint", "file:///etc/passwd"), "begins with http:// or https://"),
    ],
)
def test_what_is_wrong_is_told(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("KG_STORE_PASSWORD", raising=False)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_store_without_a_build_says_what_to_do(server: str) -> None:
    with pytest.raises(StoreError, match="send one with `kg load`"):
        ask(Endpoint(f"{server}/query"), "who-met-whom", {"person": "obama"})


def test_a_refusal_is_told_in_the_store_s_words(server: str) -> None:
    with pytest.raises(StoreError, match=r"the store refuses \(400"):
        Connection().request("POST", f"{server}/update", b"NO UPDATE", {"Content-Type": "application/sparql-update"})
