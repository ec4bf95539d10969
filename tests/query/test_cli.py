"""`kg query` as it is typed: formats, limits, errors without a traceback."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error of `kg query …`."""
    with pytest.raises(SystemExit) as end:
        main(["query", *arguments])
    out, err = capsys.readouterr()
    return int(end.value.code or 0), out, err


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def test_a_table(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "who-held-which-office", "-b", str(world), "--country", "Nga")
    assert status == 0
    assert "Vladimir Putin  Tổng thống Nga  Nga      current  2024-06-17  2024-08-08" in out
    assert "1 row" in out


def test_a_narrow_terminal_gets_records(world: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    status, out, _ = run(capsys, "evidence", "-b", str(world), "--about", "Lương Tam Quang")
    assert status == 0
    assert "2024-06-21  Nhật báo B" in out and "quote Lương Tam Quang" in out


def test_identifiers_are_short_in_a_table(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "SELECT ?who { ?who kg:met person:to-lam }", "-b", str(world))
    assert "person:vladimir-putin" in out


def test_csv_and_json_and_turtle(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, "events-by-month", "--from=2024-08", "-b", str(world), "--format", "csv")
    assert next(iter(csv.reader(io.StringIO(out)))) == ["month", "kind", "events"]
    assert err == ""
    _, out, _ = run(capsys, "did-they-meet", "--person", "to lam", "--other", "putin", "-b", str(world), "-f", "json")
    assert json.loads(out)["boolean"] is True
    _, out, _ = run(capsys, "network-of-meetings", "--person", "to lam", "-b", str(world))
    assert "kg:met person:vladimir-putin" in out


def test_yes_and_nothing(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "did-they-meet", "--person", "to lam", "--other", "putin", "-b", str(world))[1] == "yes\n"
    assert run(capsys, "most-visited-countries", "--from", "2030", "-b", str(world))[1] == "Nothing found.\n"


def test_a_limit_is_told_on_standard_error(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, "SELECT ?x { ?x a kg:Person }", "-b", str(world), "--limit", "2", "-f", "csv")
    assert len(out.splitlines()) == 3
    assert "first 2" in err
    _, out, err = run(capsys, "SELECT ?x { ?x a kg:Claim }", "-b", str(world), "--limit", "0", "-f", "csv")
    assert len(out.splitlines()) > 40
    assert err == ""


def test_show_prints_what_would_run(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "who-visited-country", "--country", "viet nam", "--from", "6/2024", "-b", str(world), "--show")
    assert "VALUES ?_country { <http://example.org/kg/id/country/VN> }" in out
    assert 'VALUES ?_from { "2024-06-01"^^<http://www.w3.org/2001/XMLSchema#date> }' in out
    status, again, _ = run(capsys, out, "-b", str(world), "-f", "csv")
    assert status == 0
    assert "Vladimir Putin" in again


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--list")
    assert "who-held-which-office" in out
    assert "Ai giữ chức vụ nào của nước nào?" in out
    assert "--person PERSON (required)" in out
    _, some, _ = run(capsys, "visits", "--list")
    assert "who-visited-country" in some
    assert "contradictions" not in some


def test_a_file(world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "của-tôi.rq"
    file.write_text("# param who (person): who\nSELECT ?name { VALUES ?_who { UNDEF } ?_who rdfs:label ?name }", encoding="utf-8")
    assert "Ngô Phương Ly" in run(capsys, str(file), "--who", "ngo phuong ly", "-b", str(world))[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["SELECT ?x { ?x kg:holdr ?y }"], ["line 1, column 16", "^^^^^^^^", "kg:holder"]),
        (["SELECT ?x { SERVICE <http://127.0.0.1:1/> { ?x ?y ?z } }"], ["SERVICE is refused"]),
        (["DROP ALL"], ["DROP is refused"]),
        (["who-met-whomm"], ["there is no question who-met-whomm", "who-met-whom"]),
        (["who-met-whom", "--person"], ["--person has no value"]),
        (["who-met-whom", "--person", "Tô", "Lâm"], ["'Lâm' belongs to no option", "quote"]),
        (["who-met-whom", "--persn", "x"], ["takes no --persn"]),
        ([], ["no question", "--list"]),
        (["--country", "Mỹ"], ["no question"]),
        (["ASK { ?x ?y ?z }", "-f", "csv"], ["--format csv"]),
        (["SELECT ?x { ?x ?y ?z }", "-f", "turtle"], ["--format turtle"]),
        (["nonsuch.rq"], ["nonsuch.rq", "cannot be read"]),
        (["SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }", "--timeout", "1"], ["stopped after 1 s"]),
    ],
)
def test_errors(world: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: list[str]) -> None:
    status, out, err = run(capsys, *arguments, "-b", str(world))
    assert status == 2
    assert out == ""
    assert [part for part in told if part not in err] == []
    assert "Traceback" not in err


def test_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "claims-by-tier", "-b", str(tmp_path / "nothing"))
    assert status == 2
    assert "kg build" in err
