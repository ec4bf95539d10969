"""From the graph of a build to one HTML page that explores it offline: `gather` chooses, `page` draws, `show` does both in a notebook."""

from __future__ import annotations

from kg.view.gather import gather, gather_store
from kg.view.network import network
from kg.view.notebook import show
from kg.view.page import page
from kg.view.records import PageGraph
from kg.view.selection import Choice

__all__ = ["Choice", "PageGraph", "gather", "gather_store", "network", "page", "show"]
