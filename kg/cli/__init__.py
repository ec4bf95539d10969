"""The command `kg`: one module a command, imported only when it is run, so that `kg --help` answers at once.

`main` prints an error a user can mend in one message, without a traceback, and ends with status 2.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kg import __version__
from kg.errors import KgError

__all__ = ["COMMANDS", "app", "main"]

COMMANDS: dict[str, str] = {
    "build": "Build a knowledge graph from folders of articles.",
    "extract": "Read articles into extraction records, one JSON object a line.",
    "explain": "Show an article with what was read in it, and why.",
    "evaluate": "Compare extraction records with gold facts.",
    "query": "Ask a build: a named question, a file, or SPARQL with all prefixes known.",
    "ask": "Ask a build in Vietnamese or English.",
    "timeline": "Print the events of a build in order.",
    "as-of": "Say who held which office on a day, by the articles up to a day.",
    "contradictions": "Print what the articles contradict each other in.",
    "diff": "Tell what came, went and changed between two builds.",
    "why-merged": "Say why reports of several articles were taken for one event.",
    "why-same": "Say why two names are one person, body, place or document, or two.",
    "titles": "Print the titles that articles use without a name, and whom each was taken for.",
    "same": "Decide that two persons, bodies, places or documents are one, or two events.",
    "differ": "Decide that two names are two, or that an article tells of another event.",
    "right": "Decide that a claim, or all that an event rests on, is right.",
    "wrong": "Decide that a claim, or all that an event rests on, is wrong.",
    "view": "Write the graph as one HTML page.",
    "serve": "Serve a build as a site: pages, search, an explorer, SPARQL, questions in words, JSON.",
    "export": "Write the graph of a build for other programs: RDF, networks, tables.",
    "load": "Send the graph of a build to another SPARQL store, and keep it up to date there.",
    "validate": "Check the graph of a build against the shapes of the ontology.",
}
"""Command → its line in `kg --help`; the function of the same name (with `_` for `-`) stands in the module of that name."""


class _Lazy(TyperCommand):
    """A command that knows its name and its line; its module is imported when it is called."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        assert self.name is not None
        return _load(self.name).make_context(*args, **kwargs)


class _Commands(TyperGroup):
    """The group `kg` with all commands in the order of `COMMANDS`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, line in COMMANDS.items():
            self.add_command(_Lazy(name, help=line, short_help=line), name)


def _load(name: str) -> Any:
    function = name.replace("-", "_")
    module = importlib.import_module(f"kg.cli.{function}")
    alone = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
    alone.command(name, context_settings=getattr(module, "CONTEXT_SETTINGS", None))(getattr(module, function))
    return typer.main.get_command(alone)


app = typer.Typer(
    name="kg", cls=_Commands, no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    """A knowledge graph of Vietnamese political news: who held which office, who met whom, and which sentence says so.

    \b
    Examples:
      kg build my-articles -o build        read a folder, build the graph
      kg view -b build                     one HTML page to explore it
      kg query --list                      what can be asked
      kg explain my-articles/one.txt       what was read in one article, and why
      kg COMMAND --help                    more about a command
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `kg` with `arguments` (by default those of the process) and end the process with its status: 2 for an error."""
    try:
        typer.main.get_command(app)(args=None if arguments is None else list(arguments), prog_name="kg")
    except KgError as error:
        from kg.cli.terminal import print_error

        print_error(str(error))
        sys.exit(2)
