"""What a build reads: a file that was read before, with the same bytes and name, is not read again; what could not be read is told again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import build as build_module
from kg import gathering
from kg.build import build
from kg.errors import ReadingError
from kg.gathering import SOURCES, Gathering
from kg.model import Article

TEXT = "Thủ tướng Phạm Minh Chính tiếp Thủ tướng Lào Sonexay Siphandone."


def rows(*ids: str, text: str = TEXT) -> str:
    return "".join(json.dumps({"id": one, "text": text, "published": "2024-01-05"}, ensure_ascii=False) + "\n" for one in ids)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.jsonl").write_text(rows("a1", "a2"), encoding="utf-8")
    (folder / "b.jsonl").write_text(rows("b1"), encoding="utf-8")
    return folder


def gathered(news: Path, remembered: Path, monkeypatch: pytest.MonkeyPatch, maker: str = "m") -> tuple[list[str], list[str], list[str]]:
    """The articles given, the files that were read for them, and what was told; remembers it."""
    files: list[str] = []
    told: list[str] = []
    with monkeypatch.context() as patched:
        read = gathering.read_articles
        patched.setattr(gathering, "read_articles", lambda sources, **rest: (files.extend(path.name for path in sources), read(sources, **rest))[1])
        one = Gathering(remembered, maker, lambda article, digest: True, lambda error: told.append(str(error)))
        found = [article.id for article in one.articles([news])]
        one.remember(remembered, {})
    return found, files, told


def test_a_file_that_was_read_is_not_read_again(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = tmp_path / SOURCES
    assert gathered(news, remembered, monkeypatch) == (["a1", "a2", "b1"], ["a.jsonl", "b.jsonl"], [])
    assert gathered(news, remembered, monkeypatch) == (["a1", "a2", "b1"], [], [])
    (news / "b.jsonl").write_text(rows("b1", "b2"), encoding="utf-8")
    assert gathered(news, remembered, monkeypatch) == (["a1", "a2", "b1", "b2"], ["b.jsonl"], [])
    (news / "a.jsonl").rename(news / "c.jsonl")
    assert gathered(news, remembered, monkeypatch) == (["b1", "b2", "a1", "a2"], ["c.jsonl"], [])
    assert gathered(news, remembered, monkeypatch, "another program")[1] == ["b.jsonl", "c.jsonl"]
    remembered.write_bytes(b"\xc1")
    assert gathered(news, remembered, monkeypatch)[1] == ["b.jsonl", "c.jsonl"]


def test_what_cannot_be_read_is_told_each_time(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / "b.jsonl").write_text(rows("b1") + "{\n", encoding="utf-8")
    for _ in range(2):
        found, _, told = gathered(news, tmp_path / SOURCES, monkeypatch)
        assert found == ["a1", "a2", "b1"]
        assert len(told) == 1 and "b.jsonl" in told[0]


def test_a_second_article_of_one_id_is_told_whether_its_file_was_read_before_or_not(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "b.jsonl").write_text(rows("a1") + rows("a2", text=TEXT + " Hai bên ký hiệp định."), encoding="utf-8")
    for _ in range(2):
        found, _, told = gathered(news, tmp_path / SOURCES, monkeypatch)
        assert found == ["a1", "a2"]
        assert len(told) == 1 and "b.jsonl: a second, different article with the id 'a2', first read from" in told[0]


def test_sources_that_are_not_there_are_told(tmp_path: Path) -> None:
    told: list[ReadingError] = []
    one = Gathering(tmp_path / SOURCES, "m", lambda article, digest: True, told.append)
    assert list(one.articles([tmp_path / "nowhere"])) == []
    assert "nowhere" in str(told[0])


def test_an_article_that_could_not_be_read_into_facts_is_told_again_and_not_tried_again(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    extract = build_module.extract_all

    def failing(articles: list[Article], *rest: object) -> object:
        for one in extract(articles, *rest):  # type: ignore[arg-type]
            tried.append(one.article)
            yield one._replace(line=None, failure=f"{one.article}: no") if one.article == "a2" else one

    monkeypatch.setattr(build_module, "extract_all", failing)
    for wanted in (["a1", "a2", "b1"], ["c1"]):
        report = build(news, tmp_path / "build")
        assert report.failures == ("a2: no",)
        assert tried == wanted
        tried.clear()
        (news / "c.jsonl").write_text(rows("c1"), encoding="utf-8")
