"""The JSON interface in one table: address, what may be asked, what is answered. Routes and the OpenAPI document are both made from it."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from kg.serve.pool import Lane
from kg.serve.records import Answered, ArticleRecord, Found, Health, Neighbours, Questions, Resource
from kg.serve.refusal import Refusal

__all__ = [
    "OPERATIONS", "ArticleAsked", "Fault", "NeighboursAsked", "Nothing", "Operation", "QuestionAsked", "ResourceAsked", "SearchAsked", "asked_of",
]  # fmt: skip

_Asked = TypeVar("_Asked", bound=msgspec.Struct)
_ID = "An identifier (`person/to-lam`) or IRI."
_FROM = "How many to leave out before the first."


class Nothing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Takes no parameters."""


class SearchAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning of one word or several, with or without diacritics."""

    q: Annotated[str, Meta(description="The beginnings of words of a name.", max_length=200, examples=["to lam"])]
    limit: Annotated[int, Meta(description="The most results.", ge=1, le=50)] = 10


class ResourceAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One resource."""

    id: Annotated[str, Meta(description=_ID, max_length=2000, examples=["person/to-lam"])]
    events: Annotated[int, Meta(description=_FROM, ge=0, le=1_000_000)] = 0
    evidence: Annotated[int, Meta(description=_FROM, ge=0, le=1_000_000)] = 0


class ArticleAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article."""

    id: Annotated[str, Meta(description="An identifier (`article/…`) or IRI.", max_length=2000)]


class NeighboursAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One node of the graph."""

    id: Annotated[str, Meta(description=_ID, max_length=2000, examples=["person/to-lam"])]
    first: Annotated[int, Meta(description="The most neighbours.", ge=1, le=100)] = 16
    offset: Annotated[int, Meta(description=_FROM, ge=0, le=1_000_000)] = 0


class QuestionAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question in Vietnamese or English."""

    q: Annotated[str, Meta(description="The question in words.", max_length=500, examples=["Tô Lâm từng giữ những chức vụ gì?"])]


class Fault(msgspec.Struct, frozen=True):
    """Why a request was not answered."""

    error: str


class Operation(msgspec.Struct, frozen=True):
    """One address of the interface: the name of its task, what it takes and what it gives; `lane` are the processes that do it."""

    task: str
    path: str
    summary: str
    asked: type[msgspec.Struct]
    answer: type[msgspec.Struct]
    lane: Lane = "pages"


OPERATIONS: tuple[Operation, ...] = (
    Operation("search", "/api/search", "Search names as they are typed.", SearchAsked, Found),
    Operation("resource", "/api/resource", "All that the graph says of a resource, with evidence.", ResourceAsked, Resource),
    Operation("article", "/api/article", "An article's text with the names in it.", ArticleAsked, ArticleRecord),
    Operation("neighbours", "/api/neighbours", "What stands next to a node, kinds of ties in turn.", NeighboursAsked, Neighbours),
    Operation("questions", "/api/questions", "The named questions with their SPARQL, and the prefixes.", Nothing, Questions),
    Operation("ask", "/ask", "Answer a question in words; HTML for browsers.", QuestionAsked, Answered, lane="words"),
    Operation("health", "/health", "Whether the server answers, and what it serves.", Nothing, Health),
)


def asked_of(type_: type[_Asked], given: dict[str, Any]) -> _Asked:
    """The parameters of a request as the record of its operation. Raises `Refusal` 400, which names the parameter."""
    if doubled := [name for name, value in given.items() if not isinstance(value, str)]:
        raise Refusal(400, f"{doubled[0]}: is given more than once")
    try:
        return msgspec.convert(given, type_, strict=False)
    except msgspec.ValidationError as error:
        raise Refusal(400, f"{error}; /openapi.json says what this address takes") from error
