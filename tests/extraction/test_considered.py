"""Why a name is in the record or not: text, name → how often it stands there, and what is said of the first place."""

from __future__ import annotations

import pytest

from kg.extraction import Extractor
from kg.extraction.considered import consider, spellings_at_hand
from kg.model import Article, ArticleInfo
from kg.reading import article_from_text


def _article(text: str) -> Article:
    return article_from_text(text, ArticleInfo("test"))


@pytest.mark.parametrize(
    ("construction", "text", "name", "places", "said"),
    [
        ("taken", "Hôm nay, ông Lê Minh Hoan phát biểu.", "Lê Minh Hoan", 1, "Taken: Person “Lê Minh Hoan”."),
        ("whatever its case", "Hôm nay, ông Lê Minh Hoan phát biểu.", "lê minh hoan", 1, "Taken: Person “Lê Minh Hoan”."),
        ("part of a body", "Ông nói tại Bộ Ngoại giao Mỹ hôm qua.", "Ngoại giao", 1, "Not by itself: the words are part of Organization"),
        ("nobody introduces it", "Đoàn ghé thăm Gustav rồi về.", "Gustav", 1, "Not taken: the capitals look like a name"),
        ("no capital", "Ông A nói rằng bóng đá rất vui.", "bóng đá", 1, "Not taken: written without a capital"),
        ("photographer", "Hôm nay trời mưa to ở Huế.\n\nẢnh: Nguyễn Văn Bình/TTXVN", "Nguyễn Văn Bình", 1, "It stands in the credit of a picture"),
        ("nowhere", "Hôm nay trời mưa.", "Tô Lâm", 0, ""),
        ("not inside another word", "Ông Lâmxy đến.", "Lâm", 0, ""),
    ],
)
def test_consider(extractor: Extractor, construction: str, text: str, name: str, places: int, said: str) -> None:
    article = _article(text)
    found = consider(article, extractor.read(article), name)
    assert len(found) == places
    if found:
        assert found[0].outcome.startswith(said)
        assert article.text[slice(*found[0].span)].lower() == name.lower()


def test_steps_name_the_tables_and_both_voices(extractor: Extractor) -> None:
    article = _article("Thủ tướng Phạm Minh Chính chủ trì cuộc họp.")
    steps = consider(article, extractor.read(article), "Thủ tướng")[0].steps
    assert "lexicon: “Thủ tướng” is in the table of role rows" in steps
    assert any(step.startswith("grammar: “Thủ tướng” as office") for step in steps)
    assert any(step.startswith("second voice:") for step in steps)


@pytest.mark.parametrize("name", ["J.D. Vance", "JD Vance", "J. D. Vance", "j.d. vance"])
@pytest.mark.parametrize("written", ["J.D. Vance", "JD Vance", "J. D. Vance"])
def test_initials_with_and_without_dots(extractor: Extractor, name: str, written: str) -> None:
    article = _article(f"Phó Tổng thống Mỹ {written} đến Hà Nội.")
    assert [article.text[slice(*place.span)] for place in consider(article, extractor.read(article), name)] == [written]


@pytest.mark.parametrize("name", ["JD", "J.D.", "DJ Vance", "J.K. Vance"])
def test_initials_of_others(extractor: Extractor, name: str) -> None:
    article = _article("Phó Tổng thống Mỹ Adam Vance đến Hà Nội.")
    assert consider(article, extractor.read(article), name) == ()


@pytest.mark.parametrize(("name", "alike"), [("Le Minh Hoan", ("Lê Minh Hoan",)), ("Hoan", ("Lê Minh Hoan",)), ("Biden", ())])
def test_spellings_at_hand(extractor: Extractor, name: str, alike: tuple[str, ...]) -> None:
    article = _article("Hôm nay, ông Lê Minh Hoan phát biểu.")
    assert spellings_at_hand(article, extractor.read(article), name) == alike
