"""The command `kg`: every command on a small folder, its status, what it says of errors, and help with examples."""

from __future__ import annotations

import importlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli import COMMANDS, main
from kg.model import decode_extraction

ARTICLE = "Tổng thống Mỹ Joe Biden hội đàm với Tổng Bí thư Nguyễn Phú Trọng tại Hà Nội chiều 10/9."
GOLD = """
persons: [{name: Joe Biden}, {name: Nguyễn Phú Trọng}]
countries: [US]
places: [{name: Hà Nội}]
holdings:
  - {person: Joe Biden, role: Tổng thống, of: [US], status: current}
  - {person: Nguyễn Phú Trọng, role: Tổng Bí thư, of: [null, VN], status: current}
events: [{type: Meeting, who: [Joe Biden, Nguyễn Phú Trọng], date: "2023-09-10", place: Hà Nội}]
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with `articles/`, `gold/` and nothing built yet."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    for name, text in (("b", ARTICLE), ("a", "Ngoại trưởng Nga Sergei Lavrov phát biểu tại Hà Nội.")):
        (tmp_path / "articles" / f"{name}.txt").write_text(f"---\ntitle: Bản tin {name}\npublished: 2023-09-11\n---\n{text}\n", encoding="utf-8")
    (tmp_path / "gold" / "b.yaml").write_text(GOLD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def run(*arguments: str) -> int:
    """The status of `kg ARGUMENTS`."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


# ---------------------------------------------------------------- the group


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f" {name} " not in said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name, "--help") == 0
    said = capsys.readouterr().out
    assert "Examples:" in said and f"kg {name}" in said
    function = name.replace("-", "_")
    doc = getattr(importlib.import_module(f"kg.cli.{function}"), function).__doc__
    assert doc.split("\n")[0].startswith(COMMANDS[name].rstrip(".")[:20])


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.strip() == f"kg {__version__}"


def test_a_misspelt_command_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("biuld") == 2
    assert "build" in capsys.readouterr().err


def test_help_imports_no_library_of_the_stages() -> None:
    code = """
import sys
from kg.cli import main
try: main(["--help"])
except SystemExit: pass
print([name for name in ("pyoxigraph", "rdflib", "pandas", "underthesea", "trafilatura", "pyvis") if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


def test_python_m_kg_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == f"kg {__version__}"


# ---------------------------------------------------------------- build, export


def test_build_says_what_it_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "articles") == 0
    assert "build: 2 articles (2 read, 0 unchanged)" in capsys.readouterr().out
    assert run("build", "articles") == 0
    assert "nothing has changed" in capsys.readouterr().out


def test_build_with_a_file_it_cannot_read_builds_the_others_and_ends_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles" / "empty.txt").write_bytes(b"")
    assert run("build", "articles", "-o", "mine") == 1
    said = capsys.readouterr()
    assert "empty.txt" in said.err and "Traceback" not in said.err
    assert "2 articles" in said.out and "1 not readable" in said.out
    assert (folder / "mine" / "graph.ttl").exists()


@pytest.mark.parametrize("command", [("build",), ("extract",)])
def test_nothing_to_read_ends_with_2(folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    assert run(*command, "nowhere") == 2
    said = capsys.readouterr()
    assert "nowhere" in said.err and "Traceback" not in said.err
    assert not (folder / "build" / "graph.ttl").exists()


@pytest.mark.parametrize(("format_", "file"), [("turtle", "graph.ttl"), ("nquads", "graph.nq"), ("trig", "graph.trig"), ("jsonld", "graph.jsonld")])
def test_export(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], format_: str, file: str) -> None:
    run("build", "articles")
    capsysbinary.readouterr()
    assert run("export", "build", "--format", format_) == 0
    assert capsysbinary.readouterr().out == (folder / "build" / file).read_bytes()
    assert run("export", "build", "--format", format_, "-o", "new/out") == 0
    assert (folder / "new" / "out").read_bytes() == (folder / "build" / file).read_bytes()
    assert [path.name for path in (folder / "new").iterdir()] == ["out"]


def test_export_of_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export") == 2
    assert "kg build" in capsys.readouterr().err


def test_the_other_commands_take_a_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("build", "articles")
    assert run("query", "SELECT ?name { ?one a kg:Person ; rdfs:label ?name }", "--format", "csv") == 0
    assert "Joe Biden" in capsys.readouterr().out
    assert run("view") == 0
    assert (folder / "build" / "graph.html").exists()
    assert run("validate") == 0


# ---------------------------------------------------------------- extract


def records(data: bytes) -> list[str]:
    return [decode_extraction(line).article.id for line in data.splitlines()]


def test_extract_keeps_the_order_of_its_arguments(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("extract", "articles/b.txt", "articles/a.txt") == 0
    assert records(capsysbinary.readouterr().out) == ["b", "a"]
    assert run("extract", "articles", "-o", "out/records.jsonl") == 0
    assert records((folder / "out" / "records.jsonl").read_bytes()) == ["a", "b"]


def test_extract_from_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    line = json.dumps({"id": "x1", "title": "Bản tin", "text": ARTICLE, "published": "2023-09-11"}, ensure_ascii=False)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    assert run("extract", "-") == 0
    assert records(capsysbinary.readouterr().out) == ["x1"]


def test_extract_tells_what_it_cannot_read_and_writes_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", "articles", "missing.txt", "-o", "out.jsonl") == 1
    assert "missing.txt" in capsys.readouterr().err
    assert records((folder / "out.jsonl").read_bytes()) == ["a", "b"]


def test_extract_that_reads_nothing_leaves_no_file(folder: Path) -> None:
    (folder / "out.jsonl").write_bytes(b"kept\n")
    assert run("extract", "missing.txt", "-o", "out.jsonl") == 2
    assert (folder / "out.jsonl").read_bytes() == b"kept\n"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".out")] == []


def test_extract_without_an_article_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract") == 2
    assert "no article" in capsys.readouterr().err


def test_the_schema_is_that_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", "--schema") == 0
    schema = json.loads(capsys.readouterr().out)
    fields = schema["$defs"]["Extraction"]["properties"]
    assert {"article", "text", "entities", "holdings", "events"} <= set(fields)


# ---------------------------------------------------------------- evaluate


def test_evaluate_reads_the_articles_beside_the_gold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "gold") == 0
    said = capsys.readouterr().out
    assert "1 articles with gold" in said and "persons" in said


@pytest.mark.parametrize("found", ["records.jsonl", "articles"])
def test_evaluate_takes_records_or_articles(folder: Path, capsys: pytest.CaptureFixture[str], found: str) -> None:
    run("extract", "articles", "-o", "records.jsonl")
    capsys.readouterr()
    assert run("evaluate", "gold", found, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["persons"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 2, "wrong": 0, "missed": 0}
    assert figures["mention offsets"]["accuracy"] == 1.0


def test_evaluate_lists_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gold" / "b.yaml").write_text("persons: [{name: Ngô Văn Núi}]", encoding="utf-8")
    assert run("evaluate", "gold", "--errors") == 0
    said = capsys.readouterr().out
    assert "b: persons missed: Ngô Văn Núi" in said and "b: persons wrong: Joe Biden" in said


def test_evaluate_without_articles_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "b.yaml").write_text(GOLD, encoding="utf-8")
    for path in (folder / "articles").iterdir():
        path.unlink()
    assert run("evaluate", "elsewhere") == 2
    assert "no articles beside the gold" in capsys.readouterr().err


# ---------------------------------------------------------------- explain


def test_explain_a_file_and_an_article_of_a_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "articles/b.txt") == 0
    from_file = capsys.readouterr().out
    assert "Joe Biden" in from_file and "asserted" in from_file and "“Tổng thống Mỹ Joe Biden”" in from_file
    run("build", "articles")
    capsys.readouterr()
    assert run("explain", "b") == 0
    assert capsys.readouterr().out == from_file


@pytest.mark.parametrize("argument", ["nowhere", "articles/none.txt"])
def test_explain_what_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str], argument: str) -> None:
    assert run("explain", argument) == 2
    assert argument in capsys.readouterr().err
    run("build", "articles")
    assert run("explain", argument) == 2


def test_an_article_cannot_steer_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b]0;hỏng\x07\x1b[2J\u202e" + ARTICLE + "\x9b31m"
    (folder / "articles" / "c.txt").write_text(f"---\ntitle: Bản \x1b[5mtin\n---\n{hostile}\n", encoding="utf-8")
    assert run("explain", "articles/c.txt") == 0
    said = capsys.readouterr().out
    assert "Joe Biden" in said
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)


def test_an_error_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "\x1b[31mnowhere") == 2
    assert "\x1b[31m" not in capsys.readouterr().err


def test_a_pipe_that_closes_early_is_no_traceback(folder: Path) -> None:
    (folder / "many.jsonl").write_text(
        "".join(json.dumps({"id": f"x{n}", "text": ARTICLE, "published": "2023-09-11"}) + "\n" for n in range(50)), encoding="utf-8"
    )
    command = f"{sys.executable} -m kg extract many.jsonl -o - | head -c 10 > /dev/null"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env=environment)
    assert "Traceback" not in done.stderr
