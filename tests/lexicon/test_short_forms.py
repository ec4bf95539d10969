"""Short forms of bodies' names: name → how it is compared."""

from __future__ import annotations

import pytest

from kg.lexicon.short_forms import in_full

CASES = [
    ("UBND TP.HCM", "ủy ban nhân dân thành phố hồ chí minh"),
    ("Uỷ ban Nhân dân  thành phố Hồ Chí Minh", "ủy ban nhân dân thành phố hồ chí minh"),
    ("BCH T.Ư Đảng CSVN", "ban chấp hành trung ương đảng cộng sản việt nam"),
    ("Ban Chấp hành TƯ Đảng", "ban chấp hành trung ương đảng"),
    ("Tỉnh uỷ tỉnh Lào Cai", "tỉnh ủy lào cai"),
    ("Thành ủy TP Huế", "thành ủy huế"),
    ("Sở GD&ĐT Thái Bình", "sở giáo dục và đào tạo thái bình"),
    ("Đại sứ quán Tây Ban Nha", "đại sứ quán tây ban nha"),
]


@pytest.mark.parametrize(("name", "key"), CASES)
def test_in_full(name: str, key: str) -> None:
    assert in_full(name) == key
