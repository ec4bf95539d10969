"""One event, many reports: the events of all articles into merged ones, each with the reason for its merging."""

from __future__ import annotations

from kg.resolution.events.likeness import DIES
from kg.resolution.events.merged import MergedEvent, Ruling, Rulings, merge
from kg.resolution.events.reports import EventReport, reports

__all__ = ["DIES", "EventReport", "MergedEvent", "Ruling", "Rulings", "merge", "reports"]
