"""The model in the package is the one that the command makes, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigurationError
from kg.extraction.voice.model_file import round_weights
from kg.extraction.voice.tagger import MODEL
from kg.extraction.voice.train import main


def test_retraining_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pycrfsuite", reason="retraining wants python-crfsuite: pip install 'kg-viet-news[train]'")
    again = tmp_path / "model.crf"
    main([str(again)])
    assert "trained on" in capsys.readouterr().out
    same = again.read_bytes() == MODEL.read_bytes()
    assert same, "sentences, templates, features or lexicon changed since the model was made: run `python -m kg.extraction.voice.train`"


def test_the_model_is_small() -> None:
    assert MODEL.stat().st_size < 160_000


def test_weights_are_rounded_already(tmp_path: Path) -> None:
    copy = tmp_path / "model.crf"
    copy.write_bytes(MODEL.read_bytes())
    round_weights(copy)
    assert copy.read_bytes() == MODEL.read_bytes()


@pytest.mark.parametrize("content", [b"", b"no model at all", b"lCRF" + bytes(100)])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.crf"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"other\.crf"):
        round_weights(path)
    assert path.read_bytes() == content
