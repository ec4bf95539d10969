"""A `.txt` file → article: decoded, its front matter read; refused where its content belies its ending."""

from __future__ import annotations

import re

from kg.errors import ReadingError
from kg.model import Article, ArticleInfo
from kg.reading.clean import one_line
from kg.reading.encoding import decode
from kg.reading.front_matter import split_front_matter
from kg.reading.html import looks_like_html
from kg.reading.plain_text import article_from_text
from kg.reading.timestamps import normalise_published

__all__ = ["article_from_text_file"]

_JSON = re.compile(r"\s*\{\s*\"[^\"\n]{1,60}\"\s*:")


def article_from_text_file(data: bytes, article_id: str, name: str) -> Article:
    """Read one plain text article; `name` is the file's, for messages.

    Raises `ReadingError` for undecodable, empty or wrongly named files and for a front matter that is not
    well formed.
    """
    text = decode(data, name)
    if looks_like_html(text):
        raise ReadingError(f"{name}: holds an HTML page; give it the ending .html")
    if _JSON.match(text):
        raise ReadingError(f"{name}: holds JSON; give it the ending .jsonl, with one object a line")
    head, body = split_front_matter(text, name)
    published = normalise_published(head.get("published"))
    if head.get("published") and published is None:
        raise ReadingError(
            f"{name}: published: {head['published']!r} is no full date; "
            "write 2024-05-16 or 2024-05-16T07:05:00+07:00, or leave the line out"
        )
    info = ArticleInfo(
        id=article_id,
        title=one_line(head.get("title")),
        published=published,
        author=one_line(head.get("author")),
        outlet=one_line(head.get("outlet")),
        url=one_line(head.get("url")),
    )
    article = article_from_text(body, info)
    if not article.text:
        raise ReadingError(f"{name}: holds no text; fill or delete it")
    return article
