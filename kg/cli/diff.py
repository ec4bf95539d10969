"""`kg diff`: what came and went between two builds, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from kg.cli.rows import Format, print_rows
from kg.cli.terminal import plain
from kg.difference import KINDS, Change, Difference, Item, difference
from kg.errors import ConfigurationError

__all__ = ["diff"]

_COLUMNS = ("what", "kind", "id", "label", "property", "old", "new")


def diff(
    old: Annotated[Path, typer.Argument(help="The folder of a build.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The folder of another, later one.", show_default=False)],
    kind: Annotated[list[str] | None, typer.Option(help=f"Only of this kind: {', '.join(KINDS)}.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=0, help="The most lines of each sort for each kind; 0: all.")] = 20,
    format_: Annotated[Format, typer.Option("--format", "-f", help="To be read, or as CSV or JSON (all lines).")] = Format.TABLE,
) -> None:
    """Tell what came, went and changed between two builds: articles, people, offices, events, contradictions.

    A line begins with + for what only the new build has, - for what only the old one had, ~ for what both have and tell otherwise.

    \b
    Examples:
      kg diff yesterday today
      kg diff yesterday today --kind events --kind contradictions
      kg diff my-build new-build --format csv > changes.csv
    """
    for name in kind or []:
        if name not in KINDS:
            raise ConfigurationError(f"--kind {name!r} is none of {', '.join(KINDS)}")
    found = [one for one in difference(old, new, kind or KINDS) if one.came or one.went or one.changed]
    if format_ is Format.JSON:
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    elif format_ is Format.CSV:
        print_rows([row for one in found for row in _rows(one)], _COLUMNS, format_)
    elif not found:
        Console().print("The two builds tell the same.")
    else:
        for one in found:
            _print(Console(), one, limit)


def _rows(one: Difference) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for what, items in (("came", one.came), ("went", one.went)):
        rows += [{"what": what, "kind": one.kind} | msgspec.structs.asdict(item) for item in items]
    for change in one.changed:
        rows.append({"what": "changed", "kind": one.kind, "property": change.property, "old": change.old, "new": change.new}
                    | msgspec.structs.asdict(change.item))  # fmt: skip
    return rows


def _print(console: Console, one: Difference, limit: int) -> None:
    changed: dict[Item, list[Change]] = {}
    for change in one.changed:
        changed.setdefault(change.item, []).append(change)
    counts = [(len(one.came), "came"), (len(one.went), "went"), (len(changed), "changed")]
    console.print(Text(f"{one.kind}: " + ", ".join(f"{number} {what}" for number, what in counts if number), style="bold"))
    for mark, style, items in (("+", "green", one.came), ("-", "red", one.went)):
        shown = items[: limit or None]
        for item in shown:
            console.print(_line(mark, style, item), soft_wrap=True)
        _print_more(console, mark, len(items) - len(shown))
    named = list(changed)[: limit or None]
    for item in named:
        console.print(_line("~", "yellow", item), soft_wrap=True)
        for change in changed[item]:
            was, is_ = (", ".join(values) or "–" for values in (change.old, change.new))
            console.print(Text(f"      {plain(change.property)}: {plain(was)} → {plain(is_)}"), soft_wrap=True)
    _print_more(console, "~", len(changed) - len(named))


def _line(mark: str, style: str, item: Item) -> Text:
    return Text.assemble((f"  {mark} {plain(item.label)}", style), (f"  {plain(item.id)}", "dim"))


def _print_more(console: Console, mark: str, more: int) -> None:
    if more > 0:
        console.print(Text(f"  {mark} … and {more} more (--limit 0 shows all)", style="dim"))
