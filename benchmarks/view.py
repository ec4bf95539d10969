"""How soon the page is visible, how it steers and how large it is, against pyvis's own page of the same graph:
`python -m benchmarks.view 1000 5000 20000`.

Both pages are opened offline in the same headless Chromium, one after the other. Visible is the first frame in which the canvas holds any
drawn pixel, or for a graph that opens as tables the first in which a table has rows; a step is one turn of the wheel on the drawing, from
the event to the end of the second frame after it. Past 10,000 nodes pyvis's page is only weighed: at 5,000 it does not come to be drawn.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Error
from pyvis.network import Network

from kg.graph.store import write
from kg.model import ArticleInfo, Claim, KgEntity, KgEvent, Knowledge, Office, OfficeHolding, Participation
from kg.view import Choice, PageGraph, gather, page
from tests.browser import launch, required_chromium

LONGEST = 300_000
"""Milliseconds after which a page counts as not visible."""
ONLY_WEIGHED = 10_000
"""Nodes from which pyvis's page is not opened."""

_SYLLABLES = ("An", "Bình", "Cường", "Dũng", "Đức", "Giang", "Hà", "Huệ", "Khánh", "Lan", "Linh", "Mai", "Minh", "Nam", "Ngọc", "Phong")
_TITLES = ("Tổng thống", "Thủ tướng", "Bộ trưởng Ngoại giao", "Bộ trưởng Quốc phòng", "Chủ tịch Quốc hội", "Đại sứ", "Thứ trưởng")

_WATCH = """
const begin = performance.now();
const small = document.createElement("canvas");
small.width = small.height = 48;
const ctx = small.getContext("2d", {willReadFrequently: true});
const look = () => {
  const canvas = document.querySelector("canvas");
  if (document.querySelector("#tables tbody td")) { window.visibleAfter = performance.now(); return; }
  if (canvas && canvas.width) {
    ctx.clearRect(0, 0, 48, 48);
    ctx.drawImage(canvas, 0, 0, 48, 48);
    if (ctx.getImageData(0, 0, 48, 48).data.some((value, k) => k % 4 === 3 && value)) { window.visibleAfter = performance.now(); return; }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
_TURN = """async () => {
  const canvas = document.querySelector("canvas");
  const times = [];
  for (let k = 0; k < 8; k += 1) {
    const start = performance.now();
    const where = {clientX: 600, clientY: 400, bubbles: true, cancelable: true};
    canvas.dispatchEvent(new WheelEvent("wheel", {deltaY: k % 2 ? 120 : -120, ...where}));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push(performance.now() - start);
  }
  return times;
}"""


def synthetic(size: int, seed: int = 1) -> Knowledge:
    """A made-up world of about `size` nodes: countries, offices, people, and about twice as many meetings as people."""
    pick = random.Random(seed)
    countries = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(max(4, min(180, size // 30)))]
    people = [f"p{n}" for n in range((size - len(countries)) * 11 // 20)]
    entities = [KgEntity(f"country/{iso}", "Country", f"Nước {iso}", iso=iso) for iso in countries]
    entities += [KgEntity(f"person/{key}", "Person", " ".join(pick.choices(_SYLLABLES, k=3)), claims=()) for key in people]
    offices: dict[str, Office] = {}
    holdings, events, claims, articles = [], [], [], []
    home = {}
    for number, key in enumerate(people):
        iso = countries[min(int(pick.paretovariate(0.7)) - 1, len(countries) - 1)]
        title = _TITLES[number % len(_TITLES)] if pick.random() < 0.5 else f"{_TITLES[number % len(_TITLES)]} {number}"
        office = f"office/{_slug(title)}-{iso.lower()}"
        offices.setdefault(office, Office(office, f"{title} Nước {iso}", title, None, f"country/{iso}", 1))
        home[key] = OfficeHolding(f"holding/{key}", f"person/{key}", office, "current", None, ("2024-01-01",), ())
        holdings.append(home[key])
    for number in range(2 * len(people)):
        one, other = pick.choice(people[: max(2, len(people) // 4)]), pick.choice(people)
        day = f"20{pick.randrange(18, 25)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
        article = f"a{number // 4}"
        if number % 4 == 0:
            articles.append(ArticleInfo(article, f"Bài {article}", day, None, f"Báo {number % 7}", f"https://example.org/{article}"))
        sentence = f"Ngày {day}, {one} gặp {other} để bàn về hợp tác giữa hai nước."
        claim = Claim(f"claim/{article}/event-{number}", "event", article, f"event/e{number}", 0, len(sentence), sentence, 0,
                      len(sentence), sentence, "verb-frame", 0.9, "asserted")  # fmt: skip
        claims.append(claim)
        parts = (Participation(f"person/{one}", "participant"), Participation(f"person/{other}", "participant"))
        events.append(KgEvent(claim.about, "Meeting", f"{one} gặp {other}", parts, day, day, day, None, "happened", None, 1, (claim.id,)))
    return Knowledge(tuple(articles), tuple(entities), tuple(offices.values()), tuple(holdings), tuple(events), (), (), tuple(claims))


def _slug(text: str) -> str:
    from kg.language.folding import slug

    return slug(text)


def pyvis_page(graph: PageGraph) -> str:
    """pyvis's own in-line page of the same nodes and ties, with its defaults."""
    net = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    for node in graph.nodes:
        net.add_node(node.id, label=node.label)
    for tie in graph.ties:
        net.add_edge(tie.source, tie.target)
    html: str = net.generate_html()
    return html


def measure(browser: Browser, file: Path) -> dict[str, float | None]:
    """Seconds until visible, and the median of the steps; None where the page does not come that far."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    tab = context.new_page()
    tab.set_default_timeout(LONGEST)
    tab.add_init_script(_WATCH)
    try:
        tab.goto(file.as_uri(), wait_until="domcontentloaded")
        deadline = time.monotonic() + LONGEST / 1000
        while not (visible := tab.evaluate("window.visibleAfter ?? 0")):
            if time.monotonic() > deadline:
                return {"visible_s": None, "step_ms": None}
            tab.wait_for_timeout(50)
        if tab.locator("#tables tbody td").count():
            tab.click("button[data-view=graph]")
        steps = tab.evaluate(_TURN)
        return {"visible_s": round(visible / 1000, 2), "step_ms": round(statistics.median(steps), 1)}
    except Error:
        return {"visible_s": None, "step_ms": None}
    finally:
        context.close()


def main(sizes: list[int]) -> None:
    """One JSON line a size and page, and one with the ratios."""
    with tempfile.TemporaryDirectory() as name, launch(required_chromium()) as browser:
        folder = Path(name)
        for size in sizes:
            write(synthetic(size), folder / str(size))
            graph = gather(folder / str(size), Choice(top=10**6))
            found: dict[str, dict[str, float | None]] = {}
            for maker, text in (("kg view", page(graph)), ("pyvis", pyvis_page(graph))):
                file = folder / "page.html"
                file.write_text(text, encoding="utf-8", newline="\n")
                opened = measure(browser, file) if maker == "kg view" or size <= ONLY_WEIGHED else {}
                found[maker] = {"MB": round(file.stat().st_size / 1e6, 2), **opened}
                print(json.dumps({"page": maker, "nodes": len(graph.nodes), "ties": len(graph.ties)} | found[maker]), flush=True)
            ratios = {what: _ratio(found["kg view"].get(what), found["pyvis"].get(what)) for what in ("MB", "visible_s", "step_ms")}
            print(json.dumps({"kg view / pyvis": ratios}), flush=True)


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return round(ours / theirs, 3) if ours and theirs else None


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 5000])
