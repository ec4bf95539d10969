"""Signings and changes of relations: sentence → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

ROWS: list[Case] = [
    ("A và B ký", "Việt Nam và Lào ký hiệp định thương mại mới hôm 8/4.", {"Signing LA + VN 2024-04-08"}),
    (
        "A ký với B",
        "Bộ trưởng Nguyễn Hồng Diên ký bản ghi nhớ với Bộ trưởng Thương mại Lào Malaythong Kommasith.",
        {"Signing Malaythong Kommasith + Nguyễn Hồng Diên"},
    ),
    ("được ký kết", "Bản ghi nhớ giữa Việt Nam và Cuba đã được ký kết tại La Habana.", {"Signing CU + VN @ La Habana"}),
    (
        "hai bên: the countries of the sentence before",
        "Việt Nam và Peru là bạn bè lâu năm. Hai bên đã ký Hiệp định thương mại tự do.",
        {"Signing PE + VN"},
    ),
    ("one who signs", "Tổng thống Mỹ Joe Biden ký đạo luật mới hôm 9/5.", {"Signing Joe Biden 2024-05-09"}),
    ("not: a decision on personnel", "Thủ tướng Phạm Minh Chính ký quyết định điều động cán bộ.", set()),
    ("not: đăng ký", "Thủ tướng Anh Keir Starmer đăng ký tranh cử.", set()),
    ("not: hay không", "Tổng thống Mỹ Joe Biden chưa rõ có ký đạo luật hay không.", set()),
    ("bình thường hóa", "Việt Nam và Mỹ bình thường hóa quan hệ năm 1995.", {"RelationChange US + VN 1995 [Bình thường hóa quan hệ]"}),
    ("quan hệ A - B được", "Quan hệ Việt - Mỹ được bình thường hóa từ năm 1995.", {"RelationChange US + VN 1995 [Bình thường hóa quan hệ]"}),
    (
        "nâng cấp lên",
        "Quan hệ Việt Nam - Hàn Quốc được nâng cấp lên Đối tác chiến lược toàn diện vào tháng 12/2022.",
        {"RelationChange KR + VN 2022-12 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "thiết lập",
        "Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao ngày 21/9/1973.",
        {"RelationChange JP + VN 1973-09-21 [Thiết lập quan hệ ngoại giao]"},
    ),
    ("with B", "Năm 1950, Việt Nam thiết lập quan hệ ngoại giao với Trung Quốc.", {"RelationChange CN + VN 1950 [Thiết lập quan hệ ngoại giao]"}),
    ("cắt đứt", "Iran cắt đứt quan hệ ngoại giao với Saudi Arabia năm 2016.", {"RelationChange IR + SA 2016 [Cắt đứt quan hệ ngoại giao]"}),
    (
        "hai nước",
        "Quan hệ Việt - Nga có truyền thống lâu đời. Hai nước xác lập quan hệ đối tác chiến lược năm 2001.",
        {"RelationChange RU + VN 2001 [Đối tác chiến lược]"},
    ),
    (
        "the longest name of a level",
        "Việt Nam và Úc nâng cấp quan hệ lên Đối tác chiến lược toàn diện hôm 7/3.",
        {"RelationChange AU + VN 2024-03-07 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "an anniversary's day is not the upgrade's",
        "Lễ kỷ niệm một năm Việt - Mỹ nâng cấp quan hệ lên Đối tác chiến lược toàn diện diễn ra ngày 22/5.",
        {"RelationChange US + VN [Đối tác chiến lược toàn diện]"},
    ),
    (
        "after some years, told with its year",
        "Sau 12 năm, Việt Nam và Pháp nâng cấp quan hệ lên Đối tác chiến lược toàn diện vào năm 2022.",
        {"RelationChange FR + VN 2022 [Đối tác chiến lược toàn diện]"},
    ),
    ("not: an anniversary", "Việt Nam và Peru kỷ niệm 30 năm thiết lập quan hệ ngoại giao.", set()),
    ("not: trung lập", "Thụy Sĩ và Áo trung lập trong mọi quan hệ ngoại giao.", set()),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_signings_and_relations(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected
