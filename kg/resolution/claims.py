"""From each article's record to its claims: one for the first mention of each entity, one for each piece of evidence of a holding, event or figure.

A claim's number counts the claims of its kind in its article, in the order of the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.model import Claim, Event, Extraction, Holding, Span, Statistic, Tier
from kg.resolution.witnesses import Reference, Witness

__all__ = ["ClaimIds", "claim_ids", "claims"]


class ClaimIds(NamedTuple):
    """The claims of one record: by entity, by number of the holding, of the event, of the figure (each from 0)."""

    entities: Mapping[str, str]
    holdings: tuple[tuple[str, ...], ...]
    events: tuple[tuple[str, ...], ...]
    statistics: tuple[tuple[str, ...], ...]


def claim_ids(record: Extraction) -> ClaimIds:
    """The ids of the claims that `record` makes."""
    article = record.article.id
    mentioned = [entity.id for entity in record.entities if entity.mentions]
    return ClaimIds(
        {entity: f"claim/{article}/entity-{n}" for n, entity in enumerate(mentioned, start=1)},
        _numbered(record.holdings, f"claim/{article}/holding"),
        _numbered(record.events, f"claim/{article}/event"),
        _numbered(record.statistics, f"claim/{article}/statistic"),
    )


def _numbered(told: tuple[Holding, ...] | tuple[Event, ...] | tuple[Statistic, ...], stem: str) -> tuple[tuple[str, ...], ...]:
    count = 0
    ids = []
    for one in told:
        ids.append(tuple(f"{stem}-{count + n}" for n in range(1, len(one.evidence) + 1)))
        count += len(one.evidence)
    return tuple(ids)


def claims(
    witness: Witness,
    ids: ClaimIds,
    entities: Mapping[Reference, str],
    holdings: Mapping[tuple[str, int, int], str],
    events: Mapping[tuple[str, int], str],
    statistics: Mapping[tuple[str, int], str],
) -> Iterator[Claim]:
    """The claims of one article, each about the conclusion that it became part of; what became part of none is passed over.

    `holdings` are by article, number of the holding and number of its evidence, `events` and `statistics` by article and number.
    """
    for entity in witness.record.entities:
        about = entities.get(witness.reference(entity.id))
        if about is not None and entity.mentions:
            mention = entity.mentions[0]
            span = mention.start, mention.end
            yield _claim(witness, ids.entities[entity.id], "entity", about, span, entity.rule, entity.confidence, entity.tier)
    for number, holding in enumerate(witness.record.holdings):
        for evidence, (claim, span) in enumerate(zip(ids.holdings[number], holding.evidence, strict=True)):
            about = holdings.get((witness.id, number, evidence))
            if about is not None:
                yield _claim(witness, claim, "holding", about, span, holding.rule, holding.confidence, holding.tier)
    for number, event in enumerate(witness.record.events):
        about = events.get((witness.id, number))
        for claim, span in zip(ids.events[number], event.evidence, strict=True):
            if about is not None:
                yield _claim(witness, claim, "event", about, span, event.rule, event.confidence, event.tier)
    for number, figure in enumerate(witness.record.statistics):
        about = statistics.get((witness.id, number))
        for claim, span in zip(ids.statistics[number], figure.evidence, strict=True):
            if about is not None:
                yield _claim(witness, claim, "statistic", about, span, figure.rule, figure.confidence, figure.tier)


def _claim(witness: Witness, id: str, kind: str, about: str, span: Span, rule: str, confidence: float, tier: Tier) -> Claim:
    text = witness.record.text
    start, end = span
    first, last = witness.sentence(start, end)
    if start >= end:  # an evidence that is no stretch of text: its sentence stands for it
        start, end = first, last
    return Claim(id, kind, witness.id, about, start, end, text[start:end], first, last, text[first:last], rule, confidence, tier)
