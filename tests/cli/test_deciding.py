"""`kg same`, `differ`, `right`, `wrong`: what they write, that the next build replays it, and `kg why-same` tells it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kg.cli import main
from kg.decisions import COLUMNS, read_decisions
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


ONCE_MORE = {
    "joined, not yet built": (["same", "Ngô Minh Khoa", "Ngô M. Khoa"], False, ["differ", "Ngô Minh Khoa", "d#Ngô M. Khoa"], "same of person/"),
    "joined and built": (["same", "Ngô Minh Khoa", "Ngô M. Khoa"], True, ["differ", "Ngô Minh Khoa", "d#Ngô M. Khoa"], "same of person/ngo-minh"),
    "parted, not yet built": (["differ", "Ngô Minh Khoa", "b#Ngô Minh Khoa"], False, ["same", "Ngô Minh Khoa", "b#Ngô Minh Khoa"], "different of"),
    "parted and built": (["differ", "Ngô Minh Khoa", "b#Ngô Minh Khoa"], True, ["same", "person:ngo-minh-khoa", "b#Ngô Minh Khoa"], "different of"),
    "right": (["right", "claim:b/event-1"], False, ["wrong", "claim:b/event-1"], "right of claim/b/event-1"),
    "wrong, and no longer in the graph": (["wrong", "claim:b/event-1"], True, ["right", "claim:b/event-1"], "wrong of claim/b/event-1"),
    "reports parted": (["differ", MEETING, "c"], True, ["same", "claim:a/event-1", "claim:c/event-1"], "different of claim/a/event-1"),
}


@pytest.mark.parametrize("case", ONCE_MORE)
def test_a_decision_against_an_earlier_one_names_its_line(
    built: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    first, anew, second, said = ONCE_MORE[case]
    file = tmp_path / "decisions.tsv"
    given = ("--why", "checked", "--who", "lan", "--when", "2026-01-02", "-b", str(built(*RECORDS)), "--decisions", str(file))
    assert run(*first, *given) == 0
    if anew:
        built(*RECORDS, decisions=read_decisions(file))
    before = file.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(*second, *given) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert f"decisions.tsv:2 says {said}" in told.replace("decisions. tsv", "decisions.tsv")
    assert "decided by lan on 2026-01-02: checked" in told and "take that line out" in told
    assert file.read_text(encoding="utf-8") == before


def test_who_was_joined_by_a_decision_may_be_parted_from_another(built: Built, tmp_path: Path) -> None:
    file = tmp_path / "decisions.tsv"
    given = ("--why", "checked", "--who", "lan", "-b", str(built(*RECORDS)), "--decisions", str(file))
    assert run("same", "Ngô Minh Khoa", "Ngô M. Khoa", *given) == 0
    built(*RECORDS, decisions=read_decisions(file))
    assert run("differ", "Ngô Minh Khoa", "b#Ngô Minh Khoa", *given) == 0
    assert [one.verdict for one in read_decisions(file)] == ["same", "different"]


def test_claims_of_one_report_are_one_to_a_decision_on_events(built: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = msgspec.structs.replace(RECORDS[2], events=(msgspec.structs.replace(RECORDS[2].events[0], evidence=RECORDS[2].events[0].evidence * 2),))
    file = tmp_path / "decisions.tsv"
    file.write_text("\t".join(COLUMNS) + "\nsame\tclaim/a/event-1\tclaim/c/event-2\tlan\t2026-01-02\tone talk\n", encoding="utf-8")
    build = built(RECORDS[0], twice, decisions=read_decisions(file))
    assert run("differ", MEETING, "c", "--why", "another talk", "-b", str(build), "--decisions", str(file)) == 2
    assert "says same of claim/a/event-1 and claim/c/event-2" in " ".join(capsys.readouterr().err.split())


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


