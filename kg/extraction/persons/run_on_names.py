"""Names that a lost line break made a word too long: `Chủ tịch nước Tô Lâm |Bài|` beside `Chủ tịch nước Tô Lâm` is a slip of typesetting.

Comes in: the findings and what links persons to offices. Goes out: the findings with such names cut to the name that the article, or the table of
terms of office, has for the same office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extraction.offices.known_holders import has_held
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.persons.index import name_words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon import TermRow

__all__ = ["without_run_ons"]

_SHORTEST = 3  # words of a name that may be one too long


def without_run_ons(found: Sequence[Found], links: Sequence[HoldingLink], terms: tuple[TermRow, ...]) -> list[Found]:
    """The findings; of a name that stands once, one word longer than another in the same office, the last word is dropped."""
    named = Counter(name_words(f.name) for f in found if f.kind == "person" and f.certain)
    offices: dict[tuple[int, int], set[str]] = {}
    holders: dict[str, set[tuple[str, ...]]] = {}
    for link in links:
        if isinstance(link.office.what, OfficePhrase):
            key = role_key(link.office.what.title)
            offices.setdefault((link.person.sentence, link.person.start), set()).add(key)
            holders.setdefault(key, set()).add(name_words(link.person.name))
    out = []
    for finding in found:
        held = offices.get((finding.sentence, finding.start)) if finding.kind == "person" else None
        if held and _one_too_long(finding, held, named, holders, terms):
            finding = finding._replace(end=finding.end - 1, name=finding.name.rsplit(" ", 1)[0])
        out.append(finding)
    return out


def _one_too_long(
    finding: Found, held: set[str], named: Counter[tuple[str, ...]], holders: dict[str, set[tuple[str, ...]]], terms: tuple[TermRow, ...]
) -> bool:
    words = name_words(finding.name)
    if len(words) < _SHORTEST or finding.end - finding.start != len(words) or named[words] > 1 or not all(map(is_vietnamese_syllable, words)):
        return False
    shorter = finding.name.rsplit(" ", 1)[0]
    if named[words[:-1]] and any(words[:-1] in holders.get(key, ()) for key in held):
        return True
    return any(has_held(terms, shorter, key) for key in held) and not any(has_held(terms, finding.name, key) for key in held)
