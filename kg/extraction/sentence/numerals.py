"""Roman numerals that look like names: `các khóa (IX, |X|, XI)`, `Đại hội |X|` name no network X."""

from __future__ import annotations

from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView

__all__ = ["is_numeral"]

_JOINTS = frozenset({",", "-", "–", "và", "đến", "/", "tới"})
_DIGITS = frozenset("IVX")


def is_numeral(view: SentenceView, i: int) -> bool:
    """Whether token i is a numeral: a word of numbering stands before it, or a sign and another numeral beside it."""
    if not _roman(view, i):
        return False
    if view.key(i - 1) in words("numbered") or view.keys(i - 2, 2) in words("numbered"):
        return True
    return (view.key(i - 1) in _JOINTS and _roman(view, i - 2)) or (view.key(i + 1) in _JOINTS and _roman(view, i + 2))


def _roman(view: SentenceView, i: int) -> bool:
    text = view.tokens[i].text.rstrip(".") if 0 <= i < len(view) else ""
    return bool(text) and set(text) <= _DIGITS
