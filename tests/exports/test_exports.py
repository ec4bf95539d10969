"""A build for other programs: each format read again by another's reader, the same facts in it, the same bytes twice."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.errors import ConfigurationError
from kg.exports import TABLES, gexf, graphml, popolo, quickstatements, read_items, table
from kg.loading import Build
from tests.exports.conftest import HOSTILE
from tests.resolution.telling import event, held, told
from tests.visit import loaded


@pytest.mark.parametrize(("write", "read"), [(gexf, nx.read_gexf), (graphml, nx.read_graphml)], ids=["gexf", "graphml"])
def test_networkx_reads_the_network_again(build: Build, write: Any, read: Any) -> None:
    document = write(build)
    network = read(io.BytesIO(document))
    assert set(network.nodes) == set(build.network.nodes)
    assert network.number_of_edges() == build.network.number_of_edges()
    met = [data for one, other, data in network.edges(data=True) if {one, other} == {"person/joe-biden", "person/nguyen-phu-trong"}]
    assert [(data["kind"], data["modality"], data["date"], data["reports"]) for data in met] == [("Meeting", "happened", "2023-09-10", 1)]
    assert write(build) == document


def _rows(build: Build, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(build, name))))


def test_the_tables_join(build: Build) -> None:
    ids = {name: {row["id"] for row in _rows(build, name)} for name in TABLES if name != "participations"}
    for holding in _rows(build, "holdings"):
        assert holding["person"] in ids["people"]
        assert holding["office"] in ids["offices"]
    participations = _rows(build, "participations")
    assert {row["event"] for row in participations} <= ids["events"]
    assert {row["participant"] for row in participations} <= ids["people"] | ids["countries"] | ids["organizations"]
    for claim in _rows(build, "claims"):
        assert claim["article"] in ids["articles"]
        assert claim["quote"] in claim["sentence"].removeprefix("'") or claim["quote"].startswith("'")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("countries", {"iso": "US", "name": "Mỹ", "same_as": "http://www.wikidata.org/entity/Q30"}),
        ("holdings", {"person": "person/to-lam", "office_name": "Chủ tịch nước Việt Nam", "valid_from": "2024-05-22", "valid_until": ""}),
        ("events", {"type": "Visit", "date": "2023-09-10/2023-09-11", "modality": "happened"}),
        ("relations", {"one_name": "Mỹ", "other_name": "Việt Nam", "level": "Đối tác chiến lược toàn diện"}),
        ("people", {"name": f"'{HOSTILE}"}),
    ],
)
def test_a_table_holds(build: Build, name: str, row: dict[str, str]) -> None:
    assert [one for one in _rows(build, name) if row.items() <= one.items()]


def test_no_cell_is_a_formula(build: Build) -> None:
    for name in TABLES:
        for row in _rows(build, name):
            assert not [cell for cell in row.values() if cell.startswith(("=", "@"))]


def test_a_bound_told_as_a_month_is_written_as_one(tmp_path: Path) -> None:
    entered = event("Appointment", "Tô Lâm", "2024-05", label="Chủ tịch nước")
    vague = loaded(tmp_path, told("a", "2024-06-10", held("Tô Lâm", "Chủ tịch nước", "VN"), entered))
    (row,) = _rows(vague, "holdings")
    (membership,) = json.loads(popolo(vague))["memberships"]
    assert (row["valid_from"], membership["start_date"]) == ("2024-05", "2024-05")
    frame = vague.holdings.iloc[0]
    assert (str(frame["valid_from"])[:10], frame["from_precision"]) == ("2024-05-01", "month")
    statement = quickstatements(vague, {"person/to-lam": "Q1", "office/chu-tich-nuoc-vn": "Q2"}).text
    assert "+2024-05-01T00:00:00Z/10" in statement


def test_popolo_points_to_what_it_holds(build: Build) -> None:
    document = json.loads(popolo(build))
    ids = {kind: {one["id"] for one in document[kind]} for kind in document}
    memberships = {one["id"]: one for one in document["memberships"]}
    assert memberships
    for one in memberships.values():
        assert one["person_id"] in ids["persons"]
        assert one["post_id"] in ids["posts"]
        assert one["sources"]
    lam = next(one for one in memberships.values() if one["person_id"] == "person/to-lam")
    assert (lam["start_date"], lam["role"], lam["area_id"]) == ("2024-05-22", "current", "country/VN")
    month = next(one for one in document["events"] if one["classification"] == "RelationChange")
    assert (month["start_date"], "end_date" in month) == ("2023-09", False)


def test_statements_need_items(build: Build, tmp_path: Path) -> None:
    nothing = quickstatements(build)
    assert (nothing.text, nothing.without_item) == ("", ("office/chu-tich-nuoc-vn", "person/to-lam"))
    file = tmp_path / "items.tsv"
    file.write_text("# of mine\n\nperson/to-lam\tQ1\noffice/chu-tich-nuoc-vn\tQ2\n", encoding="utf-8")
    assert quickstatements(build, read_items(file)).text == "Q1\tP39\tQ2\tP580\t+2024-05-22T00:00:00Z/11\n"


@pytest.mark.parametrize("line", ["person/to-lam Q1", "person/to-lam\tto-lam", "\tQ1", "person/to-lam\tQ1|P31"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "items.tsv"
    file.write_text(f"# items\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"items\.tsv:2: write an identifier"):
        read_items(file)
