"""An answer as text for programs: SPARQL 1.1 JSON and CSV for rows, Turtle for triples. The same answer gives the same text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.graph.namespaces import XSD
from kg.graph.turtle import turtle
from kg.query.answer import Answer, Rows, Term, Triples, Truth

__all__ = ["FORMATS", "as_csv", "as_json", "as_turtle", "text_of"]


def as_json(answer: Answer, prefixes: Mapping[str, str]) -> str:
    """SPARQL 1.1 Query Results JSON (W3C, 2013); triples are rows of subject, predicate and object."""
    if isinstance(answer, Truth):
        return json.dumps({"head": {}, "boolean": answer.value}) + "\n"
    rows = _rows(answer)
    bindings = [
        {variable: _json_term(term) for variable, term in zip(rows.variables, row, strict=True) if term is not None} for row in rows.rows
    ]
    document = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_csv(answer: Answer, prefixes: Mapping[str, str]) -> str:
    """SPARQL 1.1 Query Results CSV (W3C, 2013): bare values, CRLF line ends (RFC 4180)."""
    if isinstance(answer, Truth):
        raise QueryError("--format csv: a yes or no has no rows; use table or json")
    rows = _rows(answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows.variables)
    writer.writerows([text_of(term) for term in row] for row in rows.rows)
    return out.getvalue()


def as_turtle(answer: Answer, prefixes: Mapping[str, str]) -> str:
    """Turtle with the prefixes of the build, sorted."""
    if not isinstance(answer, Triples):
        raise QueryError("--format turtle is for CONSTRUCT and DESCRIBE; use table, csv or json here")
    ordered = sorted((Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in answer.triples), key=str)
    return "".join(turtle(ordered, prefixes))


FORMATS = {"csv": as_csv, "json": as_json, "turtle": as_turtle}


def text_of(term: Term | None) -> str:
    """A term as bare text: an IRI without brackets, a literal without quotes, nothing for unbound."""
    if term is None:
        return ""
    return str(term) if isinstance(term, (BlankNode, Triple)) else term.value


def _rows(answer: Rows | Triples) -> Rows:
    if isinstance(answer, Rows):
        return answer
    rows = sorted(((t.subject, t.predicate, t.object) for t in answer.triples), key=str)
    return Rows(("subject", "predicate", "object"), tuple(rows), answer.more)


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        if term.datatype.value == XSD + "string":
            return {"type": "literal", "value": term.value}
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
