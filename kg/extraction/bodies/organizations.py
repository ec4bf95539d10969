"""Where an organisation's name begins and ends: a row of the table, or a head word with what may follow it.

`Bộ Ngoại giao Mỹ`, `Cơ quan Phát triển quốc tế Mỹ (USAID)`, `Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam`, `đảng Pheu Thai`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.bodies.body_content import force_of_place, pair_of_countries, read_content, read_quick_name, unit_of_place
from kg.extraction.bodies.branches import of_its_branch
from kg.extraction.persons.names import names_person_not_country, starts_vietnamese_name
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.numerals import is_numeral
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, OrganizationHead, OrganizationRow

__all__ = ["Body", "place_of_the_last", "read_body"]

_LONGEST = 14
# Kinds of `organization_heads.tsv`: whose trade may stand between head and name; who are named by common words, after people, or by a country alone
# though the head is in lower case (`quốc hội Mỹ`; `quân đội Pháp` is no name).
_OF_A_TRADE = {"company", "bank", "media", "ngo", "armed_group", "party"}
_NAMED_BY_WORDS = {"party", "parliament", "court", "university"}
_NAMED_AFTER_PEOPLE = {"university"}
_BUSINESS = frozenset({"company", "bank"})  # named in capitals though the head is in lower case (`công ty Thuận An`)
_NUMBERED = {"army", "hospital"}
_ROMAN_NUMBERED = {"army", "police", "state_body", "party_body"}
_ROMAN = re.compile(r"(?:I|II|III|IV|V|VI|VII|VIII|IX|X)\.?")
_CUT_SHORT = {"...", "…"}
_LOWER_WITH_COUNTRY = {"parliament", "party", "ministry"}


class Body(NamedTuple):
    """An organisation at tokens `[start, end)`; `core_end` leaves out the country or place at its end (`Bộ Ngoại giao| Mỹ`)."""

    start: int
    end: int
    core_end: int
    row: OrganizationRow | None
    kind: str
    country: str | None
    rule: str


def read_body(view: SentenceView, i: int, *, in_title: bool = False) -> Body | None:
    """The longest organisation that begins at token i, or None.

    `in_title` allows a lower-case head, which a title gives its body (`Trưởng ban Tuyên giáo Trung ương`).
    """
    body = _longest(view, i, in_title=in_title)
    return of_its_branch(view, body) if body is not None else None


def _longest(view: SentenceView, i: int, *, in_title: bool) -> Body | None:
    known = _known(view, i)
    built = _built(view, i, in_title=in_title) or _foreign(view, i)
    if known and (built is None or known.end >= built.end):
        return known
    if known and known.kind == "party" and (view.key(known.end) == "và" or _foreign_word(view, known.end)):
        return known  # `Đảng Dân chủ | và Cộng hòa`: two parties; `đảng Dân chủ | Sherrod Brown`: a member
    return built


def _foreign_word(view: SentenceView, j: int) -> bool:
    return view.upper(j) and not is_vietnamese_syllable(view.tokens[j].text) and view.country(j) is None


def _known(view: SentenceView, i: int) -> Body | None:
    for hit in view.hits_at(i, "organization"):
        row = hit.row
        assert isinstance(row, OrganizationRow)
        if not view.upper(i) and (view.inside_word(i) or not (_names_behind_head(view, i) or (view.upper(i + 1) and hit.end > i + 1))):
            continue  # `quốc hội`, `cán |bộ Công an|`
        if row.kind == "media" and (view.key(i - 1) in words("names_a_thing") or view.keys(i - 2, 2) in words("names_a_thing")):
            continue  # `Huy hiệu |Tuổi trẻ| dũng cảm`
        if hit.end == i + 1 and is_numeral(view, i):
            continue  # `các khóa IX, |X|, XI`
        lowered = not any(view.upper(k) for k in range(i + 1, hit.end))
        if lowered and view.key(i - 1) in words("plural") and " " in row.name and row.name.split()[1][0].isupper():
            continue  # `một trong những |Bộ xây dựng| nhiều văn bản`
        if row.ambiguous and hit.end - hit.start == 1 and not _stands_alone(view, i, hit.end):
            continue
        if hit.end - hit.start > 1 and not _capitals_fit(view, i, hit.end, row):
            continue
        # `NATO |của Hungary|` is no other NATO
        end, core_end, country = (hit.end, hit.end, None) if row.kind == "international" else _owner(view, hit.end)
        return Body(i, end, core_end, row, row.kind, country or row.country or None, "known body")
    return None


def _foreign(view: SentenceView, i: int) -> Body | None:
    """`Atlantic Council`, `Azerbaijan Airlines`: a run of foreign capitalised words that ends in a word for a body."""
    if view.in_capitals or not view.upper(i) or _is_plain(view, i) or _is_plain(view, i - 1) is False:
        return None
    end = 0
    j = i
    while j < min(len(view), i + _LONGEST) and (_is_plain(view, j) is False or (j > i and view.key(j) in words("foreign_link"))):
        j += 1
        if j > i + 1 and view.key(j - 1) in words("foreign_body"):
            end = j
    if end and view.key(end) == "of" and _is_plain(view, end + 1) is False:
        end = j  # `London School |of Economics|`
    return Body(i, end, end, None, "other", None, "foreign words for a body") if end else None


def _is_plain(view: SentenceView, j: int) -> bool | None:
    """Whether token j is a Vietnamese or lower-case word; None where it is no word at all."""
    if not 0 <= j < len(view) or view.tokens[j].kind not in ("word", "abbr"):
        return None
    return not view.upper(j) or is_vietnamese_syllable(view.tokens[j].text)


def _names_behind_head(view: SentenceView, i: int) -> bool:
    """`đại học |Texas|, Austin`: a head word that may be in lower case, and a name behind it that is no country's (`quân đội Pháp`)."""
    head = view.hit(i, "organization_head")
    named = head is not None and view.upper(head.end) and view.country(head.end) is None
    return named and head is not None and isinstance(head.row, OrganizationHead) and head.row.lower == "yes"


def _capitals_fit(view: SentenceView, i: int, end: int, row: OrganizationRow) -> bool:
    """A body's name of several words has a capital at its head or at least one inside (`quốc hội Mỹ`, not `quốc hội`)."""
    return view.upper(i) or any(view.upper(k) for k in range(i + 1, end))


def _stands_alone(view: SentenceView, i: int, end: int) -> bool:
    """Neither side continues the word as part of a longer capitalised name."""
    before = view.upper(i - 1) and i > 1 and not view.tokens[i].caps
    after = view.upper(end) and not view.tokens[i].caps and is_vietnamese_syllable(view.tokens[end].text)
    return not before and not after


def _built(view: SentenceView, i: int, *, in_title: bool) -> Body | None:
    hit = view.hit(i, "organization_head")
    if hit is None:
        return None
    head = hit.row
    assert isinstance(head, OrganizationHead)
    lower = not view.upper(i)
    if lower and view.keys(i - 1, 2) in words("one_word"):
        return None  # `Thời |báo|`
    # `Trưởng |ban Tuyên giáo|` has a body in its title, `Ủy |ban|`, `Thường |vụ|` are words
    in_title = in_title and (not view.inside_word(i) or view.key(i - 1) in {"trưởng", "phó"})
    if lower and not in_title and (head.lower == "no" or view.inside_word(i)):
        return None
    if lower and view.upper(hit.end) and view.key(hit.end) == view.key(i):
        return None  # `Trưởng |ban| Ban Tổ chức …`, `các |trường| Trường Đại học …`: a word before the body's own
    start = end = core_end = hit.end
    if head.kind == "party" and view.hit(start, "organization_head") is not None and view.hit(start, "domain") is None:
        return None  # `các ban |Đảng| Thành ủy`
    content = 0
    local = view.hit(start, "organization_head")
    if lower and (view.keys(start, 2) == "trực thuộc" or (local is not None and getattr(local.row, "complement", "") == "place")):
        return None  # `các công ty |trực thuộc| Bộ Quốc phòng`, `không tổ chức |HĐND quận|`
    if head.complement in ("domain", "any", "name", "words"):
        if lower and head.kind in _OF_A_TRADE and view.compound(start) > start + 1 and view.upper(view.compound(start)):
            start = view.compound(start)  # `tập đoàn |dầu khí| Exxon Mobil`
        if (
            not lower
            or in_title
            or head.kind in _NAMED_BY_WORDS
            or (head.kind in _BUSINESS and not read_quick_name(view, start))
            or not is_vietnamese_syllable(_text(view, start))
        ):
            names = head.complement != "domain" and not (in_title and lower)
            end, content = read_content(
                view,
                start,
                names_allowed=names,
                after_people=head.kind in _NAMED_AFTER_PEOPLE,
                complete=head.alone == "yes",
                several=view.key(i - 1) in words("plural"),
                task=fold(head.head) in words("has_task"),
                capital=not lower and head.complement == "domain",
            )
            core_end = end
    end = core_end = _numbered(view, hit.end, end, head)
    if end > hit.end and (head.complement == "none" or (head.kind == "army" and not lower and not content)):
        content += 1  # `Đoàn kiểm tra số 1349`, `Lữ đoàn 189 |Hải quân|`
        service = view.hit(end, "domain") if head.complement != "none" and view.upper(end) else None
        end = core_end = service.end if service is not None else end
    if head.kind == "party" and content and view.keys(end, (tail := view.compound(end)) - end) in words("party_tail"):
        end = core_end = tail  # `đảng Nhân dân |mới|`
    owner_end, _, country = _owner(view, end)
    # a parliament is a country's: `đoàn đại biểu Quốc hội |tỉnh Hải Dương|`
    place_end = _place(view, end) if owner_end == end and not (head.kind == "parliament" and head.complement == "country") else owner_end
    told = content or (
        head.complement not in ("words", "none") and (not lower or in_title or head.kind in _LOWER_WITH_COUNTRY or head.lower == "country")
    )
    told = told or (head.kind == "media" and not lower and place_end > end)  # `Báo |Tây Ninh|`
    if max(owner_end, place_end) > end and told:
        end, content = max(owner_end, place_end), content + 1
        if head.complement == "country" and view.key(end) == "tại":
            end = _seat(view, end)
    if (
        content == 0
        and not (head.alone == "yes" and any(view.upper(k) for k in range(i, hit.end)))
        and not (not lower and place_of_the_last(view, i, end))
    ):
        return None
    if lower and not any(view.upper(k) for k in range(i + 1, end)):
        return None
    named_after = lower and head.complement == "words" and head.kind != "company"
    if named_after and (place := view.hit(start, "place")) is not None and place.end == end:
        return None  # `lực lượng |Moscow|`, `trung tâm |London|`
    if fold(view.surface(i, end)) in words("needs_owner"):
        return None  # `Sở Chỉ huy| tiền phương`
    letter = lower and end == hit.end + 1 and len(view.tokens[hit.end].text.rstrip(".")) == 1
    if letter and fold(view.surface(i, end)).rstrip(".") not in words("one_letter_name"):
        return None  # `dự án nhóm |A|`
    if view.key(end) in _CUT_SHORT and not view.tokens[end].glued and view.hit(hit.end, "place") is None:
        return None  # `Hội Liên …`: a headline that was cut off; `- Báo Tây Ninh …` behind a headline is whole
    return Body(i, end, core_end, None, head.kind, country, f"head word: {head.head}")


def _numbered(view: SentenceView, i: int, j: int, head: OrganizationHead) -> int:
    """`Lữ đoàn Xe tăng |203|`, `Bệnh viện Quân y |175|`: units of armies and hospitals have a number behind the name."""
    if j > i and view.upper(j) and _ROMAN.fullmatch(view.tokens[j].text) and view.tokens[j].caps and head.kind in _ROMAN_NUMBERED:
        return j + 1  # `Tổng cục An ninh |I|`
    if head.complement == "none" and view.key(j) == "số" and j + 1 < len(view) and view.tokens[j + 1].text.isdigit():
        return j + 2  # `Đoàn kiểm tra |số 1349|`
    if head.kind in _NUMBERED and j < len(view) and view.tokens[j].kind == "number" and view.tokens[j].text.isdigit():
        return j + 1 if len(view.tokens[j].text) <= 3 and view.key(j + 1) != "/" else j
    return j


def place_of_the_last(view: SentenceView, i: int, end: int) -> str:
    """`Tỉnh ủy, HĐND, UBND |tỉnh Phú Thọ|`: local bodies in a list have the place behind the last of them; empty where that is not so."""
    if not _is_local(view, i):
        return ""
    while view.key(end) in {",", "-", "–", "và"} and _is_local(view, end + 1):
        following = read_body(view, end + 1)
        if following is None:
            return ""
        if following.end > following.core_end:
            if view.country(following.core_end) is not None:  # `…, Ủy ban MTTQ Việt Nam |tỉnh Phú Thọ|`
                stop = _place(view, following.end)
                return view.surface(following.end, stop) if stop > following.end else ""
            return view.surface(following.core_end, following.end)
        end = following.end
    return ""


def _is_local(view: SentenceView, i: int) -> bool:
    head = view.hit(i, "organization_head")
    return head is not None and isinstance(head.row, OrganizationHead) and head.row.complement == "place"


def _text(view: SentenceView, j: int) -> str:
    return view.tokens[j].text if j < len(view) and view.tokens[j].kind == "word" and not view.tokens[j].caps else "-"


def _seat(view: SentenceView, j: int) -> int:
    """`Đại sứ quán Việt Nam |tại Brazil|`: where a mission sits is part of its name."""
    found = view.country(j + 1)
    if found is not None:
        return found[1]
    hit = view.hit(j + 1, "place")
    return hit.end if hit is not None and view.upper(j + 1) else j


def _owner(view: SentenceView, j: int) -> tuple[int, int, str | None]:
    """A country right after (or after `của`): `Bộ Ngoại giao Mỹ`, `Quốc hội của Đức`. Returns end, core end, ISO code."""
    k = j + 1 if view.key(j) == "của" else j
    found = view.country(k)
    if found is None:
        pair = pair_of_countries(view, j)
        return pair, pair, None
    country, end = found
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


def _ends_owner(view: SentenceView, j: int) -> bool:
    return view.hit(j, "role", "title_word", "organization", "organization_head") is not None or starts_vietnamese_name(view, j)


def _place(view: SentenceView, j: int) -> int:
    """A place at the end of a local body: `UBND tỉnh Đắk Lắk`, `Thành ủy Hà Nội`, `Sở Y tế TP HCM`."""
    if view.hit(j, "domain") is not None and force_of_place(view, j) and (force := _built(view, j, in_title=False)) is not None:
        return force.end
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
        if k > j and view.tokens[k].kind in ("word", "number") and not read_quick_name(view, k):
            stop = k + 1
            while stop < k + 3 and view.upper(stop) and not view.hit(stop, "role", "title_word") and not read_quick_name(view, stop):
                stop += 1
            return stop
    return j
