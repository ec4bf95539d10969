"""The query operations of the SPARQL 1.1 protocol (W3C, 2013): from an HTTP request to a query and the graphs it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl

import msgspec

from kg.serve.refusal import Refusal

__all__ = ["QueryAsked", "query_asked"]

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_ALLOW = {"Allow": "GET, HEAD, POST"}
_MOST_FIELDS = 200


class QueryAsked(msgspec.Struct, frozen=True):
    """A query and its dataset; `default` and `named` are IRIs as they were sent."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def query_asked(method: str, search: str, headers: Mapping[str, str], body: bytes) -> QueryAsked | None:
    """What a request asks; None where a GET has no parameters at all and so asks for the description of the service.

    `search` is what follows the question mark of the address. Raises `Refusal`: 400 for what the protocol does not allow, 403 for an
    update, 405 for another method, 415 for another type of body.
    """
    if method in ("GET", "HEAD"):
        return _of(_fields(search)) if search else None
    if method != "POST":
        raise Refusal(405, f"{method} is no operation of a SPARQL endpoint that is only read; use GET or POST", _ALLOW)
    media, _, parameters = headers.get("content-type", "").partition(";")
    named = (parameter.partition("=") for parameter in parameters.split(";"))
    charset = next((value.strip("\"' ") for name, _, value in named if name.strip().lower() == "charset"), "utf-8")
    if charset.casefold() not in ("utf-8", "utf8"):
        raise Refusal(415, f"the body is in {charset}; send it in UTF-8")
    media = media.strip().lower()
    if media == _FORM:
        return _of([*_fields(search), *_fields(_decoded(body))])
    if media == _DIRECT:
        fields = _fields(search)
        if any(name in ("query", "update") for name, _ in fields):
            raise Refusal(400, "the query stands in the body and in the address; send it once")
        return _of([*fields, ("query", _decoded(body))])
    if media == "application/sparql-update":
        raise Refusal(403, "updates are refused: the graph is made from the articles and only read here")
    raise Refusal(415, f"a body of type {media or 'no type'} is not taken; send {_DIRECT} or {_FORM}")


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"the body is not UTF-8 ({error.reason} at byte {error.start})") from error


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise Refusal(400, f"the parameters cannot be read ({error}); write them in UTF-8 and percent-encoded") from error


def _of(fields: Iterable[tuple[str, str]]) -> QueryAsked:
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    if "update" in values or "using-graph-uri" in values or "using-named-graph-uri" in values:
        raise Refusal(403, "updates are refused: the graph is made from the articles and only read here")
    queries = values.get("query", [])
    if len(queries) != 1:
        raise Refusal(400, f"there are {len(queries)} parameters `query`; send one")
    return QueryAsked(queries[0], tuple(values.get("default-graph-uri", ())), tuple(values.get("named-graph-uri", ())))
