"""`kg timeline`: events in order, by person, country and pair, as a table, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["timeline", *arguments])
    return int(ended.value.code or 0)


def told(build: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run("-b", str(build), "-f", "json", *arguments) == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    return rows


CALL = "event/2023-03-29-phonecall-joe-biden-nguyen-phu-trong"


@pytest.mark.parametrize(
    ("arguments", "there"),
    [
        ((), True),
        (("--person", "biden", "--from", "2023-03", "--until", "3/2023"), True),
        (("--person", "nguyen phu trong", "--kind", "PhoneCall"), True),
        (("--country", "Mỹ", "--modality", "happened"), True),
        (("--pair", "Joe Biden", "Nguyễn Phú Trọng"), True),
        (("--pair", "VN", "US", "--until", "2023-03-29"), True),
        (("--pair", "Joe Biden", "Việt Nam"), True),
        (("--person", "Tô Lâm"), False),
        (("--country", "Mỹ", "--modality", "planned"), False),
        (("--pair", "VN", "US", "--until", "28/3/2023"), False),
        (("--pair", "Joe Biden", "Tô Lâm"), False),
        (("--kind", "Meeting"), False),
    ],
)
def test_the_call_of_march(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], there: bool) -> None:
    rows = told(some_of_corpus, capsys, *arguments)
    found = [row for row in rows if str(row["id"]).endswith(CALL)]
    assert len(found) == there
    for row in found:
        assert (row["date"], row["precision"], row["modality"]) == ("2023-03-29", "day", "happened")


def test_the_order_is_that_of_time_and_what_has_no_date_comes_last(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = told(some_of_corpus, capsys)
    dated = [str(row["date"]) for row in rows if row["precision"] in ("day", "month", "year")]
    assert [date[:4] for date in dated] == sorted(date[:4] for date in dated)
    precisions = [row["precision"] for row in rows]
    assert "none" in precisions
    assert set(precisions[precisions.index("none") :]) <= {"none", "other"}
    assert [row for row in rows if (row["precision"] == "none") != (row["date"] is None)] == []


def test_the_precision_says_what_the_date_is(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengths = {"day": {10}, "month": {7}, "year": {4}}
    rows = told(some_of_corpus, capsys)
    assert {row["precision"] for row in rows} >= {"day", "month", "none"}
    for row in rows:
        date, precision = str(row["date"]), str(row["precision"])
        assert len(date) in lengths.get(precision, {len(date)})
        assert (precision == "days") == ("/" in date)


def test_a_table_and_csv(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert run("-b", str(some_of_corpus), "--person", "biden") == 0
    table = capsys.readouterr().out
    assert "precision" in table and "Joe Biden điện đàm với Nguyễn Phú Trọng" in table and "event/" not in table
    assert run("-b", str(some_of_corpus), "--person", "biden", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == ["date", "precision", "kind", "event", "place", "modality", "reports", "id"]
    assert any(row["id"].endswith(CALL) for row in rows)


def test_nothing_found(some_of_corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-b", str(some_of_corpus), "--from", "2040") == 0
    assert capsys.readouterr().out == "Nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--modality", "hapened"), "happened, planned"),
        (("--person", "Ngô Văn Núi"), "Ngô Văn Núi"),
        (("--from", "hôm qua"), "2023-06-15"),
        (("-b", "nowhere"), "kg build"),
    ],
)
def test_errors(some_of_corpus: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run("-b", str(some_of_corpus), *arguments) == 2
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err
