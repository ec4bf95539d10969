"""Where an organisation's name begins and ends: a row of the table, or a head word with what may follow it.

`Bộ Ngoại giao Mỹ`, `Cơ quan Phát triển quốc tế Mỹ (USAID)`, `Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam`, `đảng Pheu Thai`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.bodies.body_content import force_of_place, read_content, read_quick_name
from kg.extraction.bodies.branches import of_its_branch
from kg.extraction.bodies.foreign_bodies import foreign_body_end
from kg.extraction.bodies.owner_names import country_behind, seat_behind, unit_behind
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.numerals import is_numeral
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import OrganizationHead, OrganizationRow

__all__ = ["Body", "place_of_the_last", "read_body"]

# Kinds of `organization_heads.tsv`: whose trade may stand between head and name; who are named by common words, after people, or by a country alone
# though the head is in lower case (`quốc hội Mỹ`; `quân đội Pháp` is no name).
_OF_A_TRADE = {"company", "bank", "media", "ngo", "armed_group", "party"}
_NAMED_BY_WORDS = {"party", "parliament", "court", "university"}
_NAMED_AFTER_PEOPLE = {"university", "hospital"}
_NAMED_AFTER_FOREIGNERS = {"university", "hospital", "thinktank"}
_BUSINESS = frozenset({"company", "bank"})  # named in capitals though the head is in lower case (`công ty Thuận An`)
_NUMBERED = {"army", "hospital"}
_ROMAN_NUMBERED = {"army", "police", "state_body", "party_body"}
_ROMAN = re.compile(r"(?:I|II|III|IV|V|VI|VII|VIII|IX|X)\.?")
_CUT_SHORT = {"...", "…"}
_LOWER_WITH_COUNTRY = {"parliament", "party", "ministry"}


_HAVE_COMMITTEES = frozenset({"other"})  # kinds of national bodies of which provinces and communes have a committee


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
    built = _built(view, i, in_title=in_title)
    if built is None and (end := foreign_body_end(view, i)):
        built = Body(i, end, end, None, "other", None, "foreign words for a body")
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
        if hit.end == i + 1 and (is_numeral(view, i) or _in_a_number(view, i)):
            continue  # `các khóa IX, |X|, XI`, `văn bản số 12/|VPCP|-KGVX`
        lowered = not any(view.upper(k) for k in range(i + 1, hit.end))
        if lowered and view.key(i - 1) in words("plural") and " " in row.name and row.name.split()[1][0].isupper():
            continue  # `một trong những |Bộ xây dựng| nhiều văn bản`
        if row.kind in _HAVE_COMMITTEES and _is_of_a_unit(view, i, hit.end) and (view.hit(i, "organization_head") or _ends_a_head(view, i, hit.end)):
            continue  # `Ủy ban |MTTQ| tỉnh`, `Phó Chủ tịch |MTTQ| xã`: of the province, not of the country
        if row.ambiguous and hit.end - hit.start == 1 and not _stands_alone(view, i, hit.end):
            continue
        if hit.end - hit.start > 1 and not _capitals_fit(view, i, hit.end, row):
            continue
        # `NATO |của Hungary|` is no other NATO
        end, core_end, country = (hit.end, hit.end, None) if row.kind == "international" else country_behind(view, hit.end)
        return Body(i, end, core_end, row, row.kind, country or row.country or None, "known body")
    return None


def _in_a_number(view: SentenceView, i: int) -> bool:
    """`12/TTr-|BNV|`: letters glued to the number of a document."""
    k = i
    while k > 0 and view.tokens[k].glued and (view.key(k - 1) in {"/", "-"} or k < i):
        k -= 1
    return k < i - 1 and view.tokens[k].kind == "number" and view.key(k + 1) == "/"


def _is_of_a_unit(view: SentenceView, i: int, end: int) -> bool:
    """`|MTTQ| tỉnh`, `|Hội Nông dân| xã Hồng Thái`: behind the name stands a local unit, with a place or without one."""
    size = next((s for s in (2, 1) if view.keys(end, s) in words("unit_alone")), 0)
    return size > 0 and not view.upper(end) and view.compound(end) <= end + size


def _ends_a_head(view: SentenceView, i: int, end: int) -> bool:
    """`Ủy ban |MTTQ|`: a head word that began before token i ends with these tokens."""
    return any((head := view.hit(k, "organization_head")) is not None and head.end == end for k in range(max(i - 3, 0), i))


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
    if view.tokens[i].caps and _foreign_word(view, end) and not _is_titled(view, i):
        return False  # `|MSC| Mediterranean Shipping` has its own name behind the letters; `Chủ tịch MSC |Christoph Heusgen|` is a person
    return not before and not after


def _trade(view: SentenceView, j: int) -> int:
    """`Viện |nghiên cứu| Ung thư`, `Trung tâm |phòng chống| Bệnh tật`: the token behind a trade in lower case before capitals; j elsewhere."""
    size = next((s for s in (3, 2) if view.keys(j, s) in words("trade_of_institutes") and not view.upper(j)), 0)
    return j + size if size and view.upper(j + size) and view.hit(j + size, "country", "place") is None else j


def _is_titled(view: SentenceView, i: int) -> bool:
    """Whether a title ends before token i, so that its holder's name may stand behind the body (`Giám đốc |Trung tâm Y tế| John Smith`)."""
    return any(hit.end == i for k in range(max(i - 4, 0), i) for hit in view.hits_at(k, "role"))


def _built(view: SentenceView, i: int, *, in_title: bool) -> Body | None:
    hit = view.hit(i, "organization_head")
    if hit is None:
        return None
    head = hit.row
    assert isinstance(head, OrganizationHead)
    lower = not view.upper(i)
    if lower and view.keys(i - 1, 2) in words("one_word"):
        return None  # `Thời |báo|`
    if not lower and (state := view.country(i)) is not None and state[1] > hit.end:
        return None  # `|Đài| Loan của Trump`
    if head.alone == "yes" and head.complement == "place" and _is_of_a_unit(view, i, hit.end) and _ends_a_head(view, i, hit.end):
        return None  # `Ủy ban |MTTQ| tỉnh`
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
        if not lower and head.kind in _NAMED_AFTER_FOREIGNERS and (trade := _trade(view, start)) > start:
            start = trade  # `Trung tâm |phòng chống| Ung thư Francois Baclesse`
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
                after_foreigners=head.kind in _NAMED_AFTER_FOREIGNERS and not in_title and not _is_titled(view, i),
                complete=head.alone == "yes",
                several=view.key(i - 1) in words("plural"),
                task=fold(head.head) in words("has_task"),
                capital=not lower and head.complement == "domain",
                business=head.kind in _BUSINESS,
            )
            core_end = end
    end = core_end = _numbered(view, hit.end, end, head)
    if end > hit.end and (head.complement == "none" or (head.kind == "army" and not lower and not content)):
        content += 1  # `Đoàn kiểm tra số 1349`, `Lữ đoàn 189 |Hải quân|`
        service = view.hit(end, "domain") if head.complement != "none" and view.upper(end) else None
        end = core_end = service.end if service is not None else end
    if head.kind == "party" and content and view.keys(end, (tail := view.compound(end)) - end) in words("party_tail"):
        end = core_end = tail  # `đảng Nhân dân |mới|`
    owner_end, _, country = country_behind(view, end)
    # a parliament is a country's: `đoàn đại biểu Quốc hội |tỉnh Hải Dương|`
    place_end = _place(view, end) if owner_end == end and not (head.kind == "parliament" and head.complement == "country") else owner_end
    told = content or (
        head.complement not in ("words", "none") and (not lower or in_title or head.kind in _LOWER_WITH_COUNTRY or head.lower == "country")
    )
    told = told or (head.kind == "media" and not lower and place_end > end)  # `Báo |Tây Ninh|`
    if max(owner_end, place_end) > end and told:
        end, content = max(owner_end, place_end), content + 1
        if head.complement == "country" and view.key(end) == "tại":
            end = seat_behind(view, end)
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
    named = fold(view.surface(i, end))
    if named in words("needs_owner") or any(fold(view.surface(i, k)) in words("no_body") for k in range(hit.end + 1, min(end, hit.end + 4) + 1)):
        return None  # `Sở Chỉ huy| tiền phương`, `Đài Tổ quốc| ghi công`, `Phong trào Olympic| Việt Nam`
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
        counts = view.key(j + 1) == "/" or view.key(j + 1) in words("counted")  # `tướng Thủy quân Lục chiến |4 sao|`
        return j + 1 if len(view.tokens[j].text) <= 3 and not counts else j
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


def _place(view: SentenceView, j: int) -> int:
    """A place at the end of a local body: `UBND |tỉnh Đắk Lắk|`, or the local force whose division it is (`… |Công an tỉnh Hải Dương|`)."""
    if view.hit(j, "domain") is not None and force_of_place(view, j) and (force := _built(view, j, in_title=False)) is not None:
        return force.end
    return unit_behind(view, j)


def _text(view: SentenceView, j: int) -> str:
    return view.tokens[j].text if j < len(view) and view.tokens[j].kind == "word" and not view.tokens[j].caps else "-"
