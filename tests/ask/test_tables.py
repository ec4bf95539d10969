"""The tables hold together: every construction reads its own example, into a question that is there and can be told."""

from __future__ import annotations

import pytest

from kg.ask import Asker
from kg.ask.evidence import _BODY
from kg.ask.lattice import lattice_of
from kg.ask.matching import readings
from kg.ask.tables import Construction, constructions, told, words
from kg.query import named_questions

ROWS = [row for row, _ in constructions()]
CLASSES = {word.word_class for word in words()}
THINGS = {"PERSON", "COUNTRY", "OFFICE", "ORGANIZATION", "PLACE", "AGREEMENT", "LEVEL"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_a_construction_reads_its_example(asker: Asker, row: Construction) -> None:
    found = readings(lattice_of(row.example, asker.names))
    assert [reading.question for reading in found] == [
        target[0] for target in [row.target(bool(found[0].period), _placed(found[0].things), bool(found[0].period and found[0].period.day))] if target
    ]
    assert found[0].construction.language == row.language


def _placed(things: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    return any(name == "place" for name, _ in things)


def test_every_class_has_words_and_every_word_a_construction() -> None:
    wanted = {element.word_class for _, sequences in constructions() for sequence in sequences for element in sequence}
    assert wanted - CLASSES - THINGS == set()
    assert CLASSES - wanted - {"FREE", "EVER", "AT", "HON"} == set()


def test_every_question_can_be_told_and_takes_what_is_given() -> None:
    for row, sequences in constructions():
        for asked in {row.question, row.narrowed, row.on_day} - {"", "="}:
            name = asked.split()[0]
            assert name in told(), row.pattern
            takes = {parameter.name for parameter in named_questions()[name].parameters}
            given = {element.parameter for sequence in sequences for element in sequence} - {""}
            assert given <= takes, (row.pattern, name, given - takes)


@pytest.mark.parametrize("row", told().values(), ids=lambda row: row.question)
def test_the_evidence_of_a_question_is_in_its_query(row: object) -> None:
    name, _, variable = row.about.rpartition(":")  # type: ignore[attr-defined]
    if variable:
        body = _BODY.search(named_questions()[name or row.question].sparql)  # type: ignore[attr-defined]
        assert body
        assert f"?{variable.lstrip('?')} " in body[1]
