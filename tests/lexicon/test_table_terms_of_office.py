"""Integrity of `terms_of_office.tsv` over all rows, and holders of offices that it must know by the day."""

from __future__ import annotations

import csv
import re
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "kg" / "lexicon"
COLUMNS = ["person", "role", "role_id", "of", "from", "until", "as_of", "acting", "source"]
# A date is given as far as its source goes: year, month or day.
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Row = dict[str, str]


def read(table: str) -> list[Row]:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def earliest(given: str) -> date:
    """The first day that `given` (YYYY, YYYY-MM or YYYY-MM-DD) can mean."""
    year, month, day = (*map(int, given.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest(given: str) -> date:
    """The last day that `given` can mean."""
    first, precision = earliest(given), given.count("-")
    if precision == 2:
        return first
    month = first.month if precision == 1 else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def surely_in_office(row: Row) -> tuple[date, date]:
    """The days, half-open, on which the row's person held the office whatever its imprecise dates mean.

    A row without an end says nothing about the time after `as_of`.
    """
    return latest(row["from"]), earliest(row["until"] or row["as_of"])


TERMS = read("terms_of_office.tsv")
ROLES = {row["id"]: row for row in read("roles.tsv")}
COUNTRIES = {row["iso"] for row in read("countries.tsv") if row["iso"]}
ORGANIZATIONS = {row["name"] for row in read("organizations.tsv")}


def office(row: Row) -> tuple[str, str]:
    """What has the seats: a role under its canonical id, of a state or an organisation."""
    return ROLES[row["role_id"]]["same_as"] or row["role_id"], row["of"]


def holders(role_id: str, of: str, day: str, acting: str = "") -> list[str]:
    rows = [row for row in TERMS if (row["role_id"], row["of"], row["acting"]) == (role_id, of, acting)]
    spans = [(row["person"], *surely_in_office(row)) for row in rows]
    return [person for person, start, end in spans if start <= date.fromisoformat(day) < end]


def test_every_line_has_the_columns_of_the_table() -> None:
    lines = (TABLES / "terms_of_office.tsv").read_text(encoding="utf-8").split("\n")
    assert lines[0].split("\t") == COLUMNS
    assert lines[-1] == ""
    assert [number for number, line in enumerate(lines[:-1], 1) if line.count("\t") != len(COLUMNS) - 1] == []


@pytest.mark.parametrize("column", ["person", "role", "role_id", "of", "from", "as_of", "source"])
def test_no_row_lacks(column: str) -> None:
    assert [row for row in TERMS if not row[column]] == []


def test_text_is_nfc_and_stripped() -> None:
    cells = [cell for row in TERMS for cell in row.values()]
    assert [cell for cell in cells if cell != cell.strip() or "  " in cell] == []
    assert [cell for cell in cells if not unicodedata.is_normalized("NFC", cell)] == []


@pytest.mark.parametrize("column", ["from", "until", "as_of"])
def test_dates_are_well_formed_and_in_the_calendar(column: str) -> None:
    given = [row[column] for row in TERMS if row[column]]
    assert [cell for cell in given if not DATE.fullmatch(cell)] == []
    # `earliest` raises on a month or a day that no calendar has.
    assert [cell for cell in given if earliest(cell) > latest(cell)] == []


def test_a_term_begins_before_it_ends() -> None:
    ended = [row for row in TERMS if row["until"]]
    assert [row for row in ended if earliest(row["from"]) >= latest(row["until"])] == []


@pytest.mark.parametrize("column", ["from", "until"])
def test_a_source_knows_the_dates_it_gives(column: str) -> None:
    given = [row for row in TERMS if row[column]]
    assert [row for row in given if earliest(row[column]) > latest(row["as_of"])] == []


def test_roles_are_in_the_table_of_roles_with_their_title() -> None:
    assert [row for row in TERMS if row["role_id"] not in ROLES] == []
    assert [row for row in TERMS if row["role"] != ROLES[row["role_id"]]["title"]] == []


def test_offices_are_of_known_states_or_organisations() -> None:
    assert [row for row in TERMS if row["of"] not in COUNTRIES | ORGANIZATIONS] == []


def test_acting_is_yes_or_empty() -> None:
    assert [row for row in TERMS if row["acting"] not in {"", "yes"}] == []


def test_no_term_stands_twice() -> None:
    keys = Counter((row["person"], *office(row), row["from"]) for row in TERMS)
    assert [key for key, n in keys.items() if n > 1] == []


def test_one_seat_has_one_holder_a_day() -> None:
    by_office: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in TERMS:
        if ROLES[row["role_id"]]["seats"] == "1" and not row["acting"]:
            by_office[office(row)].append(row)
    clashes = []
    for rows in by_office.values():
        for one, other in combinations(rows, 2):
            (start, end), (other_start, other_end) = surely_in_office(one), surely_in_office(other)
            if max(start, other_start) < min(end, other_end):
                clashes.append((one, other))
    assert by_office
    assert clashes == []


@pytest.mark.parametrize(
    ("role_id", "of", "day", "person"),
    [
        ("party-general-secretary", "Đảng Cộng sản Việt Nam", "2010-06-01", "Nông Đức Mạnh"),
        ("party-general-secretary", "Đảng Cộng sản Việt Nam", "2019-06-01", "Nguyễn Phú Trọng"),
        ("party-general-secretary", "Đảng Cộng sản Việt Nam", "2025-11-01", "Tô Lâm"),
        ("state-president", "VN", "2019-06-01", "Nguyễn Phú Trọng"),
        ("state-president", "VN", "2024-07-01", "Tô Lâm"),
        ("state-president", "VN", "2025-11-01", "Lương Cường"),
        ("prime-minister", "VN", "2014-06-01", "Nguyễn Tấn Dũng"),
        ("prime-minister", "VN", "2025-11-01", "Phạm Minh Chính"),
        ("national-assembly-chairman", "VN", "2023-06-01", "Vương Đình Huệ"),
        ("minister-of-foreign-affairs", "VN", "2024-06-01", "Bùi Thanh Sơn"),
        ("state-president", "CN", "2025-11-01", "Tập Cận Bình"),
        ("party-general-secretary", "Đảng Nhân dân Cách mạng Lào", "2025-11-01", "Thongloun Sisoulith"),
        ("prime-minister", "LA", "2025-11-01", "Sonexay Siphandone"),
        ("prime-minister", "KH", "2020-06-01", "Hun Sen"),
        ("prime-minister", "KH", "2025-06-01", "Hun Manet"),
        ("prime-minister", "SG", "2016-06-01", "Lý Hiển Long"),
        ("prime-minister", "SG", "2025-06-01", "Lawrence Wong"),
        ("president", "US", "2016-05-23", "Barack Obama"),
        ("president", "US", "2018-06-12", "Donald Trump"),
        ("president", "US", "2023-09-10", "Joe Biden"),
        ("president", "US", "2025-06-01", "Donald Trump"),
        ("minister-of-foreign-affairs", "RU", "2025-06-01", "Sergei Lavrov"),
        ("secretary-general", "Liên Hợp Quốc", "2012-06-01", "Ban Ki-moon"),
        ("secretary-general", "Tổ chức Hiệp ước Bắc Đại Tây Dương", "2020-06-01", "Jens Stoltenberg"),
        ("secretary-general", "Hiệp hội Các quốc gia Đông Nam Á", "2015-06-01", "Lê Lương Minh"),
        ("european-commission-president", "Ủy ban châu Âu", "2021-06-01", "Ursula von der Leyen"),
    ],
)
def test_who_held_an_office_on_a_day(role_id: str, of: str, day: str, person: str) -> None:
    assert holders(role_id, of, day) == [person]


@pytest.mark.parametrize(
    ("role_id", "of", "day", "person"),
    [
        ("state-president", "VN", "2018-10-01", "Đặng Thị Ngọc Thịnh"),
        ("state-president", "VN", "2024-04-15", "Võ Thị Ánh Xuân"),
        ("minister-of-foreign-affairs", "VN", "2025-09-15", "Lê Hoài Trung"),
        ("president", "KR", "2025-01-15", "Choi Sang-mok"),
    ],
)
def test_who_acted_on_a_day(role_id: str, of: str, day: str, person: str) -> None:
    assert holders(role_id, of, day, acting="yes") == [person]


def test_an_open_term_says_nothing_after_its_source() -> None:
    row = {"from": "2025-07", "until": "", "as_of": "2025-11"}
    assert surely_in_office(row) == (date(2025, 7, 31), date(2025, 11, 1))
