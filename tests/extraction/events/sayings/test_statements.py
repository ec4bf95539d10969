"""What is told in passing: statements, speeches, congratulations, condolences, invitations, attendance."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

TYPES = frozenset({"Statement", "Speech", "Congratulation", "Condolence", "Invitation", "Attendance"})

ROWS: list[Case] = [
    ("A nói", "Phó Tổng thống Mỹ Kamala Harris nói kinh tế đang tốt.", {"Statement Kamala Harris"}),
    ("said on a day", "Tổng thống Pháp Emmanuel Macron hôm 18/6 cảnh báo nguy cơ chiến tranh.", {"Statement Emmanuel Macron 2024-06-18"}),
    ("A phát biểu tại", "Chủ tịch nước Tô Lâm phát biểu tại lễ kỷ niệm sáng 19/5.", {"Speech Tô Lâm 2024-05-19"}),
    (
        "phát biểu tại lễ, A",
        "Phát biểu tại buổi lễ, Thủ tướng Phạm Minh Chính cảm ơn các chuyên gia.",
        {"Speech Phạm Minh Chính", "Statement Phạm Minh Chính"},
    ),
    (
        "condolences",
        "Thủ tướng Phạm Minh Chính gửi điện chia buồn tới Thủ tướng Nhật Bản Fumio Kishida.",
        {"Condolence Fumio Kishida + Phạm Minh Chính"},
    ),
    (
        "condolences with greetings",
        "Thủ tướng Phạm Minh Chính gửi lời thăm hỏi, chia buồn tới Thủ tướng Nhật Bản Fumio Kishida.",
        {"Condolence Fumio Kishida + Phạm Minh Chính"},
    ),
    ("not: a greeting", "Chủ tịch nước Tô Lâm gửi lời thăm hỏi thân tình tới đồng bào Cao Bằng.", set()),
    ("congratulations", "Chủ tịch Cuba Miguel Díaz-Canel gửi điện mừng tới Chủ tịch nước Tô Lâm.", {"Congratulation Miguel Díaz-Canel + Tô Lâm"}),
    ("A mời B thăm C", "Thủ tướng Phạm Minh Chính mời Thủ tướng Ấn Độ Narendra Modi thăm Việt Nam.", {"Invitation Narendra Modi"}),
    ("A dự", "Thủ tướng Phạm Minh Chính dự Hội nghị thượng đỉnh G7 tại Hiroshima.", {"Attendance Phạm Minh Chính @ Hiroshima"}),
    ("cùng dự có A và B", "Cùng dự có Phó Thủ tướng Lê Minh Khái và Bộ trưởng Bùi Thanh Sơn.", {"Attendance Bùi Thanh Sơn + Lê Minh Khái"}),
    ("dự và phát biểu", "Chủ tịch nước Tô Lâm dự và phát biểu tại hội nghị.", {"Attendance Tô Lâm", "Speech Tô Lâm"}),
    ("the year that is reviewed", "Sáng 19/6, ông Trần Văn Nam dự Hội nghị tổng kết công tác năm 2023.", {"Attendance Trần Văn Nam 2024-06-19"}),
    ("no day but the year that is reviewed", "Thủ tướng Phạm Minh Chính dự Hội nghị tổng kết công tác năm 2023.", {"Attendance Phạm Minh Chính"}),
    ("a year in which one attends", "Năm 2020, Thủ tướng Phạm Minh Chính dự hội nghị ở Huế.", {"Attendance Phạm Minh Chính @ Huế 2020"}),
    ("a place that is spoken of", "Về cuộc chiến ở Ukraine, ông Joe Biden nói thiệt hại rất lớn.", {"Statement Joe Biden"}),
    ("a place beside the speaker", "Đại sứ Nga tại Việt Nam Ivan Petrov nói giá sẽ tăng.", {"Statement Ivan Petrov"}),
    ("bị + a verb of saying: another says it", "Cựu Thủ tướng Thái Lan Thaksin Shinawatra bị cáo buộc tham nhũng.", set()),
    ("được + a verb of saying", "Ông Lê Văn Minh được đề nghị đặc xá hôm 12/6.", set()),
    (
        "a quotation that calls to somebody",
        '"Chủ tịch nước Tô Lâm, cảm ơn ngài vì đã đón tiếp", ông Antony Blinken viết.',
        {"Statement Antony Blinken"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_statements(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20"), TYPES) == expected


def test_statement_names_the_countries_it_speaks_of(read: Read) -> None:
    record = read("Ngoại trưởng Nga Sergei Lavrov chỉ trích Mỹ và Ukraine.")
    (statement,) = [e for e in record.events if e.type == "Statement"]
    named = {e.id: e.iso or e.name for e in record.entities}
    assert {named[p.entity] for p in statement.participants if p.role == "topic"} == {"US", "UA"}


@pytest.mark.parametrize(
    ("text", "addressees", "topics"),
    [
        ("Thủ tướng Phạm Minh Chính nói với Tổng thống Mỹ Joe Biden rằng hợp tác đang tốt.", {"Joe Biden"}, set()),
        ("Tổng thống Pháp Emmanuel Macron kêu gọi Nga đàm phán với Ukraine.", {"RU"}, {"UA"}),
        ("Tổng thống Mỹ Joe Biden cảnh báo Israel về chiến dịch ở Rafah.", {"IL"}, set()),
        ("Ngoại trưởng Nga Sergei Lavrov chỉ trích Mỹ.", set(), {"US"}),
    ],
)
def test_whom_a_statement_addresses(read: Read, text: str, addressees: set[str], topics: set[str]) -> None:
    record = read(text)
    (statement,) = [e for e in record.events if e.type == "Statement"]
    named = {e.id: e.iso or e.name for e in record.entities}
    assert {named[p.entity] for p in statement.participants if p.role == "addressee"} == addressees
    assert {named[p.entity] for p in statement.participants if p.role == "topic"} == topics


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tổng thống Pháp Emmanuel Macron bác bỏ mọi cáo buộc.", ("deny", "016", None)),
        ("Tổng thống Pháp Emmanuel Macron phủ nhận cáo buộc trên.", ("deny", "016", None)),
        ("Tổng thống Pháp Emmanuel Macron bác đề xuất ngừng bắn.", ("reject", "120", "REJECT")),
        ("Tổng thống Pháp Emmanuel Macron cáo buộc đối thủ gian lận.", ("criticize", "111", "ACCUSE")),
    ],
)
def test_who_denies_accuses_nobody(read: Read, text: str, codes: tuple[str, str, str | None]) -> None:
    (statement,) = [event for event in read(text, "2024-06-20").events if event.type == "Statement"]
    assert (statement.verb, statement.cameo, statement.plover) == codes
