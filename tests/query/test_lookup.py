from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.graph import open_store
from kg.graph.namespaces import BASE
from kg.query.lookup import base_of, find


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("person", "Tô Lâm", "person/to-lam"),
        ("person", "tô lâm", "person/to-lam"),
        ("person", "to lam", "person/to-lam"),
        ("person", "TO LAM", "person/to-lam"),
        ("person", "Putin", "person/vladimir-putin"),
        ("person", "person:to-lam", "person/to-lam"),
        ("person", "id:person/to-lam", "person/to-lam"),
        ("person", "person/to-lam", "person/to-lam"),
        ("person", "to-lam", "person/to-lam"),
        ("person", "<http://example.org/kg/id/person/to-lam>", "person/to-lam"),
        ("person", "http://example.org/kg/id/person/to-lam", "person/to-lam"),
        ("country", "Việt Nam", "country/VN"),
        ("country", "viet nam", "country/VN"),
        ("country", "VN", "country/VN"),
        ("country", "Vietnam", "country/VN"),  # of the lexicon
        ("country", "Liên bang Nga", "country/RU"),
        ("country", "Russia", "country/RU"),
        ("organization", "ĐCSVN", "organization/dang-cong-san-viet-nam"),
        ("organization", "dang cong san viet nam", "organization/dang-cong-san-viet-nam"),
        ("office", "Tổng thống Nga", "office/tong-thong-ru"),
        ("office", "tong thong nga", "office/tong-thong-ru"),
        ("office", "President of Russia", "office/tong-thong-ru"),
        ("place", "Hà Nội", "place/ha-noi"),
        ("entity", "Hà Nội", "place/ha-noi"),
        ("event", "Tô Lâm hội đàm với Vladimir Putin", "event/talks"),
        ("resource", "Chủ tịch nước Việt Nam", "office/chu-tich-nuoc-vn"),
    ],
)
def test_names_mean_one_thing(world: Path, kind: str, text: str, found: str) -> None:
    assert find(open_store(world), kind, text).value == BASE + found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("role", "Thủ tướng", "role/prime-minister"),
        ("role", "thu tuong", "role/prime-minister"),
        ("role", "Prime Minister", "role/prime-minister"),
        ("role", "role:prime-minister", "role/prime-minister"),
        ("role", "Bộ trưởng", "role/minister"),  # the role, not the group of roles of this name
        ("role", "kind-minister", "role/kind-minister"),
        ("level", "Đối tác chiến lược", "level/strategic"),
        ("level", "đối tác chiến lược toàn diện", "level/comprehensive-strategic"),
    ],
)
def test_concepts(world: Path, kind: str, text: str, found: str) -> None:
    assert find(open_store(world), kind, text).value == "http://example.org/kg/" + found


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("person", "Lâm", ["more than one person", "person:hoang-van-thu  (Hoàng Văn Thử)", "person:to-lam  (Tô Lâm)"]),
        ("person", "Trọng", ["no person", "nearest", "person:nguyen-phu-trong"]),
        ("person", "Vladimir Puttin", ["no person", "nearest", "person:vladimir-putin"]),
        ("person", "Zaphod", ["no person of this build is called 'Zaphod'"]),
        ("country", "Peru", ["no country of this build is called 'Peru'"]),
        ("person", "", ["no person"]),
        ("person", "<http://a b>", ["no person"]),
    ],
)
def test_what_names_nothing_or_several_is_told(world: Path, kind: str, text: str, told: list[str]) -> None:
    with pytest.raises(QueryError) as error:
        find(open_store(world), kind, text)
    assert [part for part in told if part not in str(error.value)] == []


def test_names_are_never_matched_by_likeness(world: Path) -> None:
    with pytest.raises(QueryError):
        find(open_store(world), "person", "Tô Lâmm")


def test_the_base_of_a_store(world: Path) -> None:
    assert base_of(open_store(world)) == BASE
