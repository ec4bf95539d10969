"""The second voice in use: a sentence's view in, labelled spans with their confidence out. The model is loaded when it is first asked."""

from __future__ import annotations

import functools
from pathlib import Path

from underthesea_core import CRFTagger

from kg.errors import ConfigurationError
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice.features import features, pieces
from kg.extraction.voice.labels import LabelledSpan, spans_of

__all__ = ["MODEL", "Voice"]

MODEL = Path(__file__).parent / "model.crf"


class Voice:
    """A linear-chain CRF over syllable tokens, run by `underthesea_core`; make it once, it keeps nothing of what it reads."""

    def __init__(self, model: Path = MODEL) -> None:
        self._path = model

    @functools.cached_property
    def _tagger(self) -> CRFTagger:
        if not self._path.is_file():
            raise ConfigurationError(f"{self._path}: no such model; make it with `python -m kg.extraction.voice.train`")
        tagger = CRFTagger()
        try:
            tagger.load(str(self._path))
        except Exception as error:  # the Rust binding raises plain exceptions
            raise ConfigurationError(f"{self._path}: not a CRFsuite model ({error}); make it with `python -m kg.extraction.voice.train`") from error
        return tagger

    def spans(self, view: SentenceView, *, confidence: bool = False) -> list[LabelledSpan]:
        """The labelled spans of a sentence, in order, on its tokens; `confidence` asks for their probabilities too, at twice the cost."""
        tagger = self._tagger
        found: list[LabelledSpan] = []
        for start, end in pieces(view):
            rows = features(view, start, end)
            labels = tagger.tag(rows)
            probabilities: list[float] | None = None
            if confidence:
                column = {label: k for k, label in enumerate(tagger.labels())}
                probabilities = [row[column[label]] for row, label in zip(tagger.marginals(rows), labels, strict=True)]
            for span in spans_of(labels, probabilities):
                trimmed = _without_signs(view, span._replace(start=span.start + start, end=span.end + start))
                if trimmed is not None:
                    found.append(trimmed)
        return found


def _without_signs(view: SentenceView, span: LabelledSpan) -> LabelledSpan | None:
    """The span without punctuation at its ends; None where nothing else is in it."""
    start, end = span.start, span.end
    while start < end and view.tokens[start].kind == "sign":
        start += 1
    while end > start and view.tokens[end - 1].kind == "sign":
        end -= 1
    return span._replace(start=start, end=end) if end > start else None
