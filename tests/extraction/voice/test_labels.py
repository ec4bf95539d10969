"""Spans and BIO labels say the same."""

from __future__ import annotations

import pytest

from kg.extraction.voice.labels import LabelledSpan, bio, spans_of

SPANS = [
    ("none", 3, []),
    ("one", 4, [("PER", 1, 3)]),
    ("two that touch", 4, [("ORG", 0, 2), ("ORG", 2, 4)]),
    ("of different kinds that touch", 3, [("ROLE", 0, 1), ("COUNTRY", 1, 2), ("PER", 2, 3)]),
]


@pytest.mark.parametrize(("length", "spans"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_there_and_back(length: int, spans: list[tuple[str, int, int]]) -> None:
    given = [LabelledSpan(*span) for span in spans]
    assert spans_of(bio(given, length)) == given


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["I-PER", "I-PER", "O"], [("PER", 0, 2)]),
        (["B-PER", "I-ORG"], [("PER", 0, 1), ("ORG", 1, 2)]),
        (["O", "B-LOC", "B-LOC"], [("LOC", 1, 2), ("LOC", 2, 3)]),
    ],
)
def test_labels_without_a_beginning(labels: list[str], spans: list[tuple[str, int, int]]) -> None:
    assert [span[:3] for span in spans_of(labels)] == spans


def test_a_span_is_as_sure_as_its_least_sure_token() -> None:
    assert spans_of(["O", "B-PER", "I-PER"], [0.9, 0.8, 0.6]) == [LabelledSpan("PER", 1, 3, 0.6)]
