"""Bodies with a foreign name and no Vietnamese head word: `Atlantic Council`, `London School of Economics`.

Comes in: a token. Goes out: the token behind the name that begins there.
"""

from __future__ import annotations

from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["foreign_body_end"]

_LONGEST = 14


def foreign_body_end(view: SentenceView, i: int) -> int:
    """`Atlantic Council`, `Azerbaijan Airlines`: a run of foreign capitalised words that ends in a word for a body; 0 where none begins at i."""
    if view.in_capitals or not view.upper(i) or _is_plain(view, i) or _is_plain(view, i - 1) is False:
        return 0
    end = 0
    j = i
    while j < min(len(view), i + _LONGEST) and (_is_plain(view, j) is False or (j > i and view.key(j) in words("foreign_link"))):
        j += 1
        if j > i + 1 and view.key(j - 1) in words("foreign_body"):
            end = j
    if end and view.key(end) == "of" and _is_plain(view, end + 1) is False:
        end = j  # `London School |of Economics|`
    return end


def _is_plain(view: SentenceView, j: int) -> bool | None:
    """Whether token j is a Vietnamese or lower-case word; None where it is no word at all."""
    if not 0 <= j < len(view) or view.tokens[j].kind not in ("word", "abbr"):
        return None
    return not view.upper(j) or is_vietnamese_syllable(view.tokens[j].text)
