"""What came, went and changed between two builds: two build folders in, the conclusions of each kind that only one has, or tells otherwise, out.

Conclusions are the same where their identifiers are, whatever the bases; who takes part in an event is told with the event. Claims are
no conclusions: that an article says once more what is known is a change of the number of reports alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from pyoxigraph import Literal, NamedNode, Store

from kg.graph import open_store
from kg.graph.concepts import event_classes, ontology_triples
from kg.graph.dataset import MERGED
from kg.graph.namespaces import KG, RDF, RDFS
from kg.query.lookup import base_of

__all__ = ["KINDS", "Change", "Difference", "Item", "difference"]

_CLASSES = {
    "articles": ("Article",),
    "people": ("Person", "BackgroundDeath"),
    "countries": ("Country",),
    "organizations": ("Organization", "OrganizationChange"),
    "places": ("Place",),
    "agreements": ("Agreement",),
    "offices": ("Office",),
    "holdings": ("OfficeHolding", "BackgroundTerm"),
    "events": ("Event", *sorted(event_classes())),
    "relations": ("BilateralRelation",),
    "statistics": ("Statistic",),
    "titles": ("TitleReading",),
    "contradictions": ("Contradiction",),
}
KINDS = tuple(_CLASSES)
_KIND_OF = {name: kind for kind, names in _CLASSES.items() for name in names}
_TYPE, _LABEL = RDF + "type", RDFS + "label"
_UNTOLD = {_TYPE, _LABEL, KG + "attestedBy"}


class Item(msgspec.Struct, frozen=True):
    """A conclusion, or an article, by its identifier without the base and its Vietnamese label."""

    id: str
    label: str


class Change(msgspec.Struct, frozen=True):
    """What one build tells of `property` of an item and the other does not; empty where it tells nothing."""

    item: Item
    property: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """Of one kind of `KINDS`: what only the new build has, what only the old one had, what is told otherwise."""

    kind: str
    came: tuple[Item, ...]
    went: tuple[Item, ...]
    changed: tuple[Change, ...]


class _Told(NamedTuple):
    """A build: kind → identifier → label, and identifier → property → what is told."""

    items: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Mapping[str, frozenset[str]]]


def difference(old: str | Path, new: str | Path, kinds: Iterable[str] = KINDS) -> list[Difference]:
    """What came, went and changed from the build in `old` to that in `new`, for each of `kinds` in the order of `KINDS`.

    Raises `StoreError` where one of the folders holds no build.
    """
    before, after = _told(open_store(Path(old))), _told(open_store(Path(new)))
    wanted = set(kinds)
    return [_of_kind(kind, before, after) for kind in KINDS if kind in wanted]


def _of_kind(kind: str, before: _Told, after: _Told) -> Difference:
    one, other = before.items.get(kind, {}), after.items.get(kind, {})
    changed = []
    for name in sorted(one.keys() & other.keys()):
        was, is_ = before.facts.get(name, {}), after.facts.get(name, {})
        for told in sorted(was.keys() | is_.keys()):
            gone, come = (tuple(sorted(a.get(told, frozenset()) - b.get(told, frozenset()))) for a, b in ((was, is_), (is_, was)))
            if gone or come:
                changed.append(Change(Item(name, other[name]), told, gone, come))
    came = tuple(Item(name, other[name]) for name in sorted(other.keys() - one.keys()))
    went = tuple(Item(name, one[name]) for name in sorted(one.keys() - other.keys()))
    return Difference(kind, came, went, tuple(changed))


def _told(store: Store) -> _Told:
    base = base_of(store)
    merged: defaultdict[str, defaultdict[str, set[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(set))
    for quad in store.quads_for_pattern(None, None, None, NamedNode(base + MERGED)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            merged[quad.subject.value][quad.predicate.value].add(quad.object)
    for quad in store.quads_for_pattern(None, NamedNode(_TYPE), NamedNode(KG + "Article")):
        if isinstance(quad.subject, NamedNode):
            merged[quad.subject.value][_TYPE].add(NamedNode(KG + "Article"))
            for named in store.quads_for_pattern(quad.subject, NamedNode(_LABEL), None):
                if isinstance(named.object, Literal):
                    merged[quad.subject.value][_LABEL].add(named.object)
    labels = {iri: _vietnamese(facts[_LABEL]) for iri, facts in merged.items() if facts.get(_LABEL)}
    properties = _property_names()

    def in_words(term: NamedNode | Literal) -> str:
        return labels.get(term.value, term.value.removeprefix(base)) if isinstance(term, NamedNode) else term.value

    items: defaultdict[str, dict[str, str]] = defaultdict(dict)
    facts: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, told in merged.items():
        name = iri.removeprefix(base)
        class_name = next((node.value.removeprefix(KG) for node in told.get(_TYPE, ()) if node.value.startswith(KG)), "")
        if class_name == "Participation":
            for event in told[KG + "event"]:
                who = ", ".join(sorted(in_words(part) for part in told[KG + "participant"]))
                role = ", ".join(sorted(in_words(part) for part in told[KG + "roleType"]))
                acting = "".join(f", {in_words(part)}" for part in sorted(told.get(KG + "actingAs", ()), key=str))
                facts[event.value.removeprefix(base)]["participant"].add(f"{who} ({role}{acting})")
        elif class_name in _KIND_OF:
            items[_KIND_OF[class_name]][name] = labels.get(iri, name)
            for predicate, values in told.items():
                if predicate not in _UNTOLD:
                    facts[name][properties.get(predicate, predicate)].update(in_words(value) for value in values)
    frozen = {name: {told: frozenset(values) for told, values in those.items()} for name, those in facts.items()}
    return _Told(items, frozen)


def _vietnamese(labels: Iterable[NamedNode | Literal]) -> str:
    return min((one for one in labels if isinstance(one, Literal)), key=lambda one: (one.language != "vi", one.value)).value


def _property_names() -> dict[str, str]:
    return {
        triple.subject.value: triple.object.value
        for triple in ontology_triples()
        if isinstance(triple.subject, NamedNode)
        and triple.predicate.value == _LABEL
        and isinstance(triple.object, Literal)
        and triple.object.language == "en"
    }
