"""A block of text into sentences with offsets: underthesea's splitter, mended where it cuts after an abbreviation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from underthesea import sent_tokenize

from kg.model import Block, Sentence

__all__ = ["split_sentences"]

# What ends in a full stop without ending a sentence; the splitter does not know these.
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:GS|PGS|TS|ThS|Ths|BS|LS|TSKH|TP|Tp|Q|P|T|H|St|Mr|Mrs|Ms|Dr|Jr|[A-ZĐ]|NSND|NSƯT|KTS)\.\Z")
# The splitter takes a numeral of one letter for an initial (`Cục An ninh I. Từ năm 2010 …`, `khóa X. Ông …`); these words begin only sentences.
_BREAK_AFTER_NUMERAL = re.compile(
    r"(?<=\s[IVX]\.)(?<![Ôô]ng\s[IVX]\.)(?<![Bb]à\s[IVX]\.)\s+"
    r"(?=(?:Từ|Ông|Bà|Năm|Sau|Trước|Tháng|Ngày|Theo|Tại|Trong|Khi|Đến|Hiện|Với|Ngoài|Tuy|Nhưng|Các|Những|Đây|Cuối|Đầu|Giữa|Đồng thời)\s+[^A-ZĐÀ-Ỹ\s])"
)
_BREAK_AFTER_QUOTE = re.compile(r"(?<=[.!?…][\"”])(?=[A-ZĐÀ-Ỹ])")


def split_sentences(text: str, blocks: Iterable[Block]) -> list[Sentence]:
    """Sentences of the blocks, in order, never across a block; offsets are characters of `text`, half-open."""
    sentences: list[Sentence] = []
    for block in blocks:
        if block.kind == "furniture":
            continue
        for start, end in _spans(text, block.start, block.end):
            sentences.append(Sentence(start, end, block.kind))
    return sentences


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = start
    for piece in sent_tokenize(text[start:end]):
        found = text.find(piece, position, end)
        if found < 0:  # the splitter changed white space inside the piece: the rest stays one sentence
            break
        stop = found + len(piece)
        if spans and _ABBREVIATION.search(text[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((found, stop))
        position = stop
    rest = text[position:end]
    if rest.strip():
        lead = len(rest) - len(rest.lstrip())
        spans.append((position + lead, end))
    return [cut for span in spans for cut in _cut_further(text, *span)]


def _cut_further(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    breaks = [m.start() for m in _BREAK_AFTER_QUOTE.finditer(piece)]
    numerals = [m.span() for m in _BREAK_AFTER_NUMERAL.finditer(piece)]
    edges = sorted([(0, 0), *((at, at) for at in breaks), *numerals, (len(piece), len(piece))])
    return [(start + a, start + b) for (_, a), (b, _) in itertools.pairwise(edges) if piece[a:b].strip()]
