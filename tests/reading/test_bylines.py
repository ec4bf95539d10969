from __future__ import annotations

import pytest

from kg.reading.bylines import byline_tail, person_name, read_byline

LINES = [
    ("Lan Anh", "Lan Anh"),
    ("HOÀI NAM", "HOÀI NAM"),
    ("Nguyễn Thị Lan Anh", "Nguyễn Thị Lan Anh"),
    ("Lan Anh (Theo AFP, Reuters)", "Lan Anh"),
    ("Lan Anh (theo Reuters/WSJ)", "Lan Anh"),
    ("Lan Anh Theo Straits Times", "Lan Anh"),
    ("Lan Anh/VOV.VN", "Lan Anh"),
    ("Lan Anh - Đức Minh", "Lan Anh - Đức Minh"),
    ("Lan Anh, Đức Minh", "Lan Anh, Đức Minh"),
    ("Tin, ảnh: LAN ANH", "LAN ANH"),
    ("Tác giả: Lan Anh", "Lan Anh"),
    # sources are bylines without an author
    ("Theo VTCC", ""),
    ("Nguồn: TTXVN/Vietnam+", ""),
    ("(Theo Reuters)", ""),
    ("TTXVN", ""),
    ("N.T", ""),
    ("Theo Lan AnhBáo Mới", ""),
    # no bylines
    ("Việt Nam", None),
    ("Tây Ban Nha", None),
    ("Hà Nội", None),
    ("Ủy viên trẻ nhất", None),
    ("TẬP ĐOÀN HOA MAI", None),
    ("Ông Trần Lan Anh (Lan Chi)", None),
    ("Theo ông, hai nước sẽ ký thêm nhiều văn kiện.", None),
    ("PV: Xin cảm ơn ông.", None),
    ("Joe Biden", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "author"), LINES)
def test_read_byline(line: str, author: str | None) -> None:
    assert read_byline(line) == author


@pytest.mark.parametrize(
    ("paragraph", "tail"),
    [
        ("Hai nước là bạn. Lan Anh", "Lan Anh"),
        ('Ông nói: "Tốt." Lan Anh (Theo AFP)', "Lan Anh (Theo AFP)"),
        ("Hai nước là bạn. Theo AFP", "Theo AFP"),
        ("Hai nước là bạn. Lan Anh.", None),
        ("Ông đến thăm Việt Nam", None),
        ("Ông nói xong. Hai bên cùng ký", None),
        ("Ông nói xong. Việt Nam", None),
    ],
)
def test_byline_after_the_last_sentence(paragraph: str, tail: str | None) -> None:
    start = byline_tail(paragraph)
    assert (None if start is None else paragraph[start:]) == tail


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("Lan Anh", True),
        ("Lan", False),
        ("Lan anh", False),
        ("Trung Quốc", False),
        ("A B C D E", False),
        ("ANH Lan", False),
    ],
)
def test_person_name(words: str, is_name: bool) -> None:
    assert person_name(words) is is_name
