"""Places that a kind word names: `bang Ceara`, `sân bay Changi`, `Q.Tân Bình`, `các vùng Azadegan và Hur al-Azim`, `6 xã: Việt Dân, Hòa An`.

Comes in: the recorder of a sentence and the token where the kind word may begin. Goes out: the token behind the last place recorded.
"""

from __future__ import annotations

import functools

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.bodies.organizations import read_body
from kg.extraction.persons.names import read_name, read_name_at_once, starts_vietnamese_name
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.recorder import Recorder
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, PlaceRow

__all__ = ["begins_place_kind", "further_streets", "place_name_end", "read_place_by_kind"]

_LONGEST_KIND = 4
_LONGEST_NAME = 5


@functools.cache
def _first_of_place_kinds() -> frozenset[str]:
    return frozenset(word.split()[0] for word in words("place_kind") | words("feature_kind") | words("named_after_people"))


def _is_kind(view: SentenceView, i: int, size: int) -> bool:
    kind = view.keys(i, size)
    # `Rạch |Dừa|`, `Đình |Vũ|`: with a capital the word for a feature is part of the name
    return kind in words("place_kind") or kind in words("named_after_people") or (kind in words("feature_kind") and not view.upper(i))


def begins_place_kind(view: SentenceView, i: int) -> bool:
    """Whether a kind word (`bang`, `huyện`, `sân bay`) or the abbreviation of one (`Q.`) may begin at token i."""
    return view.key(i) in _first_of_place_kinds()


def read_place_by_kind(recorder: Recorder, i: int) -> int:
    """Record the place, or the places, named by the kind word at token i; i where none stands there."""
    view = recorder.view
    if view.keys(i - 1, 2) in words("no_place_kind"):
        return i  # `tàu |sân bay| USS Nimitz`
    if (unit := _abbreviated_unit(view, i)) > i:
        return _record(recorder, i, unit)
    if not view.upper(i) and begins_place_kind(view, i) and view.inside_word(i):
        return i  # `yêu |cầu| Nguyễn Văn A`
    size = next((s for s in range(_LONGEST_KIND, 0, -1) if _is_kind(view, i, s)), 0)
    if size and view.key(i + size) == ":" and view.upper(i + size + 1):
        return _further(recorder, i + size)
    if not size or not view.upper(i + size) or view.tokens[i + size].kind != "word":
        return i
    if view.upper(i) and starts_vietnamese_name(view, i) and view.upper(i + 2):
        return i  # `Hồ Chí Minh` is no lake
    end = _record(recorder, i, i + size)
    if end > i and view.keys(i, size) in words("street_kind"):
        end = further_streets(recorder, end)
    return _further(recorder, end) if end > i and view.key(i - 1) in words("plural") else end


def _abbreviated_unit(view: SentenceView, i: int) -> int:
    """`H.|Văn Giang`, `TX.|Sơn Tây`: the token behind a unit's abbreviation that is written together with its name; i elsewhere."""
    if not view.upper(i):
        return i
    end = next((i + size for size in (2, 1) if view.keys(i, size) in words("abbreviated_unit")), i)
    named = end > i and view.upper(end) and view.tokens[end].glued and is_vietnamese_syllable(view.tokens[end].text)
    return end if named and not view.tokens[end].caps and len(view.tokens[end].text) > 1 else i


def _record(recorder: Recorder, i: int, k: int) -> int:
    """Record the place whose kind word stands at tokens `[i, k)`; i where what follows is a person, a body or a common word."""
    view = recorder.view
    kind = view.keys(i, k - i)
    after_people = kind in words("named_after_people")
    known = view.hit(k, "place")
    blocking = view.hit(k, "role", "title_word", "organization", "organization_head", "country", "short")
    # `phố |Anh Đào|`: of two capitals the first is no honorific, and no country; `quận |Hai Bà Trưng|` is longer than `Hai Bà`
    named = blocking is not None and blocking.end == k + 1 and after_people and view.upper(k + 1) and not _is_body(view, k)
    if blocking is not None and not named and (known is None or known.end <= blocking.end):
        return i
    if known is None and after_people and read_quick_name(view, k):
        end = read_name(view, k, introduced=True) or k + 1
        recorder.add("place", k, end, None, f"kind word: {view.surface(i, k)}")
        return end
    if known is None and ((view.compound(k) > k + 1 and not view.upper(k + 1)) or len(view.tokens[k].text) == 1 or read_name_at_once(view, k)):
        return i
    if known is None and view.tokens[k].caps:
        return i  # `ấp |NTM|`, `vùng |DTTS|`: what shortens common words
    end = known.end if known is not None else place_name_end(view, k)
    if end == k + 1 and view.key(k) in words("compass_point") and (country := view.country(end)) is not None:
        end = country[1]  # `vùng |Nam Lào|`
    row = known.row if known is not None and isinstance(known.row, PlaceRow) else None
    recorder.add("place", k, end, row, f"kind word: {view.surface(i, k)}")
    return end


def _is_body(view: SentenceView, k: int) -> bool:
    """`nghĩa trang |Ban An ninh Trung ương|`; two syllables are a place's (`đồi |Hội Sơn|`)."""
    body = read_body(view, k)
    return body is not None and body.end > k + 2


def place_name_end(view: SentenceView, k: int) -> int:
    """The token behind the place's name that begins at token k: capitals, and the hyphens and particles of foreign names (`Hur |al-Azim|`)."""
    end = k + 1
    while end < min(k + _LONGEST_NAME, len(view)):
        if view.upper(end) and view.tokens[end].kind == "word":
            if _ends_name(view, end) and not (end == k + 1 and _is_syllable(view, end)):
                break
            end += 1
        elif view.key(end) == "-" and view.tokens[end].glued and view.upper(end + 1) and view.tokens[end + 1].glued and _foreign(view, end - 1):
            end += 2
        elif view.key(end) in words("place_particle") and _foreign(view, end - 1):
            behind = end + 2 if view.key(end + 1) == "-" else end + 1
            if not (view.upper(behind) and _foreign(view, behind)):
                break
            end = behind + 1
        else:
            break
    return end


def _ends_name(view: SentenceView, j: int) -> bool:
    """Whether an office, body or country begins at token j, but not in `cầu Cửa |Hội|`, `hồ Thác |Bà|`, `xã Hồng |Thái| Tây`."""
    hit = view.hit(j, "role", "title_word", "organization", "country", "organization_head")
    if hit is None:
        return False
    if isinstance(hit.row, Country):
        return view.surface(j, hit.end) not in hit.row.ambiguous or not view.upper(hit.end)
    return hit.kind not in ("organization_head", "title_word") or hit.end > j + 1 or view.upper(j + 1)


def _is_syllable(view: SentenceView, j: int) -> bool:
    """`xã Hoằng |Đức|`: behind one Vietnamese syllable a country's short name is the second; `vùng Nam |Lào|` has a compass point."""
    country = view.hit(j, "country", "short")
    ambiguous = country is not None and isinstance(country.row, Country) and view.surface(j, country.end) in country.row.ambiguous
    return ambiguous and not _foreign(view, j - 1) and view.key(j - 1) not in words("compass_point")


def _foreign(view: SentenceView, j: int) -> bool:
    return not is_vietnamese_syllable(view.tokens[j].text)


def _is_no_place(view: SentenceView, k: int, end: int) -> bool:
    """Whether an office, a body, a country or a common word stands at tokens `[k, end)`; a commune may begin like one (`Việt| Dân`)."""
    if view.compound(k) > k + 1 and not view.upper(k + 1):
        return True
    whole = (hit.end >= end for hit in view.hits_at(k, "country", "short", "person", "domain"))
    return view.hit(k, "role", "status", "title_word", "organization", "organization_head") is not None or any(whole)


def _further(recorder: Recorder, j: int) -> int:
    """`các vùng Azadegan |và Hur al-Azim|`, `6 xã|: Nguyễn Huệ, Việt Dân|`: kind words in the plural name more places, over commas and `và`."""
    view = recorder.view
    while view.key(j) in {":", ",", "và", "hay", "hoặc"} and view.upper(j + 1) and view.tokens[j + 1].kind == "word":
        k = j + 1
        known = view.hit(k, "place")
        end = known.end if known is not None else place_name_end(view, k)
        if known is None and (_is_no_place(view, k, end) or (end == k + 1 and not _foreign(view, k))):
            return j  # `35 tỉnh: |Đoàn| kiểm tra …`, `các bang Texas, |Bộ Tư pháp| …`
        recorder.add("place", k, end, known.row if known is not None else None, "place in a list")
        j = end
    return j


def further_streets(recorder: Recorder, j: int) -> int:
    """The token behind the streets named from token j on, which are recorded, behind a street:

    `tuyến đường Vành Đai 4, |Phan Văn Trị|, |Lê Quang Định|`: names of people in a list that a street opens are streets, too.

    Not who is described behind the name or does something (`ở đường Huế, |Nguyễn Văn A, 30 tuổi|, …`).
    """
    view = recorder.view
    if j < len(view) and view.tokens[j].kind == "number":
        j += 1  # `Vành Đai |4|`
    while view.key(j) in {",", "-", "–", "và"} and read_quick_name(view, j + 1):
        end = read_name(view, j + 1, introduced=True) or j + 2
        described = view.key(end) in {",", "(", "-", "–"} and not read_quick_name(view, end + 1)
        if end < len(view) and (described or view.tokens[end].kind != "sign") and view.key(end) not in words("street_ends"):
            return j
        recorder.add("place", j + 1, end, None, "place in a list")
        j = end
    return j
