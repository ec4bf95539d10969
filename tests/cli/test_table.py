"""Rows on a terminal: what is wide is shortened, told once or stacked; no date is broken over two lines."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from kg.cli.table import print_table

MET = (("date", "person", "other", "event", "reports"), (
    ("2023-09-10/2023-09-11", "Joe Biden", "Nguyễn Phú Trọng", "Joe Biden gặp Nguyễn Phú Trọng, 2023-09-10/2023-09-11", "3"),
    ("2023-12-12", "Nguyễn Phú Trọng", "Tập Cận Bình", "Nguyễn Phú Trọng gặp Tập Cận Bình, 2023-12-12", "2"),
))  # fmt: skip
SEEN = (("person", "office", "first", "until", "source"), (
    ("Tô Lâm", "Bộ trưởng Công an Việt Nam", "2023-03-30", "2024-05-22", ""),
    ("Tô Lâm", "Tổng Bí thư Việt Nam", "2024-08-03", "", ""),
))  # fmt: skip
SAID = (("date", "sentence", "outlet"), (
    ("2024-09-25", "Cùng ngày, ông hội đàm với người đồng cấp. " * 6, "Bản tin Đối ngoại"), ("2024-09-26", "Không.", "Nhật báo Thời cuộc"),
))  # fmt: skip
Rows = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def printed(table: Rows, width: int) -> list[str]:
    out = io.StringIO()
    print_table(Console(file=out, width=width), *table, numbers={"reports"})
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("table", "width", "told", "not_told"),
    [
        pytest.param(MET, 160, ["event", "2023-09-10/2023-09-11", "Trọng, 2023-09-10/2023-09-11"], [], id="room for all"),
        pytest.param(MET, 100, ["event", "2023-09-10/11", "Joe Biden gặp Nguyễn Phú Trọng"], ["Trọng, 2023"], id="a date once, an interval short"),
        pytest.param(MET, 76, ["other", "2023-09-10/11", "reports"], ["event", "gặp"], id="no label of what stands beside it"),
        pytest.param(MET, 40, ["2023-09-10/11  Joe Biden", "other Nguyễn Phú Trọng"], ["─"], id="stacked"),
        pytest.param(SEEN, 100, ["source"], ["person: "], id="nothing dropped where it fits"),
        pytest.param(SEEN, 62, ["person: Tô Lâm", "Bộ trưởng Công an"], ["source"], id="one value told once, nothing of empty columns"),
        pytest.param(SAID, 80, ["2024-09-25  Cùng ngày", "Không."], ["─"], id="sentences are stacked"),
    ],
)
def test_what_is_told_at_a_width(table: Rows, width: int, told: list[str], not_told: list[str]) -> None:
    lines = printed(table, width)
    assert [part for part in told if not any(part in line for line in lines)] == []
    assert [part for part in not_told if any(part in line for line in lines)] == []
    assert lines[-1] == "2 rows"


@pytest.mark.parametrize("table", [MET, SEEN, SAID])
@pytest.mark.parametrize("width", range(30, 130, 5))
def test_dates_stay_whole_and_lines_within_the_width(table: Rows, width: int) -> None:
    lines = printed(table, width)
    assert max(map(len, lines)) <= width
    for day in {cell[:10] for row in table[1] for cell in row if cell[:2] == "20"}:
        assert any(day in line for line in lines)


@pytest.mark.parametrize(
    ("interval", "short"),
    [
        ("2023-09-10/2023-09-11", "2023-09-10/11"),
        ("2023-11-27/2023-12-01", "2023-11-27/12-01"),
        ("2023-12-30/2024-01-02", "2023-12-30/2024-01-02"),
        ("2023-09", "2023-09"),
    ],
)
def test_an_interval_is_shortened(interval: str, short: str) -> None:
    lines = printed((("date", "event"), ((interval, "Chuyến thăm " * 4), ("2020", "Cuộc gặp"))), 45)
    assert any(line.split()[:1] == [short] for line in lines)
