"""One article into its extraction record: entities, holdings, events, each with its evidence. A pure function of the article."""

from __future__ import annotations

from kg.extraction.extract import Extractor, extract

__all__ = ["Extractor", "extract"]
