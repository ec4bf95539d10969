"""Figures said of two countries: sentence → (measure, value, unit, countries, period, change, rank); a flow goes from the first to the second."""

from __future__ import annotations

import pytest

from kg.extraction.events.amounts import number
from kg.model import Extraction
from tests.extraction.events.told import Read

Figure = tuple[str, float, str, tuple[str, ...], str | None, float | None, int | None]

ROWS: list[tuple[str, str, list[Figure]]] = [
    (
        "trade, year and rise",
        "Quan hệ Việt - Mỹ phát triển tốt. Thương mại song phương đạt hơn 123 tỷ USD năm 2022, tăng 11% so với năm 2021.",
        [("thương mại song phương", 123.0, "tỷ USD", ("US", "VN"), "2022", 11.0, None)],
    ),
    (
        "a measure carried over semicolons",
        "Trao đổi thương mại hai chiều giữa Việt Nam và Peru năm 2022 đạt 150 triệu USD; năm 2023 đạt 95,8 triệu USD, giảm 14% so với năm 2022.",
        [
            ("trao đổi thương mại hai chiều", 150.0, "triệu USD", ("PE", "VN"), "2022", None, None),
            ("trao đổi thương mại hai chiều", 95.8, "triệu USD", ("PE", "VN"), "2023", -14.0, None),
        ],
    ),
    (
        "months of a year",
        "Kim ngạch thương mại hai chiều Việt Nam - Ấn Độ 8 tháng đầu năm đạt gần 10 tỷ USD.",
        [("kim ngạch thương mại hai chiều", 10.0, "tỷ USD", ("IN", "VN"), "8 tháng đầu năm", None, None)],
    ),
    (
        "investment of A in B, with its rank",
        "Đầu tư trực tiếp nước ngoài của Nhật Bản tại Việt Nam đạt 71,4 tỷ USD, đứng thứ 3 trong số các nước đầu tư.",
        [("đầu tư trực tiếp", 71.4, "tỷ USD", ("JP", "VN"), None, None, 3)],
    ),
    (
        "students",
        "Khoảng 30.000 sinh viên Việt Nam học tập tại Mỹ.",
        [("sinh viên", 30000.0, "sinh viên", ("VN", "US"), None, None, None)],
    ),
    ("no second country", "Thương mại song phương tăng lên 5 tỷ USD.", []),
    ("not of countries", "Việt Nam và Lào xây cây cầu trị giá 20 triệu USD.", []),
]


def figures(record: Extraction) -> list[Figure]:
    named = {e.id: e.iso or e.name for e in record.entities}
    out: list[Figure] = []
    for s in record.statistics:
        countries = tuple(sorted(named[i] for i in s.between)) or (named[s.source or ""], named[s.target or ""])
        out.append((s.measure, s.value, s.unit, countries, s.period, s.change_percent, s.rank))
    return out


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=c) for c, t, e in ROWS])
def test_figures(read: Read, text: str, expected: list[Figure]) -> None:
    assert figures(read(text, "2024-06-20")) == expected


@pytest.mark.parametrize(
    ("text", "value"), [("123", 123.0), ("11,4", 11.4), ("1.340", 1340.0), ("30.000", 30000.0), ("1.234,5", 1234.5), ("22%", None), ("1.2.3", None)]
)
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value
