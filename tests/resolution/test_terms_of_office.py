"""Terms: the days that show them, the bounds that events give, and when one term is not another."""

from __future__ import annotations

import pytest

from kg.model import Extraction, HoldingStatus, as_told
from tests.resolution.telling import event, held, holdings, knowledge, told

Term = tuple[HoldingStatus, tuple[str, ...], str | None, str | None]


def seen(day: str, person: str = "Donald Trump", status: HoldingStatus = "current") -> Extraction:
    """An article of `day` that shows `person` as president of the United States."""
    return told(f"{day}-{person[:3]}-{status}", day, held(person, "Tổng thống", "US", status))


def entered(day: str, published: str | None = None, person: str = "Donald Trump") -> Extraction:
    return told(f"in-{day}", published or day, held(person, "Tổng thống", "US"), event("Appointment", person, day, label="Tổng thống"))


def left(day: str, published: str | None = None, person: str = "Donald Trump") -> Extraction:
    former = held(person, "Tổng thống", "US", "former")
    return told(f"out-{day}", published or day, former, event("Departure", person, day, label="Tổng thống"))


def recalled(day: str, past: str) -> Extraction:
    """An article of `day` with a sentence that speaks of the past."""
    return told(f"{day}-{past}", day, held("Donald Trump", "Tổng thống", "US", past=past))


CASES: dict[str, tuple[list[Extraction], list[Term]]] = {
    "a sentence of the past shows its own day": ([recalled("2024-05-22", "2019-02-26")], [("current", ("2019-02-26",), None, None)]),
    "and none where it names no day": ([recalled("2024-05-22", "2019")], [("current", (), None, None)]),
    "days that show a holder": (
        [seen("2019-02-26"), seen("2019-06-30")],
        [("current", ("2019-02-26", "2019-06-30"), None, None)],
    ),
    "a first seen day is no beginning, an article without a date no day": (
        [seen("2019-02-26"), told("undated", None, held("Donald Trump", "Tổng thống", "US"))],
        [("current", ("2019-02-26",), None, None)],
    ),
    "statuses stand apart": (
        [seen("2019-02-26"), seen("2023-02-26", status="former")],
        [("current", ("2019-02-26",), None, None), ("former", ("2023-02-26",), None, None)],
    ),
    "an entry with a full date": (
        [entered("2025-01-20"), seen("2025-03-01")],
        [("current", ("2025-01-20", "2025-03-01"), "2025-01-20", None)],
    ),
    "an entry told as a month": ([entered("2025-01", "2025-02-20")], [("current", ("2025-02-20",), "2025-01", None)]),
    "an entry told as a year": ([entered("2017", "2019-03-01")], [("current", ("2019-03-01",), "2017", None)]),
    "the month that first shows the holder may be that of another entry": (
        [entered("2025-01", "2025-01-20")],
        [("current", ("2025-01-20",), None, None)],
    ),
    "a year told as about is no bound": ([entered("2017~", "2019-03-01")], [("current", ("2019-03-01",), None, None)]),
    "nor is half a year": ([entered("2017-40", "2019-03-01")], [("current", ("2019-03-01",), None, None)]),
    "the day goes before the month that it lies in": (
        [entered("2025-01-20"), entered("2025-01", "2025-02-20")],
        [("current", ("2025-01-20", "2025-02-20"), "2025-01-20", None)],
    ),
    "a departure told as a month": (
        [seen("2019-02-26"), left("2021-01", "2021-02-21")],
        [("current", ("2019-02-26",), None, "2021-01"), ("former", ("2021-02-21",), None, None)],
    ),
    "a day in the month of the departure may be one of the term": (
        [seen("2019-02-26"), seen("2021-01-15"), seen("2021-02-01"), left("2021-01", "2021-02-21")],
        [("current", ("2019-02-26", "2021-01-15"), None, "2021-01"), ("former", ("2021-02-21",), None, None)],
    ),
    "a return after the year of a departure": (
        [seen("2019-02-26"), left("2021", "2022-03-01"), seen("2025-03-01")],
        [
            ("current", ("2019-02-26",), None, "2021"),
            ("former", ("2022-03-01",), None, None),
            ("current", ("2025-03-01",), None, None),
        ],
    ),
    "an entry is of one term alone": (
        [entered("2017-01", "2019-02-26"), seen("2022-05-01", "Joe Biden"), seen("2025-03-01")],
        [("current", ("2019-02-26",), "2017-01", None), ("current", ("2025-03-01",), None, None)],
    ),
    "and so is a departure": (
        [seen("2019-02-26"), seen("2022-05-01", "Joe Biden"), seen("2025-03-01"), left("2025-06-01", "2025-06-02")],
        [
            ("current", ("2019-02-26",), None, None),
            ("current", ("2025-03-01",), None, "2025-06-01"),
            ("former", ("2025-06-02",), None, None),
        ],
    ),
    "a departure closes, half-open": (
        [seen("2019-02-26"), left("2021-01-20", "2021-01-21")],
        [("current", ("2019-02-26",), None, "2021-01-20"), ("former", ("2021-01-21",), None, None)],
    ),
    "a title that outlives the office is no new term and no day of it": (
        [seen("2019-02-26"), left("2021-01-20", "2021-01-21"), seen("2021-02-05")],
        [("current", ("2019-02-26",), None, "2021-01-20"), ("former", ("2021-01-21",), None, None)],
    ),
    "terms that do not touch stay apart": (
        [seen("2019-02-26"), seen("2022-05-01", "Joe Biden"), seen("2025-03-01")],
        [("current", ("2019-02-26",), None, None), ("current", ("2025-03-01",), None, None)],
    ),
    "a return with a date": (
        [seen("2019-02-26"), left("2021-01-20", "2021-01-21"), entered("2025-01-20")],
        [
            ("current", ("2019-02-26",), None, "2021-01-20"),
            ("former", ("2021-01-21",), None, None),
            ("current", ("2025-01-20",), "2025-01-20", None),
        ],
    ),
    "someone else for a day is no other term": (
        [seen("2019-02-26"), seen("2019-03-01", "Joe Biden"), seen("2019-04-01")],
        [("current", ("2019-02-26", "2019-04-01"), None, None)],
    ),
    "an election is no entry while the elected is told of as elect": (
        [
            told(
                "e",
                "2024-11-06",
                held("Donald Trump", "Tổng thống", "US", "designate"),
                event("Appointment", "Donald Trump", "2024-11-05", label="Tổng thống"),
            ),
            seen("2024-12-01", status="designate"),
            seen("2025-03-01"),
        ],
        [("designate", ("2024-11-06", "2024-12-01"), None, None), ("current", ("2025-03-01",), None, None)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_terms(case: str) -> None:
    records, expected = CASES[case]
    found = holdings(knowledge(*records), "person/donald-trump")
    bounds = [(as_told(one.valid_from, one.from_precision), as_told(one.valid_until, one.until_precision)) for one in found]
    assert [(one.status, one.attested_on, *told) for one, told in zip(found, bounds, strict=True)] == expected
    assert len({one.id for one in found}) == len(found)


def test_an_office_told_with_a_past_event_is_shown_on_the_day_of_the_event() -> None:
    record = told(
        "a",
        "2023-09-10",
        held("Barack Obama", "Tổng thống", "US"),
        event("Meeting", "Barack Obama, Nguyễn Phú Trọng", "2015-07-07", office_told=True),
        held("Joe Biden", "Tổng thống", "US"),
    )
    days = {one.holder: one.attested_on for one in knowledge(record).holdings}
    assert days == {"person/barack-obama": ("2015-07-07",), "person/joe-biden": ("2023-09-10",)}


@pytest.mark.parametrize("date", ["2015", "2015-07", "1945-09-15"])
def test_an_office_told_with_an_event_of_no_usable_day_shows_no_day(date: str) -> None:
    facts = held("Barack Obama", "Tổng thống", "US"), event("Meeting", "Barack Obama, Nguyễn Phú Trọng", date, office_told=True)
    (one,) = knowledge(told("a", "2023-09-10", *facts)).holdings
    assert one.attested_on == ()
    assert one.claims


def test_scopes_are_offices_of_their_own_and_a_bare_title_joins_the_only_one() -> None:
    envoy = [
        told("a", "2024-05-01", held("John Kerry", "Đặc phái viên", "US", scope="về khí hậu")),
        told("b", "2024-05-02", held("John Kerry", "Đặc phái viên", "US")),
    ]
    (one,) = knowledge(*envoy).holdings
    assert (one.scope, one.attested_on) == ("về khí hậu", ("2024-05-01", "2024-05-02"))
    two = [*envoy, told("c", "2024-05-03", held("John Kerry", "Đặc phái viên", "US", scope="về Trung Đông"))]
    assert [one.scope for one in holdings(knowledge(*two))] == ["về khí hậu", None, "về Trung Đông"]


MINISTER, SECRETARY, MEMBER = "Bộ trưởng Công an", "Tổng Bí thư", "Ủy viên Bộ Chính trị"
DIED = told("died", "2024-07-20", "Ngô Văn Núi", event("Departure", "Ngô Văn Núi", "2024-07-19", verb="die"))


def in_office(day: str, role: str, status: HoldingStatus = "current", person: str = "Ngô Văn Núi") -> Extraction:
    return told(f"{day}-{role}-{person}", day, held(person, role, "VN", status))


DEATHS: dict[str, tuple[list[Extraction], list[tuple[str, str | None]]]] = {
    "all offices end": (
        [in_office("2024-06-01", SECRETARY), in_office("2023-06-01", MEMBER)],
        [("current", "2024-07-19"), ("current", "2024-07-19")],
    ),
    "an office left before does not end again": (
        [in_office("2023-06-01", MINISTER), in_office("2024-06-01", MINISTER, "former")],
        [("current", None), ("former", None)],
    ),
    "the one seat was another's before": (
        [in_office("2021-06-01", SECRETARY), in_office("2023-06-01", SECRETARY, person="Lê Văn Suối")],
        [("current", None)],
    ),
    "a title used after the death is no day of it": ([in_office("2024-07-25", SECRETARY)], [("current", "2024-07-19")]),
    "what is told of the late holder stays": ([in_office("2024-08-01", SECRETARY, "late")], [("late", None)]),
}


@pytest.mark.parametrize("case", DEATHS)
def test_a_death_ends_what_was_still_held(case: str) -> None:
    records, expected = DEATHS[case]
    found = holdings(knowledge(*records, DIED), "person/ngo-van-nui")
    assert sorted((one.status, one.valid_until or "") for one in found) == sorted((status, until or "") for status, until in expected)
    assert all(day < "2024-07-19" for one in found for day in one.attested_on if one.status == "current")


def test_who_stands_in_and_who_holds_are_told_apart() -> None:
    found = holdings(knowledge(in_office("2024-04-01", "Chủ tịch nước", "acting"), in_office("2024-04-02", "Chủ tịch nước", person="Lê Văn Suối")))
    assert [(one.holder, one.status, one.id) for one in found] == [
        ("person/ngo-van-nui", "acting", "holding/ngo-van-nui-chu-tich-nuoc-vn-acting"),
        ("person/le-van-suoi", "current", "holding/le-van-suoi-chu-tich-nuoc-vn"),
    ]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([seen("2019-02-26"), seen("2019-06-30")], ("current", "2019-06-30")),
        ([told("undated", None, held("Donald Trump", "Tổng thống", "US"))], ("unknown", None)),
        ([seen("2019-02-26", status="former")], ("ended", "2019-02-26")),
        ([seen("2016-11-26", status="designate")], ("unknown", "2016-11-26")),
    ],
)
def test_the_status_of_a_term_as_of_a_day(records: list[Extraction], expected: tuple[str, str | None]) -> None:
    (one,) = knowledge(*records).holdings
    assert (one.term_status, one.as_of) == expected


@pytest.mark.parametrize(
    ("told_on", "bounds"),
    [
        ("2021-01-20", ("2021-01-20", "2021-01-20")),
        ("2021-01", ("2021-01-01", "2021-01-31")),
        ("2021", ("2021-01-01", "2021-12-31")),
    ],
)
def test_a_term_that_a_departure_closed_has_ended(told_on: str, bounds: tuple[str, str]) -> None:
    found = holdings(knowledge(seen("2019-02-26"), left(told_on, "2022-01-21")), "person/donald-trump")
    assert [(one.status, one.term_status) for one in found] == [("current", "ended"), ("former", "ended")]
    assert (found[0].valid_until, found[0].ended_by) == bounds


def test_a_month_of_entry_shows_no_day_in_office() -> None:
    (one,) = knowledge(entered("2024-02", "2025-02-20")).holdings
    assert (one.valid_from, one.from_precision, one.begun_by, one.as_of) == ("2024-02-01", "month", "2024-02-29", "2025-02-20")
