"""`kg build`: folders of articles to a graph in a build folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.build import BuildReport
from kg.build import build as build_graph
from kg.cli.terminal import print_error, print_note, progress
from kg.extracting import processors
from kg.graph import BASE

__all__ = ["build"]


def build(
    sources: Annotated[list[str], typer.Argument(metavar="ARTICLES...", help="Folders, files, globs, or - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of the build.")] = Path("build"),
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes that read articles; 0: one a processor.")] = 0,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="A folder of tables laid over the lexicon; as often as wanted.", show_default=False)
    ] = None,
    base: Annotated[str, typer.Option(help="Under which IRI the data stand.")] = BASE,
    background: Annotated[
        bool, typer.Option("--background/--no-background", help="With the terms of office that come with the program, or without.")
    ] = True,
    decisions: Annotated[
        Path | None,
        typer.Option(help="The curator's decisions; by default decisions.tsv beside the folder of the first articles.", show_default=False),
    ] = None,
) -> None:
    """Build a knowledge graph from folders of articles.

    Reads .txt, .html, .jsonl, .csv, .tsv and .parquet files, each also as .gz. A second build reads only what is new or changed.
    A build that is interrupted leaves the last one as it was. The status is 1 if some articles could not be read (the graph is
    built of the others) and 2 if none could.

    \b
    Examples:
      kg build corpus/articles
      kg build news/ more.jsonl.gz -o my-build
      kg build 'news/2024-*.html' --jobs 4
      kg build news/ --lexicon my-tables --base https://data.example.org/
      kg build news/ --no-background --decisions my-decisions.tsv
      zcat archive.jsonl.gz | kg build - -o archive-build
    """
    with progress() as advance:
        report = build_graph(
            sources,
            output,
            jobs=jobs or processors(),
            lexicon=lexicon or (),
            base=base,
            background=background,
            decisions=decisions,
            on_failure=print_error,
            on_progress=advance,
        )
    typer.echo(_told(report))
    for one in report.unused:
        print_note(f"the articles have nothing for the decision: {one.verdict} {one.one} {one.other}".rstrip())
    if report.failures:
        raise typer.Exit(1)


def _told(report: BuildReport) -> str:
    counts = report.counts
    read = f"{report.articles} articles ({report.extracted} read, {report.reused} unchanged"
    read += f", {report.removed} taken back)" if report.removed else ")"
    read += f", {len(report.failures)} not readable" if report.failures else ""
    if report.unchanged:
        return f"{report.folder}: nothing has changed; {read}"
    names = ("entities", "offices", "holdings", "events", "relations", "contradictions", "claims", "quads")
    return f"{report.folder}: {read}\n" + ", ".join(f"{counts[name]} {name}" for name in names)
