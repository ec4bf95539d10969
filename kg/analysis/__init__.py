"""Typed functions from a build to networkx graphs and pandas frames; each says what it measures and where that misleads."""

from __future__ import annotations

from kg.analysis.asking import ask
from kg.analysis.countries import contacts_by_month, relation_levels
from kg.analysis.coverage import articles, coverage_by_outlet, reports_of_events
from kg.analysis.figures import figures
from kg.analysis.geography import capital, city_points, visit_routes
from kg.analysis.meetings import bridges_between_groups, communities, measures, meeting_network, networks_by_year
from kg.analysis.offices import office_timelines
from kg.analysis.participation import participation, people_by_events, people_events_network
from kg.analysis.protocol import protocol_gaps, visits_both_ways
from kg.analysis.visits import visits

__all__ = [
    "articles",
    "ask",
    "bridges_between_groups",
    "capital",
    "city_points",
    "communities",
    "contacts_by_month",
    "coverage_by_outlet",
    "figures",
    "measures",
    "meeting_network",
    "networks_by_year",
    "office_timelines",
    "participation",
    "people_by_events",
    "people_events_network",
    "protocol_gaps",
    "relation_levels",
    "reports_of_events",
    "visit_routes",
    "visits",
    "visits_both_ways",
]
