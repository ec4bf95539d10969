"""Raw article text → clean text: the words as written, without what only machines and page layouts put
between them.

NFC, line ends as LF, every kind of space as a space, no control, zero-width or bidi characters, no
left-over HTML entities or inline tags. Words, case, tone placement and runs of spaces stay as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata

__all__ = ["clean_text", "one_line"]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|em|figcaption|figure|font|h[1-6]|i|img|ins|label|li|mark|ol|q|s|section|small"
    r"|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>\n]{0,400})?/?>",
    re.IGNORECASE,
)
_BREAKING_TAG = re.compile(r"<(?:br|hr)\s?/?>|</?(?:p|div|article)(?:\s[^<>\n]{0,400})?>", re.IGNORECASE)
_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def clean_text(raw: str) -> str:
    """The cleaned text of an article; every later offset points into it. Cleaning a clean text changes
    nothing.
    """
    text = raw
    for _ in range(2):  # `&amp;quot;`: some pages escape twice
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "<" in text:
        text = _BREAKING_TAG.sub("\n", text)
        text = _TAG.sub("", text)
    text = _LINE_END.sub("\n", text)
    text = _SPACE.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", text).strip()


def one_line(value: object) -> str | None:
    """A metadata value as one clean line; None for what is empty or no text."""
    if not isinstance(value, str):
        return None
    return " ".join(clean_text(value).split()) or None
