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
    ("a year right behind", "Bức ảnh chụp Thủ tướng Phạm Văn Đồng năm 1976.", {("1976",)}),
    ("a year with its preposition", "Lễ nhậm chức của Tổng thống Mỹ William Taft vào năm 1909 có tuyết.", {("1909",)}),
    ("a year that leads to the holder", "Đây là lần đầu kể từ năm 2009, khi Chủ tịch nước Nguyễn Minh Triết thăm nước này.", {("2009",)}),
    ("in the time of", "Ông làm cố vấn dưới thời Thủ tướng Yingluck Shinawatra.", {("/2024-05-22",)}),
    ("in the time of two", "Đường được mở thời hai Tổng Bí thư Đỗ Mười và Nông Đức Mạnh.", {("/2024-05-22",)}),
    ("a year of birth", "Thủ tướng Phạm Minh Chính (sinh năm 1958) dự lễ.", {()}),
    ("time, but not of the holder", "Đã đến thời điểm Thủ tướng Phạm Minh Chính quyết định.", {()}),
    ("a candidate of years ago", "Bà ủng hộ ứng viên tổng thống Đảng Cộng hòa Peter Klar trong cuộc bầu cử năm 1980.", {("1980",)}),
    ("a candidate of today who ran before", "Ứng viên tổng thống Đảng Cộng hòa Peter Klar từng tranh cử năm 2016.", {()}),
    ("no time at all", "Thủ tướng Phạm Minh Chính dự lễ.", {()}),
]


@pytest.mark.parametrize(("construction", "text", "dates"), CASES, ids=[c[0] for c in CASES])
def test_told_when(read: Callable[..., Extraction], construction: str, text: str, dates: set[tuple[str, ...]]) -> None:
    assert {holding.dates for holding in read(text, "2024-05-22").holdings} == dates


def test_without_a_day_of_publication_nothing_is_past(read: Callable[..., Extraction]) -> None:
    assert {h.dates for h in read("Năm 2019, Thủ tướng Nguyễn Xuân Phúc họp báo.").holdings} == {()}


def test_a_publication_that_is_no_date_dates_nothing(read: Callable[..., Extraction]) -> None:
    record = read("Ngày 20/5, Thủ tướng Phạm Minh Chính tiếp Thủ tướng Lào Sonexay Siphandone.", "Thứ tư, 22/5/2024")
    assert {event.date for event in record.events} == {"XXXX-05-20"}
