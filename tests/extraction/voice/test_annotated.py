"""Sentences with their spans in brackets, and the integrity of those that the model is trained on."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest

from kg.extraction.sentence.gazetteer import load_gazetteer
from kg.extraction.voice.annotated import Annotated, AnnotationError, parse, read_sentences, spans_in, view_of
from kg.extraction.voice.templates import Fillers, made_sentences, varied
from kg.extraction.voice.train import SENTENCES


def spans(sentence: Annotated) -> list[tuple[str, str]]:
    return [(label, sentence.text[start:end]) for label, start, end in sentence.spans]


def test_brackets_become_spans() -> None:
    sentence = parse("[ROLE Thủ tướng] [COUNTRY Lào] đến [LOC Huế].")
    assert sentence.text == "Thủ tướng Lào đến Huế."
    assert spans(sentence) == [("ROLE", "Thủ tướng"), ("COUNTRY", "Lào"), ("LOC", "Huế")]


@pytest.mark.parametrize("marked", ["[TITLE Thủ tướng] đến.", "[PER Tô Lâm đến.", "Tô Lâm] đến.", "[Tô Lâm] đến.", "[PER [ORG A] B]"])
def test_a_malformed_sentence_is_shown(marked: str) -> None:
    with pytest.raises(AnnotationError, match=r"PER|label"):
        parse(marked)


def test_a_span_inside_a_token_is_refused() -> None:
    sentence = Annotated("Tô Lâm đến.", (("PER", 0, 5),))
    with pytest.raises(AnnotationError, match="'Tô Lâ'"):
        spans_in(view_of(sentence.text, load_gazetteer()), sentence)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=re.escape(str(tmp_path))):
        read_sentences(tmp_path)


def test_the_sentences_we_wrote() -> None:
    written = read_sentences(SENTENCES)
    assert len(written) >= 400
    assert len({s.text for s in written}) == len(written)
    gazetteer = load_gazetteer()
    for sentence in written:
        assert unicodedata.is_normalized("NFC", sentence.text), sentence.text
        assert len(spans_in(view_of(sentence.text, gazetteer), sentence)) == len(sentence.spans)


def test_made_sentences_are_whole_and_the_same_for_the_same_seed() -> None:
    gazetteer = load_gazetteer()
    made = made_sentences(Fillers(gazetteer.lexicon, random.Random("a")), 1)
    assert made == made_sentences(Fillers(gazetteer.lexicon, random.Random("a")), 1)
    assert made != made_sentences(Fillers(gazetteer.lexicon, random.Random("b")), 1)
    for sentence in made:
        assert "{" not in sentence.text
        assert len(spans_in(view_of(sentence.text, gazetteer), sentence)) == len(sentence.spans)


def test_renaming_keeps_everything_but_the_names() -> None:
    sentence = parse("[PER Trần Văn Bình], [ROLE Giám đốc] [ORG Sở Y tế], gặp [PER John Keller] ở [LOC Huế].")
    other = varied(sentence, Fillers(load_gazetteer().lexicon, random.Random("a")))
    assert [label for label, _, _ in other.spans] == [label for label, _, _ in sentence.spans]
    names = dict(zip(["first", "role", "body", "second", "place"], (words for _, words in spans(other)), strict=True))
    assert (names["role"], names["body"]) == ("Giám đốc", "Sở Y tế")
    assert names["first"] != "Trần Văn Bình" and names["second"] != "John Keller"
    assert other.text == f"{names['first']}, Giám đốc Sở Y tế, gặp {names['second']} ở {names['place']}."
