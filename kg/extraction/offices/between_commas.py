"""Names set between commas behind their office: `Bộ trưởng Công nghiệp Canada, |Anita Brown|, cho biết …`.

Comes in: an office that tells whose it is, with a comma behind. Goes out: where the name behind that comma ends, if it is the holder's: another comma
closes it, and neither another office nor another name goes on with a list.
"""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.offices.fronted import is_oblique
from kg.extraction.offices.phrases import OfficePhrase, read_office
from kg.extraction.persons.names import read_name
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["holder_between_commas"]

_GOES_ON = frozenset({"và", "cùng", "với", "hoặc", "hay", "lẫn"})


def holder_between_commas(view: SentenceView, i: int, phrase: OfficePhrase) -> int:
    """The token behind the holder's name; 0 where the words behind the comma are none. The office begins at token i."""
    k = phrase.end + 1
    if view.key(phrase.end) != "," or (phrase.country is None and phrase.body is None):
        return 0
    if view.key(i - 1) in {"do", "và"} or (view.key(i - 1) != "theo" and is_oblique(view, i)):
        return 0  # `cuộc gặp với |Tổng thống Mỹ|, A, …`: two men
    if view.hit(k, "place", "country", "organization", "organization_head", "role", "title_word") is not None:
        return 0
    end = read_name(view, k, introduced=False)
    if end is None or end < k + 2 or view.key(end) != "," or end + 1 >= len(view):
        return 0
    if is_vietnamese_syllable(view.tokens[k].text) and not read_quick_name(view, k):
        return 0
    goes_on = view.upper(end + 1) or view.key(end + 1) in _GOES_ON or read_office(view, end + 1) is not None or view.tokens[end + 1].kind != "word"
    return 0 if goes_on else end
