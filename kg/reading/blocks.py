"""Clean text → blocks: every paragraph with its function on the page, and what the page itself says of the
article.

Lines are looked at one by one (times, furniture, related links), cut where paragraphs are glued, their
pictures' captions and credits taken apart; then the headline is found from the top, the byline from both
ends, and the first text is the lead.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from kg.model import Block, BlockKind
from kg.reading.bylines import byline_tail, may_be_person, read_byline
from kg.reading.captions import Piece, cut_pictures, is_capital_credit
from kg.reading.headlines import compare_title, find_title_inside, looks_like_headline
from kg.reading.page_furniture import PageFurniture, page_furniture
from kg.reading.paragraphs import glued_starts, line_spans, stripped
from kg.reading.timestamps import read_timestamp_line

__all__ = ["PageReading", "read_page"]

_FIRST_LINES = 8
_LAST_LINES = 3
_LONGEST_FURNITURE = 320
_SHORTEST_LEAD = 40
_LONGEST_TOP_BYLINE = 45


class PageReading(msgspec.Struct, frozen=True):
    """The blocks of a text, and title, author, publication time and outlet as far as the text itself shows
    them.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None


def read_page(text: str, title: str | None = None) -> PageReading:
    """Read a cleaned text; `title` is the one from metadata, where there is any. Blocks cover all but white
    space.
    """
    furniture = page_furniture()
    pieces, published, author = _line_pieces(text, furniture)
    title = _find_headline(text, pieces, title)
    _find_capital_credits(text, pieces)
    author = _find_bylines(text, pieces, author)
    outlet = _cut_outlet_prefix(text, pieces, furniture)
    return PageReading(_as_blocks(pieces), title, author, published, outlet)


def _line_pieces(text: str, furniture: PageFurniture) -> tuple[list[Piece], str | None, str | None]:
    """The lines as pieces, with the publication time and the author of a timestamp line."""
    lines = list(line_spans(text))
    pieces: list[Piece] = []
    published: str | None = None
    author: str | None = None
    aside = False  # below a heading such as `Tin liên quan`
    texts = 0
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        stamp = None
        if number < _FIRST_LINES or number >= len(lines) - _LAST_LINES:
            stamp = read_timestamp_line(line)
        if stamp is not None and (stamp.has_time or stamp.before or number < _FIRST_LINES // 2 or not stamp.published):
            name = _stamp_author(stamp.before)
            if not stamp.before or name is not None or stamp.is_precise:
                published = published or stamp.published
                author = author or name or None
                pieces.append(("byline" if stamp.before else "furniture", start, end))
                continue
        if len(line) <= _LONGEST_FURNITURE:
            if texts and furniture.related_heading.fullmatch(line):
                aside = True
            if furniture.line.fullmatch(line) or not any(c.isalnum() for c in line):
                pieces.append(("furniture", start, end))
                continue
        if aside:
            if len(line) < 200 and line[-1] not in '.”"…':
                pieces.append(("furniture", start, end))
                continue
            aside = False
        texts += 1
        pieces += _paragraphs(text, start, end, furniture, last=number == len(lines) - 1)
    return pieces, published, author


def _stamp_author(before: str) -> str | None:
    """The author left of a time; foreign given names (`Kate Trần`) are allowed there, since the line is no
    sentence.
    """
    name = read_byline(before) if before else None
    if name is None and before:
        bare = before.split("(")[0].strip()
        words = bare.split()
        if 2 <= len(words) <= 4 and all(word[0].isupper() and word.isalpha() for word in words) and may_be_person(bare):
            return bare
    return name


def _paragraphs(text: str, start: int, end: int, furniture: PageFurniture, last: bool) -> list[Piece]:
    if last and read_byline(text[start:end]) is not None:  # `Theo Lan AnhBáo Mới` is one source, not two paragraphs
        return [(None, start, end)]
    pieces: list[Piece] = []
    cuts = [start, *glued_starts(text, start, end), end]
    for begin, stop in pairwise(cuts):
        begin, stop = stripped(text, begin, stop)
        if any(trigger in text[begin:stop] for trigger in furniture.inline_triggers):
            for match in furniture.inline.finditer(text, begin, stop):
                if begin < match.start():
                    pieces += cut_pictures(text, *stripped(text, begin, match.start()))
                pieces.append(("furniture", *stripped(text, match.start(), match.end())))
                begin = stripped(text, match.end(), stop)[0]
        if begin < stop:
            pieces += cut_pictures(text, begin, stop)
    return pieces


def _find_headline(text: str, pieces: list[Piece], title: str | None) -> str | None:
    """Mark the headline in `pieces` and its repetitions as captions; the title to keep, the fullest form of
    it.
    """
    undecided = [n for n, piece in enumerate(pieces) if piece[0] is None]
    if not undecided:
        return title
    first = undecided[0]
    if title is None:
        line = text[pieces[first][1] : pieces[first][2]]
        before = {kind for kind, _, _ in pieces[:first]}
        after = [text[pieces[n][1] : pieces[n][2]] for n in undecided[1:6]]
        if before <= {"furniture", "byline"} and looks_like_headline(line, after):
            pieces[first] = ("headline", *pieces[first][1:])
            title = line
        else:
            return None
    found = any(kind == "headline" for kind, _, _ in pieces)
    top = True
    for n in undecided:
        if pieces[n][0] is not None:
            top = top and pieces[n][0] == "headline"
            continue
        _, start, end = pieces[n]
        line = text[start:end]
        likeness = compare_title(line, title)
        if likeness is None:
            inside = find_title_inside(text, start, end, title) if top else None
            if inside is not None and not (found and inside[0] == start):  # a lead may begin with the headline's words
                _split_headline(text, pieces, n, inside)
                return title
            top = False
            continue
        if top and (not found or likeness in ("same", "longer")):
            pieces[n] = ("headline", start, end)
            found = True
            if likeness == "longer":
                title = line
        elif likeness in ("same", "longer") or line[-1] not in ".?!":
            pieces[n] = ("caption", start, end)
    return title


def _split_headline(text: str, pieces: list[Piece], n: int, inside: tuple[int, int]) -> None:
    """Section, headline and lead that stand in one line: `Quốc tế Hai nước ký hiệp định mới Chiều nay, …`."""
    _, start, end = pieces[n]
    section, rest = stripped(text, start, inside[0]), stripped(text, inside[1], end)
    cut: list[Piece] = [("furniture", *section)] if section[0] < section[1] else []
    cut += [("headline", *stripped(text, *inside)), (None, *rest)]
    pieces[n : n + 1] = cut


def _find_capital_credits(text: str, pieces: list[Piece]) -> None:
    """`BỘ NGOẠI GIAO MỸ` below a caption, and the caption below a line that ends in `- Ảnh 1.`."""
    label = page_furniture().caption_cue
    for n in range(1, len(pieces)):
        kind, start, end = pieces[n]
        before, before_start, before_end = pieces[n - 1]
        if kind is not None:
            continue
        line, line_before = text[start:end], text[before_start:before_end]
        unstopped = before is None and len(line_before) <= 250 and line_before[-1] not in '.?!:”"'
        if is_capital_credit(line) and n + 1 < len(pieces) and n > 1 and (before == "caption" or unstopped):
            pieces[n - 1] = ("caption", before_start, before_end)
            pieces[n] = ("credit", start, end)
        elif before == "caption" and len(line) <= 250 and line[-1] not in ".?!:":
            cue = label.search(line_before)
            if cue is not None and cue.end() == len(line_before):
                pieces[n] = ("caption", start, end)


def _find_bylines(text: str, pieces: list[Piece], author: str | None) -> str | None:
    """Bylines and sources after the last paragraph, at its end, or right below the headline."""
    for n in range(len(pieces) - 1, 0, -1):
        kind, start, end = pieces[n]
        if kind in ("furniture", "credit", "byline"):
            continue
        name = read_byline(text[start:end]) if kind is None else None
        if name is not None:
            pieces[n] = ("byline", start, end)
            author = author or name or None
            continue
        tail = byline_tail(text[start:end]) if kind is None else None
        if tail is not None:
            pieces[n] = (None, *stripped(text, start, start + tail))
            pieces.insert(n + 1, ("byline", start + tail, end))
            author = author or read_byline(text[start + tail : end]) or None
        break
    headlines = [n for n, piece in enumerate(pieces) if piece[0] == "headline"]
    for n in range(headlines[-1] + 1, min(headlines[-1] + 4, len(pieces))) if headlines else ():
        kind, start, end = pieces[n]
        name = read_byline(text[start:end]) if kind is None and end - start <= _LONGEST_TOP_BYLINE else None
        if name is not None:
            pieces[n] = ("byline", start, end)
            author = author or name or None
    return author


def _cut_outlet_prefix(text: str, pieces: list[Piece], furniture: PageFurniture) -> str | None:
    """Make `(Dân trí) - ` before a lead a block of its own; the outlet it stands for, if the table knows
    it.
    """
    outlet: str | None = None
    for n, (kind, start, end) in enumerate(pieces[:8]):
        match = furniture.outlet_prefix.match(text, start, end) if kind is None else None
        if match is not None:
            label = (match["bracketed"] or match["bare"] or match["alone"]).casefold()
            outlet = furniture.outlets.get(label)
            pieces[n : n + 1] = [("furniture", *stripped(text, start, match.end())), (None, match.end(), end)]
            break
    return outlet


def _as_blocks(pieces: list[Piece]) -> tuple[Block, ...]:
    """The first real paragraph is the lead, all other text is body."""
    blocks: list[Block] = []
    led = False
    for kind, start, end in pieces:
        decided: BlockKind = kind or ("body" if led or end - start < _SHORTEST_LEAD else "lead")
        led = led or decided == "lead"
        blocks.append(Block(decided, start, end))
    return tuple(blocks)
