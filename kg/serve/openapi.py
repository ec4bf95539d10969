"""The OpenAPI 3.1 document of the server: the JSON interface from its table, the SPARQL protocol and the resources' addresses by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from kg import __version__
from kg.serve.api import OPERATIONS, Fault, Operation
from kg.serve.sparql import RDF_FORMATS, TABLE_FORMATS

__all__ = ["document"]

Json = dict[str, Any]
_SCHEMAS = "#/components/schemas/{name}"
_STATUSES = {
    400: "The request or the query is wrong; the message says where.",
    404: "There is no such resource.",
    406: "Nothing that is wanted can be given.",

    413: "The request is too large.",
    415: "The body is of a type that is not taken.",
    503: "Too many requests wait; try again in a moment.",
    504: "It took too long and was ended.",
}


def document() -> Json:
    """The whole document, ready to be written as JSON."""
    answers = [operation.answer for operation in OPERATIONS]
    _, components = msgspec.json.schema_components([*answers, Fault], ref_template=_SCHEMAS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg serve",
            "version": __version__,
            "description": "A knowledge graph of Vietnamese political news, read-only: every answer names the sentences it rests on.",
        },
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS}
        | {"/sparql": _sparql(), "/id/{id}": {"get": _resource()}, "/openapi.json": {"get": _self()}},
        "components": {"schemas": components},
    }


def _operation(operation: Operation) -> Json:
    statuses = [400, 404, 504, 503]
    answer = {"description": operation.summary, "content": _content("application/json", operation.answer)}
    return {
        "operationId": operation.task,
        "summary": operation.summary,
        "parameters": list(_parameters(operation)),
        "responses": {"200": answer} | _faults(statuses),
    }


def _parameters(operation: Operation) -> list[Json]:
    (_,), components = msgspec.json.schema_components([operation.asked], ref_template=_SCHEMAS)
    schema = components[operation.asked.__name__]
    required = schema.get("required", [])
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "description": about.get("description", ""),
            "schema": {key: value for key, value in about.items() if key != "description"},
        }
        for name, about in schema["properties"].items()
    ]


def _content(media: str, type_: type[msgspec.Struct]) -> Json:
    return {media: {"schema": {"$ref": _SCHEMAS.format(name=type_.__name__)}}}


def _faults(statuses: list[int], media: str = "application/json") -> Json:
    content = _content(media, Fault) if media == "application/json" else {media: {"schema": {"type": "string"}}}
    return {str(status): {"description": _STATUSES[status], "content": content} for status in statuses}


def _sparql() -> Json:
    text: Json = {"type": "string"}
    query = {"name": "query", "in": "query", "schema": text, "description": "A SPARQL 1.1 query; without one the service description is given."}
    graphs = [
        {"name": name, "in": "query", "schema": {"type": "array", "items": text}, "description": about}
        for name, about in (
            ("default-graph-uri", "The graphs that are the default graph, instead of all together."),
            ("named-graph-uri", "The graphs that GRAPH may name, instead of all."),
        )
    ]
    fields = {"query": text, "default-graph-uri": {"type": "array", "items": text}, "named-graph-uri": {"type": "array", "items": text}}
    medias = (*TABLE_FORMATS, *RDF_FORMATS)
    answer = {"description": "The answer; X-Kg-Cut-At tells that it was cut at that many rows.", "content": {m: {"schema": text} for m in medias}}
    faults = _faults([400, 406, 504, 413, 503], "text/plain")
    form = {"schema": {"type": "object", "required": ["query"], "properties": fields}}
    return {
        "get": {
            "operationId": "queryByGet",
            "summary": "SPARQL 1.1 protocol, query by GET.",
            "parameters": [query, *graphs],
            "responses": {"200": answer} | faults,
        },
        "post": {
            "operationId": "queryByPost",
            "summary": "SPARQL 1.1 protocol, query by POST: as a form or as it is.",
            "parameters": graphs,
            "requestBody": {
                "required": True,
                "content": {"application/x-www-form-urlencoded": form, "application/sparql-query": {"schema": text}},
            },
            "responses": {"200": answer} | faults | _faults([415], "text/plain"),
        },
    }


def _resource() -> Json:
    text: Json = {"type": "string"}
    return {
        "operationId": "dereference",
        "summary": "A resource at its own address: a page for browsers, RDF by Accept.",
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": text, "description": "What follows the base of its IRI."}],
        "responses": {"200": {"description": "The resource.", "content": {media: {"schema": text} for media in ("text/html", *RDF_FORMATS)}}}
        | _faults([404, 406], "text/plain"),
    }


def _self() -> Json:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {"operationId": "openapi", "summary": "This document.", "responses": {"200": {"description": "OpenAPI 3.1.", "content": content}}}
