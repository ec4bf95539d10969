"""What comes from articles stays text: names, titles, addresses and sentences full of markup, on every page of a build of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from kg.serve.frames import Task
from kg.serve.tasks import Worker
from tests.view.news import write_build
from tests.view.test_hostile import PAYLOADS, hostile_world

_OURS = {"/static/theme.js", "/static/site.js"}
_ADDRESSES = {"a": "href", "form": "action", "link": "href", "script": "src", "img": "src"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Worker:
    return Worker(write_build(tmp_path_factory.mktemp("hostile") / "build", *hostile_world()), 1000, True)


def _check(body: bytes) -> str:
    page = html.fromstring(body.decode())
    assert {script.get("src") for script in page.iter("script")} == _OURS
    assert not list(page.iter("iframe", "object", "embed", "base", "style", "video", "math"))
    for element in page.iter():
        if isinstance(element.tag, str):
            assert not [name for name in element.attrib if name.startswith("on") or name == "style" or name == "srcdoc"]
            address = element.get(_ADDRESSES.get(element.tag, "href"), "")
            assert address.startswith(("/", "#", "?", "http://", "https://")) or not address, address
            assert not address.startswith("//")
    return str(page.text_content())


def test_payloads_stay_text_on_every_page(hostile: Worker) -> None:
    subjects = {quad.subject for quad in hostile.graph.store.quads_for_pattern(None, None, None) if quad.subject.value.startswith(hostile.graph.base)}
    seen = ""
    for node in sorted(subjects, key=str):
        reply = hostile.perform(Task("page", {"id": hostile.graph.id(node)}, "vi"))
        assert reply.status == 200
        seen += _check(reply.body)
    assert sum(payload.strip() in seen for payload in PAYLOADS) > len(PAYLOADS) // 2


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_that_are_asked_for_stay_text(hostile: Worker, payload: str) -> None:
    for task, language in (("search", "vi"), ("ask", "en")):
        reply = hostile.perform(Task(task, {"q": payload}, language))
        assert reply.status == 200
        _check(reply.body)


def test_the_first_page_and_records_are_whole(hostile: Worker) -> None:
    _check(hostile.perform(Task("home", {}, "vi")).body)
    assert hostile.perform(Task("neighbours", {"id": "country/VN"})).status in (200, 404)


def test_an_article_is_read_by_its_own_identifier_alone(hostile: Worker) -> None:
    for path in ("../../etc/passwd", "article/../../../etc/passwd"):
        assert hostile.perform(Task("article", {"id": path})).status == 404
    assert Path("/etc/passwd").read_bytes() not in hostile.perform(Task("home", {}, "vi")).body
