"""A knowledge graph of Vietnamese political news: people, offices, countries, organisations, events, each with its evidence."""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__"]
