"""Small parts by themselves: the choice of a format, an article's record in a file of many, the Host names that are allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import ArticleInfo, Extraction, encode_extraction
from kg.serve.negotiation import choose
from kg.serve.security import host_of
from kg.serve.settings import Settings
from kg.serve.texts import record_of

OFFERED = ["text/html", "text/turtle", "application/ld+json"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/*", "text/html"),
        ("application/*", "application/ld+json"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/turtle;q=0.3, application/ld+json;q=0.4", "application/ld+json"),
        ("text/*;q=0.5, text/turtle;q=0.1, */*;q=0.2", "text/html"),
        ("text/html;q=0, */*", "text/turtle"),
        ("image/png, text/turtle;q=0.1", "text/turtle"),
        ("text/turtle;charset=utf-8", "text/turtle"),
        ("text/turtle;q=7", "text/turtle"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("nonsense, ;;, text/turtle", "text/turtle"),
        ("text/turtle;q=x", None),
    ],
)
def test_the_format_a_client_likes_best(accept: str, chosen: str | None) -> None:
    assert choose(accept, OFFERED) == chosen


@pytest.mark.parametrize("count", [1, 2, 3, 17, 64])
def test_every_record_is_found_and_no_other(tmp_path: Path, count: int) -> None:
    names = sorted(f"bài {number:03} {'á' * (number % 5) * 40}" for number in range(count))
    path = tmp_path / "extractions.jsonl"
    path.write_bytes(b"".join(encode_extraction(Extraction(ArticleInfo(name), f"Chữ của {name}.")) + b"\n" for name in names))
    for name in names:
        found = record_of(path, name)
        assert found is not None and found.text == f"Chữ của {name}."
    for other in ("", "a", "bài", "bài 000 ", "zzz", names[0] + "x", names[-1][:-1] + "\u0001"):
        assert other in names or record_of(path, other) is None


@pytest.mark.parametrize("content", [None, b"", b"no json\n"])
def test_a_file_without_records_has_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "extractions.jsonl"
    if content is not None:
        path.write_bytes(content)
    assert record_of(path, "a") is None


@pytest.mark.parametrize(
    ("host", "name"),
    [("localhost:7878", "localhost"), ("[::1]:80", "::1"), ("LocalHost.", "localhost"), ("", ""), ("127.0.0.1", "127.0.0.1"), ("[::1", "::1")],
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert host_of({"host": host}) == name


@pytest.mark.parametrize(
    ("settings", "allowed"),
    [
        ({}, {"localhost", "127.0.0.1", "::1"}),
        ({"host": "0.0.0.0"}, {"localhost", "127.0.0.1", "::1"}),
        ({"host": "192.0.2.7", "hosts": ("KG.example.org",)}, {"localhost", "127.0.0.1", "::1", "192.0.2.7", "kg.example.org"}),
    ],
)
def test_the_names_that_are_allowed(settings: dict[str, object], allowed: set[str]) -> None:
    assert Settings(Path("build"), **settings).allowed_hosts == allowed  # type: ignore[arg-type]
