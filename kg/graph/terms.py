"""From the values of records to RDF terms: nothing a text or a page says can break a literal or pass for an IRI."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import KG, RDF, RDFS, SKOS, XSD, path_of, web_address

__all__ = ["ALT_LABEL", "LABEL", "TYPE", "Object", "Triple", "address", "boolean", "day", "decimal", "facts", "integer", "iri_maker", "kg", "text"]

Object = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Object]

TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")
ALT_LABEL = NamedNode(SKOS + "altLabel")
_ANY_URI = NamedNode(XSD + "anyURI")
_BOOLEAN = NamedNode(XSD + "boolean")
_DATE = NamedNode(XSD + "date")
_DECIMAL = NamedNode(XSD + "decimal")
_INTEGER = NamedNode(XSD + "integer")


@functools.cache
def kg(name: str) -> NamedNode:
    """A class or property of the ontology."""
    return NamedNode(KG + name)


def iri_maker(base: str) -> Callable[[str], NamedNode]:
    """The function from an identifier of a record to its IRI under `base`."""

    @functools.cache
    def iri(identifier: str) -> NamedNode:
        return NamedNode(base + path_of(identifier))

    return iri


def text(value: str | None, language: str | None = None) -> Literal | None:
    """A string; None for no text. A lone surrogate, which no encoding can write, becomes U+FFFD, so that lengths stay."""
    if not value:
        return None
    try:
        return Literal(value, language=language)
    except (ValueError, TypeError):  # pyoxigraph says ValueError for a str that is not valid Unicode
        return Literal(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), language=language)


def day(value: str | None) -> Literal | None:
    """An xsd:date; what is no calendar day stays a string, which the shapes report: a false xsd:date compares wrong in silence."""
    if not value:
        return None
    try:
        if len(value) == 10:
            datetime.date.fromisoformat(value)
            return Literal(value, datatype=_DATE)
    except ValueError:
        pass
    return text(value)


def address(value: str | None) -> Literal | None:
    """An xsd:anyURI where `value` is a well-formed http(s) address, a string where it is anything else."""
    if value and web_address(value):
        return Literal(value, datatype=_ANY_URI)
    return text(value)


def boolean(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def integer(value: int | None) -> Literal | None:
    """An xsd:integer."""
    return None if value is None else Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """An xsd:decimal of at most six places, without trailing zeros: the form in which Oxigraph gives it back."""
    rounded = format(Decimal(str(round(value, 6))), "f")
    return Literal(rounded.rstrip("0").rstrip(".") if "." in rounded else rounded, datatype=_DECIMAL)


def facts(subject: NamedNode, *pairs: tuple[NamedNode, Object | Iterable[Object] | None]) -> Iterator[Triple]:
    """Triples about one subject; None says nothing, an iterable says each of its terms."""
    for predicate, value in pairs:
        if isinstance(value, (NamedNode, Literal)):
            yield subject, predicate, value
        elif value is not None:
            for term in value:
                yield subject, predicate, term
