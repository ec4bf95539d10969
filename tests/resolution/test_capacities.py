"""Who takes part in an event takes part in the capacity held that day."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.resolution.telling import event, events, held, knowledge, told

TO_LAM = "Tô Lâm"
MINISTER, PRESIDENT, SECRETARY = "Bộ trưởng Công an", "Chủ tịch nước", "Tổng Bí thư"
MEETING = event("Meeting", "Tô Lâm, Vladimir Putin", "2024-06-20")
ENTERED = told("i", "2024-05-22", held(TO_LAM, PRESIDENT, "VN"), event("Appointment", TO_LAM, "2024-05-22", label=PRESIDENT))

CASES: dict[str, tuple[list[Extraction], str | None]] = {
    "the office the report gives": ([told("a", "2024-06-20", held(TO_LAM, PRESIDENT, "VN"), MEETING)], "holding/to-lam-chu-tich-nuoc-vn"),
    "an office shown before and after": (
        [
            told("a", "2024-06-01", held(TO_LAM, PRESIDENT, "VN")),
            told("b", "2024-06-20", MEETING),
            told("c", "2024-07-01", held(TO_LAM, PRESIDENT, "VN")),
        ],
        "holding/to-lam-chu-tich-nuoc-vn",
    ),
    "an entry before, shown after": (
        [ENTERED, told("b", "2024-06-20", MEETING), told("c", "2024-07-01", held(TO_LAM, PRESIDENT, "VN"))],
        "holding/to-lam-chu-tich-nuoc-vn",
    ),
    "an entry in a month that is over, shown after": (
        [
            told("i", "2024-06-10", held(TO_LAM, PRESIDENT, "VN"), event("Appointment", TO_LAM, "2024-05", label=PRESIDENT)),
            told("b", "2024-06-20", event("Meeting", "Tô Lâm, Vladimir Putin", "2024-06-05")),
        ],
        "holding/to-lam-chu-tich-nuoc-vn",
    ),
    "in the month of the entry no article tells it": (
        [
            told("i", "2024-06-10", held(TO_LAM, PRESIDENT, "VN"), event("Appointment", TO_LAM, "2024-05", label=PRESIDENT)),
            told("b", "2024-06-20", event("Meeting", "Tô Lâm, Vladimir Putin", "2024-05-30")),
        ],
        "background/to-lam-chu-tich-nuoc-vn-2024",
    ),
    "a later promotion rewrites nothing": (
        [told("a", "2024-06-20", held(TO_LAM, PRESIDENT, "VN"), MEETING), told("b", "2024-08-03", held(TO_LAM, SECRETARY, "VN"), MEETING)],
        "holding/to-lam-chu-tich-nuoc-vn",
    ),
    "an office not yet held": ([told("a", "2024-06-20", MEETING), told("b", "2024-08-03", held(TO_LAM, SECRETARY, "VN"))], None),
    "an office already left": ([told("a", "2024-06-20", held(TO_LAM, MINISTER, "VN", "former"), MEETING)], None),
    "two offices on one day": (
        [told("a", "2024-06-20", held(TO_LAM, PRESIDENT, "VN"), held(TO_LAM, SECRETARY, "VN"), MEETING)],
        None,
    ),
    "two offices on one day, of which the report names one with the event": (
        [
            told(
                "a",
                "2024-06-20",
                held(TO_LAM, SECRETARY, "VN"),
                held(TO_LAM, PRESIDENT, "VN"),
                event("Meeting", "Tô Lâm, Vladimir Putin", "2024-06-20", office_told=True),
            )
        ],
        "holding/to-lam-chu-tich-nuoc-vn",
    ),
    "an event of no known day": (
        [told("a", "2024-06-20", held(TO_LAM, PRESIDENT, "VN"), event("Meeting", "Tô Lâm, Vladimir Putin", "2024"))],
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_acting_as(case: str) -> None:
    records, expected = CASES[case]
    (meeting,) = events(knowledge(*records), "Meeting")
    acting = {part.participant: part.acting_as for part in meeting.participations}
    assert acting == {"person/to-lam": expected, "person/vladimir-putin": None}


def test_after_a_departure_nobody_acts_in_the_office() -> None:
    left = event("Departure", TO_LAM, "2024-05-22", label=MINISTER)
    records = [
        told("a", "2024-05-01", held(TO_LAM, MINISTER, "VN")),
        told("b", "2024-05-23", held(TO_LAM, MINISTER, "VN", "former"), left),
        told("c", "2024-06-20", held(TO_LAM, MINISTER, "VN"), MEETING),
    ]
    (meeting,) = events(knowledge(*records), "Meeting")
    assert [part.acting_as for part in meeting.participations] == [None, None]
