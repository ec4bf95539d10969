from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import ReadingError
from kg.model import Article
from kg.reading import read_articles
from kg.reading.identity import LONGEST_ID, ascii_id

TEXT = "Hai bộ trưởng gặp nhau sáng nay tại Đà Nẵng để bàn về tuyến tàu biển mới giữa hai nước."


def read(*sources: str | Path) -> tuple[list[Article], list[str]]:
    errors: list[ReadingError] = []
    articles = list(read_articles(sources, on_error=errors.append))
    return articles, [str(error) for error in errors]


def ids(articles: list[Article]) -> list[str]:
    return [article.info.id for article in articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "deep/er/c.txt",
        "d.txt.gz",
        ".hidden.txt",
        ".git/e.txt",
        "notes.md",
        "a.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = f"{TEXT} {name}".encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return tmp_path


def test_a_folder_is_read_in_order_with_all_below_it(folder: Path) -> None:
    articles, errors = read(folder)
    assert (ids(articles), errors) == (["a", "b", "d", "c"], [])


def test_files_globs_and_folders_together_give_each_article_once(folder: Path) -> None:
    articles, errors = read(folder / "b.txt", str(folder / "*.txt"), folder, str(folder / "**" / "*.txt"))
    assert (ids(articles), errors) == (["b", "a", "d", "c"], [])


def test_a_single_path_needs_no_list(folder: Path) -> None:
    assert ids(list(read_articles(folder / "a.txt"))) == ["a"]
    assert ids(list(read_articles(str(folder / "a.txt")))) == ["a"]


def test_front_matter_of_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"---\ntitle: Bàn về tàu biển\npublished: 16/05/2024 22:21 GMT+7\noutlet: example.org\nauthor: Lan Anh\n"
        f"url: https://example.org/a\n---\n{TEXT}\n",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    assert article.text == TEXT
    assert (article.info.title, article.info.published) == ("Bàn về tàu biển", "2024-05-16T22:21:00+07:00")
    assert (article.info.outlet, article.info.author, article.info.url) == (
        "example.org",
        "Lan Anh",
        "https://example.org/a",
    )


def test_two_articles_of_one_id_are_an_error_and_the_same_one_twice_is_not(tmp_path: Path) -> None:
    for name, text in (("x/a.txt", TEXT), ("y/a.txt", TEXT), ("z/a.txt", TEXT + " Khác.")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    articles, errors = read(tmp_path)
    assert ids(articles) == ["a"]
    assert len(errors) == 1
    assert "z/a.txt: a second, different article with the id 'a', first read from " in errors[0].replace(os.sep, "/")


BAD_FILES = [
    ("a.txt", b"", "empty; fill or delete it"),
    ("a.txt", b" \n\t\n", "holds no text"),
    ("a.txt", b"---\ntitle: A\n---\n\n", "holds no text"),
    ("a.txt", "---\ntitle: A\nHôm nay.".encode(), "no `key: value` line"),
    (
        "a.txt",
        f"---\npublished: hôm qua\n---\n{TEXT}".encode(),
        "published: 'hôm qua' is no full date; write 2024-05-16",
    ),
    ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
    ("a.txt", b"%PDF-1.7", "a PDF file"),
    ("a.txt", b"abc\x00\x00\x01def", "zero bytes"),
    ("a.txt", b"\xff\x00\xfe\x01\x80", "save it as UTF-8"),
    ("a.txt", b"<!DOCTYPE html><html><body>a</body></html>", "ending .html"),
    ("a.txt", b'{"id": "a", "text": "b"}', "ending .jsonl"),
    ("a.txt", gzip.compress(b"abc"), "ending .gz"),
    ("a.txt.gz", b"not packed", "not valid gzip"),
    ("a.txt.gz", gzip.compress(os.urandom(9000))[:4000], "breaks off"),
    ("a.jsonl.gz", b"not packed", "not valid gzip"),
    ("a.html", TEXT.encode(), "no HTML"),
    ("a.csv", b"\xef\xbb\xbf", "no column names"),
    ("a.parquet", b"PAR1....", "not readable as Parquet"),
    ("a.parquet", b"id,text", "not readable as Parquet"),
    ("a.jsonl", b"%PDF-1.7", "a PDF file"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES, ids=[f"{n}: {m}" for n, _, m in BAD_FILES])
def test_a_file_that_cannot_be_read_is_told_by_name_and_the_others_are_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    articles, errors = read(tmp_path)
    assert ids(articles) == ["z"]
    assert len(errors) == 1
    assert errors[0].startswith(str(tmp_path / name)) and message in errors[0]


def test_without_on_error_the_first_error_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ReadingError, match=r"a\.txt: empty"):
        list(read_articles(tmp_path))


MISSING = [
    ("nowhere.txt", "no such file or folder"),
    ("nowhere/*.txt", "no file matches this pattern"),
    ("a.docx", ".docx is no format that is read; give a file that ends in .txt, .html"),
    ("a", "no ending is no format that is read"),
    ("empty", "holds no article"),
    ("bad\0name", "check the path"),
]


@pytest.mark.parametrize(("source", "message"), MISSING)
def test_sources_that_are_not_there(tmp_path: Path, source: str, message: str) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "empty").mkdir()
    articles, errors = read(f"{tmp_path}/{source}")
    assert articles == []
    assert len(errors) == 1 and message in errors[0]


def test_links_that_lead_round_in_a_circle_or_nowhere(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "sub" / "self").symlink_to(tmp_path / "sub")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    articles, errors = read(tmp_path)
    assert ids(articles) == ["a"]
    assert [error.split(": ", 1)[0].rsplit("/", 1)[1] for error in errors] == ["lost.txt", "round.txt"]


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    _, errors = read(tmp_path)
    assert "no regular file" in errors[0]


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that anyone may enter, and for root the rights of someone who is not."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    is_root = os.geteuid() == 0
    yield path
    if is_root:
        os.seteuid(0)
    for entry in path.rglob("*"):
        entry.chmod(stat.S_IRWXU)
    shutil.rmtree(path)


def test_files_and_folders_that_may_not_be_read(as_nobody: Path) -> None:
    for name in ("a.txt", "b.txt", "shut/c.txt"):
        (as_nobody / name).parent.mkdir(exist_ok=True)
        (as_nobody / name).write_text(TEXT, encoding="utf-8")
    (as_nobody / "a.txt").chmod(0)
    (as_nobody / "shut").chmod(0)
    if os.geteuid() == 0:
        os.seteuid(65534)
    articles, errors = read(as_nobody)
    assert ids(articles) == ["b"]
    assert len(errors) == 2 and all("Permission denied" in error for error in errors)
    assert "a.txt" in errors[0] and "shut" in errors[1]


def test_a_decompression_bomb_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 12_000_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n' * 100_000))
    monkeypatch.setattr("kg.reading.compressed._RATIO_FROM", 100_000)
    monkeypatch.setattr("kg.reading.compressed.MAX_RATIO", 50)
    _, errors = read(tmp_path)
    assert "a.txt.gz: " in errors[0] and "times its size" in errors[0]
    assert any("b.jsonl.gz: " in error and "times its size" in error for error in errors[1:])


def test_files_past_the_limits_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (10 * 2**20 + 1))
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT + "."}) + "\n" * 600_000)
    monkeypatch.setattr("kg.reading.sources.MAX_TABLE_BYTES", 300_000)
    articles, errors = read(tmp_path)
    assert ids(articles) == ["b-1", "b-2"]
    assert "a.txt: over the limit of 10 MiB" in errors[0]
    assert "b.jsonl: over the limit of 300000 bytes" in errors[1]


STANDARD_INPUT = [
    ("plain text", TEXT.encode(), ["stdin"]),
    ("text with front matter", f"---\ntitle: A\n---\n{TEXT}".encode(), ["stdin"]),
    ("UTF-16", TEXT.encode("utf-16"), ["stdin"]),
    (
        "JSON lines",
        (json.dumps({"text": TEXT}) + "\n" + json.dumps({"id": "x", "text": TEXT})).encode(),
        ["stdin-1", "x"],
    ),
    ("packed JSON lines", gzip.compress(json.dumps({"text": TEXT}).encode()), ["stdin-1"]),
    ("packed text", gzip.compress(TEXT.encode()), ["stdin"]),
    (
        "a page",
        f"<!doctype html><html><body><h1>Tin</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>".encode(),
        ["stdin"],
    ),
]


@pytest.mark.parametrize(("data", "expected"), [c[1:] for c in STANDARD_INPUT], ids=[c[0] for c in STANDARD_INPUT])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    articles, errors = read("-")
    assert (ids(articles), errors) == (expected, [])
    assert TEXT in articles[0].text


@pytest.mark.parametrize(("data", "message"), [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.7", "a PDF file")])
def test_standard_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    _, errors = read("-")
    assert len(errors) == 1 and errors[0].startswith("standard input: ") and message in errors[0]


IDS = [
    ("003_abc", "003_abc"),
    ("Thủ tướng thăm Đức (1)", "Thu-tuong-tham-Duc-1"),
    ("đường", "duong"),
    ("https://example.org/bai-1.html", "https-example.org-bai-1.html"),
    ("..", "article-"),
]


@pytest.mark.parametrize(("name", "slug"), IDS)
def test_ids_are_ascii(name: str, slug: str) -> None:
    assert ascii_id(name).startswith(slug) and ascii_id(name).isascii() and ascii_id(name)


def test_long_and_foreign_names_stay_apart() -> None:
    names = ["新闻", "新聞", "a" * 300, "a" * 300 + "b"]
    found = [ascii_id(name) for name in names]
    assert len(set(found)) == 4 and all(len(slug) <= LONGEST_ID for slug in found)
