"""`kg why-merged` and `kg why-same`: the reasons for which reports and names were joined or kept apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.model import Extraction
from tests.cli.conftest import Built
from tests.resolution.telling import Thing, event, held, told


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


CALL = "event:2023-03-29-phonecall-joe-biden-nguyen-phu-trong"
REPORTS = (
    told("a", "2023-03-30", event("PhoneCall", "Joe Biden, Nguyễn Phú Trọng", "2023-03-29")),
    told("b", "2023-03-31", event("PhoneCall", "Joe Biden, Nguyễn Phú Trọng", "2023-03-29")),
    told("c", "2023-05-01", event("PhoneCall", "Joe Biden, Tô Lâm", "2023-04-29", modality="planned")),
)


def test_why_reports_are_one_event(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why-merged", CALL, "-b", str(built(*REPORTS))) == 0
    said = capsys.readouterr().out
    assert "articles: 2" in said and "  the same principals, the same day\n" in "\n".join(map(str.rstrip, said.splitlines())) + "\n"
    assert "2023-03-30 · a (happened, 2023-03-29)" in said and "2023-03-31 · b (happened, 2023-03-29)" in said


def test_an_event_of_one_article_was_not_merged(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why-merged", "event:2023-04-29-phonecall-joe-biden-to-lam", "-b", str(built(*REPORTS))) == 0
    said = capsys.readouterr().out
    assert "nothing was merged" in said and "c (planned, 2023-04-29)" in said


def test_why_merged_for_programs(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why-merged", CALL, "-b", str(built(*REPORTS)), "-f", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["article"], row["date"], row["modality"]) for row in rows] == [
        ("article/a", "2023-03-29", "happened"),
        ("article/b", "2023-03-29", "happened"),
    ]
    assert {row["reason"] for row in rows} == {"the same principals, the same day"}


def test_the_label_of_an_event_of_the_corpus(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why-merged", "Joe Biden điện đàm với Nguyễn Phú Trọng, 2023-03-29", "-b", str(some_of_corpus)) == 0
    assert "event/2023-03-29-phonecall" in capsys.readouterr().out


BIDEN = told("a", "2023-03-30", held("Joe Biden", "Tổng thống", "US"), aliases={"Joe Biden": ("Biden",)})

CASES: dict[str, tuple[list[Extraction], tuple[str, str], str, list[str]]] = {
    "one name": (
        [BIDEN, told("b", "2023-04-01", "Joe Biden")],
        ("Joe Biden", "joe biden"),
        "One: Joe Biden (person/joe-biden)",
        ["named Joe Biden", "in a, b"],
    ),
    "a short form of its article": (
        [BIDEN],
        ("person:joe-biden", "Biden"),
        "One: Joe Biden (person/joe-biden)",
        ["called both Joe Biden and Biden within one article", "in a"],
    ),
    "a spelling of the table": (
        [told("a", "2023-11-27", "Kishida Fumio"), told("b", "2023-11-28", "Fumio Kishida")],
        ("a#Kishida Fumio", "Fumio Kishida"),
        "One: Fumio Kishida (person/fumio-kishida)",
        ["Kishida Fumio is a spelling of Fumio Kishida", "in a", "named Fumio Kishida", "in b"],
    ),
    "a single name in the same office": (
        [told("a", "2023-03-30", held("Ngô Văn Núi", "Tổng thống", "US")), told("b", "2023-03-31", held("Núi", "Tổng thống", "US"))],
        ("b#Núi", "Ngô Văn Núi"),
        "One: Ngô Văn Núi",
        ["is the only one of that name in that office", "in b"],
    ),
    "two people": ([BIDEN, told("b", "2023-04-01", "Tô Lâm")], ("Biden", "to lam"), "Two: Joe Biden", ["nothing joins them"]),
    "a person and a body": (
        [told("a", "2023-04-01", "Tô Lâm", held("Tô Lâm", "Bộ trưởng", "Bộ Công an"), things=[Thing("Bộ Công an", "Organization", "VN")])],
        ("Tô Lâm", "Bộ Công an"),
        "Two: Tô Lâm",
        ["nothing joins them"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_why_same(built: Built, capsys: pytest.CaptureFixture[str], case: str) -> None:
    records, (one, other), verdict, reasons = CASES[case]
    assert run("why-same", one, other, "-b", str(built(*records))) == 0
    said = capsys.readouterr().out
    assert said.startswith(verdict)
    assert [reason for reason in reasons if reason not in said] == []


def test_why_namesakes_are_two(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    folder = built(
        told("a", "2023-04-01", held("Nguyễn Văn Núi", "Bộ trưởng Ngoại giao", "VN")),
        told("b", "2023-04-01", held("Nguyễn Văn Núi", "Tổng thống", "US")),
    )
    assert run("why-same", "a#Nguyễn Văn Núi", "b#Nguyễn Văn Núi", "-b", str(folder)) == 0
    said = capsys.readouterr().out
    assert said.startswith("Two: Nguyễn Văn Núi") and "nothing joins them" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("why-merged", "event:nothing"), "nothing"),
        (("why-same", "Joe Biden", "Ngô Văn Không"), "Ngô Văn Không"),
        (("why-merged", CALL, "-b", "nowhere"), "kg build"),
        (("why-same", "a", "b", "-b", "nowhere"), "kg build"),
    ],
)
def test_errors(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run(arguments[0], "-b", str(some_of_corpus), *arguments[1:]) == 2
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err
