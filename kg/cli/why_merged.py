"""`kg why-merged`: why the reports of several articles were taken for one event, and what each of them says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.rows import Format, print_rows
from kg.cli.terminal import plain
from kg.graph import open_store
from kg.graph.terms import iri_maker
from kg.query import Rows, query
from kg.query.lookup import base_of, find
from kg.records import read_records
from kg.resolution.claims import claim_ids

__all__ = ["why_merged"]

_EVENT = """
SELECT ?label ?date ?modality ?reason {{
  {0} rdfs:label ?label ; kg:modality ?modality . OPTIONAL {{ {0} kg:date ?date }} OPTIONAL {{ {0} kg:mergeReason ?reason }}
}}"""
_REPORTS = """
SELECT ?claim ?article ?title ?outlet ?published ?quote {{
  {0} kg:attestedBy ?claim . ?claim kg:inArticle ?article ; kg:quote ?quote ; kg:spanStart ?start .
  OPTIONAL {{ ?article rdfs:label ?title }} OPTIONAL {{ ?article kg:outlet ?outlet }} OPTIONAL {{ ?article kg:datePublished ?published }}
}} ORDER BY ?published ?article ?start"""


class _Report(msgspec.Struct, frozen=True):
    """One piece of evidence of one article, with the date (EDTF) and the modality that the article tells."""

    article: str
    title: str
    outlet: str
    published: str
    date: str
    modality: str
    quote: str
    claim: str


def why_merged(
    event: Annotated[str, typer.Argument(help="The event, by its label or identifier (`kg timeline --format csv` shows them).")],
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    format_: Annotated[Format, typer.Option("--format", "-f", help="To be read, or as CSV or JSON.")] = Format.TABLE,
) -> None:
    """Say why reports of several articles were taken for one event, and what each of them tells.

    Each quote is followed by its claim, which `kg wrong` takes out; `kg differ EVENT ARTICLE` parts an article's report from the event.

    \b
    Examples:
      kg why-merged event:2023-09-10-meeting-joe-biden-nguyen-phu-trong
      kg why-merged "Joe Biden điện đàm với Nguyễn Phú Trọng, 2023-03-29"
      kg why-merged event:2013-07-25-relationchange-us-vn --build my-build --format json
    """
    store = open_store(build)
    base = base_of(store)
    node = find(store, "event", event)
    head, told = query(store, _EVENT.format(node)), query(store, _REPORTS.format(node))
    assert isinstance(head, Rows) and isinstance(told, Rows)
    about = {name: str(value or "") for name, value in next(head.values()).items()}
    as_told = _as_told(build, base, {str(row["claim"]) for row in told.values()})
    reports = [_report({name: str(value or "") for name, value in row.items()}, as_told, base) for row in told.values()]
    if format_ is Format.TABLE:
        _print(Console(), node.value.removeprefix(base), about, reports)
    else:
        columns = ("event", "reason", *_Report.__struct_fields__)
        names = {"event": node.value.removeprefix(base), "reason": about["reason"]}
        print_rows([names | msgspec.structs.asdict(report) for report in reports], columns, format_)


def _as_told(folder: Path, base: str, claims: set[str]) -> dict[str, tuple[str, str]]:
    """Date and modality of the event as its own article tells them, by IRI of the claim."""
    iri = iri_maker(base)
    return {
        iri(claim).value: (event.date or "", event.modality)
        for record in read_records(folder)
        for event, made in zip(record.events, claim_ids(record).events, strict=True)
        for claim in made
        if iri(claim).value in claims
    }


def _report(row: dict[str, str], as_told: dict[str, tuple[str, str]], base: str) -> _Report:
    date, modality = as_told.get(row["claim"], ("", ""))
    article = row["article"].removeprefix(base)
    return _Report(article, row["title"], row["outlet"], row["published"], date, modality, row["quote"], row["claim"].removeprefix(base))


def _print(console: Console, event: str, about: dict[str, str], reports: list[_Report]) -> None:
    articles = list(dict.fromkeys(report.article for report in reports))
    console.print(Text(plain(about["label"]), style="bold"))
    console.print(Text(plain(" · ".join(filter(None, (event, about["date"], about["modality"], f"articles: {len(articles)}")))), style="dim"))
    if about["reason"]:
        console.print("Taken for one event, since the reports tell of")
        for reason in about["reason"].split("; "):
            console.print(Padding(Text(plain(reason)), (0, 0, 0, 2)))
    else:
        console.print("One article tells of it: nothing was merged.")
    for article in articles:
        own = [report for report in reports if report.article == article]
        where = " · ".join(filter(None, (own[0].published, own[0].outlet, own[0].title or article)))
        says = ", ".join(filter(None, (own[0].modality, own[0].date or "no date")))
        console.print(Text(f"{plain(where)} ({plain(says)})", style="cyan"))
        for report in own:
            console.print(Padding(Text(f"“{plain(report.quote)}”").append(f"  {report.claim}", style="dim"), (0, 0, 0, 2)))
