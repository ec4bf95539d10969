"""An office of one person, merged over the article, and whose it is by the words of the office itself."""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.persons.index import Person
from kg.extraction.sentence.found import Found
from kg.model import HoldingStatus

__all__ = ["HeldOffice", "Owner", "owner_in_words"]

Owner = tuple[str, object]
"""`("country", ISO code)`, `("organization", finding)` or `("place", finding)`."""


class HeldOffice(NamedTuple):
    """An office of a person, merged over the article. `evidence` are the findings (office, person) that say so."""

    person: Person
    title: str
    key: str
    role_id: str
    owner: Owner | None
    status: HoldingStatus
    scope: str | None
    evidence: tuple[tuple[Found, Found], ...]
    rule: str
    confidence: float


def owner_in_words(office: Found, phrase: OfficePhrase) -> Owner | None:
    """The body, country or place that the office phrase names, None where it names none."""
    if phrase.body is not None:
        return ("organization", (office.sentence, phrase.body.start, phrase.body.end))
    if phrase.country is not None:
        return ("country", phrase.country[0].iso)
    if phrase.place is not None:
        return ("place", (office.sentence, phrase.place[1], phrase.place[2]))
    return None
