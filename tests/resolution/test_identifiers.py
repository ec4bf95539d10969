from __future__ import annotations

import itertools

import pytest

from kg.language.folding import slug
from kg.resolution.identifiers import assign, slug_of
from kg.resolution.names import is_acronym, name_key, person_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Luiz Inácio Lula da Silva", "Luiz Inacio Lula da Silva", True),
        ("Nguyễn Hoà Bình", "Nguyễn Hòa Bình", True),
        ("TÔ LÂM", "Tô Lâm", True),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", False),
        ("Lê Thành Long", "Lê Thanh Long", False),
        ("George W. Bush", "George H. W. Bush", False),
    ],
)
def test_two_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert (person_key(one) == person_key(other)) is same


def test_bodies_keep_their_marks() -> None:
    assert name_key("Bộ Quốc phòng") != name_key("Bo Quoc phong")


@pytest.mark.parametrize(
    ("name", "acronym"), [("LHQ", True), ("G20", True), ("ASEAN", True), ("Tô Lâm", False), ("Nga", False), ("A", False)]
)
def test_acronyms(name: str, acronym: bool) -> None:
    assert is_acronym(name) is acronym


WISHES = {
    "hùng": ("nguyen-van-hung",),
    "hưng": ("nguyen-van-hung",),
    "hà nam|VN": ("ha-nam", "ha-nam-vn"),
    "hà nam|CN": ("ha-nam", "ha-nam-cn"),
    "hà nam": ("ha-nam-vn",),
    "huế": ("hue",),
}


def test_whoever_would_share_a_slug_gets_a_longer_one() -> None:
    ids = assign("x", WISHES, {key: key for key in WISHES})
    assert len(set(ids.values())) == len(ids)
    assert ids["huế"] == "x/hue"
    assert ids["hà nam|CN"] == "x/ha-nam-cn"
    assert ids["hùng"].startswith("x/nguyen-van-hung-")
    assert "x/nguyen-van-hung" not in ids.values(), "a plain slug must never change hands when a namesake appears"


def test_identifiers_do_not_depend_on_order() -> None:
    expected = assign("x", WISHES, {key: key for key in WISHES})
    for order in itertools.permutations(WISHES):
        assert assign("x", {key: WISHES[key] for key in order}, {key: key for key in order}) == expected


def test_a_slug_is_ascii_even_of_nothing_ascii() -> None:
    assert slug_of("Đảng Cộng sản", "VN") == "dang-cong-san-vn"
    assert slug_of("习近平").isascii() and slug_of("习近平")


@pytest.mark.parametrize("part", ["2023-09-10", "joe-biden", "a--b", "-a", "a-", "a_b", "A-b", "x" * 80, "x" * 81, "ab\n"])
def test_what_is_a_slug_already_stays_one(part: str) -> None:
    assert slug_of(part) == slug(part)
