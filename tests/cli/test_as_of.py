"""`kg as-of`: the index answers as the named question does, and what was known by a day is what was published by then."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from kg.as_of import as_of
from kg.cli import main
from kg.graph import open_store
from kg.query import Rows, query


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["as-of", *arguments])
    return int(ended.value.code or 0)


def in_office(build: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> set[tuple[str, str, str]]:
    assert run(*arguments, "-b", str(build), "-f", "json") == 0
    return {(row["office"], row["person"], row["evidence"]) for row in json.loads(capsys.readouterr().out)}


def test_the_index_answers_as_the_named_question_does(some_of_corpus: Path) -> None:
    store = open_store(some_of_corpus)
    shown = query(store, "SELECT DISTINCT ?day { { ?h kg:attestedOn ?day } UNION { ?h kg:validFrom|kg:validUntil ?day } } ORDER BY ?day")
    assert isinstance(shown, Rows)
    told = [datetime.date.fromisoformat(str(row["day"])) for row in shown.values()]
    one = datetime.timedelta(days=1)
    days = sorted({day + step for day in told for step in (-one, 0 * one, one)})
    assert len(days) > 10
    for day in days:
        answer = query(store, "who-was-in-office-on", {"on": day.isoformat(), "background": "no"})
        assert isinstance(answer, Rows)
        expected = {
            tuple(str(row[name]) for name in ("office", "person", "status", "evidence", "nearest", "from", "until")) for row in answer.values()
        }
        found = as_of(some_of_corpus, day, background=False)
        assert {tuple(map(str, (f.office, f.person, f.status, f.evidence, f.nearest, f.valid_from, f.valid_until))) for f in found} == expected


@pytest.mark.parametrize(
    ("arguments", "there", "absent"),
    [
        (("2023-03-30", "--country", "Mỹ"), "Joe Biden", "Nguyễn Phú Trọng"),
        (("30/3/2023", "--country", "viet nam"), "Nguyễn Phú Trọng", "Joe Biden"),
        (("2024-08-10", "--country", "VN"), "Tô Lâm", "Joe Biden"),
    ],
)
def test_true_then(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], there: str, absent: str) -> None:
    people = {person for _, person, _ in in_office(some_of_corpus, capsys, *arguments)}
    assert there in people and absent not in people


def test_known_then(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = in_office(some_of_corpus, capsys, "2024-08-10", "--country", "VN")
    before = in_office(some_of_corpus, capsys, "2024-08-10", "--country", "VN", "--known", "2023-12")
    assert {person for office, person, _ in now if office == "Tổng Bí thư Việt Nam"} == {"Tô Lâm"}
    assert ("Tổng Bí thư Việt Nam", "Nguyễn Phú Trọng", "before") in before
    assert in_office(some_of_corpus, capsys, "2024-08-10", "--known", "2000") == set()


def test_known_by_the_last_article_is_all_that_is_known(some_of_corpus: Path) -> None:
    day = datetime.date(2023, 9, 1)
    assert as_of(some_of_corpus, day, datetime.date(2030, 1, 1)) == as_of(some_of_corpus, day, background=False)


def test_the_background_fills_what_articles_leave_open_and_is_not_known_from_them(some_of_corpus: Path) -> None:
    day = datetime.date(2021, 6, 1)

    def presidents(background: bool = True) -> list[tuple[str, str]]:
        found = as_of(some_of_corpus, day, country="US", background=background)
        return [(one.person, one.evidence) for one in found if one.office == "Tổng thống Mỹ"]

    assert presidents() == [("Joe Biden", "after"), ("Joe Biden", "background")]
    assert presidents(background=False) == [("Joe Biden", "after")]
    (filled,) = [
        one for one in as_of(some_of_corpus, day, country="US") if (one.evidence, one.office) == ("background", "Tổng thống Mỹ")
    ]
    assert (filled.valid_from, filled.valid_until, filled.status) == ("2021-01-20", "2025-01-20", "current")
    assert filled.source and filled.holding == "background/joe-biden-tong-thong-us-2021"
    assert all(one.evidence != "background" for one in as_of(some_of_corpus, day, datetime.date(2030, 1, 1)))


def test_what_articles_show_goes_before_the_background(some_of_corpus: Path) -> None:
    found = as_of(some_of_corpus, datetime.date(2023, 9, 10), country="US")
    assert [(one.person, one.evidence) for one in found if one.office == "Tổng thống Mỹ"] == [("Joe Biden", "shown")]


def test_a_table(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run("2024-08-10", "-b", str(some_of_corpus), "--country", "VN") == 0
    said = capsys.readouterr().out
    assert "Tổng Bí thư Việt Nam" in said and "valid_from" in said and "holding/" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hôm qua",), "2023-06-15"),
        (("2024-02-30",), "2024-02-30"),
        (("2024", "--known", "2024-13"), "--known"),
        (("2024", "--country", "Ngô"), "Ngô"),
        (("2024", "-b", "nowhere"), "kg build"),
    ],
)
def test_errors(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run("-b", str(some_of_corpus), *arguments) == 2
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err
