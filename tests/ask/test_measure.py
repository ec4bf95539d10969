"""The questions of questions.tsv against the corpus: how many are read right, and how few wrong instead of refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.ask import Answer
from kg.ask.measure import Asked, Verdict, judge, read_questions, verdicts
from kg.graph import open_store

QUESTIONS = read_questions(Path(__file__).with_name("questions.tsv"))
Judged = list[tuple[Asked, Answer, Verdict]]


@pytest.fixture(scope="session")
def judged(corpus: Path) -> Judged:
    return verdicts(corpus, QUESTIONS)


def test_the_set_is_large_and_mixed() -> None:
    assert len(QUESTIONS) >= 90
    assert len({asked.question for asked in QUESTIONS}) == len(QUESTIONS)
    assert sum(asked.phrased == "before" for asked in QUESTIONS) >= 80
    assert sum(asked.phrased == "styles" for asked in QUESTIONS) >= 15
    assert sum(asked.expected == "-" for asked in QUESTIONS) >= 20
    assert 0.2 < sum(asked.language == "en" for asked in QUESTIONS) / len(QUESTIONS) < 0.4


@pytest.mark.parametrize("phrased", ["before", "after", "unseen", "styles", ""])
def test_right_and_wrong(judged: Judged, phrased: str) -> None:
    counts = Counter(verdict for asked, _, verdict in judged if phrased in {"", asked.phrased})
    wrong = [(asked.question, answer.question, answer.parameters) for asked, answer, verdict in judged if verdict == "wrong"]
    assert counts["right"] / counts.total() >= 0.9
    assert counts["wrong"] / counts.total() <= 0.03, wrong


def test_another_question_or_another_thing_is_wrong(corpus: Path) -> None:
    store = open_store(corpus)
    given = {"person": ("person:to-lam",)}
    answer = Answer("", "answered", "vi", "", "offices-of-person", given)
    assert judge(Asked("", "vi", "", "offices-of-person person=Tô Lâm"), answer, store) == "right"
    assert judge(Asked("", "vi", "", "offices-of-person person=Joe Biden"), answer, store) == "wrong"
    assert judge(Asked("", "vi", "", "events-of-person person=Tô Lâm"), answer, store) == "wrong"
    assert judge(Asked("", "vi", "", "-"), answer, store) == "wrong"
    assert judge(Asked("", "vi", "", "offices-of-person person=Tô Lâm"), Answer("", "not_understood", "vi", ""), store) == "refused"
