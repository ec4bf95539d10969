"""`kg titles`: the titles that articles use without a name, whom each was taken for, and which could not be told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.rows import Format, print_rows
from kg.errors import ConfigurationError
from kg.graph import open_store
from kg.query import Rows, query
from kg.query.lookup import base_of

__all__ = ["titles"]

_OUTCOMES = ("resolved", "ambiguous", "unknown")
_COLUMNS = ("title", "outcome", "person", "day", "day_of", "certainty", "event", "reason", "quote", "article", "office", "shown_by", "title_id")
_IDENTIFIERS = ("quote", "article", "office", "shown_by", "title_id")
_TITLES = """
SELECT ?title_id ?outcome ?reason ?certainty ?day ?day_of ?person ?event ?office ?shown_by ?quote ?article ?title WHERE {
  ?title_id a kg:TitleReading ; kg:outcome ?outcome ; kg:reason ?reason ; kg:certainty ?certainty ; kg:meansOffice ?office .
  OPTIONAL { ?title_id kg:onDay ?day } OPTIONAL { ?title_id kg:dayOf ?day_of }
  OPTIONAL { ?title_id kg:standsFor/rdfs:label ?person . FILTER(LANG(?person) = "vi") }
  OPTIONAL { ?title_id kg:inEvent/rdfs:label ?event } OPTIONAL { ?title_id kg:shownBy ?shown_by }
  OPTIONAL { ?title_id kg:attestedBy ?claim . ?claim kg:quote ?title ; kg:sentence ?quote ; kg:inArticle ?article }
} ORDER BY ?outcome ?article ?title_id"""


def titles(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    outcome: Annotated[str | None, typer.Option(help=f"Only these: {', '.join(_OUTCOMES)}.", show_default=False)] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="A table, CSV, or JSON.")] = Format.TABLE,
) -> None:
    """Print the titles that articles use without a name, and whom each was taken for.

    A title is asked for the day of its event, or of its article. "ambiguous" is one that two people may be meant by, "unknown" one
    that neither articles nor background tell of; both stay as they are told, and nobody is guessed.

    \b
    Examples:
      kg titles
      kg titles --outcome ambiguous
      kg titles --build my-build --format csv > titles.csv
    """
    if outcome is not None and outcome not in _OUTCOMES:
        raise ConfigurationError(f"--outcome {outcome!r} is none of {', '.join(_OUTCOMES)}")
    store = open_store(build)
    base = base_of(store)
    answer = query(store, _TITLES)
    assert isinstance(answer, Rows)
    rows = [
        {name: str(value).removeprefix(base) if name in _IDENTIFIERS and value is not None else value for name, value in row.items()}
        for row in answer.values()
        if outcome in (None, row["outcome"])
    ]
    print_rows(rows, _COLUMNS, format_, hidden=_IDENTIFIERS)
