"""The past that a sentence speaks of: sentence → the dates of the offices told in it. The article is of 22 May 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

CASES = [
    ("a year opens the sentence", "Đầu năm 2019, ông Lê Văn An được Chủ tịch nước Nguyễn Phú Trọng thăng quân hàm.", {("2019",)}),
    ("a day does", "Ngày 3/4/2021, Thủ tướng Nguyễn Xuân Phúc họp báo.", {("2021-04-03",)}),
    ("a term of office behind the name", "Chủ tịch nước Nguyễn Phú Trọng (nhiệm kỳ 2016-2021) có mặt.", {("2016/2021",)}),
    ("this week is now", "Ngày 20/5, Chủ tịch nước Lê Văn An phát biểu.", {()}),
    ("a year at the end is not when it is told", "Thủ tướng Phạm Minh Chính nhắc lại hội nghị năm 2019.", {()}),
    ("no time at all", "Thủ tướng Phạm Minh Chính dự lễ.", {()}),
]


@pytest.mark.parametrize(("construction", "text", "dates"), CASES, ids=[c[0] for c in CASES])
def test_told_when(read: Callable[..., Extraction], construction: str, text: str, dates: set[tuple[str, ...]]) -> None:
    assert {holding.dates for holding in read(text, "2024-05-22").holdings} == dates


def test_without_a_day_of_publication_nothing_is_past(read: Callable[..., Extraction]) -> None:
    assert {h.dates for h in read("Năm 2019, Thủ tướng Nguyễn Xuân Phúc họp báo.").holdings} == {()}
