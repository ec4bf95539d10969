"""Whom a body is to elect: `giới thiệu ông A … để Quốc hội bầu giữ chức X và |ông B, office|, để Quốc hội bầu giữ chức Y`.

The verb of naming stands once, before the first name; each further name has a purpose of its own behind it.
"""

from __future__ import annotations

from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import event_verbs

__all__ = ["nominee"]

_REACH = 8  # tokens from `để` to the verb: the body that is to elect


def nominee(clauses: Clauses, start: int) -> Group | None:
    """The persons right before the `để` that the verb at token `start` belongs to, None where the sentence names nobody for an office before it."""
    view = clauses.view
    purpose = next((k for k in range(start - 1, max(start - _REACH, 0), -1) if view.key(k) == "để"), None)
    if purpose is None:
        return None
    group = clauses.adjacent(purpose - (view.key(purpose - 1) == ","))
    if group is None or not group.personal:
        return None
    for k in range(group.start):
        found = event_verbs().at(view, k)
        if found is not None and clauses.actor_at(k) is None and any(row.value == "nominate" for row in found[0]):
            return group
    return None
