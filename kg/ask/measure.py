"""How good is asking: a file of questions with what each should be read as, against a build: right, wrong, refused.

`python -m kg.ask.measure BUILD QUESTIONS.tsv` prints the counts for the whole file, by language, and for each way in which it was phrased.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from pyoxigraph import Store

from kg.ask.answer import Answer
from kg.ask.asking import Asker
from kg.graph import open_store
from kg.lexicon.loader import read_table
from kg.query import named_questions
from kg.query.parameters import terms_of

__all__ = ["Asked", "Verdict", "judge", "read_questions", "verdicts"]

Verdict = Literal["right", "wrong", "refused"]
"""`refused`: not understood, or ambiguous, where an answer was expected; `wrong`: another answer than the one expected."""

_REFUSE, _AMBIGUOUS = "-", "?"


class Asked(msgspec.Struct, frozen=True):
    """A question with what is expected: `NAME parameter=value; …`, several with ` | ` between, `-` for a refusal, `?` for "ambiguous".

    `phrased` tells when it was written: before any pattern was, after, when they were thought complete, as a journalist would, or in other styles
    (shorthand, without diacritics) than those before.
    """

    phrased: str
    language: str
    question: str
    expected: str


def read_questions(path: Path) -> list[Asked]:
    """The questions of a table. Raises `LexiconError` naming file and line where a row does not fit."""
    return read_table(path, Asked)


def judge(asked: Asked, answer: Answer, store: Store) -> Verdict:
    """Whether an answer is the one expected: the same named question with the same things and days given to it."""
    if asked.expected == _REFUSE:
        return "wrong" if answer.kind == "answered" else "right"
    if asked.expected == _AMBIGUOUS:
        return {"answered": "wrong", "ambiguous": "right", "not_understood": "refused"}[answer.kind]  # type: ignore[return-value]
    if answer.kind != "answered":
        return "refused"
    question = named_questions()[answer.question]
    got = (answer.question, {name: frozenset(terms) for name, terms in terms_of(question, answer.parameters, store).items()})
    return "right" if any(got == _expected(one, store) for one in asked.expected.split(" | ")) else "wrong"


def verdicts(build: Path, questions: Iterable[Asked]) -> list[tuple[Asked, Answer, Verdict]]:
    """Every question, its answer and what it is worth."""
    store = open_store(build)
    asker = Asker(store)
    answers = ((asked, asker.ask(asked.question)) for asked in questions)
    return [(asked, answer, judge(asked, answer, store)) for asked, answer in answers]


def _expected(written: str, store: Store) -> tuple[str, dict[str, frozenset[object]]]:
    name, _, rest = written.strip().partition(" ")
    given = dict(part.strip().split("=", 1) for part in rest.split(";") if part.strip())
    return name, {parameter: frozenset(terms) for parameter, terms in terms_of(named_questions()[name], given, store).items()}


def main(arguments: Sequence[str]) -> None:
    """Print the figures, and below them every question that was not answered right."""
    build, table = map(Path, arguments)
    judged = verdicts(build, read_questions(table))
    groups = ["all", *dict.fromkeys(asked.phrased for asked, _, _ in judged), *dict.fromkeys(asked.language for asked, _, _ in judged)]
    print("questions\tright\twrong\trefused\tof")
    for group in groups:
        counts = Counter(verdict for asked, _, verdict in judged if group in {"all", asked.phrased, asked.language})
        total = counts.total()
        print(f"{group}\t{counts['right'] / total:.3f}\t{counts['wrong'] / total:.3f}\t{counts['refused'] / total:.3f}\t{total}")
    for asked, answer, verdict in judged:
        if verdict != "right":
            given = "; ".join(f"{name}={','.join(values)}" for name, values in answer.parameters.items())
            print(f"\n{verdict} ({asked.phrased}): {asked.question}\n  expected {asked.expected}")
            print(f"  got {answer.kind} {answer.question} {given} {answer.text[:90]!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
