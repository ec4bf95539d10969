"""Whom `ông`, `bà` mean: the subject of the sentence before, not the name that stands nearest.

`Ông` begins a sentence and stands for the person the last sentences were about; where none was, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.persons.index import Person
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView

__all__ = ["PRONOUNS", "pronoun_at", "subjects"]

_TOPIC = 3  # mentions from which on a person is what the article is about
PRONOUNS = frozenset({"ông", "bà", "ông ấy", "bà ấy"})


def pronoun_at(view: SentenceView, i: int) -> bool:
    """Whether token i is `ông` or `bà` standing for a person, not introducing a name and not ending one (`hồ Thác |Bà|`)."""
    if view.key(i) not in {"ông", "bà"} or view.upper(i + 1) or view.tokens[i].kind != "word":
        return False
    return not (view.upper(i) and view.upper(i - 1))


def subjects(
    views: Sequence[SentenceView], found: Sequence[Found], person_of: Callable[[Found], Person | None], alone: Callable[[Found], bool]
) -> list[Person | None]:
    """For each sentence the person whom a pronoun at its begin would mean: the subject of the nearest sentence before that had one.

    `alone` tells of an office that no name stands with. A sentence with such a subject is about somebody the article does not name there, so that
    behind it nobody is meant.
    """
    by_sentence: dict[int, list[Found]] = {}
    for finding in found:
        if finding.kind in ("person", "office"):
            by_sentence.setdefault(finding.sentence, []).append(finding)
    meant: list[Person | None] = []
    current: Person | None = None
    for view in views:
        meant.append(current)
        here = sorted(by_sentence.get(view.index, ()), key=lambda f: f.start)
        if view.sentence.block == "caption" or not here:
            continue
        if here[0].kind == "office" and alone(here[0]) and _free(view, here[0]):
            current = None
            continue
        current = _subject(view, here, person_of) or current
    return meant


def _free(view: SentenceView, finding: Found) -> bool:
    """Whether the finding begins the sentence or stands behind a sign, as a subject does."""
    return finding.start == 0 or view.tokens[finding.start - 1].kind == "sign"


def _subject(view: SentenceView, found: Sequence[Found], person_of: Callable[[Found], Person | None]) -> Person | None:
    """The first person who is no oblique; one named only there gives way to whom the article names often beside them (`Bộ trưởng A đón ông B`)."""
    named = [(finding, person) for finding in found if (person := person_of(finding)) is not None]
    subject = next((person for finding, person in named if view.key(finding.start - 1) not in words("oblique")), None)
    if subject is not None and len(subject.found) == 1:
        often = max((person for _, person in named), key=lambda person: len(person.found))
        return often if len(often.found) >= _TOPIC else subject
    # `Theo ông A, …`: nobody else is spoken of, so it is about him
    return subject or next((person for finding, person in named if view.key(finding.start - 1) == "theo"), None)
