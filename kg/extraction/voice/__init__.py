"""A second voter beside the grammar: a small CRF over syllable tokens, trained on our own sentences (`docs/voice-card.md`)."""

from __future__ import annotations

from kg.extraction.voice.labels import LabelledSpan
from kg.extraction.voice.tagger import Voice

__all__ = ["LabelledSpan", "Voice"]
