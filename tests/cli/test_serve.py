"""`kg serve` as it is called: what is wrong is told before anything starts."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from kg.cli import main


def _told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str]:
    with pytest.raises(SystemExit) as ended:
        main(["serve", *arguments])
    captured = capsys.readouterr()
    return ended.value.code, " ".join((captured.out + captured.err).split())


def test_without_a_build_it_says_what_to_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, told = _told(capsys, "--build", str(tmp_path))
    assert status == 2 and "run `kg build` first" in told


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str], some_of_corpus: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, told = _told(capsys, "--build", str(some_of_corpus), "--port", str(taken.getsockname()[1]))
    assert status == 2 and "cannot listen there" in told and "another --port" in told


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = _told(capsys, "--help")
    assert status == 0 and "kg serve --build my-build --port 8000" in told and "curl" in told
