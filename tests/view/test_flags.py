"""Flags: a row for every member state of the United Nations, and shapes that stay on their ground."""

from __future__ import annotations

import re

import pytest

from kg.lexicon import load_lexicon
from kg.view.flags import flag, flags


def test_every_state_has_its_flag() -> None:
    assert set(flags()) == {country.iso for country in load_lexicon().countries if country.kind == "state"}


@pytest.mark.parametrize("iso", sorted(flags()))
def test_a_flag_is_made_of_colours_and_shapes_on_its_ground(iso: str) -> None:
    shapes = flag(iso)
    assert shapes
    for colour, numbers in shapes:
        assert re.fullmatch(r"#[0-9a-f]{6}", colour)
        assert len(numbers) == 3 or (len(numbers) >= 6 and len(numbers) % 2 == 0)
        xs, ys = (numbers[:1], numbers[1:2]) if len(numbers) == 3 else (numbers[::2], numbers[1::2])
        assert -0.01 <= min(xs) <= max(xs) <= 3.01
        assert -0.01 <= min(ys) <= max(ys) <= 2.01


def test_no_two_flags_are_drawn_alike_but_those_that_are_alike() -> None:
    alike: dict[str, set[str]] = {}
    for iso, layers in flags().items():
        alike.setdefault(layers, set()).add(iso)
    assert [same for same in alike.values() if len(same) > 1] == [{"ID", "MC"}]


@pytest.mark.parametrize(("iso", "colours"), [("VN", ["#d22630", "#fcd116"]), ("FR", ["#1f57a4", "#ffffff", "#d22630"]), ("TW", []), ("", [])])
def test_the_colours_of_a_flag(iso: str, colours: list[str]) -> None:
    assert list(dict.fromkeys(colour for colour, _ in flag(iso))) == colours
