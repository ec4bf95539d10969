"""Sentences with their spans written in the text: `[ROLE Thủ tướng] [COUNTRY Nhật Bản] [PER Ishiba Shigeru] giải tán [ORG Hạ viện].`"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.errors import KgError
from kg.extraction.sentence.gazetteer import Gazetteer
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice.labels import LABELS, LabelledSpan
from kg.lexicon.loader import read_table
from kg.model import Sentence

__all__ = ["Annotated", "AnnotationError", "parse", "read_sentences", "spans_in", "view_of"]

_SPAN = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


class AnnotationError(KgError):
    """An annotated sentence is malformed; the message shows it."""


class Annotated(NamedTuple):
    """A sentence's text and its spans as (label, start, end) in characters, half-open."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


class _Row(msgspec.Struct, frozen=True):
    construction: str
    sentence: str


def parse(marked: str) -> Annotated:
    """The text and the spans of a sentence with brackets. Raises `AnnotationError` for an unknown label or a bracket without its pair."""
    pieces: list[str] = []
    spans: list[tuple[str, int, int]] = []
    length = position = 0
    for match in _SPAN.finditer(marked):
        label, words = match.groups()
        if label not in LABELS:
            raise AnnotationError(f"{marked}: unknown label {label}; the labels are {', '.join(LABELS)}")
        before = marked[position : match.start()]
        pieces += [before, words]
        length += len(before)
        spans.append((label, length, length + len(words)))
        length += len(words)
        position = match.end()
    pieces.append(marked[position:])
    text = "".join(pieces)
    if "[" in text or "]" in text:
        raise AnnotationError(f"{marked}: a bracket without its pair or without a label; write [PER Tô Lâm]")
    return Annotated(text, tuple(spans))


def read_sentences(folder: Path) -> list[Annotated]:
    """The sentences of all `*.tsv` (columns construction, sentence) of the folder, by file name and line."""
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise AnnotationError(f"{folder}: no annotated sentences (*.tsv) here; training wants a checkout of the repository")
    return [parse(row.sentence) for path in paths for row in read_table(path, _Row)]


def view_of(text: str, gazetteer: Gazetteer) -> SentenceView:
    """The view of a sentence that stands by itself."""
    return SentenceView(text, Sentence(0, len(text), "body"), 0, gazetteer)


def spans_in(view: SentenceView, sentence: Annotated) -> list[LabelledSpan]:
    """The annotated spans on the view's tokens. Raises `AnnotationError` where a span begins or ends inside a token."""
    starts = {t.start: k for k, t in enumerate(view.tokens)}
    ends = {t.end: k + 1 for k, t in enumerate(view.tokens)}
    spans: list[LabelledSpan] = []
    for label, start, end in sentence.spans:
        if start not in starts or end not in ends:
            raise AnnotationError(f"{sentence.text}: the span {sentence.text[start:end]!r} does not begin and end with tokens")
        spans.append(LabelledSpan(label, starts[start], ends[end]))
    return spans
