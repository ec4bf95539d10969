"""`kg contradictions`: both sides with what they say, their words, outlets and dates."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.model import Extraction
from tests.cli.conftest import Built
from tests.resolution.telling import Thing, event, held, told


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["contradictions", *arguments])
    return int(ended.value.code or 0)


def president(article: str, who: str) -> Extraction:
    return told(article, "2021-02-06", held(who, "Tổng thống", "PE"))


def change(article: str, published: str, day: str, level: str = "Đối tác toàn diện") -> Extraction:
    return told(article, published, event("RelationChange", "VN, US", day, level=level))


CITIES = [Thing("Huế", "Place", "VN", kind="city"), Thing("Đà Lạt", "Place", "VN", kind="city")]
LEFT = event("Departure", "Donald Trump", "2021-01-20", label="Tổng thống")
CASES: dict[str, tuple[list[Extraction], list[tuple[str, dict[str, list[str]]]]]] = {
    "one seat": (
        [president("a", "Pedro Castillo"), president("b", "Pedro Castillo"), president("tin-số-3", "Dina Boluarte")],
        [("two-holders", {"Pedro Castillo": ["article/a", "article/b"], "Dina Boluarte": ["article/tin-s%E1%BB%91-3"]})],
    ),
    "two dates": (
        [change("a", "2013-07-26", "2013-07-25"), change("b", "2013-07-27", "2013-07-26")],
        [("date", {"2013-07-25": ["article/a"], "2013-07-26": ["article/b"]})],
    ),
    "two levels": (
        [change("a", "2023-09-10", "2023-09-10", "Đối tác chiến lược"), change("b", "2023-09-11", "2023-09-10")],
        [("level", {"Đối tác chiến lược": ["article/a"], "Đối tác toàn diện": ["article/b"]})],
    ),
    "two places": (
        [
            told("a", "2024-05-21", event("Meeting", "Tô Lâm, Joe Biden", "2024-05-20", place="Huế"), things=CITIES),
            told("b", "2024-05-22", event("Meeting", "Tô Lâm, Joe Biden", "2024-05-20", place="Đà Lạt"), things=CITIES),
        ],
        [("place", {"Huế": ["article/a"], "Đà Lạt": ["article/b"]})],
    ),
    "an office that was left": (
        [
            told("a", "2021-01-21", held("Donald Trump", "Tổng thống", "US", "former"), LEFT),
            told("b", "2020-06-01", held("Donald Trump", "Tổng thống", "US")),
            told("c", "2021-06-01", held("Donald Trump", "Tổng thống", "US")),
        ],
        [("left-office", {"": ["article/b", "article/c"]})],
    ),
    "a title of old, and the background": (
        [
            told("a", "2021-02-06", held("Joe Biden", "Tổng thống", "US")),
            told("b", "2021-02-07", held("Joe Biden", "Tổng thống", "US")),
            told("c", "2021-02-07", held("Barack Obama", "Tổng thống", "US")),
        ],
        [("against-background", {"Joe Biden": ["article/b"], "Barack Obama": ["article/c"]})],
    ),
    "none": ([president("a", "Pedro Castillo")], []),
}


@pytest.mark.parametrize("case", CASES)
def test_both_sides_have_their_say(built: Built, capsys: pytest.CaptureFixture[str], case: str) -> None:
    records, expected = CASES[case]
    assert run("-b", str(built(*records)), "-f", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["kind"], {side["says"]: [voice["article"] for voice in side["voices"]] for side in one["sides"]}) for one in found] == expected
    voices = [voice for one in found for side in one["sides"] for voice in side["voices"]]
    assert all(voice["quote"] in voice["sentence"] and voice["published"] for voice in voices)


def test_as_it_is_read(built: Built, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    folder = built(president("a", "Pedro Castillo"), president("b", "Dina Boluarte"))
    assert run("-b", str(folder)) == 0
    said = capsys.readouterr().out
    order = [
        said.index(part) for part in ("two-holders · office/tong-thong-pe", "  Pedro Castillo", "2021-02-06 · a: “", "  Dina Boluarte", "· b: “")
    ]
    assert order == sorted(order)
    assert "1 contradiction\n" in said
    assert run("-b", str(folder), "--kind", "level") == 0
    assert capsys.readouterr().out == "0 contradictions\n"


def test_an_article_that_says_so_again_and_again_has_one_line(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    office, met = held("Pedro Castillo", "Tổng thống", "PE"), event("Meeting", "Pedro Castillo, Joe Biden", office_told=True)
    often = told("a", "2021-02-06", office, office, met)
    others = [president(f"a{number}", "Pedro Castillo") for number in range(5)]
    assert run("-b", str(built(often, *others, president("b", "Dina Boluarte")))) == 0
    said = capsys.readouterr().out
    assert "and 1 more in it" in said and "… and 2 more articles" in said


def test_csv_has_a_row_for_each_quote(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-b", str(built(president("a", "Pedro Castillo"), president("b", "Dina Boluarte"))), "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["about"], row["says"], row["article"]) for row in rows] == [
        ("office/tong-thong-pe", "Pedro Castillo", "article/a"),
        ("office/tong-thong-pe", "Dina Boluarte", "article/b"),
    ]


def test_what_articles_say_cannot_steer_the_terminal(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-b", str(built(president("a\x1b[31m", "Pedro Castillo"), president("b", "Dina Boluarte")))) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "said"), [(("--kind", "dates"), "two-holders"), (("-b", "nowhere"), "kg build")])
def test_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments) == 2
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err
