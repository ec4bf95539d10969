"""From merged changes of relations to the level that two countries' relations have since."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Relation
from kg.resolution.events import MergedEvent
from kg.resolution.identifiers import assign, slug_of
from kg.resolution.levels import level_named
from kg.resolution.periods import period_of

__all__ = ["relations"]


def relations(events: Iterable[MergedEvent]) -> list[Relation]:
    """The relations that changes which happened set up.

    `since` is the full date of the change, None where only a month or a year is told.
    """
    drafts: list[tuple[tuple[str, ...], str, MergedEvent]] = []
    for event in events:
        pair = tuple(sorted({country for report in event.reports for country in report.countries}))
        if event.type == "RelationChange" and event.modality == "happened" and event.level and len(pair) == 2:
            drafts.append((pair, event.level, event))
    wishes, essence = {}, {}
    for number, (pair, level, event) in enumerate(drafts):
        name = slug_of(*(iso.lower() for iso in pair), level_named(level).id or level)
        wishes[number] = [name, f"{name}-{event.date[:4]}"] if event.date else [name]
        first = event.reports[0]
        essence[number] = "|".join((*pair, level, event.date or "", first.article, str(first.number)))
    ids = assign("relation", wishes, essence)
    found = []
    for number, (pair, level, event) in enumerate(drafts):
        period = period_of(event.date)
        since = period.begin.isoformat() if period.begin and (period.is_day or (event.date and "/" in event.date)) else None
        claims = tuple(sorted(claim for report in event.reports for claim in report.claims))
        concept = level_named(level)
        both = f"country/{pair[0]}", f"country/{pair[1]}"
        found.append(Relation(ids[number], both, concept.label, concept.id, since, claims))
    return found
