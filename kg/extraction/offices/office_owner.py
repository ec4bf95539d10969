"""What stands behind a title: the field of a ministry, the body it is part of, country, place, scope and term of office.

Each reader takes the token behind what was read so far, and gives the token behind its own part (the same where nothing stands there).
"""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.bodies.organizations import Body, read_body
from kg.extraction.persons.names import names_person_not_country
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, OrganizationHead, PlaceRow, Role

__all__ = [
    "after_acronym",
    "after_modifier",
    "after_term",
    "bare_local_body",
    "is_local_body",
    "owner_country",
    "owner_place",
    "parent_body",
    "read_field",
    "read_topic",
    "takes_body",
    "title_complement",
    "unknown_body",
    "unknown_field",
    "without_country",
]

# Kinds of bodies that have departments and are such; and what shows that the phrase ends with the parent.
_PARENTS = frozenset({"ministry", "state_body", "police", "army", "party_body", "court", "thinktank"})
_LONGEST_FIELD = 8
_PATRONYMICS = ("ovich", "evich", "ovna", "evna", "ôvích", "êvích")
_OWNS_NOTHING = frozenset({"continent", "region", "sea", "river", "ocean"})
_BEHIND_PARENT = frozenset({",", ";", ".", ")", "-", "–", "giữ", "làm", "được", "("})


def is_local_body(view: SentenceView, i: int) -> bool:
    head = view.hit(i, "organization_head")
    return head is not None and isinstance(head.row, OrganizationHead) and head.row.complement == "place"


def bare_local_body(view: SentenceView, j: int, role: Role) -> int:
    """`Chánh văn phòng |Tỉnh ủy|`, `Trưởng ban Văn hóa - Xã hội |HĐND tỉnh|`: a local body whose place is not told is part of the title."""
    if role.owner == "country" or not view.upper(j) or not is_local_body(view, j):
        return j
    head = view.hit(j, "organization_head")
    assert head is not None
    return head.end + (view.key(head.end) in words("local_unit") and not view.upper(head.end + 1))


def parent_body(view: SentenceView, j: int, body: Body | None, *, titled: bool) -> Body | None:
    """The body behind an office's own body that this is part of: with a comma a ministry or agency, without one a party or army."""
    if body is not None and body.end == body.core_end and (found := read_body(view, j)) is not None:
        return found if found.kind in ("party", "army") and view.upper(found.start) else None
    if (body is None and not titled) or view.key(j) != "," or not view.upper(j + 1):
        return None
    found = read_body(view, j + 1)
    if found is None or found.kind not in _PARENTS or (body is not None and body.kind not in _PARENTS):
        return None
    return found if view.key(found.end) in _BEHIND_PARENT or found.end >= len(view) else None


def without_country(view: SentenceView, body: Body) -> int:
    """Where a body's name ends without the country or place behind it: `Quốc hội| Hàn Quốc`, `UBND| thành phố Hà Nội`."""
    head = view.hit(body.start, "organization_head")
    if head is not None and isinstance(head.row, OrganizationHead) and head.row.complement == "place":
        return head.end
    for k in range(body.start + 1, body.core_end):
        army = view.hit(k, "organization")  # `Chủ nhiệm Tổng cục Chính trị| Quân đội nhân dân Việt Nam`
        if army is not None and k > body.start + 1 and view.upper(k) and army.end >= body.core_end and getattr(army.row, "kind", "") == "army":
            return k
        found = view.country(k)
        if found is not None and found[1] == body.core_end:
            return k
    return body.core_end


def unknown_body(view: SentenceView, j: int, role: Role) -> Body | None:
    """`giám đốc điều hành |Rosneft| Igor Sechin`: capitalised words between the head of a body and a plain personal name are that body."""
    if not role.complement.startswith("body"):
        return None
    for k in range(j + 1, min(j + 5, len(view))):
        if not view.upper(k - 1) or view.tokens[k - 1].kind != "word" or view.hit(k - 1, "role", "title_word", "country", "place"):
            return None
        if view.key(min(k + 1, len(view) - 1)).endswith(_PATRONYMICS):
            return None  # `Tổng giám đốc Primakov Evgheny Alecsandrovich`: a Russian name with the family name first
        if read_quick_name(view, k) and not read_quick_name(view, j):
            return Body(j, k, k, None, role.kind.removesuffix("_head"), None, "name between office and holder")
    return None


def after_acronym(view: SentenceView, j: int) -> int:
    """`Cơ quan Phát triển quốc tế Mỹ |(USAID)| NAME`, `đảng Pheu Thai |cầm quyền| NAME`: what stands between the body and the name."""
    if view.keys(j, 2) in words("standing_of_party"):
        return j + 2
    if view.key(j) == "(" and view.key(j + 2) == ")" and view.tokens[j + 1].caps:
        return j + 3
    return j


def read_topic(view: SentenceView, j: int, role: Role) -> int:
    """`trợ lý |chính sách đối ngoại| Điện Kremlin NAME`, `cố vấn |kinh tế| Nhà Trắng NAME`: a field in lower case before body or country."""
    if role.kind not in ("adviser", "official", "spokesperson", "international_head", "diplomat"):
        return 0
    k = j
    while k < min(j + 5, len(view)) and view.tokens[k].kind == "word" and not view.upper(k) and view.hit(k, "role", "status") is None:
        k += 1
    if k == j or view.key(j) == "và":
        return 0  # `Phó giám đốc |và ông| A`
    if view.key(k - 1) in {"và", "của", "tại"} or not (view.country(k) or view.hit(k, "organization", "place") or read_quick_name(view, k)):
        return 0
    return k if k - j >= 2 and all(view.compound(m) <= k for m in range(j, k)) else 0


def after_modifier(view: SentenceView, j: int) -> int:
    for modifier in longest_first("office_modifier"):
        if view.keys(j, 2) == modifier:
            return j + 2
    return j


def read_field(view: SentenceView, j: int) -> int:
    """The field of a ministry after the title: `Bộ trưởng |Ngoại giao`, `Thứ trưởng |Quốc phòng`, `Bộ trưởng |Năng lượng và Khoáng sản`."""
    field = view.hit(j, "domain")
    if field is None or not (view.upper(j) or view.tokens[j - 1].key in {"trưởng"}):
        return j
    end = field.end
    while True:
        more = None
        if view.key(end) in {"và", "&"} or (view.key(end) == "," and _another_field(view, end + 1)):
            more = view.hit(end + 1, "domain")
        elif view.upper(end) and view.hit(end, "country") is None and not is_local_body(view, end):
            more = view.hit(end, "domain")  # but `Trưởng phòng Cảnh sát kinh tế |Công an tỉnh|`
        if more is None or not view.upper(more.start):
            return unknown_field(view, end)
        end = more.end


def unknown_field(view: SentenceView, j: int) -> int:
    """`Thương mại |và Tăng trưởng xuất khẩu| New Zealand`: a second field that no table has, up to the country or the name."""
    if (
        view.key(j) != "và"
        or not view.upper(j + 1)
        or view.tokens[j + 1].caps
        or view.hit(j + 1, "role", "title_word", "organization_head", "status", "country")
    ):
        return j
    if read_quick_name(view, j + 1):
        return j
    for k in range(j + 2, min(j + _LONGEST_FIELD, len(view))):
        if view.tokens[k].kind != "word" or (view.upper(k) and view.hit(k, "role", "title_word")):
            return j
        if view.country(k) is not None or read_quick_name(view, k):
            return k
    return j


def _another_field(view: SentenceView, j: int) -> bool:
    """`Kinh tế, |Kế hoạch| và Phát triển Dominica`: the last but one of a list of fields; the last may be in no table where the country follows."""
    field = view.hit(j, "domain")
    if field is None or not view.upper(j):
        return False
    if "và" in view.token_keys[j : field.end]:
        return True  # `Nông nghiệp, |Kế hoạch và tài chính|`
    return view.key(field.end) == "và" and (view.hit(field.end + 1, "domain") is not None or unknown_field(view, field.end) > field.end)


def takes_body(view: SentenceView, role: Role, body: Body) -> bool:
    if body.rule.startswith("head word") and not view.upper(body.start) and body.kind not in ("party", "company", "media", "bank", "parliament"):
        return False
    return (
        role.complement != "none"
        or role.owner in ("organization", "country_or_organization")
        or (role.kind == "military_office" and body.kind == "army")
        or body.kind in ("parliament", "party", "state_body", "international", "ministry")
    )


def title_complement(view: SentenceView, j: int, role: Role) -> int:
    """A title inside a title: `Trợ lý |Ngoại trưởng`, `Đặc phái viên |Tổng thống`, `Thư ký |của Chánh văn phòng`."""
    if role.kind not in ("adviser", "diplomat", "official", "spokesperson"):
        return 0
    k = j + 1 if view.key(j) == "của" else j
    hit = view.hit(k, "role")
    if (
        hit is None
        or not isinstance(hit.row, Role)
        or hit.row.kind
        not in (
            "head_of_state",
            "head_of_government",
            "minister",
            "deputy_head",
            "international_head",
            "party_leader",
            "official",
            "parliament_leader",
        )
    ):
        return 0
    return hit.end


def after_term(view: SentenceView, j: int) -> int:
    """Skip a term of office: `nhiệm kỳ 2020-2025`, `khóa XV`, `năm 2024`, `thứ 47`."""
    while True:
        if view.keys(j, 2) == "nhiệm kỳ":
            k = j + 2
            while k < len(view) and (view.tokens[k].kind == "number" or view.key(k) in {"-", "–", "/"}):
                k += 1
            if k == j + 2:
                return j
            j = k
        elif view.key(j) in {"hai", "ba", "bốn", "các", "2", "3", "4"} and view.key(j + 1) == "khóa":
            j += 1  # `Ủy viên Trung ương Đảng |ba| khóa 11, 12, 13`
        elif view.key(j) in {"khóa"} and j + 1 < len(view) and (view.tokens[j + 1].caps or view.tokens[j + 1].kind == "number"):
            j += 2
            while True:
                if view.key(j) == "(" and (close := next((k for k in range(j + 2, j + 5) if view.key(k) == ")"), 0)):
                    j = close + 1  # `khóa XI |(dự khuyết)|, XII`, `khóa XI |(01/2011)|`
                elif view.key(j) in {",", "và"} and j + 1 < len(view) and (view.tokens[j + 1].kind == "number" or _roman(view.tokens[j + 1].text)):
                    j += 2
                else:
                    break
        elif (view.key(j) == "năm" and j + 1 < len(view) and view.tokens[j + 1].kind == "number") or (
            view.key(j) == "thứ" and (view.key(j + 1) in words("ordinal") or (j + 1 < len(view) and view.tokens[j + 1].kind == "number"))
        ):
            j += 2
        else:
            return j


def _roman(word: str) -> bool:
    return bool(word) and all(c in "IVX" for c in word)


def owner_country(view: SentenceView, j: int) -> tuple[tuple[Country, int, int] | None, int]:
    k = j + 1 if view.key(j) == "của" else j
    if view.key(k) == "nước" and view.upper(k + 1):
        k += 1  # `Đại sứ nước Cộng hòa …`
    found = view.country(k)
    if found is None:
        if view.key(k) == "(" and (inner := view.country(k + 1)) is not None and view.key(inner[1]) == ")":
            return (inner[0], k + 1, inner[1]), inner[1] + 1
        return None, j
    country, end = found
    if names_person_not_country(view, k, end):
        return None, j
    if end - k == 1 and _goes_on_as_name(view, k, end, country):
        return None, j
    return (country, k, end), end


def _goes_on_as_name(view: SentenceView, k: int, end: int, country: Country) -> bool:
    """`Ngoại trưởng Israel Katz` (person, of Israel nothing is said) against `Ngoại trưởng Israel Gideon Saar`."""
    if is_vietnamese_syllable(view.tokens[k].text) or not view.upper(end) or view.tokens[end].kind != "word":
        return False
    given = view.lexicon.names.get("given_foreign", frozenset())
    return view.key(k) in given and not view.upper(end + 1)


def owner_place(view: SentenceView, j: int, role: Role) -> tuple[tuple[PlaceRow, int, int] | None, int]:
    """A place as owner, of offices that places have: `Thống đốc bang California`, `Thị trưởng London`, `Bí thư Hà Nội`."""
    if role.owner not in ("place", "organization", "country_or_organization"):
        return None, j
    k = j + 1 if view.key(j) == "của" else j
    unit = next((u for u in (*longest_first("local_unit"), "thủ đô") if view.keys(k, len(u.split())) == u), "")
    k += len(unit.split())
    hit = view.hit(k, "place")
    if hit is None or not view.upper(k) or not isinstance(hit.row, PlaceRow) or hit.row.kind in _OWNS_NOTHING:
        return None, j  # `Giám đốc Chương trình |Trung Đông|`
    return (hit.row, k, hit.end), hit.end
