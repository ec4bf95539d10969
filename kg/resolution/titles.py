"""The titles of all articles that stand for a holder they do not name, each asked of office-first resolution for its own day.

The day is that of the event in which the title takes part; where that has no date, or the title takes part in none, that of the article.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from kg.model import Office, TitleReading
from kg.resolution.background import KnownTerm
from kg.resolution.claims import ClaimIds
from kg.resolution.office_first import Answer, OfficeFirst
from kg.resolution.offices import Key
from kg.resolution.periods import period_of
from kg.resolution.witnesses import Reference, Witness

__all__ = ["StandsFor", "read_titles"]

_OF_ARTICLE = 0.9
"""What is told without a date may lie back: an answer for the article's day is trusted less."""


class StandsFor(NamedTuple):
    """A title in an article; `event` is the number of the event it takes part in, `holder` a person, or a term whose person no article names."""

    reference: Reference
    event: int | None
    reading: TitleReading
    holder: str | KnownTerm | None


def read_titles(
    heard: Sequence[Witness],
    unnamed: Mapping[Reference, tuple[Key, str]],
    offices: Mapping[Key, Office],
    made: Mapping[str, ClaimIds],
    asked: OfficeFirst,
) -> list[StandsFor]:
    """The readings of all titles in order of article: one for each event that a title takes part in, one for a title that takes part in none.

    `unnamed` are the keys of entities' offices, `made` the claims of the articles.
    """
    found = []
    for witness in heard:
        number = 0
        for entity in witness.record.entities:
            reference = witness.reference(entity.id)
            if reference not in unnamed:
                continue
            office = offices[unnamed[reference][0]]
            taking_part: list[int | None] = [
                k for k, event in enumerate(witness.record.events) if any(part.office == entity.id for part in event.participants)
            ]
            for event in taking_part or [None]:
                number += 1
                days = _days(witness, event)
                answer = _answer(asked, office, days, acting=entity.kind == "acting")
                trust = answer.confidence * (_OF_ARTICLE if days and days.of == "article" else 1)
                reading = TitleReading(
                    id=f"title/{witness.id}/{number}",
                    article=witness.id,
                    title=entity.mentions[0].text if entity.mentions else entity.name,
                    office=office.id,
                    outcome=answer.outcome,
                    reason=answer.reason,
                    confidence=round(trust, 3),
                    day=days.first.isoformat() if days else None,
                    day_of=days.of if days else None,
                    holder=answer.holder if isinstance(answer.holder, str) else None,
                    candidates=answer.candidates,
                    claims=(made[witness.id].entities[entity.id],) if entity.id in made[witness.id].entities else (),
                )
                found.append(StandsFor(reference, event, reading, answer.holder))
    return found


class _Days(NamedTuple):
    first: datetime.date
    last: datetime.date
    of: Literal["event", "article"]


def _days(witness: Witness, event: int | None) -> _Days | None:
    """The days for which a title is meant; None where they cannot be known."""
    date = witness.record.events[event].date if event is not None else None
    if date is not None:
        period = period_of(date)
        return _Days(period.begin, period.end, "event") if period.begin and period.end else None
    return _Days(witness.day, witness.day, "article") if witness.day else None


def _answer(asked: OfficeFirst, office: Office, days: _Days | None, *, acting: bool) -> Answer:
    if office.seats != 1:
        return Answer("unknown", "it is not known that one person holds this office at a time")
    if days is None:
        return Answer("unknown", "neither the event nor the article has a date")
    return asked.holder(office.id, days.first, days.last, acting=acting)
