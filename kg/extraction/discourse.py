"""Whom `ông`, `bà` mean: the subject of the sentence before, not the name that stands nearest.

`Ông` begins a sentence and stands for the person the last sentences were about; where none was, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.context_words import words
from kg.extraction.found import Found
from kg.extraction.persons import Person
from kg.extraction.view import SentenceView

__all__ = ["PRONOUNS", "pronoun_at", "subjects"]

PRONOUNS = frozenset({"ông", "bà", "ông ấy", "bà ấy"})


def pronoun_at(view: SentenceView, i: int) -> bool:
    """Whether token i is `ông` or `bà` standing for a person, not introducing a name."""
    return view.key(i) in {"ông", "bà"} and not view.upper(i + 1) and view.tokens[i].kind == "word"


def subjects(views: Sequence[SentenceView], found: Sequence[Found], person_of: Callable[[Found], object | None]) -> list[Person | None]:
    """For each sentence the person whom a pronoun at its begin would mean: the subject of the nearest sentence before that had one."""
    by_sentence: dict[int, list[Found]] = {}
    for finding in found:
        if finding.kind in ("person", "office"):
            by_sentence.setdefault(finding.sentence, []).append(finding)
    meant: list[Person | None] = []
    current: Person | None = None
    for view in views:
        meant.append(current)
        if view.sentence.block == "caption":
            continue
        subject = _subject(view, by_sentence.get(view.index, []), person_of)
        if subject is not None:
            current = subject
    return meant


def _subject(view: SentenceView, found: Sequence[Found], person_of: Callable[[Found], object | None]) -> Person | None:
    for finding in sorted(found, key=lambda f: f.start):
        person = person_of(finding)
        if isinstance(person, Person) and view.key(finding.start - 1) not in words("oblique"):
            return person
    # `Theo ông A, …`: nobody else is spoken of, so it is about him
    for finding in sorted(found, key=lambda f: f.start):
        person = person_of(finding)
        if isinstance(person, Person) and view.key(finding.start - 1) == "theo":
            return person
    return None
