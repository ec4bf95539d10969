"""Words in lower case at the end of a body's name: `Hội Trí thức |trẻ| Việt Nam`, `Cục Phòng chống |ma túy|`, `Công ty Dịch vụ |vận tải| ABC`.

Comes in: a token behind the capitalised words of a name. Goes out: the token behind the words of the tables that go on with it.
"""

from __future__ import annotations

from kg.extraction.sentence.context_words import beginnings, words
from kg.extraction.sentence.view import SentenceView

__all__ = ["tail_end"]

_LONGEST = 12  # syllables


def tail_end(view: SentenceView, j: int) -> int:
    """The token behind a tail at token j, behind `và` too; 0 where none stands there. A trade is one only before the proper name (in capitals)."""
    if view.key(j) == "và":
        end = tail_end(view, j + 1)
        return end if end else 0
    if view.upper(j) or (view.key(j) not in beginnings("body_tail") and view.key(j) not in beginnings("trade_tail")):
        return 0
    for size in range(_LONGEST, 0, -1):
        form = view.keys(j, size)
        if form in words("body_tail") or (form in words("trade_tail") and view.upper(j + size)):
            return j + size
    return 0
