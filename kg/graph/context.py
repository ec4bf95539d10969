"""The JSON-LD context, made from `ontology/kg.ttl` (`python -m kg.graph.roles` writes `ontology/context.jsonld`).

A term is the local name of a class or property; the range of a property says how its values are to be read.
"""

from __future__ import annotations

import functools
import json

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.graph.namespaces import BASE, KG, LEVEL, MEASURE, OWL, PREFIXES, RDF, RDFS, ROLE, SKOS, XSD
from kg.resources import ontology_path

__all__ = ["LANGUAGE_TERMS", "context", "context_text", "terms"]

LANGUAGE_TERMS = {
    "label": RDFS + "label",
    "prefLabel": SKOS + "prefLabel",
    "altLabel": SKOS + "altLabel",
    "definition": SKOS + "definition",
}
"""Terms whose values are maps from language to text."""

_OTHER_TERMS = {"sameAs": OWL + "sameAs", "broader": SKOS + "broader", "inScheme": SKOS + "inScheme", "exactMatch": SKOS + "exactMatch"}
# `role:`, `level:` and `measure:` are terms of their own here (kg:role, kg:level, kg:measure), so they cannot be prefixes.
_PREFIXES = {prefix: iri for prefix, iri in PREFIXES.items() if iri not in {ROLE, LEVEL, MEASURE}}


@functools.cache
def terms() -> dict[str, tuple[str, str | None]]:
    """Term → (IRI, how its values are read: `@id`, a datatype IRI, or None for plain strings and mixed values)."""
    classes: set[str] = set()
    object_properties: set[str] = set()
    properties: set[str] = set()
    ranges: dict[str, str] = {}
    for quad in parse(path=str(ontology_path("kg.ttl")), format=RdfFormat.TURTLE):
        if not (isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(KG) and isinstance(quad.object, NamedNode)):
            continue
        name, value = quad.subject.value.removeprefix(KG), quad.object.value
        if quad.predicate.value == RDFS + "range":
            ranges[name] = value
        elif quad.predicate.value == RDF + "type" and value == OWL + "Class":
            classes.add(name)
        elif quad.predicate.value == RDF + "type":
            properties.add(name)
            if value == OWL + "ObjectProperty":
                object_properties.add(name)
    found: dict[str, tuple[str, str | None]] = {name: (KG + name, None) for name in classes}
    for name in properties:
        datatype = ranges.get(name, "")
        typed = datatype if datatype.startswith(XSD) and datatype != XSD + "string" else None
        found[name] = (KG + name, "@id" if name in object_properties else typed)
    return found | {name: (iri, "@id") for name, iri in _OTHER_TERMS.items()}


def context(base: str = BASE) -> dict[str, object]:
    """The value of `@context`, with `id:` for `base`; keys in one order."""
    table: dict[str, object] = {"@version": 1.1, "id": base} | {prefix: _PREFIXES[prefix] for prefix in sorted(_PREFIXES)}
    for name, iri in LANGUAGE_TERMS.items():
        table[name] = {"@id": iri, "@container": "@language"}
    for name, (iri, reading) in sorted(terms().items()):
        table[name] = {"@id": iri, "@type": reading} if reading else iri
    return table


def context_text() -> str:
    """The text of `ontology/context.jsonld`."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"
