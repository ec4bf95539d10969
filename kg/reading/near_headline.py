"""What stands next to a page's headline: the time of publication and the lead, in elements that have no
meaning of their own.

The search climbs a few elements up from the headline and stays out of navigation, footers, lists and
banners, so that today's date in a site's head is never taken for the article's. Two different times give
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from kg.reading.clean import one_line
from kg.reading.headlines import compare_title
from kg.reading.timestamps import normalise_published, read_timestamp_line

__all__ = ["standfirst_near_headline", "time_near_headline"]

_BANNER = re.compile(r"now|today|clock|current|banner|topbar|top-bar|weather|relate", re.IGNORECASE)
_STANDFIRST = re.compile(r"sapo|description|standfirst|chapeau|summary|\blead\b|-lead\b", re.IGNORECASE)
_OUTSIDE = frozenset(("nav", "footer", "aside", "header", "li", "script", "style"))
_LEVELS = 4


def time_near_headline(tree: HtmlElement, title: str | None) -> str | None:
    """The time (ISO 8601) in a time line or `time` element close to the headline; None for none or for
    several.
    """
    for around in _surroundings(tree, title):
        times = {time for element in around.iter() if (time := _time(element, around))}
        if times:
            return times.pop() if len(times) == 1 else None
    return None


def standfirst_near_headline(tree: HtmlElement, title: str | None) -> str | None:
    """The lead in an element close to the headline that is marked as one (`class="sapo"`,
    `class="description"`).
    """
    for around in _surroundings(tree, title):
        for element in around.iter("p", "h2", "h3", "div", "strong"):
            if _STANDFIRST.search(element.get("class") or "") and not _is_outside(element, around):
                text = one_line(element.text_content()) or ""
                if 40 <= len(text) <= 800:
                    return text
    return None


def _surroundings(tree: HtmlElement, title: str | None) -> Iterator[HtmlElement]:
    """The elements around the headline, from the closest outwards."""
    headings = (h for h in tree.iter("h1") if title and compare_title(one_line(h.text_content()) or "", title))
    heading = next(headings, None)
    around = heading.getparent() if heading is not None else None
    for _ in range(_LEVELS):
        if around is None or around.tag in ("body", "html"):
            return
        yield around
        around = around.getparent()


def _time(element: HtmlElement, around: HtmlElement) -> str | None:
    if not isinstance(element.tag, str) or len(element) > 4:
        return None
    published = normalise_published(element.get("datetime")) if element.tag == "time" else None
    if published is None:
        text = " ".join(element.text_content().split())
        stamp = read_timestamp_line(text) if 8 <= len(text) <= 90 else None
        published = stamp.published if stamp is not None else None
    return published if published is not None and not _is_outside(element, around) else None


def _is_outside(element: HtmlElement, around: HtmlElement) -> bool:
    """Whether an element below `around` belongs to the page's frame or to a list of other articles."""
    while element is not None and element is not around:
        if element.tag in _OUTSIDE or _BANNER.search(f"{element.get('class')} {element.get('id')}"):
            return True
        element = element.getparent()
    return False
