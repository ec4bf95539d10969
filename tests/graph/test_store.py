"""Files and store: the same bytes, the same graph through every syntax, whole or not at all, whatever a text holds."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path

import pyoxigraph
import pytest
from msgspec.structs import replace
from pyoxigraph import RdfFormat
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS

from kg.errors import StoreError
from kg.graph import GRAPH_FILES, open_store, quads, write
from kg.graph import store as store_module
from kg.graph.files import INDEX
from kg.graph.namespaces import BASE, KG
from kg.model import ArticleInfo, Claim, Contradiction, KgEntity, KgEvent, Knowledge, Office, OfficeHolding, Participation
from tests.graph.knowledge import KNOWLEDGE
from tests.graph.test_dataset import shuffled

HOSTILE = [
    "</script><script>alert(1)</script>",
    'dấu "nháy" \\ và \\u0022 """',
    "dòng\nmới\r\nvà\ttab",
    "\x00\x01\x07\x0b\x0c\x1b\x7f\x85",
    "\u2028\u2029\u202e\ufeff\ufffe\U0010ffff",
    '"@vi . <http://e.org/s> <http://e.org/p> <http://e.org/o> .',
    "id:person/to-lam",
    "@id",
    "_:b0",
    "http://e.org/a> <http://e.org/b",
    "javascript:alert(1)",
    "../../..",
    "//e.org/x",
    " ",
    "-1",
    "😀 e\u0301 Tô Lâm",
]


def hostile_knowledge(text: str) -> Knowledge:
    """A record of each kind with `text` wherever a string can stand."""
    return Knowledge(
        articles=(ArticleInfo(text, text, text, text, text, text, text),),
        entities=(
            KgEntity(f"person/{text}", "Person", text, (text,), None, text, text, (text,), (text,)),
            KgEntity("country/VN", "Country", text, (text,), text, None, text, (text,), (text,)),
        ),
        offices=(Office(text, text, text, text, text, 1),),
        holdings=(OfficeHolding(f"holding/{text}", f"person/{text}", text, "current", text, (text,), (text,), text, text),),
        events=(
            KgEvent(f"event/{text}", text, text, (Participation(text, text, text),), text, text, text, text, "happened", text, 1,
                    (text,), text),
        ),
        contradictions=(Contradiction(f"contradiction/{text}", text, text, text, (text,)),),
        claims=(Claim(f"claim/{text}", text, text, text, 0, 1, text, 0, 1, text, text, 0.5, "asserted"),),
    )  # fmt: skip


def through_rdflib(path: Path, syntax: str) -> set[tuple[object, ...]]:
    dataset = Dataset()
    dataset.parse(path, format=syntax)
    return {(s, p, o, str(g)) for s, p, o, g in dataset.quads()}


def assert_every_syntax_tells_the_same(folder: Path, knowledge: Knowledge) -> None:
    expected = {str(quad) for quad in quads(knowledge)}
    for name, syntax in (("graph.nq", RdfFormat.N_QUADS), ("graph.trig", RdfFormat.TRIG), ("graph.jsonld", RdfFormat.JSON_LD)):
        assert {str(quad) for quad in pyoxigraph.parse(path=str(folder / name), format=syntax)} == expected, name
    of_nquads = through_rdflib(folder / "graph.nq", "nquads")
    assert len(of_nquads) == len(expected)
    assert through_rdflib(folder / "graph.trig", "trig") == of_nquads
    assert through_rdflib(folder / "graph.jsonld", "json-ld") == of_nquads
    merged = {quad[:3] for quad in of_nquads if quad[3] == BASE + "graph/merged"}
    turtle = Graph().parse(folder / "graph.ttl")
    assert set(turtle) == merged
    other = Graph()
    for triple in merged:
        other.add(triple)  # type: ignore[arg-type]
    assert isomorphic(turtle, other)
    assert {str(quad) for quad in open_store(folder)} == expected


def test_every_syntax_and_the_store_tell_the_same(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path)
    assert_every_syntax_tells_the_same(tmp_path, KNOWLEDGE)


def test_no_text_breaks_a_syntax_or_becomes_an_iri(tmp_path: Path) -> None:
    each = [hostile_knowledge(text) for text in HOSTILE]
    fields = Knowledge.__struct_fields__
    knowledge = Knowledge(*(tuple(record for one in each for record in getattr(one, field)) for field in fields))
    write(knowledge, tmp_path)
    assert_every_syntax_tells_the_same(tmp_path, knowledge)
    graph = Graph().parse(tmp_path / "graph.ttl")
    iris = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    assert {iri for iri in iris if not iri.startswith(("http://example.org/kg/", "http://www.w3.org/"))} == set()
    assert {str(value) for value in graph.objects(None, RDFS.label)} >= set(HOSTILE)
    assert len(set(graph.subjects(RDF.type, URIRef(KG + "Person")))) == len(HOSTILE)


def test_a_lone_surrogate_is_replaced_and_keeps_its_place(tmp_path: Path) -> None:
    knowledge = Knowledge(entities=(KgEntity("person/\ud800", "Person", "Tô \ud800 Lâm", claims=("claim/a\udfff",)),))
    write(knowledge, tmp_path)
    assert_every_syntax_tells_the_same(tmp_path, knowledge)
    assert '"Tô \ufffd Lâm"@vi' in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "datatype"),
    [
        ("https://example.org/tin?a=b&c=d#e", "anyURI"),
        ("HTTP://vi.example.org/tin-tức", "anyURI"),
        ("http://[::1]:8000/", "anyURI"),
        ("javascript:alert(1)", "string"),
        ("https://", "string"),
        ("http://a b/", "string"),
        ("http://a/%zz", "string"),
        ("http://a/\n", "string"),
        ("//example.org/tin", "string"),
        ("ftp://example.org/tin", "string"),
        ('http://a/"><script>', "string"),
    ],
)
def test_only_a_web_address_is_typed_as_one(url: str, datatype: str) -> None:
    (found,) = (q.object for q in quads(Knowledge(articles=(ArticleInfo("a", url=url),))) if q.predicate.value == KG + "url")
    assert isinstance(found, pyoxigraph.Literal)
    assert (found.value, found.datatype.value.rpartition("#")[2]) == (url, datatype)


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_bytes_are_the_same_from_write_to_write(seed: int | None, tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path / "one")
    write(KNOWLEDGE if seed is None else shuffled(KNOWLEDGE, seed), tmp_path / "two")
    for name in GRAPH_FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_nquads_are_sorted_lines(tmp_path: Path) -> None:
    count = write(KNOWLEDGE, tmp_path)
    lines = (tmp_path / "graph.nq").read_bytes().splitlines(keepends=True)
    assert lines == sorted(set(lines)) and len(lines) == count


def test_jsonld_needs_no_network_and_reads_as_json(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path)
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    assert isinstance(document["@context"], dict)
    graphs = {graph["@id"]: {node["@id"]: node for node in graph["@graph"]} for graph in document["@graph"]}
    assert graphs["id:graph/merged"]["id:holding/nguyen-phu-trong-tong-bi-thu-vn"] == {
        "@id": "id:holding/nguyen-phu-trong-tong-bi-thu-vn",
        "@type": "OfficeHolding",
        "label": {"vi": "Nguyễn Phú Trọng, Tổng Bí thư Việt Nam"},
        "attestedBy": "id:claim/2023-09-10-hoi-dam/holding-1",
        "attestedOn": "2023-09-10",
        "asOf": "2023-09-10",
        "holder": "id:person/nguyen-phu-trong",
        "office": "id:office/tong-bi-thu-vn",
        "status": "current",
        "termStatus": "current",
    }


def test_the_store_opens_read_only_more_than_once(tmp_path: Path) -> None:
    count = write(KNOWLEDGE, tmp_path)
    first, second = open_store(tmp_path), open_store(tmp_path)
    assert len(first) == len(second) == count
    with pytest.raises(RuntimeError, match="read-write"):
        first.add(next(iter(second)))


def test_the_store_opens_for_writing_for_one(tmp_path: Path) -> None:
    count = write(KNOWLEDGE, tmp_path)
    writer = open_store(tmp_path, read_only=False)
    with pytest.raises(StoreError, match="close the process"):
        open_store(tmp_path, read_only=False)
    assert len(writer) == count


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        open_store(tmp_path)


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path)
    for file in (tmp_path / "store").glob("MANIFEST*"):
        file.write_bytes(b"no manifest")
    with pytest.raises(StoreError, match="build it again"):
        open_store(tmp_path)


def test_a_new_graph_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path)
    smaller = replace(KNOWLEDGE, relations=(), contradictions=())
    count = write(smaller, tmp_path)
    assert len(open_store(tmp_path)) == count
    assert_every_syntax_tells_the_same(tmp_path, smaller)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*GRAPH_FILES, INDEX, "store", ".graph-lock"])


@pytest.mark.parametrize("at", ["parts", "write_files", "_fill_store", "_put_in_place"])
def test_a_write_that_dies_leaves_the_last_graph(at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = write(KNOWLEDGE, tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in GRAPH_FILES}

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(store_module, at, die)
        write(Knowledge(), tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in GRAPH_FILES} == before
    assert len(open_store(tmp_path)) == count
    smaller = write(Knowledge(), tmp_path)
    assert len(open_store(tmp_path)) == smaller < count


def test_a_write_that_dies_between_its_renames_is_recovered(tmp_path: Path) -> None:
    count = write(KNOWLEDGE, tmp_path)
    (tmp_path / "store").rename(tmp_path / ".store-old")
    assert len(open_store(tmp_path)) == count
    assert write(KNOWLEDGE, tmp_path) == count
    assert len(open_store(tmp_path)) == count
    assert not (tmp_path / ".store-old").exists()


def test_two_writers_do_not_mix(tmp_path: Path) -> None:
    write(KNOWLEDGE, tmp_path)
    with (tmp_path / ".graph-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another process"):
            write(KNOWLEDGE, tmp_path)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(StoreError, match="build"):
        write(KNOWLEDGE, tmp_path / "build")
