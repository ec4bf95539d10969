"""`validate` and `kg validate`: a whole graph has no findings, a broken one is told in words, a large one says what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from msgspec.structs import replace
from typer.testing import CliRunner

from kg.cli.validate import validate as command
from kg.errors import ConfigurationError, StoreError
from kg.graph import write
from kg.graph.shapes import shapes
from kg.graph.validate import Finding, validate
from kg.model import Knowledge, OfficeHolding
from tests.graph.knowledge import BIDEN_TERM, BLINKEN, KNOWLEDGE, PRESIDENT, claims_about

RIVAL = OfficeHolding("holding/rival", BLINKEN, PRESIDENT, "current", None, ("2023-09-10",), claims_about(BIDEN_TERM))
TWO_PRESIDENTS = replace(KNOWLEDGE, holdings=(*KNOWLEDGE.holdings, RIVAL))
NO_EVIDENCE = replace(KNOWLEDGE, holdings=(replace(RIVAL, claims=(), attested_on=("2024-13-01",)),))

APP = typer.Typer()
APP.command()(command)


def built(knowledge: Knowledge, folder: Path) -> Path:
    write(knowledge, folder)
    return folder


@pytest.mark.parametrize("limit", [0, 10**6])
def test_a_whole_graph_has_no_findings(limit: int, tmp_path: Path) -> None:
    found = validate(built(KNOWLEDGE, tmp_path), limit=limit)
    assert [f.shape for f in found] == (["Size"] if limit == 0 else [])


@pytest.mark.parametrize("limit", [0, 10**6])
def test_a_finding_names_the_thing_the_rival_and_the_quotes(limit: int, tmp_path: Path) -> None:
    found = [f for f in validate(built(TWO_PRESIDENTS, tmp_path), lang="vi", limit=limit) if f.shape != "Size"]
    assert found == [
        Finding(
            severity="warning",
            shape="OneSeat",
            focus="http://example.org/kg/id/holding/rival",
            label="Antony Blinken, Tổng thống Mỹ",
            message="Cùng một ngày có hai người đương chức ở một chức vụ chỉ có một ghế.",
            value="Joe Biden, Tổng thống Mỹ",
            evidence=("Tổng thống Mỹ Joe Biden",),
        )
    ]


def test_a_large_graph_says_how_large_and_what_was_asked(tmp_path: Path) -> None:
    (size,) = validate(built(KNOWLEDGE, tmp_path), limit=10)
    asked = sum(shape.select is not None for shape in shapes().values())
    assert size.severity == "info"
    assert f"{asked} of {len(shapes())}" in size.message and "10" in size.message


def test_findings_come_gravest_first(tmp_path: Path) -> None:
    found = validate(built(NO_EVIDENCE, tmp_path))
    told = {(f.severity, f.shape, f.value) for f in found}
    assert {("violation", "Attested", ""), ("violation", "HoldingAttestedOn", "2024-13-01")} <= told
    ranks = [("violation", "warning", "info").index(f.severity) for f in found]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("knowledge", "lang", "code", "words"),
    [
        (KNOWLEDGE, "en", 0, ["0 violations, 0 warnings, 0 notes"]),
        (TWO_PRESIDENTS, "en", 0, ["0 violations, 1 warnings", "OneSeat"]),
        (NO_EVIDENCE, "en", 1, ["Attested", "violation"]),
        (NO_EVIDENCE, "vi", 1, ["Attested", "vi phạm"]),
    ],
    ids=["whole", "warning", "violation", "violation-vi"],
)
def test_the_command_prints_a_table_and_fails_on_violations(
    knowledge: Knowledge, lang: str, code: int, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    result = CliRunner().invoke(APP, ["--build", str(built(knowledge, tmp_path)), "--lang", lang])
    assert result.exit_code == code
    assert [word for word in words if word not in result.output] == []


def test_markup_in_a_label_is_printed_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    people = tuple(replace(e, label="[red]Blinken[/red]", claims=()) if e.id == BLINKEN else e for e in KNOWLEDGE.entities)
    result = CliRunner().invoke(APP, ["--build", str(built(replace(KNOWLEDGE, entities=people), tmp_path))])
    assert result.exit_code == 1
    assert "[red]Blinken[/red]" in result.output


def test_what_cannot_be_checked_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        validate(tmp_path)
    with pytest.raises(ConfigurationError, match="--lang"):
        validate(built(KNOWLEDGE, tmp_path), lang="fr")
