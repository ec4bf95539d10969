"""How far each kind of reading is trusted: sentence → name or office → tier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Tier

ENTITIES: list[tuple[str, str, str, Tier]] = [
    ("office before a full name", "Thủ tướng Pháp Michel Barnier từ chức.", "Michel Barnier", "asserted"),
    ("both voices agree", "Bà Đào Thanh Hương kể chuyện xưa.", "Đào Thanh Hương", "asserted"),
    ("one word behind an honorific", "Ông Tạo kể chuyện xưa.", "Tạo", "probable"),
    ("the second voice's own", "Iulia Moraru, người Romania, kể lại chuyến đi.", "Iulia Moraru", "probable"),
    ("body of the table", "Bộ Chính trị họp sáng nay.", "Bộ Chính trị", "asserted"),
    ("body of a head word", "Sở Công Thương tỉnh Ninh Thuận lấy ý kiến người dân.", "Sở Công Thương tỉnh Ninh Thuận", "probable"),
    ("place of the table", "Hội thảo mở ở Cần Thơ.", "Cần Thơ", "asserted"),
    ("country", "Đoàn rời Brazil sáng nay.", "Brazil", "asserted"),
]

HOLDINGS: list[tuple[str, str, str, Tier]] = [
    ("before the name", "Thủ tướng Pháp Michel Barnier từ chức.", "Thủ tướng", "asserted"),
    ("before the name, without its body", "Hiệu trưởng Đào Thanh Hương phát biểu khai mạc.", "Hiệu trưởng", "probable"),
    ("behind the name", "Michel Barnier, Thủ tướng Pháp, phát biểu.", "Thủ tướng", "asserted"),
    ("behind the name, without an owner", "Michel Barnier, tân Thủ tướng, phát biểu.", "Thủ tướng", "probable"),
]


@pytest.mark.parametrize(("sentence", "name", "tier"), [row[1:] for row in ENTITIES], ids=[row[0] for row in ENTITIES])
def test_entities(read: Callable[..., Extraction], sentence: str, name: str, tier: Tier) -> None:
    assert [e.tier for e in read(sentence).entities if e.name == name] == [tier]


@pytest.mark.parametrize(("sentence", "role", "tier"), [row[1:] for row in HOLDINGS], ids=[row[0] for row in HOLDINGS])
def test_holdings(read: Callable[..., Extraction], sentence: str, role: str, tier: Tier) -> None:
    assert [h.tier for h in read(sentence).holdings if h.role == role] == [tier]


def test_an_office_of_a_pronoun_is_a_candidate(read: Callable[..., Extraction]) -> None:
    record = read("Ông Đào Thanh Nhân sinh năm 1960. Ông hiện là Bộ trưởng Tài chính Lào.")
    assert [h.tier for h in record.holdings] == ["candidate"]
