"""Every form of every lexicon table found in a sentence in one pass (Aho–Corasick over look-up keys of tokens).

Comes in: the tokens of a sentence. Goes out: hits on token positions, longest first at each position. A hit says only that the form
stands there; whether it means the row is decided by the grammars that read the hits.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from kg.language import Token, token_keys
from kg.lexicon import Lexicon, load_lexicon

__all__ = ["Gazetteer", "Hit", "load_gazetteer"]


_HYPHEN = "-"
_DASHES = frozenset({"-", "–"})  # `Lao động – Thương binh và Xã hội` is written with either


class Hit(NamedTuple):
    """A form of a lexicon row at tokens `[start, end)`; `kind` names the table, `row` is the typed row."""

    kind: str
    row: object
    start: int
    end: int


class Form(NamedTuple):
    """A form of a row of the table `kind`, and whether it must be written in capitals (acronyms)."""

    kind: str
    row: object
    caps: bool


def _forms(lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
    """Every form with its look-up keys, a space before and after each."""

    def give(kind: str, row: object, names: Sequence[str]) -> Iterator[tuple[str, Form]]:
        for name in names:
            if name:
                keys = [_HYPHEN if key in _DASHES else key for key in token_keys(name)]
                caps = len(keys) == 1 and name.upper() == name and len(name) <= 8
                yield " ".join(("", *keys, "")), Form(kind, row, caps)

    for country in lexicon.countries:
        yield from give("country", country, (country.name, *country.aliases))
        yield from give("short", country, country.short)
    for place in lexicon.places:
        yield from give("place", place, (place.name, *place.aliases))
    for organization in lexicon.organizations:
        yield from give("organization", organization, (organization.name, *organization.aliases, *organization.acronyms))
    for head in lexicon.organization_heads:
        yield from give("organization_head", head, (head.head,))
    for domain in lexicon.domains:
        yield from give("domain", domain, (domain.domain, *domain.aliases))
    for agreement in lexicon.agreements:
        yield from give("agreement", agreement, (agreement.name, *agreement.aliases, *agreement.acronyms))
    for agreement_head in lexicon.agreement_heads:
        yield from give("agreement_head", agreement_head, (agreement_head.head,))
    for role in lexicon.roles:
        yield from give("role", role, (role.title, *role.aliases))
    for status in lexicon.status_words:
        yield from give("status", status, (status.word,))
    for title in lexicon.title_words:
        yield from give("title_word", title, (title.word,))
    for person in lexicon.people:
        yield from give("person", person, (person.name, *person.aliases))


class Gazetteer:
    """All forms of a lexicon, compiled once a process."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        forms: dict[str, list[Form]] = {}
        for key, form in _forms(lexicon):
            bucket = forms.setdefault(key, [])
            if not any(f.kind == form.kind and f.row is form.row for f in bucket):
                bucket.append(form)
        self._automaton = ahocorasick.Automaton()
        for key, bucket in forms.items():
            self._automaton.add_word(key, (len(key) - 2, tuple(bucket)))
        if forms:
            self._automaton.make_automaton()

    def hits(self, tokens: Sequence[Token]) -> dict[int, list[Hit]]:
        """Hits by the token they begin at, longest first. Acronyms hit only where they are written in capitals."""
        found: dict[int, list[Hit]] = {}
        if not tokens:
            return found
        positions: dict[int, int] = {}
        ends: dict[int, int] = {}
        length = 1
        for index, token in enumerate(tokens):
            positions[length] = index
            length += len(token.key)
            ends[length] = index + 1
            length += 1
        line = " " + " ".join(_HYPHEN if t.key in _DASHES else t.key for t in tokens) + " "
        for last, (size, bucket) in self._automaton.iter(line):
            start, end = positions[last - size], ends[last]
            for form in bucket:
                if form.caps and not tokens[start].caps:
                    continue
                found.setdefault(start, []).append(Hit(form.kind, form.row, start, end))
        for hits in found.values():
            hits.sort(key=lambda hit: -hit.end)
        return found


@functools.lru_cache(maxsize=2)
def load_gazetteer(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer of the package's lexicon with a user's folders laid over it."""
    return Gazetteer(load_lexicon(extra))
