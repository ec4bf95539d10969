"""From what a user types for a question's parameters to RDF terms, and the terms into the query's `VALUES` blocks.

Only terms written by the RDF library reach the query, so that no name or text can break out of its place.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.graph.namespaces import XSD
from kg.query.lookup import KINDS, find
from kg.query.question import Parameter, Question, slot

__all__ = ["Terms", "bind", "day", "terms_of"]

Terms = dict[str, tuple[NamedNode | Literal, ...]]
"""Parameter → the terms it may be; several mean any of them."""

Given = Mapping[str, str | Sequence[str]]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_VIETNAMESE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_LAST = "until"


def terms_of(question: Question, given: Given, store: Store) -> Terms:
    """The terms for each parameter of `question`, its defaults included; a parameter left open is not among them.

    Raises `QueryError` for a parameter the question lacks or needs, a name that nothing or several things have, a malformed value.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            taken = ", ".join(f"--{parameter}" for parameter in known) or "none"
            raise QueryError(f"{question.name or question.source} takes no --{name}; its parameters: {taken}")
    terms: Terms = {}
    for name, parameter in known.items():
        values = given.get(name, parameter.default)
        if values is not None:
            listed = [values] if isinstance(values, str) else list(values)
            terms[name] = tuple(dict.fromkeys(_term(parameter, value, store) for value in listed))
        elif parameter.required:
            raise QueryError(f"{question.name or question.source} needs --{name} {parameter.type.upper()}: {parameter.about}")
    return terms


def bind(question: Question, terms: Terms) -> str:
    """The query of `question` with `terms` in the places of its parameters: a question of its own, line for line."""
    query = question.sparql
    for name, values in terms.items():
        query = re.sub(rf"^#[ \t]*param[ \t]+{name}\b.*", "#", query, flags=re.MULTILINE)
        written = " ".join(str(value) for value in values)
        query = slot(name).sub(lambda _, name=name, written=written: f"VALUES ?_{name} {{ {written} }}", query)  # type: ignore[misc]
    return query


def _term(parameter: Parameter, value: str, store: Store) -> NamedNode | Literal:
    value = value.strip()
    try:
        if parameter.type in KINDS:
            return find(store, parameter.type, value)
        if parameter.type == "date":
            return Literal(day(value, last=parameter.name == _LAST), datatype=NamedNode(XSD + "date"))
        if parameter.type == "integer":
            return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
    except ValueError as error:
        raise QueryError(f"--{parameter.name} {value!r}: {error}") from error
    except QueryError as error:
        raise QueryError(f"--{parameter.name}: {error}") from error
    return Literal(value)


def day(text: str, last: bool = False) -> str:
    """An ISO day from `2023-06-15`, `2023-06`, `2023`, `15/6/2023`, `6/2023`: the first of a month or year, or its last day.

    >>> day("6/2023", last=True)
    '2023-06-30'

    Raises `ValueError` where it is no day of the calendar.
    """
    if iso := _ISO.fullmatch(text):
        year, month, number = iso.groups()
    elif written := _VIETNAMESE.fullmatch(text):
        number, month, year = written.groups()
    else:
        raise ValueError("no date; write 2023-06-15, 2023-06, 2023 or 15/6/2023")
    if month is None:
        month = "12" if last else "1"
    if not 1 <= int(month) <= 12:
        raise ValueError("there are twelve months")
    if number is None:
        number = str(calendar.monthrange(int(year), int(month))[1]) if last else "1"
    return datetime.date(int(year), int(month), int(number)).isoformat()

