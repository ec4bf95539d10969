"""The names of the graph: namespaces, prefixes, and from an identifier of a record to an IRI that is safe in every syntax."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import ConfigurationError

__all__ = ["BASE", "KG", "LEVEL", "MEASURE", "PREFIXES", "ROLE", "base_iri", "data_prefixes", "path_of", "web_address"]

BASE = "http://example.org/kg/id/"
"""Under which data stand, if `--base` says nothing else."""

KG = "http://example.org/kg/ontology#"
ROLE = "http://example.org/kg/role/"
LEVEL = "http://example.org/kg/level/"
MEASURE = "http://example.org/kg/measure/"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES = {
    "dcterms": DCTERMS,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "kg": KG,
    "level": LEVEL,
    "measure": MEASURE,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": RDF,
    "rdfs": RDFS,
    "role": ROLE,
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": SKOS,
    "xsd": XSD,
}
"""Prefix → namespace of the ontology and of the vocabularies it is aligned with."""

_KINDS = (
    "agreement", "article", "background", "change", "claim", "contradiction", "country", "event", "graph", "holding",
    "office", "organization", "participation", "person", "place", "relation", "statistic", "title",
)  # fmt: skip
_UNSAFE_SLASH = re.compile(r"^/|(?<=/)/|/$")
_DOT_SEGMENT = re.compile(r"(?:(?<=/)|^)\.{1,2}(?=/|$)")
_HTTP = re.compile(r"https?://[^/?#\s]+(?:[/?#]\S*)?", re.IGNORECASE)


def base_iri(base: str) -> str:
    """`base` as a prefix of data IRIs: well-formed http(s), ending in `/` or `#`. Raises `ConfigurationError`."""
    address = web_address(base)
    if address is None or "?" in base:
        raise ConfigurationError(f"--base {base!r} is no http or https IRI; give one such as {BASE}")
    return address if address.endswith(("/", "#")) else address + "/"


def data_prefixes(base: str) -> dict[str, str]:
    """All prefixes for data under `base`: those of the ontology, `id:`, and one for each kind of resource (`person:`, `claim:` …)."""
    return PREFIXES | {"id": base} | {kind: f"{base}{kind}/" for kind in _KINDS}


def path_of(identifier: str) -> str:
    """An identifier of a record as the end of an IRI: ASCII, no dot or empty segments, different for different identifiers.

    A slug stays as it is; every other character is percent-encoded in UTF-8 (RFC 3987).
    """
    text = unicodedata.normalize("NFC", identifier).encode("utf-8", "surrogatepass")
    path = quote(text, safe="/")
    path = _UNSAFE_SLASH.sub("%2F", path)
    return _DOT_SEGMENT.sub(lambda dots: "%2E" * len(dots.group()), path)


def web_address(text: str) -> str | None:
    """`text` if it is a well-formed absolute http(s) IRI, else None: nothing else from outside becomes an IRI of the graph."""
    if not _HTTP.fullmatch(text):
        return None
    try:
        return NamedNode(text).value
    except ValueError:
        return None
