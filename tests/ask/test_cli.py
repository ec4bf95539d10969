"""`kg ask` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as end:
        main(["ask", *arguments])
    return int(end.value.code or 0), capsys.readouterr().out


def test_an_answer_with_its_sentences(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "Ai điện đàm với Joe Biden?", "-b", str(corpus))
    assert status == 0
    assert "Joe Biden (Tổng thống Mỹ) – Nguyễn Phú Trọng (Tổng Bí thư Việt Nam), 2023-03-29" in out
    assert "Theo:" in out
    assert "kg query meetings-in-detail --person 'person:joe-biden' --kind 'PhoneCall'" in out
    assert "SELECT" not in out


def test_the_sparql(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "VALUES ?_person { <http://example.org/kg/id/person/to-lam> }" in run(capsys, "Who is To Lam?", "-b", str(corpus), "--sparql")[1]


def test_the_source_of_what_no_article_tells(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "Ai là Ngoại trưởng Mỹ tháng 6/2023?", "-b", str(corpus), "--timeout", "60")
    assert status == 0
    assert "Theo bảng nhiệm kỳ, không phải bài báo:\n  Wikidata" in out
    assert "Theo:" not in out


def test_json(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "When did Joe Biden visit Vietnam?", "--json", "-b", str(corpus))
    told = json.loads(out)
    assert status == 0
    assert told["kind"] == "answered"
    assert told["rows"][0]["date"] == "2023-09-10/2023-09-11"
    assert told["evidence"][0]["sentence"]
    assert told["parameters"]["destination"] == ["country:VN"]


def test_what_is_not_understood_ends_with_status_1_and_steers_no_terminal(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "Ai đã \x1b[31mlừa\x1b[0m Việt Nam?", "-b", str(corpus))
    assert status == 1
    assert "Có thể hỏi:" in out
    assert "\x1b" not in out


def test_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["ask", "Who is To Lam?", "-b", str(tmp_path / "none")])
    assert end.value.code == 2
    assert "kg build" in capsys.readouterr().err
