"""Whose a body is by the end of its name: a country, a local unit with its place, the place where a mission sits.

`Bộ Ngoại giao |Mỹ|`, `UBND |tỉnh Đắk Lắk|`, `Đại sứ quán Việt Nam |tại Brazil|`. Comes in: the token behind the name. Goes out: that behind whose.
"""

from __future__ import annotations

from kg.extraction.bodies.body_content import pair_of_countries, read_quick_name, unit_of_place
from kg.extraction.persons.names import names_person_not_country, starts_vietnamese_name
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country

__all__ = ["country_behind", "ends_a_name", "seat_behind", "unit_behind"]

_PARTS_OF_BODIES = frozenset({"domain", "organization", "organization_head", "place", "short"})


def seat_behind(view: SentenceView, j: int) -> int:
    """`Đại sứ quán Việt Nam |tại Brazil|`: where a mission sits is part of its name."""
    found = view.country(j + 1)
    if found is not None:
        return found[1]
    hit = view.hit(j + 1, "place")
    return hit.end if hit is not None and view.upper(j + 1) else j


def country_behind(view: SentenceView, j: int) -> tuple[int, int, str | None]:
    """A country right after (or after `của`): `Bộ Ngoại giao Mỹ`, `Quốc hội của Đức`. Returns end, core end, ISO code."""
    k = j + 1 if view.key(j) == "của" else j
    found = view.country(k)
    if found is None:
        pair = pair_of_countries(view, j)
        return pair, pair, None
    country, end = found
    if k == j and ends_a_name(view, k, country, end):
        return end, end, None
    if names_person_not_country(view, k, end):
        return j, j, None
    goes_on = k == j and end - k == 1 and view.upper(end) and view.tokens[end].kind == "word" and not _ends_owner(view, end)
    if goes_on and is_vietnamese_syllable(view.tokens[end].text) and country.name in country.ambiguous:
        return j, j, None  # `Đảng Đức Mạnh` is no party of Germany: a capitalised syllable goes on
    if view.key(end) == "-" and view.upper(end + 1):
        second = view.hit(end + 1, "country", "short", "organization")
        if second is not None:
            return second.end, j, country.iso if isinstance(country, Country) else None
    return end, j, country.iso


def ends_a_name(view: SentenceView, j: int, country: Country, end: int) -> bool:
    """`UBND xã Hồng |Thái|`, `HTX Kiên |Nga|`: a form that is also a syllable of names, behind another one that is no word of the body's."""
    if not view.upper(j - 1) or view.in_capitals or view.surface(j, end) not in country.ambiguous:
        return False
    if view.key(j - 2) in words("unit_alone"):
        return True
    before = view.tokens[j - 1]
    if not is_vietnamese_syllable(before.text) or before.caps or view.compound(j - 2) == j:
        return False
    return not any(hit.end == j for k in range(max(j - 4, 0), j) for hit in view.hits.get(k, ()) if hit.kind in _PARTS_OF_BODIES)


def _ends_owner(view: SentenceView, j: int) -> bool:
    return view.hit(j, "role", "title_word", "organization", "organization_head") is not None or starts_vietnamese_name(view, j)


def unit_behind(view: SentenceView, j: int) -> int:
    """A place at the end of a local body: `UBND tỉnh Đắk Lắk`, `Thành ủy Hà Nội`, `Sở Y tế TP HCM`."""
    for k in (j, j - 1, j - 2):  # `Sở Y tế |Thành phố Hồ Chí Minh`, `Công an thành phố |Hồ Chí Minh`
        if k >= 0 and (whole := unit_of_place(view, k)) > j:
            return whole
    k = j
    for size in (2, 1):
        if view.keys(k, size) in words("local_unit"):
            k += size
            break
    if view.upper(k):
        hit = view.hit(k, "place")
        if hit is not None:
            return hit.end
        if k > j and view.upper(k + 1) and view.upper(k + 4) and read_quick_name(view, k + 2):
            return k + 2  # `Hội Nông dân |xã Hồng Thái| Trần Văn Lộc`
        if k > j and view.tokens[k].kind in ("word", "number") and not read_quick_name(view, k):
            stop = k + 1
            while stop < k + 3 and view.upper(stop) and not view.hit(stop, "role", "title_word") and not read_quick_name(view, stop):
                stop += 1
            return stop
    return j
