"""Integrity of the tables that the event grammar reads: over all rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, RDFS, SKOS

from kg.extraction.events.tables import ClauseWord, Cue, EventCode, EventVerb, RelationLevel, VisitLevel, event_codes
from kg.language import fold
from kg.lexicon.loader import TABLES, read_table

ROWS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "event_verbs.tsv": (EventVerb, ("form", "event", "frame", "value")),
    "modality_cues.tsv": (Cue, ("form", "modality", "reach")),
    "visit_levels.tsv": (VisitLevel, ("form",)),
    "relation_levels.tsv": (RelationLevel, ("form",)),
    "event_codes.tsv": (EventCode, ("event", "value")),
    "clause_words.tsv": (ClauseWord, ("word", "kind", "value")),
}
ONTOLOGY = Path(__file__).parents[3] / "ontology"
KG = Namespace("http://example.org/kg/ontology#")


@pytest.mark.parametrize("table", ROWS)
def test_rows_have_a_source_and_stand_once(table: str) -> None:
    row_type, key = ROWS[table]
    rows = read_table(TABLES / table, row_type)
    assert all(row.source for row in rows)
    twice = [k for k, n in Counter(tuple(getattr(row, field) for field in key) for row in rows).items() if n > 1]
    assert twice == []


def test_event_types_are_classes_of_the_ontology_or_known_beside_it() -> None:
    classes = {str(s).rsplit("#", 1)[1] for s in Graph().parse(ONTOLOGY / "kg.ttl").subjects(RDFS.subClassOf, KG.Event)}
    told = {row.event for row in read_table(TABLES / "event_verbs.tsv", EventVerb)} - {""}
    assert told - classes <= {"Congratulation", "Condolence"}


def test_every_event_type_has_a_code_row() -> None:
    told = {row.event for row in read_table(TABLES / "event_verbs.tsv", EventVerb)} - {""}
    assert told == {event for event, _ in event_codes()}


def test_levels_are_concepts_of_the_ontology() -> None:
    graph = Graph().parse(ONTOLOGY / "levels.ttl")
    labels = {
        str(concept).rsplit("/", 1)[1]: {fold(str(label)) for label in graph.objects(concept, SKOS.prefLabel)}
        for concept in graph.subjects(RDF.type, SKOS.Concept)
    }
    for row in read_table(TABLES / "relation_levels.tsv", RelationLevel):
        assert fold(row.name) in labels[row.level], row.form
