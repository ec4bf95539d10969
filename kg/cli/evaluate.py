"""`kg evaluate`: extraction records, or articles read on the spot, against gold facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table

from kg.cli.terminal import plain, print_error, progress
from kg.errors import ReadingError
from kg.evaluate import Report
from kg.evaluate import evaluate as compare
from kg.extracting import extract_all, processors
from kg.gold import Gold, read_gold
from kg.model import Extraction, decode_extraction
from kg.reading import read_articles

__all__ = ["evaluate"]


def evaluate(
    gold: Annotated[Path, typer.Argument(help="The folder with one ID.yaml an article.")],
    found: Annotated[
        Path | None,
        typer.Argument(metavar="[RECORDS|ARTICLES]", help="Records (.jsonl of `kg extract`) or a folder of articles.", show_default=False),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each miss and each wrong fact.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="A folder of tables laid over the lexicon; as often as wanted.", show_default=False)
    ] = None,
) -> None:
    """Compare extraction records with gold facts.

    Without RECORDS or ARTICLES the articles are looked for in the folder of the gold, then in the folder `articles` beside it.

    \b
    Examples:
      kg evaluate corpus/gold
      kg evaluate corpus/gold records.jsonl --errors
      kg evaluate my-gold my-articles --json
    """
    facts = read_gold(gold)
    report = compare(facts, _records(facts, found or _beside(gold, facts), tuple(lexicon or ())))
    if json_:
        typer.echo(json.dumps(_figures(report), ensure_ascii=False, indent=2))
        return
    console = Console()
    if errors:
        for tally in report.fields.values():
            for error in tally.errors:
                console.print(plain(error), markup=False, highlight=False, soft_wrap=True)
    console.print(_table(report))
    for name, values in report.attributes.items():
        console.print(f"{name}: right in {sum(values)} of {len(values)} ({sum(values) / len(values):.3f})", highlight=False)
    if report.unread:
        print_error(f"no record for {', '.join(report.unread)}")


def _beside(gold: Path, facts: dict[str, Gold]) -> Path:
    for folder in (gold, gold.parent / "articles"):
        if folder.is_dir() and any(path.name.split(".")[0] in facts for path in folder.iterdir() if path.suffix != ".yaml"):
            return folder
    raise ReadingError(f"{gold}: no articles beside the gold; give records or a folder of articles as the second argument")


def _records(facts: dict[str, Gold], found: Path, lexicon: tuple[Path, ...]) -> Iterator[Extraction]:
    """The records of the articles that have gold."""
    if found.suffix == ".jsonl" and found.is_file():
        with found.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield decode_extraction(line)
                except msgspec.MsgspecError as error:
                    raise ReadingError(f"{found}:{number}: no extraction record ({error}); write it with `kg extract`") from error
        return
    with progress() as advance:
        read = read_articles(found, on_error=lambda error: print_error(str(error)))
        articles = [article for article in read if article.info.id in facts]
        for number, one in enumerate(extract_all(articles, lexicon, processors()), start=1):
            advance("extracting", number, len(articles))
            if one.line is None:
                print_error(one.failure)
            else:
                yield decode_extraction(one.line)


def _table(report: Report) -> Table:
    table = Table(title=f"{report.articles} articles with gold", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("")
    for column in ("precision", "recall", "F1", "right", "wrong", "missed"):
        table.add_column(column, justify="right")
    for field, tally in report.fields.items():
        rates = ("–" if rate is None else f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1))
        table.add_row(field, *rates, *(str(count) for count in (tally.right, tally.wrong, tally.missed)))
    return table


def _figures(report: Report) -> dict[str, dict[str, float | int | None]]:
    figures: dict[str, dict[str, float | int | None]] = {}
    for field, tally in report.fields.items():
        counts = {"right": tally.right, "wrong": tally.wrong, "missed": tally.missed}
        figures[field] = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1, **counts}
    for name, values in report.attributes.items():
        figures[name] = {"accuracy": sum(values) / len(values), "n": len(values)}
    return figures
