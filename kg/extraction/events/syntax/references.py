"""Whom pronouns mean: `Ông` the person the last sentence was about, `hai nhà lãnh đạo` the two it joined, `hai bên` the two countries it named.

Goes through the sentences in order and gives each its clauses, with pronouns and descriptions as actors that carry what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kg.extraction.events.drafts import triggers
from kg.extraction.events.encounters.visits import read_visits
from kg.extraction.events.syntax.actors import Actor, Key, distinct, read_actors
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.syntax.descriptions import Leaders, description
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView

__all__ = ["read_clauses"]

TokenSpan = tuple[int, int]
_TOPIC = 3  # mentions from which on a person is what the article is about
_TOGETHER = frozenset({"với", "gặp", "tiếp", "đón", "chào", "đãi", "kiến", "mời", "cùng"})  # whom the subject meets is another
_MEET = ("Meeting", "PhoneCall")
_MEETS = frozenset({"gặp", "gỡ", "đàm", "kiến"})
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
    memory = _Memory(Leaders(links, key_of, country_of), _Titles(links, key_of), mentions)
    clauses: list[Clauses] = []
    for view in views:
        actors = read_actors(view, findings.get(view.index, ()), joined.get(view.index, ()), key_of)
        actors = memory.with_pronouns(view, actors)
        sentence = Clauses(view, actors, times[view.index] if times else (), memory.countries_meant(actors))
        named = [(f.start, key) for f in findings.get(view.index, ()) if f.kind == "country" and (key := key_of(f)) is not None]
        memory.remember(sentence, named)
        clauses.append(sentence)
    return clauses


class _Titles:
    """Who is meant by a title without a name, as far as one person alone bears it in the article (`Tổng thống cùng phu nhân …`)."""

    def __init__(self, links: Sequence[HoldingLink], key_of: Callable[[Found], Key | None]) -> None:
        self._bearers: dict[str, list[Key]] = {}
        for link in links:
            phrase, key = link.office.what, key_of(link.person)
            if isinstance(phrase, OfficePhrase) and phrase.status in ("current", "acting") and key is not None:
                bearers = self._bearers.setdefault(role_key(phrase.title), [])
                if key not in bearers:
                    bearers.append(key)

    def bearer(self, actor: Actor) -> tuple[Key, ...]:
        """The person whom a title that is an actor by itself means; the actor's own entities where it is no title."""
        if actor.kind != "unnamed":
            return actor.keys
        phrase = actor.head.what if actor.head is not None else None
        if not isinstance(phrase, OfficePhrase):
            return ()
        bearers = self._bearers.get(role_key(phrase.title), [])
        return tuple(bearers) if len(bearers) == 1 and phrase.status in ("current", "acting") else ()


class _Memory:
    """What the sentences so far were about."""

    def __init__(self, leaders: Leaders, titles: _Titles, mentions: Counter[int]) -> None:
        self.leaders = leaders
        self.titles = titles
        self.mentions = mentions
        self.subject: Key | None = None
        self.guest: Key | None = None
        self.persons: list[Key] = []
        self.gender: set[tuple[Key, str]] = set()
        self.pairs: list[tuple[Key, ...]] = []
        self.together: list[tuple[Key, ...]] = []
        self.countries: tuple[Key, ...] = ()
        self.two: tuple[Key, ...] = ()

    def with_pronouns(self, view: SentenceView, actors: list[Actor]) -> list[Actor]:
        """The actors with pronouns and descriptions among them; one that nothing explains stands there with no entity."""
        begins = {*words("leader").beginnings(view), *words("pronoun").beginnings(view)}
        if not begins:
            return actors
        out = list(actors)
        covered = {k for a in actors for k in range(a.start, a.end)}
        named = {k for a in actors for k in range(a.start, a.end) if a.kind != "unnamed"}
        marked = {a.start for a in actors if view.key(a.start) in ("từng", "vốn")}  # `Bà |từng làm Bí thư|`: the title's words begin with the verb
        stop = 0
        for i in sorted(begins):
            if i < stop:
                continue
            barred = words("not_pronoun").at(view, i)
            meant = None if i in named else self._described(view, i, actors)
            if meant is None or (barred is not None and barred[1] >= meant.end):
                found = None if i in covered or barred is not None else words("pronoun").at(view, i)
                if found is None or (found[0][0] == "person" and found[1] in covered - marked):
                    continue
                meant = self._pronoun(view, i, found[1], found[0][0], out)
                if found[0][0] == "person" and view.upper(meant.end):
                    stop = meant.end
                    continue
            out = [a for a in out if not i <= a.start < meant.end]
            out.append(meant)
            stop = meant.end
        return sorted(out, key=lambda a: a.start)

    def _described(self, view: SentenceView, i: int, actors: Sequence[Actor]) -> Actor | None:
        """`nhà lãnh đạo Ấn Độ`, `vị khách` at token i: the person; the country where none of those named can be its leader; else nobody."""
        described = description(view, i, actors)
        if described is None:
            return None
        iso, end = described
        people = [*self.persons, *(key for a in actors if a.kind == "person" and a.end <= i for key in a.keys)]
        meant = self.guest if iso == "" else self.leaders.of(iso, people)
        if meant is not None:
            return Actor(view.index, i, end, "pronoun", (meant,), None)
        known = all(self.leaders.country(key) is not None for key in people)
        return Actor(view.index, i, end, "unnamed", (("country", iso),) if known else (), None) if iso else None

    def _pronoun(self, view: SentenceView, i: int, stop: int, kind: str, actors: Sequence[Actor]) -> Actor:
        """The pronoun at tokens `[i, stop)` with what it means, and with the countries behind it that say which two leaders it means."""
        led = self._led(view, stop, actors) if kind == "persons" else None
        if kind == "countries" and _meeting_of(view, i, stop) and (two := self._two([a for a in actors if a.end <= i])):
            return Actor(view.index, i, stop, "pronoun", two, None)
        keys, end = led or (self._meant(kind, [a for a in actors if a.end <= i], view, i), stop)
        return Actor(view.index, i, end, "country" if kind == "countries" else "pronoun", keys, None)

    def _two(self, before: Sequence[Actor]) -> tuple[Key, ...]:
        """The two persons that `hai bên` means where it meets: those named before it, or those of whom the sentence before spoke together."""
        here = distinct(key for a in sorted(before, key=lambda a: a.start) if a.kind in ("person", "pronoun") for key in a.keys)
        if len(here) == 2:
            return here
        return self.two if all(key in self.two for key in here) else ()

    def _led(self, view: SentenceView, i: int, actors: Sequence[Actor]) -> tuple[tuple[Key, ...], int] | None:
        """`hai nhà lãnh đạo |Mỹ, Triều Tiên|`: those who lead the two countries named behind it."""
        behind = [a for a in actors if a.start >= i and a.kind == "country"][:2]
        if len(behind) != 2 or behind[0].start != i or behind[1].start > behind[0].end + 1:
            return None
        if view.key(behind[0].end) not in {",", "-", "–", "và"}:
            return None
        countries = [str(c[1]) for a in behind for c in a.keys if isinstance(c, tuple)]
        leading = [self.leaders.of(iso, self.persons) for iso in countries]
        for pair in reversed(self.together):
            others = [{self.leaders.country(key)} - {None} for key in pair]
            if any(key in leading for key in pair) and all(not iso or iso <= set(countries) for iso in others):
                return pair, behind[1].end
        keys = distinct(key for key in leading if key is not None)
        return (keys if len(keys) == 2 else (), behind[1].end)

    def _meant(self, kind: str, before: Sequence[Actor], view: SentenceView, i: int) -> tuple[Key, ...]:
        """The entities that the pronoun at token i means; `before` are the actors before it in its sentence."""
        word = view.key(i)
        here = [key for a in sorted(before, key=lambda a: a.start) if a.kind in ("person", "pronoun") for key in a.keys]
        if kind == "person":
            persons = sorted((a for a in before if a.kind in ("person", "unnamed")), key=lambda a: a.start)
            free = [a for a in persons if a.start == 0 or view.tokens[a.start - 1].kind == "sign"]
            if free and free[0].kind == "unnamed" and view.key(i - 1) not in _TOGETHER:
                return self.titles.bearer(free[0])  # nobody else is meant where the subject is a title whose bearer is not known
            named = [a for a in persons if a.kind == "person" and len(a.keys) == 1 and not self._other_gender(a.keys[0], word)]
            subjects = [a for a in named if view.key(a.start - 1) not in _OBLIQUE]
            if subjects and view.key(i - 1) in _TOGETHER:
                # `A hội đàm với |ông|`: nobody meets himself
                named = [a for a in named if a.keys != subjects[-1].keys]
                subjects = subjects[:-1]
                if not subjects and not named:
                    other = self.subject if self.subject is not None and not self._other_gender(self.subject, word) else None
                    return (other,) if other is not None and all(other not in a.keys for a in before) else ()
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
            return self.pairs[-1] if self.pairs and all(key in self.pairs[-1] for key in named_here) else ()
        return self.countries_meant(before)

    def _other_gender(self, key: Key, word: str) -> bool:
        """`bà` does not mean whom the article calls `ông`."""
        opposite = {"ông": "bà", "bà": "ông"}.get(word)
        return opposite is not None and (key, opposite) in self.gender and (key, word) not in self.gender

    def countries_meant(self, actors: Sequence[Actor]) -> tuple[Key, ...]:
        """The two countries that `hai nước`, `hai bên` mean: those named before it, those whose leaders stand there, those a sentence named last."""
        named = distinct(key for a in actors if a.kind == "country" for key in a.keys)
        if len(named) == 2:
            return named
        led = self._led_by(actors)
        if len(led) == 2:
            return led
        both = distinct([*named, *led])  # `Với |Peru|, chuyến thăm của |Chủ tịch nước A| diễn ra khi hai nước …`
        return both if len(named) == len(led) == 1 and len(both) == 2 else self.countries

    def _led_by(self, actors: Sequence[Actor]) -> tuple[Key, ...]:
        """The countries that the persons among the actors act for."""
        return distinct(("country", iso) for a in actors if a.kind == "person" for key in a.keys if (iso := self.leaders.country(key)) is not None)

    def remember(self, sentence: Clauses, countries_named: Sequence[tuple[int, Key]]) -> None:
        """Take note of the sentence's subject, of the two persons that it joins, and of the countries it names."""
        for actor in sentence.actors:
            if actor.kind == "person" and actor.keys:
                self._latest(self.persons, actor.keys[0])
                if actor.head is not None:
                    self._notice(sentence, actor, actor.head)
        where = [a.start for g in sentence.groups if g.position == "aside" or g.governor in ("tại", "ở") for a in g.actors]
        named = distinct(key for start, key in countries_named if start not in where)
        led = self._led_by(sentence.actors)
        pair = next((keys for keys in (named, led) if len(keys) == 2), None)
        if pair is not None:
            self.countries = pair
        if sentence.view.sentence.block == "caption":
            return
        self._notice_guest(sentence)
        persons = distinct([k for a in sentence.actors if a.kind in ("person", "pronoun") and len(a.keys) == 1 for k in a.keys])
        if len(persons) == 2 and _joined(sentence):
            self.pairs.append(persons)
            self.two = persons
        elif len(named) == 2 or any(key not in self.two for key in persons):
            self.two = ()
        self.together += [g.keys for g in sentence.groups if len(g.actors) == len(g.keys) == 2 and g.personal]
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
        for trigger in triggers(sentence) if words("visiting").beginnings(sentence.view) else ():
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
        title = next((g for g in sentence.groups if g.personal and g.position == "subject"), None)
        if title is not None and title.actors[0].kind == "unnamed":
            return next(iter(self.titles.bearer(title.actors[0])), None)
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


def _meeting_of(view: SentenceView, i: int, stop: int) -> bool:
    """`cuộc gặp của |hai bên|`, `|Hai bên| đã hội đàm`: whether the pronoun at tokens `[i, stop)` is of those who meet."""
    noun = event_verbs().ending(view, i - 1) if view.key(i - 1) in {"của", "giữa"} else None
    while (aside := words("auxiliary").at(view, stop)) is not None:
        stop = aside[1]
    verb = event_verbs().at(view, stop)
    meets = verb is not None and view.key(verb[1] - 1) in _MEETS and any(r.event in _MEET and r.frame in ("direct", "with") for r in verb[0])
    return meets or (noun is not None and any(r.event in _MEET and r.frame == "noun" for r in noun[0]))


def _joined(sentence: Clauses) -> bool:
    """Whether the sentence says something of two persons together: one of them is its subject, and they are no couple."""
    told = [g for g in sentence.groups if g.personal and g.keys]
    couple = any("phu nhân" in sentence.view.surface(max(a.start - 2, 0), a.end).lower() for g in told for a in g.actors)
    return not couple and any(g.position == "subject" and g.governor not in ("rồi", "và") for g in told)
