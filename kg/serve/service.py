"""The description of the SPARQL service (W3C, SPARQL 1.1 Service Description, 2013), for clients that ask the endpoint what it can do."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from kg.graph.namespaces import RDF

__all__ = ["SD", "description"]

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML", "N3", "TriG", "N-Quads",
)  # fmt: skip


def description(endpoint: str) -> tuple[Triple, ...]:
    """What the service at the address `endpoint` offers: queries alone, over all graphs together unless a request names some."""
    service = NamedNode(endpoint)

    def said(name: str, value: str) -> Triple:
        return Triple(service, NamedNode(SD + name), NamedNode(value))

    return (
        Triple(service, NamedNode(RDF + "type"), NamedNode(SD + "Service")),
        said("endpoint", endpoint),
        said("supportedLanguage", SD + "SPARQL11Query"),
        said("feature", SD + "UnionDefaultGraph"),
        said("feature", SD + "EmptyGraphs"),
        *(said("resultFormat", _FORMATS + name) for name in _RESULTS),
    )
