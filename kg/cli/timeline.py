"""`kg timeline`: the events of a build in order, all of them or those of a person, a country or a pair."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.rows import Format, print_rows
from kg.errors import ConfigurationError
from kg.query import Rows, query

__all__ = ["timeline"]

_MODALITIES = ("happened", "planned", "cancelled", "reported")


def timeline(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    person: Annotated[list[str] | None, typer.Option(help="Who takes part; twice: either of them.", show_default=False)] = None,
    country: Annotated[
        list[str] | None, typer.Option(help="The country that takes part, or for which somebody acts.", show_default=False)
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Two people, countries or bodies that both take part.", metavar="A B", show_default=False),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="The class of event: Meeting, Visit …", show_default=False)] = None,
    modality: Annotated[
        list[str] | None, typer.Option(help=f"Only what is told as {', '.join(_MODALITIES)}.", show_default=False)
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", help="On this day or later.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="On this day or earlier.", show_default=False)] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="A table, CSV, or JSON.")] = Format.TABLE,
) -> None:
    """Print the events of a build in order, with how exactly the day is known and how many articles tell of them.

    Names may be written without diacritics, dates as 2023, 2023-06, 2023-06-15 or 15/6/2023. Events without a date
    come last, and are left out where --from or --until is given. CSV and JSON hold the event's identifier too.

    \b
    Examples:
      kg timeline --person "to lam" --from 2024
      kg timeline --country Nga --modality planned
      kg timeline --pair "Việt Nam" Mỹ --format csv > events.csv
      kg timeline --build my-build --kind Visit --until 2023-12
    """
    for value in modality or []:
        if value not in _MODALITIES:
            raise ConfigurationError(f"--modality {value!r} is none of {', '.join(_MODALITIES)}")
    asked: dict[str, list[str] | None] = {
        "person": person,
        "country": country,
        "one": [pair[0]] if pair else None,
        "other": [pair[1]] if pair else None,
        "kind": kind,
        "modality": modality,
        "from": [from_] if from_ else None,
        "until": [until] if until else None,
    }
    answer = query(build, "timeline", {name: values for name, values in asked.items() if values})
    assert isinstance(answer, Rows)
    print_rows(list(answer.values()), answer.variables, format_, hidden=("kind", "id"))
