"""Stacks of offices: which of them belong to the name that they lead to, and where a stack goes on in words that were not read."""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.view import SentenceView

__all__ = ["behind_the_comma", "closes_adverbial", "ends_the_words", "half_read", "of_the_name", "owner_iso"]


def half_read(view: SentenceView, phrase: OfficePhrase) -> bool:
    """`A, Trưởng ban |công tác cộng đồng Đại sứ quán| Lê Văn B`: an office of a body goes on in words that were not read, up to another name."""
    if phrase.role.owner == "country" or phrase.body is not None or view.upper(phrase.end):
        return False
    for k in range(phrase.end, len(view)):
        if view.tokens[k].kind == "sign":
            return False
        if read_quick_name(view, k):
            return view.upper(k - 1) or view.hit(k - 1, "title_word") is None
    return False


def of_the_name(phrases: list[OfficePhrase], joints: list[str]) -> list[OfficePhrase]:
    """The offices of a stack that belong to the name behind it, counted from the name backwards (`A, B NAME`)."""
    kept = [phrases[-1]]
    for k in range(len(phrases) - 2, -1, -1):
        earlier, later = phrases[k], phrases[k + 1]
        if joints[k + 1] != "kiêm":
            mine = owner_iso(earlier)
            theirs = {iso for iso in map(owner_iso, kept) if iso}
            if mine and theirs and mine not in theirs:
                break
            if earlier.title.casefold() == later.title.casefold():
                break
            if mine and not theirs and later.role.kind == "head_of_state" and earlier.role.kind == "head_of_state":
                break
        kept.append(earlier)
    return kept


_OPENS_ADVERBIAL = frozenset({"theo", "thừa", "thay", "thực", "dưới", "được"})
_SIGNS = frozenset({",", ";", ":", "(", '"', "“"})


def closes_adverbial(view: SentenceView, i: int) -> bool:
    """Whether the office at token i ends words that say by whose leave: `thừa ủy quyền của |Thủ tướng|, Bộ trưởng NAME trình bày`."""
    if view.key(i - 1) != "của":
        return False
    start = next((k + 1 for k in range(i - 2, -1, -1) if view.key(k) in _SIGNS), 0)
    return view.key(start) in _OPENS_ADVERBIAL


def ends_the_words(view: SentenceView, j: int) -> bool:
    """Whether the name before token j is no subject: `theo lời mời của Tổng thống A, Chủ tịch G20 NAME| và Phu nhân|`, the end of the sentence."""
    return j >= len(view) or view.key(j) in {",", ".", ";"} or view.keys(j, 3) in {"và phu nhân", "cùng phu nhân", "và phu quân"}


def behind_the_comma(phrases: list[OfficePhrase], joints: list[str]) -> list[OfficePhrase]:
    """The offices of a stack behind its last comma."""
    last = max((k for k, joint in enumerate(joints) if joint == ","), default=0)
    return phrases[last:]


def owner_iso(phrase: OfficePhrase) -> str | None:
    """The ISO code of the country that the words of an office name, or that its body is of."""
    if phrase.country is not None:
        return phrase.country[0].iso
    return phrase.body.country if phrase.body is not None else None
