"""From the lexicon's roles to `ontology/roles.ttl`, a SKOS scheme: `python -m kg.graph.roles` writes it, `measures.ttl` and `context.jsonld` anew.

A kind of role (`head_of_state`) becomes the broader concept of its roles; two titles of one office are exact matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from pyoxigraph import NamedNode, Quad

from kg.errors import LexiconError
from kg.graph.context import context_text
from kg.graph.measures import measures_text
from kg.graph.namespaces import DCTERMS, PREFIXES, RDF, RDFS, ROLE, SKOS, path_of
from kg.graph.terms import Object, facts, integer, kg, text
from kg.graph.turtle import turtle
from kg.lexicon import Role, load_lexicon
from kg.lexicon.loader import read_table
from kg.resources import ontology_path

__all__ = ["RoleKind", "roles_turtle"]

KINDS = Path(__file__).with_name("role_kinds.tsv")
_SCHEME = NamedNode(ROLE.removesuffix("/"))
_PREFIXES = {prefix: PREFIXES[prefix] for prefix in ("dcterms", "kg", "rdf", "rdfs", "role", "skos")}


class RoleKind(msgspec.Struct, frozen=True):
    """What sort of office a role is, in words."""

    kind: str
    title: str
    title_en: str
    source: str


def roles_turtle(rows: Iterable[Role]) -> str:
    """The Turtle text of `ontology/roles.ttl` for `rows`, the same whatever their order.

    Raises `LexiconError` where a row is of a kind that `role_kinds.tsv` does not name, or the same as a role there is not.
    """
    ordered = sorted(rows, key=lambda row: row.id)
    kinds = {row.kind: row for row in read_table(KINDS, RoleKind)}
    ids = {row.id for row in ordered}
    for row in ordered:
        if row.kind not in kinds:
            raise LexiconError(f"roles.tsv: role {row.id} is of kind {row.kind!r}; give that kind a row in {KINDS}")
        if row.same_as and row.same_as not in ids:
            raise LexiconError(f"roles.tsv: role {row.id} is the same as {row.same_as!r}, which has no row; add it or empty the cell")
    triples = [*_scheme(), *_kinds(kinds[name] for name in sorted({row.kind for row in ordered})), *_roles(ordered)]
    head = "# Made from kg/lexicon/roles.tsv by `python -m kg.graph.roles`; change the table, not this file.\n\n"
    return head + "".join(turtle((Quad(*triple) for triple in triples), _PREFIXES))


def _skos(name: str) -> NamedNode:
    return NamedNode(SKOS + name)


def _labels(vi: str, en: str) -> list[tuple[NamedNode, Object | None]]:
    label = NamedNode(RDFS + "label")
    return [(label, text(vi, "vi")), (label, text(en, "en")), (_skos("prefLabel"), text(vi, "vi")), (_skos("prefLabel"), text(en, "en"))]


def _scheme() -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    names = _labels("Các chức danh", "Roles")[:2]
    yield from facts(_SCHEME, (NamedNode(RDF + "type"), _skos("ConceptScheme")), *names)


def _kind_node(kind: str) -> NamedNode:
    return NamedNode(f"{ROLE}kind-{path_of(kind.replace('_', '-'))}")


def _kinds(rows: Iterable[RoleKind]) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    for row in rows:
        yield from facts(
            _kind_node(row.kind),
            (NamedNode(RDF + "type"), _skos("Concept")),
            *_labels(row.title, row.title_en),
            (_skos("inScheme"), _SCHEME),
            (_skos("topConceptOf"), _SCHEME),
        )


def _roles(rows: Iterable[Role]) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    for row in rows:
        aliases = sorted(set(row.aliases) - {row.title})
        yield from facts(
            NamedNode(ROLE + path_of(row.id)),
            (NamedNode(RDF + "type"), _skos("Concept")),
            *_labels(row.title, row.title_en),
            (_skos("altLabel"), [term for alias in aliases if (term := text(alias, "vi"))]),
            (_skos("inScheme"), _SCHEME),
            (_skos("broader"), _kind_node(row.kind)),
            (_skos("exactMatch"), NamedNode(ROLE + path_of(row.same_as)) if row.same_as else None),
            (kg("ownerKind"), text(row.owner)),
            (kg("seats"), integer(_number(row.seats, row.id, "seats"))),
            (kg("rank"), integer(_number(row.rank, row.id, "rank"))),
            (NamedNode(DCTERMS + "source"), text(row.source)),
        )


def _number(cell: str, role: str, column: str) -> int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        raise LexiconError(f"roles.tsv: role {role} has {cell!r} in the column {column}; a whole number is wanted") from None


def main() -> None:
    """Write the generated files of `ontology/` beside `kg.ttl`."""
    folder = ontology_path("kg.ttl").parent
    (folder / "roles.ttl").write_text(roles_turtle(load_lexicon().roles), encoding="utf-8")
    (folder / "measures.ttl").write_text(measures_text(), encoding="utf-8")
    (folder / "context.jsonld").write_text(context_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
