"""An error that points: the query's name, line and column, the line itself with a caret under the place, and what to do."""

from __future__ import annotations

import unicodedata

from kg.errors import QueryError

__all__ = ["error_at", "offset_of", "place_of"]


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a line and column counted from 1; a place past the end is the end."""
    lines = text.splitlines(keepends=True)
    return min(sum(len(part) for part in lines[: line - 1]) + column - 1, len(text))


def error_at(text: str, offset: int, what: str, hint: str = "", source: str = "query", length: int = 1) -> QueryError:
    """The error to raise for `what` at `offset` of `text`; `source` names the file or question the text comes from.

    >>> print(error_at("SELECT ?x\\nWHERE { ?x foo:y ?z }", 21, "unknown prefix foo:", "did you mean foaf:?"))
    query, line 2, column 12: unknown prefix foo:
      2 | WHERE { ?x foo:y ?z }
        |            ^
    did you mean foaf:?
    """
    line, column = place_of(text, offset)
    shown = (text.splitlines() or [""])[min(line, len(text.splitlines()) or 1) - 1].replace("\t", " ")
    under = " " * _width(shown[: column - 1]) + "^" * max(1, min(_width(shown[column - 1 : column - 1 + length]), length))
    number = str(line)
    parts = [
        f"{source}, line {line}, column {column}: {what}",
        f"  {number} | {shown}",
        f"  {' ' * len(number)} | {under}",
        *([hint] if hint else []),
    ]
    return QueryError("\n".join(parts))


def _width(text: str) -> int:
    """Cells a terminal needs for `text`: combining marks need none."""
    return sum(not unicodedata.combining(character) for character in text)
