"""Rows of values to standard output: a table for people, CSV or JSON for programs. What is not known is empty, in JSON null."""

from __future__ import annotations

import csv
import enum
import json
import sys
from collections.abc import Mapping, Sequence

import typer
from rich.console import Console

from kg.cli.table import print_table
from kg.cli.terminal import plain

__all__ = ["Format", "Row", "print_rows"]

Row = Mapping[str, object]
"""Column → value; values are printed as `str` writes them, lists joined by commas."""


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
    print_table(console, columns, [[plain(_text(row.get(column))) for column in columns] for row in rows])


def _text(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
