"""A saved news page → article: body by trafilatura, metadata from the page's own statements. No network is
asked.
"""

from __future__ import annotations

import copy
import re

import msgspec
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from kg.errors import ReadingError
from kg.model import Article, ArticleInfo
from kg.reading.encoding import decode
from kg.reading.headlines import compare_title
from kg.reading.page_metadata import PageMetadata, read_page_metadata
from kg.reading.plain_text import article_from_text

__all__ = ["article_from_html", "looks_like_html"]

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION_CLASS = re.compile(r"caption", re.IGNORECASE)
_SHORTEST_PARAGRAPH = 80
"""Characters; a page whose longest line is shorter holds links and labels, but no article."""
_BLOCKS = ("p", "div", "table", "ul", "ol", "section")


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return _START.match(text[:5000]) is not None


def article_from_html(data: bytes, article_id: str, name: str) -> Article:
    """Read a page; `name` is the file's, for messages. The headline becomes the first line if the body
    lacks it.

    Raises `ReadingError` where the bytes cannot be decoded or no article is found on the page.
    """
    declared = _DECLARED.search(data[:8192])
    page = decode(data, name, declared=declared[1].decode("ascii") if declared else None)
    if "<" not in page:
        raise ReadingError(f"{name}: no HTML; give it the ending .txt")
    try:
        tree = lxml_html.document_fromstring(_XML_HEAD.sub("", page.lstrip("\ufeff")))
    except (etree.LxmlError, ValueError) as error:
        raise ReadingError(f"{name}: cannot be parsed as HTML ({error}); save the page anew") from error
    metadata = read_page_metadata(tree)
    body = _body(tree, metadata)
    if not any(len(line) >= _SHORTEST_PARAGRAPH for line in body.splitlines()):
        raise ReadingError(f"{name}: no article text found on this page; save its text as .txt")
    info = ArticleInfo(
        id=article_id,
        title=metadata.title,
        published=metadata.published,
        author=metadata.author,
        outlet=metadata.outlet,
        url=metadata.url,
    )
    article = article_from_text(body, info)
    if metadata.title and not any(block.kind == "headline" for block in article.blocks):
        article = article_from_text(f"{metadata.title}\n{body}", info)
    # a time line elsewhere in the body may be the banner's; the one next to the headline is in the metadata
    return msgspec.structs.replace(article, info=msgspec.structs.replace(article.info, published=metadata.published))


def _body(tree: HtmlElement, metadata: PageMetadata) -> str:
    import trafilatura  # heavy, and only needed for pages

    page = copy.deepcopy(tree)
    _keep_captions(page)
    extracted = trafilatura.extract(page, output_format="txt", include_comments=False, include_tables=False, favor_recall=True)
    text = "\n".join(_plain(line) for line in (extracted or "").splitlines())
    if metadata.standfirst and not _holds(text, metadata.standfirst):  # it often stands outside the article's element
        lines = text.split("\n")
        heading = next((n for n, line in enumerate(lines[:4]) if compare_title(line, metadata.title or "")), -1)
        text = "\n".join([*lines[: heading + 1], metadata.standfirst, *lines[heading + 1 :]])
    stated = metadata.body or ""
    return text if len(text.strip()) >= min(200, len(stated)) else stated


def _keep_captions(page: HtmlElement) -> None:
    """Turn captions into paragraphs, since extraction drops them together with the pictures."""
    for element in list(page.iter("figcaption", "p", "div", "td", "span")):
        marked = element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or "")
        if not marked or any(True for _ in element.iterancestors("figcaption")):
            continue
        text = " ".join(element.text_content().split())
        figure = next(element.iterancestors("figure", "table"), element)
        parent = figure.getparent()
        if text and parent is not None and not any(element.iter(*(b for b in _BLOCKS if b != element.tag and b != "p"))):
            paragraph = lxml_html.Element("p")
            paragraph.text = text
            paragraph.tail, figure.tail = figure.tail, None
            figure.addnext(paragraph)
            (element if figure.tag == "table" else figure).drop_tree()


def _holds(text: str, paragraph: str) -> bool:
    return " ".join(paragraph.split())[:60] in " ".join(text.split())


def _plain(line: str) -> str:
    return re.sub(r"^(?:[-*•]\s+)", "", line)
