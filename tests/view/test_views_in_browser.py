"""The page's other views in a real Chromium: articles, language, light and dark, tables, keys, phone."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser


def test_an_article_leads_back_to_the_graph(glance: Open) -> None:
    seen = glance()
    seen.page.click("button[data-view=reader]")
    seen.page.locator(".articles button", has_text="Phạm Minh Chính và Australia: tin ngày 7/3/2024").first.click()
    assert "Toàn quyền Australia David Hurley" in seen.text("article.text .body")
    marks = seen.page.locator("article.text a.entity")
    assert {"Phạm Minh Chính", "Australia", "David Hurley"} <= set(marks.all_inner_texts())
    marks.filter(has_text="David Hurley").first.click()
    assert seen.page.inner_text("#panel h2") == "David Hurley"
    assert seen.page.is_visible("#canvas")


def test_evidence_opens_its_place_in_the_article(glance: Open) -> None:
    seen = glance("#x=event/meeting-2024-03-07-pham-minh-chinh-david-hurley")
    seen.page.locator("#panel .evidence button.text").first.click()
    marked = "".join(seen.page.locator("article.text .evidence-span").all_inner_texts())
    assert marked == "Ngày 7/3/2024, Thủ tướng Việt Nam Phạm Minh Chính hội đàm với Toàn quyền Australia David Hurley."


def test_the_interface_speaks_both_languages(glance: Open) -> None:
    seen = glance("#n=country/DE")
    assert seen.page.inner_text("#panel h2") == "Đức"
    assert seen.page.inner_text("#panel .second") == "Germany"
    seen.page.click("#language")
    assert seen.page.inner_text("#panel h2") == "Germany"
    assert seen.page.inner_text("#panel .second") == "Đức"
    assert seen.page.get_attribute("html", "lang") == "en"
    for part in ("Person", "Country", "Met"):
        assert part in seen.text("#legend")
    assert seen.page.get_attribute("#search", "placeholder") == "Search: to lam, minister, visit…"
    seen.page.click("#language")
    assert "Người" in seen.text("#legend")


def test_light_and_dark_are_switched(glance: Open) -> None:
    seen = glance()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = seen.page.evaluate(ground)
    seen.page.click("#theme")
    assert seen.page.evaluate(ground) != light
    seen.page.click("#theme")
    assert seen.page.evaluate(ground) == light


def test_tables_are_sorted_by_their_heads(visit: Open) -> None:
    seen = visit("#v=tables")
    head = seen.page.locator("#tables thead th")
    assert head.nth(3).get_attribute("aria-sort") == "descending"
    reports = [int(cell) for cell in seen.page.locator("#tables tbody tr td:nth-child(4)").all_inner_texts()]
    assert reports == sorted(reports, reverse=True)
    head.nth(0).locator("button").click()
    assert head.nth(0).get_attribute("aria-sort") == "ascending"
    names = seen.page.locator("#tables tbody th").all_inner_texts()
    assert names[0] == "Anthony Albanese"
    assert names.index("Đức") < names.index("Emmanuel Macron") if "Đức" in names else names[-1] == "Yoon Suk Yeol"
    head.nth(0).locator("button").click()
    assert seen.page.locator("#tables tbody th").first.inner_text() == "Yoon Suk Yeol"


def test_tables_are_sorted_from_the_keyboard(glance: Open) -> None:
    seen = glance("#v=tables")
    seen.page.click("[data-keep=tab-nodes]")
    seen.page.focus("[data-keep=tab-events]")
    seen.page.keyboard.press("Tab")  # the table itself, which scrolls by the arrow keys
    assert seen.page.evaluate("document.activeElement.className") == "table-box"
    for _ in range(3):
        seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#tables thead th").nth(2).get_attribute("aria-sort") == "ascending"
    assert seen.page.evaluate("document.activeElement.dataset.keep") == "column-2"
    seen.page.keyboard.press("Space")
    assert seen.page.locator("#tables thead th").nth(2).get_attribute("aria-sort") == "descending"
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#panel h2") == seen.page.locator("#tables tbody th").first.inner_text()


def test_the_strongest_ties_lead_to_their_sentences(glance: Open) -> None:
    seen = glance()
    rows = seen.page.locator(".strongest li")
    counts = [int(text) for text in rows.locator(".count").all_inner_texts()]
    assert len(counts) == 10
    assert counts == sorted(counts, reverse=True)
    first = " ".join(rows.first.locator("button").inner_text().split())
    rows.first.locator("button").click()
    assert seen.text("#panel h2") == first
    seen.page.locator("#panel details.fact summary").first.click()
    seen.page.locator("#panel blockquote").first.wait_for()


def test_everything_is_reached_by_keys(glance: Open) -> None:
    seen = glance()
    seen.page.focus("#canvas")
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.inner_text("#panel h2") == "Việt Nam"
    seen.page.keyboard.press("ArrowRight")
    second = seen.page.inner_text("#panel h2")
    assert second != "Việt Nam"
    assert second in seen.page.inner_text("#status")
    seen.page.keyboard.press("f")
    assert seen.page.is_visible("#focus-bar")
    seen.page.keyboard.press("u")
    assert not seen.page.is_visible("#focus-bar")
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "panel"
    seen.page.keyboard.press("Escape")
    assert seen.page.inner_text("#panel h2") == "Đồ thị tin tức Việt Nam"
    seen.page.keyboard.press("?")
    assert seen.page.is_visible("#help-dialog")
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#help-dialog")


def test_on_a_phone_legend_and_details_are_drawers(visit: Open) -> None:
    seen = visit(width=390, height=844)
    assert not seen.page.is_visible("#legend")
    assert not seen.page.is_visible("#panel")
    seen.page.click("#show-legend")
    assert seen.page.is_visible("#legend")
    seen.page.mouse.click(370, 500)
    assert not seen.page.is_visible("#legend")
    seen.page.fill("#search", "to lam")
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#panel h2") == "Tô Lâm"
    seen.page.click("#panel .close")
    assert not seen.page.is_visible("#panel")


def test_controls_have_names_and_lists_have_states(glance: Open) -> None:
    seen = glance("#n=person/to-lam")
    nameless = seen.page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, select, [role=application]")].filter((e) => e.checkVisibility()
        && !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length || e.title)).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert nameless == []
    assert seen.page.locator("main").count() == 1
    assert seen.page.locator("[role=status]").count() == 1
