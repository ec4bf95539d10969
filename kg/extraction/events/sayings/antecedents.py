"""Whether it is sure whom a speaker's pronoun or title means: nobody else named since may be meant by it.

`A gặp B. Ông |nói| …` leaves it open unless A alone was subject; what stands in quotations names nobody who goes on speaking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.sayings.speakers import in_quotation
from kg.extraction.events.syntax.actors import Actor, Key, distinct
from kg.extraction.events.syntax.clauses import Clauses

__all__ = ["Names", "surely_meant"]

_OTHER = {"ông": "bà", "bà": "ông"}
_MEMORY = 6  # sentences back to the name


class Names:
    """How the article speaks of its persons: as `ông`, `bà`, both or neither, and with which titles before the name."""

    def __init__(self, clauses: Sequence[Clauses]) -> None:
        self._called: set[tuple[int, str]] = set()
        self._titled: dict[int, set[str]] = {}
        for sentence in clauses:
            for actor in sentence.actors:
                if actor.head is not None and actor.head.kind == "person" and actor.keys:
                    key = id(actor.keys[0])
                    self._called.add((key, actor.head.honorific.lower()))
                    self._titled.setdefault(key, set()).add(sentence.view.keys(actor.start, actor.head.start - actor.start))

    def called(self, key: Key, pronoun: str) -> bool:
        """Whether the article speaks of the person with this pronoun before the name (`bà A`)."""
        return (id(key), pronoun) in self._called

    def may_be(self, key: Key, word: str) -> bool:
        """Whether a pronoun, or a title without a name, may mean the person."""
        if word in _OTHER:
            return not self.called(key, _OTHER[word]) or self.called(key, word)
        return any(f"{title} ".startswith(f"{word} ") for title in self._titled.get(id(key), ()))


def surely_meant(clauses: Sequence[Clauses], draft: EventDraft, names: Names, said: Mapping[int, tuple[Key, ...]]) -> bool:
    """Whether the speaker of `draft` is named, or the only one whom the pronoun or title in the speaker's place can mean.

    `said` gives for the sentences before it who says something there: `A nói B sẽ tới. |Ông| nói thêm …` is A.
    """
    sentence = clauses[draft.sentence]
    actor = sentence.actor_at(draft.clause[0])
    if actor is None or len(actor.keys) != 1:
        return True
    key, word = actor.keys[0], _word(sentence, actor)
    if not word:
        return True
    before = _persons(sentence, actor.start)
    if any(k == key for a in before for k in a.keys):
        return _leads(sentence, before, key, word, names)
    if any(_subject(sentence, a) and _rival(a, key, word, names) for a in before):
        return False
    for n in range(draft.sentence - 1, max(draft.sentence - 1 - _MEMORY, -1), -1):
        earlier = clauses[n]
        if earlier.view.sentence.block == "caption":
            continue
        speakers = said.get(n, ())
        if speakers and (speakers == (key,) or any(k != key and names.may_be(k, word) for k in speakers)):
            return speakers == (key,)
        persons = _persons(earlier, len(earlier.view))
        if not persons:
            continue
        if not any(k == key for a in persons for k in a.keys):
            if any(_rival(a, key, word, names) for a in persons):
                return False
            continue
        return _leads(earlier, persons, key, word, names)
    return word not in _OTHER and not any(_rival(a, key, word, names) for other in clauses for a in _persons(other, len(other.view)))


def _word(sentence: Clauses, actor: Actor) -> str:
    """The pronoun or the title that stands for the speaker; empty where a name or a description does."""
    first = sentence.view.key(actor.start)
    if actor.kind == "pronoun":
        return first if first in _OTHER else ""
    titled = actor.kind == "person" and actor.head is not None and actor.head.kind == "office"
    return sentence.view.keys(actor.start, actor.end - actor.start) if titled else ""


def _persons(sentence: Clauses, stop: int) -> list[Actor]:
    """Those named before token `stop`, and pronouns of theirs: a title may be another's, and a pronoun alone is no surer than the next."""
    there = [a for a in sentence.actors if a.end <= stop and a.keys and not in_quotation(sentence.view, a.start)]
    named = [a for a in there if a.kind == "person" and a.head is not None and a.head.kind == "person"]
    return named + [a for a in there if a.kind == "pronoun" and all(any(k == key for n in named for k in n.keys) for key in a.keys)]


def _leads(sentence: Clauses, persons: Sequence[Actor], key: Key, word: str, names: Names) -> bool:
    """Whether of those in a sentence the person is the only one whom the word fits, or the only subject."""
    rivals = [a for a in persons if _rival(a, key, word, names)]
    subjects = [a for a in persons if _subject(sentence, a)]
    if not rivals and (names.called(key, word) or word not in _OTHER):
        return True
    return bool(subjects) and all(distinct(a.keys) == (key,) for a in subjects)


def _rival(actor: Actor, key: Key, word: str, names: Names) -> bool:
    return any(k != key and names.may_be(k, word) for k in actor.keys)


def _subject(sentence: Clauses, actor: Actor) -> bool:
    group = next(g for g in sentence.groups if actor in g.actors)
    return group.position == "subject" or (group.position != "oblique" and sentence.predicate_follows(group.end))
