"""A question as a lattice: between its words lie edges, each a class of words, a period, a name or an office that begins and ends there.

Several readings of a stretch stand side by side; which of them the question means is for the constructions to say.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kg.ask.answer import Language
from kg.ask.dates import Period, periods
from kg.ask.names import SHORT, Name, Names
from kg.ask.tables import words
from kg.language.folding import fold, search_key
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["Edge", "Lattice", "lattice_of"]

_WORD = re.compile(r"[^\W_]+")
_FOREIGN_SIGN = re.compile(r"[^\w\s.,;:?!'’‘\"“”()\-–—/…&]|_")
_OWN = "VN"
_OTHER_NAME = 2
"""The rank from which on a name is not the label of the thing (`kg.query.lookup`)."""
_ARTICLES = {"the", "nước", "nuoc"}
_WITH_ARTICLE = {"COUNTRY", "OFFICE", "ORGANIZATION", "PLACE", "AGREEMENT", "TITLE", "LEADER", "LEVEL"}


class Edge(NamedTuple):
    """Words `[start, end)` read as `kind`: a class of `words.tsv`, PERIOD, or a kind of name in capitals.

    `iris` are what is named: one thing, or for an OFFICE all offices the words mean, or for a PERSON all who may be meant.
    """

    start: int
    end: int
    kind: str
    language: str = ""
    iris: tuple[str, ...] = ()
    period: Period | None = None


class Lattice(NamedTuple):
    """The words of a question (character offsets in `spans`) and the edges by the word at which they begin."""

    text: str
    spans: tuple[tuple[int, int], ...]
    edges: dict[int, tuple[Edge, ...]]
    foreign: tuple[str, ...]
    """Signs that no question has; one of them and the question is not understood."""

    def word(self, index: int) -> str:
        """Word `index` as written."""
        start, end = self.spans[index]
        return self.text[start:end]

    @property
    def language(self) -> Language:
        """The language of more of the words; Vietnamese where it is not clear."""
        told_by = self._told_by()
        return "en" if self.text.isascii() and len(told_by["en"]) > len(told_by["vi"]) else "vi"

    @property
    def language_is_clear(self) -> bool:
        """Whether signs, or more words of one language than of the other, tell which it is; names and `ai` alone do not."""
        told_by = self._told_by()
        return not self.text.isascii() or len(told_by["en"]) != len(told_by["vi"])

    def _told_by(self) -> dict[str, set[int]]:
        """The words of each language; one of no table that cannot be a Vietnamese syllable, such as `tariffs`, is English."""
        told_by: dict[str, set[int]] = {"vi": set(), "en": set()}
        known: set[int] = set()
        for edges in self.edges.values():
            for edge in edges:
                known.update(range(edge.start, edge.end))
                if edge.language in told_by:
                    told_by[edge.language].update(range(edge.start, edge.end))
        for at in set(range(len(self.spans))) - known:
            told_by["vi" if is_vietnamese_syllable(self.word(at)) else "en"].add(at)
        return told_by


def lattice_of(text: str, names: Names) -> Lattice:
    """The lattice of a question (NFC, one line)."""
    return _Reader(text, names).read()


class _Reader:
    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.spans = tuple(match.span() for match in _WORD.finditer(text))
        self.folds = [fold(text[start:end]) for start, end in self.spans]
        self.keys = [search_key(word) for word in self.folds]
        self.accented = not text.isascii() and any(key != folded for key, folded in zip(self.keys, self.folds, strict=True))
        self.edges: dict[int, list[Edge]] = defaultdict(list)

    def read(self) -> Lattice:
        size = len(self.spans)
        for edge in self._periods():
            self._add(edge)
        for start in range(size):
            for end in range(start + 1, min(size, start + self.names.longest) + 1):
                self._read(start, end)
        self._with_articles()
        self._offices()
        self._with_articles()
        self._people_with_titles()
        foreign = tuple(dict.fromkeys(_FOREIGN_SIGN.findall(self.text)))
        return Lattice(self.text, self.spans, {at: tuple(dict.fromkeys(found)) for at, found in self.edges.items()}, foreign)

    def _add(self, edge: Edge) -> None:
        self.edges[edge.start].append(edge)

    def _periods(self) -> Iterator[Edge]:
        begins = {start: k for k, (start, _) in enumerate(self.spans)}
        ends = {end: k + 1 for k, (_, end) in enumerate(self.spans)}
        for period in periods(self.text):
            if period.start in begins and period.end in ends:
                yield Edge(begins[period.start], ends[period.end], "PERIOD", period=period)

    def _read(self, start: int, end: int) -> None:
        key = " ".join(self.keys[start:end])
        folded = " ".join(self.folds[start:end])
        exact = self.accented and (not folded.isascii() or end - start == 1)
        for language, word_class, form in _classes().get(key, ()):
            if not self.accented or form == folded:
                self._add(Edge(start, end, word_class, language))
        found = [name for name in self.names.by_key.get(key, ()) if not exact or _plain(name.form) == folded]
        is_a_label = any(name.kind == "country" and name.rank == 0 for name in found)
        for kind in dict.fromkeys(name.kind for name in found):
            named = [name for name in found if name.kind == kind]
            if is_a_label and min(name.rank for name in named) >= _OTHER_NAME:
                continue  # a body that some article calls `Việt Nam` for short: the country is meant
            self._add(Edge(start, end, kind.upper(), iris=self._best(named)))
        for title in self.names.titles.get(key, ()):
            if not exact or _plain(title.form) == folded:
                self._add(Edge(start, end, "TITLE", iris=title.roles))

    def _best(self, named: list[Name]) -> tuple[str, ...]:
        """What a form names: the things of the best rank; a part of a name, all people of that part who held an office."""
        rank = min(name.rank for name in named)
        best = {name.iri for name in named if name.rank == rank}
        if named[0].kind == "person" and " " not in named[0].form:
            best |= {name.iri for name in named if name.rank == SHORT and name.iri in self.names.officials}
        return tuple(sorted(best))

    def _with_articles(self) -> None:
        """`the Prime Minister`, `nước Nga`: the thing itself."""
        for at, folded in enumerate(self.folds):
            if folded in _ARTICLES:
                for edge in list(self.edges.get(at + 1, ())):
                    longer = edge._replace(start=at)
                    if edge.kind in _WITH_ARTICLE and longer not in self.edges[at]:
                        self._add(longer)

    def _offices(self) -> None:
        """A title with the country before or after it (`US Secretary of State`, `Thủ tướng nước Nga`), or alone."""
        for titles in list(self.edges.values()):
            for title in [edge for edge in titles if edge.kind == "TITLE"]:
                for start, end, iso in self._owned(title):
                    offices = self._offices_of(title.iris, iso)
                    if offices:
                        # an office known by a label alone gives way to those the title and its owner tell
                        self.edges[start] = [edge for edge in self.edges[start] if (edge.kind, edge.end) != ("OFFICE", end)]
                        self._add(Edge(start, end, "OFFICE", iris=offices))

    def _owned(self, title: Edge) -> Iterator[tuple[int, int, str]]:
        yield title.start, title.end, ""
        after = {title.end}
        # `Đại sứ ở Mỹ` is posted there: a word of place owns nothing
        where = {edge.end for edge in self.edges[title.end] if edge.kind == "AT"}
        after |= {edge.end for edge in self.edges[title.end] if edge.kind in {"OF", "BETWEEN"} and edge.end not in where}
        for at in after:
            for edge in self.edges.get(at, ()):
                if edge.kind == "COUNTRY":
                    yield title.start, edge.end, self.names.countries.get(edge.iris[0], "")
        for start in range(title.start):
            for edge in self.edges.get(start, ()):
                possessive = self.folds[edge.end : title.start] == ["s"]
                if edge.kind == "COUNTRY" and (edge.end == title.start or possessive):
                    yield start, title.end, self.names.countries.get(edge.iris[0], "")

    def _offices_of(self, roles: tuple[str, ...], iso: str) -> tuple[str, ...]:
        """The offices of these roles in a country; without one those of Viet Nam where the question is in Vietnamese, else all."""
        found = [self.names.offices.get((role, iso or _OWN), set()) for role in roles]
        if iso or (self._vietnamese() and any(found)):
            return tuple(sorted(set().union(*found)))
        return tuple(sorted({office for (role, _), offices in self.names.offices.items() if role in roles for office in offices}))

    def _vietnamese(self) -> bool:
        told = [edge.language for edges in self.edges.values() for edge in edges if edge.language and edge.kind not in {"AND", "HON", "OF"}]
        return told.count("vi") >= told.count("en")

    def _people_with_titles(self) -> None:
        """`ông Tô Lâm`, `Thủ tướng Phạm Minh Chính`, `cựu Tổng thống Mỹ Barack Obama`: the person, if the title is one they held."""
        for at in range(len(self.spans) - 1, -1, -1):
            for edge in list(self.edges.get(at, ())):
                if edge.kind not in {"HON", "OFFICE", "TITLE"}:
                    continue
                offices = self._all_offices(edge)
                for person in [other for other in self.edges.get(edge.end, ()) if other.kind == "PERSON"]:
                    iris = person.iris if edge.kind == "HON" else tuple(i for i in person.iris if any(i in self.names.holders[o] for o in offices))
                    if iris:
                        self._add(Edge(at, person.end, "PERSON", iris=iris))

    def _all_offices(self, edge: Edge) -> set[str]:
        if edge.kind == "TITLE":
            return {office for (role, _), found in self.names.offices.items() if role in edge.iris for office in found}
        return set(edge.iris)


def _plain(form: str) -> str:
    return " ".join(_WORD.findall(form))


@functools.cache
def _classes() -> dict[str, list[tuple[str, str, str]]]:
    """Key of a form → (language, class, form folded)."""
    classes: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for word in words():
        classes[search_key(word.form)].append((word.language, word.word_class, fold(word.form)))
    return dict(classes)
