"""Files of articles → `Article` records: clean text, blocks and metadata, from text, pages and tables in
any encoding.
"""

from __future__ import annotations

from kg.reading.plain_text import article_from_text
from kg.reading.sources import read_articles
from kg.reading.tables import ColumnMapping

__all__ = ["ColumnMapping", "article_from_text", "read_articles"]
