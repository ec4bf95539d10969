"""`kg explain`: an article with the spans that were read coloured, and for each fact its rule, evidence and tier; or why a name is not in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.build_folder import RECORDS
from kg.cli.derivation import explain_resource, names_resource
from kg.cli.terminal import plain
from kg.errors import ReadingError, StoreError
from kg.model import Article, Extraction, Span, decode_extraction

__all__ = ["explain"]

_STYLES = {
    "Person": "bold cyan",
    "Country": "bold green",
    "Organization": "bold magenta",
    "Place": "bold yellow",
    "Agreement": "bold blue",
    "Office": "bold red",
}
_TITLE = "cyan underline"
_OTHER = "bold"
_LONGEST_QUOTE = 160


def explain(
    article: Annotated[str, typer.Argument(help="A file, the id of an article of the build, or the identifier of anything in its graph.")],
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build, for an article by its id.")] = Path("build"),
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="A folder of tables laid over the lexicon; as often as wanted.", show_default=False)
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write the explanation as an HTML page instead.", show_default=False)] = None,
    why_not: Annotated[
        str | None, typer.Option(help="A name: where it stands, what was considered there and why it was not taken.", show_default=False)
    ] = None,
) -> None:
    """Show an article with what was read in it, and why.

    The text comes first, with people, countries, organisations, places and documents coloured; then every fact with the rule that
    read it, how sure it is, and the words it rests on. For a node of the graph (`person:to-lam`, an IRI), or an edge (three of them in
    quotes), its derivation: what it rests on, down to the sentences of the articles.

    \b
    Examples:
      kg explain article.txt
      kg explain 2023-09-10-hoi-dam --build my-build
      kg explain article.html --lexicon my-tables
      kg explain article.txt --html explained.html
      kg explain article.txt --why-not "Tô Lâm"
      kg explain event:2023-09-10-meeting-joe-biden-nguyen-phu-trong
      kg explain "person:joe-biden kg:met person:nguyen-phu-trong" --build my-build
    """
    if why_not is not None:
        _why_not(article, build, lexicon or [], why_not)
        return
    if names_resource(article, build):
        explain_resource(article, build)
        return
    record = _record(article, build, lexicon or [])
    console = Console()
    if html is not None:
        from kg.view.explained import explained_page

        html.write_text(explained_page(record), encoding="utf-8")
        console.print(f"Written: {html}   (open it in a browser; it needs no network)", highlight=False, soft_wrap=True)
        return
    console.print(Text(plain(record.article.title or record.article.id), style="bold"))
    about = (record.article.outlet, record.article.published, record.article.author, record.article.url)
    console.print(Text(plain(" · ".join(part for part in about if part)), style="dim"))
    console.print()
    console.print(_coloured(record))
    console.print()
    for table in (_entities(record), _holdings(record), _events(record)):
        if table.row_count:
            console.print(table)


def _record(article: str, build: Path, lexicon: list[Path]) -> Extraction:
    if Path(article).exists():
        from kg.extraction import Extractor

        return Extractor(tuple(lexicon))(_article(Path(article)))
    return _built(article, build)


def _article(path: Path) -> Article:
    from kg.reading import read_articles

    found = next(iter(read_articles(path)), None)
    if found is None:
        raise ReadingError(f"{path}: holds no article")
    return found


def _built(article: str, build: Path) -> Extraction:
    """The record of an article of the build, by its id."""
    records = build / RECORDS
    if not records.exists():
        raise StoreError(f"{article}: no such file, and {build} holds no build; give a file, or an article's id with --build")
    with records.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                record = decode_extraction(line)
            except msgspec.MsgspecError as error:
                raise StoreError(f"{records}:{number}: no extraction record ({error}); build it again with `kg build`") from error
            if record.article.id == article:
                return record
    raise ReadingError(f"{article}: no such file, and no article of {build} has this id; `kg query` can find it")


def _why_not(article: str, build: Path, lexicon: list[Path], name: str) -> None:
    """Print each place where the name stands, what was decided there, and the steps to it."""
    from kg.extraction import Extractor
    from kg.extraction.considered import consider, spellings_at_hand

    path = Path(article)
    if path.exists():
        read = _article(path)
    else:  # read again from the text that the build keeps: a record does not say what was given up
        record = _built(article, build)
        read = Article(record.article, record.text, record.blocks)
    reading = Extractor(tuple(lexicon)).read(read)
    console = Console(highlight=False, soft_wrap=True)
    places = consider(read, reading, name)
    if not places:
        console.print(Text(f"“{plain(name)}” does not stand in the text of {plain(read.info.id)}."))
        alike = spellings_at_hand(read, reading, name)
        if alike:
            console.print(Text(f"Names in it that are like it: {plain(', '.join(alike))}"))
        return
    for number, place in enumerate(places, start=1):
        start, end = place.sentence or place.span
        around = Text(plain(" ".join(read.text[start:end].split())))
        around.highlight_words([" ".join(read.text[place.span[0] : place.span[1]].split())], style="bold reverse")
        console.print(Text(f"{number}. characters {place.span[0]}–{place.span[1]}, {place.block or 'no block'}", style="dim"))
        console.print(around)
        console.print(Text(plain(place.outcome), style="bold"))
        for step in place.steps:
            console.print(Text(f"  · {plain(step)}"))
        console.print()


def _coloured(record: Extraction) -> Text:
    """The article's text with every mention in the colour of its type; offsets count characters, so the text keeps its length."""
    text = Text(plain(record.text))
    for entity in record.entities:
        for mention in entity.mentions:
            text.stylize(_TITLE if mention.kind == "title" else _STYLES.get(entity.type, _OTHER), mention.start, mention.end)
    return text


def _entities(record: Extraction) -> Table:
    table = Table("Entity", "Type", "Also", "Mentions", "Rule", title="Entities", title_justify="left", box=box.SIMPLE_HEAD)
    for entity in record.entities:
        name = Text(plain(entity.name), style=_STYLES.get(entity.type, _OTHER))
        also = ", ".join(part for part in (entity.iso, entity.country, *entity.aliases) if part)
        table.add_row(name, entity.type, Text(plain(also)), str(len(entity.mentions)), Text(plain(entity.rule)))
    return table


def _holdings(record: Extraction) -> Table:
    names = {entity.id: entity.name for entity in record.entities}
    table = Table("Who", "Office", "Of", "Status", "Tier", "Rule", "Evidence", title="Offices", title_justify="left", box=box.SIMPLE_HEAD)
    for one in record.holdings:
        office = f"{one.role} {one.scope or ''}".strip()
        of = names.get(one.of or "", "") or "–"
        sure = Text(f"{one.tier} {one.confidence:.2f}")
        cells = (names.get(one.person, one.person), office, of, one.status)
        table.add_row(*(Text(plain(cell)) for cell in cells), sure, Text(plain(one.rule)), _quotes(record, one.evidence))
    return table


def _events(record: Extraction) -> Table:
    names = {entity.id: entity.name for entity in record.entities}
    table = Table("Event", "Who", "When", "Where", "Tier", "Rule", "Evidence", title="Events", title_justify="left", box=box.SIMPLE_HEAD)
    for one in record.events:
        told = one.type if one.modality == "happened" else f"{one.type} ({one.modality})"
        told += "".join(f"\n{part}" for part in (one.level, one.label) if part)
        who = "\n".join(f"{names.get(part.entity, part.entity)} ({part.role})" for part in one.participants)
        when = f"{one.date or '–'}" + (f"\n({one.date_method})" if one.date_method else "")
        where = names.get(one.place or "", "") or "–"
        sure = Text(f"{one.tier} {one.confidence:.2f}")
        table.add_row(*(Text(plain(cell)) for cell in (told, who, when, where)), sure, Text(plain(one.rule)), _quotes(record, one.evidence))
    return table


def _quotes(record: Extraction, evidence: tuple[Span, ...]) -> Text:
    quotes = (" ".join(plain(record.text[start:end]).split()) for start, end in evidence)
    return Text("\n".join(f"“{quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + '…'}”" for quote in quotes))
