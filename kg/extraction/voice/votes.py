"""What the second voice says to what the grammar found in an article: a sentence is tagged once, when somebody first wants to know.

Comes in: findings of the grammar. Goes out: whether the second voice marks the same words as the same kind of thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kg.extraction.bodies.organizations import Body
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice.labels import LabelledSpan
from kg.extraction.voice.tagger import Voice

__all__ = ["Vote", "Votes"]

Vote = Literal["agrees", "overlaps", "other", "silent"]
"""The same words as the same kind; other words of which some are the same; something else in this place; nothing there."""

_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "country": "COUNTRY", "office": "ROLE"}


class Votes:
    """The second voice's word on the findings of one article."""

    def __init__(self, views: Sequence[SentenceView], voice: Voice) -> None:
        self._views = views
        self._voice = voice
        self._spans: dict[int, list[LabelledSpan]] = {}
        self._sure: dict[int, list[LabelledSpan]] = {}

    def spans(self, sentence: int) -> list[LabelledSpan]:
        """The spans of a sentence, by its index."""
        spans = self._spans.get(sentence)
        if spans is None:
            spans = self._spans[sentence] = self._voice.spans(self._views[sentence])
        return spans

    def around(self, finding: Found) -> list[LabelledSpan]:
        """The spans that share a token with a finding."""
        return [span for span in self.spans(finding.sentence) if span.start < finding.end and finding.start < span.end]

    def confidence(self, finding: Found, label: str) -> float:
        """The lowest probability of the spans under `label` that share a token with the finding, 0 where there is none."""
        sure = self._sure.get(finding.sentence)
        if sure is None:
            sure = self._sure[finding.sentence] = self._voice.spans(self._views[finding.sentence], confidence=True)
        mine = (s.confidence for s in sure if s.label == label and s.start < finding.end and finding.start < s.end)
        return min(mine, default=0.0)

    def on(self, finding: Found) -> Vote:
        """The vote on a finding; of an office any title in it counts, since the owner's name is not part of the title."""
        around = self.around(finding)
        mine = [span for span in around if span.label == _LABELS.get(finding.kind)]
        if not around:
            return "silent"
        if not mine:
            return "other"
        if finding.kind == "office" or any(self._same(finding, span) for span in mine):
            return "agrees"
        return "overlaps"

    def _same(self, finding: Found, span: LabelledSpan) -> bool:
        """Whether the span is the finding, but for a kind word in lower case before it (`hãng |Boeing|`) or the country behind it."""
        ends = {finding.end}
        if isinstance(finding.what, Body):
            ends.add(finding.what.core_end)
        if span.end not in ends:
            return False
        return span.start == finding.start or (
            span.start > finding.start and not any(self._views[finding.sentence].upper(k) for k in range(finding.start, span.start))
        )
