"""A build in the formats of other programs: networks for Gephi (GEXF, GraphML), Popolo JSON, CSV tables, Wikidata's QuickStatements.

Comes in: an open build. Goes out: text or bytes, the same for the same build. Only what the graph's conclusions say.
"""

from __future__ import annotations

from kg.exports.network import gexf, graphml
from kg.exports.popolo import popolo
from kg.exports.quickstatements import Statements, quickstatements, read_items
from kg.exports.tables import TABLES, table

__all__ = ["TABLES", "Statements", "gexf", "graphml", "popolo", "quickstatements", "read_items", "table"]
