"""From sorted quads to Turtle and TriG to be read by people: prefixes, one block a subject, class and label first, sorted.

pyoxigraph writes Turtle too, but its prefixes come in an order that changes from run to run.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.namespaces import RDF, RDFS, XSD

__all__ = ["TermWriter", "blocks", "prefix_lines", "trig", "turtle"]

_LOCAL_NAME = re.compile(r"(?![.-])(?:[A-Za-z0-9_/-]|%[0-9A-F]{2}|\.(?=[^.]))*(?<![.])")
_FIRST = {RDF + "type": 0, RDFS + "label": 1}
_NUMBER = re.compile(r"-?[0-9]+")


class TermWriter:
    """Terms as Turtle writes them: prefixed names where the local part is plain, full IRIs elsewhere."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = sorted(prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        self._names: dict[str, str] = {RDF + "type": "a"}

    def name(self, iri: str) -> str:
        """`iri` as a prefixed name (`person:to-lam`) or between angle brackets; `a` for rdf:type."""
        known = self._names.get(iri)
        if known is None:
            known = self._names[iri] = self._shortened(iri) or f"<{iri}>"
        return known

    def _shortened(self, iri: str) -> str | None:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(local := iri[len(namespace) :]):
                return f"{prefix}:{local.replace('/', chr(92) + '/')}"
        return None

    def term(self, term: object) -> str:
        """A node or literal; integers stand bare."""
        if isinstance(term, NamedNode):
            return self.name(term.value)
        if isinstance(term, Literal):
            datatype = term.datatype.value
            if datatype == XSD + "integer" and _NUMBER.fullmatch(term.value):
                return term.value
            if datatype.startswith(XSD) and datatype != XSD + "string":
                return str(term).removesuffix(f"<{datatype}>") + self.name(datatype)
        return str(term)


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The triples of `quads` (graph names aside), which must come grouped by subject, as pieces of a Turtle file."""
    yield from prefix_lines(prefixes)
    yield from blocks(quads, TermWriter(prefixes), "")


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """`quads`, which must come grouped by graph and then by subject, as pieces of a TriG file."""
    writer = TermWriter(prefixes)
    yield from prefix_lines(prefixes)
    for graph, members in itertools.groupby(quads, key=operator.attrgetter("graph_name")):
        yield f"\n{writer.term(graph)} {{\n"
        yield from blocks(members, writer, "  ")
        yield "}\n"


def prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    """The declarations with which a file begins."""
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def blocks(quads: Iterable[Quad], writer: TermWriter, indent: str) -> Iterator[str]:
    """What `quads` of one graph, grouped by subject, say: a block of lines a subject, each after an empty line."""
    for subject, members in itertools.groupby(quads, key=operator.attrgetter("subject")):
        properties: dict[str, list[str]] = {}
        for quad in members:
            properties.setdefault(quad.predicate.value, []).append(writer.term(quad.object))
        lines = [
            f"{writer.name(predicate)} {' , '.join(sorted(properties[predicate]))}"
            for predicate in sorted(properties, key=lambda iri: (_FIRST.get(iri, 2), iri))
        ]
        yield f"\n{indent}{writer.term(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"
