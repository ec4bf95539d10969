"""From sorted quads to JSON-LD, compacted by the ontology's context, which stands in the file: nothing is fetched to read it."""

from __future__ import annotations

import itertools
import json
import operator
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.context import LANGUAGE_TERMS, context, terms
from kg.graph.namespaces import PREFIXES, RDF, XSD

__all__ = ["Compaction", "document_start", "jsonld"]

_TYPE = RDF + "type"


def jsonld(quads: Iterable[Quad], base: str) -> Iterator[str]:
    """`quads`, grouped by graph and then by subject, as pieces of one JSON document: a node a line, a named graph an object."""
    compact = Compaction(base)
    yield document_start(base)
    for number, (graph, members) in enumerate(itertools.groupby(quads, key=operator.attrgetter("graph_name"))):
        yield ",\n" if number else ""
        yield '{"@id": ' + json.dumps(compact.iri(graph.value)) + ', "@graph": [\n'
        for place, (subject, facts) in enumerate(itertools.groupby(members, key=operator.attrgetter("subject"))):
            yield ",\n" if place else ""
            yield json.dumps(compact.node(subject.value, facts), ensure_ascii=False)
        yield "\n]}"
    yield "\n]}\n"


def document_start(base: str) -> str:
    """The beginning of the document: the context, which is that of the ontology with `id:` for `base`."""
    return '{"@context": ' + json.dumps(context(base), ensure_ascii=False) + ',\n"@graph": [\n'


class Compaction:
    """Nodes as the context lets them be written under `base`."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._readings = {iri: (name, reading) for name, (iri, reading) in terms().items()}
        self._language_terms = {iri: name for name, iri in LANGUAGE_TERMS.items()}

    def iri(self, iri: str) -> str:
        """The value of an `@id`: `id:person/to-lam`, or the whole IRI of what is not ours."""
        if iri.startswith(self._base) and not iri.startswith("//", len(self._base)):
            return "id:" + iri[len(self._base) :]
        return iri

    def node(self, subject: str, facts: Iterable[Quad]) -> dict[str, object]:
        """The node object of a subject; `facts` are its quads of one graph, in order."""
        node: dict[str, object] = {"@id": self.iri(subject), "@type": []}
        values: dict[str, list[object]] = {}
        for quad in facts:
            predicate, term = quad.predicate.value, quad.object
            if predicate == _TYPE and isinstance(term, NamedNode):
                values.setdefault("@type", []).append(self._class(term.value))
            elif predicate in self._language_terms and isinstance(term, Literal) and term.language:
                by_language = node.setdefault(self._language_terms[predicate], {})
                assert isinstance(by_language, dict)
                by_language.setdefault(term.language, []).append(term.value)
            else:
                key, value = self._value(predicate, term)
                values.setdefault(key, []).append(value)
        for key in self._language_terms.values():
            if isinstance(texts := node.get(key), dict):
                node[key] = {language: _single(listed) for language, listed in texts.items()}
        node |= {key: _single(listed) for key, listed in values.items()}
        return {key: value for key, value in node.items() if value != []}

    def _class(self, iri: str) -> str:
        return self._readings[iri][0] if iri in self._readings else _curie(iri)

    def _value(self, predicate: str, term: object) -> tuple[str, object]:
        """Key and value. A value that the term's own reading would change stands in full under the prefixed name."""
        name, reading = self._readings.get(predicate, (_curie(predicate), None))
        if isinstance(term, NamedNode):
            return (name, self.iri(term.value)) if reading == "@id" else (name, {"@id": self.iri(term.value)})
        assert isinstance(term, Literal)
        datatype = term.datatype.value
        if term.language:
            return _curie(predicate), {"@value": term.value, "@language": term.language}
        if datatype == reading:
            return name, int(term.value) if datatype == XSD + "integer" else term.value
        if datatype == XSD + "string":
            return (name, term.value) if reading is None else (_curie(predicate), {"@value": term.value})
        return _curie(predicate), {"@value": term.value, "@type": datatype}


def _curie(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and prefix not in {"role", "level", "measure"}:
            return f"{prefix}:{iri[len(namespace):]}"
    return iri


def _single(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
