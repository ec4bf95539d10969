"""Why a query does not parse, at its place: the usual slips by name, else where the clause begins that cannot be read.

The parser's own word for a mistake is a list of character classes at the furthest place it tried.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from kg.errors import QueryError
from kg.query.pointing import error_at, offset_of
from kg.query.tokens import Token, meaningful

__all__ = ["parse_error"]

_AGGREGATES = {"COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"}
# SPARQL 1.1 Query Language, section 19.8 (grammar), what stands bare in a query.
_WORDS = _AGGREGATES | {
    "a", "ABS", "AS", "ASC", "ASK", "BASE", "BIND", "BNODE", "BOUND", "BY", "CEIL", "COALESCE", "CONCAT", "CONSTRUCT", "CONTAINS",
    "DATATYPE", "DAY", "DESC", "DESCRIBE", "DISTINCT", "ENCODE_FOR_URI", "EXISTS", "FALSE", "FILTER", "FLOOR", "FROM", "GRAPH",
    "GROUP", "HAVING", "HOURS", "IF", "IN", "IRI", "ISBLANK", "ISIRI", "ISLITERAL", "ISNUMERIC", "ISURI", "LANG", "LANGMATCHES",
    "LCASE", "LIMIT", "MD5", "MINUS", "MINUTES", "MONTH", "NAMED", "NOT", "NOW", "OFFSET", "OPTIONAL", "ORDER", "PREFIX", "RAND",
    "REDUCED", "REGEX", "REPLACE", "ROUND", "SAMETERM", "SECONDS", "SELECT", "SEPARATOR", "SERVICE", "SHA1", "SHA256", "SHA384",
    "SHA512", "SILENT", "STR", "STRAFTER", "STRBEFORE", "STRDT", "STRENDS", "STRLANG", "STRLEN", "STRSTARTS", "STRUUID", "SUBSTR",
    "TIMEZONE", "TRUE", "TZ", "UCASE", "UNDEF", "UNION", "URI", "UUID", "VALUES", "WHERE", "YEAR",
}  # fmt: skip
_TERM = {"variable", "iri", "name"}
_VALUE = _TERM | {"string", "language", "number"}
_PARSER_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"The SELECT contains a variable that is unbound|[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z ]+")
_SPACED_IRI = re.compile(r"<[A-Za-z][^<>{}\s]*\s[^<>{}]*>")

Slip = tuple[str, str]
"""What is wrong, and what to do."""


def parse_error(query: str, error: SyntaxError, source: str = "query") -> QueryError:
    """The error of the parser (pyoxigraph) at its place, with a hint where the slip is a usual one."""
    found = meaningful(query)
    for place, token in enumerate(found):
        for rule in _SLIPS:
            if slip := rule(query, found, place):
                return error_at(query, token.start, *slip, source, len(token.text))
    match = _PARSER_PLACE.match(str(error))
    last = max(0, offset_of(query, int(match[1]), int(match[2])) - 1) if match else len(query) - 1
    if match and (sentence := _SENTENCE.search(match[3])):
        return error_at(query, last, sentence.group(), "", source)
    stuck = _where_rdflib_stops(query)
    if stuck is None:
        return error_at(query, last, "this is not SPARQL 1.1 up to here", "", source)
    token = next((token for token in found if token.start >= stuck), found[-1])
    before = [token for token in found if token.end <= stuck]
    missing_dot = token.kind in _TERM and before and before[-1].kind in _VALUE
    hint = "is a . or ; missing before it?" if missing_dot else ""
    return error_at(query, token.start, f"the query cannot be read from {token.text!r} on", hint, source, len(token.text))


def _where_rdflib_stops(query: str) -> int | None:
    """The start of the clause that cannot be read, which rdflib's parser tells better; None where it finds no fault."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(query)
    except ParseException as error:
        return int(error.loc)
    except Exception:  # rdflib's own actions fail on some queries that are far from SPARQL
        return None
    return None


def _unknown_word(query: str, found: list[Token], place: int) -> Slip | None:
    token = found[place]
    if token.kind != "word" or token.text == "a" or token.text.upper() in _WORDS:
        return None
    near = difflib.get_close_matches(token.text.upper(), sorted(_WORDS), 1, 0.7)
    return (
        f"{token.text} is no word of SPARQL",
        f"did you mean {near[0]}?" if near else f"a name needs a prefix (kg:{token.text}), a text needs quotes, a variable ?",
    )


def _spaced_iri(query: str, found: list[Token], place: int) -> Slip | None:
    token = found[place]
    if token.text == "<" and _SPACED_IRI.match(query, token.start):
        return "an IRI has no spaces", "write %20 for a space, or use a prefixed name"
    return None


def _bare_aggregate(query: str, found: list[Token], place: int) -> Slip | None:
    word = found[place].text.upper()
    if word in _AGGREGATES and found[place].kind == "word" and _in_select(found, place):
        return f"{word} needs brackets and a name", f"write ({word}(…) AS ?name)"
    return None


def _missing_as(query: str, found: list[Token], place: int) -> Slip | None:
    if place > 1 and found[place].kind == "variable" and found[place - 1].text == ")":
        depth = 0
        for back in range(place - 1, 0, -1):
            depth += {")": 1, "(": -1}.get(found[back].text, 0)
            if depth == 0:
                named = found[back - 1].text.upper() in _AGGREGATES and found[back - 2].text == "("
                return ("AS is missing", f"write AS {found[place].text}") if named else None
    return None


def _comma_in_select(query: str, found: list[Token], place: int) -> Slip | None:
    if found[place].text == "," and _in_select(found, place):
        return "no comma stands between the variables of SELECT", "take it out"
    return None


def _missing_by(query: str, found: list[Token], place: int) -> Slip | None:
    word = found[place].text.upper()
    if word in {"ORDER", "GROUP"} and found[place].kind == "word" and _text(found, place + 1).upper() != "BY":
        return f"{word} needs BY", f"write {word} BY"
    return None


def _no_number(query: str, found: list[Token], place: int) -> Slip | None:
    if place and found[place - 1].text.upper() in {"LIMIT", "OFFSET"} and found[place].kind != "number":
        return f"{found[place - 1].text.upper()} needs a whole number", ""
    return None


def _in_select(found: list[Token], place: int) -> bool:
    """Whether only variables and commas stand between SELECT and this place."""
    for token in reversed(found[:place]):
        if token.kind != "variable" and token.text != ",":
            return token.text.upper() in {"SELECT", "DISTINCT", "REDUCED"}
    return False


def _text(found: list[Token], place: int) -> str:
    return found[place].text if place < len(found) else ""


_SLIPS: tuple[Callable[[str, list[Token], int], Slip | None], ...] = (
    _no_number,
    _bare_aggregate,
    _missing_as,
    _comma_in_select,
    _missing_by,
    _spaced_iri,
    _unknown_word,
)
