"""The OpenAPI document and the routes agree: what it names is there, answers as its schema says, and refuses as it says."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator

from kg.serve.openapi import document
from tests.serve.site import Site

DOCUMENT = document()
ASKED = {
    "/api/search": [{"q": "to lam"}, {"q": "việt", "limit": "3"}, {"q": ""}],
    "/api/resource": [
        {"id": "person/to-lam"}, {"id": "country/VN", "events": "5"}, {"id": "event/2024-08-03-appointment-to-lam"}, {"id": "office/tong-bi-thu-vn"},
        {"id": "http://example.org/kg/role/president"},
    ],
    "/api/article": [{"id": "article/2024-08-03-trung-uong-bau-to-lam-tong-bi-thu"}],
    "/api/neighbours": [{"id": "person/to-lam"}, {"id": "country/VN", "first": "3", "offset": "2"}, {"id": "office/tong-bi-thu-vn"}],
    "/api/questions": [{}],
    "/ask": [{"q": "Tô Lâm từng giữ những chức vụ gì?"}, {"q": "Cái gì?"}],
    "/health": [{}],
}  # fmt: skip
REFUSED = [
    ("/api/search", {}, 400), ("/api/search", {"q": "x" * 201}, 400), ("/api/search", {"q": "a", "limit": "0"}, 400),
    ("/api/search", {"q": "a", "limit": "51"}, 400), ("/api/search", {"q": "a", "lang": "vi"}, 400), ("/api/search", {"q": ["a", "b"]}, 400),
    ("/api/resource", {"id": "person/nobody"}, 404), ("/api/resource", {}, 400), ("/api/resource", {"id": "person/to-lam", "events": "-1"}, 400),
    ("/api/article", {"id": "person/to-lam"}, 404),
    ("/api/neighbours", {"id": "x y"}, 404), ("/api/neighbours", {"id": "country/VN", "first": "1e9"}, 400),
    ("/ask", {}, 400), ("/ask", {"q": "x" * 501}, 400), ("/health", {"x": "1"}, 400), ("/api/questions", {"x": "1"}, 400),
]  # fmt: skip


def _check(answer: Any, operation: dict[str, Any], status: int) -> None:
    schema = operation["responses"][str(status)]["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": DOCUMENT["components"]}).validate(answer)


@pytest.mark.parametrize(("path", "given"), [(path, given) for path, all_given in ASKED.items() for given in all_given])
def test_an_answer_is_as_its_schema_says(site: Site, path: str, given: dict[str, str]) -> None:
    answer = site.get(f"{path}?{urlencode(given)}", "application/json")
    assert (answer.status, answer.type) == (200, "application/json"), answer.text
    operation = DOCUMENT["paths"][path]["get"]
    assert set(given) <= {parameter["name"] for parameter in operation["parameters"]}
    _check(answer.json(), operation, 200)
    assert set(answer.json()) == set(DOCUMENT["components"]["schemas"][_name(operation)]["properties"])


def _name(operation: dict[str, Any]) -> str:
    return str(operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]).rsplit("/", 1)[-1]


@pytest.mark.parametrize(("path", "given", "status"), REFUSED)
def test_a_refusal_is_as_its_schema_says(site: Site, path: str, given: dict[str, Any], status: int) -> None:
    answer = site.get(f"{path}?{urlencode(given, doseq=True)}", "application/json")
    assert answer.status == status, answer.text
    _check(answer.json(), DOCUMENT["paths"][path]["get"], status)


def test_everything_of_the_document_is_tried_here(site: Site) -> None:
    by_hand = {"/sparql", "/id/{id}", "/openapi.json"}
    assert set(DOCUMENT["paths"]) == set(ASKED) | by_hand
    assert site.get("/openapi.json").json() == DOCUMENT
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("media", DOCUMENT["paths"]["/sparql"]["get"]["responses"]["200"]["content"])
def test_the_endpoint_gives_every_format_the_document_names(site: Site, media: str) -> None:
    answers = [site.query(query, media) for query in ("SELECT * { ?s kg:met ?o } LIMIT 1", "CONSTRUCT WHERE { ?s kg:met ?o }")]
    assert sorted(answer.status for answer in answers) == [200, 406]
    assert media in {answer.type for answer in answers}


@pytest.mark.parametrize("media", DOCUMENT["paths"]["/id/{id}"]["get"]["responses"]["200"]["content"])
def test_a_resource_is_given_in_every_format_the_document_names(site: Site, media: str) -> None:
    assert site.get("/id/person/to-lam", media).type == media


def test_the_counts_are_those_of_the_graph(site: Site) -> None:
    health = site.get("/health").json()
    assert str(health["counts"]["events"]) == site.values("SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e kg:modality ?m }")[0][0]
    assert health["status"] == "ok" and health["built"].endswith("Z")


def test_the_named_questions_run_as_they_are_given(site: Site) -> None:
    questions = site.get("/api/questions").json()["questions"]
    assert len(questions) >= 40
    for question in questions[::9]:
        assert site.query(question["sparql"], "*/*").status == 200, question["name"]
