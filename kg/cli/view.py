"""`kg view`: the graph of a build as one HTML file that needs no network."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import ConfigurationError
from kg.graph import open_store
from kg.view.answers import nodes_in_answer
from kg.view.gather import gather
from kg.view.page import page
from kg.view.selection import DEFAULT_TYPES, Choice

__all__ = ["view"]

_FILE = "graph.html"


class Type(enum.StrEnum):
    """What is drawn as a node."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    OFFICE = "office"
    PLACE = "place"
    AGREEMENT = "agreement"


class MinTier(enum.StrEnum):
    """How sure a fact must be."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    CANDIDATE = "candidate"


class Language(enum.StrEnum):
    """In which language the page opens."""

    VI = "vi"
    EN = "en"


def view(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; by default BUILD/graph.html.", show_default=False)
    ] = None,
    focus: Annotated[str, typer.Option(help="Only what is around this: a name, an identifier or an IRI.", show_default=False)] = "",
    depth: Annotated[int, typer.Option(min=1, max=6, help="How many ties away from the focus.")] = 2,
    top: Annotated[int, typer.Option(min=1, help="The most connected nodes, at most this many.")] = 500,
    country: Annotated[str, typer.Option(help="Only what has to do with this country: its ISO code or name.", show_default=False)] = "",
    from_: Annotated[str, typer.Option("--from", help="Only facts from this day on (2024-03-07).", show_default=False)] = "",
    until: Annotated[str, typer.Option("--until", help="Only facts up to this day, inclusive.", show_default=False)] = "",
    type_: Annotated[
        list[Type] | None,
        typer.Option("--type", help=f"What to draw, as often as wanted; by default {', '.join(DEFAULT_TYPES)}.", show_default=False),
    ] = None,
    min_tier: Annotated[MinTier, typer.Option(help="Only facts that are at least this sure.")] = MinTier.CANDIDATE,
    query: Annotated[
        Path | None, typer.Option(help="Only what the answer to this SELECT or CONSTRUCT (.rq file) names.", show_default=False)
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave out the articles' texts, for those who may not pass them on.")] = False,
    lang: Annotated[Language, typer.Option(help="The language the page opens in; it can be switched there.")] = Language.VI,
    title: Annotated[str, typer.Option(help="The page's title.", show_default=False)] = "",
) -> None:
    """Write the graph as one HTML page: search, filters, time, paths, tables, and the sentence behind every line.

    The file needs no network and asks for nothing; it can be sent by mail and opened in any browser.

    \b
    Examples:
      kg view
      kg view --build my-build --output map.html --title "Who met whom"
      kg view --focus "to lam" --depth 1
      kg view --country US --from 2023-01-01 --until 2023-12-31
      kg view --type person --type country --type place --top 1000
      kg view --query my-question.rq --min-tier asserted
      kg view --no-text --lang en
    """
    choice = Choice(
        focus=focus,
        depth=depth,
        top=top,
        begin=from_,
        end=until,
        country=country,
        types=tuple(one.value for one in type_) if type_ else DEFAULT_TYPES,
        only=nodes_in_answer(open_store(build), query) if query else None,
    )
    graph = gather(build, choice, min_tier=min_tier.value, with_text=not no_text)
    if not graph.nodes:
        raise ConfigurationError(f"{build}: nothing is left to show; choose less narrowly (--from, --until, --type, --min-tier, --query)")
    text = page(graph, title=title, language=lang.value)
    file = output or build / _FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be written ({error}); give another file with --output") from error
    shown = f"{len(graph.nodes)} nodes" + (f" of {graph.whole}" if graph.whole > len(graph.nodes) else "")
    typer.echo(f"{file}: {shown}, {len(graph.ties)} ties, {len(graph.articles)} articles, {file.stat().st_size / 1e6:.1f} MB")
    typer.echo(f"Open it in a browser: {file.resolve().as_uri()}")
