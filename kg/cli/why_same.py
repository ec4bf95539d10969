"""`kg why-same`: why two names of the articles were taken for one person, body, place or document, or were kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Literal, NamedNode, Store
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.appearances import Appearance, Side, appearances_of, judgements_of, side_of
from kg.cli.terminal import plain
from kg.graph import open_store
from kg.graph.namespaces import RDFS
from kg.language.folding import search_key
from kg.query.lookup import base_of
from kg.resolution import Judgement

__all__ = ["why_same"]

_NOTHING = "nothing joins them: names are compared whole, and no article, table of spellings or office makes them one"
_AT_MOST = 5
"""Articles named after a reason."""


def why_same(
    one: Annotated[str, typer.Argument(help="A name, an identifier, or ARTICLE#ENTITY.", show_default=False)],
    other: Annotated[str, typer.Argument(help="Another one.", show_default=False)],
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
) -> None:
    """Say why two names are one person, body, place or document of the graph, or two.

    \b
    Examples:
      kg why-same "Kishida Fumio" "Fumio Kishida"
      kg why-same "Joe Biden" Biden
      kg why-same person:to-lam person:luong-cuong --build my-build
    """
    store = open_store(build)
    appearances = appearances_of(store, build)
    sides = side_of(store, one, appearances), side_of(store, other, appearances)
    judgements = judgements_of(build)
    console = Console()
    first, second = (Text(plain(_label(store, side.thing)), style="bold") for side in sides)
    if sides[0].thing == sides[1].thing:
        console.print(Text.assemble("One: ", first, f" ({_identifier(store, sides[0])})"))
        reasons = [reason for side in sides for reason in _joined(side, judgements)]
    else:
        console.print(Text.assemble("Two: ", first, f" ({_identifier(store, sides[0])}) and ", second, f" ({_identifier(store, sides[1])})"))
        reasons = _parted(store, *sides, judgements, appearances)
    for reason, articles in _grouped(reasons).items():
        console.print(Padding(Text(plain(reason)), (0, 0, 0, 2)))
        more = f" and {len(articles) - _AT_MOST} more" if len(articles) > _AT_MOST else ""
        if articles:
            console.print(Padding(Text(plain(f"in {', '.join(articles[:_AT_MOST])}{more}"), style="dim"), (0, 0, 0, 4)))


_Reason = tuple[str, str]
"""A reason, and the article it is from (empty: none)."""


def _joined(side: Side, judgements: Iterable[Judgement]) -> list[_Reason]:
    """Why the names of one side belong to the thing: a judgement, its own article, or the name itself."""
    meant = {appearance.place: appearance for appearance in side.meant}
    reasons = [(one.reason, meant[one.one].article) for one in judgements if one.same and one.one in meant]
    judged = {one.one for one in judgements if one.same}
    key = search_key(side.asked)
    for appearance in side.meant:
        if key in map(search_key, appearance.aliases) and key != search_key(appearance.name):
            reasons.append((f"called both {appearance.name} and {side.asked} within one article", appearance.article))
        elif appearance.place not in judged:
            reasons.append((f"named {appearance.name}", appearance.article))
    return reasons


def _parted(store: Store, one: Side, other: Side, judgements: Iterable[Judgement], appearances: Sequence[Appearance]) -> list[_Reason]:
    """Why two things were kept apart: the judgements between their appearances, or that nothing joins them."""
    base = base_of(store)
    places = [
        {side.thing.value.removeprefix(base), *(one.place for one in appearances if one.thing == side.thing.value)} for side in (one, other)
    ]
    reasons = [
        (judgement.reason, judgement.one.partition("#")[0] if "#" in judgement.one else "")
        for judgement in judgements
        if not judgement.same
        and any(judgement.one in left and judgement.other in right for left, right in (places, places[::-1]))
    ]
    return reasons or [(_NOTHING, "")]


def _grouped(reasons: Iterable[_Reason]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for reason, article in reasons:
        articles = grouped.setdefault(reason, [])
        if article and article not in articles:
            articles.append(article)
    return grouped


def _identifier(store: Store, side: Side) -> str:
    return side.thing.value.removeprefix(base_of(store))


def _label(store: Store, thing: NamedNode) -> str:
    labels = [quad.object for quad in store.quads_for_pattern(thing, NamedNode(RDFS + "label"), None) if isinstance(quad.object, Literal)]
    return min(labels, key=lambda label: (label.language != "vi", label.value)).value if labels else thing.value
