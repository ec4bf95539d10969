"""Offices of those who serve another's office, and offices that share one body: text → (person, role, owner, status)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

Office = tuple[str, str, str | None, str]

SERVED: list[tuple[str, str, set[Office]]] = [
    (
        "the title stands right before its bearer",
        "Trợ lý Bí thư Thành ủy Hà Nội Lê Văn Lộc dự họp.",
        {("Lê Văn Lộc", "Trợ lý Bí thư Thành ủy", "Thành ủy Hà Nội", "current")},
    ),
    (
        "of a minister",
        "Thư ký Bộ trưởng Tài chính Lê Văn Lộc dự họp.",
        {("Lê Văn Lộc", "Thư ký Bộ trưởng Tài chính", None, "current")},
    ),
    (
        "behind the name",
        "Ông Lê Văn Lộc, trợ lý Bí thư Tỉnh ủy Lào Cai, phát biểu.",
        {("Lê Văn Lộc", "trợ lý Bí thư Tỉnh ủy", "Tỉnh ủy Lào Cai", "current")},
    ),
    (
        "in a career",
        "Ông Lê Văn Lộc từng làm Thư ký Tổng kiểm toán Nhà nước; Trợ lý Bí thư Thành ủy Hà Nội.",
        {
            ("Lê Văn Lộc", "Thư ký Tổng kiểm toán Nhà nước", None, "former"),
            ("Lê Văn Lộc", "Trợ lý Bí thư Thành ủy", "Thành ủy Hà Nội", "former"),
        },
    ),
    (
        "the tables know the name behind it as the chairman's",
        "Trợ lý Chủ tịch Quốc hội Vương Đình Huệ bị bắt.",
        {("Vương Đình Huệ", "Chủ tịch Quốc hội", "Quốc hội", "current")},
    ),
    (
        "the tables do not know it",
        "Trợ lý Chủ tịch Quốc hội Lê Văn Lộc bị bắt.",
        {("Lê Văn Lộc", "Trợ lý Chủ tịch Quốc hội", "Quốc hội", "current")},
    ),
    (
        "two names with `của` between the titles",
        "Phó Chủ nhiệm Văn phòng Quốc hội Lê Văn Lộc, cũng là trợ lý của Chủ tịch Quốc hội Trần Văn An, có mặt.",
        {
            ("Lê Văn Lộc", "Phó Chủ nhiệm Văn phòng Quốc hội", "Văn phòng Quốc hội", "current"),
            ("Lê Văn Lộc", "trợ lý của Chủ tịch Quốc hội", "Quốc hội", "current"),
            ("Trần Văn An", "Chủ tịch Quốc hội", "Quốc hội", "current"),
        },
    ),
    (
        "two names with a copula",
        "Ông Lê Văn Lộc là thư ký Bộ trưởng Tài chính Trần Văn An.",
        {("Lê Văn Lộc", "thư ký Bộ trưởng Tài chính", None, "current"), ("Trần Văn An", "Bộ trưởng Tài chính", None, "current")},
    ),
    (
        "two names with a comma, the second one known",
        "Ông Lê Văn Lộc, trợ lý Chủ tịch nước Tô Lâm, có mặt.",
        {("Lê Văn Lộc", "trợ lý Chủ tịch nước", None, "current"), ("Tô Lâm", "Chủ tịch nước", None, "current")},
    ),
    ("not: `của` and one name, which may be either's", "Trợ lý của Thủ tướng Trần Văn An có mặt.", set()),
    (
        "`của` and one name that is known",
        "Trợ lý đặc biệt của Tổng thống Mỹ Joe Biden có mặt.",
        {("Joe Biden", "Tổng thống", "US", "current")},
    ),
    (
        "nobody serves a member: the office behind the seat is meant",
        "Ông Lê Văn Lộc được bổ nhiệm giữ chức Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an.",
        {("Lê Văn Lộc", "Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an", "Bộ Công an", "current")},
    ),
    (
        "not: an office of its own name",
        "Trợ lý Ngoại trưởng Mỹ Daniel Kritenbrink có mặt.",
        {("Daniel Kritenbrink", "Trợ lý Ngoại trưởng", "US", "current")},
    ),
]

SHARED: list[tuple[str, str, set[Office]]] = [
    (
        "deputy and chief",
        "Ông Lê Văn Lộc từng giữ chức Phó Cục trưởng, Cục trưởng Cục An toàn thông tin.",
        {("Lê Văn Lộc", "Phó Cục trưởng", "Cục An toàn thông tin", "former"), ("Lê Văn Lộc", "Cục trưởng", "Cục An toàn thông tin", "former")},
    ),
    (
        "the title goes on into the body",
        "Ông Lê Văn Lộc từng giữ chức Phó Chủ tịch, Chủ tịch UBND tỉnh Lào Cai.",
        {
            ("Lê Văn Lộc", "Phó Chủ tịch UBND tỉnh", "UBND tỉnh Lào Cai", "former"),
            ("Lê Văn Lộc", "Chủ tịch UBND tỉnh", "UBND tỉnh Lào Cai", "former"),
        },
    ),
    (
        "one after the other",
        "Từ 2005 đến 2010, ông Lê Văn Lộc là Phó Giám đốc rồi Giám đốc Sở Tài chính tỉnh Lào Cai.",
        {
            ("Lê Văn Lộc", "Phó Giám đốc Sở Tài chính", "Sở Tài chính tỉnh Lào Cai", "former"),
            ("Lê Văn Lộc", "Giám đốc Sở Tài chính", "Sở Tài chính tỉnh Lào Cai", "former"),
        },
    ),
    (
        "a command",
        "Ông Lê Văn Lộc từng giữ chức phó tư lệnh, tham mưu trưởng, tư lệnh Quân khu 4.",
        {
            ("Lê Văn Lộc", "phó tư lệnh", "Quân khu 4", "former"),
            ("Lê Văn Lộc", "tham mưu trưởng", "Quân khu 4", "former"),
            ("Lê Văn Lộc", "tư lệnh", "Quân khu 4", "former"),
        },
    ),
    (
        "the body that one leads",
        "Hội đồng Bầu cử quốc gia gồm 21 thành viên do Chủ tịch Quốc hội Lê Văn Lộc làm Chủ tịch.",
        {
            ("Lê Văn Lộc", "Chủ tịch Quốc hội", "Quốc hội", "current"),
            ("Lê Văn Lộc", "Chủ tịch", "Hội đồng Bầu cử quốc gia", "current"),
        },
    ),
    (
        "the body of a congress that one leads",
        "Ủy ban Kiểm tra Trung ương khóa XIII, do ông Lê Văn Lộc làm Chủ nhiệm, họp hôm qua.",
        {("Lê Văn Lộc", "Chủ nhiệm", "Ủy ban Kiểm tra Trung ương", "current")},
    ),
    (
        "not: the body that is visited",
        "Đoàn do ông Lê Văn Lộc làm Trưởng ban đã tới Bộ Y tế.",
        {("Lê Văn Lộc", "Trưởng ban", None, "current")},
    ),
    (
        "not: a body that no table knows stands behind the title",
        "Lê Văn Lộc (cựu Phó chánh Văn phòng Bộ Y tế, cựu phó Giám đốc VNCERT) có mặt.",
        {("Lê Văn Lộc", "Phó chánh Văn phòng", "Bộ Y tế", "former"), ("Lê Văn Lộc", "phó Giám đốc", None, "former")},
    ),
    (
        "not: the party of a president",
        "Tổng thống Đảng Cộng hòa Donald Trump có mặt.",
        {("Donald Trump", "Tổng thống", None, "current")},
    ),
    (
        "a division of its own field",
        "Ông Lê Văn Lộc, Trưởng Phòng Cảnh sát giao thông, dự lễ.",
        {("Lê Văn Lộc", "Trưởng Phòng Cảnh sát giao thông", "Phòng Cảnh sát giao thông", "current")},
    ),
    (
        "not: a founding council is no founder",
        "Ông Lê Văn Lộc là thành viên Hội đồng sáng lập Trường Đại học Nam Cần Thơ.",
        set(),
    ),
    (
        "not: no steps of one ladder",
        "Ông Lê Văn Lộc, Bí thư, Chủ tịch UBND tỉnh Lào Cai, dự lễ.",
        {("Lê Văn Lộc", "Bí thư", None, "current"), ("Lê Văn Lộc", "Chủ tịch UBND tỉnh", "UBND tỉnh Lào Cai", "current")},
    ),
    (
        "not: a name between",
        "Dự lễ có Phó Chủ tịch Trần Văn An, Chủ tịch UBND tỉnh Lào Cai Lê Văn Lộc.",
        {("Trần Văn An", "Phó Chủ tịch", None, "current"), ("Lê Văn Lộc", "Chủ tịch UBND tỉnh", "UBND tỉnh Lào Cai", "current")},
    ),
    (
        "the country of one's ministry is that of one's national office",
        "Phó Thủ tướng kiêm Bộ trưởng Bộ Thương mại và Công nghiệp Singapore Gan Kim Yong đến dự.",
        {
            ("Gan Kim Yong", "Phó Thủ tướng", "SG", "current"),
            ("Gan Kim Yong", "Bộ trưởng Bộ Thương mại và Công nghiệp", "Bộ Thương mại và Công nghiệp Singapore", "current"),
        },
    ),
    (
        "a division is of the body that is named",
        "Ông Lê Văn Lộc, Trưởng phòng Cục Bảo vệ thực vật, dự lễ.",
        {("Lê Văn Lộc", "Trưởng phòng", "Cục Bảo vệ thực vật", "current")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SERVED], ids=[row[0] for row in SERVED])
def test_offices_that_serve(read: Callable[..., Extraction], text: str, expected: set[Office]) -> None:
    assert holdings(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_offices_over_one_body(read: Callable[..., Extraction], text: str, expected: set[Office]) -> None:
    assert holdings(read(text)) == expected
