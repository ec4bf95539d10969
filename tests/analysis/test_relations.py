"""Visits both ways, gaps, figures, routes, communities: on told facts that can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from kg import analysis
from kg.graph import write
from kg.resolution import resolve
from tests.resolution.telling import Thing, event, held, told

HANOI, PARIS = Thing("Hà Nội", "Place", "VN"), Thing("Paris", "Place", "FR")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = [
        told(
            "a", "2023-09-11",
            held("Joe Biden", "Tổng thống", "US"), event("Visit", "Joe Biden", "2023-09-10/2023-09-11", to="VN", level="cấp Nhà nước"),
            held("António Guterres", "Tổng Thư ký", "Liên Hợp Quốc"), held("António Guterres", "Thủ tướng", "PT", "former"),
            event("Visit", "António Guterres", "2023-09-05", to="VN"),
            event("RelationChange", "VN, US", "2023-09-10", level="Đối tác chiến lược toàn diện"),
            event("RelationChange", "VN, FR", "2013", level="Đối tác chiến lược"),
            things=(HANOI, Thing("Liên Hợp Quốc", "Organization")),
        ),
        told(
            "b", "2024-10-07",
            held("Tô Lâm", "Chủ tịch nước", "VN"), event("Visit", "Tô Lâm", "2024-10-06", to="Paris"),
            event("Visit", "Tô Lâm", "2024-12", to="US", modality="planned"),
            event("Visit", "Tô Lâm", "2024-09-20", to="Hà Nội"),
            things=(HANOI, PARIS),
        ),
    ]  # fmt: skip
    folder = tmp_path_factory.mktemp("relations")
    write(resolve(records), folder)
    return folder


def test_visits_both_ways(build: Path) -> None:
    frame = analysis.visits_both_ways(build, "VN")
    assert frame[["partner", "direction", "name", "level"]].astype(object).where(frame.notna(), None).to_numpy().tolist() == [
        ["US", "in", "Joe Biden", "cấp Nhà nước"],
        ["FR", "out", "Tô Lâm", None],
    ]
    assert list(analysis.visits_both_ways(build, "FR")["direction"]) == ["in"]


def test_protocol_gaps(build: Path) -> None:
    frame = analysis.protocol_gaps(build, "VN").set_index("partner")
    assert list(frame.index) == ["US", "FR"]
    assert frame.loc["US", "last_in"] == pd.Timestamp("2023-09-10")
    assert pd.isna(frame.loc["US", "last_out"])
    assert frame.loc["US", "years_since"] == 1.1
    assert frame["rank"].tolist() == [7, 5]


def test_visit_routes(build: Path) -> None:
    frame = analysis.visit_routes(build, "VN").set_index("partner")
    assert frame.loc["US", ["from_lat", "from_lon"]].round().tolist() == [39, -77]  # Washington
    assert frame.loc["US", ["to_lat", "to_lon"]].round().tolist() == [21, 106]  # Hà Nội
    assert frame.loc["FR", ["to_lat", "to_lon"]].round().tolist() == [49, 2]  # the city that is named


@pytest.mark.parametrize(("iso", "point"), [("VN", (21, 106)), ("AU", (-35, 149)), ("ZZ", None)])
def test_capital(iso: str, point: tuple[int, int] | None) -> None:
    found = analysis.capital(iso)
    assert (found and (round(found[0]), round(found[1]))) == point


def test_figures(world: Path) -> None:
    frame = analysis.figures(world)
    assert len(frame) > 0
    assert set(frame.columns) >= {"measure", "group", "value", "unit", "one", "other", "period", "change"}
    assert len(analysis.figures(world, "ZZ")) == 0


def test_communities_of_two_triangles() -> None:
    network: nx.Graph[str] = nx.Graph()
    for person in "abcdefg":
        network.add_node(person, name=person.upper(), country="")
    network.add_edges_from(["ab", "bc", "ca", "cd", "de", "ef", "fd", "gd", "ge"], weight=1)
    groups = analysis.communities(network).groupby("community")["person"].agg("".join).to_dict()
    assert groups == {0: "defg", 1: "abc"}


def test_networks_by_year(world: Path) -> None:
    years = analysis.networks_by_year(world)
    assert list(years) == [2024]
    assert years[2024].number_of_edges() == 2
