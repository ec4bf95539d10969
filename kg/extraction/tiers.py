"""How far to trust what was read: a tier and a confidence for each entity and holding, from the construction and the second voice's vote.

*Asserted*: the construction is one that hardly ever errs, or grammar and second voice agree. *Probable*: one of them is in doubt. *Candidate*:
they contradict each other, or only one weak sign speaks for it. The confidences are the precision measured for each case on annotated articles
(`benchmarks/tiers.py`, `docs/voice-card.md`), rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from kg.extraction.offices.holdings import HeldOffice
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.second_opinion import CONFIRMED
from kg.extraction.sentence.found import Found
from kg.extraction.voice.votes import Vote, Votes
from kg.model import Tier

__all__ = ["Trust", "trust_in_entity", "trust_in_holding"]

# Persons are named so by an office or by a table: of several words they were right whatever the second voice said.
_STRONG_PERSONS = frozenset({"name after an office", "known person", "name in a list that shares an office", "name known from the article"})
_MENTIONS_ASKED = 4  # of an entity named often, the first few are put to the vote
# Owners without which an office is half read: `Chủ tịch` of which council?
_OWNED = frozenset({"organization", "place"})


class Trust(NamedTuple):
    """A tier and the confidence behind it, 0 to 1."""

    tier: Tier
    confidence: float


ASSERTED = Trust("asserted", 0.98)
PROBABLE = Trust("probable", 0.85)
CANDIDATE = Trust("candidate", 0.6)


def trust_in_entity(found: Sequence[Found], votes: Votes) -> Trust:
    """The trust in an entity of these findings, all of one kind."""
    kind = found[0].kind
    if kind == "person":
        return _person(found, votes)
    if kind == "organization":
        vote = _best_vote(found, votes)
        if any(f.rule == "known body" for f in found):
            return ASSERTED if vote == "agrees" or all(f.end - f.start == 1 for f in found) else PROBABLE
        return PROBABLE if vote == "agrees" else CANDIDATE
    if kind == "place":
        return ASSERTED if _best_vote(found, votes) == "agrees" else PROBABLE
    if kind == "agreement":
        return ASSERTED if any(f.rule.startswith("known") for f in found) else PROBABLE
    return ASSERTED  # a country has no other names than those of its table


def trust_in_holding(office: HeldOffice, votes: Votes) -> Trust:
    """The trust in an office of a person. Before the name it is told beyond doubt, unless of a body and none is named.

    Behind the name and with a verb it is trusted where an owner was read and both voices see a title and a person; least where only a pronoun
    stands for the person.
    """
    named = [(title, person) for title, person in office.evidence if person.rule != "pronoun"]
    if not named:
        return CANDIDATE
    phrase = office.evidence[0][0].what
    if office.rule in ("office before the name", "office shared over a list"):
        half_read = office.owner is None and isinstance(phrase, OfficePhrase) and phrase.role.owner in _OWNED
        return PROBABLE if half_read else ASSERTED
    agreed = any(votes.on(title) == "agrees" and votes.on(person) == "agrees" for title, person in islice(named, _MENTIONS_ASKED))
    return ASSERTED if agreed and office.owner is not None else PROBABLE


def _person(found: Sequence[Found], votes: Votes) -> Trust:
    whole = any(" " in f.name for f in found)
    if whole and any(f.rule in _STRONG_PERSONS for f in found):
        return ASSERTED
    if any(f.rule == CONFIRMED for f in found) and not any(f.honorific for f in found):
        return PROBABLE
    agreed = _best_vote(found, votes) == "agrees"
    if whole:
        return ASSERTED if agreed else CANDIDATE
    return PROBABLE if agreed else CANDIDATE


def _best_vote(found: Sequence[Found], votes: Votes) -> Vote:
    """The best vote on the first findings; asked one after another, since the first is mostly the best."""
    order: tuple[Vote, ...] = ("agrees", "overlaps", "other", "silent")
    best: Vote = "silent"
    for finding in islice(found, _MENTIONS_ASKED):
        best = min(best, votes.on(finding), key=order.index)
        if best == "agrees":
            break
    return best
