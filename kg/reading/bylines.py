"""Lines that tell who wrote an article and where it comes from: `Như Tâm`, `Huyền Lê (Theo AFP)`, `Tin,
ảnh: PHẠM HƯNG`.

In comes a line, out goes the author's name as written, an empty name for a source (`Theo VTCC`), or None
for other lines.
"""

from __future__ import annotations

import re

from kg.reading.page_furniture import page_furniture
from kg.reading.syllables import has_diacritic, is_vietnamese_syllable

__all__ = ["byline_tail", "may_be_person", "person_name", "read_byline"]

_NOTE = r"(?i:theo|nguồn|t/h|tổng hợp|ghi|thực hiện|dịch|lược dịch|biên dịch|pv|ctv|từ|ảnh)\b"
_SOURCE_NOTE = re.compile(rf"\s*(?:[-–]?\s*\({_NOTE}[^()]{{0,80}}\)|[-/]\s?[A-Z][\w.+&-]{{1,25}}|\s(?i:theo)\s.{{2,60}})$")
_BETWEEN_NAMES = re.compile(r"\s*(?:[-–—,&/]|\svà\s)\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+")


def read_byline(line: str) -> str | None:
    """The author a whole line names, as written; `""` where it names only a source; None where it is no
    byline.

    >>> read_byline("Huyền Lê (Theo AFP, Reuters)")
    'Huyền Lê'
    >>> read_byline("Theo VTCC")
    ''
    """
    if len(line) > 110 or not line:
        return None
    furniture = page_furniture()
    label = furniture.byline_label.match(line)
    rest = line[label.end() :] if label else line
    name = _names(rest)
    if name is None and (note := _SOURCE_NOTE.search(rest)) is not None:
        name = _names(rest[: note.start()])
    if name is None and label and len(rest.split()) <= 8 and rest[-1:] not in ".?!":
        name = ""
    if name is None and furniture.source_line.fullmatch(line) and not _is_sentence(line):
        return ""
    return name


def byline_tail(paragraph: str) -> int | None:
    """Where a byline begins that ends a paragraph after its last sentence (`… hai nước. Vũ Anh`); None
    without one.
    """
    ends = list(_SENTENCE_END.finditer(paragraph, max(0, len(paragraph) - 120)))
    if not ends:
        return None
    start = ends[-1].end()
    tail = paragraph[start:]
    return start if tail and tail[-1] not in ".!?…,;:" and read_byline(tail) is not None else None


def person_name(words: str) -> bool:
    """Whether `words` are two to four capitalised Vietnamese syllables that name no place (`Như Tâm`, `BẢO
    CHÂU`).
    """
    parts = words.split()
    if not 2 <= len(parts) <= 4 or not may_be_person(words):
        return False
    if not all(is_vietnamese_syllable(part) and part[0].isupper() for part in parts):
        return False
    shapes = {part.isupper() and len(part) > 1 for part in parts}
    if len(shapes) > 1 or not all(part.isupper() or part[1:].islower() for part in parts):
        return False
    return any(has_diacritic(part) for part in parts) or len(parts) == 2


def may_be_person(words: str) -> bool:
    """Whether `words` are neither a known place nor begin like an organisation or a form of address."""
    folded = words.casefold()
    parts = folded.split()
    return not page_furniture().not_persons & {
        folded,
        parts[0],
        " ".join(parts[:2]) if len(parts) > 2 else folded,
    }


def _names(words: str) -> str | None:
    parts = [part for part in _BETWEEN_NAMES.split(words.strip()) if part]
    return words.strip() if parts and len(parts) <= 4 and all(person_name(part) for part in parts) else None


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "?", "!", ":", ",", ";")) and len(line.split()) > 4
