"""Whom `nhà lãnh đạo Nga`, `người đứng đầu Nhà nước Việt Nam` mean: the one person of the article who leads that country by office.

Comes in: the sentences and the offices held. Goes out: further findings with the person each means; nobody where two lead the country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extraction.offices.holdings import HeldOffice
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.persons.index import Person
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView

__all__ = ["LEADER", "leader_mentions", "leaders_of"]

LEADER = "leader of a country"
# Kinds of `roles.tsv`, those that lead before the others: of a state's president and its prime minister neither is plain.
_LEADING = frozenset({"head_of_state", "head_of_government", "party_leader"})


def leaders_of(held: Sequence[HeldOffice]) -> dict[str, Person]:
    """The person who leads a country, by ISO code; countries of which the article names two leaders are left out."""
    found: dict[str, dict[int, Person]] = {}
    for office in held:
        phrase = office.evidence[0][0].what
        if office.status not in ("current", "acting") or office.owner is None or office.owner[0] != "country":
            continue
        if isinstance(phrase, OfficePhrase) and phrase.role.kind in _LEADING:
            found.setdefault(str(office.owner[1]), {})[id(office.person)] = office.person
    return {iso: next(iter(people.values())) for iso, people in found.items() if len(people) == 1}


def leader_mentions(views: Sequence[SentenceView], found: Sequence[Found], leaders: Mapping[str, Person]) -> list[tuple[Found, Person]]:
    """`nhà lãnh đạo` with the country behind it, in the singular and without a name, and the person meant."""
    if not leaders:
        return []
    named = {(f.sentence, f.start) for f in found if f.kind in ("person", "office", "organization")}
    mentions = []
    for view in views:
        for i in range(len(view) - 2):
            if view.key(i) not in _firsts():
                continue
            title = next((w for w in longest_first("leader") if view.keys(i, len(w.split())) == w), None)
            if title is None or view.key(i - 1) in words("plural") or view.key(i - 1) in words("no_holder_before"):
                continue
            country = view.country(i + len(title.split()))
            if country is None or (view.index, country[1]) in named or view.key(country[1]) in {"-", "–", "và"}:
                continue
            person = leaders.get(country[0].iso)
            if person is not None:
                name = view.surface(i, country[1])
                mentions.append((Found("person", view.index, i, country[1], name, None, LEADER), person))
    return mentions


def _firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in words("leader"))
