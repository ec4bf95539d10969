"""From Knowledge to RDF: one named graph an article (claims), the merged graph (conclusions), files and an Oxigraph store."""

from __future__ import annotations

from kg.graph.dataset import quads
from kg.graph.namespaces import BASE
from kg.graph.store import GRAPH_FILES, INDEX, open_store, write

__all__ = ["BASE", "GRAPH_FILES", "INDEX", "open_store", "quads", "write"]
