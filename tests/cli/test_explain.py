"""`kg explain`: an article in the terminal and as a page, and why a name is not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main

TEXT = "Thủ tướng Phạm Minh Chính tiếp Đại sứ Gustav Klar tại Hà Nội.\n\nĐoàn ghé thăm Gartner rồi về.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tiep-dai-su.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), ("Phạm Minh Chính", "Offices", "Thủ tướng", "asserted")),
        (("--why-not", "Gartner"), ("Not taken: the capitals look like a name", "grammar:", "second voice:")),
        (("--why-not", "Phạm Minh Chính"), ("Taken: Person",)),
        (("--why-not", "Pham Minh Chinh"), ("does not stand in the text", "Phạm Minh Chính")),
    ],
)
def test_in_the_terminal(article: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert run(str(article), *options) == 0
    out = capsys.readouterr().out
    assert [words for words in said if words not in out] == []


def test_why_not_of_an_article_of_a_build(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    identifier = next(path.stem for path in sorted(Path("corpus/articles").iterdir()) if path.name.startswith("2023-09"))
    assert run(identifier, "--build", str(some_of_corpus), "--why-not", "Việt Nam") == 0
    assert "Taken: Country “Việt Nam”" in capsys.readouterr().out


def test_as_a_page(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert run(str(article), "--html", str(page)) == 0
    assert str(page) in capsys.readouterr().out.replace("\n", "")
    assert "Phạm Minh Chính" in page.read_text(encoding="utf-8")
