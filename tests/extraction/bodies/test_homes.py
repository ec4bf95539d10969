"""Whose a body is that is named without a country: text → its country."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

CASES = [
    ("a paper's own", "Bộ Y tế công bố số liệu.", "Bộ Y tế", "VN"),
    ("the one other country's", "Tổng thống Mỹ Joe Biden kêu gọi Quốc hội thông qua ngân sách.", "Quốc hội", "US"),
    ("of which of the two", "Tổng thống Mỹ Joe Biden nhắc tới Ukraine và kêu gọi Quốc hội thông qua ngân sách.", "Quốc hội", None),
    ("a country beside Việt Nam", "Đoàn Nhật Bản thăm Việt Nam và làm việc với Bộ Y tế.", "Bộ Y tế", "VN"),
    ("a place of Việt Nam", "Đoàn Nhật Bản tới Hà Nội làm việc với Bộ Y tế.", "Bộ Y tế", "VN"),
    ("a Vietnamese official", "Thứ trưởng Trần Văn Thuấn tiếp đoàn Nhật Bản tại trụ sở Bộ Y tế.", "Bộ Y tế", "VN"),
    ("a Chinese name", "Tại Trung Quốc, Bộ Giáo dục do ông Hoài Tiến Bằng đứng đầu ra thông báo.", "Bộ Giáo dục", "CN"),
    ("a body that no other state has", "Trường học Nhật Bản nhận thư của Ngân hàng Nhà nước Việt Nam và Bộ Giáo dục.", "Bộ Giáo dục", "VN"),
    ("a body inside a title", "Trưởng ban Đối ngoại Trung ương Lê Hoài Trung dự lễ.", "ban Đối ngoại Trung ương", "VN"),
    ("who reported it says nothing", "VnExpress đưa tin Bộ Quốc phòng Nga nêu lập trường. Bộ Tư pháp chưa lên tiếng.", "Bộ Tư pháp", "RU"),
]


@pytest.mark.parametrize(("construction", "text", "name", "country"), CASES, ids=[c[0] for c in CASES])
def test_country_of_a_body(read: Callable[..., Extraction], construction: str, text: str, name: str, country: str | None) -> None:
    (body,) = [one for one in read(text, "2024-05-22").entities if one.type == "Organization" and one.name == name]
    assert body.country == country
    if country != "VN":
        assert not any("Đào tạo" in alias for alias in body.aliases), "Vietnam's name for its ministry"
