"""Where the second voice changes what the grammar read: sentence → persons, countries, places, bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings, names

CASES = [
    (
        "a country stands before the name",
        "Bà trao đổi với nhà lãnh đạo Nga Vladimir Putin về lúa mì.",
        {"Person": {"Vladimir Putin"}, "Country": {"RU"}},
    ),
    ("a body stands before the name", "Phó lãnh đạo Hezbollah Naim Qassem đến viếng.", {"Person": {"Naim Qassem"}, "Organization": {"Hezbollah"}}),
    ("a place is no person", "Nữ sinh Thái Nguyên được nhận học bổng.", {"Person": set(), "Place": {"Thái Nguyên"}}),
    ("a country is no person", "Doanh nhân Thái Lan mua lại cửa hàng.", {"Person": set(), "Country": {"TH"}}),
    ("a name that nothing introduces", "Iulia Moraru, người Romania, kể lại chuyến đi.", {"Person": {"Iulia Moraru"}}),
    ("an event is no person", "Khách xếp hàng từ sáng ở Trade Expo, theo ban tổ chức.", {"Person": set()}),
    ("what is organised is no body", "Trường tổ chức Hội nghị Công nhân viên chức.", {"Organization": set()}),
    ("a state has one parliament", "Ông phát biểu trước quốc hội Mỹ.", {"Organization": {"quốc hội Mỹ"}}),
]


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_names(read: Callable[..., Extraction], sentence: str, expected: dict[str, set[str]]) -> None:
    record = read(sentence)
    assert {kind: names(record, kind) for kind in expected} == expected


def test_an_office_stays_with_the_shortened_name(read: Callable[..., Extraction]) -> None:
    record = read("Nhà lãnh đạo Nga Vladimir Putin, cựu Thủ tướng, đến muộn.")
    assert {(person, role) for person, role, _, _ in holdings(record)} == {("Vladimir Putin", "Thủ tướng")}


def test_the_text_of_every_mention_is_there(read: Callable[..., Extraction]) -> None:
    record = read("Người đồng cấp Đức Annalena Baerbock gặp nhà báo Nga Pavel Zarubin.")
    assert {m.text for e in record.entities for m in e.mentions} == {"Đức", "Annalena Baerbock", "Nga", "Pavel Zarubin"}
    assert all(record.text[m.start : m.end] == m.text for e in record.entities for m in e.mentions)
