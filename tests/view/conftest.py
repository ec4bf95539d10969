"""The build, the page and the browser that the page's tests share."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kg.view import PageGraph, gather, page
from tests.browser import launch, required_chromium
from tests.view.news import make_news, write_build


def data_of(text: str, name: str = "knowledge") -> Any:
    """What a page carries: its `knowledge` or its `network-data`, inflated."""
    found = re.search(rf'<script type="application/zlib" id="{name}">([^<]*)</script>', text)
    assert found
    return json.loads(zlib.decompress(base64.b64decode(found.group(1), validate=True)))


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of the small world of `tests/view/news.py`."""
    return write_build(tmp_path_factory.mktemp("news") / "build", *make_news())


@pytest.fixture(scope="session")
def graph(build: Path) -> PageGraph:
    return gather(build)


@pytest.fixture(scope="session")
def page_file(build: Path, graph: PageGraph) -> Path:
    file = build / "page.html"
    file.write_text(page(graph), encoding="utf-8", newline="\n")
    return file


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launch(required_chromium()) as running:
        yield running


@dataclass
class Visit:
    """A page that was opened, and what it did that it should not have done."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        """The visible text under `selector`, white space joined."""
        return " ".join(self.page.inner_text(selector).split())

    def rows(self, table: str) -> int:
        """How many rows a table of the current picture has; goes to the tables."""
        self.page.click("button[data-view=tables]")
        self.page.click(f"[data-keep=tab-{table}]")
        caption = self.text("#tables caption")
        return int("".join(c for c in caption.split(":")[1] if c.isdigit()))

    def names(self) -> list[str]:
        """The names of the nodes that are shown; goes to the tables."""
        self.rows("nodes")
        return [" ".join(text.split()) for text in self.page.locator("#tables tbody th").all_inner_texts()]

    def address(self) -> str:
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))


Open = Callable[..., Visit]

_GO = """async (fragment) => {
  const to = (hash) => new Promise((done) => { addEventListener("hashchange", done, {once: true}); location.hash = hash; });
  document.activeElement.blur();
  await to(`again-${Math.random()}`);
  await to(fragment);
}"""


def open_tab(
    browser: Browser, file: Path, fragment: str = "", *, width: int = 1440, height: int = 900, dark: bool = False, calm: bool = True
) -> Visit:
    """A page of its own. `window.ran` is filled by whatever calls `pwned()`, which nothing of ours does."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if calm else "no-preference",
        accept_downloads=True,
    )
    context.add_init_script("window.ran = []; window.pwned = () => window.ran.push(1);")
    context.set_default_timeout(12_000)
    one = Visit(context.new_page(), context)
    one.page.on("console", lambda message: one.errors.append(message.text) if message.type in ("error", "warning") else None)
    one.page.on("pageerror", lambda error: one.errors.append(str(error)))
    one.page.on("dialog", lambda dialog: (one.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def refuse(route: object, request: object) -> None:
        one.requests.append(request.url)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    context.route(lambda url: not url.startswith(("file:", "blob:")), refuse)
    one.page.goto(file.as_uri() + fragment)
    one.page.wait_for_selector("html.drawn", state="attached")
    return one


@pytest.fixture
def visit(browser: Browser, page_file: Path) -> Iterator[Open]:
    """Opens the page (or another file) at a fragment; in the end no error and no request may have happened."""
    opened: list[Visit] = []

    def open_page(fragment: str = "", *, file: Path = page_file, **how: Any) -> Visit:
        opened.append(open_tab(browser, file, fragment, **how))
        return opened[-1]

    yield open_page
    for one in opened:
        one.context.close()
        assert one.errors == []
        assert one.requests == []


@pytest.fixture(scope="session")
def tab(browser: Browser, page_file: Path) -> Iterator[Visit]:
    one = open_tab(browser, page_file)
    yield one
    one.context.close()


@pytest.fixture
def glance(tab: Visit) -> Iterator[Open]:
    """The page that many tests share, brought to a fragment as a changed address brings it: quicker than to open it anew."""

    def go(fragment: str = "") -> Visit:
        tab.page.evaluate(_GO, fragment.removeprefix("#"))
        return tab

    yield go
    errors, requests = list(tab.errors), list(tab.requests)
    tab.errors.clear()
    tab.requests.clear()
    assert errors == []
    assert requests == []
