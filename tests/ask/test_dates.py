"""Periods in questions: text → the stretch, first day, last day."""

from __future__ import annotations

import pytest

from kg.ask.dates import periods


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ai là Ngoại trưởng Mỹ tháng 6/2023?", [("tháng 6/2023", "2023-06-01", "2023-06-30")]),
        ("ai la thu tuong nam 2023", [("nam 2023", "2023-01-01", "2023-12-31")]),
        ("tu 2013 den 2023 ra sao", [("tu 2013 den 2023", "2013-01-01", "2023-12-31")]),
        ("Trong năm 2023 ai thăm?", [("Trong năm 2023", "2023-01-01", "2023-12-31")]),
        ("vào ngày 10 tháng 9 năm 2023", [("vào ngày 10 tháng 9 năm 2023", "2023-09-10", "2023-09-10")]),
        ("trước năm 2020", [("trước năm 2020", "", "2019-12-31")]),
        ("kể từ năm 2020", [("kể từ năm 2020", "2020-01-01", "")]),
        ("Who visited in June 2023?", [("in June 2023", "2023-06-01", "2023-06-30")]),
        ("on 10 September 2023", [("on 10 September 2023", "2023-09-10", "2023-09-10")]),
        ("on September 10th, 2023", [("on September 10th, 2023", "2023-09-10", "2023-09-10")]),
        ("between 2022 and 2024", [("between 2022 and 2024", "2022-01-01", "2024-12-31")]),
        ("from March 2022 to June 2023", [("from March 2022 to June 2023", "2022-03-01", "2023-06-30")]),
        ("after 2020", [("after 2020", "2021-01-01", "")]),
        ("until 2020", [("until 2020", "", "2020-12-31")]),
        ("lúc 19/7/2024", [("lúc 19/7/2024", "2024-07-19", "2024-07-19")]),
        ("as of March 2023", [("as of March 2023", "2023-03-01", "2023-03-31")]),
        ("BTNG Mỹ 2022 là ai?", [("2022", "2022-01-01", "2022-12-31")]),
        ("tháng 6", []),
        ("đầu năm 2024", []),
        ("năm ngoái", []),
        ("ngày 31/2/2023", []),
        ("Who may visit?", []),
    ],
)
def test_periods(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(text[one.start : one.end], one.first, one.last) for one in periods(text)] == found
