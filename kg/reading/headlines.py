"""Finds the headline: which line says the title, and which lines only repeat it.

A title from metadata is looked for in the text; without one, a short first line without a full stop before
longer text is taken as the headline. Search pages cut titles short (`…Thủ tướng Chính ...`); the full form
in the text is preferred.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Span

__all__ = ["compare_title", "find_title_inside", "looks_like_headline"]

LONGEST_HEADLINE = 160
"""Characters; newspaper headlines stay below some 130."""

_WORD = re.compile(r"\w+")
_CUT_SHORT = re.compile(r"\s*(?:\.{2,}|…)\s*$")


def compare_title(line: str, title: str) -> str | None:
    """How a line says a title: `same`, `longer` (the title is cut short and the line is not), `similar`, or
    None.
    """
    if len(line) > 2 * LONGEST_HEADLINE:
        return None
    said, wanted = _words(line), _words(_CUT_SHORT.sub("", title))
    if not said or not wanted:
        return None
    if said == wanted:
        return "same"
    if len(wanted) > 4 and _CUT_SHORT.search(title) and said[: len(wanted)] == wanted:
        return "longer" if len(line) <= LONGEST_HEADLINE else None
    shorter, longer = sorted((said, wanted), key=len)
    if len(shorter) > 4 and longer[: len(shorter)] == shorter and len(longer) - len(shorter) <= 6:
        return "similar"  # `… - Báo Tây Ninh`: the site's name stands after the title
    common, either = set(said) & set(wanted), set(said) | set(wanted)
    return "similar" if len(said) > 4 and len(common) >= 0.7 * len(either) else None


def find_title_inside(text: str, start: int, end: int, title: str) -> Span | None:
    """Where the title stands inside a line that runs section, headline and lead together; None if it does
    not.
    """
    bare = _CUT_SHORT.sub("", title)
    at = text.find(bare, start, min(end, start + len(bare) + 60))
    if len(bare) < 25 or at < 0 or end - at - len(bare) < 60:
        return None
    after = text[at + len(bare) : end].lstrip()
    if after[0].islower() or after[0] in ",;)":
        return None  # the lead says the headline's words and goes on: one sentence
    section = text[start:at]
    if len(section) > 40 or any(c.isdigit() or c in ".,:;?!" for c in section):
        return None  # a sentence of the article, not a section's name
    return at, at + len(bare)


def looks_like_headline(line: str, following: list[str]) -> bool:
    """Whether a first line reads as a headline: short, no sentence-final full stop, with longer text after
    it.
    """
    if not 12 <= len(line) <= LONGEST_HEADLINE or (line[-1] in ".:;,…" and not _CUT_SHORT.search(line)):
        return False
    if len(line.split()) < 4 or (not line[0].isalnum() and line[0] not in "\"'“‘"):
        return False
    if following and following[0][:1].islower():
        return False  # a paragraph that a lost link has broken in two
    return any(len(after) > len(line) and len(after) > 80 for after in following)


@lru_cache(maxsize=64)
def _words(line: str) -> list[str]:
    return _WORD.findall(line.casefold())
