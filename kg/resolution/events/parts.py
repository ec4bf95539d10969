"""Which merged event each is a part of: the meetings and signings of a visit belong to the event that the visit's reports became.

An article says it of its own events; where articles name different visits, most of them decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.resolution.events.merged import MergedEvent

__all__ = ["wholes"]


def wholes(merged: Sequence[MergedEvent], ids: Mapping[int, str]) -> dict[int, str]:
    """For each event that is part of another, by its place in `merged`, the identifier of the whole; `ids` are those of all events."""
    became = {(report.article, report.event.id): ids[k] for k, event in enumerate(merged) for report in event.reports}
    found = {}
    for k, event in enumerate(merged):
        told = [(report.article, report.event.part_of) for report in event.reports if report.event.part_of]
        if not told:
            continue
        votes = Counter(whole for part in told if (whole := became.get(part)) is not None and whole != ids[k])
        if votes:
            found[k] = min(votes, key=lambda whole: (-votes[whole], whole))
    return found
