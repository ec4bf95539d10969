"""What the reader of a sentence finds, before it is known which findings are the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kg.extraction.bodies.agreements import Document
from kg.extraction.bodies.organizations import Body
from kg.extraction.offices.phrases import OfficePhrase
from kg.lexicon.rows import Country, PlaceRow

__all__ = ["Found", "FoundKind", "HoldingLink", "SentenceFindings", "by_sentence"]

FoundKind = Literal["person", "country", "organization", "place", "agreement", "office"]


class Found(NamedTuple):
    """A finding at tokens `[start, end)` of sentence `sentence`.

    `certain` tells that its surroundings show what it is; an uncertain person is a capitalised run that only another mention can confirm.
    `honorific` is the word before a person's name (`ông`, `bà`, `Đại tướng`), empty where there is none.
    """

    kind: FoundKind
    sentence: int
    start: int
    end: int
    name: str
    what: Country | PlaceRow | Body | Document | OfficePhrase | None
    rule: str
    certain: bool = True
    honorific: str = ""


class HoldingLink(NamedTuple):
    """An office phrase said of a person in one sentence (both are the very findings); `rule` names the construction."""

    person: Found
    office: Found
    rule: str


class SentenceFindings(NamedTuple):
    """All findings of one sentence in order of position, and what joins them."""

    found: tuple[Found, ...]
    links: tuple[HoldingLink, ...]


def by_sentence(found: Iterable[Found]) -> dict[int, list[Found]]:
    """The findings of each sentence, in their order."""
    sentences: dict[int, list[Found]] = {}
    for finding in found:
        sentences.setdefault(finding.sentence, []).append(finding)
    return sentences
