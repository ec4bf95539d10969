"""A build as a worker has it open: the store, names of resources, and queries whose parameters are bound as terms, never pasted."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from kg.build_folder import MANIFEST
from kg.graph import open_store
from kg.graph.namespaces import KG, PREFIXES, RDF, RDFS, SKOS
from kg.query.lookup import base_of
from kg.serve.records import Link

__all__ = ["LABEL", "TYPE", "Graph", "Term", "kg"]

Term = NamedNode | Literal | BlankNode
TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")
_PREFERRED = NamedNode(SKOS + "prefLabel")
_NAMES_KEPT = 20_000


def kg(name: str) -> NamedNode:
    """A term of the ontology."""
    return NamedNode(KG + name)


class Graph:
    """The build in `folder`, read-only."""

    def __init__(self, folder: Path) -> None:
        """Raises `StoreError` where there is no build."""
        self.folder = folder
        self.store: Store = open_store(folder)
        self.base = base_of(self.store)
        self.built = _built(folder)
        self.link = functools.lru_cache(_NAMES_KEPT)(self._link)

    def node(self, identifier: str) -> NamedNode | None:
        """The resource with this identifier (without the base, as it stands in its IRI) or IRI; None where the graph has no such subject."""
        try:
            node = NamedNode(identifier if "://" in identifier else self.base + identifier)
        except ValueError:
            return None
        return node if next(iter(self.store.quads_for_pattern(node, None, None)), None) else None

    def id(self, node: NamedNode) -> str:
        """An IRI without the base of the data; one from elsewhere as it is."""
        return node.value.removeprefix(self.base)

    def value(self, subject: NamedNode, name: str) -> str:
        """The least value of a property of the ontology; empty where there is none."""
        return min((term.value for term in self.values(subject, kg(name)) if not isinstance(term, BlankNode)), default="")

    def values(self, subject: NamedNode, predicate: NamedNode) -> Iterator[Term]:
        """All values of a property, each graph's by itself."""
        for quad in self.store.quads_for_pattern(subject, predicate, None):
            if isinstance(quad.object, (NamedNode, Literal, BlankNode)):
                yield quad.object

    def label(self, node: NamedNode, language: str) -> str:
        """The name of a resource in a language; empty where it has none."""
        for predicate in (LABEL, _PREFERRED):
            names = (t.value for t in self.values(node, predicate) if isinstance(t, Literal) and t.language == language)
            if name := min(names, default=""):
                return name
        return ""

    def class_of(self, node: NamedNode) -> str:
        """The local name of the class of a resource; empty where it has none of ours."""
        return min((t.value.removeprefix(KG) for t in self.values(node, TYPE) if isinstance(t, NamedNode) and t.value.startswith(KG)), default="")

    def _link(self, node: NamedNode) -> Link:
        english = self.label(node, "en")
        return Link(self.id(node), self.label(node, "vi") or english or self.id(node), self.class_of(node), english)

    def select(self, query: str, **terms: NamedNode) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT of ours over all graphs; `?_name` in it stands for the term `name`, as the RDF library writes it."""
        for name, term in terms.items():
            query = query.replace(f"?_{name}", str(term))
        found = self.store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        for row in found:
            yield tuple(row)

    def count(self, query: str, **terms: NamedNode) -> int:
        """The one number that a SELECT gives."""
        return int(next(self.select(query, **terms))[0].value)

    def links(self, nodes: Iterable[NamedNode]) -> tuple[Link, ...]:
        """Links in the order of `nodes`."""
        return tuple(self.link(node) for node in nodes)


def _built(folder: Path) -> str:
    """When the build was made, in UTC to the second; without a manifest, when its store was."""
    of = next(path for path in (folder / MANIFEST, folder / "store" / "CURRENT") if path.exists())
    return datetime.datetime.fromtimestamp(int(of.stat().st_mtime), datetime.UTC).isoformat().replace("+00:00", "Z")
