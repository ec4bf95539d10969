"""The clients people have: rdflib's SPARQLStore and curl."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.serve.site import Site

TO_LAM = URIRef("http://example.org/kg/id/person/to-lam")
KG = "http://example.org/kg/ontology#"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("format_", ["json", "xml", "csv", "tsv"])
def test_select_by_rdflib(site: Site, method: str, format_: str) -> None:
    graph = Graph(SPARQLStore(f"{site.url}/sparql", method=method, returnFormat=format_))
    rows = list(graph.query("SELECT ?office WHERE { ?person rdfs:label 'Tô Lâm'@vi ; kg:holds ?held . ?held rdfs:label ?office }", initNs={"kg": KG}))
    assert "Tổng Bí thư Việt Nam" in {str(row[0]) for row in rows}


def test_ask_construct_and_triples_by_rdflib(site: Site) -> None:
    graph = Graph(SPARQLStore(f"{site.url}/sparql"))
    assert graph.query(f"ASK {{ <{TO_LAM}> ?p ?o }}").askAnswer
    built = graph.query(f"CONSTRUCT {{ <{TO_LAM}> ?p ?o }} WHERE {{ <{TO_LAM}> ?p ?o }}").graph
    assert built is not None and (TO_LAM, URIRef(KG + "holds"), None) in built
    assert set(graph.objects(TO_LAM, URIRef(KG + "holds"))) == set(built.objects(TO_LAM, URIRef(KG + "holds")))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-urlencode", "query=SELECT ?n { ?p a kg:Country ; kg:iso 'VN' ; rdfs:label ?n } ORDER BY ?n"],
        ["-G", "--data-urlencode", "query=SELECT ?n { ?p a kg:Country ; kg:iso 'VN' ; rdfs:label ?n } ORDER BY ?n"],
        ["-H", "Content-Type: application/sparql-query", "--data-binary", "SELECT ?n { ?p a kg:Country ; kg:iso 'VN' ; rdfs:label ?n } ORDER BY ?n"],
    ],
)  # fmt: skip
def test_curl(site: Site, arguments: list[str]) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl")
    command = [curl, "-sS", "--noproxy", "*", "-H", "Accept: text/csv", f"{site.url}/sparql", *arguments]
    assert subprocess.run(command, capture_output=True, check=True, timeout=30).stdout.decode().split() == ["n", "Vietnam", "Việt", "Nam"]
