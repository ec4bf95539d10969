"""Whom pronouns mean: `Ông` the person the last sentence was about, `hai nhà lãnh đạo` the two it joined, `hai bên` the two countries named last.

Goes through the sentences in order and gives each its clauses, with pronouns and descriptions as actors that carry what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kg.extraction.events.actors import Actor, Key, distinct, read_actors
from kg.extraction.events.clauses import Clauses, Group
from kg.extraction.events.descriptions import Leaders, description
from kg.extraction.events.drafts import triggers
from kg.extraction.events.tables import words
from kg.extraction.events.visits import read_visits
from kg.extraction.found import Found, HoldingLink
from kg.extraction.view import SentenceView

__all__ = ["read_clauses"]

TokenSpan = tuple[int, int]
_TOPIC = 4  # mentions from which on a person is what the article is about
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
    mentions = Counter(id(key) for f in found if f.kind == "person" and (key := key_of(f)) is not None)
    memory = _Memory(Leaders(links, key_of, country_of), mentions)
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

    def __init__(self, leaders: Leaders, mentions: Counter[int]) -> None:
        self.leaders = leaders
        self.mentions = mentions
        self.subject: Key | None = None
        self.guest: Key | None = None
        self.persons: list[Key] = []
        self.gender: set[tuple[Key, str]] = set()
        self.pair: tuple[Key, ...] = ()
        self.countries: list[Key] = []

    def with_pronouns(self, view: SentenceView, actors: list[Actor]) -> list[Actor]:
        """The actors with pronouns and descriptions among them; one that nothing explains stands there with no entity."""
        out = list(actors)
        covered = {k for a in actors for k in range(a.start, a.end)}
        i = 0
        while i < len(view):
            described = None if i in covered else description(view, i, actors)
            if described is not None and words("not_pronoun").at(view, i) is None:
                iso, end = described
                meant = self.guest if iso == "" else self.leaders.of(iso, self.persons)
                if meant is not None:
                    out = [a for a in out if not i <= a.start < end]
                    out.append(Actor(view.index, i, end, "pronoun", (meant,), None))
                    i = end
                    continue
            found = None if i in covered else words("pronoun").at(view, i)
            if found is None or words("not_pronoun").at(view, i) is not None or (found[1] in covered and found[0][0] == "person"):
                i += 1
                continue
            end = found[1]
            keys: tuple[Key, ...] = ()
            if found[0][0] == "persons" and (led := self._led(view, end, actors)) is not None:
                keys, end = led
            keys = keys or self._meant(found[0][0], [a for a in out if a.end <= i], view, view.key(i))
            if found[0][0] != "person" or not view.upper(end):
                out = [a for a in out if not i <= a.start < end]
                out.append(Actor(view.index, i, end, "country" if found[0][0] == "countries" else "pronoun", keys, None))
            i = end
        return sorted(out, key=lambda a: a.start)

    def _led(self, view: SentenceView, i: int, actors: Sequence[Actor]) -> tuple[tuple[Key, ...], int] | None:
        """`hai nhà lãnh đạo |Mỹ, Triều Tiên|`: those who lead the two countries named behind it."""
        behind = [a for a in actors if a.start >= i and a.kind == "country"][:2]
        if len(behind) != 2 or behind[0].start != i or behind[1].start > behind[0].end + 1:
            return None
        if view.key(behind[0].end) not in {",", "-", "–", "và"}:
            return None
        keys = distinct(key for a in behind for c in a.keys if isinstance(c, tuple) and (key := self.leaders.of(c[1], self.persons)) is not None)
        return (keys if len(keys) == 2 else (), behind[1].end)

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
            return self.pair if len(self.pair) == 2 and all(key in self.pair for key in named_here) else ()
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
        led = distinct(("country", iso) for a in actors if a.kind == "person" for key in a.keys if (iso := self.leaders.country(key)) is not None)
        if len(led) == 2:
            return led
        return tuple(self.countries[-2:]) if len(self.countries) >= 2 else ()

    def remember(self, sentence: Clauses, countries_named: Sequence[Key]) -> None:
        """Take note of the sentence's subject, of the two persons that it joins, and of the countries it names."""
        for actor in sentence.actors:
            if actor.kind == "person" and actor.keys:
                self._latest(self.persons, actor.keys[0])
                if actor.head is not None:
                    self._notice(sentence, actor, actor.head)
        countries = distinct(countries_named)
        if len(countries) == 2:
            for key in countries:
                self._latest(self.countries, key)
        elif len(countries) == 1:
            self._latest(self.countries, countries[0])
        if sentence.view.sentence.block == "caption":
            return
        self._notice_guest(sentence)
        persons = distinct([k for a in sentence.actors if a.kind == "person" for k in a.keys])
        if len(persons) == 2:
            self.pair = persons
        self.subject = self._subject(sentence)

    def _notice(self, sentence: Clauses, actor: Actor, name: Found) -> None:
        """How a person is called: `ông`, `bà`, `nhà lãnh đạo Triều Tiên`, `người đồng cấp Ấn Độ` of somebody who leads a country."""
        view = sentence.view
        if name.honorific.lower() in ("ông", "bà"):
            self.gender.add((actor.keys[0], name.honorific.lower()))
        counterpart = words("counterpart").at(view, actor.start) is not None and any(self.leaders.leads(k) for a in sentence.actors for k in a.keys)
        if counterpart or words("leader").at(view, actor.start) is not None:
            owner = next((c for k in range(actor.start, name.start) if (c := view.country(k)) is not None), None)
            if owner is not None:
                self.leaders.called(actor.keys[0], owner[0].iso)

    def _notice_guest(self, sentence: Clauses) -> None:
        """Whose visit the sentence tells: `vị khách` further on is the visitor."""
        for trigger in triggers(sentence):
            if trigger.row("Visit", "visit", "noun") is not None:
                for draft in read_visits(sentence, trigger):
                    visitors = [p.key for p in draft.parts if p.role == "agent"]
                    self.guest = visitors[0] if visitors else self.guest

    def _subject(self, sentence: Clauses) -> Key | None:
        """Whom `Ông` at the head of the next sentence would mean.

        The subject; if that is no person, the one person whom the sentence is about; if it is one whom the article names only there
        while the person it names most stands beside (`Bộ trưởng A đón ông B`), that other.
        """
        named = [g for g in sentence.groups if g.personal and g.keys]
        subject = next((g for g in named if g.position == "subject"), None) or next((g for g in named if g.governor == "theo"), None)
        persons = distinct(key for g in named for key in g.keys)
        if subject is None:
            return self._object(named, persons)
        key = subject.keys[0]
        most = max(persons, key=lambda k: self.mentions[id(k)])
        peripheral = self.mentions[id(key)] == 1 and len(subject.keys) == 1 and self.mentions[id(most)] >= _TOPIC
        return most if peripheral else key

    def _object(self, named: Sequence[Group], persons: tuple[Key, ...]) -> Key | None:
        if not persons or (self.subject is not None and self.subject in persons):
            return self.subject
        if len(persons) == 1 and any(g.position == "object" or g.governor == "của" for g in named):
            return persons[0]
        return self.subject

    def _latest(self, memory: list[Key], key: Key) -> None:
        if key in memory:
            memory.remove(key)
        memory.append(key)
