"""`kg contradictions`: the ledger of what cannot all be right, with both sides' words, outlets and dates."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.rows import Format, print_rows
from kg.cli.terminal import plain
from kg.errors import ConfigurationError
from kg.ledger import Disagreement, Voice, ledger

__all__ = ["contradictions"]

_KINDS = ("date", "place", "level", "two-holders", "inverted-term", "left-office", "against-background")
_ARTICLES = 4
"""Articles of each side that are printed to be read."""
_COLUMNS = ("id", "kind", "message", "about", "says", "article", "title", "outlet", "published", "quote", "sentence")


def contradictions(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    kind: Annotated[str | None, typer.Option(help=f"Only those of one kind: {', '.join(_KINDS)}.", show_default=False)] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="To be read, or as CSV (a row for each quote) or JSON.")] = Format.TABLE,
) -> None:
    """Print what the articles contradict each other in, with the words of every side.

    Two holders of a one-seat office on one day, two dates, places or levels for one event, a term that ends before it begins,
    somebody in an office they are told to have left: both claims stand in the graph, and neither is chosen.

    \b
    Examples:
      kg contradictions
      kg contradictions --kind two-holders
      kg contradictions --build my-build --format csv > contradictions.csv
    """
    if kind is not None and kind not in _KINDS:
        raise ConfigurationError(f"--kind {kind!r} is none of {', '.join(_KINDS)}")
    found = ledger(build, kind)
    if format_ is Format.JSON:
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    elif format_ is Format.CSV:
        rows = [
            msgspec.structs.asdict(one) | {"says": side.says} | msgspec.structs.asdict(voice)
            for one in found
            for side in one.sides
            for voice in side.voices
        ]
        print_rows(rows, _COLUMNS, format_)
    else:
        console = Console()
        for one in found:
            _print(console, one)
        console.print(f"{len(found)} {'contradiction' if len(found) == 1 else 'contradictions'}", style="dim")


def _print(console: Console, one: Disagreement) -> None:
    console.print(Text(plain(one.message), style="bold"), Text(f"{one.kind} · {plain(one.about)}", style="dim"), sep="\n")
    for side in one.sides:
        if side.says:
            console.print(Padding(Text(plain(side.says), style="cyan"), (0, 0, 0, 2)))
        by_article: dict[str, list[Voice]] = {}
        for voice in side.voices:
            by_article.setdefault(voice.article, []).append(voice)
        for voices in itertools.islice(by_article.values(), _ARTICLES):
            console.print(Padding(_line(voices), (0, 0, 0, 4)))
        if len(by_article) > _ARTICLES:
            more = f"… and {len(by_article) - _ARTICLES} more articles; --format csv has them all"
            console.print(Padding(Text(more, style="dim"), (0, 0, 0, 4)))
    console.print()


def _line(voices: Sequence[Voice]) -> Text:
    """What one article says: its first words for it, and how often it says so again."""
    first = voices[0]
    where = " · ".join(part for part in (first.published, first.outlet, first.title) if part)
    line = Text(f"{plain(where)}: ", style="dim")
    line.append(f"“{plain(first.quote)}”", style="default")
    return line.append(f" and {len(voices) - 1} more in it", style="dim") if len(voices) > 1 else line
