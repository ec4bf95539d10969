"""`kg export`: the graph of a build in one of its formats or in another program's, to a file, a folder or standard output."""

from __future__ import annotations

import enum
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import plain
from kg.errors import ConfigurationError, StoreError

__all__ = ["export"]

_STANDARD_OUTPUT = Path("-")


class Format(enum.StrEnum):
    """How the graph is written."""

    TURTLE = "turtle"
    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"
    GEXF = "gexf"
    GRAPHML = "graphml"
    POPOLO = "popolo"
    CSV = "csv"
    QUICKSTATEMENTS = "quickstatements"


_FILES = {
    Format.TURTLE: "graph.ttl",
    Format.NQUADS: "graph.nq",
    Format.TRIG: "graph.trig",
    Format.JSONLD: "graph.jsonld",
}


def export(
    build: Annotated[Path, typer.Argument(help="The folder of a build.")] = Path("build"),
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="Turtle holds the conclusions alone, N-Quads, TriG and JSON-LD all graphs.")
    ] = Format.TURTLE,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write, a folder for csv; - for standard output.")
    ] = _STANDARD_OUTPUT,
    items: Annotated[
        Path | None, typer.Option(help="For quickstatements: a file of identifier, tab, item of Wikidata.", show_default=False)
    ] = None,
) -> None:
    """Write the graph of a build for other programs.

    RDF as Turtle, N-Quads, TriG or JSON-LD; the network for Gephi, yEd and others as GEXF or GraphML; people, posts and memberships as
    Popolo JSON; tables as CSV; dated offices of people who have an item in Wikidata as QuickStatements.

    \b
    Examples:
      kg export build > graph.ttl
      kg export build --format nquads -o graph.nq
      kg export build --format gexf -o graph.gexf
      kg export build --format csv -o tables
      kg export build --format popolo -o popolo.json
      kg export build --format quickstatements --items items.tsv -o statements.txt
    """
    if items is not None and format_ is not Format.QUICKSTATEMENTS:
        raise ConfigurationError("--items belongs to --format quickstatements; leave it out, or give that format")
    if format_ in _FILES:
        _copy(build / _FILES[format_], output)
    elif format_ is Format.CSV:
        _tables(build, output)
    else:
        document = _document(build, format_, items)
        if output == _STANDARD_OUTPUT:
            sys.stdout.buffer.write(document)
            sys.stdout.buffer.flush()
        else:
            _write(output, lambda path: path.write_bytes(document))


def _copy(source: Path, output: Path) -> None:
    if not source.exists():
        raise StoreError(f"{source}: no graph has been built here; run `kg build` first, or give the folder of a build")
    if output == _STANDARD_OUTPUT:
        with source.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    _write(output, lambda path: shutil.copyfile(source, path))


def _document(build: Path, format_: Format, items: Path | None) -> bytes:
    import kg
    from kg.exports import gexf, graphml, popolo, quickstatements, read_items

    known = read_items(items) if items is not None else {}
    opened = kg.load(build)
    if format_ is Format.QUICKSTATEMENTS:
        statements = quickstatements(opened, known)
        typer.echo(f"{statements.statements} statements", err=True)
        if statements.without_item:
            typer.echo(
                f"{len(statements.without_item)} people and offices with dated terms have no item; write them in a file for --items:", err=True
            )
            for one in statements.without_item:
                typer.echo(f"  {plain(one)}", err=True)
        return statements.text.encode()
    if format_ is Format.POPOLO:
        return popolo(opened).encode()
    return gexf(opened) if format_ is Format.GEXF else graphml(opened)


def _tables(build: Path, folder: Path) -> None:
    import kg
    from kg.exports import TABLES, table

    if folder == _STANDARD_OUTPUT:
        raise ConfigurationError("--format csv writes several tables: give a folder with --output")
    opened = kg.load(build)
    for name in TABLES:
        text = table(opened, name)
        _write(folder / f"{name}.csv", lambda path, text=text: path.write_bytes(text.encode()))  # type: ignore[misc]


def _write(output: Path, write: Callable[[Path], object]) -> None:
    """Write beside and rename, so that a killed export leaves no half of a file."""
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write(beside)
        beside.replace(output)
    except OSError as error:
        raise ConfigurationError(f"{output}: cannot be written ({error}); give another place with --output") from error
    finally:
        beside.unlink(missing_ok=True)
    typer.echo(f"{output}: {output.stat().st_size / 1e6:.1f} MB")
