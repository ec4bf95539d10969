"""The page inside a notebook: `kg.view.show("build", focus="to lam")`."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store

from kg.view.gather import gather, gather_store
from kg.view.page import page
from kg.view.records import PageGraph
from kg.view.selection import Choice

__all__ = ["Shown", "show"]


class Shown:
    """A page that a notebook displays in a frame of its own; `html` is the whole page."""

    def __init__(self, text: str, height: int) -> None:
        self.html = text
        self.height = height

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" sandbox="allow-scripts allow-downloads allow-popups allow-modals" '
            f'style="width:100%;height:{self.height}px;border:1px solid #ddd;border-radius:8px"></iframe>'
        )


def show(graph: Any, *, height: int = 680, title: str = "", language: str = "vi", **choice: Any) -> Shown:
    """The page of `graph`: a build folder, a pyoxigraph `Store`, an rdflib `Dataset`, or a `PageGraph`.

    `choice` are the fields of `Choice` (`focus`, `depth`, `top`, `begin`, `end`, `country`, `types`); `height` is in pixels.
    """
    return Shown(page(_page_graph(graph, Choice(**choice)), title=title, language=language), height)


def _page_graph(graph: Any, choice: Choice) -> PageGraph:
    if isinstance(graph, PageGraph):
        return graph
    if isinstance(graph, (str, Path)):
        return gather(Path(graph), choice)
    if not isinstance(graph, Store):
        store = Store()
        store.load(graph.serialize(format="nquads").encode(), format=RdfFormat.N_QUADS)
        graph = store
    return gather_store(graph, choice)
