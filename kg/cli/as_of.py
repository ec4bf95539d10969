"""`kg as-of`: who held which office on a day, by all articles of a build or by those published up to another day."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from kg.cli.rows import Format, print_rows
from kg.errors import ConfigurationError
from kg.query.parameters import day as day_of

__all__ = ["as_of"]

_COLUMNS = ("office", "person", "status", "evidence", "nearest", "valid_from", "valid_until")
_IDENTIFIERS = ("office_id", "person_id", "country", "holding", "source")


def as_of(
    day: Annotated[str, typer.Argument(help="The day: 2023-07-01 or 1/7/2023; of a month or year the first.", show_default=False)],
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    known: Annotated[
        str | None, typer.Option(help="By articles published on this day or earlier; of a month or year the last.", show_default=False)
    ] = None,
    country: Annotated[str | None, typer.Option(help="Only offices of this country.", show_default=False)] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="With --known: the folders of tables that the build was made with.", show_default=False)
    ] = None,
    background: Annotated[
        bool, typer.Option("--background/--no-background", help="With what the program knows beside the articles, or by these alone.")
    ] = True,
    format_: Annotated[Format, typer.Option("--format", "-f", help="A table, CSV, or JSON.")] = Format.TABLE,
) -> None:
    """Say who held which office on a day, as far as the graph supports it.

    Evidence is "told" where articles tell both bounds of the term; "shown" where they show the person in office
    on both sides of the day, or on it; "before" or "after" where only on one side: then the office may have changed
    hands in between. Nearest is the closest day that shows it; bounds are half-open. "background" is what no article
    says and a table with sources does (--format json names the source), given where articles tell or show nobody that day.
    With --known, no article published later has a say, and neither has the background: it is known from no article.

    \b
    Examples:
      kg as-of 2023-07-01
      kg as-of 2024-06-01 --country "Việt Nam"
      kg as-of 2023-07-01 --known 2023-07-10 --build my-build
      kg as-of 2024 --format csv > in-office.csv
    """
    from kg.as_of import as_of as in_office

    on, up_to = _date("DAY", day), _date("--known", known, last=True) if known else None
    found = in_office(build, on, up_to, country=country, lexicon=lexicon or (), background=background)
    print_rows([msgspec.structs.asdict(one) for one in found], (*_COLUMNS, *_IDENTIFIERS), format_, hidden=_IDENTIFIERS)


def _date(option: str, text: str, last: bool = False) -> datetime.date:
    try:
        return datetime.date.fromisoformat(day_of(text, last))
    except ValueError as error:
        raise ConfigurationError(f"{option} {text!r}: {error}") from error
