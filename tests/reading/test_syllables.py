from __future__ import annotations

import pytest

from kg.reading.syllables import is_vietnamese_syllable

VIETNAMESE = "Tổng trọng Mỹ nghiêng quyết quốc gì giếng khuya thuở Đắk? uống Ý ở HUỆ yêu xoong gia quý nghĩ Ủy Uỷ hòa hoà"
FOREIGN = "McCarthy Tube Phone Carthy Roosevelt Biden Washington Vn Jr kwh tt ngy cia đf zô fai wang viêtj tac lap nhiet"


@pytest.mark.parametrize("word", [word for word in VIETNAMESE.split() if word.isalpha()])
def test_vietnamese_syllables(word: str) -> None:
    assert is_vietnamese_syllable(word)


@pytest.mark.parametrize("word", FOREIGN.split())
def test_other_words(word: str) -> None:
    assert not is_vietnamese_syllable(word)


def test_nothing_is_no_syllable() -> None:
    assert not is_vietnamese_syllable("")
