"""Whom pronouns mean: `Ông` the person the last sentence was about, `hai nhà lãnh đạo` the two named last, `hai bên` the two countries named last.

Goes through the sentences in order and gives each its clauses, with pronouns as actors that carry what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.events.actors import Actor, Key, distinct, read_actors
from kg.extraction.events.clauses import Clauses
from kg.extraction.events.tables import words
from kg.extraction.found import Found, HoldingLink
from kg.extraction.view import SentenceView

__all__ = ["read_clauses"]

TokenSpan = tuple[int, int]
_OBLIQUE = frozenset({"với", "của", "cho", "theo", "tới", "gặp", "tiếp", "bởi", "thay", "và"})


def read_clauses(
    views: Sequence[SentenceView],
    found: Sequence[Found],
    links: Sequence[HoldingLink],
    key_of: Callable[[Found], Key | None],
    times: Sequence[Sequence[TokenSpan]] = (),
    country_of: Callable[[Key], str | None] = lambda key: None,
) -> list[Clauses]:
    """The clauses of each sentence; `times` are the token spans of time expressions by sentence, `country_of` the country a person acts for."""
    findings: dict[int, list[Found]] = {}
    for finding in found:
        findings.setdefault(finding.sentence, []).append(finding)
    joined: dict[int, list[HoldingLink]] = {}
    for link in links:
        joined.setdefault(link.office.sentence, []).append(link)
    memory = _Memory(country_of)
    clauses: list[Clauses] = []
    for view in views:
        actors = read_actors(view, findings.get(view.index, ()), joined.get(view.index, ()), key_of)
        actors = memory.with_pronouns(view, actors)
        sentence = Clauses(view, actors, times[view.index] if times else (), memory.countries_meant(actors))
        memory.remember(sentence, [key for f in findings.get(view.index, ()) if f.kind == "country" and (key := key_of(f)) is not None])
        clauses.append(sentence)
    return clauses


class _Memory:
    """What the sentences so far were about."""

    def __init__(self, country_of: Callable[[Key], str | None]) -> None:
        self.country_of = country_of
        self.subject: Key | None = None
        self.persons: list[Key] = []
        self.gender: set[tuple[Key, str]] = set()
        self.pair: tuple[Key, ...] = ()
        self.countries: list[Key] = []

    def with_pronouns(self, view: SentenceView, actors: list[Actor]) -> list[Actor]:
        """The actors with pronouns among them; a pronoun that nothing explains stands there with no entity."""
        covered = {k for a in actors for k in range(a.start, a.end)}
        out = list(actors)
        i = 0
        while i < len(view):
            found = None if i in covered else words("pronoun").at(view, i)
            if found is None or words("not_pronoun").at(view, i) is not None or (found[1] in covered and found[0][0] == "person"):
                i += 1
                continue
            keys = self._meant(found[0][0], [a for a in out if a.end <= i], view, view.key(i))
            if found[0][0] != "person" or not view.upper(found[1]):
                out.append(Actor(view.index, i, found[1], "country" if found[0][0] == "countries" else "pronoun", keys, None))
            i = found[1]
        return sorted(out, key=lambda a: a.start)

    def _meant(self, kind: str, before: Sequence[Actor], view: SentenceView, word: str) -> tuple[Key, ...]:
        here = [key for a in sorted(before, key=lambda a: a.start) if a.kind in ("person", "pronoun") for key in a.keys]
        if kind == "person":
            named = [a for a in before if a.kind == "person" and len(a.keys) == 1 and not self._other_gender(a.keys[0], word)]
            subjects = [a for a in named if view.key(a.start - 1) not in _OBLIQUE]
            same = [a for a in before if a.kind == "pronoun" and len(a.keys) == 1 and view.key(a.start) == word]
            if same and not subjects:
                return same[-1].keys  # `ông và Tổng thống A công bố …; ông hội đàm với B`: the first `ông` is the second
            if subjects or named:
                return (subjects or named[-1:])[0].keys
            return (self.subject,) if self.subject is not None and not self._other_gender(self.subject, word) else ()
        if kind == "persons":
            named_here = distinct(here)
            if len(named_here) == 2:
                return named_here
            return self.pair if len(self.pair) == 2 else tuple(self.persons[-2:]) if len(self.persons) >= 2 else ()
        return self.countries_meant(before)

    def _other_gender(self, key: Key, word: str) -> bool:
        """`bà` does not mean whom the article calls `ông`."""
        opposite = {"ông": "bà", "bà": "ông"}.get(word)
        return opposite is not None and (key, opposite) in self.gender and (key, word) not in self.gender

    def countries_meant(self, actors: Sequence[Actor]) -> tuple[Key, ...]:
        """The two countries that `hai nước`, `hai bên` mean: those named before it, those whose leaders stand there, those named last."""
        named = distinct(key for a in actors if a.kind == "country" for key in a.keys)
        if len(named) == 2:
            return named
        led = distinct(("country", iso) for a in actors if a.kind == "person" for key in a.keys if (iso := self.country_of(key)) is not None)
        if len(led) == 2:
            return led
        return tuple(self.countries[-2:]) if len(self.countries) >= 2 else ()

    def remember(self, sentence: Clauses, countries_named: Sequence[Key]) -> None:
        """Take note of the sentence's subject, of the two persons that it joins, and of the countries it names."""
        for actor in sentence.actors:
            if actor.kind == "person" and actor.keys:
                self._latest(self.persons, actor.keys[0])
                if actor.head is not None and actor.head.honorific.lower() in ("ông", "bà"):
                    self.gender.add((actor.keys[0], actor.head.honorific.lower()))
        countries = distinct(countries_named)
        if len(countries) == 2:
            for key in countries:
                self._latest(self.countries, key)
        elif len(countries) == 1:
            self._latest(self.countries, countries[0])
        if sentence.view.sentence.block == "caption":
            return
        persons = distinct([k for a in sentence.actors if a.kind == "person" for k in a.keys])
        if len(persons) == 2:
            self.pair = persons
        subject = next((g for g in sentence.groups if g.personal and g.position == "subject" and g.keys), None)
        if subject is None:
            subject = next((g for g in sentence.groups if g.personal and g.governor == "theo" and g.keys), None)
        if subject is not None:
            self.subject = subject.keys[0]

    def _latest(self, memory: list[Key], key: Key) -> None:
        if key in memory:
            memory.remove(key)
        memory.append(key)
