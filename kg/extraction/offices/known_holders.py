"""Whether the tables know that a person has held an office, at whatever time: tells whose the name behind `trợ lý Chủ tịch Quốc hội` is.

Comes in: a name and an office's title. Goes out: yes or no, from `terms_of_office.tsv`.
"""

from __future__ import annotations

import functools

from kg.extraction.offices.roles import role_key
from kg.extraction.persons.index import name_words
from kg.lexicon import TermRow

__all__ = ["has_held", "states_of"]


def has_held(terms: tuple[TermRow, ...], name: str, title: str) -> bool:
    """Whether one of the terms is the person's in an office of this title; `name` is written in full."""
    return (name_words(name), role_key(title)) in _holders(terms)


@functools.lru_cache(maxsize=2)
def _holders(terms: tuple[TermRow, ...]) -> frozenset[tuple[tuple[str, ...], str]]:
    return frozenset((name_words(row.person), role_key(row.role)) for row in terms)


def states_of(terms: tuple[TermRow, ...], name: str) -> frozenset[str]:
    """ISO codes of the countries that the person has held offices of; empty for whom the tables do not have. `name` is written in full."""
    return _states(terms).get(name_words(name), frozenset())


@functools.lru_cache(maxsize=2)
def _states(terms: tuple[TermRow, ...]) -> dict[tuple[str, ...], frozenset[str]]:
    states: dict[tuple[str, ...], set[str]] = {}
    for row in terms:
        if len(row.of) == len("VN"):  # the others are of a body
            states.setdefault(name_words(row.person), set()).add(row.of)
    return {name: frozenset(isos) for name, isos in states.items()}
