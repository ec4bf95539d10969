"""The frames and graphs of the small world in tests/query/world.py, where every figure can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import kg
from kg import analysis
from kg.errors import StoreError
from kg.graph import open_store

LAM, PUTIN, QUANG = "person/to-lam", "person/vladimir-putin", "person/luong-tam-quang"


def test_the_network_of_meetings(world: Path) -> None:
    network = analysis.meeting_network(world)
    assert dict(network.nodes(data=True)) == {
        LAM: {"name": "Tô Lâm", "country": "VN", "events": 2},
        PUTIN: {"name": "Vladimir Putin", "country": "RU", "events": 3},
        QUANG: {"name": "Lương Tam Quang", "country": "VN", "events": 1},
    }
    assert network.edges[LAM, PUTIN] == {
        "weight": 2,
        "events": ("event/talks", "event/call"),
        "first": "2024-06-20",
        "last": "2024-08-08",
    }
    assert network.edges[PUTIN, QUANG]["weight"] == 1
    assert network.number_of_edges() == 2


@pytest.mark.parametrize(
    ("since", "until", "pairs"),
    [
        ("2024-07", None, {(LAM, PUTIN): 1}),
        (None, "2024-06-19", {(PUTIN, QUANG): 1}),  # known by its month only: it touches the period
        ("2024-06-20", "2024-06-20", {(LAM, PUTIN): 1, (PUTIN, QUANG): 1}),
        ("2025", None, {}),
    ],
)
def test_a_network_of_a_period(world: Path, since: str | None, until: str | None, pairs: dict[tuple[str, str], int]) -> None:
    network = analysis.meeting_network(world, since, until)
    assert {tuple(sorted(pair)): weight for *pair, weight in network.edges(data="weight")} == {
        tuple(sorted(pair)): weight for pair, weight in pairs.items()
    }


def test_measures(world: Path) -> None:
    frame = analysis.measures(analysis.meeting_network(world)).set_index("person")
    assert list(frame.index) == [PUTIN, LAM, QUANG]
    assert frame.loc[PUTIN, ["people", "meetings", "between"]].tolist() == [2, 3, 1.0]
    assert frame.loc[LAM, ["people", "meetings", "between"]].tolist() == [1, 2, 0.0]


def test_measures_of_nothing() -> None:
    assert analysis.measures(nx.Graph()).empty
    assert analysis.bridges_between_groups(nx.Graph()).empty


def test_bridges() -> None:
    network = nx.Graph()
    for person in "abcdef":
        network.add_node(person, name=person.upper())
    network.add_edges_from(["ab", "bc", "ca", "cd", "de", "ef", "fd"])  # two triangles, joined by c–d
    assert analysis.bridges_between_groups(network).to_dict("records") == [{"person": "C", "other": "D", "cut_off": 3}]


def test_participation(world: Path) -> None:
    frame = analysis.participation(world)
    assert len(frame) == 12
    elected = frame[frame["event"] == "event/elected"].iloc[0]
    assert (elected["person"], elected["role"], elected["begin"]) == (LAM, "agent", pd.Timestamp("2024-08-03"))
    talks = frame[frame["event"] == "event/talks"].set_index("person")["acting"].to_dict()
    assert talks == {LAM: "Chủ tịch nước Việt Nam", PUTIN: "Tổng thống Nga"}
    assert set(frame["modality"]) == {"happened", "planned", "cancelled"}


def test_people_by_events(world: Path) -> None:
    table = analysis.people_by_events(world)
    assert "event/to-china" not in table.columns  # planned
    assert table.loc[PUTIN].sum() == 5
    together = table.to_numpy() @ table.to_numpy().T
    people = list(table.index)
    assert together[people.index(LAM), people.index(PUTIN)] == 2
    assert np.array_equal(np.unique(table.to_numpy()), [0, 1])


def test_people_and_events_as_a_graph(world: Path) -> None:
    network = analysis.people_events_network(world)
    people = {node for node, side in network.nodes(data="bipartite") if side == 0}
    assert nx.bipartite.is_bipartite_node_set(network, people)
    assert network.edges[LAM, "event/talks"]["role"] == "host"
    assert network.nodes["event/talks"]["kind"] == "Meeting"


def test_contacts_by_month(world: Path) -> None:
    table = analysis.contacts_by_month(world)
    assert list(table.columns) == ["RU–VN"]
    assert table["RU–VN"].to_dict() == {pd.Period("2024-06"): 2, pd.Period("2024-07"): 0, pd.Period("2024-08"): 1}


def test_relation_levels(world: Path) -> None:
    frame = analysis.relation_levels(world)
    rows = frame[["one", "other", "level_id", "rank", "since", "date"]].astype(object).where(frame.notna(), None).to_numpy().tolist()
    assert sorted(rows, key=lambda row: row[3]) == [
        ["RU", "VN", "diplomatic", 1, pd.Timestamp("1950-01-30"), "1950-01-30"],
        ["RU", "VN", "comprehensive-strategic", 7, None, "2012"],
    ]


def test_office_timelines(world: Path) -> None:
    frame = analysis.office_timelines(world, "VN", roles=("state-president",))
    assert frame[["name", "status"]].to_numpy().tolist() == [["Võ Thị Ánh Xuân", "acting"], ["Tô Lâm", "current"]]
    term = frame.iloc[1]
    assert (term["first"], term["last"], term["begin"]) == tuple(map(pd.Timestamp, ("2024-06-20", "2024-08-03", "2024-05-22")))
    assert pd.isna(term["end"])
    assert term["days"] == ("2024-06-20", "2024-08-03")
    assert len(analysis.office_timelines(world)) == 8


def test_visits(world: Path) -> None:
    happened = analysis.visits(world)
    assert happened[["person", "destination", "home", "level"]].to_numpy().tolist() == [[PUTIN, "country/VN", "RU", "cấp Nhà nước"]]
    assert set(analysis.visits(world, happened=False)["modality"]) == {"happened", "planned", "cancelled"}
    assert analysis.visits(world, "2025").empty


def test_coverage(world: Path) -> None:
    table = analysis.coverage_by_outlet(world)
    assert table[["articles", "events", "alone"]].to_dict("index") == {
        "Bản tin A": {"articles": 3, "events": 8, "alone": 6},
        "Nhật báo B": {"articles": 2, "events": 6, "alone": 4},
    }
    assert table["claims"].sum() == len(analysis.ask(world, "SELECT ?claim { ?claim a kg:Claim }"))
    assert analysis.articles(world)["published"].is_monotonic_increasing


def test_reports(world: Path) -> None:
    frame = analysis.reports_of_events(world)
    assert frame["reports"].is_monotonic_decreasing
    assert set(frame[frame["event"] == "event/talks"]["article"]) == {"article/a2", "article/a3"}


def test_an_open_store_does(world: Path) -> None:
    assert len(analysis.meeting_network(open_store(world))) == 3
    assert len(analysis.meeting_network(kg.load(world))) == 3


def test_no_build(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        analysis.articles(tmp_path)
