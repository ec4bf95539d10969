"""Intervals of days: what the tree finds is what looking at each of them finds."""

from __future__ import annotations

import datetime
import random

import pytest

from kg.resolution.intervals import Intervals

D = datetime.date


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (D(2023, 3, 1), []),
        (D(2023, 3, 2), ["first"]),
        (D(2024, 3, 20), ["first"]),
        (D(2024, 3, 21), ["acting"]),
        (D(2024, 5, 22), ["second"]),
        (D(9999, 12, 30), ["second"]),
    ],
)
def test_intervals_are_half_open(day: datetime.date, found: list[str]) -> None:
    terms = Intervals(
        [
            (D(2024, 5, 22), D.max, "second"),
            (D(2023, 3, 2), D(2024, 3, 21), "first"),
            (D(2024, 3, 21), D(2024, 5, 22), "acting"),
            (D(2024, 3, 21), D(2024, 3, 21), "empty"),
            (D(2024, 6, 1), D(2023, 1, 1), "inverted"),
        ]
    )
    assert list(terms.on(day)) == found


@pytest.mark.parametrize("size", [0, 1, 2, 3, 50, 200])
def test_the_tree_finds_what_a_walk_finds(size: int) -> None:
    chance = random.Random(size)
    first = D(2020, 1, 1).toordinal()
    begins = [first + chance.randrange(200) for _ in range(size)]
    intervals = [(D.fromordinal(begin), D.fromordinal(begin + chance.randrange(40)), n) for n, begin in enumerate(begins)]
    tree = Intervals(intervals)
    for offset in range(-1, 245):
        day = D.fromordinal(first + offset)
        assert sorted(tree.on(day)) == [n for begin, end, n in intervals if begin <= day < end]
