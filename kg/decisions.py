"""`decisions.tsv`: what a curator has decided, one line each with who, when and why; read at every build, written by `kg same` and its like.

Columns, separated by tabs: verdict (same, different, right, wrong), one, other (empty for right and wrong), who, when (YYYY-MM-DD), why.
"""

from __future__ import annotations

import csv
import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import get_args

from kg.build_folder import BuildFolder
from kg.errors import ConfigurationError
from kg.resolution.decisions import Decision, Verdict

__all__ = ["COLUMNS", "FILE", "OPPOSITE", "add_decisions", "beside", "file_of", "numbered_decisions", "read_decisions", "take_it_out"]

FILE = "decisions.tsv"
COLUMNS = tuple(Decision.__struct_fields__)
_VERDICTS: tuple[str, ...] = get_args(Verdict)
OPPOSITE: Mapping[Verdict, Verdict] = {"same": "different", "different": "same", "right": "wrong", "wrong": "right"}
_KINDS = ("person/", "organization/", "place/", "agreement/", "claim/")


def beside(sources: str | Path | Iterable[str | Path]) -> Path | None:
    """Where the decisions about the articles of `sources` are kept: beside the folder that the first of them lies in, not in it, since
    a table in a folder of articles is read as articles. None for standard input.
    """
    first = next((str(one) for one in ([sources] if isinstance(sources, (str, Path)) else sources) if str(one) != "-"), None)
    if first is None:
        return None
    path = Path(first)
    folder = path if path.is_dir() else path.parent
    return folder.resolve().parent / FILE if folder == Path() else folder.parent / FILE


def file_of(build: Path) -> Path | None:
    """The file that the build in the folder `build` read its decisions from, whether it is there or not; None where it was told of none."""
    manifest = BuildFolder(build).manifest()
    return Path(os.path.normpath(build / manifest.decisions)) if manifest is not None and manifest.decisions else None


def read_decisions(path: Path) -> list[Decision]:
    """The decisions in the file, none where there is no file. Raises `ConfigurationError` naming file and line where a row is not right."""
    return list(numbered_decisions(path).values())


def numbered_decisions(path: Path) -> dict[int, Decision]:
    """As `read_decisions`, by the number of the line, counted from 1."""
    if not path.exists():
        return {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error}); decisions are a table in UTF-8") from error
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows, ())) != COLUMNS:
        raise ConfigurationError(f"{path}:1: the first line names the columns, separated by tabs: {' '.join(COLUMNS)}")
    known: dict[tuple[str, frozenset[str]], int] = {}
    decisions = {}
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        decision = _decision(cells, f"{path}:{number}")
        about = frozenset(filter(None, (decision.one, decision.other)))
        if (against := known.get((OPPOSITE[decision.verdict], about))) is not None:
            what = " and ".join(sorted(about))
            raise ConfigurationError(
                f"{path}:{number}: {what} called {decision.verdict} here and {OPPOSITE[decision.verdict]} in line {against}; take one line out"
            )
        if known.setdefault((decision.verdict, about), number) == number:
            decisions[number] = decision
    return decisions


def _decision(cells: Sequence[str], place: str) -> Decision:
    if len(cells) != len(COLUMNS):
        raise ConfigurationError(f"{place}: {len(COLUMNS)} columns are wanted, separated by tabs, and {len(cells)} are there: {' '.join(COLUMNS)}")
    verdict, one, other, who, when, why = (cell.strip() for cell in cells)
    if verdict not in _VERDICTS:
        raise ConfigurationError(f"{place}: {verdict!r} is no verdict; give {', '.join(_VERDICTS)}")
    pair = verdict in ("same", "different")
    if not one or pair != bool(other):
        raise ConfigurationError(f"{place}: {verdict} is said of {'two things, one and other' if pair else 'one claim, and other is empty'}")
    for reference in filter(None, (one, other)):
        if not reference.startswith(_KINDS) and "#" not in reference:
            raise ConfigurationError(f"{place}: {reference!r} is no identifier (person/to-lam, claim/ARTICLE/event-1) and no ARTICLE#NAME")
    if not pair and not one.startswith("claim/"):
        raise ConfigurationError(f"{place}: {verdict} is said of a claim (claim/ARTICLE/event-1), not of {one!r}")
    if pair and (one.startswith("claim/") != other.startswith("claim/") or one == other):
        raise ConfigurationError(f"{place}: {verdict} is said of two different things, or of claims of two reports")
    try:
        datetime.date.fromisoformat(when)
    except ValueError as error:
        raise ConfigurationError(f"{place}: when is a day, YYYY-MM-DD, not {when!r}") from error
    if not who or not why:
        raise ConfigurationError(f"{place}: a decision says who decided and why")
    return Decision(verdict, one, other, who, when, why)  # type: ignore[arg-type]


def take_it_out(path: Path, numbers: Iterable[int]) -> ConfigurationError:
    """The error for a decision against that of a line of the file, or of one of several: what it says, and what to do."""
    lines = numbered_decisions(path)
    said = []
    for number in sorted(numbers):
        line = lines[number]
        said.append(f"{path}:{number} says {line.verdict} of {' and '.join(filter(None, (line.one, line.other)))} ({line.reason})")
    which = "that line" if len(said) == 1 else "the one that is meant"
    return ConfigurationError("\n".join([*said, f"This would say the contrary, and nothing was written; take {which} out and build again"]))


def add_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions at the end of the file, which is made if it is not there. Raises `ConfigurationError`, and writes nothing, where one
    cannot stand in a line or goes against a line of the file.
    """
    new = list(decisions)
    for decision in new:
        if any("\t" in cell or "\n" in cell or "\r" in cell for cell in (getattr(decision, column) for column in COLUMNS)):
            raise ConfigurationError("a decision is one line of a table: no tabs and no line breaks in it")
        _decision([getattr(decision, column) for column in COLUMNS], "this decision")
    known = {(one.verdict, frozenset((one.one, one.other))): number for number, one in numbered_decisions(path).items()}
    for decision in new:
        if (number := known.get((OPPOSITE[decision.verdict], frozenset((decision.one, decision.other))))) is not None:
            raise take_it_out(path, [number])
    lines = ["\t".join(getattr(one, column) for column in COLUMNS) for one in new if (one.verdict, frozenset((one.one, one.other))) not in known]
    head = "" if path.exists() else "\t".join(COLUMNS) + "\n"
    try:
        gap = "" if not path.exists() or path.read_bytes()[-1:] in (b"", b"\n") else "\n"
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(head + gap + "".join(f"{line}\n" for line in lines))
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written ({error}); give another file with --decisions") from error
