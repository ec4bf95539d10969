"""Rows of text to a terminal of any width: a table where it fits, folded and shortened where it nearly does, else stacked rows.

What is dropped first says least: empty columns, a date that stands in its own column, one value all the way down (told above instead).
Dates and numbers are never broken over lines. Only what people read is shortened here; CSV and JSON hold everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = ["print_table"]

_EDGES, _BETWEEN = 2, 2
_LEAST = 14
"""Characters below which a column of words is no longer read as words."""
_WORDS = 11
"""Cells no longer than a day are not folded."""
_LINES = 4
"""The most lines a row may take; sentences are stacked instead."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_INTERVAL = re.compile(rf"{_DAY.pattern}/{_DAY.pattern}")
_INTERVAL_AT_MOST = len("2023-09-10/2024-09-11")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def print_table(console: Console, columns: Sequence[str], cells: Sequence[Sequence[str]], numbers: Collection[str] = ()) -> None:
    """Print `cells`, rows of as many cells as there are `columns`; those in `numbers` are set to the right. Then how many rows there were."""
    names, rows = list(columns), [list(row) for row in cells]
    shared: list[tuple[str, str]] = []
    if _too_wide(console, names, rows):
        rows = [_shortened(row) for row in rows]
        names, rows, shared = _varying(names, rows)
        if _too_wide(console, names, rows):
            names, rows = _without_labels_of_others(names, rows)
    if widths := _widths(console.width, names, rows):
        for name, value in shared:
            console.print(Text.assemble((f"{name}: ", "bold"), value))
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
        for name, width in zip(names, widths, strict=True):
            table.add_column(name, justify="right" if name in numbers else "left", width=width)
        for row in rows:
            table.add_row(*map(Text, row))
        console.print(table)
    else:
        _print_stacked(console, columns, [_shortened(list(row)) for row in cells])
    console.print(f"{len(cells)} {'row' if len(cells) == 1 else 'rows'}", style="dim")


def _natural(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(len(name), *(len(line) for row in rows for line in row[k].split("\n"))) for k, name in enumerate(names)]


def _too_wide(console: Console, names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    return sum(_natural(names, rows)) + _BETWEEN * (len(names) - 1) + _EDGES > console.width


def _shortened(row: Sequence[str]) -> list[str]:
    """A row without the dates that its labels repeat from another column; `2023-09-10/2023-09-11` is `2023-09-10/11` (ISO 8601)."""
    dates = {cell for cell in row if _DATE.fullmatch(cell)}
    told = [next((cell.removesuffix(f", {date}") for date in dates if cell.endswith(f", {date}")), cell) for cell in row]
    return [_INTERVAL.sub(_interval, cell) for cell in told]


def _interval(found: re.Match[str]) -> str:
    year, month, day, to_year, to_month, to_day = found.groups()
    if (year, month) == (to_year, to_month):
        return f"{year}-{month}-{day}/{to_day}"
    return f"{year}-{month}-{day}/{to_month}-{to_day}" if year == to_year else found[0]


def _varying(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]], list[tuple[str, str]]]:
    """The columns in which something is told that is not the same in all rows, and the others' values once."""
    values = [{row[k] for row in rows} for k in range(len(names))]
    kept = [k for k, told in enumerate(values) if told != {""} and (len(told) > 1 or len(rows) == 1)]
    shared = [(name, told.copy().pop()) for name, told in zip(names, values, strict=True) if len(told) == 1 and len(rows) > 1 and told != {""}]
    if not kept:
        return list(names), [list(row) for row in rows], []
    return [names[k] for k in kept], [[row[k] for k in kept] for row in rows], shared


def _without_labels_of_others(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """Without a column that in every row is a label made of two others: `A gặp B` beside `A` and `B`."""

    def made_of_others(k: int) -> bool:
        return all(sum(cell != row[k] and len(cell) > 1 and cell in row[k] for cell in row) >= 2 for row in rows)

    kept = [k for k in range(len(names)) if not made_of_others(k)]
    return [names[k] for k in kept], [[row[k] for k in kept] for row in rows]


def _widths(width: int, names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is: what is short or a date as wide as it is, the words share what is left; empty where that is too little."""
    natural = _natural(names, rows)
    fixed = [n <= _WORDS or all(not row[k] or _DATE.match(row[k]) for row in rows) for k, n in enumerate(natural)]
    left = width - _EDGES - _BETWEEN * (len(names) - 1) - sum(n for n, whole in zip(natural, fixed, strict=True) if whole)
    words = sorted(k for k, whole in enumerate(fixed) if not whole)
    given = {k: n for k, n in enumerate(natural) if fixed[k]}
    for turn, k in enumerate(sorted(words, key=lambda k: natural[k])):
        share = left // (len(words) - turn)
        given[k] = min(natural[k], share)
        if given[k] < min(natural[k], _LEAST) or given[k] < len(names[k]):
            return []
        left -= given[k]
    if any(len(row[k]) > given[k] * _LINES for row in rows for k in words):
        return []
    return [given[k] for k in range(len(names))] if left >= 0 else []


def _print_stacked(console: Console, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Each row as its first value, a short one with the next, and the others below it with their names."""
    for row in rows:
        told = [(name, cell) for name, cell in zip(names, row, strict=True) if cell]
        first = 2 if told and len(told[0][1]) <= _INTERVAL_AT_MOST and len(told) > 1 else 1
        console.print(Text("  ").join(Text(cell, style="bold") for _, cell in told[:first]))
        rest = [Text.assemble((f"{name} ", "dim"), cell) for name, cell in told[first:]]
        if rest:
            console.print(Padding(Text(" · ").join(rest), (0, 0, 0, 2)))
    console.print()
