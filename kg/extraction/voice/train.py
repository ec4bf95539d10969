"""Train the second voice: `python -m kg.extraction.voice.train [MODEL]`. The same sentences, templates and tables give the same bytes.

Comes in: the hand-annotated sentences of `corpus/sentences`, our templates filled from the lexicon. Goes out: a CRFsuite model.
Wants a checkout of the repository and python-crfsuite (`pip install 'kg-viet-news[train]'`).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from kg.errors import ConfigurationError
from kg.extraction.sentence.gazetteer import load_gazetteer
from kg.extraction.voice.annotated import Annotated, read_sentences, spans_in, view_of
from kg.extraction.voice.features import features, pieces
from kg.extraction.voice.labels import bio
from kg.extraction.voice.model_file import round_weights
from kg.extraction.voice.tagger import MODEL
from kg.extraction.voice.templates import Fillers, made_sentences, varied

__all__ = ["SENTENCES", "train", "training_sentences"]

SENTENCES = Path(__file__).resolve().parents[3] / "corpus" / "sentences"
_SEED = "second voice"
_ROUNDS = 8  # how often the templates are filled, times their weights
_VARIANTS = 4  # how many renamed copies a hand-written sentence gets
_OWN_WEIGHT = 4  # how often a hand-written sentence itself is shown
# One sentence in so many is shown as if the tables knew none of its names, so that names in no table are learned from what stands around them.
_FORGETTING = 0.1
_FORGETTABLE = frozenset({"B-place", "I-place", "B-body", "I-body", "gf", "sv", "sz"})
_SETTINGS = {"c1": 2.5, "c2": 0.05, "max_iterations": 150, "feature.minfreq": 3, "feature.possible_transitions": True}


def training_sentences(folder: Path = SENTENCES) -> list[Annotated]:
    """All that the model is trained on, in a fixed order."""
    written = read_sentences(folder)
    fillers = Fillers(load_gazetteer().lexicon, random.Random(_SEED))
    renamed = [varied(sentence, fillers) for _ in range(_VARIANTS) for sentence in written]
    return written * _OWN_WEIGHT + renamed + made_sentences(fillers, _ROUNDS)


def train(sentences: Sequence[Annotated], model: Path) -> None:
    """Train on the sentences and write the model. Raises `ConfigurationError` where python-crfsuite is not installed."""
    try:
        import pycrfsuite
    except ImportError as error:
        raise ConfigurationError("training wants python-crfsuite: pip install 'kg-viet-news[train]'") from error
    gazetteer = load_gazetteer()
    draw = random.Random(_SEED)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_SETTINGS, verbose=False)
    for sentence in sentences:
        view = view_of(sentence.text, gazetteer)
        labels = bio(spans_in(view, sentence), len(view))
        forgotten = _FORGETTABLE if draw.random() < _FORGETTING else frozenset()
        for start, end in pieces(view):
            rows = [[f for f in row if f.lstrip("<>") not in forgotten] for row in features(view, start, end)]
            trainer.append(rows, labels[start:end])
    trainer.train(str(model))
    round_weights(model)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", type=Path, default=MODEL, help="where to write the model (default: the package's own)")
    model: Path = parser.parse_args(arguments).model
    sentences = training_sentences()
    train(sentences, model)
    print(f"{model}: trained on {len(sentences):,} sentences, {model.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
