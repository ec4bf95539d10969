"""Mentions that no grammar saw and names that turn out to be one person's, once the persons of the article are known.

Comes in: the findings of all sentences with their persons. Goes out: further mentions; pronouns and misspelt names are joined in the index.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.offices.held_office import HeldOffice
from kg.extraction.persons.discourse import subjects
from kg.extraction.persons.index import Person, PersonIndex, name_words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["join_bracketed", "join_misspelt", "join_pronouns", "names_elsewhere"]


def names_elsewhere(views: Sequence[SentenceView], found: Sequence[Found], persons: PersonIndex) -> list[Found]:
    """Mentions of persons named elsewhere in the article that no grammar saw (captions in capitals, runs cut short)."""
    forms: dict[tuple[str, ...], Person] = {}
    for person in persons.people:
        forms.setdefault(person.words, person)
        for alias in person.aliases:
            words = name_words(alias)
            if len(words) > 1 or not is_vietnamese_syllable(words[0]):
                forms.setdefault(words, person)
        if not person.vietnamese and len(person.words) > 1 and not is_vietnamese_syllable(person.words[-1]):
            forms.setdefault(person.words[-1:], person)
    if not forms:
        return []
    longest = max(map(len, forms))
    firsts = {words[0] for words in forms}
    elsewhere: list[Found] = []
    by_sentence: dict[int, list[Found]] = {}
    for f in found:
        by_sentence.setdefault(f.sentence, []).append(f)
    for view in views:
        here = [f for f in by_sentence.get(view.index, ()) if f.kind != "office" and (f.kind != "person" or persons.of(f) is not None)]
        covered = {k for f in here for k in range(f.start, f.end)}
        i = 0
        while i < len(view):
            if not view.upper(i) or i in covered or name_words(view.tokens[i].text)[:1] == () or name_words(view.tokens[i].text)[0] not in firsts:
                i += 1
                continue
            for size in range(min(longest * 2, len(view) - i), 0, -1):
                words = name_words(view.surface(i, i + size))
                named = forms.get(words) if not any(k in covered for k in range(i, i + size)) else None
                if named is not None and view.tokens[i + size - 1].kind != "sign":
                    finding = Found("person", view.index, i, i + size, view.surface(i, i + size), None, "name known from the article")
                    persons.add_mention(named, finding)
                    elsewhere.append(finding)
                    i += size - 1
                    break
            i += 1
    return elsewhere


def join_pronouns(views: Sequence[SentenceView], found: Sequence[Found], links: Sequence[HoldingLink], persons: PersonIndex) -> None:
    """Join `ông`, `bà` that an office is said of to the person they mean."""
    linked = {(link.office.sentence, link.office.start) for link in links}
    named = {(f.sentence, f.start) for f in found if f.kind == "person" and f.rule != "pronoun"}
    meant = subjects(
        views,
        found,
        lambda f: persons.of(f) if f.kind == "person" else None,
        lambda f: (f.sentence, f.start) not in linked and (f.sentence, f.end) not in named,
    )
    for link in links:
        pronoun = link.person
        if pronoun.rule != "pronoun":
            continue
        before = [
            person
            for f in found
            if f.kind == "person" and f.sentence == pronoun.sentence and f.start < pronoun.start and (person := persons.of(f)) is not None
        ]
        subject = before[0] if before else meant[pronoun.sentence]
        if pronoun.end - pronoun.start > 1:  # `ông này` is the last who was named, whatever the sentence before was about
            place = pronoun.sentence, pronoun.start
            last = [f for f in found if f.kind == "person" and (f.sentence, f.start) < place and persons.of(f) is not None]
            subject = persons.of(last[-1]) if last and last[-1].sentence >= pronoun.sentence - 1 else None
        if subject is not None and not persons.called_otherwise(subject, pronoun.name.lower()):
            persons.stand_for(pronoun, subject)


def join_bracketed(views: Sequence[SentenceView], found: Sequence[Found], persons: PersonIndex) -> None:
    """`Hoàng Tuấn Tài (Lawrence Wong)`: behind a Chinese or Korean name in its Vietnamese reading stands its own spelling, in brackets."""
    starting = {(f.sentence, f.start): f for f in found if f.kind == "person"}
    for finding in [f for f in found if f.kind == "person"]:
        view = views[finding.sentence]
        inner = starting.get((finding.sentence, finding.end + 1)) if view.key(finding.end) == "(" else None
        if inner is None or view.key(inner.end) != ")":
            continue
        person, spelling = persons.of(finding), persons.of(inner)
        if person is not None and spelling is not None and person is not spelling and person.chinese and not spelling.vietnamese:
            persons.merge(person, spelling)


def join_misspelt(held: Sequence[HeldOffice], persons: PersonIndex) -> bool:
    """`Vladmir Putin` beside `Vladimir Putin`: one surname in one office on one day is one person, however the first name is spelt."""
    merged = False
    for office in held:
        for other in held:
            a, b = office.person, other.person
            if (
                a is not b
                and a in persons.people
                and b in persons.people
                and not a.vietnamese
                and not b.vietnamese
                and len(a.words) > 1
                and len(b.words) > 1
                and a.words[-1] == b.words[-1]
                and a.words[0][0] == b.words[0][0]
                and (office.key, office.status) == (other.key, other.status) == (other.key, "current")
                and (office.owner == other.owner or office.owner is None or other.owner is None)
            ):
                kept, gone = (a, b) if len(a.found) >= len(b.found) else (b, a)
                persons.merge(kept, gone)
                merged = True
    return merged
