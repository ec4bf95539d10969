"""Plain text and what is known about it → an article: cleaned text, blocks, and metadata the text itself
shows.
"""

from __future__ import annotations

import hashlib

import msgspec

from kg.model import Article, ArticleInfo
from kg.reading.blocks import read_page
from kg.reading.clean import clean_text

__all__ = ["article_from_text"]


def article_from_text(raw: str, info: ArticleInfo) -> Article:
    """Clean `raw` and find its blocks; metadata in `info` stands, what is missing there is taken from the
    text.

    `published` must be ISO 8601 already (`normalise_published`). `sha256` is that of the cleaned text in
    UTF-8. Total: any string gives an article; an empty one has no blocks.
    """
    text = clean_text(raw)
    page = read_page(text, info.title)
    found = msgspec.structs.replace(
        info,
        title=page.title,
        published=info.published or page.published,
        author=info.author or page.author,
        outlet=info.outlet or page.outlet,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )
    return Article(found, text, page.blocks)
