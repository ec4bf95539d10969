"""One event, many reports: what is merged, what is not, and what the merged event says."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.resolution.telling import Happened, Thing, event, events, held, knowledge, told

TRONG, BIDEN, XI = "Nguyễn Phú Trọng", "Joe Biden", "Tập Cận Bình"
PAIR = f"{BIDEN}, {TRONG}"
HANOI, HUE, PARIS, PALACE = (
    Thing("Hà Nội", "Place", "VN"),
    Thing("Huế", "Place", "VN"),
    Thing("Paris", "Place", "FR"),
    Thing("Nhà khách Sông Mã", "Place", "VN"),
)
PARTNERS = "Đối tác toàn diện"


def pair(one: Happened, other: Happened, days: tuple[str, str] = ("2023-09-10", "2023-09-11")) -> list[Extraction]:
    """Two articles that tell one event each."""
    things = (HANOI, HUE, PARIS, PALACE)
    return [told("a", days[0], one, things=things), told("b", days[1], other, things=things)]


MERGED = {
    "one day": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR, "2023-09-10")),
    "a day and its month": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR, "2023-09")),
    "a day and its year": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR, "2023")),
    "more people in one report": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", f"{PAIR}, Antony Blinken", "2023-09-10")),
    "told without a date in the same days": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR)),
    "a visit and a day of it": (
        event("Visit", BIDEN, "2023-09-10/2023-09-11", to="VN"),
        event("Visit", BIDEN, "2023-09-11", to="VN"),
    ),
    "a visit to the country and to its capital": (
        event("Visit", BIDEN, "2023-09-10", to="VN"),
        event("Visit", BIDEN, "2023-09-10", to="Hà Nội"),
    ),
    "a visit whose goal is the place": (event("Visit", BIDEN, "2023-09-10", to="VN"), event("Visit", BIDEN, "2023-09-10", place="Hà Nội")),
    "an announced visit and the visit": (
        event("Visit", BIDEN, to="VN", modality="planned"),
        event("Visit", BIDEN, "2023-09-10/2023-09-11", to="VN"),
    ),
    "a visit that was moved": (
        event("Visit", BIDEN, "2023-09-20", to="VN", modality="planned"),
        event("Visit", BIDEN, "2023-09-10", to="VN"),
    ),
    "days of a visit that differ": (event("Visit", BIDEN, "2023-09-09", to="VN"), event("Visit", BIDEN, "2023-09-10", to="VN")),
    "a death, and a wrong day of it": (
        event("Departure", TRONG, "2024-07-19", verb="die"),
        event("Departure", TRONG, "2024-03", verb="die"),
    ),
    "a change of relations": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "US, VN", "2013", level="quan hệ đối tác Toàn diện"),
    ),
    "a change of relations told without a date": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "US, VN", level=PARTNERS),
    ),
    "a change of relations on one day, of which one report leaves the level out": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "US, VN", "2013-07"),
    ),
    "a statement in nearly the same words": (
        event("Statement", BIDEN, "2023-09-10", label="hai nước sẽ cùng nhau bảo đảm tự do hàng hải"),
        event("Statement", BIDEN, "2023-09-10", label="hai nước cùng nhau bảo đảm tự do hàng hải ở khu vực"),
    ),
    "a statement of which one report does not tell the matter": (
        event("Statement", BIDEN, "2023-09-10", label="hai nước sẽ hợp tác"),
        event("Statement", BIDEN, "2023-09-10"),
    ),
    "a signing": (event("Signing", "VN, US", "2023-09-10"), event("Signing", "US, VN", "2023-09-10")),
}


@pytest.mark.parametrize("case", MERGED)
def test_merged(case: str) -> None:
    (one,) = events(knowledge(*pair(*MERGED[case])))
    assert one.report_count == 2
    assert one.merge_reason
    assert len(one.claims) == 2


APART = {
    "other people": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", f"{BIDEN}, {XI}", "2023-09-10")),
    "one of them in common, and a companion": (
        event("Meeting", f"{PAIR}, Antony Blinken", "2023-09-10"),
        event("Meeting", f"{BIDEN}, {XI}, Antony Blinken", "2023-09-10"),
    ),
    "two days": (event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR, "2023-09-11")),
    "another type": (event("Meeting", PAIR, "2023-09-10"), event("PhoneCall", PAIR, "2023-09-10")),
    "two countries": (event("Meeting", PAIR, "2023-09", place="Hà Nội"), event("Meeting", PAIR, "2023-09", place="Paris")),
    "a visit to the country and a stage of it": (
        event("Visit", BIDEN, "2023-09-10", to="VN"),
        event("Visit", BIDEN, "2023-09-10", to="Nhà khách Sông Mã"),
    ),
    "a visit to another city": (event("Visit", BIDEN, "2023-09-10", to="Hà Nội"), event("Visit", BIDEN, "2023-09-10", to="Huế")),
    "visits far from one another": (event("Visit", BIDEN, "2023-09-10", to="VN"), event("Visit", BIDEN, "2023-09-20", to="VN")),
    "another level": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "VN, US", "2023-09-10", level="Đối tác chiến lược toàn diện"),
    ),
    "another pair of countries": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "VN, FR", "2013-07-25", level=PARTNERS),
    ),
    "statements of different days": (event("Statement", BIDEN, "2023-09-10"), event("Statement", BIDEN, "2023-09-11")),
    "two statements of one day": (
        event("Statement", BIDEN, "2023-09-10", label="hai nước sẽ cùng nhau bảo đảm tự do hàng hải"),
        event("Statement", BIDEN, "2023-09-10", label="giá dầu thế giới đã giảm mạnh trong tuần qua"),
    ),
    "an office that neither names, told without a date years later": (
        event("Appointment", BIDEN, "2016-11-08"),
        event("Appointment", BIDEN),
    ),
    "a change of relations of another year, without the level": (
        event("RelationChange", "VN, US", "2013-07-25", level=PARTNERS),
        event("RelationChange", "US, VN", "2023"),
    ),
}


def test_an_appointment_of_one_day_is_one_though_one_report_leaves_the_office_out() -> None:
    records = [
        told("a", "2024-05-22", held("Tô Lâm", "Chủ tịch nước", "VN"), event("Appointment", "Tô Lâm", "2024-05-22", label="Chủ tịch nước")),
        told("b", "2024-09-22", event("Appointment", "Tô Lâm", "2024-05-22")),
        told("c", "2024-09-23", event("Appointment", "Tô Lâm", "2016")),
    ]
    assert sorted(one.report_count for one in events(knowledge(*records), "Appointment")) == [1, 2]


@pytest.mark.parametrize("case", APART)
def test_kept_apart(case: str) -> None:
    assert len(events(knowledge(*pair(*APART[case])))) == 2


def test_a_meeting_recalled_long_after_without_a_date_is_no_report_of_today() -> None:
    records = pair(event("Meeting", PAIR, "2015-07-07"), event("Meeting", PAIR), ("2015-07-08", "2023-09-10"))
    assert len(events(knowledge(*records))) == 2


def test_a_visit_announced_half_a_year_before_is_not_taken_for_the_next_one() -> None:
    planned, visit = event("Visit", BIDEN, to="VN", modality="planned"), event("Visit", BIDEN, "2023-09-10", to="VN")
    assert len(events(knowledge(*pair(planned, visit, ("2023-03-30", "2023-09-10"))))) == 2


def test_two_events_of_one_article_are_never_one() -> None:
    records = [
        told("a", "2023-12-12", event("Meeting", f"{TRONG}, {XI}", "2023-12-12"), event("Meeting", f"{TRONG}, {XI}", "2023-12-12")),
        told("b", "2023-12-13", event("Meeting", f"{TRONG}, {XI}", "2023-12-12")),
    ]
    assert sorted(one.report_count for one in events(knowledge(*records))) == [1, 2]


def test_a_month_that_fits_two_meetings_is_given_to_neither() -> None:
    records = [
        told("a", "2023-12-14", event("Meeting", f"{TRONG}, {XI}", "2023-12-12"), event("Meeting", f"{TRONG}, {XI}", "2023-12-13")),
        told("b", "2024-05-01", event("Meeting", f"{TRONG}, {XI}", "2023-12")),
    ]
    assert [one.report_count for one in events(knowledge(*records))] == [1, 1, 1]


def test_a_place_tells_two_meetings_of_one_month_apart() -> None:
    meeting = f"{TRONG}, {XI}"
    records = [
        told(
            "a",
            "2023-12-14",
            event("Meeting", meeting, "2023-12-12", place="Huế"),
            event("Meeting", meeting, "2023-12-13", place="Hà Nội"),
            things=(HANOI, HUE),
        ),
        told("b", "2024-05-01", event("Meeting", meeting, "2023-12", place="Hà Nội"), things=(HANOI,)),
    ]
    assert {one.date: one.report_count for one in events(knowledge(*records))} == {"2023-12-12": 1, "2023-12-13": 2}


@pytest.mark.parametrize(
    ("dates", "chosen"),
    [
        (("2023-09-10", "2023-09-10"), "2023-09-10"),
        (("2023-09", "2023-09-10"), "2023-09-10"),
        (("2023", "2023-09"), "2023-09"),
        (("2023-09-10", "2023-09-10/2023-09-11"), "2023-09-10/2023-09-11"),
        (("2023", "2023-09", "2023-09-10", "2023-09-10/2023-09-11"), "2023-09-10/2023-09-11"),
        (("2023-09-09", "2023-09-10", "2023-09-10"), "2023-09-10"),
        ((None, "2023-09-10"), "2023-09-10"),
        ((None, None), None),
    ],
)
def test_the_date_of_the_merged_event(dates: tuple[str | None, ...], chosen: str | None) -> None:
    records = [told(f"a{n}", "2023-09-11", event("Visit", BIDEN, date, to="VN")) for n, date in enumerate(dates)]
    (one,) = events(knowledge(*records))
    assert one.date == chosen
    assert one.report_count == len(dates)


@pytest.mark.parametrize(
    ("told_as", "merged"),
    [
        (("planned", "happened"), "happened"),
        (("planned", "planned"), "planned"),
        (("planned", "cancelled"), "cancelled"),
        (("cancelled", "planned"), "planned"),
        (("reported", "happened"), "happened"),
        (("planned", "reported"), "reported"),
        (("planned", "cancelled", "happened"), "happened"),
    ],
)
def test_the_modality_of_the_merged_event(told_as: tuple[str, ...], merged: str) -> None:
    records = [
        told(f"a{n}", f"2023-09-{n + 1:02}", event("Visit", BIDEN, "2023-09-10", to="VN", modality=modality))  # type: ignore[arg-type]
        for n, modality in enumerate(told_as)
    ]
    (one,) = events(knowledge(*records))
    assert one.modality == merged


def test_what_a_merged_event_says() -> None:
    records = pair(
        event("Meeting", PAIR, "2023-09-10", place="Hà Nội"),
        event("Meeting", f"{PAIR}, Antony Blinken", "2023-09"),
    )
    (one,) = events(knowledge(*records))
    assert one.id == "event/2023-09-10-meeting-antony-blinken-joe-biden-nguyen-phu-trong"
    assert (one.date, one.begin, one.end, one.place) == ("2023-09-10", "2023-09-10", "2023-09-10", "place/ha-noi")
    assert [part.participant for part in one.participations] == ["person/antony-blinken", "person/joe-biden", "person/nguyen-phu-trong"]


APPOINTED = held("Võ Văn Thưởng", "Chủ tịch nước", "VN")


def test_an_appointment_by_its_office() -> None:
    records = [
        told("a", "2023-03-02", APPOINTED, event("Appointment", "Võ Văn Thưởng", "2023-03-02", label="Chủ tịch nước")),
        told("b", "2024-03-21", APPOINTED, event("Appointment", "Võ Văn Thưởng", "2023-03", label="Chủ tịch nước")),
        told(
            "c",
            "2024-03-21",
            held("Võ Văn Thưởng", "Thường trực Ban Bí thư"),
            event("Appointment", "Võ Văn Thưởng", "2023-03", label="Thường trực Ban Bí thư"),
        ),
    ]
    assert sorted(one.report_count for one in events(knowledge(*records))) == [1, 2]


@pytest.mark.parametrize(
    ("fact", "label"),
    [
        (event("Meeting", PAIR, "2023-09-10"), "Joe Biden gặp Nguyễn Phú Trọng, 2023-09-10"),
        (event("Visit", BIDEN, "2023-09-10", to="VN"), "Joe Biden thăm Việt Nam, 2023-09-10"),
        (event("Visit", BIDEN, place="Hà Nội"), "Joe Biden thăm Hà Nội"),
        (event("RelationChange", "US, VN", "2013-07-25", level=PARTNERS), "Mỹ – Việt Nam: Đối tác toàn diện, 2013-07-25"),
        (event("Appointment", "Tô Lâm", "2024-05-22", label="Chủ tịch nước"), "Tô Lâm nhận chức Chủ tịch nước, 2024-05-22"),
        (event("Speech", "Tô Lâm"), "Tô Lâm phát biểu"),
        (event("Invitation", "Tô Lâm, Joe Biden", roles="guest, inviter"), "Joe Biden mời Tô Lâm"),
        (event("Attendance", "Tô Lâm, Joe Biden", roles="participant, participant"), "Joe Biden, Tô Lâm tham dự"),
        (event("Attendance", "Tô Lâm", roles="participant", label="Hội nghị cấp cao"), "Tô Lâm tham dự Hội nghị cấp cao"),
        (event("Congratulation", "Tô Lâm, Joe Biden", roles="addressee, speaker"), "Joe Biden chúc mừng Tô Lâm"),
        (event("Congratulation", "Tô Lâm, Joe Biden", roles="speaker, speaker"), "Lời chúc mừng của Joe Biden, Tô Lâm"),
        (event("Handshake", "Tô Lâm"), "Handshake: Tô Lâm"),
    ],
)
def test_labels(fact: Happened, label: str) -> None:
    (one,) = events(knowledge(told("a", "2023-09-10", fact, things=(HANOI,))))
    assert one.label == label
