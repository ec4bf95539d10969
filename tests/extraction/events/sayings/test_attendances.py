"""Attendances, rites, talks and invitations: sentence → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

TYPES = frozenset({"Attendance", "Speech", "Invitation", "Meeting", "Visit"})

ROWS: list[Case] = [
    ("incense", "Ngày 1/6, Chủ tịch nước Tô Lâm đã đến dâng hương tại Đền Hùng.", {"Attendance Tô Lâm @ Đền Hùng 2024-06-01"}),
    ("a wreath", "Thủ tướng Phạm Minh Chính đặt vòng hoa tại Đền Hùng.", {"Attendance Phạm Minh Chính @ Đền Hùng"}),
    ("a rite ahead", "Chủ tịch nước Tô Lâm sẽ dâng hương tại Đền Hùng ngày 25/6.", {"Attendance Tô Lâm @ Đền Hùng 2024-06-25 planned"}),
    ("not: a rite denied", "Chủ tịch nước Tô Lâm chưa đến dâng hương tại Đền Hùng.", set()),
    ("not: nobody known", "Người dân xếp hàng vào viếng lăng từ sáng sớm.", set()),
    (
        "attending beside another",
        "Tổng thống Iran Ebrahim Raisi dự lễ khánh thành một con đập cùng với Tổng thống Azerbaijan Ilham Aliyev hôm 19/5.",
        {"Attendance Ebrahim Raisi + Ilham Aliyev 2024-05-19"},
    ),
    ("not: what he says of others", "Ông Lê Văn Minh đánh giá, đông đảo doanh nghiệp Pháp tham dự diễn đàn.", set()),
    ("a talk", "Thủ tướng Phạm Minh Chính nói chuyện tại Geneva hôm 12/6.", {"Speech Phạm Minh Chính @ Geneva 2024-06-12"}),
    ("not: a talk with one another", "Ông Lê Văn Minh và ông Trần Văn Nam nói chuyện tại Geneva hôm 12/6.", set()),
    ("có lời mời B", "Bộ trưởng Nguyễn Kim Sơn có lời mời bà Martina Hirayama.", {"Invitation Martina Hirayama"}),
    (
        "a session called by its month",
        "Chiều 5/6, Thủ tướng Phạm Minh Chính chủ trì phiên họp tháng 5/2024 của Chính phủ.",
        {"Attendance Phạm Minh Chính 2024-06-05"},
    ),
    (
        "an anniversary is no day of the story",
        "Nhân kỷ niệm 49 năm Ngày Giải phóng (30/4/1975-30/4/2024), ngày 17/6, Đại tướng Tô Lâm dự lễ. Cùng tham dự có ông Trần Văn Nam.",
        {"Attendance Tô Lâm 2024-06-17", "Attendance Trần Văn Nam 2024-06-17"},
    ),
    ("dự kiến is no attending", "Ngân hàng đã cấp cho ông Lê Văn Minh khoản vay, dự kiến giải ngân trong năm 2021.", set()),
    (
        "a day of birth that is celebrated",
        "Nhân kỷ niệm 113 năm ngày sinh Đại tướng (25/8/1911 - 25/8/2024), đoàn do ông Phạm Khải dẫn đầu đã dâng hương tại Đền Hùng.",
        {"Attendance Phạm Khải @ Đền Hùng"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_attendances(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20"), TYPES) == expected


@pytest.mark.parametrize(
    ("text", "inviter"),
    [
        ("Bộ trưởng Nguyễn Kim Sơn có lời mời bà Martina Hirayama.", "Nguyễn Kim Sơn"),
        ("Tổng thống Nga Vladimir Putin nhận lời mời của Chủ tịch nước Tô Lâm.", "Tô Lâm"),
    ],
)
def test_who_invites(read: Read, text: str, inviter: str) -> None:
    record = read(text)
    (invitation,) = [e for e in record.events if e.type == "Invitation"]
    named = {e.id: e.name for e in record.entities}
    assert {named[p.entity] for p in invitation.participants if p.role == "inviter"} == {inviter}


@pytest.mark.parametrize(
    ("text", "represented"),
    [
        ("Thay mặt Ban Bí thư, ông Lê Văn Minh ký Quyết định 15 về công tác cán bộ.", {"Ban Bí thư"}),
        ("Thừa ủy quyền của Bộ Ngoại giao, ông Lê Văn Minh ký hiệp định.", {"Bộ Ngoại giao"}),
        ("Thay mặt Chính phủ Việt Nam, Thủ tướng Phạm Minh Chính cảm ơn Nhật Bản.", {"Chính phủ Việt Nam"}),
        ("Thay mặt Chủ tịch nước Tô Lâm, ông Lê Văn Minh dự lễ khai mạc hội nghị.", set()),
        ("Thay mặt Bộ Y tế, ông Lê Văn Minh trao hoa; ông Trần Văn Nam phát biểu tại hội nghị.", set()),
    ],
)
def test_on_whose_behalf(read: Read, text: str, represented: set[str]) -> None:
    record = read(text)
    (event,) = record.events
    named = {e.id: e.name for e in record.entities}
    assert {named[p.entity] for p in event.participants if p.role == "represented"} == represented
