"""Events of a record as lines of text, for tables: `Visit Tô Lâm > LA 2024-07-11/2024-07-12 [cấp Nhà nước]`.

Participants are joined by ` + `, a destination follows ` > `, a place ` @ `; then date, level or office in brackets, modality unless
`happened`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Extraction

__all__ = ["CORE", "Case", "Read", "cases", "lines"]

Read = Callable[..., Extraction]
Case = tuple[str, str, set[str]]
CORE = frozenset({"Meeting", "PhoneCall", "Visit", "Signing", "RelationChange", "Appointment", "Departure"})


def cases(rows: list[Case]) -> list[object]:
    """Rows (construction, sentence, events) as parameters, with the construction for their name."""
    return [pytest.param(text, expected, id=construction) for construction, text, expected in rows]


def lines(record: Extraction, types: frozenset[str] = CORE) -> set[str]:
    """The events of these types, one line each."""
    return {_line(record, event) for event in record.events if event.type in types}


def _line(record: Extraction, event: Event) -> str:
    named = {e.id: e.iso or e.name for e in record.entities}
    who = " + ".join(sorted(named[p.entity] for p in event.participants if p.role not in ("destination", "topic", "inviter", "witness")))
    goals = " > ".join(sorted(named[p.entity] for p in event.participants if p.role == "destination"))
    words = [event.type, who]
    words += [f"> {goals}"] if goals else []
    words += [f"@ {named[event.place]}"] if event.place is not None and event.type != "Visit" else []
    words += [event.date] if event.date is not None else []
    words += [f"[{event.level or event.label}]"] if event.level or (event.label and event.type in ("Appointment", "Departure")) else []
    words += [event.modality] if event.modality != "happened" else []
    return " ".join(words)
