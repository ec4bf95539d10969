"""Which names in one article are the same person: full names, short forms behind an honorific, surnames, spellings with and without marks.

Never by edit distance: Hùng and Hưng are two people. Two spellings are one where the words agree without diacritics and hyphens.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language import search_key, tokenize
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon import Lexicon, PersonRow

__all__ = ["BEHIND_OFFICE", "CHINESE_NAMES", "Person", "PersonIndex", "name_words", "whole_names", "years_of_life"]


# Countries whose people's names Vietnamese newspapers write in their Vietnamese reading (`Tập Cận Bình`, `Lý Hiển Long`), ISO codes.
CHINESE_NAMES = frozenset({"CN", "TW", "HK", "MO", "SG", "MY", "KR", "KP"})
_OTHER_GENDER = {"ông": "bà", "bà": "ông"}
_JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})
BEHIND_OFFICE = "name after an office"


@functools.lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparison: `Kim Jong-un` and `Kim Jong Un` agree, as do `Inácio` and `Inacio`; tone marks of Vietnamese names stay."""
    words = [t.key for t in tokenize(name) if t.kind != "sign"]
    if all(is_vietnamese_syllable(w) for w in words):
        return tuple(words)
    return tuple(search_key(w).replace(" ", "") for w in words)


def _initial_first(name: str) -> bool:
    """`D.Trump`: a name that begins with an initial may be short for one in full."""
    return name[1:2] == "."


def years_of_life(view: SentenceView, j: int) -> bool:
    """`Đại tướng Võ Nguyên Giáp |(1911 - 2013)|`: whether years of birth and death stand at token j, in brackets."""
    if view.key(j) != "(" or view.key(j + 4) != ")" or view.key(j + 2) not in {"-", "–"}:
        return False
    return all(view.tokens[k].kind == "number" and len(view.tokens[k].text) == 4 for k in (j + 1, j + 3))


@functools.lru_cache(maxsize=4)
def _spellings(people: tuple[PersonRow, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of each other spelling in `people.tsv` → the words of the name."""
    return {name_words(alias): name_words(row.name) for row in people for alias in row.aliases}


def whole_names(found: Sequence[Found], views: Sequence[SentenceView]) -> list[Found]:
    """The findings with names that a headline cut short (`Tổng Bí thư Nguyễn Phú ...`) made whole by the one name of the article they begin."""
    out = []
    for finding in found:
        view = views[finding.sentence]
        if finding.kind == "person" and view.key(finding.end) in {"...", "…"} and not view.tokens[finding.end].glued:
            longer = {f.name for f in found if f.kind == "person" and f.name.startswith(finding.name + " ")}
            finding = finding._replace(name=longer.pop(), certain=False) if len(longer) == 1 else finding
        out.append(finding)
    return out


class Person:
    """A person of one article, while the article is being read: the fullest name, other forms, and the findings that name them."""

    def __init__(self, name: str, words: tuple[str, ...], vietnamese: bool, chinese: bool = False) -> None:
        self.name = name
        self.words = words
        self.vietnamese = vietnamese
        """Whether the name has the form of a Vietnamese one; so have Chinese and Korean names in their Vietnamese reading."""
        self.chinese = chinese
        self.aliases: dict[str, None] = {}
        self.found: list[Found] = []

    @property
    def junior(self) -> bool:
        """Whether the name tells a son from the father of the same name."""
        return self.words[-1] in _JUNIOR

    def may_be_of(self, iso: str) -> bool:
        """Whether the name says nothing against an office of this country (ISO code): `Phạm Minh Chính` is no minister of Japan's."""
        return not self.vietnamese or iso == "VN" or (self.chinese and iso in CHINESE_NAMES)

    def answers_to(self, words: tuple[str, ...]) -> bool:
        """Whether the words are this name or a short form of it."""
        if words == self.words:
            return True
        size = len(words)
        if size == 2 and len(words[0]) == 1 and len(self.words) > 1 and words == (self.words[0][0], self.words[-1]):
            return not self.vietnamese  # `D.Trump`
        if size >= len(self.words) or (self.junior and size > 1):
            return False  # `Donald Trump` is not `Donald Trump Jr.`
        if self.vietnamese:
            return (size == 1 and words[0] == self.words[-1]) or (size == 2 and words == self.words[-2:])
        return any(self.words[k : k + size] == words for k in range(len(self.words) - size + 1)) or (
            size == 2 and (words[0], words[-1]) == (self.words[0], self.words[-1])
        )


class PersonIndex:
    """The persons of an article, built from findings in order of position."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._surnames = lexicon.names.get("surname_vi", frozenset()) | lexicon.names.get("surname_zh", frozenset())
        self._chinese_surnames = lexicon.names.get("surname_zh", frozenset())
        self._given = lexicon.names.get("given_foreign", frozenset())
        self._spellings = _spellings(lexicon.people)
        self.people: list[Person] = []
        self._of: dict[tuple[int, int], Person] = {}
        self._called: dict[tuple[str, ...], set[str]] = {}  # the words of a name → `ông`, `bà` before it

    def build(self, found: Sequence[Found]) -> None:
        """Cluster the person findings: certain ones make persons, fullest names first; uncertain ones only join them."""
        named = [f for f in found if f.kind == "person"]
        for finding in named:
            if (address := finding.honorific.lower()) in _OTHER_GENDER:
                self._called.setdefault(name_words(finding.name), set()).add(address)
        certain = [f for f in named if f.certain or self._first_name_alone(f, named)]
        for finding in sorted(certain, key=lambda f: (-len(name_words(f.name)), _initial_first(f.name), f.sentence, f.start)):
            words = name_words(finding.name)
            if not words:
                continue
            if len(words) > 1 or not self._candidates(words, finding):
                self._own(words, finding)
        for finding in named:
            person = self.find(finding)
            if person is not None:
                person.found.append(finding)
                person.aliases.setdefault(finding.name)
                self._of[(finding.sentence, finding.start)] = person
        self.people = [p for p in self.people if p.found]
        self.people.sort(key=lambda p: (p.found[0].sentence, p.found[0].start))

    def _first_name_alone(self, finding: Found, named: Sequence[Found]) -> bool:
        """`Maria`, `Katerina`: a given name by itself is a person once the article uses it again and again."""
        words = name_words(finding.name)
        return len(words) == 1 and finding.name.lower() in self._given and sum(f.name == finding.name for f in named) >= 2

    def _own(self, words: tuple[str, ...], finding: Found) -> None:
        known = self._spellings.get(words)
        for person in self.people:
            if person.words in (words, known) or self._spellings.get(person.words) == words:
                return
            if len(words) < len(person.words) and person.answers_to(words) and not self._vietnamese(words):
                return
        if self._vietnamese(words) or not any(p.answers_to(words) for p in self.people):
            self.people.append(Person(finding.name, words, self._vietnamese(words), words[0] in self._chinese_surnames))

    def _vietnamese(self, words: tuple[str, ...]) -> bool:
        return len(words) > 1 and words[0] in self._surnames and all(is_vietnamese_syllable(w) for w in words)

    def _candidates(self, words: tuple[str, ...], finding: Found) -> list[Person]:
        known = self._spellings.get(words)
        exact = [p for p in self.people if p.words == words or p.words == known or self._spellings.get(p.words) == words]
        if exact:
            return exact
        short = [p for p in self.people if p.answers_to(words)]
        if len(words) == 1 and is_vietnamese_syllable(words[0]) and any(p.vietnamese for p in short):
            # a bare Vietnamese given name needs the honorific or office before it: `ông Trọng`, not `Trọng`
            short = [p for p in short if not p.vietnamese or finding.honorific or finding.rule == BEHIND_OFFICE]
        if not short and len(words) == 1 and words[0] in self._chinese_surnames and finding.honorific:
            # `ông Tập`: Chinese and Korean names are shortened to the family name
            short = [p for p in self.people if p.words[0] == words[0]]
        short = [p for p in short if not self._other_gender(p, finding)]
        return [p for p in short if not p.junior] or short  # `ông Trump` is the father where the article names both

    def _other_gender(self, person: Person, finding: Found) -> bool:
        """`ông Kim` is nobody whom the article calls `bà` alone."""
        return self.called_otherwise(person, finding.honorific.lower())

    def called_otherwise(self, person: Person, address: str) -> bool:
        """Whether the article calls the person `bà` alone where `address` is `ông`, or the other way round."""
        opposite = _OTHER_GENDER.get(address)
        return opposite is not None and self._called.get(person.words) == {opposite}

    def find(self, finding: Found) -> Person | None:
        """The person a finding names: exact name first, else the one short form that fits, else the one named last before it."""
        candidates = self._candidates(name_words(finding.name), finding)
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        if finding.rule == BEHIND_OFFICE:
            # `Tổng thống Biden` is the one of the two Bidens whom an office was given
            in_office = [p for p in candidates if any(f.rule == BEHIND_OFFICE for f in p.found)]
            candidates = in_office or candidates
        before = [
            (f.sentence, f.start, k) for k, p in enumerate(candidates) for f in p.found if (f.sentence, f.start) < (finding.sentence, finding.start)
        ]
        return candidates[max(before)[2]] if before else candidates[0]

    def of(self, finding: Found) -> Person | None:
        """The person that a finding was joined to, or None where it was left open."""
        return self._of.get((finding.sentence, finding.start))

    def stand_for(self, finding: Found, person: Person) -> None:
        """A pronoun means this person; it is no name of theirs."""
        self._of[(finding.sentence, finding.start)] = person

    def merge(self, kept: Person, gone: Person) -> None:
        """Two names turn out to be one person's."""
        for finding in gone.found:
            self._of[(finding.sentence, finding.start)] = kept
        kept.found = sorted([*kept.found, *gone.found], key=lambda f: (f.sentence, f.start))
        for alias in (gone.name, *gone.aliases):
            kept.aliases.setdefault(alias)
        self.people.remove(gone)

    def add_mention(self, person: Person, finding: Found) -> None:
        """A further mention found by its words alone."""
        person.found.append(finding)
        person.found.sort(key=lambda f: (f.sentence, f.start))
        self._of[(finding.sentence, finding.start)] = person
