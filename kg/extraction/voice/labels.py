"""The labels of the second voice and the two ways of writing them: spans of tokens, and one BIO label a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["LABELS", "LabelledSpan", "bio", "spans_of"]

LABELS = ("PER", "ORG", "LOC", "COUNTRY", "ROLE")
"""Person, organisation, place, country, title of an office (without its owner)."""


class LabelledSpan(NamedTuple):
    """Tokens `[start, end)` under one of `LABELS`; `confidence` is the lowest marginal probability of its tokens' labels (0 to 1)."""

    label: str
    start: int
    end: int
    confidence: float = 1.0


def bio(spans: Sequence[LabelledSpan], length: int) -> list[str]:
    """One label a token: `B-PER` begins a span, `I-PER` goes on with it, `O` stands outside."""
    labels = ["O"] * length
    for span in spans:
        labels[span.start] = f"B-{span.label}"
        for k in range(span.start + 1, span.end):
            labels[k] = f"I-{span.label}"
    return labels


def spans_of(labels: Sequence[str], probabilities: Sequence[float] | None = None) -> list[LabelledSpan]:
    """The spans that BIO labels write; an `I-` without its `B-` begins a span. `probabilities` are those of the labels, token by token."""
    spans: list[LabelledSpan] = []
    start, current = 0, ""
    for k, label in enumerate([*labels, "O"]):
        kind = label[2:]
        if current and (label == "O" or label[0] == "B" or kind != current):
            lowest = min(probabilities[start:k]) if probabilities is not None else 1.0
            spans.append(LabelledSpan(current, start, k, lowest))
            current = ""
        if kind and not current:
            start, current = k, kind
    return spans
