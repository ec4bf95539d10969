"""The query operations of the SPARQL 1.1 protocol; the tests have the names of those of the W3C's protocol test suite."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from tests.serve.site import Site

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
ASK = "ASK {}"
MERGED, DERIVED = "http://example.org/kg/id/graph/merged", "http://example.org/kg/id/graph/derived"
HAS_PERSON = "ASK { ?s a kg:Person }"
MET = "ASK { ?s kg:met ?o }"
BOTH = "ASK { ?s a kg:Person ; kg:holds ?o }"
FULL = [("default-graph-uri", MERGED), ("named-graph-uri", DERIVED)]


def test_query_get(site: Site) -> None:
    answer = site.get("/sparql?query=" + quote(ASK), "application/sparql-results+json")
    assert (answer.status, answer.type, answer.json()["boolean"]) == (200, "application/sparql-results+json", True)


def test_query_post_form(site: Site) -> None:
    answer = site.send("POST", "/sparql", urlencode({"query": ASK}).encode(), Content_Type=FORM, Accept="application/sparql-results+json")
    assert answer.json()["boolean"] is True


def test_query_post_direct(site: Site) -> None:
    answer = site.send("POST", "/sparql", ASK.encode(), Content_Type=DIRECT, Accept="application/sparql-results+json")
    assert answer.json()["boolean"] is True


def test_head_has_the_headers_alone(site: Site) -> None:
    answer = site.send("HEAD", "/sparql?query=" + quote(ASK))
    assert (answer.status, answer.type, answer.body) == (200, "application/sparql-results+json", b"")


@pytest.mark.parametrize("how", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("test", "query", "graphs", "expected"),
    [
        ("query_dataset_default_graph", HAS_PERSON, [("default-graph-uri", MERGED)], True),
        ("query_dataset_default_graph", HAS_PERSON, [("default-graph-uri", DERIVED)], False),
        ("query_dataset_default_graphs", BOTH, [("default-graph-uri", MERGED), ("default-graph-uri", DERIVED)], True),
        ("query_dataset_default_graphs", BOTH, [("default-graph-uri", MERGED)], False),
        ("query_dataset_named_graphs", "ASK { GRAPH ?g { ?s a kg:Person } }", [("named-graph-uri", MERGED)], True),
        ("query_dataset_named_graphs", "ASK { GRAPH ?g { ?s a kg:Person } }", [("named-graph-uri", DERIVED)], False),
        ("query_dataset_named_graphs", HAS_PERSON, [("named-graph-uri", MERGED)], False),
        ("query_dataset_full", "ASK { ?s a kg:Person GRAPH ?g { ?s kg:holds ?o } }", FULL, True),
        ("query_dataset_full", "ASK { ?s a kg:Person GRAPH ?g { ?s rdfs:label ?o } }", FULL, False),
        ("query_multiple_dataset", f"ASK FROM <{DERIVED}> {{ ?s a kg:Person }}", [("default-graph-uri", MERGED)], True),
        ("from alone", f"ASK FROM <{DERIVED}> {{ ?s a kg:Person }}", [], False),
        ("from alone", f"ASK FROM <{MERGED}> {{ ?s a kg:Person }}", [], True),
        ("from named alone", f"ASK FROM NAMED <{MERGED}> {{ ?s a kg:Person }}", [], False),
        ("all graphs together", "ASK { ?s a kg:Person ; kg:holds ?o ; kg:attestedBy/kg:inArticle ?article }", [], True),
    ],
)  # fmt: skip
def test_datasets(site: Site, how: str, test: str, query: str, graphs: list[tuple[str, str]], expected: bool) -> None:
    accept = "application/sparql-results+json"
    if how == "get":
        answer = site.get("/sparql?" + urlencode([("query", query), *graphs]), accept)
    elif how == "form":
        answer = site.send("POST", "/sparql", urlencode([("query", query), *graphs]).encode(), Content_Type=FORM, Accept=accept)
    else:
        answer = site.send("POST", "/sparql?" + urlencode(graphs), query.encode(), Content_Type=DIRECT, Accept=accept)
    assert answer.json()["boolean"] is expected


SELECT = 'SELECT ?person ?name { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 3'
CONSTRUCT = "CONSTRUCT { ?s kg:met ?o } WHERE { ?s kg:met ?o }"
TABLES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("media", TABLES)
def test_query_content_type_select(site: Site, media: str) -> None:
    answer = site.query(SELECT, media)
    assert (answer.status, answer.type) == (200, media)
    if media == "text/csv":
        header, *rows = answer.text.splitlines()
        assert set(header.split(",")) == {"person", "name"} and len(rows) == 3
    else:
        assert len(list(parse_query_results(answer.body, format=TABLES[media]))) == 3


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ("application/sparql-results+json", '"boolean": true'),
        ("application/sparql-results+xml", "<boolean>true</boolean>"),
        ("text/csv", "true"),
    ],
)
def test_query_content_type_ask(site: Site, media: str, expected: str) -> None:
    answer = site.query(MET, media)
    assert answer.type == media and expected in answer.text


@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE id:person/to-lam"])
@pytest.mark.parametrize("media", TRIPLES)
def test_query_content_type_construct_and_describe(site: Site, media: str, query: str) -> None:
    answer = site.query(query.replace("id:person/to-lam", "person:to-lam"), media)
    assert answer.type == media and list(parse(answer.body, format=TRIPLES[media]))


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/*", "text/csv"),
        (SELECT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+json"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/ld+json, text/turtle;q=0.9", "application/ld+json"),
        (CONSTRUCT, "application/sparql-results+json, text/turtle;q=0.1", "text/turtle"),
    ],
)
def test_the_best_liked_format_is_sent(site: Site, query: str, accept: str, expected: str) -> None:
    assert site.query(query, accept).type == expected


def _send(site: Site, method: str, path: str, body: str | bytes, type_: str | None, accept: str = "*/*") -> int:
    headers = {"Accept": accept} | ({"Content_Type": type_} if type_ else {})
    return site.send(method, path, body if isinstance(body, bytes) else body.encode(), **headers).status


@pytest.mark.parametrize(
    ("test", "method", "path", "body", "type_", "expected"),
    [
        ("bad_query_method", "PUT", "/sparql?query=ASK%20%7B%7D", "", None, 405),
        ("bad_query_method", "DELETE", "/sparql?query=ASK%20%7B%7D", "", None, 405),
        ("bad_multiple_queries", "GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", "", None, 400),
        ("bad_multiple_queries", "POST", "/sparql?query=ASK%20%7B%7D", "query=ASK%20%7B%7D", FORM, 400),
        ("bad_multiple_queries", "POST", "/sparql?query=ASK%20%7B%7D", "ASK {}", DIRECT, 400),
        ("bad_query_wrong_media_type", "POST", "/sparql", "ASK {}", "text/plain", 415),
        ("bad_query_missing_form_type", "POST", "/sparql", "query=ASK%20%7B%7D", None, 415),
        ("bad_query_missing_direct_type", "POST", "/sparql", "ASK {}", None, 415),
        ("bad_query_non_utf8", "POST", "/sparql", "ASK { ?s ?p 'ỉ' }".encode("utf-16"), DIRECT, 400),
        ("bad_query_non_utf8", "POST", "/sparql", b"ASK {}", DIRECT + "; charset=iso-8859-1", 415),
        ("bad_query_non_utf8", "GET", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%ff%22%7D", "", None, 400),
        ("bad_query_syntax", "GET", "/sparql?query=ASK%20%7B", "", None, 400),
        ("no query", "GET", "/sparql?named-graph-uri=http%3A%2F%2Fexample.org%2F", "", None, 400),
        ("bad graph", "GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", "", None, 400),
        ("update_get", "GET", "/sparql?update=CLEAR%20ALL", "", None, 403),
        ("update_post_form", "POST", "/sparql", "update=CLEAR%20ALL", FORM, 403),
        ("update_post_direct", "POST", "/sparql", "CLEAR ALL", "application/sparql-update", 403),
        ("update as a query", "POST", "/sparql", "INSERT DATA { <a:a> <a:b> <a:c> }", DIRECT, 400),
    ],
)  # fmt: skip
def test_what_the_protocol_forbids(site: Site, test: str, method: str, path: str, body: str | bytes, type_: str | None, expected: int) -> None:
    assert _send(site, method, path, body, type_) == expected


@pytest.mark.parametrize(("query", "accept"), [(SELECT, "image/png"), (SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (SELECT, "text/csv;q=0")])
def test_what_no_format_can_hold_is_not_acceptable(site: Site, query: str, accept: str) -> None:
    assert site.query(query, accept).status == 406


def test_a_method_that_is_not_allowed_tells_which_are(site: Site) -> None:
    assert site.send("PUT", "/sparql").headers["allow"] == "GET, HEAD, POST"


def test_a_fault_is_pointed_at(site: Site) -> None:
    answer = site.query("SELECT ?name WHERE {\n  ?p rdfs:label ?name\n  FILTR(?name)\n}")
    assert answer.status == 400 and "line 3" in answer.text and answer.type == "text/plain"


def test_without_a_query_the_service_describes_itself(site: Site) -> None:
    described = parse(site.get("/sparql", "text/turtle").body, format=RdfFormat.TURTLE)
    said = {(quad.predicate.value.rsplit("#")[-1], quad.object.value.rsplit("#")[-1]) for quad in described}
    assert {("endpoint", f"{site.url}/sparql"), ("supportedLanguage", "SPARQL11Query"), ("feature", "UnionDefaultGraph")} <= said


def test_a_browser_without_a_query_is_led_to_the_query_page(site: Site) -> None:
    answer = site.get("/sparql", "text/html")
    assert (answer.status, answer.headers["location"]) == (303, "/query")
