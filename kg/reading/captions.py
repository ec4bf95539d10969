"""Pictures' captions and credits: a paragraph's span → pieces of caption, credit and text.

`Hai bộ trưởng tại lễ ký - Ảnh: TTXVN` is a caption and a credit, `(Ảnh: AFP)` may stand in the middle of a
line, and `BỘ NGOẠI GIAO` on a line of its own is the credit of the caption above it.
"""

from __future__ import annotations

import re

from kg.model import BlockKind
from kg.reading.page_furniture import PageFurniture, page_furniture
from kg.reading.paragraphs import stripped

__all__ = ["LONGEST_CAPTION", "Piece", "cut_pictures", "is_capital_credit"]

LONGEST_CAPTION = 350
"""Characters; the longest captions seen have some 300. In a longer paragraph only the last sentence is the
caption.
"""

Piece = tuple[BlockKind | None, int, int]
"""Kind (None while undecided), start and end in characters of the text, half-open."""

_SENTENCE_START = re.compile(r"[.!?…][\"”’)]*\s+(?=[^\W\d_a-z])")
_CITED_SOURCE = re.compile(r"\(\s?[Nn]guồn\s?[:：]")
_CREDIT_REACH = 130


def cut_pictures(text: str, start: int, end: int) -> list[Piece]:
    """Cut `text[start:end]` into captions, credits and undecided text; the pieces cover all that is not
    white space.
    """
    furniture = page_furniture()
    line = text[start:end]
    if furniture.credit_line.fullmatch(line):
        return [("credit", start, end)]
    if (prefixed := _prefixed(text, start, end, furniture)) is not None:
        return prefixed
    pieces: list[Piece] = []
    begin = start
    if "(" in line:
        for match in furniture.credit_in_brackets.finditer(text, start, end):
            if begin < match.start() and _is_bracket_credit(text, begin, match, end):
                pieces += _captioned(text, begin, match.start())
                pieces.append(("credit", *stripped(text, match.start(), match.end())))
                begin = stripped(text, match.end(), end)[0]
    if begin < end:
        pieces += _ending(text, begin, end, furniture)
    return pieces


def is_capital_credit(line: str) -> bool:
    """Whether a line is a name in capitals, as some outlets write credits: `BỘ NGOẠI GIAO MỸ`, `AFP`."""
    if len(line) > 45 or len(line.split()) > 5 or line[-1] in ".:?!,":
        return False
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters) and not any(c.isdigit() for c in line)


def _prefixed(text: str, start: int, end: int, furniture: PageFurniture) -> list[Piece] | None:
    """`Image copyright AFP Image caption …`: labels are furniture, what they label is credit and caption."""
    if furniture.picture_prefix.match(text, start, end) is None:
        return None
    pieces: list[Piece] = []
    marks = list(furniture.picture_prefix.finditer(text, start, end))
    for mark, following in zip(marks, [*(m.start() for m in marks[1:]), end], strict=True):
        kind = next(value for pattern, value in furniture.picture_prefix_kinds if pattern.fullmatch(mark[0]))
        pieces.append(("furniture", *stripped(text, mark.start(), mark.end())))
        inside = stripped(text, mark.end(), following)
        if inside[0] < inside[1]:
            pieces.append(("credit" if kind == "credit" else "caption", *inside))
    return pieces


def _is_bracket_credit(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """`(Nguồn: Bộ Y tế)` after a long paragraph cites a source of facts, not of a picture."""
    if _CITED_SOURCE.match(match[0]):
        return match.end() >= end and match.start() - begin <= 200
    return True


def _ending(text: str, start: int, end: int, furniture: PageFurniture) -> list[Piece]:
    """A piece that may end in a credit, or that only a caption would say."""
    credit = furniture.credit_at_end.search(text[start:end], max(0, end - start - _CREDIT_REACH))
    if credit is not None:
        at = start + credit.start(credit.lastgroup or 0)
        if at == start:
            return [("credit", start, end)]
        return [*_captioned(text, start, at), ("credit", *stripped(text, at, end))]
    line = text[start:end]
    if len(line) > LONGEST_CAPTION:
        return [(None, start, end)]
    if line[-1] not in ".?!:;,…" and len(line) <= 200:
        agency = furniture.agency_at_end.search(line)
        if agency is not None and agency.start() > 20:
            at = start + agency.start("credit")
            return [("caption", *stripped(text, start, at)), ("credit", at, end)]
    if furniture.caption_cue.search(line) and len(list(_SENTENCE_START.finditer(line))) == 0 and '"' not in line:
        return [("caption", start, end)]
    return [(None, start, end)]


def _captioned(text: str, start: int, end: int) -> list[Piece]:
    """The text before a credit: a caption, or a long paragraph whose last sentence is the caption."""
    start, end = stripped(text, start, end)
    if start >= end:
        return []
    if end - start <= LONGEST_CAPTION:
        return [("caption", start, end)]
    sentences = [m.end() for m in _SENTENCE_START.finditer(text, start, end)]
    if sentences and end - sentences[-1] <= LONGEST_CAPTION:
        return [(None, *stripped(text, start, sentences[-1])), ("caption", sentences[-1], end)]
    return [(None, start, end)]
