"""The pages: one for every resource, in two languages, with its sentences; each resource in other forms at the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag

import pytest
from lxml import html
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, parse

from kg.graph.namespaces import RDFS
from kg.serve.frames import Task
from kg.serve.tasks import Worker
from tests.serve.site import Site

BASE = "http://example.org/kg/id/"


def _page(worker: Worker, identifier: str, language: str = "vi") -> html.HtmlElement:
    reply = worker.perform(Task("page", {"id": identifier}, language))
    assert reply.status == 200, reply.body.decode()
    return html.fromstring(reply.body.decode())


def _text(element: html.HtmlElement, path: str = ".") -> str:
    return " ".join(" ".join(one.itertext() if not isinstance(one, str) else [one]) for one in element.xpath(path)).replace("\n", " ")


@pytest.mark.parametrize(
    ("identifier", "section", "expected"),
    [
        ("person/to-lam", "holdings", "Tổng Bí thư Việt Nam"),
        ("person/to-lam", "holdings", "từ 3/8/2024"),
        ("person/to-lam", "holdings", "theo bảng, không phải bài báo"),  # a term that no article tells
        ("person/to-lam", "events", "Tô Lâm nhận chức Tổng Bí thư Việt Nam"),
        ("office/tong-bi-thu-vn", "holdings", "Nguyễn Phú Trọng"),
        ("office/tong-bi-thu-vn", "facts", "Việt Nam"),
        ("country/VN", "offices", "Chủ tịch nước Việt Nam"),
        ("country/VN", "facts", "mã ISO"),
        ("event/2024-08-03-appointment-to-lam", "parts", "Tô Lâm"),
    ],
)
def test_what_stands_on_a_page(worker: Worker, identifier: str, section: str, expected: str) -> None:
    assert expected in re.sub(r"\s+", " ", _text(_page(worker, identifier), f"//section[@id='{section}']"))


def test_a_sentence_has_its_span_marked_and_leads_to_its_place_in_the_article(worker: Worker) -> None:
    page = _page(worker, "person/to-lam")
    (sentence, *_) = page.xpath("//ol[@class='evidence']/li")
    assert "Lâm" in _text(sentence, ".//mark") and len(_text(sentence, ".//blockquote")) > len(_text(sentence, ".//mark"))
    assert _text(sentence, ".//strong") and sentence.xpath(".//time/@datetime")[0].startswith("2024-")
    target = sentence.xpath(".//blockquote/a/@href")[0]
    article, place = urldefrag(target)
    read = _page(worker, article.removeprefix("/id/"))
    assert read.xpath(f"//span[@id='{place}']")


@pytest.mark.parametrize(("language", "heading", "type_", "name"), [("vi", "Sự kiện", "Nước", "Mỹ"), ("en", "Events", "Country", "United States")])
def test_pages_speak_two_languages(worker: Worker, language: str, heading: str, type_: str, name: str) -> None:
    page = _page(worker, "country/US", language)
    assert heading in _text(page, "//h2") and type_ in _text(page, "//p[@class='kind']") and name in _text(page, "//h1")


def _every(worker: Worker) -> Iterator[str]:
    found = worker.graph.store.query(f"SELECT DISTINCT ?s {{ ?s a ?c FILTER(STRSTARTS(STR(?s), '{BASE}')) }}", use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    for row in found:
        subject = row["s"]
        assert isinstance(subject, NamedNode)
        yield worker.graph.id(subject)


def test_everything_has_a_page_in_both_languages_and_every_link_of_it_leads_somewhere(worker: Worker) -> None:
    links: set[str] = set()
    for number, identifier in enumerate(_every(worker)):
        page = _page(worker, identifier, ("vi", "en")[number % 2])
        assert page.xpath("//h1")[0].text_content().strip()
        links |= {urldefrag(href)[0] for href in page.xpath("//main//a/@href") if href.startswith(("/id/", "/role/", "/level/"))}
    elsewhere = {"/role/": "http://example.org/kg/role/", "/level/": "http://example.org/kg/level/", "/id/": ""}
    lost = [
        link for link in links for path, namespace in elsewhere.items()
        if link.startswith(path) and worker.graph.node(namespace + link.removeprefix(path).partition("?")[0]) is None
    ]  # fmt: skip
    assert lost == []


@pytest.mark.parametrize("path", ["/id/person/to-lam", "/id/event/2024-08-03-appointment-to-lam", "/role/president", "/ontology"])
@pytest.mark.parametrize(
    ("accept", "type_", "format_"),
    [
        ("text/turtle", "text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("text/html", "text/html", None),
        ("*/*", "text/html", None),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", None),
        ("text/html;q=0.5, text/turtle", "text/turtle", RdfFormat.TURTLE),
    ],
)
def test_a_resource_has_many_forms_at_one_address(site: Site, path: str, accept: str, type_: str, format_: RdfFormat | None) -> None:
    answer = site.get(path, accept)
    assert (answer.status, answer.type) == (200, type_) and "Accept" in answer.headers["vary"]
    if format_:
        assert any(triple.predicate.value.startswith((RDFS, "http://www.w3.org/")) for triple in parse(answer.body, format=format_))


def test_the_forms_say_the_same(site: Site) -> None:
    forms = (("text/turtle", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD), ("application/n-triples", RdfFormat.N_TRIPLES))
    said = [{quad.triple for quad in parse(site.get("/id/office/chu-tich-nuoc-vn", media).body, format=form)} for media, form in forms]
    assert said[0] == said[1] == said[2] and said[0]
    assert site.get("/id/office/chu-tich-nuoc-vn?format=turtle", "text/html").body == site.get("/id/office/chu-tich-nuoc-vn", "text/turtle").body


def test_what_is_asked_for_in_no_form_is_refused(site: Site) -> None:
    assert site.get("/id/person/to-lam", "image/png").status == 406
    assert site.get("/id/person/to-lam?format=pdf").status == 400


@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "application/json"])
def test_what_is_not_there_is_not_found(site: Site, accept: str) -> None:
    answer = site.get("/id/person/nobody", accept)
    assert answer.status in (404, 406) and answer.type in ("text/html", "text/plain")


def test_the_language_that_was_chosen_is_kept(site: Site) -> None:
    chosen = site.get("/?lang=en", "text/html")
    assert "Most mentioned people" in chosen.text and chosen.headers["set-cookie"].startswith("lang=en")
    assert "Most mentioned people" in site.get("/", "text/html", Cookie="lang=en").text
    assert "Người được nhắc nhiều nhất" in site.get("/", "text/html", Cookie="lang=<script>").text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tô Lâm từng giữ những chức vụ gì?", "Tổng Bí thư Việt Nam"),
        ("Which offices has Tô Lâm held?", "Tổng Bí thư Việt Nam"),
        ("Trời hôm nay đẹp không?", "/ask?q="),
    ],
)
def test_a_question_in_words_is_answered_as_a_page_and_as_a_record(site: Site, question: str, expected: str) -> None:
    page = site.get("/ask?q=" + quote(question), "text/html")
    assert page.status == 200 and expected in page.text
    record = site.get("/ask?q=" + quote(question), "application/json").json()
    assert record["kind"] == ("not_understood" if expected == "/ask?q=" else "answered")
    assert bool(record["evidence"]) == (record["kind"] == "answered")


def test_an_article_without_its_text_says_so(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "store").symlink_to(worker.graph.folder / "store")
    bare = Worker(tmp_path / "build", 10, True)
    article = next(one for one in _every(bare) if one.startswith("article/"))
    assert "không kèm toàn văn" in _text(_page(bare, article), "//main")
