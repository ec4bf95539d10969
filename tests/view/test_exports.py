"""What the page gives away as files: the current view, well-formed, with all names whole."""

from __future__ import annotations

import csv
import io
import struct
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from tests.view.conftest import Open, Visit

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def saved(seen: Visit, kind: str) -> bytes:
    seen.page.click("#share")
    with seen.page.expect_download() as coming:
        seen.page.click(f"[data-export={kind}]")
    download = coming.value
    assert download.suggested_filename == f"do-thi-tin-tuc-viet-nam.{kind}"
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("fragment", ["", "#v=tables", "#n=person/to-lam&v=reader"])
def test_png_is_as_large_as_the_drawing(glance: Open, fragment: str) -> None:
    seen = glance(fragment)
    data = saved(seen, "png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    size = "(() => { const c = document.querySelector('#canvas canvas'); return [c.width, c.height]; })()"
    assert width > 1000 or height > 500
    assert [width, height] == seen.page.evaluate(size)


def test_svg_has_every_node_as_a_shape_and_names_as_text(glance: Open) -> None:
    root = ElementTree.fromstring(saved(glance(), "svg"))
    titles = [title.text for group in root.findall(f"{SVG}g") for title in group.findall(f"{SVG}title")]
    assert len(titles) == 122
    assert "Tô Lâm (Người)" in titles
    assert "Việt Nam" in [text.text for text in root.findall(f"{SVG}text")]
    assert not root.findall(f".//{SVG}script")


@pytest.mark.parametrize(("fragment", "rows"), [("", 200), ("#f=person/narendra-modi", 4), ("#-t=person", 56)])
def test_csv_has_a_row_for_each_tie_of_the_view(glance: Open, fragment: str, rows: int) -> None:
    data = saved(glance(fragment), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(table) == rows
    assert all(row["source"] and row["target"] and row["relation"] for row in table)


def test_graphml_is_read_by_networkx(glance: Open, tmp_path: Path) -> None:
    file = tmp_path / "view.graphml"
    file.write_bytes(saved(glance(), "graphml"))
    graph = nx.read_graphml(file)
    assert graph.number_of_nodes() == 122
    assert graph.number_of_edges() == 200
    assert graph.nodes["person/to-lam"]["label"] == "Tô Lâm"
    assert graph.nodes["country/US"]["label_en"] == "United States"
