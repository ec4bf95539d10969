"""`kg query`: SPARQL, a file or a named question to a table, CSV, JSON or Turtle.

The options that a question takes are its own (`--country Mỹ`), so the command is registered with `CONTEXT_SETTINGS`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from kg.cli.table import print_table
from kg.cli.terminal import plain
from kg.errors import ConfigurationError
from kg.graph import open_store
from kg.graph.namespaces import data_prefixes
from kg.graph.turtle import TermWriter
from kg.query import Answer, Question, Rows, Triples, Truth, named_questions, question_of
from kg.query.answer import Term
from kg.query.formats import FORMATS, text_of
from kg.query.lookup import base_of
from kg.query.run import prepare, run

__all__ = ["CONTEXT_SETTINGS", "query"]

CONTEXT_SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}

_ROWS_IN_A_TABLE = 100
_NUMBER = ("integer", "decimal", "double")


class Format(enum.StrEnum):
    """How the answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="SPARQL, the path of a .rq file, or the name of a question.", show_default=False)] = "",
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    format_: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to print the answer; a table, or Turtle for CONSTRUCT.", show_default=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help=f"The most rows to print; 0: all. A table shows {_ROWS_IN_A_TABLE}.", show_default=False)
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which a query is stopped.")] = 60.0,
    endpoint: Annotated[
        str | None, typer.Option(help="Ask the store at this address instead of a build: its SPARQL 1.1 query endpoint.", show_default=False)
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the SPARQL that would run, and do not run it.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the named questions with their parameters.")] = False,
) -> None:
    """Ask a build: a named question, a file, or SPARQL with all prefixes known.

    A named question takes parameters of its own as options after its name; people, countries and offices may be
    written without diacritics, dates as 2023, 2023-06, 2023-06-15 or 15/6/2023. A parameter given twice means either.

    \b
    Examples:
      kg query --list
      kg query who-held-which-office --country Mỹ
      kg query who-met-whom --person "to lam" --from 2024 --until 2024-12
      kg query events-of-person --person "Joe Biden" --format csv > events.csv
      kg query evidence --about person:to-lam --show
      kg query 'SELECT ?name { ?person kg:visited country:VN ; rdfs:label ?name }'
      kg query my-question.rq --build my-build --format json
      kg query who-met-whom --person "to lam" --endpoint http://localhost:7878/query
    """
    console = Console()
    if list_:
        console.print(*_list(question), sep="\n")
        return
    if not question or question.startswith("-"):
        raise ConfigurationError("kg query: no question; give SPARQL, a .rq file or a name first (kg query --list shows the names)")
    question_of(question)  # a misspelt name is told before a missing build
    kept = (_ROWS_IN_A_TABLE if format_ in {None, Format.TABLE} else None) if limit is None else limit or None
    options = _options(context.args)
    if endpoint is not None:
        from kg.remote import Endpoint, ask
        from kg.remote.asking import prepare_for
        from kg.remote.http import Connection

        asked = Endpoint(endpoint, Connection(timeout=timeout))
        if show:
            typer.echo(prepare_for(asked, question, options)[0].rstrip())
            return
        answer, base = ask(asked, question, options, limit=kept)
    else:
        store = open_store(build)
        sparql, source = prepare(store, question, options)
        if show:
            typer.echo(sparql.rstrip())
            return
        answer, base = run(build, sparql, kept, timeout, source), base_of(store)
    prefixes = data_prefixes(base)
    chosen = format_ or (Format.TURTLE if isinstance(answer, Triples) else Format.TABLE)
    if chosen is Format.TABLE:
        _print_table(console, answer, TermWriter(prefixes))
    else:
        typer.echo(FORMATS[chosen](answer, prefixes), nl=False)
    if not isinstance(answer, Truth) and answer.more:
        Console(stderr=True).print(f"Only the first {kept} are shown; --limit 0 shows all.", style="yellow")


def _options(arguments: list[str]) -> dict[str, list[str]]:
    """`--country Mỹ --from=2023` as parameter → values."""
    given: dict[str, list[str]] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.removeprefix("--").partition("=")
        if not argument.startswith("--") or not name:
            raise ConfigurationError(f"kg query: {argument!r} belongs to no option; quote a question or a name of several words")
        if not equals:
            following = next(rest, None)
            if following is None or following.startswith("--"):
                raise ConfigurationError(f"kg query: --{name} has no value; write --{name} VALUE")
            value = following
        given.setdefault(name, []).append(value)
    return given


def _list(part: str) -> Iterator[RenderableType]:
    """The named questions, those with `part` in name or topic where it is given."""
    topic = None
    for question in named_questions().values():
        if part in question.name or part in question.topic:
            if question.topic != topic:
                topic = question.topic
                yield Text(f"\n{topic}", style="bold cyan")
            yield Text(f"  {question.name}", style="bold")
            yield Padding(Text(f"{question.vi}\n{question.en}"), (0, 0, 0, 4))
            if question.parameters:
                yield Padding(_parameters(question), (0, 0, 0, 4))


def _parameters(question: Question) -> Text:
    marks = {p.name: f" [{p.default}]" if p.default else " (required)" if p.required else "" for p in question.parameters}
    return Text("\n".join(f"--{p.name} {p.type.upper()}{marks[p.name]}" for p in question.parameters), style="dim")


def _print_table(console: Console, answer: Answer, names: TermWriter) -> None:
    if isinstance(answer, Truth):
        console.print("yes" if answer.value else "no")
        return
    rows = answer if isinstance(answer, Rows) else Rows(("subject", "predicate", "object"), tuple(tuple(t) for t in answer.triples))
    if not rows.rows:
        console.print("Nothing found.")
        return
    cells = [[_cell(term, names) for term in row] for row in rows.rows]
    numbers = {variable for k, variable in enumerate(rows.variables) if all(_is_number(row[k]) for row in rows.rows)}
    print_table(console, rows.variables, cells, numbers)


def _cell(term: Term | None, names: TermWriter) -> str:
    value = plain(text_of(term))
    return names.name(value).replace("\\", "") if str(term).startswith("<") else value


def _is_number(term: Term | None) -> bool:
    return term is None or str(getattr(term, "datatype", "")).rstrip(">").endswith(_NUMBER)
