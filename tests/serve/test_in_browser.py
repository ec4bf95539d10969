"""The site in a real browser: search, pages, explorer, questions, query page; nothing is asked of any other server, nothing fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import launch, required_chromium
from tests.serve.site import Site

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ASKED = quote("Tô Lâm từng giữ những chức vụ gì?")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch(required_chromium()) as running:
        yield running


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens an address of the site; in the end nothing may have been asked elsewhere, and nothing may have gone wrong."""
    faults: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, height: int = 820, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", reduced_motion="reduce", locale="vi"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith((site.url, "data:", "blob:")) else None)
        page.goto(site.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def test_search_as_you_type_leads_to_a_page(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("to la")
    expect(page.locator("#found li").first).to_contain_text("Tô Lâm")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Tô Lâm")
    assert page.url.endswith("/id/person/to-lam")


def test_a_page_leads_to_the_sentence_in_the_article(visit: Open) -> None:
    page = visit("/id/person/to-lam")
    expect(page.locator(".evidence mark").first).to_be_visible()
    page.locator(".evidence .sentence").first.click()
    expect(page.locator(".text .body")).to_contain_text("Tô Lâm")
    assert "#s" in page.url and page.evaluate("document.querySelector(':target') !== null")
    page.locator(".body a.entity", has_text="Tô Lâm").first.click()
    expect(page.locator("h1")).to_have_text("Tô Lâm")


def test_language_and_ground_are_chosen_and_kept(visit: Open) -> None:
    page = visit("/id/country/US?events=0")
    page.click("#language")
    expect(page.locator("h1")).to_have_text("United States")
    page.click("#theme")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(page.url.partition("/id/")[0] + "/id/country/VN")
    expect(page.locator("h1")).to_have_text("Vietnam")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def _drawn(page: Page) -> int:
    return int(page.evaluate("Number(document.body.dataset.nodes ?? 0)"))


def test_the_explorer_grows_on_demand(visit: Open) -> None:
    page = visit("/explore?focus=person/to-lam")
    expect(page.locator("#panel h2")).to_have_text("Tô Lâm")
    page.wait_for_function("Number(document.body.dataset.nodes) > 3")
    first = _drawn(page)
    page.locator("#panel li button", has_text="Tổng Bí thư Việt Nam").first.click()
    expect(page.locator("#panel h2")).to_have_text("Tổng Bí thư Việt Nam")
    assert _drawn(page) == first
    page.click("#grow")
    expect(page.locator("#panel")).to_contain_text("Nguyễn Phú Trọng")
    assert _drawn(page) > first and "office" in page.url
    page.fill("#search", "biden")
    page.locator("#found li").first.click()
    expect(page.locator("#panel h2")).to_have_text("Joe Biden")
    page.locator("#panel summary").first.click()
    page.locator("#panel details a").first.click()
    page.wait_for_url("**/id/**")


@pytest.mark.parametrize(("width", "height", "dark"), [(1280, 820, False), (1280, 820, True), (390, 844, False)])
def test_names_stand_apart_and_countries_fly_their_flags(visit: Open, width: int, height: int, dark: bool) -> None:
    page = visit("/explore?focus=country/VN", width=width, height=height, dark=dark)
    page.wait_for_selector("body[data-calm]")
    page.wait_for_timeout(300)
    drawn, named = _drawn(page), int(page.evaluate("Number(document.body.dataset.named)"))
    assert drawn / 2 < named <= drawn
    flags = page.locator("#panel img.flag")
    assert flags.count() and flags.evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 0)")
    while page.locator("button#grow").count():
        before = page.locator("#panel .tie").count()
        page.click("#grow")
        page.wait_for_function("before => document.querySelectorAll('#panel .tie').length > before", arg=before)
    page.wait_for_timeout(1500)
    assert 0 < int(page.evaluate("Number(document.body.dataset.named)")) <= _drawn(page)


def test_ties_are_listed_by_kind_with_the_line_they_are_drawn_with(visit: Open) -> None:
    page = visit("/explore?focus=person/joe-biden")
    expect(page.locator("#panel .tie-kind").first).to_be_visible()
    kinds = page.locator("#panel .tie-kind").all_inner_texts()
    assert len(kinds) == len(set(kinds)) > 1
    assert page.locator("#panel .tie-kind path").count() == len(kinds)


def test_results_are_set_apart_by_kind(visit: Open) -> None:
    page = visit("/search?q=viet nam")
    expect(page.locator(".results .hits img.flag").first).to_be_visible()
    page.goto(page.url.partition("/search")[0] + "/search?q=to lam")
    expect(page.locator(".results .hits li").first).to_contain_text("Tổng Bí thư Việt Nam")
    expect(page.locator(".results .day").first).to_be_visible()


def test_the_explorer_begins_where_the_news_tells_of_most(visit: Open) -> None:
    page = visit("/explore")
    expect(page.locator("#panel h2")).not_to_be_empty()
    assert "focus=person%2F" in page.url and _drawn(page) > 1


def test_a_node_is_opened_until_all_of_it_is_open(visit: Open) -> None:
    page = visit("/explore?focus=country/VN")
    expect(page.locator("#panel h2")).to_have_text("Việt Nam")
    seen = []
    while page.locator("button#grow").count():
        seen.append(_drawn(page))
        page.click("#grow")
        page.wait_for_function("shown => document.querySelectorAll('#panel li').length > shown", arg=0)
        page.wait_for_timeout(300)
        assert len(seen) < 30
    expect(page.locator("span#grow")).to_be_visible()
    assert len(seen) > 1 and seen == sorted(seen)


def test_a_question_in_words(visit: Open) -> None:
    page = visit("/ask")
    page.fill("main input[name=q]", "Tô Lâm từng giữ những chức vụ gì?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text("Tổng Bí thư Việt Nam")
    expect(page.locator(".evidence li").first).to_be_visible()
    page.locator("summary", has_text="Truy vấn đã chạy").click()
    page.locator("a", has_text="Mở ở trang truy vấn").click()
    page.wait_for_selector("body[data-ready]")
    assert "kg:OfficeHolding" in page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")


def test_the_query_page_asks_our_endpoint_and_nobody_else(visit: Open) -> None:
    page = visit("/query")
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#prefixes dt").count() > 10 and page.locator("#questions li").count() >= 40
    page.fill("#filter", "ai gap ai")
    page.locator("#questions button").first.click()
    assert "PREFIX kg:" in page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT ?name { ?p kg:iso \"VN\" ; rdfs:label ?name }')")
    page.click(".yasqe_queryButton")
    expect(page.locator(".yasr_results table")).to_contain_text("Vietnam")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('PREFIX ')")
    page.click(".CodeMirror")
    page.keyboard.press("Control+End")
    page.keyboard.type("k")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("ontology#")


@pytest.mark.parametrize("path", ["/", "/id/person/to-lam", "/explore?focus=person/to-lam", "/query", f"/ask?q={ASKED}", "/data"])
@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_nothing_is_wider_than_the_screen(visit: Open, path: str, dark: bool) -> None:
    page = visit(path, width=390, height=800, dark=dark)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_axe_finds_nothing_serious(visit: Open, width: int, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe()
    article = "/id/article/2024-08-03-trung-uong-bau-to-lam-tong-bi-thu"
    paths = ["/", "/id/person/to-lam", "/id/country/VN?lang=en", article, f"/ask?q={ASKED}", "/explore?focus=person/to-lam"]
    for path in paths:
        page = visit(path, width=width, dark=dark)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        found = axe.run(page).response
        serious = [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert serious == [], path
        assert len(found["passes"]) > 15
