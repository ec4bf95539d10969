"""What a news page says of itself: title, time, author, outlet and address, from JSON-LD, meta elements and
the headline's surroundings.

A publication time comes from the page's own statements or from a time line next to the headline; the date
in a site's banner is today's, not the article's, and is never taken. Two different times next to the
headline give none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec
from lxml.html import HtmlElement

from kg.reading.clean import one_line
from kg.reading.headlines import compare_title
from kg.reading.near_headline import standfirst_near_headline, time_near_headline
from kg.reading.timestamps import normalise_published

__all__ = ["PageMetadata", "read_page_metadata"]

_ARTICLE_TYPES = re.compile(r"Article$|^NewsArticle|^Report|^BlogPosting|^LiveBlog")
_NO_PERSON = re.compile(
    r"https?:|www\.|\.(?:vn|com|net|org)\b|^(?:Báo|Tạp chí|Đài|Trang|Ban biên tập|Tòa soạn|admin)\b",
    re.IGNORECASE,
)


class PageMetadata(msgspec.Struct, frozen=True):
    """The values a page states; None for what it does not.

    `standfirst` is the lead that stands next to the headline, `body` the article's text where JSON-LD has it.
    """

    title: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    standfirst: str | None = None
    body: str | None = None


def read_page_metadata(tree: HtmlElement) -> PageMetadata:
    """Read a parsed page; statements about the article in JSON-LD come before meta elements, those before
    the layout.
    """
    statement = _article_statement(tree)
    outlet = _name(statement.get("publisher")) or _meta(tree, "og:site_name", "application-name")
    url = _first(_href(tree, "canonical"), _meta(tree, "og:url"), one_line(statement.get("url")))
    url = url if url and url.startswith(("http://", "https://")) else None
    title = _title(tree, statement)
    return PageMetadata(
        title=title,
        published=_published(tree, statement, title),
        author=_author(tree, statement, outlet),
        outlet=outlet or (urlsplit(url).hostname or "").removeprefix("www.") or None if url else outlet,
        url=url,
        standfirst=standfirst_near_headline(tree, title),
        body=statement.get("articleBody") if isinstance(statement.get("articleBody"), str) else None,
    )


def _article_statement(tree: HtmlElement) -> dict[str, Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            found = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the page has other witnesses
        for item in _items(found):
            types = item.get("@type")
            if any(isinstance(t, str) and _ARTICLE_TYPES.search(t) for t in (types if isinstance(types, list) else [types])):
                return item
    return {}


def _items(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _items(part)
    elif isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"))


def _title(tree: HtmlElement, statement: dict[str, Any]) -> str | None:
    stated = _first(one_line(statement.get("headline")), _meta(tree, "og:title", "twitter:title"))
    headings = [text for h1 in tree.iter("h1") if (text := one_line(h1.text_content()))]
    if stated is None:
        if len(headings) == 1:
            return headings[0]
        page_title = next((one_line(t.text_content()) for t in tree.iter("title")), None)
        return next((h for h in headings if page_title and compare_title(h, page_title)), page_title)
    return next((h for h in headings if compare_title(h, stated)), stated)


def _published(tree: HtmlElement, statement: dict[str, Any], title: str | None) -> str | None:
    stated = [
        statement.get("datePublished"),
        _meta(tree, "article:published_time", "datePublished", "pubdate", "publishdate"),
    ]
    stated += [element.get("datetime") for element in tree.iter("time") if element.get("itemprop") == "datePublished"]
    for value in stated:
        if (published := normalise_published(value)) is not None:
            return published
    return time_near_headline(tree, title)


def _author(tree: HtmlElement, statement: dict[str, Any], outlet: str | None) -> str | None:
    stated = statement.get("author")
    parts = stated if isinstance(stated, list) else [stated]
    names = [_name(part) for part in parts if not (isinstance(part, dict) and part.get("@type") == "Organization")]
    names = [name for name in names if name]
    if not names:  # a single word there is mostly the outlet again
        names = [name for name in [_meta(tree, "author", "article:author")] if name and " " in name]
    known = [n for n in names if n and not _NO_PERSON.search(n) and n.casefold() != (outlet or "").casefold() and len(n) <= 120]
    return ", ".join(known) or None


def _name(value: Any) -> str | None:
    return one_line(value.get("name") if isinstance(value, dict) else value)


def _meta(tree: HtmlElement, *names: str) -> str | None:
    wanted = [name.casefold() for name in names]
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").casefold()
            if key in wanted and (content := one_line(element.get("content"))):
                found.setdefault(key, content)
    return next((found[name] for name in wanted if name in found), None)


def _href(tree: HtmlElement, relation: str) -> str | None:
    return next((one_line(e.get("href")) for e in tree.iter("link") if (e.get("rel") or "").lower() == relation), None)


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)
