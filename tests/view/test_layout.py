"""The positions: fixed, apart from one another, people at their countries."""

from __future__ import annotations

import itertools
import math

import pytest

from kg.view import PageGraph
from kg.view.homes import households
from kg.view.layout import arrange
from kg.view.overlap import separate
from kg.view.records import PageNode, PageTie


def test_the_same_graph_gives_the_same_layout(graph: PageGraph) -> None:
    one = arrange(graph.nodes, graph.ties)
    other = arrange(tuple(reversed(graph.nodes)), tuple(reversed(graph.ties)))
    assert one == other
    assert set(one.positions) == {node.id for node in graph.nodes}


def test_no_two_symbols_overlap(graph: PageGraph) -> None:
    positions = arrange(graph.nodes, graph.ties).positions
    too_near = [(a, b) for a, b in itertools.combinations(positions, 2) if math.dist(positions[a], positions[b]) < 28]
    assert too_near == []


def test_most_people_are_nearest_to_their_own_country(graph: PageGraph) -> None:
    positions = arrange(graph.nodes, graph.ties).positions
    countries = [node.id for node in graph.nodes if node.type == "country"]
    people = [node for node in graph.nodes if node.type == "person" and node.country]
    at_home = [p for p in people if min(countries, key=lambda c: math.dist(positions[c], positions[p.id])) == p.country]
    assert len(people) == 50
    assert len(at_home) > 0.75 * len(people)


def test_the_country_with_most_ties_stands_in_the_middle(graph: PageGraph) -> None:
    layout = arrange(graph.nodes, graph.ties)
    nearest = min((n.id for n in graph.nodes if n.type == "country"), key=lambda c: math.hypot(*layout.positions[c]))
    assert nearest == "country/VN"
    assert max(layout.discs, key=lambda disc: disc.radius).node == "country/VN"


VN = PageNode("country/VN", "country", "Việt Nam")
PARTY = PageNode("organization/dang", "organization", "Đảng", owner="country/VN", country="country/VN")
OFFICE = PageNode("office/tong-bi-thu", "office", "Tổng Bí thư", owner="organization/dang", country="country/VN")
LEADER = PageNode("person/a", "person", "A", country="country/VN")
STRANGER = PageNode("person/b", "person", "B")
ALONE = PageNode("person/c", "person", "C")


@pytest.mark.parametrize(
    ("nodes", "ties", "centres", "loose"),
    [
        ((VN, PARTY, OFFICE), (), {"country/VN"}, set()),
        ((VN, OFFICE, LEADER), (PageTie("person/a", "office/tong-bi-thu", "holds"),), {"country/VN"}, set()),
        ((VN, LEADER, STRANGER), (PageTie("person/a", "person/b", "met", (), 3),), {"country/VN"}, set()),
        ((VN, ALONE), (), {"country/VN"}, {"person/c"}),
        ((LEADER, STRANGER), (PageTie("person/a", "person/b", "met", (), 3),), {"person/a", "person/b"}, set()),
        ((), (), set(), set()),
    ],
)
def test_households(nodes: tuple[PageNode, ...], ties: tuple[PageTie, ...], centres: set[str], loose: set[str]) -> None:
    homes, alone = households(nodes, ties)
    assert {home.centre for home in homes} == centres
    assert set(alone) == loose


def test_bodies_that_are_part_of_one_another_do_not_hang() -> None:
    one = PageNode("organization/a", "organization", "A", owner="organization/b")
    other = PageNode("organization/b", "organization", "B", owner="organization/a")
    assert set(arrange((one, other), ()).positions) == {"organization/a", "organization/b"}


@pytest.mark.parametrize("count", [2, 30])
def test_boxes_on_one_spot_are_pushed_apart(count: int) -> None:
    heap = {str(n): (float(n % 3), float(n % 2)) for n in range(count)}
    apart = separate(heap, dict.fromkeys(heap, (40.0, 20.0)), fixed={"0"})
    assert apart["0"] == heap["0"]
    for one, other in itertools.combinations(apart.values(), 2):
        assert abs(one[0] - other[0]) >= 40 or abs(one[1] - other[1]) >= 20


def test_a_pair_without_ties_to_the_rest_stands_in_a_row_below() -> None:
    office = PageNode("office/co-van", "office", "Cố vấn")
    nodes = (VN, OFFICE, PARTY, LEADER, STRANGER, office)
    ties = (PageTie("person/a", "office/tong-bi-thu", "holds", (), 2), PageTie("person/b", "office/co-van", "holds", (), 1))
    layout = arrange(nodes, ties)
    assert layout.positions["person/b"][1] == layout.positions["office/co-van"][1] > layout.positions["person/a"][1]
    assert {disc.node for disc in layout.discs} == {"country/VN"}


def test_an_office_of_nobody_stands_with_whoever_holds_it_besides_another() -> None:
    office = PageNode("office/dac-phai-vien", "office", "Đặc phái viên")
    ties = (PageTie("person/a", "office/tong-bi-thu", "holds", (), 1), PageTie("person/a", "office/dac-phai-vien", "holds", (), 5))
    (home,), loose = households((VN, PARTY, OFFICE, LEADER, office), ties)
    assert "office/dac-phai-vien" in home.members
    assert loose == ()
