"""Figures said of two countries: sentence → (measure, value, unit, countries, period, change, rank); a flow goes from the first to the second."""

from __future__ import annotations

import pytest

from kg.extraction.events.relations.amounts import number
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
        [("sinh viên", 30000.0, "người", ("VN", "US"), None, None, None)],
    ),
    (
        "workers, of the country that has them, in the other",
        "Hiện Việt Nam có khoảng 50.000 lao động đang làm việc tại Hàn Quốc.",
        [("lao động", 50000.0, "người", ("VN", "KR"), None, None, None)],
    ),
    (
        "each in the other's country",
        "Có 14 nghìn du học sinh Việt Nam tại Hàn Quốc và 800 lưu học sinh Hàn Quốc tại Việt Nam.",
        [("sinh viên", 14000.0, "người", ("VN", "KR"), None, None, None), ("sinh viên", 800.0, "người", ("KR", "VN"), None, None, None)],
    ),
    (
        "received by the subject",
        "Năm 2023, Hàn Quốc đón 400.000 lượt khách Việt Nam.",
        [("khách du lịch", 400000.0, "lượt", ("VN", "KR"), "2023", None, None)],
    ),
    (
        "people of a country living in another",
        "Khoảng 40.000 người Việt Nam đang làm việc tại Malaysia.",
        [("người", 40000.0, "người", ("VN", "MY"), None, None, None)],
    ),
    (
        "projects of the investor before them",
        "Nhật Bản đứng thứ 3 trong số các nhà đầu tư vào Việt Nam với khoảng 5.000 dự án.",
        [("dự án", 5000.0, "dự án", ("JP", "VN"), None, None, None)],
    ),
    (
        "a rank in words, behind a third country",
        "Hàn Quốc đã rót tổng vốn 244 triệu USD vào Việt Nam, đứng thứ hai, sau Singapore.",
        [("vốn đầu tư", 244.0, "triệu USD", ("KR", "VN"), None, None, 2)],
    ),
    (
        "the parts of a figure, each with its rise",
        "Thương mại Việt - Mỹ năm 2024 đạt 111 tỷ USD, trong đó xuất khẩu đạt 98,5 tỷ USD, tăng 24,2%; nhập khẩu đạt 12,3 tỷ USD, tăng 8,2%.",
        [
            ("thương mại", 111.0, "tỷ USD", ("US", "VN"), "2024", None, None),
            ("xuất khẩu", 98.5, "tỷ USD", ("VN", "US"), "2024", 24.2, None),
            ("nhập khẩu", 12.3, "tỷ USD", ("US", "VN"), "2024", 8.2, None),
        ],
    ),
    (
        "imports of A from B flow into A",
        "Năm 2023, kim ngạch nhập khẩu của Việt Nam từ Trung Quốc đạt 110 tỷ USD.",
        [("nhập khẩu", 110.0, "tỷ USD", ("CN", "VN"), "2023", None, None)],
    ),
    (
        "years and figures in turn",
        "Xuất khẩu của Việt Nam sang Mỹ trong năm 2019 và 2020 lần lượt là 61 tỷ USD và 77 tỷ USD.",
        [("xuất khẩu", 61.0, "tỷ USD", ("VN", "US"), "2019", None, None), ("xuất khẩu", 77.0, "tỷ USD", ("VN", "US"), "2020", None, None)],
    ),
    (
        "from one year to the other",
        "Thương mại song phương Việt Nam - Mỹ tăng từ 450 triệu USD năm 1995 lên 123 tỷ USD năm 2022.",
        [
            ("thương mại song phương", 450.0, "triệu USD", ("US", "VN"), "1995", None, None),
            ("thương mại song phương", 123.0, "tỷ USD", ("US", "VN"), "2022", None, None),
        ],
    ),
    (
        "a currency of its own",
        "Thương mại song phương Việt Nam - Australia năm 2022 đạt 25,7 tỷ đô la Australia.",
        [("thương mại song phương", 25.7, "tỷ đô la Australia", ("AU", "VN"), "2022", None, None)],
    ),
    ("an average", "Thương mại hai chiều Việt Nam - Lào bình quân mỗi năm 1 tỷ USD.", []),
    ("what may come", "Thương mại hai chiều Việt Nam - Lào có thể đạt 5 tỷ USD.", []),
    ("an aim without a date", "Việt Nam và Lào phấn đấu đưa thương mại hai chiều lên 5 tỷ USD.", []),
    ("students with no word of where", "Chương trình của Australia giúp hơn 100.000 sinh viên Việt Nam.", []),
    (
        "from one year to another, each told behind its figure",
        "Kim ngạch thương mại Việt Nam - Pháp tăng từ 2,1 tỷ USD vào năm 2011 lên 5,3 tỷ USD vào năm 2021 (đứng thứ tư tại EU).",
        [
            ("kim ngạch thương mại", 2.1, "tỷ USD", ("FR", "VN"), "2011", None, None),
            ("kim ngạch thương mại", 5.3, "tỷ USD", ("FR", "VN"), "2021", None, 4),
        ],
    ),
    (
        "years in brackets",
        "Kim ngạch thương mại Việt Nam - Pháp giảm từ 5,3 tỷ USD (năm 2021) xuống 4,9 tỷ USD (năm 2022).",
        [
            ("kim ngạch thương mại", 5.3, "tỷ USD", ("FR", "VN"), "2021", None, None),
            ("kim ngạch thương mại", 4.9, "tỷ USD", ("FR", "VN"), "2022", None, None),
        ],
    ),
    ("projects of no investor", "Pháp đề xuất giúp Việt Nam từ 3 đến 10 dự án về năng lượng.", []),
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


def test_an_aim_is_told_as_one(read: Read) -> None:
    [aim] = read("Việt Nam và Lào phấn đấu đưa thương mại hai chiều lên 5 tỷ USD vào năm 2030.", "2024-06-20").statistics
    assert (aim.value, aim.period, aim.rule) == (5.0, "2030", "statistic: aim")
