"""`kg export`: the graph of a build in one of its formats, to a file or to standard output."""

from __future__ import annotations

import enum
import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import ConfigurationError, StoreError

__all__ = ["export"]

_STANDARD_OUTPUT = Path("-")


class Format(enum.StrEnum):
    """How the graph is written."""

    TURTLE = "turtle"
    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"


_FILES = {
    Format.TURTLE: "graph.ttl",
    Format.NQUADS: "graph.nq",
    Format.TRIG: "graph.trig",
    Format.JSONLD: "graph.jsonld",
}


def export(
    build: Annotated[Path, typer.Argument(help="The folder of a build.")] = Path("build"),
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="Turtle holds the conclusions alone, the others all graphs.")
    ] = Format.TURTLE,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write; - for standard output.")] = _STANDARD_OUTPUT,
) -> None:
    """Write the graph of a build as Turtle, N-Quads, TriG or JSON-LD.

    \b
    Examples:
      kg export build > graph.ttl
      kg export build --format nquads -o graph.nq
      kg export my-build --format jsonld -o - | head
    """
    source = build / _FILES[format_]
    if not source.exists():
        raise StoreError(f"{source}: no graph has been built here; run `kg build` first, or give the folder of a build")
    if output == _STANDARD_OUTPUT:
        with source.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, beside)
        beside.replace(output)
    except OSError as error:
        raise ConfigurationError(f"{output}: cannot be written ({error}); give another file with --output") from error
    finally:
        beside.unlink(missing_ok=True)
    typer.echo(f"{output}: {output.stat().st_size / 1e6:.1f} MB")
