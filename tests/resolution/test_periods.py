from __future__ import annotations

import pytest

from kg.resolution.periods import days_apart, may_be_one, period_of


@pytest.mark.parametrize(
    ("date", "begin", "end"),
    [
        ("2023-09-10", "2023-09-10", "2023-09-10"),
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-09-10/2023-09-11", "2023-09-10", "2023-09-11"),
        ("2023-06/2023-07-02", "2023-06-01", "2023-07-02"),
        ("2023-09-1X", "2023-09-10", "2023-09-19"),
        ("2023-09-0X", "2023-09-01", "2023-09-09"),
        ("2023-02-2X", "2023-02-20", "2023-02-28"),
        ("2023-09-XX", "2023-09-01", "2023-09-30"),
        ("2023-XX", "2023-01-01", "2023-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2023-09-10~", "2023-09-10", "2023-09-10"),
        ("2023?", "2023-01-01", "2023-12-31"),
    ],
)
def test_the_days_a_date_can_mean(date: str, begin: str, end: str) -> None:
    period = period_of(date)
    assert (str(period.begin), str(period.end)) == (begin, end)


@pytest.mark.parametrize("date", [None, "", "XXXX", "2023-13-01", "2023-02-30", "hôm qua", "2023-09-11/2023-09-10", "XXXX-02-30"])
def test_what_says_no_day_is_unknown(date: str | None) -> None:
    assert not period_of(date).known


def test_an_open_interval_has_one_known_end() -> None:
    assert str(period_of("2023-09-10/..").begin) == "2023-09-10"
    assert period_of("2023-09-10/..").end is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2015-07", "2015-07-07", True),
        ("2015", "2015-07", True),
        ("2015-07", "2015-08-01", False),
        ("2023-09-10/2023-09-11", "2023-09-11", True),
        ("2023-09-10", "2023-09-11", False),
        ("XXXX-03-29", "2023-03-29", True),
        ("XXXX-03-29", "2023-03-30", False),
        ("XXXX-03-29", "XXXX-03-29", True),
        ("XXXX-03-29", "2023-03", False),
        ("2023-09-10/..", "2024", True),
    ],
)
def test_dates_that_may_be_one(one: str, other: str, same: bool) -> None:
    assert may_be_one(period_of(one), period_of(other)) is same
    assert may_be_one(period_of(other), period_of(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [("2023-09-10", "2023-09-11", 1), ("2023-09", "2023-09-11", 0), ("2023-08", "2023-09-11", 11), ("2023", None, None)],
)
def test_days_between_two_dates(one: str, other: str | None, days: int | None) -> None:
    assert days_apart(period_of(one), period_of(other)) == days_apart(period_of(other), period_of(one)) == days
