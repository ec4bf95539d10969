from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.resolution.telling import Thing, event, held, knowledge, told

PARTNERS, STRATEGIC = "Đối tác toàn diện", "Đối tác chiến lược toàn diện"


def test_a_relationship_climbs() -> None:
    found = knowledge(
        told(
            "a",
            "2023-09-10",
            event("RelationChange", "VN, US", "2023-09-10", level=STRATEGIC),
            event("RelationChange", "VN, US", "2013", level=PARTNERS),
        ),
        told("b", "2023-09-11", event("RelationChange", "VN, US", "2023-09", level=STRATEGIC)),
    )
    assert [(one.id, one.countries, one.level_id, one.since) for one in found.relations] == [
        ("relation/us-vn-comprehensive", ("country/US", "country/VN"), "comprehensive", None),
        ("relation/us-vn-comprehensive-strategic", ("country/US", "country/VN"), "comprehensive-strategic", "2023-09-10"),
    ]
    assert len(found.relations[1].claims) == 2


def test_a_level_of_their_own_words() -> None:
    (one,) = knowledge(told("a", "2023-12-12", event("RelationChange", "VN, CN", "2023-12-12", level="láng giềng tốt"))).relations
    assert (one.level, one.level_id) == ("láng giềng tốt", None)


@pytest.mark.parametrize("modality", ["planned", "cancelled", "reported"])
def test_what_did_not_happen_is_no_relation(modality: str) -> None:
    change = event("RelationChange", "VN, US", "2023-09-10", level=STRATEGIC, modality=modality)  # type: ignore[arg-type]
    assert not knowledge(told("a", "2023-09-01", change)).relations


def president(day: str, who: str, status: str = "current", of: str = "US") -> Extraction:
    return told(f"{day}-{who}", day, held(who, "Tổng thống", of, status))  # type: ignore[arg-type]


CASES: dict[str, tuple[list[Extraction], list[tuple[str, str]]]] = {
    "two dates of one change": (
        [
            told("a", "2013-07-26", event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS)),
            told("b", "2023-09-10", event("RelationChange", "VN, US", "2013-07-26", level=PARTNERS)),
        ],
        [("date", "event/2013-07-25-relationchange-us-vn")],
    ),
    "two beginnings of one visit": (
        [
            told("a", "2016-05-23", event("Visit", "Barack Obama", "2016-05-23/2016-05-25", to="VN")),
            told("b", "2016-05-24", event("Visit", "Barack Obama", "2016-05-22/2016-05-25", to="VN")),
        ],
        [("date", "event/2016-05-22-visit-barack-obama-vn")],
    ),
    "a visit and a day of it": (
        [
            told("a", "2016-05-23", event("Visit", "Barack Obama", "2016-05-23", to="VN")),
            told("b", "2016-05-24", event("Visit", "Barack Obama", "2016-05-22/2016-05-25", to="VN")),
        ],
        [],
    ),
    "a month and a day in it": (
        [
            told("a", "2016-05-23", event("Visit", "Barack Obama", "2016-05", to="VN")),
            told("b", "2016-05-24", event("Visit", "Barack Obama", "2016-05-22", to="VN")),
        ],
        [],
    ),
    "a plan that was moved": (
        [
            told("a", "2016-05-01", event("Visit", "Barack Obama", "2016-05-20/2016-05-22", to="VN", modality="planned")),
            told("b", "2016-05-24", event("Visit", "Barack Obama", "2016-05-23/2016-05-25", to="VN")),
        ],
        [],
    ),
    "two levels taken up on one day": (
        [
            told("a", "2023-09-10", event("RelationChange", "VN, US", "2023-09-10", level=STRATEGIC)),
            told("b", "2023-09-11", event("RelationChange", "VN, US", "2023-09-10", level="Đối tác chiến lược")),
        ],
        [("level", "event/2023-09-10-relationchange-us-vn-doi-tac-chien-luoc")],
    ),
    "two holders of one seat on one day": (
        [president("2021-02-06", "Pedro Castillo", of="PE"), president("2021-02-06", "Dina Boluarte", of="PE")],
        [("two-holders", "office/tong-thong-pe")],
    ),
    "two holders on two days": ([president("2021-02-06", "Pedro Castillo", of="PE"), president("2021-02-07", "Dina Boluarte", of="PE")], []),
    "two holders of whom the background has one": (
        [president("2021-02-06", "Joe Biden"), president("2021-02-06", "Donald Trump")],
        [("against-background", "office/tong-thong-us")],
    ),
    "one whom the background does not have, and nobody else": ([president("2021-02-06", "Donald Trump")], []),
    "a holder and a former one": ([president("2021-02-06", "Joe Biden"), president("2021-02-06", "Donald Trump", "former")], []),
    "the day of a handover is both's": (
        [
            told(
                "a",
                "2021-01-20",
                held("Joe Biden", "Tổng thống", "US"),
                event("Appointment", "Joe Biden", "2021-01-20", label="Tổng thống"),
            ),
            president("2021-01-20", "Donald Trump"),
        ],
        [],
    ),
    "who leaves it for another office and who comes": (
        [
            told(
                "a",
                "2024-08-03",
                held("Đặng Thị Quyên", "Giám đốc", "Sở Xây dựng"),
                held("Phạm Văn Lục", "Giám đốc", "Sở Xây dựng"),
                event("Appointment", "Phạm Văn Lục", None, label="Giám đốc", office_told=True),
                things=[Thing("Sở Xây dựng", "Organization", "VN")],
            )
        ],
        [],
    ),
    "an office with many seats": (
        [
            told("a", "2021-02-06", held("Joe Biden", "Thượng nghị sĩ", "US")),
            told("b", "2021-02-06", held("Donald Trump", "Thượng nghị sĩ", "US")),
        ],
        [],
    ),
    "a short title is no one seat": (
        [told("a", "2021-02-06", held("Joe Biden", "Bộ trưởng", "US")), told("b", "2021-02-06", held("Donald Trump", "Bộ trưởng", "US"))],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_contradictions(case: str) -> None:
    records, expected = CASES[case]
    found = knowledge(*records)
    assert [(one.kind, one.about) for one in found.contradictions] == expected
    for one in found.contradictions:
        articles = {claim.split("/")[1] for claim in one.claims}
        assert articles == {record.article.id for record in records}, "both sides have their say"


def test_both_dates_stand_in_the_message() -> None:
    records, _ = CASES["two dates of one change"]
    (one,) = knowledge(*records).contradictions
    assert "2013-07-25 (a)" in one.message and "2013-07-26 (b)" in one.message
