"""`kg extract`: articles to extraction records, one JSON object a line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import print_error, progress
from kg.errors import ConfigurationError, ReadingError
from kg.extracting import extract_all, processors
from kg.model import Article, extraction_json_schema
from kg.reading import read_articles

__all__ = ["extract"]

_STANDARD_OUTPUT = Path("-")


def extract(
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE...", help="Files, folders, globs, or - for standard input.", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write; - for standard output.")] = _STANDARD_OUTPUT,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes that read articles; 0: one a processor.")] = 0,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="A folder of tables laid over the lexicon; as often as wanted.", show_default=False)
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a record, and read nothing.")] = False,
) -> None:
    """Read articles into extraction records, one JSON object a line.

    A record holds the text, its entities, holdings and events with their evidence as offsets (characters, half-open). Records
    come in the order of the articles. The status is 1 if some articles could not be read and 2 if none could.

    \b
    Examples:
      kg extract article.txt
      kg extract news/ -o records.jsonl --jobs 4
      kg extract news.jsonl.gz -o - | head -1
      kg extract --schema
    """
    if schema:
        typer.echo(json.dumps(extraction_json_schema(), ensure_ascii=False, indent=2))
        return
    if not articles:
        raise ConfigurationError("kg extract: no article; give files or folders, or - for standard input")
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        print_error(message)

    with progress(quiet=output == _STANDARD_OUTPUT) as advance:
        read = read_articles(articles, on_error=lambda error: fail(str(error)))
        lines = _lines(read, tuple(lexicon or ()), jobs or processors(), fail)
        written = _write(_counted(lines, advance), output)
    if not written:
        raise ReadingError("no article could be read")
    if failures:
        raise typer.Exit(1)


def _counted(lines: Iterable[bytes], advance: Callable[[str, int, int], None]) -> Iterator[bytes]:
    for number, line in enumerate(lines, start=1):
        advance("extracting", number, 0)
        yield line


def _lines(articles: Iterable[Article], lexicon: tuple[Path, ...], jobs: int, fail: Callable[[str], None]) -> Iterator[bytes]:
    for one in extract_all(articles, lexicon, jobs):
        if one.line is not None:
            yield one.line + b"\n"
        else:
            fail(one.failure)


def _write(lines: Iterator[bytes], output: Path) -> int:
    """Write the lines and count them; a file is written beside and renamed, so that no half a file is left."""
    if output == _STANDARD_OUTPUT:
        count = 0
        for line in lines:
            sys.stdout.buffer.write(line)
            count += 1
        sys.stdout.buffer.flush()
        return count
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            count = sum(1 for line in lines if file.write(line))
        if count:
            beside.replace(output)
        return count
    except OSError as error:
        raise ConfigurationError(f"{output}: cannot be written ({error}); give another file with --output") from error
    finally:
        beside.unlink(missing_ok=True)
