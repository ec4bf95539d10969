"""`kg same`, `differ`, `right`, `wrong`: what they write, that the next build replays it, and `kg why-same` tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.decisions import read_decisions
from tests.cli.conftest import Built
from tests.resolution.telling import event, held, told

RECORDS = (
    told("a", "2024-05-21", held("Ngô Minh Khoa", "Thứ trưởng Ngoại giao", "VN"), event("Meeting", "Ngô Minh Khoa, Joe Biden", "2024-05-20")),
    told("b", "2024-05-22", event("Meeting", "Ngô Minh Khoa, Joe Biden", "2024-05-20")),
    told("c", "2024-05-23", event("Meeting", "Ngô Minh Khoa, Joe Biden", "2024-05-20")),
    told("d", "2024-05-24", "Ngô M. Khoa"),
)
MEETING = "event:2024-05-20-meeting-joe-biden-ngo-minh-khoa"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("same", "Ngô Minh Khoa", "Ngô M. Khoa"), [("same", "person/ngo-minh-khoa", "person/ngo-m-khoa")]),
        (("differ", "Ngô Minh Khoa", "b#Ngô Minh Khoa"), [("different", "person/ngo-minh-khoa", "b#Ngô Minh Khoa")]),
        (
            ("differ", MEETING, "c"),
            [("different", "claim/a/event-1", "claim/c/event-1"), ("different", "claim/b/event-1", "claim/c/event-1")],
        ),
        (("wrong", "claim:b/event-1"), [("wrong", "claim/b/event-1", "")]),
        (
            ("right", MEETING),
            [("right", "claim/a/event-1", ""), ("right", "claim/b/event-1", ""), ("right", "claim/c/event-1", "")],
        ),
    ],
)
def test_what_is_written(built: Built, tmp_path: Path, arguments: tuple[str, ...], lines: list[tuple[str, str, str]]) -> None:
    file = tmp_path / "decisions.tsv"
    build = built(*RECORDS)
    assert run(*arguments, "--why", "checked", "--who", "lan", "--when", "2026-01-02", "-b", str(build), "--decisions", str(file)) == 0
    written = read_decisions(file)
    assert [(one.verdict, one.one, one.other) for one in written] == lines
    assert {(one.who, one.when, one.why) for one in written} == {("lan", "2026-01-02", "checked")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("same", "Ngô Minh Khoa", "ngo minh khoa"), "are one already"),
        (("same", "Ngô Minh Khoa", "Ngô Văn Núi"), "Núi"),
        (("differ", "Ngô Minh Khoa", "Joe Biden"), "are two already"),
        (("differ", "Ngô Minh Khoa", "Ngô Minh Khoa"), "say which of them is another: a#Ngô Minh Khoa, b#Ngô Minh Khoa"),
        (("differ", MEETING, "d"), "tell a, b, c; name one of several"),
        (("wrong", "claim:b/event-9"), "there is no claim/b/event-9"),
        (("same", MEETING, "claim:b/event-1"), "are one event already"),
    ],
)
def test_what_cannot_be_decided(built: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    file = tmp_path / "decisions.tsv"
    assert run(*arguments, "--why", "checked", "-b", str(built(*RECORDS)), "--decisions", str(file)) == 2
    assert said in capsys.readouterr().err
    assert not file.exists()


def test_the_build_has_to_know_of_a_file(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("wrong", "claim:b/event-1", "--why", "no", "-b", str(built(*RECORDS))) == 2
    assert "--decisions" in capsys.readouterr().err


ARTICLES = {
    "mot": "Thủ tướng Nhật Bản Kishida Fumio tiếp Bộ trưởng Ngoại giao Bùi Thanh Sơn tại Tokyo ngày 11/9.",
    "hai": "Bộ trưởng Ngoại giao Bùi Thanh Sơn thăm Lào ngày 12/9.",
}


def test_the_next_build_replays_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news, build = tmp_path / "news", str(tmp_path / "build")
    news.mkdir()
    for name, text in ARTICLES.items():
        (news / f"{name}.txt").write_text(f"---\ntitle: {name}\npublished: 2023-09-13\n---\n{text}\n", encoding="utf-8")
    assert run("build", str(news), "-o", build, "-j", "1") == 0
    assert run("differ", "Bùi Thanh Sơn", "hai#Bùi Thanh Sơn", "--why", "another of that name", "--who", "lan", "-b", build) == 0
    assert (tmp_path / "decisions.tsv").exists()
    assert run("build", str(news), "-o", build, "-j", "1") == 0
    capsys.readouterr()
    assert run("why-same", "mot#Bùi Thanh Sơn", "hai#Bùi Thanh Sơn", "-b", build) == 0
    said = capsys.readouterr().out
    assert said.startswith("Two: ") and "decided by lan on " in said and "another of that name" in said
    (news / "hai.txt").unlink()
    assert run("build", str(news), "-o", build, "-j", "1") == 0
    assert "nothing for the decision: different person/bui-thanh-son hai#Bùi Thanh Sơn" in capsys.readouterr().err


def test_a_bad_file_stops_the_build_and_leaves_the_last_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "mot.txt").write_text(ARTICLES["mot"], encoding="utf-8")
    (tmp_path / "decisions.tsv").write_text("verdict\tone\n", encoding="utf-8")
    assert run("build", str(tmp_path / "news"), "-o", str(tmp_path / "build"), "-j", "1") == 2
    assert f"{tmp_path / 'decisions.tsv'}:1:" in capsys.readouterr().err.replace("\n", "")
    assert not (tmp_path / "build" / "graph.nq").exists()


