"""Facts of a record as plain tuples, for tables."""

from __future__ import annotations

from kg.model import Extraction


def names(record: Extraction, kind: str) -> set[str]:
    """Names of the entities of one type; countries by ISO code."""
    return {e.iso or e.name if kind == "Country" else e.name for e in record.entities if e.type == kind}


def holdings(record: Extraction) -> set[tuple[str, str, str | None, str]]:
    """(person, role, owner, status); the owner is an ISO code or a name, None where left open."""
    entities = {e.id: e for e in record.entities}

    def owner(identifier: str | None) -> str | None:
        return (entities[identifier].iso or entities[identifier].name) if identifier else None

    return {(entities[h.person].name, h.role, owner(h.of), h.status) for h in record.holdings}
