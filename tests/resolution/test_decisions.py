"""A curator's decisions replayed: people joined and parted, reports joined and parted, claims taken out and confirmed."""

from __future__ import annotations

import pytest

from kg.model import Knowledge
from kg.resolution import Decision, resolve, resolve_with_reasons
from kg.resolution.decisions import Verdict
from tests.resolution.telling import Thing, event, events, held, told

HUNG, MINISTER = "Nguyễn Văn Hùng", held("Nguyễn Văn Hùng", "Bộ trưởng Văn hóa, Thể thao và Du lịch", "VN")
NAMESAKES = (
    told("a", "2024-05-01", MINISTER),
    told("b", "2024-06-01", HUNG),
    told("c", "2024-07-01", HUNG),
)
SPELLINGS = (
    told("a", "2024-05-01", held("Ngô Minh Khoa", "Thứ trưởng Ngoại giao", "VN")),
    told("b", "2024-06-01", "Ngô Minh Khoá Anh"),
    told("c", "2024-06-02", "Ngô M. Khoa"),
)


def decided(verdict: Verdict, one: str, other: str = "") -> Decision:
    return Decision(verdict, one, other, "lan", "2026-01-02", "checked")


def people(found: Knowledge) -> dict[str, tuple[str, ...]]:
    """The people by identifier, each with the articles that show them."""
    return {one.id: tuple(claim.split("/")[1] for claim in one.claims) for one in found.entities if one.type == "Person"}


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], {"person/nguyen-van-hung": ("a", "b", "c")}),
        (
            [decided("different", "person/nguyen-van-hung", f"b#{HUNG}")],
            {"person/nguyen-van-hung": ("a", "c"), "person/nguyen-van-hung-b": ("b",)},
        ),
        (
            [decided("different", f"a#{HUNG}", f"b#{HUNG}"), decided("different", f"a#{HUNG}", f"c#{HUNG}")],
            {"person/nguyen-van-hung": ("a",), "person/nguyen-van-hung-b": ("b",), "person/nguyen-van-hung-c": ("c",)},
        ),
        (
            [
                decided("different", f"a#{HUNG}", f"b#{HUNG}"),
                decided("different", f"a#{HUNG}", f"c#{HUNG}"),
                decided("same", f"b#{HUNG}", f"c#{HUNG}"),
            ],
            {"person/nguyen-van-hung": ("a",), "person/nguyen-van-hung-b": ("b", "c")},
        ),
    ],
    ids=["nothing decided", "one parted", "two parted", "two parted who are one"],
)
def test_people_are_parted(decisions: list[Decision], expected: dict[str, tuple[str, ...]]) -> None:
    assert people(resolve(NAMESAKES, decisions=decisions)) == expected


def test_an_office_goes_with_the_one_who_was_shown_in_it() -> None:
    found = resolve(NAMESAKES, decisions=[decided("different", f"b#{HUNG}", f"a#{HUNG}")])
    assert people(found) == {"person/nguyen-van-hung": ("b", "c"), "person/nguyen-van-hung-a": ("a",)}
    assert [one.holder for one in found.holdings] == ["person/nguyen-van-hung-a"]


def test_people_are_joined_and_the_first_keeps_the_name() -> None:
    found, judgements, unused = resolve_with_reasons(
        SPELLINGS,
        decisions=[decided("same", "person/ngo-minh-khoa", "b#Ngô Minh Khoá Anh"), decided("same", "b#Ngô Minh Khoá Anh", "c#Ngô M. Khoa")],
    )
    assert people(found) == {"person/ngo-minh-khoa": ("a", "b", "c")}
    (khoa,) = [one for one in found.entities if one.type == "Person"]
    assert (khoa.label, khoa.aliases) == ("Ngô Minh Khoa", ("Ngô M. Khoa", "Ngô Minh Khoá Anh"))
    assert {one.reason for one in judgements} >= {"decided by lan on 2026-01-02: checked"}
    assert unused == ()


def test_bodies_are_joined() -> None:
    records = [
        told("a", "2024-05-01", held("Tô Lâm", "Chủ tịch", "Quỹ Lúa"), things=[Thing("Quỹ Lúa", "Organization")]),
        told("b", "2024-05-02", held("Tô Lâm", "Chủ tịch", "Quỹ Cây Lúa"), things=[Thing("Quỹ Cây Lúa", "Organization")]),
    ]
    found = resolve(records, decisions=[decided("same", "organization/quy-lua", "organization/quy-cay-lua")])
    assert [(one.label, one.aliases) for one in found.entities if one.type == "Organization"] == [("Quỹ Lúa", ("Quỹ Cây Lúa",))]
    assert len(found.offices) == 1


REPORTS = (
    told("a", "2024-05-21", event("Meeting", "Tô Lâm, Joe Biden", "2024-05-20")),
    told("b", "2024-05-22", event("Meeting", "Tô Lâm, Joe Biden", "2024-05-20")),
    told("c", "2024-05-23", event("Meeting", "Tô Lâm, Joe Biden", "2024-05-20")),
    told("d", "2024-06-23", event("Meeting", "Tô Lâm, Joe Biden", "2024-06-20")),
)


def reported(found: Knowledge) -> list[list[str]]:
    return sorted(sorted(claim.split("/")[1] for claim in one.claims) for one in events(found))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], [["a", "b", "c"], ["d"]]),
        (
            [decided("different", "claim/a/event-1", "claim/c/event-1"), decided("different", "claim/b/event-1", "claim/c/event-1")],
            [["a", "b"], ["c"], ["d"]],
        ),
        ([decided("same", "claim/a/event-1", "claim/d/event-1")], [["a", "b", "c", "d"]]),
    ],
    ids=["nothing decided", "parted", "joined"],
)
def test_reports_are_parted_and_joined(decisions: list[Decision], expected: list[list[str]]) -> None:
    assert reported(resolve(REPORTS, decisions=decisions)) == expected


def test_the_reason_of_a_decision_is_that_of_the_merging() -> None:
    (one,) = events(resolve(REPORTS, decisions=[decided("same", "claim/a/event-1", "claim/d/event-1")]))
    assert "decided by lan on 2026-01-02: checked" in one.merge_reason


def test_a_wrong_claim_is_taken_out_and_the_others_keep_their_numbers() -> None:
    records = [
        told(
            "a",
            "2024-05-21",
            held("Tô Lâm", "Chủ tịch nước", "VN"),
            held("Tô Lâm", "Thủ tướng", "VN"),
            event("Visit", "Tô Lâm", "2024-05-20", to="US"),
        ),
        told("b", "2024-06-21", held("Tô Lâm", "Chủ tịch nước", "VN")),
    ]
    whole = resolve(records)
    found = resolve(records, decisions=[decided("wrong", "claim/a/holding-2"), decided("wrong", "claim/a/event-1")])
    assert {one.office for one in whole.holdings} - {one.office for one in found.holdings} == {"office/thu-tuong-vn"}
    assert found.events == () != whole.events
    assert {one.id for one in whole.claims} - {one.id for one in found.claims} == {"claim/a/holding-2", "claim/a/event-1"}
    for group in (found.entities, found.holdings, found.events, found.contradictions):
        for one in group:
            assert set(one.claims) <= {claim.id for claim in found.claims}


def test_of_a_holding_with_several_claims_the_wrong_one_shows_no_day() -> None:
    records = [told("a", "2024-05-21", held("Tô Lâm", "Chủ tịch nước", "VN")), told("b", "2020-06-21", held("Tô Lâm", "Chủ tịch nước", "VN"))]
    (one,) = resolve(records, decisions=[decided("wrong", "claim/b/holding-1")]).holdings
    assert (one.attested_on, one.claims) == (("2024-05-21",), ("claim/a/holding-1",))


def test_a_person_whose_one_mention_is_wrong_is_gone() -> None:
    assert people(resolve([told("a", "2024-05-21", "Tô Lâm")], decisions=[decided("wrong", "claim/a/entity-1")])) == {}


def test_a_right_claim_is_sure() -> None:
    (claim,) = [one for one in resolve(NAMESAKES[:1], decisions=[decided("right", "claim/a/holding-1")]).claims if one.kind == "holding"]
    assert (claim.confidence, claim.tier) == (1.0, "asserted")


def test_what_finds_nothing_is_told() -> None:
    lost = [decided("same", "person/khong-co", "person/nguyen-van-hung"), decided("wrong", "claim/x/event-1")]
    found, _, unused = resolve_with_reasons(NAMESAKES, decisions=lost)
    assert list(unused) == lost
    assert found == resolve(NAMESAKES)


def test_the_order_of_articles_does_not_matter() -> None:
    decisions = [decided("different", f"a#{HUNG}", f"b#{HUNG}"), decided("different", "claim/a/event-1", "claim/c/event-1")]
    records = [*NAMESAKES, *REPORTS[3:]]
    assert resolve(records, decisions=decisions) == resolve(records[::-1], decisions=decisions)
