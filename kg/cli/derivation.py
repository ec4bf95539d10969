"""`kg explain IRI`: the derivation of a node or an edge of a build, printed down to the sentences."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.terminal import plain
from kg.graph import open_store
from kg.query.derivation import Derivation, Ground, explained, is_node_or_edge

__all__ = ["explain_resource", "names_resource"]

_STEP = 2


def names_resource(text: str, build: Path) -> bool:
    """Whether `text` is the identifier of a node or edge of the graph, rather than a file or an article."""
    return ":" in text and not Path(text).exists() and is_node_or_edge(open_store(build), text)


def explain_resource(text: str, build: Path) -> None:
    """Print what the node or edge `text` rests on. Raises `QueryError` where the graph has none of that name."""
    _print(Console(), explained(open_store(build), text), 0)


def _print(console: Console, one: Derivation, indent: int) -> None:
    console.print(Padding(Text(plain(one.label), style="bold"), (0, 0, 0, indent)))
    console.print(Padding(Text(plain(f"{one.id} · {one.kind}"), style="dim"), (0, 0, 0, indent)))
    for fact in one.facts:
        also = f" ({fact.id})" if fact.id else ""
        console.print(Padding(Text.assemble(f"{fact.property}: ", (plain(fact.value), "cyan"), (plain(also), "dim")), (0, 0, 0, indent + _STEP)))
    if one.source:
        console.print(Padding(Text(f"source, outside the articles: {plain(one.source)}"), (0, 0, 0, indent + _STEP)))
    if one.grounds:
        console.print(Padding(Text(f"rests on {len(one.grounds)} {'claim' if len(one.grounds) == 1 else 'claims'}:"), (0, 0, 0, indent + _STEP)))
    for ground in one.grounds:
        _print_ground(console, ground, indent + 2 * _STEP)
    if one.rests_on:
        console.print(Padding(Text("made from:"), (0, 0, 0, indent + _STEP)))
    for part in one.rests_on:
        _print(console, part, indent + 2 * _STEP)


def _print_ground(console: Console, ground: Ground, indent: int) -> None:
    where = " · ".join(filter(None, (ground.published, ground.outlet, ground.title or ground.article)))
    console.print(Padding(Text(plain(where), style="cyan"), (0, 0, 0, indent)))
    sentence = Text(plain(ground.sentence))
    if ground.quote and (place := ground.sentence.find(ground.quote)) >= 0:
        sentence.stylize("bold", place, place + len(ground.quote))
    console.print(Padding(sentence, (0, 0, 0, indent + _STEP)))
    how = f"{ground.claim} · characters {ground.start}–{ground.end} · rule {ground.rule} · {ground.tier} {ground.confidence:.2f}"
    console.print(Padding(Text(plain(how), style="dim"), (0, 0, 0, indent + _STEP)))
