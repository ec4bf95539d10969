"""From a name as a person types it to the one resource of a build that it means: `Mỹ`, `hoa ky`, `US`, `person:to-lam`, an IRI.

Names are compared whole, first as written, then without diacritics; never by likeness, since Hùng and Hưng are two people.
A name that several resources share is no answer: the candidates are told.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import msgspec
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.dataset import MERGED
from kg.graph.namespaces import BASE, KG, LEVEL, MEASURE, RDF, RDFS, ROLE, SKOS, data_prefixes, path_of
from kg.language.folding import fold, search_key
from kg.lexicon import load_lexicon

__all__ = ["KINDS", "Named", "base_of", "find", "named"]

_ENTITIES = ("Person", "Country", "Organization", "Place", "Agreement")
_EVENTS = (
    "Meeting", "PhoneCall", "Visit", "Signing", "Appointment", "Departure", "RelationChange", "Speech", "Statement", "Attendance",
    "Invitation", "Congratulation", "Condolence", "Event",
)  # fmt: skip
KINDS: dict[str, tuple[str, ...]] = {
    "person": ("Person",),
    "country": ("Country",),
    "organization": ("Organization",),
    "place": ("Place",),
    "agreement": ("Agreement",),
    "office": ("Office",),
    "entity": _ENTITIES,
    "event": _EVENTS,
    "resource": (*_ENTITIES, "Office", *_EVENTS, "Statistic"),
    "role": (),
    "level": (),
    "measure": (),
}
"""Parameter type → the classes its resources are of; roles, levels and measures are concepts."""

_CONCEPTS = {"role": ROLE, "level": LEVEL, "measure": MEASURE}
_CANDIDATES = 8
_OFFICES = f"""
SELECT DISTINCT ?resource ?title ?owner ?language WHERE {{
  ?resource a <{KG}Office> ; <{KG}ofCountry>|<{KG}ofOrganization>|<{KG}ofPlace> ?of .
  ?of <{RDFS}label>|<{SKOS}altLabel> ?owner .
  {{ ?resource <{KG}roleTitle> ?title }} UNION {{ ?resource <{KG}role>/(<{SKOS}prefLabel>|<{SKOS}altLabel>) ?title }}
  BIND(LANG(?title) AS ?language)
}}"""
_ISO = f"SELECT ?resource ?iso WHERE {{ ?resource a <{KG}Country> ; <{KG}iso> ?iso }}"


class Named(msgspec.Struct, frozen=True):
    """One name of a resource. `rank`: 0 its Vietnamese label, 1 its label in another language, 2 another name it is called by,
    3 a name of the lexicon or one made of a title and an owner, 4 a name of a whole group of roles (`Bộ trưởng` is a role and a group).
    """

    iri: str
    name: str
    rank: int


def base_of(store: Store) -> str:
    """The base IRI under which the data of this store stand."""
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and graph.value.endswith(MERGED):
            return graph.value.removesuffix(MERGED)
    return BASE


def named(store: Store, kind: str) -> list[Named]:
    """All names of the resources of a parameter type."""
    return sorted(set(_names(store, kind)), key=lambda entry: (entry.rank, entry.iri, entry.name))


def find(store: Store, kind: str, text: str) -> NamedNode:
    """The resource of type `kind` that `text` names.

    Raises `QueryError` where nothing has this name (with the nearest names) or several things do (with all of them).
    """
    if direct := _direct(store, kind, text):
        return direct
    entries = named(store, kind)
    for key in (_exact, search_key):
        wanted = key(text)
        matches = [entry for entry in entries if wanted and key(entry.name) == wanted]
        if matches:
            best = [entry.iri for entry in matches if entry.rank == matches[0].rank]
            if len(set(best)) == 1:
                return NamedNode(best[0])
            raise QueryError(f"{text!r} names more than one {kind}; give one of\n" + _listed(store, set(best), entries))
    raise QueryError(_not_found(store, kind, text, entries))


def _exact(text: str) -> str:
    return " ".join(fold(text).split())


def _direct(store: Store, kind: str, text: str) -> NamedNode | None:
    """The resource given by its IRI (`<…>` or bare), a prefixed name (`person:to-lam`), its identifier or an ISO code."""
    base = base_of(store)
    prefix, _, local = text.partition(":")
    namespace = data_prefixes(base).get(prefix)
    if text.startswith("<") and text.endswith(">"):
        candidates = [text[1:-1]]
    elif "://" in text:
        candidates = [text]
    elif namespace and local:
        candidates = [namespace + path_of(local)]
    elif kind in _CONCEPTS:
        candidates = [_CONCEPTS[kind] + path_of(text)]
    else:
        candidates = [base + path_of(text), f"{base}{kind}/{path_of(text)}"]
    for iri in candidates:
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        if next(iter(store.quads_for_pattern(node, NamedNode(RDF + "type"), None)), None):
            return node
    return None


def _names(store: Store, kind: str) -> Iterator[Named]:
    if kind in _CONCEPTS:
        wanted = _CONCEPTS[kind]
        roles = store.quads_for_pattern(None, NamedNode(SKOS + "topConceptOf"), NamedNode(ROLE.rstrip("/")))
        groups = {quad.subject.value for quad in roles if isinstance(quad.subject, NamedNode)}
        for entry in _labels(store, SKOS + "Concept"):
            if entry.iri.startswith(wanted):
                yield Named(entry.iri, entry.name, 4) if entry.iri in groups else entry
        return
    for name in KINDS[kind]:
        yield from _labels(store, KG + name)
        if name == "Country":
            yield from _of_lexicon(store)
        if name == "Office":
            yield from _of_offices(store)


def _labels(store: Store, class_iri: str) -> Iterator[Named]:
    for typed in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(class_iri)):
        for predicate in (RDFS + "label", SKOS + "altLabel"):
            for quad in store.quads_for_pattern(typed.subject, NamedNode(predicate), None):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    own = 0 if quad.object.language == "vi" else 1
                    yield Named(quad.subject.value, quad.object.value, own if predicate == RDFS + "label" else 2)


def _of_lexicon(store: Store) -> Iterator[Named]:
    iso_codes = {row[1].value: row[0].value for row in _rows(store, _ISO)}
    for country in load_lexicon().countries:
        if iri := iso_codes.get(country.iso):
            for name in (country.iso, country.name, country.name_en, *country.aliases, *country.short, *country.ambiguous):
                if name:
                    yield Named(iri, name, 3)


def _of_offices(store: Store) -> Iterator[Named]:
    """`Ngoại trưởng Hoa Kỳ`, `President of the United States`: every title of the role with every name of the owner."""
    for resource, title, owner, language in _rows(store, _OFFICES):
        of = " of " if language.value == "en" else " "
        yield Named(resource.value, f"{title.value}{of}{owner.value}", 3)


def _rows(store: Store, query: str) -> Iterator[tuple[NamedNode | Literal, ...]]:
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    for solution in solutions:
        yield tuple(solution)


def _listed(store: Store, iris: Iterable[str], entries: Iterable[Named]) -> str:
    base = base_of(store)
    label = {entry.iri: entry.name for entry in sorted(entries, key=lambda entry: -entry.rank)}
    shown = sorted(iris)
    lines = [f"  {_short(iri, base)}  ({label.get(iri, iri)})" for iri in shown[:_CANDIDATES]]
    return "\n".join([*lines, *([f"  … and {len(shown) - _CANDIDATES} more"] if len(shown) > _CANDIDATES else [])])


def _short(iri: str, base: str) -> str:
    for prefix, namespace in sorted(data_prefixes(base).items(), key=lambda pair: -len(pair[1])):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _not_found(store: Store, kind: str, text: str, entries: list[Named]) -> str:
    by_key: dict[str, Named] = {}
    for entry in entries:
        by_key.setdefault(search_key(entry.name), entry)
    wanted = search_key(text)
    words = set(wanted.split())
    near = [key for key in by_key if words and words <= set(key.split())] or difflib.get_close_matches(wanted, by_key, 5, 0.7)
    iris = list(dict.fromkeys(by_key[key].iri for key in near))
    if not iris:
        return f"no {kind} of this build is called {text!r}"
    return f"no {kind} of this build is called {text!r}; the nearest are\n" + _listed(store, iris, entries)
