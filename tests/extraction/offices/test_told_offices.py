"""Offices that words stand between and their holders: sentence → (person, role, owner, status). Each row is a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

Office = tuple[str, str, str | None, str]

CASES: list[tuple[str, str, set[Office]]] = [
    ("copula behind the office", "Bộ trưởng Ngoại giao mới là ông Sugiono.", {("Sugiono", "Bộ trưởng Ngoại giao", None, "current")}),
    (
        "held beside another, and dismissed from it",
        "Ông Lê Văn Lộc vẫn kiêm chức vụ Bộ trưởng Bộ Tư pháp và vừa được Quốc hội miễn nhiệm chức vụ này.",
        {("Lê Văn Lộc", "Bộ trưởng Bộ Tư pháp", "Bộ Tư pháp", "former")},
    ),
    (
        "committee of a parliament, with `của`",
        "Phó Chủ nhiệm Ủy ban Xã hội của Quốc hội Lê Thị Lộc dự họp.",
        {("Lê Thị Lộc", "Phó Chủ nhiệm Ủy ban Xã hội", "Quốc hội", "current")},
    ),
    (
        "office of that time",
        "Năm ấy, Tổng thống Hàn Quốc khi đó, ông Lee Myung-bak, sang Hà Nội.",
        {("Lee Myung-bak", "Tổng thống", "KR", "former")},
    ),
    (
        "two of them behind the copula",
        "Hai cựu Tổng thống là ông Barack Obama và ông Bill Clinton đều ủng hộ.",
        {("Barack Obama", "Tổng thống", None, "former"), ("Bill Clinton", "Tổng thống", None, "former")},
    ),
    (
        "years in brackets inside a list",
        "Các cựu Tổng thống Bill Clinton (năm 2000) và George W. Bush từng tới đây.",
        {("Bill Clinton", "Tổng thống", None, "former"), ("George W. Bush", "Tổng thống", None, "former")},
    ),
    (
        "relative clause of the past",
        "Ông Trần Văn Lộc, khi đó là Bộ trưởng Thủy sản, ký giấy phép.",
        {("Trần Văn Lộc", "Bộ trưởng Thủy sản", None, "former")},
    ),
    (
        "relative clause with a verb",
        "Bà Trần Thị Lộc, người từng giữ chức Cục trưởng Cục Lãnh sự, kể lại.",
        {("Trần Thị Lộc", "Cục trưởng", "Cục Lãnh sự", "former")},
    ),
    (
        "copula behind an apposition",
        "Bà Võ Thị Ánh Xuân, Phó Chủ tịch nước, là quyền Chủ tịch nước.",
        {("Võ Thị Ánh Xuân", "Phó Chủ tịch nước", None, "current"), ("Võ Thị Ánh Xuân", "Chủ tịch nước", None, "acting")},
    ),
    (
        "capacity behind the name",
        "Ông Lý Hiển Long ở lại Nội các với tư cách là Bộ trưởng cấp cao.",
        {("Lý Hiển Long", "Bộ trưởng cấp cao", None, "current")},
    ),
    (
        "capacity before the name",
        "Với tư cách Chủ tịch Hạ viện, bà Nancy Pelosi đến Đài Bắc.",
        {("Nancy Pelosi", "Chủ tịch Hạ viện", "Hạ viện", "current")},
    ),
    (
        "counterpart",
        "Thủ tướng Nguyễn Xuân Phúc và người đồng cấp Ấn Độ Narendra Modi hội đàm.",
        {("Nguyễn Xuân Phúc", "Thủ tướng", None, "current"), ("Narendra Modi", "Thủ tướng", "IN", "current")},
    ),
    (
        "counterpart of a country that is a name's syllable too",
        "Ngoại trưởng Ukraine Dmytro Kuleba họp báo với người đồng cấp Đức Annalena Baerbock.",
        {("Dmytro Kuleba", "Ngoại trưởng", "UA", "current"), ("Annalena Baerbock", "Ngoại trưởng", "DE", "current")},
    ),
    ("a candidate is no holder", "Ứng viên Tổng thống là ông Trần Văn Lộc.", set()),
    (
        "dash before the name",
        "Chủ tịch UBND tỉnh Lào Cai - Trần Văn Lộc kể lại.",
        {("Trần Văn Lộc", "Chủ tịch UBND tỉnh", "UBND tỉnh Lào Cai", "current")},
    ),
    (
        "age and years in the Party before the offices",
        "Bà Trần Thị Lộc, 90 tuổi, 60 năm tuổi Đảng, nguyên Thứ trưởng Bộ Y tế, có mặt.",
        {("Trần Thị Lộc", "Thứ trưởng Bộ Y tế", "Bộ Y tế", "former")},
    ),
    (
        "ministry behind its department",
        "Ông Trần Văn Lộc, Cục trưởng Cục Lãnh sự, Bộ Ngoại giao, trả lời.",
        {("Trần Văn Lộc", "Cục trưởng", "Cục Lãnh sự", "current")},
    ),
    (
        "party behind its organ, and the list goes on",
        "Ông Trần Văn Lộc, Ủy viên Bộ Chính trị Đảng Cộng sản Việt Nam, Bí thư Trung ương Đảng, dự.",
        {
            ("Trần Văn Lộc", "Ủy viên Bộ Chính trị", "Bộ Chính trị", "current"),
            ("Trần Văn Lộc", "Bí thư Trung ương Đảng", "Trung ương Đảng", "current"),
        },
    ),
    (
        "local bodies without their place",
        "Chánh Văn phòng Tỉnh ủy Trần Văn Lộc và Trưởng ban Tuyên giáo Tỉnh ủy Lê Thị Ngân dự.",
        {("Trần Văn Lộc", "Chánh Văn phòng Tỉnh ủy", None, "current"), ("Lê Thị Ngân", "Trưởng ban Tuyên giáo Tỉnh ủy", None, "current")},
    ),
    (
        "committee and place",
        "Phó Bí thư Thường trực Thành ủy Hà Nội Trần Văn Lộc phát biểu.",
        {("Trần Văn Lộc", "Phó Bí thư Thường trực Thành ủy", "Thành ủy Hà Nội", "current")},
    ),
    (
        "a field of two",
        "Bộ trưởng Ngoại giao và Hợp tác quốc tế Campuchia Sok Chenda Sophea trả lời.",
        {("Sok Chenda Sophea", "Bộ trưởng Ngoại giao và Hợp tác quốc tế", "KH", "current")},
    ),
    (
        "the party is the owner, not the title",
        "Chủ tịch đảng Cộng sản Gennady Zyuganov trả lời.",
        {("Gennady Zyuganov", "Chủ tịch", "đảng Cộng sản", "current")},
    ),
    (
        "terms counted",
        "Bà Trần Thị Lộc là Ủy viên Trung ương Đảng ba khóa 11, 12, 13; đại biểu Quốc hội khóa 15.",
        {
            ("Trần Thị Lộc", "Ủy viên Trung ương Đảng", "Trung ương Đảng", "current"),
            ("Trần Thị Lộc", "đại biểu Quốc hội", "Quốc hội", "current"),
        },
    ),
    (
        "a year that is over",
        "Năm 2007, ông Trần Văn Lộc là Giám đốc Sở Y tế Lào Cai.",
        {("Trần Văn Lộc", "Giám đốc Sở Y tế", "Sở Y tế Lào Cai", "former")},
    ),
    (
        "two lists with a heading each",
        "Dự lễ có các Phó Thủ tướng: Trần Văn Lộc, Lê Văn Ngân; các Bộ trưởng: Đỗ Văn Tường, Phan Văn Thọ.",
        {
            ("Trần Văn Lộc", "Phó Thủ tướng", None, "current"),
            ("Lê Văn Ngân", "Phó Thủ tướng", None, "current"),
            ("Đỗ Văn Tường", "Bộ trưởng", None, "current"),
            ("Phan Văn Thọ", "Bộ trưởng", None, "current"),
        },
    ),
    (
        "an office half read leads on to another name",
        "Thị trưởng Augsburg Eva Weber, Trưởng ban công tác cộng đồng Đại sứ quán Việt Nam Trần Văn Lộc, cùng dự.",
        {("Eva Weber", "Thị trưởng", "Augsburg", "current")},
    ),
    (
        "honorifics of other tongues",
        "Lãnh đạo tối cao Iran, ông Ayatollah Ali Khamenei, lên tiếng. Chủ tịch Thượng viện Campuchia Samdech Techo Hun Sen gặp ông.",
        {("Ali Khamenei", "Lãnh đạo tối cao", "IR", "current"), ("Hun Sen", "Chủ tịch Thượng viện", "Thượng viện Campuchia", "current")},
    ),
    (
        "heading with the ways to address them",
        "Các Phó Giám đốc là các ông, bà: Trần Văn Lộc; Lê Thị Ngân.",
        {("Trần Văn Lộc", "Phó Giám đốc", None, "current"), ("Lê Thị Ngân", "Phó Giám đốc", None, "current")},
    ),
    (
        "members of the body that has them",
        "Hiện Ban Bí thư khóa 13 có 2 Ủy viên, gồm: Trần Văn Lộc; Lê Thị Ngân.",
        {("Trần Văn Lộc", "Ủy viên Ban Bí thư", "Ban Bí thư", "current"), ("Lê Thị Ngân", "Ủy viên Ban Bí thư", "Ban Bí thư", "current")},
    ),
    ("one who is addressed", "Qua ngài Đại sứ, Bộ trưởng Trần Văn Lộc gửi lời cảm ơn.", {("Trần Văn Lộc", "Bộ trưởng", None, "current")}),
    (
        "a second field that no table has",
        "Bộ trưởng Thương mại và Tăng trưởng xuất khẩu New Zealand Phil Twyford trả lời.",
        {("Phil Twyford", "Bộ trưởng Thương mại và Tăng trưởng xuất khẩu", "NZ", "current")},
    ),
    (
        "each of his country",
        "Ông tiếp các ngoại trưởng nhóm Bộ tứ tại Bộ Ngoại giao Mỹ: Subrahmanyam Jaishankar của Ấn Độ, Penny Wong của Australia "
        "và Iwaya Takeshi (Nhật Bản).",
        {
            ("Subrahmanyam Jaishankar", "ngoại trưởng", "IN", "current"),
            ("Penny Wong", "ngoại trưởng", "AU", "current"),
            ("Iwaya Takeshi", "ngoại trưởng", "JP", "current"),
        },
    ),
    (
        "seat of a mission before the name",
        "Tổng lãnh sự Nhật Bản tại TP HCM Ono Masuo dự lễ.",
        {("Ono Masuo", "Tổng lãnh sự", "JP", "current")},
    ),
    (
        "while in office",
        "Ông Trần Văn Lộc, trong thời gian giữ chức vụ Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh, buông lỏng quản lý. "
        "Bà Lê Thị Ngân khi còn là Bộ trưởng Y tế viết sách.",
        {
            ("Trần Văn Lộc", "Bí thư Tỉnh ủy", None, "former"),
            ("Trần Văn Lộc", "Chủ tịch HĐND tỉnh", None, "former"),
            ("Lê Thị Ngân", "Bộ trưởng Y tế", None, "former"),
        },
    ),
    (
        "lines of a career",
        "Ông Trần Văn Lộc quê ở Huế.\n\n05/2003 - 03/2006: Chính ủy Quân đoàn 2\n\n04/2006 - đến nay: Cục trưởng Cục Lãnh sự",
        {("Trần Văn Lộc", "Chính ủy", "Quân đoàn 2", "former"), ("Trần Văn Lộc", "Cục trưởng", "Cục Lãnh sự", "current")},
    ),
    (
        "years of life",
        "Sách kể về ông Trần Văn Lộc (1911 - 2003). Bộ trưởng Thủy sản Trần Văn Lộc quê ở Huế.",
        {("Trần Văn Lộc", "Bộ trưởng Thủy sản", None, "late")},
    ),
    (
        "duty of the general staff",
        "Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam Trần Văn Lộc dự.",
        {
            ("Trần Văn Lộc", "Tổng Tham mưu trưởng", "Quân đội nhân dân Việt Nam", "current"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_office(read: Callable[..., Extraction], text: str, expected: set[Office]) -> None:
    assert holdings(read(text)) == expected


LEADERS = [
    ("nhà lãnh đạo", "Tổng thống Nga Vladimir Putin đến Hà Nội. Nhà lãnh đạo Nga ở lại hai ngày.", "Vladimir Putin", "Nhà lãnh đạo Nga"),
    (
        "người đứng đầu",
        "Chủ tịch nước Trung Quốc Tập Cận Bình thăm Pháp. Người đứng đầu Trung Quốc về nước.",
        "Tập Cận Bình",
        "Người đứng đầu Trung Quốc",
    ),
    ("of two nobody is meant", "Tổng thống Nga Vladimir Putin và Thủ tướng Nga Mikhail Mishustin họp. Nhà lãnh đạo Nga nói.", "Vladimir Putin", None),
    ("plural", "Tổng thống Nga Vladimir Putin họp. Các nhà lãnh đạo Nga nói.", "Vladimir Putin", None),
    ("another name behind", "Tổng thống Mỹ Joe Biden nói. Nhà lãnh đạo Mỹ Donald Trump đến.", "Joe Biden", None),
]


@pytest.mark.parametrize(("text", "name", "mention"), [row[1:] for row in LEADERS], ids=[row[0] for row in LEADERS])
def test_leader_of_a_country(read: Callable[..., Extraction], text: str, name: str, mention: str | None) -> None:
    titles = {m.text for e in read(text).entities if e.name == name for m in e.mentions if m.kind == "title"}
    assert titles == ({mention} if mention else set())
