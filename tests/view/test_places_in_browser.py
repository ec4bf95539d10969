"""Where things stand on the drawing: pins that travel in the address, rings around a focus, names that do not collide, many nodes."""

from __future__ import annotations

import math
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Browser

from kg.view import page
from kg.view.records import PageEvent, PageGraph, PageNode, PageTie, Part
from tests.view.conftest import Open, Visit
from tests.view.test_exports import saved

pytestmark = pytest.mark.browser


def places(seen: Visit, folder: Path) -> dict[str, tuple[float, float]]:
    """Where each shown node stands, from the exported GraphML."""
    file = folder / "places.graphml"
    file.write_bytes(saved(seen, "graphml"))
    return {node: (data["x"], data["y"]) for node, data in nx.read_graphml(file).nodes(data=True)}


def test_pins_travel_in_the_address(glance: Open, tmp_path: Path) -> None:
    home = places(glance(), tmp_path)
    seen = glance("#pin=-500,-400,person/to-lam&pin=7,0,country/US&n=person/to-lam")
    pinned = places(seen, tmp_path)
    assert pinned["person/to-lam"] == (-500, -400)
    assert pinned["country/US"] == (7, 0)
    assert pinned["person/joe-biden"] == home["person/joe-biden"]
    assert seen.page.get_attribute("[data-keep=pin]", "aria-pressed") == "true"
    seen.page.click("[data-keep=pin]")
    assert "pin=7,0,country/US" in seen.address()
    assert "person/to-lam&" not in seen.address().replace("n=person/to-lam", "")
    assert places(seen, tmp_path)["person/to-lam"] == home["person/to-lam"]


def test_a_node_that_is_dragged_is_pinned_where_it_was_dropped(glance: Open, tmp_path: Path) -> None:
    seen = glance()
    home = places(seen, tmp_path)["country/VN"]
    seen.page.fill("#search", "việt nam")
    seen.page.press("#search", "Enter")  # brings the node into the middle of the window
    box = seen.page.locator("#canvas").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen.page.mouse.move(x, y)
    seen.page.mouse.down()
    seen.page.mouse.move(x + 60, y + 40, steps=3)
    seen.page.mouse.move(x + 120, y + 80, steps=3)
    seen.page.mouse.up()
    there = places(seen, tmp_path)["country/VN"]
    assert there[0] > home[0] + 20
    assert there[1] > home[1] + 20
    assert f"pin={there[0]:.0f},{there[1]:.0f},country/VN" in seen.address()
    seen.page.click("#undo")
    assert "pin=" not in seen.address()
    assert places(seen, tmp_path)["country/VN"] == home


def test_what_is_near_the_focus_stands_in_rings_around_it(glance: Open, tmp_path: Path) -> None:
    at = places(glance("#f=person/narendra-modi&d=2"), tmp_path)
    seen = glance("#f=person/narendra-modi")
    near = places(seen, tmp_path)
    x, y = near.pop("person/narendra-modi")
    far = {key: math.hypot((px - x) / 1.25, py - y) for key, (px, py) in near.items()}
    assert far["person/pham-minh-chinh"] == pytest.approx(far["office/thu-tuong-an-do"], abs=2)
    assert max(far.values()) == pytest.approx(far["country/IN"], abs=2)
    assert len(set(at.values())) == len(at) > len(near) + 1


OVERLAPS = """(svg) => {
  const host = document.createElement("div");
  host.innerHTML = svg.replace(/<\\?xml[^>]*>/, "");
  document.body.append(host);
  const size = (text) => Number(text.getAttribute("font-size"));
  const boxes = [...host.querySelectorAll("svg > text")].map((text) => ({ name: text.textContent, box: text.getBBox(), size: size(text) }));
  const core = ({ box, size }) => ({ x: box.x + 1, w: box.width - 2, y: box.y + box.height / 2 - size / 2, h: size });
  const hit = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const pairs = boxes.flatMap((a, k) => boxes.slice(k + 1).filter((b) => hit(core(a), core(b))).map((b) => [a.name, b.name]));
  return [boxes.length, pairs];
}"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_names_do_not_collide_at_the_first_zoom(visit: Open, browser: Browser, width: int, height: int) -> None:
    drawing = saved(visit(width=width, height=height), "svg").decode("utf-8")
    plain = browser.new_page()
    try:
        many, pairs = plain.evaluate(OVERLAPS, drawing)
    finally:
        plain.close()
    assert many > 40
    assert pairs == []


def test_a_country_is_drawn_with_its_flag(glance: Open) -> None:
    seen = glance()
    svg = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(saved(seen, "svg"))
    flags = {group.find(f"{svg}title").text: group.find(f"{svg}svg") for group in root.findall(f"{svg}g")}  # type: ignore[union-attr]
    shapes = [shape.get("fill") for shape in flags["Việt Nam (Nước)"].iter() if shape.get("fill")]  # type: ignore[union-attr]
    assert shapes == ["#d22630", "#fcd116"]
    assert flags["Tô Lâm (Người)"] is None
    assert seen.page.locator("#legend .flag").count() == 18


def test_twenty_thousand_nodes_open_as_tables_and_around_one_node(visit: Open, tmp_path: Path) -> None:
    people = tuple(PageNode(f"person/p{n}", "person", f"Người {n}") for n in range(20_000))
    pairs = [(7, n) for n in range(10, 30)] + [(n, n + 1) for n in range(5_000, 7_000)]
    ties = tuple(PageTie(f"person/p{a}", f"person/p{b}", "met", (f"event/{a}-{b}",), 1) for a, b in pairs)
    events = tuple(
        PageEvent(f"event/{a}-{b}", "meeting", "Gặp", parts=(Part(f"person/p{a}", "participant"), Part(f"person/p{b}", "participant")))
        for a, b in pairs
    )
    file = tmp_path / "large.html"
    file.write_text(page(PageGraph(nodes=people, ties=ties, events=events)), encoding="utf-8", newline="\n")
    seen = visit(file=file)
    assert seen.page.is_visible("#tables table")
    assert seen.rows("nodes") == 20_000
    assert seen.rows("ties") == len(ties)
    seen.page.click("button[data-view=graph]")
    assert "Người 7" in seen.text("#focus-bar")
    assert len(seen.names()) == 21
    seen.page.click("button[data-view=graph]")
    seen.page.fill("#search", "Người 6000")
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#panel h2") == "Người 6000"
    assert "Người 6000" in seen.text("#focus-bar")
    assert sorted(seen.names()) == ["Người 5999", "Người 6000", "Người 6001"]
