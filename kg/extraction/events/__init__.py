"""What happened in an article: meetings, calls, visits, signings, changes of relations, appointments and departures, what was said, and figures."""

from __future__ import annotations

from kg.extraction.events.reading import Appointments, read_events
from kg.extraction.events.record import event_records
from kg.extraction.events.relations.statistics import read_figures, statistic_records
from kg.extraction.events.syntax.references import read_clauses

__all__ = ["Appointments", "event_records", "read_clauses", "read_events", "read_figures", "statistic_records"]
