"""The page that explains one article: all spans, all facts, links that lead somewhere, and hostile text that stays text."""

from __future__ import annotations

import re

import pytest
from lxml import html

from kg.extraction import Extractor
from kg.model import ArticleInfo, Extraction
from kg.reading import article_from_text
from kg.view.explained import explained_page

TEXT = (
    "Thủ tướng Phạm Minh Chính hội đàm với Tổng thống Pháp Emmanuel Macron\n\n"
    "Sáng 5/6, tại Paris, Thủ tướng Phạm Minh Chính hội đàm với Tổng thống Pháp Emmanuel Macron. Ông Chính mời ông Macron thăm Việt Nam."
)


@pytest.fixture(scope="module")
def record() -> Extraction:
    return Extractor()(article_from_text(TEXT, ArticleInfo("test", published="2021-06-05")))


def test_the_text_is_whole_and_every_mention_marked(record: Extraction) -> None:
    page = html.document_fromstring(explained_page(record))
    shown = " ".join(page.find_class("text")[0].text_content().split())
    assert shown == " ".join(TEXT.split())
    marked = {a.text_content() for a in page.find_class("text")[0].iter("a")}
    assert {"Phạm Minh Chính", "Pháp", "Emmanuel Macron", "Paris", "Việt Nam"} <= marked


def test_every_link_leads_to_something_on_the_page(record: Extraction) -> None:
    page = html.document_fromstring(explained_page(record))
    targets = {element.get("id") for element in page.iter() if element.get("id")}
    links = [a.get("href") for a in page.iter("a")]
    assert links
    assert all(link.startswith("#") and link[1:] in targets for link in links)


def test_every_fact_shows_its_rule_its_tier_and_its_words(record: Extraction) -> None:
    page = explained_page(record)
    for fact in (*record.holdings, *record.events):
        assert fact.rule in html.document_fromstring(page).text_content()
        assert f"{fact.tier} {fact.confidence:.2f}" in page


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "javascript:alert(1)"])
def test_hostile_text_stays_text(hostile: str) -> None:
    info = ArticleInfo("test", title=hostile, outlet=hostile, author=hostile, url=hostile)
    page = explained_page(Extractor()(article_from_text(f"Ông Lê Minh Hoan nói: {hostile} và về.", info)))
    elements = html.document_fromstring(page)
    assert not list(elements.iter("script", "img", "b"))
    assert hostile in elements.text_content()
    assert all(a.get("href").startswith("#") for a in elements.iter("a"))
    assert re.search(r"default-src 'none'", page)
