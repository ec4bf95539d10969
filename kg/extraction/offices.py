"""Office phrases: status word, title, body or field, owner, scope; and how far each reaches.

`cựu Ngoại trưởng Mỹ`, `Phó Chủ tịch Thường trực UBND tỉnh Đắk Lắk`, `Trợ lý Ngoại trưởng phụ trách khu vực Đông Á và Thái Bình Dương`,
`Chủ tịch kiêm Tổng giám đốc Hội đồng Kinh doanh Mỹ - ASEAN`.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.body_content import read_quick_name
from kg.extraction.context_words import longest_first, words
from kg.extraction.names import names_person_not_country
from kg.extraction.organizations import Body, read_body
from kg.extraction.view import SentenceView
from kg.language import fold
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, OrganizationHead, PlaceRow, Role, StatusWord
from kg.model import HoldingStatus

__all__ = ["OfficePhrase", "read_office"]


class OfficePhrase(NamedTuple):
    """An office at tokens `[start, end)`. `title` is the role's name as written, without country or organisation.

    `body` is the organisation, `country` the ISO code (with the tokens that name it), `place` the place that the phrase gives as owner.
    `bound` tells that a name may follow at once.
    """

    start: int
    end: int
    title: str
    role: Role
    status: HoldingStatus
    body: Body | None
    country: tuple[Country, int, int] | None
    place: tuple[PlaceRow, int, int] | None
    scope: str | None
    marked: bool


def read_office(view: SentenceView, i: int) -> OfficePhrase | None:
    """The office phrase that begins at token i, or None."""
    start = i
    status, marked, i = _status_before(view, i)
    title_start = i
    if view.key(i) == "phó" and not _covers_deputy(view, i):
        i += 1
    hit = view.hit(i, "role")
    if hit is None:
        return None
    role = hit.row
    assert isinstance(role, Role)
    if _not_a_title(view, title_start, hit.end):
        return None
    return _complete(view, start, title_start, i, hit.end, role, status, marked)


def _covers_deputy(view: SentenceView, i: int) -> bool:
    return view.hit(i, "role") is not None


def _not_a_title(view: SentenceView, i: int, end: int) -> bool:
    """A title of one syllable in lower case is a common word, and `chức vụ |Trưởng ban|` holds no `vụ trưởng`."""
    if end - i == 1 and not view.upper(i):
        return True
    return view.key(i - 1) == "chức" and view.key(i) == "vụ"


def _status_before(view: SentenceView, i: int) -> tuple[HoldingStatus, bool, int]:
    status: HoldingStatus = "current"
    marked = False
    while True:
        hit = next((h for h in view.hits_at(i, "status") if isinstance(h.row, StatusWord) and h.row.position == "before"), None)
        if hit is None or not isinstance(hit.row, StatusWord) or view.key(i - 1) in words("binds_next"):
            return status, marked, i
        if view.hit(hit.end, "role") is None and view.key(hit.end) != "phó" and view.hit(hit.end, "status") is None:
            return status, marked, i
        if hit.row.status in ("former", "late", "acting", "designate", "current"):
            status = hit.row.status  # type: ignore[assignment]
            marked = True
        i = hit.end


def _complete(
    view: SentenceView, start: int, title_start: int, role_start: int, end: int, role: Role, status: HoldingStatus, marked: bool
) -> OfficePhrase:
    title_end = end
    body: Body | None = None
    country: tuple[Country, int, int] | None = None
    place: tuple[PlaceRow, int, int] | None = None

    # a body inside the title itself: `Chủ tịch |UBND tỉnh`, `Bí thư |Tỉnh ủy`, `Trưởng |ban Tuyên giáo Trung ương`
    holds_body = bool(role.implied_owner) or role.owner == "place"
    for k in range(role_start + 1 if holds_body else end - 1, end):
        inner = read_body(view, k, in_title=k == end - 1)
        if inner is not None and inner.end == end and inner.row is None and role.complement == "body":
            continue  # `Phó Trưởng |Ban Thường trực|`: words of the title, the body follows
        if inner is not None and inner.end >= end:
            body = inner
            short = role_start + len(role.title.split())
            names_more = end > short + 1 and inner.start >= short and view.keys(role_start, short - role_start) == fold(role.title)
            # `Tổng Bí thư |Ban Chấp hành …|` is the office `Tổng Bí thư`; in `Bí thư Tỉnh ủy` the body is part of the title
            title_end = short if names_more else max(end, _without_country(view, inner))
            end = inner.end
            break
    while True:
        step = _modifier(view, end)
        if step == end:
            break
        if title_end == end:
            title_end = step
        end = step
    status, marked, end = _status_after(view, end, status, marked)

    if body is None:
        field_end = _field(view, end) if role.complement == "domain" or role.kind in ("minister", "deputy_minister") else end
        if field_end > end:
            inner = read_body(view, end)
            if inner is not None and inner.end > field_end and inner.core_end >= field_end:
                field_end = inner.core_end
            end = title_end = field_end
            parent = read_body(view, end)  # `Chủ nhiệm Ủy ban Đối ngoại |Quốc hội|`
            if parent is not None and parent.kind in ("parliament", "state_body", "ministry", "party_body"):
                body, end = parent, parent.end
        else:
            following = read_body(view, end) or (read_body(view, end + 1) if view.key(end) in {"của", "tại"} else None)
            if following is not None and _takes_body(view, role, following):
                body = following
                if role.title.split()[-1].lower() == view.key(following.start) and role.complement == "domain":
                    title_end = following.core_end
                end = following.end
            elif (unknown := _unknown_body(view, end, role)) is not None:
                body, end = unknown, unknown.end
            else:
                complement = _title_complement(view, end, role) or _topic(view, end, role)
                if complement > end:
                    end = title_end = complement
                    body = read_body(view, end)
                    end = body.end if body is not None else end
    end = _bracketed_acronym(view, end) if body is not None else end
    end = _term(view, end)
    status, marked, end = _status_after(view, end, status, marked)
    if body is not None and body.country is None:
        country, end = _country(view, end)
    elif body is None:
        country, end = _country(view, end)
        if country is None:
            place, end = _place(view, end, role)
    end = _term(view, end)
    status, marked, end = _status_after(view, end, status, marked)
    scope, end = _scope(view, end)
    if country is None and body is None:
        country, end = _country(view, end)
    return OfficePhrase(start, end, view.surface(title_start, title_end), role, status, body, country, place, scope, marked)


def _without_country(view: SentenceView, body: Body) -> int:
    """Where a body's name ends without the country or place behind it: `Quốc hội| Hàn Quốc`, `UBND| thành phố Hà Nội`."""
    head = view.hit(body.start, "organization_head")
    if head is not None and isinstance(head.row, OrganizationHead) and head.row.complement == "place":
        return head.end
    for k in range(body.start + 1, body.core_end):
        found = view.country(k)
        if found is not None and found[1] == body.core_end:
            return k
    return body.core_end


def _unknown_body(view: SentenceView, j: int, role: Role) -> Body | None:
    """`giám đốc điều hành |Rosneft| Igor Sechin`: capitalised words between the head of a body and a plain personal name are that body."""
    if not role.complement.startswith("body"):
        return None
    for k in range(j + 1, min(j + 5, len(view))):
        if not view.upper(k - 1) or view.tokens[k - 1].kind != "word" or view.hit(k - 1, "role", "title_word", "country", "place"):
            return None
        if read_quick_name(view, k) and not read_quick_name(view, j):
            return Body(j, k, k, None, role.kind.removesuffix("_head"), None, "name between office and holder")
    return None


def _bracketed_acronym(view: SentenceView, j: int) -> int:
    """`Cơ quan Phát triển quốc tế Mỹ |(USAID)| NAME`: the acronym stands between the body and the name."""
    if view.key(j) == "(" and view.key(j + 2) == ")" and view.tokens[j + 1].caps:
        return j + 3
    return j


def _topic(view: SentenceView, j: int, role: Role) -> int:
    """`trợ lý |chính sách đối ngoại| Điện Kremlin NAME`, `cố vấn |kinh tế| Nhà Trắng NAME`: a field in lower case before body or country."""
    if role.kind not in ("adviser", "official", "spokesperson", "international_head", "diplomat"):
        return 0
    k = j
    while k < min(j + 5, len(view)) and view.tokens[k].kind == "word" and not view.upper(k) and view.hit(k, "role", "status") is None:
        k += 1
    if k == j or not (view.country(k) or view.hit(k, "organization", "place") or read_quick_name(view, k)):
        return 0
    return k if k - j >= 2 and all(view.compound(m) <= k for m in range(j, k)) else 0


def _modifier(view: SentenceView, j: int) -> int:
    for modifier in longest_first("office_modifier"):
        if view.keys(j, 2) == modifier:
            return j + 2
    return j


def _status_after(view: SentenceView, j: int, status: HoldingStatus, marked: bool) -> tuple[HoldingStatus, bool, int]:
    hit = next((h for h in view.hits_at(j, "status") if isinstance(h.row, StatusWord) and h.row.position == "after"), None)
    if hit is None or not isinstance(hit.row, StatusWord):
        return status, marked, j
    if hit.row.status in ("former", "late", "acting", "designate"):
        return hit.row.status, True, hit.end  # type: ignore[return-value]
    return status, marked, hit.end


def _field(view: SentenceView, j: int) -> int:
    """The field of a ministry after the title: `Bộ trưởng |Ngoại giao`, `Thứ trưởng |Quốc phòng`, `Bộ trưởng |Năng lượng và Khoáng sản`."""
    field = view.hit(j, "domain")
    if field is None or not (view.upper(j) or view.tokens[j - 1].key in {"trưởng"}):
        return j
    end = field.end
    while True:
        more = None
        if view.key(end) in {"và", "&"} or (view.key(end) == "," and _another_field(view, end + 1)):
            more = view.hit(end + 1, "domain")
        elif view.upper(end) and view.hit(end, "country") is None:
            more = view.hit(end, "domain")
        if more is None or not view.upper(more.start):
            return end
        end = more.end


def _another_field(view: SentenceView, j: int) -> bool:
    field = view.hit(j, "domain")
    return field is not None and view.upper(j) and view.key(field.end) == "và" and view.hit(field.end + 1, "domain") is not None


def _takes_body(view: SentenceView, role: Role, body: Body) -> bool:
    if (
        body.rule.startswith("head word")
        and not view.upper(body.start)
        and body.kind not in ("party", "company", "media", "bank", "parliament")
    ):
        return False
    return (
        role.complement != "none"
        or role.owner in ("organization", "country_or_organization")
        or body.kind in ("parliament", "party", "state_body", "international", "ministry")
    )


def _title_complement(view: SentenceView, j: int, role: Role) -> int:
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


def _term(view: SentenceView, j: int) -> int:
    """Skip a term of office: `nhiệm kỳ 2020-2025`, `khóa XV`, `năm 2024`, `thứ 47`."""
    while True:
        if view.keys(j, 2) == "nhiệm kỳ":
            k = j + 2
            while k < len(view) and (view.tokens[k].kind == "number" or view.key(k) in {"-", "–", "/"}):
                k += 1
            if k == j + 2:
                return j
            j = k
        elif view.key(j) in {"khóa"} and j + 1 < len(view) and (view.tokens[j + 1].caps or view.tokens[j + 1].kind == "number"):
            j += 2
            while view.key(j) == "," and j + 1 < len(view) and (view.tokens[j + 1].kind == "number" or _roman(view.tokens[j + 1].text)):
                j += 2
        elif (view.key(j) == "năm" and j + 1 < len(view) and view.tokens[j + 1].kind == "number") or (
            view.key(j) == "thứ" and (view.key(j + 1) in words("ordinal") or (j + 1 < len(view) and view.tokens[j + 1].kind == "number"))
        ):
            j += 2
        else:
            return j


def _roman(word: str) -> bool:
    return bool(word) and all(c in "IVX" for c in word)


def _country(view: SentenceView, j: int) -> tuple[tuple[Country, int, int] | None, int]:
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


def _place(view: SentenceView, j: int, role: Role) -> tuple[tuple[PlaceRow, int, int] | None, int]:
    """A place as owner, of offices that places have: `Thống đốc bang California`, `Thị trưởng London`, `Bí thư Hà Nội`."""
    if role.owner not in ("place", "organization", "country_or_organization"):
        return None, j
    k = j + 1 if view.key(j) == "của" else j
    unit = next((u for u in (*longest_first("local_unit"), "thủ đô") if view.keys(k, len(u.split())) == u), "")
    k += len(unit.split())
    hit = view.hit(k, "place")
    if hit is None or not view.upper(k) or not isinstance(hit.row, PlaceRow):
        return None, j
    return (hit.row, k, hit.end), hit.end


def _scope(view: SentenceView, j: int) -> tuple[str | None, int]:
    """`phụ trách chính sách`, `phụ trách khu vực Đông Á và Thái Bình Dương`, `về khí hậu`, `tại Việt Nam`."""
    if view.keys(j, 2) in words("scope"):
        k = j + 2
        while k < len(view) and k < j + 16:
            hit = view.hit(k, "place", "organization", "country", "domain")
            if hit is not None and (view.upper(k) or hit.kind == "domain"):
                k = hit.end
            elif (view.tokens[k].kind == "word" and not view.upper(k) and view.hit(k, "role", "title_word") is None) or (
                view.key(k) in {"-", "–", ","} and view.hit(k + 1, "place", "organization", "country") is not None
            ):
                k += 1
            else:
                break
        while k > j + 2 and view.key(k - 1) in {"và", "đã", "là", "tại", "trong", "của", "cho"}:
            k -= 1
        # a scope is a noun phrase before a name or a sign; a verb phrase that runs on to the end is none
        if k > j + 2 and (view.upper(k) or k >= len(view) or view.tokens[k].kind == "sign" or view.hit(k, "title_word")):
            return view.surface(j, k), k
        return None, j
    if view.key(j) == "về" and j + 1 < len(view) and not view.upper(j + 1):
        k = j + 1
        while k < len(view) and k < j + 9 and view.tokens[k].kind == "word":
            hit = view.hit(k, "place", "country", "domain")
            if hit is not None:
                k = hit.end
            elif not view.upper(k):
                k += 1
            else:
                break
        if k > j + 1 and (view.upper(k) or view.key(k) in {",", "-", "–"}):
            return view.surface(j, k), k
        return None, j
    if view.key(j) == "tại":
        found = view.country(j + 1)
        if found is not None:
            return view.surface(j, found[1]), found[1]
        body = read_body(view, j + 1)
        if body is not None and view.upper(body.end):
            return view.surface(j, body.end), body.end
    return None, j
