"""What a query gives back: rows of terms, a yes or no, or triples; and the Python value of a term."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.namespaces import XSD

if TYPE_CHECKING:
    import pandas

__all__ = ["Answer", "Rows", "Term", "Triples", "Truth", "Value", "value_of"]

Term = NamedNode | BlankNode | Literal | Triple
Value = str | int | float | bool | datetime.date | None


@dataclass(frozen=True)
class Rows:
    """The answer to SELECT. A row has a term, or None where it is unbound, for each variable; `more`: a limit cut the rest off."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    more: bool = False

    def values(self) -> Iterator[dict[str, Value]]:
        """Each row as variable → Python value."""
        for row in self.rows:
            yield {variable: value_of(term) for variable, term in zip(self.variables, row, strict=True)}

    def frame(self) -> pandas.DataFrame:
        """The rows as a pandas frame: IRIs and texts as str, xsd:date as datetime.date, numbers as int or float."""
        import pandas

        return pandas.DataFrame(list(self.values()), columns=list(self.variables))


@dataclass(frozen=True)
class Truth:
    """The answer to ASK."""

    value: bool


@dataclass(frozen=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE, each triple once."""

    triples: tuple[Triple, ...]
    more: bool = False


Answer = Rows | Truth | Triples

_INTEGERS = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")}
_NUMBERS = {XSD + name for name in ("decimal", "double", "float")}


def value_of(term: Term | None) -> Value:
    """A term as a Python value; what no Python type fits, malformed literals among them, is its text."""
    if not isinstance(term, Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value
    try:
        if kind in _INTEGERS:
            return int(term.value)
        if kind in _NUMBERS:
            return float(term.value)
        if kind == XSD + "boolean":
            return term.value in {"true", "1"}
        if kind == XSD + "date":
            return datetime.date.fromisoformat(term.value)
    except ValueError:
        pass
    return term.value
