"""Bodies to the end of their names: branches of national organisations, bodies of Ho Chi Minh City, departments of a local police."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings, names

FRONT = "Phó Chủ tịch Ủy ban MTTQ Việt Nam"

CASES = [
    ("province", "Ông Lê Văn An, Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Điện Biên, dự lễ.", "Ủy ban MTTQ Việt Nam tỉnh Điện Biên", FRONT),
    ("city by its letters", "Phó Chủ tịch Ủy ban MTTQ Việt Nam TPHCM Lê Văn An dự lễ.", "Ủy ban MTTQ Việt Nam TPHCM", FRONT),
    ("city with a full stop", "Phó Chủ tịch Ủy ban MTTQ Việt Nam TP. Huế Lê Văn An dự lễ.", "Ủy ban MTTQ Việt Nam TP. Huế", FRONT),
    ("numbered", "Ông Lê Văn An, Phó Chủ tịch Ủy ban MTTQ Việt Nam Quận 1, dự lễ.", "Ủy ban MTTQ Việt Nam Quận 1", FRONT),
    ("unit without a place", "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Lê Văn An dự lễ.", "Ủy ban MTTQ Việt Nam tỉnh", FRONT),
    ("of the country", "Phó Chủ tịch Ủy ban MTTQ Việt Nam Lê Văn An dự lễ.", "Ủy ban MTTQ Việt Nam", FRONT),
    (
        "commune",
        "Chủ tịch Hội Nông dân Việt Nam xã Cẩm Đoài Lê Văn An nói.",
        "Hội Nông dân Việt Nam xã Cẩm Đoài",
        "Chủ tịch Hội Nông dân Việt Nam",
    ),
    (
        "police of Ho Chi Minh City",
        "Ông Lê Văn An là Trưởng phòng Cảnh sát hình sự Công an Thành phố Hồ Chí Minh.",
        "phòng Cảnh sát hình sự Công an Thành phố Hồ Chí Minh",
        "Trưởng phòng Cảnh sát hình sự",
    ),
    (
        "police of a province",
        "Ông Lê Văn An, Trưởng phòng Cảnh sát kinh tế Công an tỉnh Hải Dương, nói.",
        "phòng Cảnh sát kinh tế Công an tỉnh Hải Dương",
        "Trưởng phòng Cảnh sát kinh tế",
    ),
    (
        "companies under a ministry are not the ministry",
        "Các công ty trực thuộc Bộ Quốc phòng họp. Bộ trưởng Bộ Quốc phòng Lê Văn An dự.",
        "Bộ Quốc phòng",
        "Bộ trưởng Bộ Quốc phòng",
    ),
]


@pytest.mark.parametrize(("construction", "text", "body", "role"), CASES, ids=[c[0] for c in CASES])
def test_whose_office(read: Callable[..., Extraction], construction: str, text: str, body: str, role: str) -> None:
    assert holdings(read(text)) == {("Lê Văn An", role, body, "current")}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Diễn đàn Kinh tế Thành phố Hồ Chí Minh khai mạc.", {"Diễn đàn Kinh tế Thành phố Hồ Chí Minh"}),
        ("Sở Y tế thành phố Hồ Chí Minh đã công bố.", {"Sở Y tế thành phố Hồ Chí Minh"}),
        ("Công an thành phố Hồ Chí Minh bắt ba người.", {"Công an thành phố Hồ Chí Minh"}),
        ("Hội Nông dân Việt Nam xã hội hóa nguồn lực.", {"Hội Nông dân Việt Nam"}),
        ("Ông thăm Hội Trí thức trẻ Việt Nam.", {"Hội Trí thức trẻ Việt Nam"}),
        ("Bà làm ở Cục Phòng chống ma túy và Thực thi pháp luật quốc tế.", {"Cục Phòng chống ma túy và Thực thi pháp luật quốc tế"}),
        ("Ông thăm Công ty Cổ phần Dịch vụ truyền thông ABC Media.", {"Công ty Cổ phần Dịch vụ truyền thông ABC Media"}),
        ("Bộ Y tế và người dân lo lắng.", {"Bộ Y tế"}),
        ("Ông dự các khóa Trung ương (IX, X, XI).", set()),
        ("Ông Elon Musk viết trên X rằng ông đến.", {"X"}),
        ("Đây là một trong những Bộ xây dựng nhiều văn bản.", set()),
    ],
)
def test_bodies(read: Callable[..., Extraction], text: str, bodies: set[str]) -> None:
    record = read(text)
    assert names(record, "Organization") == bodies
    assert "Hồ Chí Minh" not in names(record, "Person")


@pytest.mark.parametrize(
    ("construction", "text", "people"),
    [
        ("campaign", "Chiến dịch Hồ Chí Minh toàn thắng năm 1975.", set()),
        ("streets", "Thành phố lát lại tuyến đường Vành Đai 4, Phan Văn Trị, Lê Quang Định.", set()),
        ("street and street", "Xe buýt dừng ở đường Vành Đai 4 - Lê Quang Định.", set()),
        ("not: a man in a street", "Trên đường Nguyễn Huệ, Nguyễn Văn An, 30 tuổi, bị bắt.", {"Nguyễn Văn An"}),
        ("sect", "Tà đạo Dương Văn Mình không được công nhận.", set()),
        ("a word too long", "Chủ tịch nước Tô Lâm Bài phát biểu. Chủ tịch nước Tô Lâm đến Huế.", {"Tô Lâm"}),
        ("a word too long, known to the tables", "Tổng Bí thư Nguyễn Phú Trọng Ưu tiên việc này.", {"Nguyễn Phú Trọng"}),
        ("not: another office", "Chủ tịch xã Lê Văn Nam nói. Bí thư Lê Văn Nam Anh đến.", {"Lê Văn Nam", "Lê Văn Nam Anh"}),
    ],
)
def test_people(read: Callable[..., Extraction], construction: str, text: str, people: set[str]) -> None:
    assert names(read(text), "Person") == people
