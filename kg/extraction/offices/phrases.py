"""Office phrases: status word, title, body or field, owner, scope; and how far each reaches.

`cựu Ngoại trưởng Mỹ`, `Phó Chủ tịch Thường trực UBND tỉnh Đắk Lắk`, `Trợ lý Ngoại trưởng phụ trách khu vực Đông Á và Thái Bình Dương`,
`Chủ tịch kiêm Tổng giám đốc Hội đồng Kinh doanh Mỹ - ASEAN`.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.bodies.organizations import Body, read_body
from kg.extraction.offices.office_owner import (
    after_acronym,
    after_modifier,
    after_term,
    bare_local_body,
    is_local_body,
    owner_country,
    owner_place,
    parent_body,
    read_field,
    read_topic,
    takes_body,
    title_complement,
    unknown_body,
    unknown_field,
    without_country,
)
from kg.extraction.offices.scopes import read_scope
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.gazetteer import Hit
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.language.compounds import compound_end
from kg.lexicon.rows import Country, OrganizationHead, PlaceRow, Role, StatusWord
from kg.model import HoldingStatus

__all__ = ["OfficePhrase", "read_office"]


class OfficePhrase(NamedTuple):
    """An office at tokens `[start, end)`. `title` is the role's name as written, without country or organisation.

    `body` is the organisation, `country` the ISO code (with the tokens that name it), `place` the place that the phrase gives as owner.
    `parent` is the body that `body` is part of (`Cục trưởng Cục Lãnh sự, |Bộ Ngoại giao|`, `Ủy viên Bộ Chính trị |Đảng Cộng sản Việt Nam|`).
    `served` is the higher office that the office is of (`Trợ lý |Bí thư Thành ủy Hà Nội|`): its words are part of the title, its owner the owner.
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
    parent: Body | None = None
    served: OfficePhrase | None = None


# Kinds and ids of `roles.tsv`: who serves the holder of a higher office, and whose holders have nobody of their own
_SERVES = frozenset({"adviser"})
_SERVES_TOO = frozenset({"office-secretary"})
_OF_A_STATE = frozenset({"head_of_state", "head_of_government", "deputy_head"})
_WHO_IS_NAMED = frozenset({"người", "vật", "viên"})  # `người |được chọn làm|`, `nhân vật`, `ứng viên`
_SEATS = ("ủy viên", "bí thư trung ương")
_SERVED_BESIDES = frozenset({"minister", "head_of_state", "head_of_government", "deputy_head", "parliament_leader", "party_office"})
_UNSERVED = frozenset({"adviser", "military_office", "legislator", "candidate", "royalty", "spokesperson", "diplomat", "other"})


def read_office(view: SentenceView, i: int) -> OfficePhrase | None:
    """The office phrase that begins at token i, or None."""
    start = i
    status, marked, i = _status_before(view, i)
    title_start = i
    if view.key(i) == "phó" and _ends_a_verb(view, i):
        return None
    if view.key(i) == "phó" and not _covers_deputy(view, i):
        i += 1  # `Phó |Bí thư Thành ủy|`: the longer title decides
    hit = view.hit(i, "role")
    if hit is None:
        return None
    role = hit.row
    assert isinstance(role, Role)
    if _not_a_title(view, title_start, hit.end):
        return None
    shorter = _before_a_body(view, i, hit.end)
    if shorter is not None and isinstance(shorter.row, Role):
        hit, role = shorter, shorter.row
    if role.kind in _SERVES or role.id in _SERVES_TOO:
        whole = _of_served(view, start, title_start, hit.end, role, status, marked)
        if whole is not None:
            return _of_several(view, title_start, whole)
    phrase = _complete(view, start, title_start, i, hit.end, role, status, marked)
    if role.kind in _SERVES:
        within = (read_office(view, k) for k in range(i + 1, hit.end) if view.hit(k, "role") is not None)
        phrase = phrase._replace(served=next((inner for inner in within if inner is not None and inner.end >= hit.end), None))
        return _of_several(view, title_start, phrase)
    return phrase


def _of_several(view: SentenceView, title_start: int, phrase: OfficePhrase) -> OfficePhrase:
    """`Trợ lý Ủy viên Bộ Chính trị, |Bộ trưởng Bộ Công an|`: nobody serves a member; the office behind it is that of whom one serves."""
    first = phrase.served
    seat = first is not None and (first.role.kind == "party_leader" or fold(first.title).startswith(_SEATS))
    if not seat or view.key(phrase.end) != ",":
        return phrase
    served = read_office(view, phrase.end + 1)
    if served is None or served.marked or served.role.kind not in _SERVED_BESIDES:
        return phrase
    title = f"{view.surface(title_start, served.start)} {served.title}"
    return served._replace(start=phrase.start, title=title, role=phrase.role, status=phrase.status, marked=phrase.marked, served=served)


def _of_served(view: SentenceView, start: int, title_start: int, end: int, role: Role, status: HoldingStatus, marked: bool) -> OfficePhrase | None:
    """`Trợ lý |Bí thư Thành ủy Hà Nội|`, `Thư ký |của Trưởng Ban Kinh tế Trung ương|`: the office of one who serves another's."""
    k = end + 1 if view.key(end) == "của" else end
    if view.hit(k, "role") is None:
        return None
    served = read_office(view, k)
    if served is None or served.start != k or served.marked or served.role.kind in _UNSERVED:
        return None
    title = f"{view.surface(title_start, k)} {served.title}"
    return served._replace(start=start, title=title, role=role, status=status, marked=marked, served=served)


def _before_a_body(view: SentenceView, i: int, end: int) -> Hit | None:
    """`Phó Tư lệnh |Cảnh sát cơ động|`: the shorter title, where a force of the tables begins inside the longer one and goes on behind it."""
    for hit in view.hits_at(i, "role"):
        body = view.hit(hit.end, "organization") if hit.end < end and view.upper(hit.end) else None
        if body is not None and body.end > end and getattr(body.row, "kind", "") in ("police", "army"):
            return hit
    return None


def _covers_deputy(view: SentenceView, i: int) -> bool:
    whole, rest = view.hit(i, "role"), view.hit(i + 1, "role")
    return whole is not None and (rest is None or rest.end <= whole.end)


def _ends_a_verb(view: SentenceView, i: int) -> bool:
    """`nhiệm vụ được giao |phó|`, `ứng |phó| Tổng thống A`: the syllable ends a verb before a title in capitals."""
    return not view.upper(i) and view.upper(i + 1) and compound_end((view.key(i - 1), view.key(i)), 0) == 2


def _not_a_title(view: SentenceView, i: int, end: int) -> bool:
    """A title of one syllable in lower case is a common word, `chức vụ |Trưởng ban|` holds no `vụ trưởng`, `đại sứ quán` no `đại sứ`, and the
    number of a document (`91/CĐ-|TTg|`) no title at all.
    """
    if (end - i == 1 and not view.upper(i)) or view.key(end) == "quán" or (not view.upper(i) and view.keys(i - 1, 2) in words("one_word")):
        return True
    if end - i == 1 and view.key(i - 1) == "-" and view.key(i - 3) == "/" and view.tokens[i].glued:
        return True
    return view.key(i - 1) == "chức" and view.key(i) == "vụ" and not view.upper(i)


def _status_before(view: SentenceView, i: int) -> tuple[HoldingStatus, bool, int]:
    status: HoldingStatus = "current"
    marked = False
    while True:
        hit = next((h for h in view.hits_at(i, "status") if isinstance(h.row, StatusWord) and h.row.position == "before"), None)
        if hit is None or not isinstance(hit.row, StatusWord) or (view.key(i) == "quyền" and view.key(i - 1) in words("binds_next")):
            return status, marked, i
        if _predicate(view, i):
            return status, marked, i
        if view.hit(hit.end, "role") is None and view.key(hit.end) != "phó" and view.hit(hit.end, "status") is None:
            return status, marked, i
        if hit.row.status in ("former", "late", "acting", "designate", "current"):
            status = hit.row.status  # type: ignore[assignment]
            marked = True
        i = hit.end


def _predicate(view: SentenceView, i: int) -> bool:
    """`ông A |được giới thiệu làm| Bí thư`: what is said of him, not words of a title; so it is not of who is `được chọn làm`, by one man or many."""
    if view.key(i) != "được" or view.key(i + 1) == "chọn" or i == 0:
        return False
    return view.tokens[i - 1].kind == "word" and view.key(i - 1) not in _WHO_IS_NAMED


def _complete(
    view: SentenceView, start: int, title_start: int, role_start: int, end: int, role: Role, status: HoldingStatus, marked: bool
) -> OfficePhrase:
    title_end = end
    body: Body | None = None
    country: tuple[Country, int, int] | None = None
    place: tuple[PlaceRow, int, int] | None = None
    beside: Body | None = None

    if role.kind in ("minister", "deputy_minister"):
        # `Bộ trưởng |Ngoại giao và Hợp tác quốc tế|`: the field is longer than the title of the table
        fields = [hit.end for k in range(role_start + 1, end) if view.upper(k) and (hit := view.hit(k, "domain")) is not None]
        end = title_end = unknown_field(view, max([end, *fields]))

    # a body inside the title itself: `Chủ tịch |UBND tỉnh`, `Bí thư |Tỉnh ủy`, `Trưởng |ban Tuyên giáo Trung ương`
    holds_body = bool(role.implied_owner) or role.owner == "place"
    for k in range(role_start + 1 if holds_body else end - 1, end):
        if view.keys(k - 1, 2) in words("one_word"):
            continue  # `Chánh Văn |phòng Thành ủy|`
        inner = read_body(view, k, in_title=k == end - 1)
        if inner is not None and inner.end == end and inner.row is None and role.complement == "body":
            continue  # `Phó Trưởng |Ban Thường trực|`: words of the title, the body follows
        if inner is not None and inner.row is None and view.key(k) == "phòng" and view.upper(end) and _has_divisions(view, end):
            continue  # `Trưởng phòng |Cục Bảo vệ|`: of the body that is named, whatever the division
        if inner is not None and inner.kind == "parliament" and role.kind == "parliament_leader" and role.owner == "place":
            continue  # `Trưởng đoàn đại biểu |Quốc hội| tỉnh Hải Dương`: the head of a province's deputies
        if inner is not None and inner.end >= end:
            body = inner
            short = role_start + len(role.title.split())
            names_more = end > short + 1 and inner.start >= short and view.keys(role_start, short - role_start) == fold(role.title)
            # `Tổng Bí thư |Ban Chấp hành …|` is the office `Tổng Bí thư`; in `Bí thư Tỉnh ủy` the body is part of the title
            has_task = any(view.key(m) == "về" for m in range(end, inner.end))  # `Phó ban |Chỉ đạo Trung ương về …|`
            title_end = short if names_more else end if has_task else max(end, without_country(view, inner))
            if view.key(end - 1) == "đảng" and inner.end > end and not names_more:
                title_end = end  # `Ủy viên Trung ương Đảng| Cộng sản Trung Quốc`
            if inner.kind == "party" and inner.end > end:
                title_end = inner.start  # `Chủ tịch |đảng Dân chủ|`: which party is the owner's matter
            end = inner.end
            break
    while True:
        step = after_modifier(view, end)
        if step == end:
            break
        if title_end == end:
            title_end = step
        end = step
    status, marked, end = _status_after(view, end, status, marked)

    if body is None:
        field_end = read_field(view, end) if role.complement == "domain" or role.kind in ("minister", "deputy_minister") else end
        if field_end > end:
            inner = read_body(view, end)
            if inner is not None and inner.end > field_end and inner.core_end >= field_end:
                field_end = inner.core_end
            end = title_end = field_end
            parent = read_body(view, end)  # `Chủ nhiệm Ủy ban Đối ngoại |Quốc hội|`, `… |của Quốc hội|`
            if parent is None and view.key(end) == "của" and view.upper(end + 1):
                parent = read_body(view, end + 1)
            if parent is not None and parent.kind in ("parliament", "state_body", "ministry", "party_body", "police"):
                body, end = parent, parent.end
        else:
            following = read_body(view, end) or (read_body(view, end + 1) if view.key(end) in {"của", "tại"} else None)
            of_party = following is not None and following.kind == "party" and role.kind in _OF_A_STATE
            if following is not None and not of_party and takes_body(view, role, following):
                body = following
                if role.title.split()[-1].lower() == view.key(following.start) and role.complement == "domain":
                    title_end = following.core_end
                elif role.kind == "party_office" and is_local_body(view, following.start):
                    title_end = without_country(view, following)  # `Phó Bí thư Thường trực |Tỉnh ủy| Lào Cai`, as in `Bí thư Tỉnh ủy`
                end = following.end
            elif following is not None and of_party:
                beside, end = following, following.end  # `Phó Tổng thống |Đảng Dân chủ| NAME`: whose member, not whose office
            elif (unknown := unknown_body(view, end, role)) is not None:
                body, end = unknown, unknown.end
            else:
                complement = title_complement(view, end, role) or read_topic(view, end, role)
                if complement > end:
                    end = title_end = complement
                    body = read_body(view, end)
                    end = body.end if body is not None else end
                elif role.complement == "body" and view.upper(end) and (field_end := read_field(view, end)) > end:
                    end = title_end = field_end  # `Phó cục trưởng |Cảnh sát môi trường|`
                    if (force := read_body(view, end)) is not None and force.kind == "police" and force.end > force.core_end:
                        body, end = force, force.end  # `Trưởng phòng Cảnh sát hình sự |Công an tỉnh Hải Dương|`
    if (body is None or (body.row is None and not view.upper(body.start))) and (stop := bare_local_body(view, end, role)) > end:
        body, end, title_end = None, stop, stop
    elif body is not None and body.row is None and body.kind == "party_body" and (stop := bare_local_body(view, end, role)) > end:
        body, end, title_end = body._replace(end=stop, core_end=stop), stop, stop  # `Trưởng |Ban Dân vận Tỉnh ủy|`
    parent = parent_body(view, end, body, titled=title_end == end and role.complement in ("body", "domain"))
    end = parent.end if parent is not None else end
    parent = parent or beside
    end = after_acronym(view, end) if body is not None else end
    end = after_term(view, end)
    status, marked, end = _status_after(view, end, status, marked)
    if body is not None and body.country is None:
        country, end = owner_country(view, end)
    elif body is None:
        country, end = owner_country(view, end)
        if country is None:
            place, end = owner_place(view, end, role)
    end = after_term(view, end)
    status, marked, end = _status_after(view, end, status, marked)
    scope, end = read_scope(view, end)
    if country is None and body is None:
        country, end = owner_country(view, end)
    return OfficePhrase(start, end, view.surface(title_start, title_end), role, status, body, country, place, scope, marked, parent)


def _has_divisions(view: SentenceView, i: int) -> bool:
    """Whether a body begins at token i that has divisions (`Cục`, `Sở`); `Cảnh sát`, `Tổ chức` are the division's own field."""
    head = view.hit(i, "organization_head")
    return head is not None and isinstance(head.row, OrganizationHead) and head.row.kind not in ("police", "international")


def _status_after(view: SentenceView, j: int, status: HoldingStatus, marked: bool) -> tuple[HoldingStatus, bool, int]:
    hit = next((h for h in view.hits_at(j, "status") if isinstance(h.row, StatusWord) and h.row.position == "after"), None)
    if hit is None or not isinstance(hit.row, StatusWord):
        return status, marked, j
    if hit.row.status in ("former", "late", "acting", "designate"):
        return hit.row.status, True, hit.end  # type: ignore[return-value]
    return status, marked or status == "current", hit.end  # `Thủ tướng |đương nhiệm|` is in office, whatever else is told
