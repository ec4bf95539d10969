"""Rows of values to standard output: a table for people, CSV or JSON for programs. What is not known is empty, in JSON null.

A table wider than the terminal is printed as records, one below the other: a date broken over two lines cannot be read.
"""

from __future__ import annotations

import csv
import enum
import json
import sys
from collections.abc import Mapping, Sequence

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.terminal import plain

__all__ = ["Format", "Row", "print_rows"]

Row = Mapping[str, object]
"""Column → value; values are printed as `str` writes them, lists joined by commas."""

_LEAST = 11
_BETWEEN = 2


class Format(enum.StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def print_rows(rows: Sequence[Row], columns: Sequence[str], format_: Format, hidden: Sequence[str] = ()) -> None:
    """Print the `columns` of `rows`; a table leaves out those in `hidden`."""
    if format_ is Format.JSON:
        whole = [{column: row.get(column) for column in columns} for row in rows]
        typer.echo(json.dumps(whole, ensure_ascii=False, indent=1, default=str))
    elif format_ is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\r\n")  # RFC 4180
        writer.writerow(columns)
        writer.writerows([_text(row.get(column)) for column in columns] for row in rows)
    else:
        _print_table(Console(), rows, [column for column in columns if column not in hidden])


def _print_table(console: Console, rows: Sequence[Row], columns: Sequence[str]) -> None:
    if not rows:
        console.print("Nothing found.")
        return
    cells = [[plain(_text(row.get(column))) for column in columns] for row in rows]
    least = [max(len(column), *(min(len(line[k]), _LEAST) for line in cells)) for k, column in enumerate(columns)]
    if sum(least) + _BETWEEN * (len(least) - 1) > console.width:
        for line in cells:
            record = Table.grid(padding=(0, 2))
            for column, cell in zip(columns, line, strict=True):
                if cell:
                    record.add_row(Text(column, style="bold"), Text(cell))
            console.print(record)
            console.print()
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
        for column, width in zip(columns, least, strict=True):
            table.add_column(column, min_width=width)
        for line in cells:
            table.add_row(*map(Text, line))
        console.print(table)
    console.print(f"{len(cells)} {'row' if len(cells) == 1 else 'rows'}", style="dim")


def _text(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
