"""Clean text → the spans of its paragraphs: lines, and inside a line the places where the page lost a line
end.

Glued paragraphs (`… giới học giả MỹTổng bí thư …`, `… kinh tế.Ông nói …`) are cut without changing the
text. A cut wants Vietnamese syllables at the seam, so that `McCarthy`, `YouTube`, `TP.HCM`, `T.Ư` and
`J.D.Vance` stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.reading.page_furniture import PageFurniture, page_furniture
from kg.reading.syllables import LOWER, UPPER, has_diacritic, is_vietnamese_syllable

__all__ = ["glued_starts", "line_spans", "stripped"]

_BARE_SEAM = re.compile(rf"[{LOWER}](?=[{UPPER}])")
_STOPPED_SEAM = re.compile(rf"(?<=[\w%\"”’)])[.!?…]+[\"”’)»\]]*[\"“‘«(\[]*(?=[{UPPER}])")
_BRACKET_SEAM = re.compile(rf"(?<=\S)\)(?=[{UPPER}][{LOWER}])")
_WORD_BEFORE = re.compile(r"[\w.,/]+$")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_LETTERS_AFTER = re.compile(rf"[{UPPER}](?:[{LOWER}]+|[{UPPER}]+|)")
_DOMAIN_ENDINGS = frozenset(("VN", "COM", "NET", "ORG", "Vn", "Com", "Net", "Org"))


def line_spans(text: str) -> Iterator[Span]:
    """Start and end of every line that has more than white space, stripped."""
    start = 0
    for line in text.split("\n"):
        span = stripped(text, start, start + len(line))
        if span[0] < span[1]:
            yield span
        start += len(line) + 1


def stripped(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def glued_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets inside the line `text[start:end]` at which another paragraph begins without a line end before
    it.
    """
    line = text[start:end]
    furniture = page_furniture()
    cuts = {m.end() for m in _BARE_SEAM.finditer(line) if _is_bare_seam(line, m.end(), furniture)}
    quotes, counted = 0, 0
    for match in _STOPPED_SEAM.finditer(line):
        quotes, counted = quotes + line.count('"', counted, match.start()), match.start()
        cut = _stopped_seam(line, match, quotes, furniture)
        if cut is not None:
            cuts.add(cut)
    for match in _BRACKET_SEAM.finditer(line):
        word = _word_after(line, match.end())
        if len(word) > 1 and is_vietnamese_syllable(word) and _is_followed_by_text(line, match.end() + len(word)):
            cuts.add(match.end())
    return [start + cut for cut in sorted(cuts) if 0 < cut < len(line)]


def _is_bare_seam(line: str, cut: int, furniture: PageFurniture) -> bool:
    """`MỹTổng`: no full stop, so a headline, a sub-heading or a caption has run into a paragraph."""
    before = _LETTERS_BEFORE.search(line, max(0, cut - 20), cut)
    left, right = before[0] if before else "", _word_after(line, cut)
    left = re.split(rf"(?<=[{LOWER}])(?=[{UPPER}])", left)[-1]
    if left in furniture.never_last or left + right in furniture.joined_names:
        return False
    if not is_vietnamese_syllable(right) or (len(right) == 1 and not has_diacritic(right)):
        return False
    if not _is_followed_by_text(line, cut + len(right)):
        return False
    if has_diacritic(right):
        return (len(left) > 1 or has_diacritic(left)) and (is_vietnamese_syllable(left) or len(left) > 3)
    if is_vietnamese_syllable(left):
        # two syllables in plain letters (`AnTu`, `MiTo`) are a brand as easily as a seam
        return (has_diacritic(left) and len(right) > 1) or right in furniture.paragraph_openers
    return len(left) > 3 and right in furniture.paragraph_openers


def _stopped_seam(line: str, match: re.Match[str], quotes: int, furniture: PageFurniture) -> int | None:
    """`kinh tế.Ông`, `quan trọng."Hợp tác`, `năm 2013.Việt Nam`: where the new paragraph begins, or None."""
    first = match.start()
    right = _word_after(line, match.end())
    before = _WORD_BEFORE.search(line, max(0, first - 40), first)
    word = before[0] if before else ""
    letters = _LETTERS_BEFORE.search(word)
    left = letters[0] if letters else ""
    if right in _DOMAIN_ENDINGS or not _is_followed_by_text(line, match.end() + len(right), short=True):
        return None
    cut = _quote_cut(line, match, quotes)
    vietnamese = is_vietnamese_syllable(right) and (len(right) > 1 or has_diacritic(right))
    if not word:  # a closing quote or bracket stands before the stop
        return cut if vietnamese else None
    if not left:
        return cut if vietnamese and _is_figure(line, word, first) else None
    if word in furniture.abbreviations or left in furniture.abbreviations:
        return None
    if left.isupper():  # ASEAN.Việt Nam, but T.Ư, J.D.Vance, TP.HCM
        return cut if vietnamese and len(left) > 2 and "." not in word else None
    if vietnamese:
        return cut if len(left) > 1 or has_diacritic(left) else None
    plain = len(right) > 2 and is_vietnamese_syllable(left)  # a foreign name begins: `nói.Jonathan`
    return cut if plain and len(left) > 1 and (left[0].islower() or _ends_vietnamese_name(line, first)) else None


def _quote_cut(line: str, match: re.Match[str], quotes: int) -> int:
    """Give closing marks to the paragraph before the seam and opening ones to the paragraph after it.

    `quotes` counts the straight quotation marks before the seam: after an odd number the next one closes.
    """
    cut = match.start()
    while cut < match.end() and line[cut] in ".!?…":
        cut += 1
    while cut < match.end():
        mark = line[cut]
        if mark in "“‘«([" or (mark == '"' and (quotes + line.count('"', match.start(), cut)) % 2 == 0):
            break
        cut += 1
    return cut


def _word_after(line: str, position: int) -> str:
    match = _LETTERS_AFTER.match(line, position)
    return match[0] if match else ""


def _is_followed_by_text(line: str, position: int, short: bool = False) -> bool:
    """A paragraph's first word is followed by a space or a mark; at the very end of a line only a byline
    may be.
    """
    if position >= len(line):
        return short
    return line[position] in ' ,:;-–!?.…"”)/'


def _is_figure(line: str, word: str, end: int) -> bool:
    """A number that may end a sentence: a year, a date, a share, `khóa 13`; not the `1.` of a list."""
    if not word[-1].isdigit():
        return False
    if len(word) >= 4 or any(mark in word for mark in ".,/"):
        return True
    before = line[max(0, end - len(word) - 20) : end - len(word)]
    last = _LETTERS_BEFORE.search(before.rstrip())
    return before.endswith(" ") and last is not None and last[0].lower() not in page_furniture().numbered_parts


def _ends_vietnamese_name(line: str, end: int) -> bool:
    """Whether two capitalised Vietnamese syllables stand before `end`: `Việt Nam`, unlike the `Man` of
    `Man.City`.
    """
    words = line[max(0, end - 20) : end].split()
    return len(words) > 1 and all(w[:1].isupper() and is_vietnamese_syllable(w) for w in words[-2:])
