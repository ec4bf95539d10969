"""The grammar itself: every construction reads its own example, and the words it rests on are what the readers expect."""

from __future__ import annotations

import re

import pytest

from kg.language.dates.construction import Construction
from kg.language.dates.grammar import CONSTRUCTIONS, recognise
from kg.language.dates.patterns import read_cycle, read_month, read_point, read_year
from kg.language.dates.references import Point
from kg.language.dates.words import number_value, time_words
from kg.language.folding import fold


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: f"{c.rule}: {c.example}")
def test_a_construction_reads_its_example(construction: Construction) -> None:
    folded = fold(construction.example)
    starts = [match.start() for match in re.finditer(r"\w+", folded)]
    assert any(
        (match := construction.pattern.match(folded, start)) and construction.read(match, construction.example) for start in starts
    )


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: f"{c.rule}: {c.example}")
def test_the_grammar_finds_the_example(construction: Construction) -> None:
    example = construction.example
    assert recognise(example, fold(example), [(0, len(example))])


@pytest.mark.parametrize(
    ("piece", "point"),
    [
        ("29/3", Point(month=3, day=29)),
        ("29/3/2023", Point(2023, 3, 29)),
        ("28.6", Point(month=6, day=28)),
        ("2-7-2023", Point(2023, 7, 2)),
        ("19/ 11", Point(month=11, day=19)),
        ("2023-07-02", Point(2023, 7, 2)),
        ("2 tháng 9 năm 1945", Point(1945, 9, 2)),
        ("30 tháng mười một", Point(month=11, day=30)),
        ("5/9 năm ngoái", Point(month=9, day=5, year_offset=-1)),
        ("5/9 cùng năm", Point(month=9, day=5, same_year=True)),
        ("5 tháng này", Point(day=5, month_offset=0)),
        ("15", Point(day=15)),
        ("29/2", Point(month=2, day=29)),
        ("29/2/2023", None),
        ("30/2", None),
        ("31/4", None),
    ],
)
def test_a_day_as_text(piece: str, point: Point | None) -> None:
    assert read_point(piece) == point


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("5", (5, False)),
        ("12", (12, False)),
        ("13", None),
        ("tư", (4, False)),
        ("mười hai", (12, False)),
        ("giêng", (1, True)),
        ("ba mươi", None),
    ],
)
def test_a_month_as_text(word: str, month: tuple[int, bool] | None) -> None:
    assert read_month(word) == month


@pytest.mark.parametrize(
    ("piece", "year"),
    [
        (" năm 2013", (2013, None, False)),
        ("/2013", (2013, None, False)),
        (" năm ngoái", (None, -1, False)),
        (" sang năm", (None, 1, False)),
        (" cùng năm", (None, None, True)),
        (" năm đó", (None, None, True)),
        ("", (None, None, False)),
    ],
)
def test_a_year_as_text(piece: str, year: tuple[int | None, int | None, bool]) -> None:
    assert read_year(piece) == year


@pytest.mark.parametrize(("name", "year"), [("giáp thìn", 2024), ("ất tỵ", 2025), ("quý mão", 2023), ("canh tý", 2020), ("mậu thân", 1968)])
def test_the_cycle_of_sixty(name: str, year: int) -> None:
    assert read_cycle(f"năm {name}") == (year - 4) % 60


def test_no_year_is_called_by_a_pair_that_the_cycle_does_not_have() -> None:
    assert read_cycle("năm giáp tỵ") is None


@pytest.mark.parametrize(("word", "value"), [("3", 3), ("ba", 3), ("mười hai", 12), ("năm", 5), ("vài", None), ("", None)])
def test_numbers(word: str, value: int | None) -> None:
    assert number_value(word) == value


def test_the_words_have_the_values_that_the_readers_take() -> None:
    assert sorted({int(value) for value in time_words("weekday").values()}) == list(range(7))
    assert sorted({int(value) for value in time_words("month").values()}) == list(range(1, 13))
    assert set(time_words("part_of_day").values()) == {"sáng", "trưa", "chiều", "tối", "đêm"}
    assert sorted(int(value) for value in time_words("stem").values()) == list(range(10))
    assert {int(value) for value in time_words("branch").values()} == set(range(12))
    assert {value for kind in ("past_after", "past_verb") for value in time_words(kind).values()} == {"past"}
    assert {value for kind in ("future_after", "future_verb") for value in time_words(kind).values()} == {"future"}
    for kind in ("day_offset", "part_offset", "week_offset", "month_offset", "quarter_offset", "year_offset"):
        assert {int(value) for value in time_words(kind).values()} <= {-2, -1, 0, 1, 2}
