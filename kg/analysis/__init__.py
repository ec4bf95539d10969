"""Typed functions from a build to networkx graphs and pandas frames; each says what it measures and where that misleads."""

from __future__ import annotations

from kg.analysis.asking import ask
from kg.analysis.countries import contacts_by_month, relation_levels
from kg.analysis.coverage import articles, coverage_by_outlet, reports_of_events
from kg.analysis.meetings import bridges_between_groups, measures, meeting_network
from kg.analysis.offices import office_timelines
from kg.analysis.participation import participation, people_by_events, people_events_network
from kg.analysis.visits import visits

__all__ = [
    "articles",
    "ask",
    "bridges_between_groups",
    "contacts_by_month",
    "coverage_by_outlet",
    "measures",
    "meeting_network",
    "office_timelines",
    "participation",
    "people_by_events",
    "people_events_network",
    "relation_levels",
    "reports_of_events",
    "visits",
]
