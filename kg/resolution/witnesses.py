"""The articles' records in one order, with what resolution asks of each: its day, its entities by id, its sentences.

An article's record is a witness; whatever order the records come in, the witnesses are heard in the order of their ids.
"""

from __future__ import annotations

import bisect
import datetime
import functools
from collections.abc import Iterable

from kg.errors import KgError
from kg.model import Entity, Extraction, Span, encode_extraction

__all__ = ["Reference", "Witness", "witnesses"]

Reference = tuple[str, str]
"""An entity of one article: the article's id and the entity's id in it."""


class Witness:
    """One article's record, indexed."""

    def __init__(self, record: Extraction) -> None:
        self.record = record
        self.id = record.article.id
        self.day = _day(record.article.published)
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}

    def reference(self, entity: str) -> Reference:
        """The reference to the entity `entity` of this article."""
        return self.id, entity

    @functools.cached_property
    def countries(self) -> frozenset[str]:
        """The ISO codes of the countries that the article names."""
        return frozenset(entity.iso for entity in self.record.entities if entity.type == "Country" and entity.iso)

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.record.sentences]

    def sentence(self, start: int, end: int) -> Span:
        """The characters of the sentence, or run of sentences, that holds `text[start:end]`; the line where no sentence is known."""
        sentences = self.record.sentences
        first = bisect.bisect_right(self._sentence_starts, start) - 1
        if first >= 0 and end <= sentences[first].end and start < end:
            return sentences[first].start, sentences[first].end
        if first >= 0 and sentences[first].end > start:
            last = max(bisect.bisect_left(self._sentence_starts, end) - 1, first)
            return sentences[first].start, max(sentences[last].end, end)
        text = self.record.text
        line_end = text.find("\n", end)
        return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end


def witnesses(records: Iterable[Extraction]) -> list[Witness]:
    """The witnesses in order of id. One record given twice counts once; two different ones of one id raise `KgError`."""
    by_id: dict[str, Extraction] = {}
    for record in records:
        known = by_id.setdefault(record.article.id, record)
        if known is not record and encode_extraction(known) != encode_extraction(record):
            raise KgError(f"two different articles have the id {record.article.id!r}; give one of them another file name or id")
    return [Witness(by_id[article]) for article in sorted(by_id)]


def _day(published: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
