"""Which facts tie whom."""

from __future__ import annotations

import pytest

from kg.view.records import PageEvent, PageHolding, PageNode, PageRelation, Part
from kg.view.ties import ties_of

A, B, C = (PageNode(f"person/{name}", "person", name) for name in "abc")
VN, US = PageNode("country/VN", "country", "Việt Nam"), PageNode("country/US", "country", "Mỹ")
HANOI = PageNode("place/ha-noi", "place", "Hà Nội", owner="country/VN", country="country/VN")
OFFICE = PageNode("office/x", "office", "Thủ tướng", owner="country/VN")
NODES = (A, B, C, VN, US, HANOI, OFFICE)


def event(kind: str, *parts: tuple[PageNode, str], reports: int = 1, claims: tuple[str, ...] = (), place: str = "") -> PageEvent:
    told = tuple(Part(node.id, role) for node, role in parts)
    return PageEvent("event/e", kind, "", reports=reports, parts=told, claims=claims, place=place)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (event("meeting", (A, "participant"), (B, "participant")), {("person/a", "person/b", "met")}),
        (
            event("meeting", (A, "agent"), (B, "participant"), (C, "participant"), (HANOI, "place")),
            {("person/a", "person/b", "met"), ("person/a", "person/c", "met"), ("person/b", "person/c", "met")},
        ),
        (event("phoneCall", (B, "participant"), (A, "participant")), {("person/a", "person/b", "phoned")}),
        (event("visit", (A, "agent"), (US, "destination")), {("person/a", "country/US", "visited")}),
        (event("visit", (A, "agent"), (US, "destination"), (B, "host")), {("person/a", "country/US", "visited")}),
        (
            event("visit", (A, "agent"), (B, "participant"), (US, "destination")),
            {("person/a", "country/US", "visited"), ("person/b", "country/US", "visited")},
        ),
        (event("signing", (VN, "party"), (US, "party")), {("country/US", "country/VN", "signed")}),
        (event("invitation", (A, "agent"), (B, "invitee")), {("person/a", "person/b", "invited")}),
        (event("relationChange", (VN, "participant"), (US, "participant")), {("country/US", "country/VN", "relation")}),
        (event("speech", (A, "speaker"), place="place/ha-noi"), {("person/a", "place/ha-noi", "at")}),
        (event("speech", (A, "speaker"), (US, "place")), set()),
        (event("meeting", (A, "participant")), set()),
    ],
)
def test_an_event_ties_its_participants(what: PageEvent, expected: set[tuple[str, str, str]]) -> None:
    ties = {(tie.source, tie.target, tie.type) for tie in ties_of(NODES, (), (what,), (), {}) if tie.facts}
    assert ties == expected


def test_facts_of_one_pair_and_type_are_one_tie() -> None:
    parts = (Part(A.id, "participant"), Part(B.id, "participant"))
    meetings = [PageEvent(f"event/{n}", "meeting", "", reports=n, parts=parts) for n in (1, 4)]
    (tie,) = [tie for tie in ties_of((A, B), (), meetings, (), {}) if tie.type == "met"]
    assert (tie.facts, tie.reports) == (("event/1", "event/4"), 5)


def test_a_visit_to_a_city_that_is_not_shown_is_one_to_its_country() -> None:
    going = event("visit", (A, "agent"), (HANOI, "destination"))
    assert [(t.source, t.target) for t in ties_of((A, VN), (), (going,), (), {HANOI.id: VN.id})] == [("person/a", "country/VN")]


def test_offices_hang_on_their_owners_and_holders_on_offices() -> None:
    held = PageHolding("holding/h", A.id, OFFICE.id, "current")
    ties = {(t.source, t.target, t.type) for t in ties_of((A, VN, OFFICE), (held,), (), (), {})}
    assert ties == {("person/a", "office/x", "holds"), ("office/x", "country/VN", "of")}


def test_a_change_of_relations_is_not_counted_beside_the_relation_it_made() -> None:
    relation = PageRelation("relation/r", ("country/US", "country/VN"), "strategic", claims=("c1", "c2"))
    change = event("relationChange", (VN, "participant"), (US, "participant"), reports=2, claims=("c1",))
    (tie,) = ties_of((VN, US), (), (change,), (relation,), {})
    assert (tie.facts, tie.reports) == (("relation/r",), 2)


def test_a_large_gathering_is_tied_to_its_first_participant_only() -> None:
    guests = [PageNode(f"person/g{n:02}", "person", str(n)) for n in range(12)]
    summit = event("meeting", (guests[5], "agent"), *((guest, "participant") for guest in guests if guest is not guests[5]))
    ties = ties_of(guests, (), (summit,), (), {})
    assert len(ties) == 11
    assert all("person/g05" in (tie.source, tie.target) for tie in ties)
