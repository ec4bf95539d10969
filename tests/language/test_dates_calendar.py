"""Calendar arithmetic under the dates: the lunar calendar, EDTF, and the choice of a year."""

from __future__ import annotations

import datetime

import pytest

from kg.language.dates import edtf, lunar
from kg.language.dates.year_choice import Period, choose_year, clause_tense

# New Year's Day (mùng 1 Tết) as kept in Vietnam; in 1985, 2007 and 2030 it falls a day or a month before China's.
TET = {
    1976: "01-31", 1985: "01-21", 1990: "01-27", 1995: "01-31", 2000: "02-05", 2005: "02-09", 2007: "02-17", 2010: "02-14",
    2014: "01-31", 2015: "02-19", 2016: "02-08", 2017: "01-28", 2018: "02-16", 2019: "02-05", 2020: "01-25", 2021: "02-12",
    2022: "02-01", 2023: "01-22", 2024: "02-10", 2025: "01-29", 2026: "02-17", 2027: "02-06", 2028: "01-26", 2029: "02-13",
    2030: "02-02", 2033: "01-31", 2034: "02-19",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_new_year(year: int, day: str) -> None:
    assert str(lunar.gregorian(year, 1, 1)) == f"{year}-{day}"


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        (2024, 3, 10, "2024-04-18"),  # Giỗ Tổ Hùng Vương
        (2025, 3, 10, "2025-04-07"),
        (2023, 3, 10, "2023-04-29"),  # after a leap second month
        (2020, 5, 5, "2020-06-25"),  # after a leap fourth month
        (2024, 7, 15, "2024-08-18"),
        (2024, 8, 15, "2024-09-17"),  # Trung thu
        (2025, 8, 15, "2025-10-06"),  # after a leap sixth month
        (2024, 12, 23, "2025-01-22"),  # ông Công ông Táo
        (2024, 12, 0, "2025-01-28"),  # New Year's Eve of a year without 30 Tết
        (2023, 12, 30, "2024-02-09"),
        (2033, 12, 1, "2034-01-20"),  # after a leap eleventh month
    ],
)
def test_lunar_days(year: int, month: int, day: int, date: str) -> None:
    assert str(lunar.gregorian(year, month, day)) == date


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 12, 30), (1975, 1, 1), (2051, 1, 1), (2024, 13, 1), (2024, 1, 31)])
def test_days_that_the_lunar_calendar_does_not_have(year: int, month: int, day: int) -> None:
    assert lunar.gregorian(year, month, day) is None


@pytest.mark.parametrize("year", range(lunar.FIRST_YEAR, lunar.LAST_YEAR))
def test_lunar_months_follow_each_other(year: int) -> None:
    starts = [lunar.gregorian(year, month, 1) for month in range(1, 13)]
    lengths = [(b - a).days for a, b in zip(starts, [*starts[1:], lunar.gregorian(year + 1, 1, 1)], strict=True) if a and b]
    assert len(lengths) == 12
    # twelve months of 29 or 30 days, one of them with its leap month behind it in a year of thirteen
    assert sorted(length // 29 for length in lengths) in ([1] * 12, [1] * 11 + [2])
    assert all(length in (29, 30, 58, 59, 60) for length in lengths)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-09-02", "2024-09-02"),
        ("2024-09-02T23:30:00+07:00", "2024-09-02"),
        ("2024-09-02T20:30:00Z", "2024-09-03"),
        ("2024-09-02T20:30:00+00:00", "2024-09-03"),
        ("2024-09-02T20:30:00-04:00", "2024-09-02"),
        ("2024-09-02 20:30:00", "2024-09-02"),
        ("Thứ hai, 02/09/2024", None),
        ("2024-09", None),
        ("", None),
        (None, None),
    ],
)
def test_day_of_publication_in_the_zone_of_the_article(published: str | None, day: str | None) -> None:
    found = edtf.publication_day(published)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023-06-28/2023-07-02", "2023-06-28", "2023-07-02"),
        ("2024-01/2024-08", "2024-01-01", "2024-08-31"),
        ("2021/2026", "2021-01-01", "2026-12-31"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert edtf.bounds(text) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("text", [None, "XXXX-03-29", "XXXX-XX-05", "XXXX-12-30/XXXX-01-02"])
def test_what_is_unknown_has_no_bounds(text: str | None) -> None:
    assert edtf.bounds(text) is None


@pytest.mark.parametrize(
    ("day", "count", "moved"),
    [
        ("2024-02-28", 1, "2024-02-29"),
        ("2023-12-31", 1, "2024-01-01"),
        ("XXXX-07-05", 3, "XXXX-07-08"),
        ("XXXX-01-01", -1, "XXXX-12-31"),
        ("XXXX-02-28", 1, None),  # 29/2 or 1/3
        ("XXXX-03-01", -1, None),
        ("XXXX-02-29", 0, "XXXX-02-29"),
        ("XXXX-02-29", 1, None),
        ("2024-02", 1, None),
    ],
)
def test_counting_days(day: str, count: int, moved: str | None) -> None:
    assert edtf.shifted_day(day, count) == moved



@pytest.mark.parametrize(
    ("month", "day", "published", "told", "clause", "year"),
    [
        (7, 2, "2024-07-03", None, None, 2024),
        (7, 20, "2024-07-03", None, None, 2024),
        (7, 20, "2024-07-03", None, "past", 2024),  # so near, the tense of the clause is not asked
        (8, 16, "2024-07-03", "past", None, 2023),
        (7, 4, "2024-07-03", "past", None, 2024),  # a paper dated a day early
        (11, 5, "2024-07-17", None, None, 2024),
        (11, 5, "2024-07-17", "future", None, 2024),
        (12, 28, "2025-01-04", None, None, 2024),
        (11, 11, "2024-02-10", None, None, 2023),
        (1, 5, "2024-12-20", None, None, 2025),
        (1, 5, "2024-12-20", None, "past", 2024),
        (3, 1, "2024-11-20", None, None, 2024),
        (3, 1, "2024-11-20", None, "future", 2025),
        (10, 1, "2024-04-20", None, "past", 2023),
        (10, 1, "2024-04-20", None, "future", 2024),
    ],
)
def test_choice_of_a_year(month: int, day: int, published: str, told: str | None, clause: str | None, year: int) -> None:
    def at(candidate: int) -> Period:
        return datetime.date(candidate, month, day), datetime.date(candidate, month, day)

    assert choose_year(at, datetime.date.fromisoformat(published), told, lambda: clause) == year  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("Ông sẽ thăm Lào vào «tháng 8».", "future"),
        ("Ông đã thăm Lào vào «tháng 8».", "past"),
        ("«Tháng 8», ông sẽ thăm Lào.", "future"),
        ("Vào «tháng 8», ông đã thăm Lào.", "past"),
        ("Ông đã thăm Lào; cuộc họp «tháng 8» bàn việc khác.", None),
        ("Cuộc bầu cử «tháng 8» rất quan trọng, ông đã nói.", None),
        ("Cuộc khủng hoảng chưa từng có vào «tháng 8».", None),
    ],
)
def test_tense_of_a_clause(sentence: str, tense: str | None) -> None:
    start = sentence.index("«")
    text = sentence.replace("«", "").replace("»", "").lower()
    end = sentence.index("»") - 1
    assert clause_tense(text, (0, len(text)), start, end) == tense
