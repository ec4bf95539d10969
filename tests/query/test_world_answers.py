"""Every named question has its whole answer on the small world, written down in world_answers.txt and checked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph import open_store
from kg.query import Question, named_questions, query
from kg.query.catalogue import catalogue
from kg.query.question import RESERVED, slot
from tests.query.answers import Told, read, written

TOLD = read(Path(__file__).with_name("world_answers.txt"))
QUESTIONS = list(named_questions().values())


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.command)
def test_answers(world: Path, told: Told) -> None:
    assert written(query(open_store(world), told.name, told.given)) == told.lines


def test_every_question_and_every_parameter_is_asked() -> None:
    asked = {(told.name, name) for told in TOLD for name in told.given} | {(told.name, "") for told in TOLD}
    known = {(question.name, parameter.name) for question in QUESTIONS for parameter in question.parameters}
    assert (known | {(question.name, "") for question in QUESTIONS}) - asked == set()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_says_what_it_asks(question: Question) -> None:
    assert question.vi
    assert question.en
    assert question.about
    assert question.topic in {"offices", "people", "meetings", "events", "visits", "relations", "evidence", "quality", "coverage", "export"}
    assert question.examples
    assert all(example.startswith(f"kg query {question.name}") for example in question.examples)
    assert not {parameter.name for parameter in question.parameters} & RESERVED
    assert all(slot(parameter.name).search(question.sparql) for parameter in question.parameters)


def test_there_are_at_least_forty() -> None:
    assert len(QUESTIONS) >= 40


def test_the_page_of_questions_is_up_to_date() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "questions.md"
    assert page.read_text(encoding="utf-8") == catalogue()
