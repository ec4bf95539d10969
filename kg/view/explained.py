"""One article as an HTML page that explains its record: the text with its spans coloured, and every fact with rule, tier and sentences.

No script: facts and sentences are joined by links. All content is text; the page asks for nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.model import Entity, Extraction, Mention, Span
from kg.view.looks import NODE_LOOKS

__all__ = ["explained_page"]

_TEMPLATE = Path(__file__).with_name("template")


class _Piece(NamedTuple):
    text: str
    entity: Entity | None
    mention: Mention | None


class _Sentence(NamedTuple):
    anchor: str
    block: str
    pieces: tuple[_Piece, ...]


class _Quote(NamedTuple):
    text: str
    anchor: str


def explained_page(record: Extraction) -> str:
    """The page, UTF-8 text to be written as it is."""
    environment = Environment(loader=FileSystemLoader(_TEMPLATE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    names = {entity.id: entity.name for entity in record.entities}
    return environment.get_template("explained.html").render(
        article=record.article,
        looks=NODE_LOOKS,
        paragraphs=list(_paragraphs(record)),
        entities=record.entities,
        holdings=record.holdings,
        events=record.events,
        statistics=record.statistics,
        name=lambda identifier: names.get(identifier or "", "") or "–",
        quotes=lambda evidence: [_quote(record, span) for span in evidence],
        first=lambda entity: _anchor(record, entity.mentions[0].start) if entity.mentions else "",
    )


def _paragraphs(record: Extraction) -> Iterator[tuple[str, list[_Sentence]]]:
    """The blocks of the text with their sentences; what belongs to the page is left out."""
    for block in record.blocks:
        if block.kind == "furniture":
            continue
        inside = [(n, s) for n, s in enumerate(record.sentences) if block.start <= s.start and s.end <= block.end]
        yield (
            block.kind,
            [_Sentence(f"s{n}", s.block, tuple(_pieces(record, s.start, s.end))) for n, s in inside]
            or [_Sentence("", block.kind, (_Piece(record.text[block.start : block.end], None, None),))],
        )


def _pieces(record: Extraction, start: int, end: int) -> Iterator[_Piece]:
    """The sentence cut where the entity that covers it changes; of two that cover a place, the shorter mention counts."""
    inside = [(m, e) for e in record.entities for m in e.mentions if start <= m.start and m.end <= end]
    inside.sort(key=lambda one: one[0].end - one[0].start)
    cuts = sorted({start, end, *(m.start for m, _ in inside), *(m.end for m, _ in inside)})
    for a, b in itertools.pairwise(cuts):
        mention, entity = next(((m, e) for m, e in inside if m.start <= a and b <= m.end), (None, None))
        yield _Piece(record.text[a:b], entity, mention)


def _anchor(record: Extraction, position: int) -> str:
    return next((f"s{n}" for n, s in enumerate(record.sentences) if s.start <= position < s.end), "")


def _quote(record: Extraction, span: Span) -> _Quote:
    return _Quote(" ".join(record.text[span[0] : span[1]].split()), _anchor(record, span[0]))
