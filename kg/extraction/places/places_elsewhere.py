"""Places that an article names by their kind once and by the bare name again: `huyện Phước Sơn … ở |Phước Sơn|`.

Comes in: the findings of all sentences. Goes out: the same with the bare mentions, also where they looked like an uncertain person's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found, by_sentence
from kg.extraction.sentence.view import SentenceView
from kg.language import fold, token_keys
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["with_places_elsewhere"]

_RULE = "place named elsewhere in the article"


def with_places_elsewhere(found: Sequence[Found], views: Sequence[SentenceView]) -> list[Found]:
    """The findings in their order, with the bare mentions of places that a kind word introduces."""
    named = _introduced(found)
    if not named:
        return list(found)
    firsts = {keys[0] for keys in named}
    findings = by_sentence(found)
    out: list[Found] = []
    for view in views:
        here = findings.get(view.index, [])
        covered = {k for f in here if f.kind != "person" or f.certain for k in range(f.start, f.end)}
        more = []
        for i in range(len(view)):
            if i in covered or view.key(i) not in firsts or not view.upper(i):
                continue
            place = next((named[keys] for size in (4, 3, 2, 1) if (keys := tuple(view.token_keys[i : i + size])) in named), None)
            end = i + len(token_keys(place.name)) if place is not None else i
            if place is not None and _stands_alone(view, i, end) and covered.isdisjoint(range(i, end)):
                more.append(place._replace(sentence=view.index, start=i, end=end, name=view.surface(i, end), rule=_RULE))
        taken = {k for f in more for k in range(f.start, f.end)}
        kept = [f for f in here if f.kind != "person" or f.certain or taken.isdisjoint(range(f.start, f.end))]
        out.extend(sorted([*kept, *more], key=lambda f: (f.start, -f.end)))
    return out


def _introduced(found: Sequence[Found]) -> dict[tuple[str, ...], Found]:
    """Places that a kind word of no street or monument introduces, by the keys of their tokens; none that a person of the article is called like."""
    persons = {fold(f.name) for f in found if f.kind == "person" and f.certain}
    named: dict[tuple[str, ...], Found] = {}
    for finding in found:
        if finding.kind != "place" or finding.name.isupper() or not finding.rule.startswith("kind word: ") or fold(finding.name) in persons:
            continue
        keys = token_keys(finding.name)
        one_word = len(keys) == 1 and is_vietnamese_syllable(finding.name)
        if fold(finding.rule.removeprefix("kind word: ")) not in words("named_after_people") and not one_word:
            named.setdefault(keys, finding)
    return named


def _stands_alone(view: SentenceView, i: int, end: int) -> bool:
    """Whether the name is not part of a longer one: capitals all through, and none that belongs to it before or behind."""
    whole = all(view.upper(k) or view.key(k) == "-" for k in range(i, end))
    before = view.upper(i - 1) and i > 1 and view.tokens[i - 1].kind == "word"
    return whole and not before and not view.upper(end)
