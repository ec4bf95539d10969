"""A build as CSV tables, one `.rq` file a table: its columns are the query's variables, its rows the answer.

To add a table, add a file here. Identifiers join the tables: `holdings.person` is `people.id`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kg.exports.rows import rows
from kg.query.run import Build

__all__ = ["TABLES", "table"]

TABLES = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.rq"))}
"""Name of a table → the file of its query."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = frozenset("+-0123456789.,% ")


def table(build: Build, name: str) -> str:
    """One table as CSV (RFC 4180), UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    columns, found = rows(build, TABLES[name].read_text(encoding="utf-8"))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(row[column]) for column in columns] for row in found)
    return out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.issuperset(text) else text
