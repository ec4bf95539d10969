"""`kg view`: what it writes, what it says, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg.cli.view import view
from kg.errors import ConfigurationError, KgError, QueryError, StoreError
from tests.view.conftest import data_of

app = typer.Typer()
app.command()(view)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_page_stands_in_the_build_folder_and_the_message_names_it(build: Path) -> None:
    said = " ".join(run("-b", str(build)).split())
    file = build / "graph.html"
    assert file.read_bytes().decode("utf-8").startswith("<!doctype html>")
    assert "graph.html: 122 nodes of 123, 200 ties, 87 articles" in said.replace(f"{build}/", "")
    assert f"MB Open it in a browser: {file.as_uri()}" in said


@pytest.mark.parametrize(
    ("arguments", "there", "not_there"),
    [
        (["--focus", "narendra modi", "--depth", "1"], ["Narendra Modi", "Phạm Minh Chính"], ["country/CU"]),
        (["--country", "AU"], ["Penny Wong"], ['"id":"country/CU"']),
        (["--type", "person"], ["Narendra Modi"], ['"type":"agreement"']),
        (["--no-text"], ["hội đàm"], ['"marks":[[']),
        (["--lang", "en", "--title", "Who met whom"], ['<html lang="en">', "<title>Who met whom</title>"], []),
        (["--from", "2025-01-01", "--until", "2025-12-31"], ["Lee Jae-myung"], ['"id":"person/kishida-fumio"']),
        (["--top", "10"], ["Tô Lâm"], ["Penny Wong"]),
        (["--min-tier", "asserted"], ['"tier":"asserted"'], []),
    ],
)
def test_options_choose_the_part(build: Path, tmp_path: Path, arguments: list[str], there: list[str], not_there: list[str]) -> None:
    file = tmp_path / "new" / "page.html"
    run("-b", str(build), "-o", str(file), *arguments)
    text = file.read_text(encoding="utf-8")
    text += json.dumps(data_of(text), ensure_ascii=False, separators=(",", ":"))
    assert [part for part in there if part not in text] == []
    assert [part for part in not_there if part in text] == []


def test_a_query_of_ones_own_chooses_the_part(build: Path, tmp_path: Path) -> None:
    query, file = tmp_path / "visits.rq", tmp_path / "visits.html"
    query.write_text("CONSTRUCT { ?p kg:visited country:RU } WHERE { ?p kg:visited country:RU }", encoding="utf-8")
    run("-b", str(build), "-o", str(file), "--query", str(query))
    data = data_of(file.read_text(encoding="utf-8"))
    assert {node["label"] for node in data["nodes"][: data["drawn"]]} == {"Tô Lâm", "Nga"}
    assert data["limits"] == {"query": True}


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (["--focus", "Nobody"], ConfigurationError, "Nobody"),
        (["--from", "2030-01-01"], ConfigurationError, "nothing is left to show"),
        (["--query", "missing.rq"], QueryError, "missing.rq"),
        (["-b", "no-such-folder"], StoreError, "no-such-folder"),
        (["-o", "/dev/null/page.html"], ConfigurationError, "--output"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(build: Path, arguments: list[str], error: type[KgError], message: str) -> None:
    given = arguments if "-b" in arguments else ["-b", str(build), *arguments]
    with pytest.raises(error, match=message):
        run(*given)


def test_a_record_that_cannot_be_read_is_named_with_its_line(build: Path, tmp_path: Path) -> None:
    broken = tmp_path / "build"
    broken.mkdir()
    (broken / "store").symlink_to(build / "store")
    lines = (build / "extractions.jsonl").read_bytes().splitlines(keepends=True)
    (broken / "extractions.jsonl").write_bytes(lines[0] + b"{broken\n")
    with pytest.raises(StoreError, match=r"extractions\.jsonl:2"):
        run("-b", str(broken))


def test_help_carries_examples() -> None:
    assert 'kg view --focus "to lam" --depth 1' in run("--help")
