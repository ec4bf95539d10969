"""The page where it is not at home: on paper, in a notebook's frame, in a browser too old for it, narrowed, without texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pyoxigraph import RdfFormat
from rdflib import Dataset

from kg.graph import open_store
from kg.view import Choice, gather, page, show
from tests.view.conftest import Open

pytestmark = pytest.mark.browser


def test_on_paper_the_page_is_light_and_whole(visit: Open) -> None:
    seen = visit("#n=person/to-lam&day=2024-07-01", dark=True)
    seen.page.emulate_media(media="print")
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("document.documentElement.dataset.theme") == "light"
    assert [name for name in ("#search", ".tools", ".zoom", "#play", ".actions", "#legend input") if seen.page.locator(name).first.is_visible()] == []
    assert [name for name in ("#title", "#canvas", "#legend h2", "#panel h2", "#day-shown") if not seen.page.is_visible(name)] == []
    assert seen.page.evaluate("getComputedStyle(document.getElementById('panel')).overflowY") == "visible"
    assert len(seen.page.pdf(format="A4")) > 20_000
    seen.page.emulate_media(media="screen")
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert seen.page.is_visible("#search")


def test_a_browser_that_cannot_inflate_is_told_so(browser: Browser, page_file: Path) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream;")
    tab = context.new_page()
    tab.goto(page_file.as_uri())
    tab.locator("#too-old").wait_for()
    assert "This browser is too old" in tab.inner_text("#too-old")
    context.close()


@pytest.mark.parametrize("form", ["folder", "store", "dataset", "page graph"])
def test_a_notebook_shows_the_page_of_whatever_it_has(build: Path, browser: Browser, tmp_path: Path, form: str) -> None:
    def graph() -> object:
        if form == "folder":
            return build
        if form == "page graph":
            return gather(build, Choice(focus="to lam", depth=1))
        store = open_store(build)
        if form == "store":
            return store
        dataset = Dataset()
        dataset.parse(data=store.dump(format=RdfFormat.N_QUADS), format="nquads")
        return dataset

    choice = {} if form == "page graph" else {"focus": "to lam", "depth": 1}
    cell = show(graph(), language="en", title="My own", **choice)._repr_html_()
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{cell}", encoding="utf-8")
    context = browser.new_context(viewport={"width": 1300, "height": 800})
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(notebook.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("html.drawn").wait_for(state="attached")
    assert frame.locator("#panel h2").inner_text() == "My own"
    assert "within 1 steps of Tô Lâm" in frame.locator("#panel .limits").inner_text()
    frame.locator("#search").fill("joe biden")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "Joe Biden"
    assert errors == []
    context.close()


@pytest.mark.parametrize(
    ("choice", "node", "note", "beyond"),
    [
        (Choice(focus="narendra modi", depth=1), "person/pham-minh-chinh", "những gì cách Narendra Modi không quá 1 bước", "Anthony Albanese"),
        (Choice(country="AU"), "person/pham-minh-chinh", "những gì liên quan tới Australia", "Narendra Modi"),
        (Choice(country="US"), "country/VN", "những gì liên quan tới Mỹ", "Nhật Bản – Việt Nam: Đối tác chiến lược toàn diện"),
    ],
)
def test_the_panel_of_a_narrowed_page_says_so_and_still_tells_all(
    build: Path, visit: Open, tmp_path: Path, choice: Choice, node: str, note: str, beyond: str
) -> None:
    file = tmp_path / "narrow.html"
    file.write_text(page(gather(build, choice)), encoding="utf-8", newline="\n")
    seen = visit(f"#n={node}", file=file)
    assert note in seen.text("#panel .limits")
    assert beyond in seen.text("#panel")


def test_without_texts_the_reader_shows_the_sentences(build: Path, visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "bare.html"
    file.write_text(page(gather(build, with_text=False)), encoding="utf-8", newline="\n")
    seen = visit("#v=reader&a=article/2024-03-07-ban-tin-doi-ngoai", file=file)
    assert "không kèm toàn văn" in seen.text("article.text")
    sentences = seen.page.locator("article.text blockquote").all_inner_texts()
    assert "Ngày 7/3/2024, Thủ tướng Việt Nam Phạm Minh Chính hội đàm với Toàn quyền Australia David Hurley." in sentences
