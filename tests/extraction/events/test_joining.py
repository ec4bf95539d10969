"""One event told several times is one record; different events stay apart; the day and place of a continuation are those told before it."""

from __future__ import annotations

from tests.extraction.events.told import Read, lines


def test_headline_lead_and_caption_tell_one_meeting(read: Read) -> None:
    record = read(
        "Chủ tịch nước Tô Lâm gặp Tổng thống Nga Vladimir Putin\n"
        "Ngày 20/6, Chủ tịch nước Tô Lâm hội đàm với Tổng thống Nga Vladimir Putin tại Hà Nội.\n"
        "Hai bên đã trao đổi về hợp tác năng lượng và giáo dục.\n"
        "Chủ tịch nước Tô Lâm và Tổng thống Nga Vladimir Putin trong cuộc gặp. Ảnh: TTXVN",
        "2024-06-21",
    )
    assert lines(record) == {"Meeting Tô Lâm + Vladimir Putin @ Hà Nội 2024-06-20"}
    (meeting,) = [e for e in record.events if e.type == "Meeting"]
    assert len(meeting.evidence) == 3


def test_meetings_on_different_days_are_two(read: Read) -> None:
    record = read(
        "Ông Antony Blinken gặp ông Vương Nghị ngày 3/5 ở Bắc Kinh. Ông Antony Blinken gặp lại ông Vương Nghị ngày 18/6 ở Vienna.", "2024-06-20"
    )
    assert lines(record) == {"Meeting Antony Blinken + Vương Nghị @ Bắc Kinh 2024-05-03", "Meeting Antony Blinken + Vương Nghị @ Vienna 2024-06-18"}


def test_unnamed_in_the_headline_named_below(read: Read) -> None:
    record = read("Chủ tịch nước Tô Lâm tiếp Thủ tướng Lào\nChiều 19/6, Chủ tịch nước Tô Lâm tiếp Thủ tướng Lào Sonexay Siphandone.", "2024-06-20")
    assert lines(record) == {"Meeting Sonexay Siphandone + Tô Lâm 2024-06-19"}


def test_decision_signed_on_one_day_and_handed_over_on_another(read: Read) -> None:
    record = read(
        "Ngày 3/6, Chủ tịch nước Tô Lâm trao quyết định bổ nhiệm ông Trần Văn Nam giữ chức Chủ nhiệm Văn phòng Chủ tịch nước. "
        "Trước đó, ngày 1/6, Chủ tịch nước Tô Lâm quyết định bổ nhiệm ông Trần Văn Nam giữ chức Chủ nhiệm Văn phòng Chủ tịch nước.",
        "2024-06-04",
    )
    assert lines(record) == {"Appointment Trần Văn Nam 2024-06-03 [Chủ nhiệm Văn phòng Chủ tịch nước]"}


def test_elected_and_sworn_in_are_two(read: Read) -> None:
    record = read("Ông Javier Milei đắc cử Tổng thống Argentina tháng 11/2023. Ông Milei nhậm chức ngày 10/12/2023.")
    assert lines(record) == {"Appointment Javier Milei 2023-11 [Tổng thống Argentina]", "Appointment Javier Milei 2023-12-10"}


def test_day_of_the_conference_dates_what_was_announced_there(read: Read) -> None:
    record = read(
        "Ngày 26/10, Tỉnh ủy Hà Nam tổ chức hội nghị về công tác cán bộ. "
        "Tại hội nghị, lãnh đạo tỉnh công bố quyết định điều động ông Trần Văn Nam giữ chức Bí thư Thành ủy Phủ Lý.",
        "2024-10-27",
    )
    assert lines(record) == {"Appointment Trần Văn Nam 2024-10-26 [Bí thư Thành ủy Phủ Lý]"}


def test_planned_stays_planned_where_a_noun_speaks_of_it(read: Read) -> None:
    record = read("Tổng thống Nga Vladimir Putin sẽ thăm Mông Cổ ngày 3/9. Chuyến thăm Mông Cổ của ông Putin gây chú ý.", "2024-08-30")
    assert lines(record) == {"Visit Vladimir Putin > MN 2024-09-03 planned"}


def test_places_and_spans_lie_in_the_text(read: Read) -> None:
    record = read("Ngày 20/6, Chủ tịch nước Tô Lâm hội đàm với Tổng thống Nga Vladimir Putin tại Hà Nội.", "2024-06-21")
    (meeting,) = [e for e in record.events if e.type == "Meeting"]
    ((start, end),) = meeting.evidence
    assert record.text[start:end] == "Chủ tịch nước Tô Lâm hội đàm với Tổng thống Nga Vladimir Putin"
    assert meeting.date_method == "publication"
