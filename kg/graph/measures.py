"""From the lexicon's measures to `ontology/measures.ttl`, a SKOS scheme: what figures said of two countries measure.

`python -m kg.graph.roles` writes it. `measure_names.tsv` gives each its English name and the broader measure it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from pyoxigraph import NamedNode, Quad

from kg.errors import LexiconError
from kg.graph.namespaces import DCTERMS, MEASURE, PREFIXES, RDF, RDFS, SKOS
from kg.graph.terms import Object, Triple, facts, text
from kg.graph.turtle import turtle
from kg.language.folding import slug
from kg.lexicon.loader import TABLES, read_table

__all__ = ["MeasureForm", "MeasureName", "measures_text", "measures_turtle"]

FORMS = TABLES / "statistic_measures.tsv"
NAMES = Path(__file__).with_name("measure_names.tsv")
_SCHEME = NamedNode(MEASURE.removesuffix("/"))
_PREFIXES = {prefix: PREFIXES[prefix] for prefix in ("dcterms", "measure", "rdf", "rdfs", "skos")}


class MeasureForm(msgspec.Struct, frozen=True):
    """How articles call a measure; `kind` is between, flow or count."""

    form: str
    measure: str
    kind: str
    source: str
    unit: str = ""


class MeasureName(msgspec.Struct, frozen=True):
    """A measure in English, and the measure that holds it (empty: none)."""

    measure: str
    title_en: str
    group: str
    source: str


def measures_turtle(forms: Iterable[MeasureForm], names: Iterable[MeasureName]) -> str:
    """The Turtle text of `ontology/measures.ttl`, the same whatever the order of the rows.

    Raises `LexiconError` where a measure has no row in `measure_names.tsv`, or one of a group that has none.
    """
    known = {row.measure: row for row in names}
    called: defaultdict[str, set[str]] = defaultdict(set)
    for row in forms:
        if row.measure not in known:
            raise LexiconError(f"{FORMS.name}: measure {row.measure!r} has no English name; give it a row in {NAMES}")
        called[row.measure].add(row.form)
    for name in known.values():
        if name.group and name.group not in known:
            raise LexiconError(f"{NAMES}: {name.measure!r} is of the group {name.group!r}, which has no row; add it or empty the cell")
    triples = [*_scheme(), *(triple for measure in sorted(known) for triple in _concept(known[measure], called[measure]))]
    head = "# Made from kg/lexicon/statistic_measures.tsv by `python -m kg.graph.roles`; change the table, not this file.\n\n"
    return head + "".join(turtle((Quad(*triple) for triple in triples), _PREFIXES))


def _skos(name: str) -> NamedNode:
    return NamedNode(SKOS + name)


def _labels(vi: str, en: str, *properties: NamedNode) -> list[tuple[NamedNode, Object | None]]:
    return [(label, text(words, language)) for label in properties for words, language in ((vi, "vi"), (en, "en"))]


def _scheme() -> Iterator[Triple]:
    labels = _labels("Các đại lượng nói về hai nước", "What is measured of two countries", NamedNode(RDFS + "label"))
    yield from facts(_SCHEME, (NamedNode(RDF + "type"), _skos("ConceptScheme")), *labels)


def _concept(row: MeasureName, forms: Iterable[str]) -> Iterator[Triple]:
    yield from facts(
        NamedNode(MEASURE + slug(row.measure)),
        (NamedNode(RDF + "type"), _skos("Concept")),
        *_labels(row.measure[:1].upper() + row.measure[1:], row.title_en, NamedNode(RDFS + "label"), _skos("prefLabel")),
        (_skos("altLabel"), [term for form in sorted(set(forms) - {row.measure}) if (term := text(form, "vi"))]),
        (_skos("inScheme"), _SCHEME),
        (_skos("broader"), NamedNode(MEASURE + slug(row.group)) if row.group else None),
        (NamedNode(DCTERMS + "source"), text(row.source)),
    )


def measures_text() -> str:
    """The text of `ontology/measures.ttl`, from the tables of the package."""
    return measures_turtle(read_table(FORMS, MeasureForm), read_table(NAMES, MeasureName))
