"""`kg.load`: a build as an rdflib Dataset, a networkx graph and pandas frames."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import kg
from kg.errors import StoreError
from kg.loading import Build
from tests.resolution.telling import event, held, told
from tests.visit import PAIR, VISIT, loaded


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return loaded(
        tmp_path_factory.mktemp("build"),
        VISIT,
        told("b", "2023-09-11", event("Meeting", PAIR, "2023-09-10"), "Antony Blinken", aliases={"Antony Blinken": ("Blinken",)}),
        told("c", "2023-10-01", event("Speech", "Joe Biden"), held("Joe Biden", "Tổng thống", "US")),
    )


def test_people(build: Build) -> None:
    assert build.people["name"].to_dict() == {
        "person/antony-blinken": "Antony Blinken",
        "person/joe-biden": "Joe Biden",
        "person/nguyen-phu-trong": "Nguyễn Phú Trọng",
    }
    assert build.people.loc["person/joe-biden", "articles"] == 3
    assert build.people.loc["person/antony-blinken", "aliases"] == "Blinken"


def test_holdings(build: Build) -> None:
    row = build.holdings.loc["holding/joe-biden-tong-thong-us"]
    assert (row["name"], row["title"], row["country"], row["status"], row["days"]) == ("Joe Biden", "Tổng thống Mỹ", "country/US", "current", 2)
    assert (row["first"], row["last"]) == (pd.Timestamp("2023-09-10"), pd.Timestamp("2023-10-01"))
    assert pd.isna(row["valid_from"])
    assert build.holdings.index.is_unique


def test_events(build: Build) -> None:
    events = build.events
    assert events.index.is_unique
    assert list(events["type"])[-1] == "Speech", "what has no date comes last"
    meeting = events.loc["event/2023-09-10-meeting-joe-biden-nguyen-phu-trong"]
    assert (meeting["reports"], meeting["place"], meeting["participants"]) == (2, "Hà Nội", "Joe Biden | Nguyễn Phú Trọng")
    visit = events[events["type"] == "Visit"].iloc[0]
    assert (visit["begin"], visit["end"]) == (pd.Timestamp("2023-09-10"), pd.Timestamp("2023-09-11"))


def test_the_network(build: Build) -> None:
    network = build.network
    assert network.nodes["person/joe-biden"] == {"type": "Person", "label": "Joe Biden"}
    edges = {(one, other, data["type"]) for one, other, data in network.edges(data=True)}
    assert edges == {
        ("person/joe-biden", "office/tong-thong-us", "holds"),
        ("person/nguyen-phu-trong", "office/tong-bi-thu-vn", "holds"),
        ("office/tong-thong-us", "country/US", "of"),
        ("office/tong-bi-thu-vn", "country/VN", "of"),
        ("place/ha-noi", "country/VN", "in"),
        ("person/joe-biden", "person/nguyen-phu-trong", "Meeting"),
        ("person/joe-biden", "country/VN", "Visit"),
        ("country/US", "country/VN", "RelationChange"),
        ("country/US", "country/VN", "relation"),
    }
    meeting = network.get_edge_data("person/joe-biden", "person/nguyen-phu-trong")
    assert [(edge["date"], edge["reports"]) for edge in meeting.values()] == [("2023-09-10", 2)]


def test_the_dataset_is_the_union_of_all_graphs_with_prefixes(build: Build) -> None:
    query = "SELECT ?name ?quote WHERE { ?one a kg:Person ; rdfs:label ?name ; kg:attestedBy/kg:quote ?quote } ORDER BY ?name"
    assert next(str(row[0]) for row in build.dataset.query(query)) == "Antony Blinken"
    assert len(build.dataset) > 0


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        kg.load(tmp_path)
    with pytest.raises(AttributeError):
        _ = kg.nonsense  # type: ignore[attr-defined]


def test_importing_kg_imports_no_library() -> None:
    code = "import sys, kg; print([name for name in ('pyoxigraph', 'pandas', 'networkx', 'rdflib') if name in sys.modules])"
    root = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"
