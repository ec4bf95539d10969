"""What the commands that decide share: their options, the claims behind what is named, and the lines written into the curator's file."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import NamedNode, Store

from kg.decisions import OPPOSITE, add_decisions, file_of, numbered_decisions, take_it_out
from kg.errors import ConfigurationError, QueryError
from kg.graph import open_store
from kg.graph.namespaces import KG
from kg.graph.terms import iri_maker
from kg.query.lookup import base_of, find
from kg.resolution import Decision
from kg.resolution.decisions import Verdict

__all__ = [
    "BuildOption",
    "FileOption",
    "WhenOption",
    "WhoOption",
    "WhyOption",
    "decisions_of",
    "is_about_claims",
    "judge",
    "reports_of",
    "write",
]

WhyOption = Annotated[str, typer.Option("--why", help="The reason, in a few words.", show_default=False)]
WhoOption = Annotated[str | None, typer.Option("--who", help="Who decides; by default the name of the user.", show_default=False)]
WhenOption = Annotated[str | None, typer.Option("--when", help="The day of the decision; by default today.", show_default=False)]
BuildOption = Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")]
FileOption = Annotated[
    Path | None, typer.Option("--decisions", help="The file of decisions; by default the one that the build read.", show_default=False)
]


def is_about_claims(asked: str) -> bool:
    """Whether what is named is a claim or an event, and not a person, body, place or document."""
    return asked.replace(":", "/", 1).startswith(("claim/", "event/"))


def _identifier(asked: str) -> str:
    return asked.replace(":", "/", 1) if asked.startswith(("claim:", "holding:", "relation:", "statistic:")) else asked


def claims_behind(store: Store, asked: str) -> list[str]:
    """The identifiers of the claims that `asked` (a claim, an event, a holding) is or rests on. Raises `QueryError` where there are none."""
    base = base_of(store)
    name = _identifier(asked)
    node = NamedNode(iri_maker(base)(name).value)
    if name.startswith("claim/"):
        if not any(store.quads_for_pattern(node, NamedNode(f"{KG}supports"), None)):
            raise QueryError(f"there is no {name} in the graph; `kg why-merged EVENT -f csv` and `kg export` show the claims")
        return [name]
    if not name.startswith(("holding/", "relation/", "statistic/")):
        node = find(store, "event", asked)
    attested = store.quads_for_pattern(node, NamedNode(f"{KG}attestedBy"), None)
    found = sorted(quad.object.value.removeprefix(base) for quad in attested if isinstance(quad.object, NamedNode))
    if not found:
        raise QueryError(f"{asked!r} rests on no claims; give a claim, an event or a holding of this build")
    return found


def reports_of(store: Store, asked: str) -> dict[str, str]:
    """One claim for each article that tells of the event `asked`, or of the one that the claim `asked` supports, by article."""
    return {claim.split("/")[1]: claim for claim in reversed(claims_behind(store, asked))}


def decisions_of(build: Path, file: Path | None) -> Path:
    """The curator's file: `file`, or the one that the build read. Raises `ConfigurationError` where none is known."""
    path = file or file_of(build)
    if path is None:
        raise ConfigurationError(f"{build}: this build was told of no file of decisions; give one with --decisions, here and to `kg build`")
    return path


def judge(build: Path, file: Path | None, verdict: Verdict, asked: str, why: str, who: str | None, when: str | None) -> None:
    """Write that the claims which `asked` is or rests on are right, or wrong. A claim that a line calls wrong is no longer in the graph: the
    `ConfigurationError` names the line.
    """
    path = decisions_of(build, file)
    lines = numbered_decisions(path)
    contrary = [number for number, one in lines.items() if one.verdict == OPPOSITE[verdict] and one.one == _identifier(asked)]
    if contrary:
        raise take_it_out(path, contrary)
    write(path, verdict, [(claim, "") for claim in claims_behind(open_store(build), asked)], why, who, when)


def write(path: Path, verdict: Verdict, pairs: Sequence[tuple[str, str]], why: str, who: str | None, when: str | None) -> None:
    """Write a line for each of `pairs` (one, other) into the curator's file and say where."""
    day = when or datetime.date.today().isoformat()
    add_decisions(path, [Decision(verdict, one, other, who or getpass.getuser(), day, why) for one, other in pairs])
    typer.echo(f"{path}: {'one line, which counts' if len(pairs) == 1 else f'{len(pairs)} lines, which count'} from the next `kg build` on")
    for one, other in pairs:
        typer.echo(f"  {verdict} {one} {other}".rstrip())
