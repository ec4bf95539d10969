"""Words that introduce a name and are no office: honorifics, ranks, professions, kinship (`not_offices.tsv`)."""

from __future__ import annotations

from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import TitleWord

__all__ = ["introducer", "title_words"]


def title_words(view: SentenceView, j: int, *, kin: bool = False) -> tuple[int, str]:
    """Skip honorifics, ranks and professions; `kin` also `con gái`, `vợ`, which introduce a name but never the holder of the office before."""
    k, honorific = j, ""
    while True:
        hit = view.hit(k, "title_word")
        if hit is None or not isinstance(hit.row, TitleWord):
            return k, honorific
        # `Anh`, `Bà` may begin a name or be a country: an honorific is followed by a capital and is not in the middle of a name
        if not view.upper(hit.end) and view.hit(hit.end, "title_word") is None:
            return k, honorific
        if view.country(k) is not None and hit.end - k == 1 and view.upper(k):
            return k, honorific
        if hit.row.kind == "kinship" and not kin:
            return k, honorific
        syllable = hit.end == k + 1 and is_vietnamese_syllable(view.tokens[k].text)
        if honorific and view.upper(k) and syllable and hit.row.kind in ("honorific", "kinship"):
            return k, honorific  # `ông |Đức| Anh`: a syllable of the name
        honorific = view.surface(k, hit.end)
        k = hit.end
        if view.key(k) == "." and view.tokens[k].glued:
            k += 1


def introducer(view: SentenceView, i: int, k: int) -> str:
    """The kind (`not_offices.tsv`) of the last word between tokens i and k that introduces the name at k."""
    kinds = [hit.row.kind for m in range(i, k) for hit in view.hits_at(m, "title_word") if hit.end == k and isinstance(hit.row, TitleWord)]
    return kinds[0] if kinds else ""
