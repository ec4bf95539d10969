"""Words of several syllables: where they end, and which syllables continue one."""

from __future__ import annotations

import pytest

from kg.language.compounds import compound_end, inside_compound


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("phát triển nhanh", 0, 2),
        ("cộng hòa", 0, 2),  # the dictionary places the tone on the a
        ("văn hóa dân gian", 0, 2),
        ("công nghiệp hóa đất nước", 0, 3),
        ("trump thua", 0, 1),
        ("nga và trung quốc", 0, 1),
        ("hội đàm", 1, 2),
    ],
)
def test_compound_end(text: str, at: int, end: int) -> None:
    assert compound_end(text.split(), at) == end


@pytest.mark.parametrize(
    ("text", "at", "inside"),
    [
        ("lời cảnh báo chung", 2, True),
        ("thị trường lớn", 1, True),
        ("theo báo nhân dân", 1, False),
        ("ra tòa án tối cao", 1, False),  # `tòa án` begins there
        ("bộ ngoại giao", 0, False),
    ],
)
def test_inside_compound(text: str, at: int, inside: bool) -> None:
    assert inside_compound(text.split(), at) is inside
