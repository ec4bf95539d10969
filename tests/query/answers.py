"""The form in which tests write down commands and their answers: `$ NAME --option value`, then the columns, then a line a row."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import NamedTuple

from kg.query import Answer, Rows, Triples
from kg.query.formats import as_csv, text_of

__all__ = ["Told", "read", "written"]


class Told(NamedTuple):
    """A question, what is given to it, and the lines of its answer."""

    command: str
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        return shlex.split(self.command)[0]

    @property
    def given(self) -> dict[str, list[str]]:
        words = shlex.split(self.command)[1:]
        given: dict[str, list[str]] = {}
        for option, value in zip(words[::2], words[1::2], strict=True):
            given.setdefault(option.removeprefix("--"), []).append(value)
        return given


def read(path: Path) -> list[Told]:
    """The commands and answers of a file."""
    blocks = path.read_text(encoding="utf-8").split("$ ")[1:]
    return [Told(lines[0], tuple(lines[1:])) for lines in (block.rstrip("\n").split("\n") for block in blocks)]


def written(answer: Answer) -> tuple[str, ...]:
    """An answer as lines: the columns, then the rows; `yes` or `no`; triples as their CSV without IRIs' beginnings."""
    if isinstance(answer, Rows):
        return (" | ".join(answer.variables), *(" | ".join(map(text_of, row)).rstrip() for row in answer.rows))
    if isinstance(answer, Triples):
        lines = as_csv(answer, {}).replace("http://example.org/kg/", "").splitlines()
        return tuple(line.rstrip() for line in lines)
    return ("yes" if answer.value else "no",)
