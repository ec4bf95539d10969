"""Offices and their holders: sentence → (person, role, owner, status). Each row is a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings, names

CASES = [
    ("title, country, name", "Tổng thống Pháp Emmanuel Macron đến dự lễ.", {("Emmanuel Macron", "Tổng thống", "FR", "current")}),
    ("country's official name", "Tổng thống Cộng hòa Pháp Emmanuel Macron đến dự.", {("Emmanuel Macron", "Tổng thống", "FR", "current")}),
    ("no country told", "Thủ tướng Phạm Minh Chính chủ trì cuộc họp.", {("Phạm Minh Chính", "Thủ tướng", None, "current")}),
    (
        "stacked offices",
        "Tổng Bí thư, Chủ tịch nước Tô Lâm gửi thư chúc mừng.",
        {("Tô Lâm", "Tổng Bí thư", None, "current"), ("Tô Lâm", "Chủ tịch nước", None, "current")},
    ),
    (
        "the country of one office of a stack is meant of both",
        "Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith thăm Huế.",
        {("Thongloun Sisoulith", "Tổng Bí thư", "LA", "current"), ("Thongloun Sisoulith", "Chủ tịch nước", "LA", "current")},
    ),
    (
        "kiêm",
        "Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Bùi Thanh Sơn trả lời báo chí.",
        {("Bùi Thanh Sơn", "Phó Thủ tướng", None, "current"), ("Bùi Thanh Sơn", "Bộ trưởng Ngoại giao", None, "current")},
    ),
    ("former", "Cựu Thủ tướng Nhật Bản Abe Shinzo bị bắn ở Nara.", {("Abe Shinzo", "Thủ tướng", "JP", "former")}),
    ("nguyên", "Nguyên Chủ tịch nước Trương Tấn Sang dự lễ.", {("Trương Tấn Sang", "Chủ tịch nước", None, "former")}),
    ("late", "Gia đình cố Tổng Bí thư Lê Duẩn có mặt.", {("Lê Duẩn", "Tổng Bí thư", None, "late")}),
    ("acting", "Quyền Chủ tịch nước Võ Thị Ánh Xuân ký quyết định.", {("Võ Thị Ánh Xuân", "Chủ tịch nước", None, "acting")}),
    ("elect", "Tổng thống đắc cử Donald Trump chọn nội các.", {("Donald Trump", "Tổng thống", None, "designate")}),
    ("quyền in another word", "Chính quyền Tổng thống Mỹ Joe Biden nói không.", {("Joe Biden", "Tổng thống", "US", "current")}),
    (
        "by whose leave a minister speaks",
        "Chiều nay, thừa ủy quyền của Thủ tướng, Bộ trưởng Bộ Công Thương Lê Văn An trình bày tờ trình.",
        {("Lê Văn An", "Bộ trưởng Bộ Công Thương", "Bộ Công Thương", "current")},
    ),
    (
        "by whose invitation",
        "Theo lời mời của Tổng Bí thư, Chủ tịch nước Tô Lâm, đoàn thăm Huế.",
        {("Tô Lâm", "Tổng Bí thư", None, "current"), ("Tô Lâm", "Chủ tịch nước", None, "current")},
    ),
    (
        "by whose invitation, at the end",
        "Chuyến thăm diễn ra hôm nay, theo lời mời của Tổng thống Brazil, Chủ tịch G20 Luiz Inácio Lula da Silva và Phu nhân.",
        {("Luiz Inácio Lula da Silva", "Tổng thống", "BR", "current"), ("Luiz Inácio Lula da Silva", "Chủ tịch", "G20", "current")},
    ),
    (
        "a list that names offices first",
        "Thứ trưởng Bộ Y tế Lê Văn An, Đại sứ Australia tại Việt Nam, bà Anna Klar cùng dự lễ.",
        {("Lê Văn An", "Thứ trưởng Bộ Y tế", "Bộ Y tế", "current"), ("Anna Klar", "Đại sứ", "AU", "current")},
    ),
    ("at a grave", "Phía sau phần mộ của Tổng Bí thư Lê Duẩn là hàng cây.", {("Lê Duẩn", "Tổng Bí thư", None, "late")}),
    ("lower case", "cựu ngoại trưởng Mỹ John Kerry có mặt.", {("John Kerry", "ngoại trưởng", "US", "former")}),
    (
        "field of a ministry",
        "Bộ trưởng Quốc phòng Phan Văn Giang tiếp khách.",
        {("Phan Văn Giang", "Bộ trưởng Quốc phòng", None, "current")},
    ),
    (
        "name with a district's syllables",
        "Ủy viên Bộ Chính trị, Bộ trưởng Quốc phòng Phan Văn Giang dự.",
        {
            ("Phan Văn Giang", "Ủy viên Bộ Chính trị", "Bộ Chính trị", "current"),
            ("Phan Văn Giang", "Bộ trưởng Quốc phòng", None, "current"),
        },
    ),
    (
        "apposition behind the name",
        "Ông Rex Tillerson, cựu Ngoại trưởng Mỹ, phát biểu.",
        {("Rex Tillerson", "Ngoại trưởng", "US", "former")},
    ),
    ("brackets behind the name", "Ông Lê Hoài Trung (Trưởng ban Đối ngoại Trung ương) trả lời.", None),
    (
        "dash behind the name",
        "Đại tướng Tô Lâm - Bộ trưởng Bộ Công an - nói.",
        {("Tô Lâm", "Bộ trưởng Bộ Công an", "Bộ Công an", "current")},
    ),
    (
        "rank between office and name",
        "Bộ trưởng Bộ Quốc phòng, Đại tướng Phan Văn Giang nói.",
        {("Phan Văn Giang", "Bộ trưởng Bộ Quốc phòng", "Bộ Quốc phòng", "current")},
    ),
    (
        "a decision's author is not the man behind the comma",
        "Theo quyết định của Chủ tịch nước, Thượng tướng Lê Quốc Hùng nhận nhiệm vụ.",
        set(),
    ),
    (
        "a list of people is no stack",
        "Tổng thống Pháp Emmanuel Macron, Thủ tướng Đức Olaf Scholz cùng có mặt.",
        {("Emmanuel Macron", "Tổng thống", "FR", "current"), ("Olaf Scholz", "Thủ tướng", "DE", "current")},
    ),
    (
        "office shared over a list",
        "Các Phó Thủ tướng Trần Hồng Hà, Lê Thành Long và Hồ Đức Phớc dự họp.",
        {(n, "Phó Thủ tướng", None, "current") for n in ("Trần Hồng Hà", "Lê Thành Long", "Hồ Đức Phớc")},
    ),
    (
        "heading of a list",
        "Dự lễ có các Phó Thủ tướng: Trần Hồng Hà, Bộ trưởng Quốc phòng Phan Văn Giang.",
        {
            ("Trần Hồng Hà", "Phó Thủ tướng", None, "current"),
            ("Phan Văn Giang", "Phó Thủ tướng", None, "current"),
            ("Phan Văn Giang", "Bộ trưởng Quốc phòng", None, "current"),
        },
    ),
    (
        "office of a person of office",
        "Trợ lý Ngoại trưởng Mỹ Daniel Kritenbrink tới Hà Nội.",
        {("Daniel Kritenbrink", "Trợ lý Ngoại trưởng", "US", "current")},
    ),
    (
        "scope between office and name",
        "Thứ trưởng Quốc phòng phụ trách chính sách Sasha Baker dự.",
        {("Sasha Baker", "Thứ trưởng Quốc phòng", None, "current")},
    ),
    ("spouse holds no office", "Tổng thống Mỹ Joe Biden và phu nhân Jill Biden ra đón.", {("Joe Biden", "Tổng thống", "US", "current")}),
    (
        "pronoun",
        "Ông Nguyễn Hải Ninh quê Hưng Yên.\nÔng là Bộ trưởng Tư pháp.",
        {("Nguyễn Hải Ninh", "Bộ trưởng Tư pháp", None, "current")},
    ),
    ("title of the kind, not the office", "Bà Kamala Harris là Phó tổng thống Mỹ đầu tiên thăm Singapore.", set()),
    (
        "short title after the full one",
        "Bộ trưởng Bộ Công an Tô Lâm đến. Bộ trưởng Tô Lâm nói.",
        {("Tô Lâm", "Bộ trưởng Bộ Công an", "Bộ Công an", "current")},
    ),
    (
        "owner from the same person elsewhere",
        "Tổng thống Nga Vladimir Putin đến. Tổng thống Putin nói.",
        {("Vladimir Putin", "Tổng thống", "RU", "current")},
    ),
]


@pytest.mark.parametrize(("construction", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_construction(read: Callable[..., Extraction], construction: str, text: str, expected: set[tuple[str, str, str | None, str]] | None) -> None:
    got = holdings(read(text))
    if expected is None:
        assert got, construction
    else:
        assert got == expected


PERSONS = [
    ("country word inside a Vietnamese name", "Ông Nông Đức Mạnh và ông Tuấn Anh có mặt.", {"Nông Đức Mạnh", "Tuấn Anh"}),
    ("initials", "Phó Tổng thống Mỹ J.D. Vance phát biểu.", {"J.D. Vance"}),
    ("particles", "Bà Ursula von der Leyen tới Hà Nội.", {"Ursula von der Leyen"}),
    ("particle with a hyphen", "Tổng thống Syria Bashar al-Assad phát biểu.", {"Bashar al-Assad"}),
    ("member behind a party", "Thượng nghị sĩ đảng Dân chủ Sherrod Brown phát biểu.", {"Sherrod Brown"}),
    ("Korean hyphen", "Ông Kim Jong-un gặp ông Yoon Suk-yeol.", {"Kim Jong-un", "Yoon Suk-yeol"}),
    ("country as given name", "Ông Israel Katz giữ chức từ tháng 11.", {"Israel Katz"}),
    ("short forms join", "Ông Nguyễn Phú Trọng nói. Ông Trọng nhấn mạnh.", {"Nguyễn Phú Trọng"}),
    ("surname alone joins", "Tổng thống Joe Biden nói. Biden cho biết thêm.", {"Joe Biden"}),
    ("a decision is nobody", "Lãnh đạo tỉnh trao Quyết định của Thủ tướng cho địa phương.", set()),
    ("sentence capital is no name", "Theo Đài Tiếng nói Việt Nam, mưa lớn.", set()),
    ("school named after a person", "Học sinh Trường Tiểu học Nguyễn Văn Định tham gia.", set()),
]


@pytest.mark.parametrize(("construction", "text", "expected"), PERSONS, ids=[c[0] for c in PERSONS])
def test_persons(read: Callable[..., Extraction], construction: str, text: str, expected: set[str]) -> None:
    assert names(read(text), "Person") == expected


COUNTRIES = [
    ("short forms in a pair", "Quan hệ Việt - Mỹ phát triển.", {"VN", "US"}),
    ("glued hyphen", "Thương mại Nga-Trung tăng.", {"RU", "CN"}),
    ("three in a row", "Tuyên bố Mỹ-Nhật-Hàn được đưa ra.", {"US", "JP", "KR"}),
    ("inside a body", "Theo Bộ Ngoại giao Mỹ, việc này tốt.", {"US"}),
    ("sea, not country", "Tàu qua Ấn Độ Dương.", set()),
    ("province, not country", "Đoàn tới Lào Cai.", set()),
    ("common word", "Bộ Tư pháp nói về Pháp luật hình sự.", set()),
    ("he, not England", "Anh ấy nói sẽ về.", set()),
    ("in brackets", "Báo Newsweek (Mỹ) đưa tin.", {"US"}),
]


@pytest.mark.parametrize(("construction", "text", "expected"), COUNTRIES, ids=[c[0] for c in COUNTRIES])
def test_countries(read: Callable[..., Extraction], construction: str, text: str, expected: set[str]) -> None:
    assert names(read(text), "Country") == expected


def test_offsets_are_the_text(read: Callable[..., Extraction]) -> None:
    record = read("Tổng thống Pháp Emmanuel Macron gặp Thủ tướng Phạm Minh Chính tại Paris ngày 7/10.")
    assert record.entities
    for entity in record.entities:
        for mention in entity.mentions:
            assert record.text[mention.start : mention.end] == mention.text
    for holding in record.holdings:
        assert holding.evidence
