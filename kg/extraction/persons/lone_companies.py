"""Companies of one foreign word behind the office of a name before it: `Anna Klar - Tổng giám đốc |Flixbahn|` names no second man.

Comes in: the last office of an apposition. Goes out: the office with that word as its body, None where the word may be a name.
"""

from __future__ import annotations

from kg.extraction.bodies.organizations import Body
from kg.extraction.offices.fronted import predicate_follows
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["with_lone_company"]


def with_lone_company(view: SentenceView, phrase: OfficePhrase, person: Found) -> OfficePhrase | None:
    """The office of a company's head with the company, where one capitalised foreign word that is no given name follows, and no further one."""
    k = phrase.end
    if phrase.body or phrase.country or phrase.place or not phrase.role.complement.startswith("body"):
        return None
    if not view.upper(k) or view.upper(k + 1) or is_vietnamese_syllable(view.tokens[k].text) or view.key(k + 1) in {"-", "&"}:
        return None
    if view.key(k) in view.lexicon.names.get("given_foreign", frozenset()) or view.tokens[k].text in person.name.split():
        return None
    closed = k + 1 >= len(view) or view.tokens[k + 1].kind == "sign" or predicate_follows(view, k + 1)
    if not closed or view.key(k) in words("common_letters"):
        return None  # `Giám đốc |HTX| nông nghiệp …`, `Chủ tịch |UB| MTTQ …`
    body = Body(k, k + 1, k + 1, None, phrase.role.kind.removesuffix("_head"), None, "name behind an office")
    return phrase._replace(end=k + 1, body=body)
