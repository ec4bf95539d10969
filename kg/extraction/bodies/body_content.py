"""What follows the head word of a body's name: fields of ministries, capitalised words, levels, and the links between them.

`Bộ |Văn hóa, Thể thao và Du lịch|`, `Cơ quan |Phát triển quốc tế| Mỹ (USAID)`, `Trung tâm |Nghiên cứu Chiến lược và Quốc tế|`.
"""

from __future__ import annotations

from kg.extraction.bodies.name_objects import is_task, object_end
from kg.extraction.persons.name_tails import tail_end
from kg.extraction.persons.names import read_name, starts_vietnamese_name
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["force_of_place", "goes_on", "pair_of_countries", "read_content", "read_quick_name", "unit_of_place"]

_LONGEST = 14
_LONGEST_RUN = 7  # words in lower case within a name


def read_content(
    view: SentenceView,
    j: int,
    *,
    names_allowed: bool,
    after_people: bool,
    after_foreigners: bool = False,
    complete: bool,
    several: bool = False,
    task: bool = False,
    capital: bool = False,
    business: bool = False,
) -> tuple[int, int]:
    """Read on over fields, capitalised words and the links between them; returns the token after and how many words were read.

    `names_allowed` lets words stand that are no field of a ministry; `after_people` lets a person's name stand (`Đại học Tôn Đức Thắng`);
    `after_foreigners` a foreign one's behind its field, too (`Trung tâm Ung thư |Francois Baclesse|`);
    `complete` that the head is a body's name by itself, so that a short name behind it is a person's (`Ban Bí thư |Lương Cường`);
    `several` that a list of fields is one of bodies (`các Bộ Công an, Xây dựng`); `task` that its task may stand in its name behind `về`;
    `capital` that the head is written with one and wants a field, which then may have none (`Vụ pháp luật Văn phòng Chủ tịch nước`);
    `business` that behind its trade stands the name it has by itself (`Công ty Đầu tư |Hoa Sơn|`).
    """
    start = j
    content = 0
    end = last = part = j
    while j < min(len(view), start + _LONGEST):
        last, part = part, j
        field = view.hit(j, "domain")
        if field is not None and content and force_of_place(view, j):
            break  # `Phòng Cảnh sát kinh tế |Công an tỉnh Hải Dương|`
        level = next((k for k in (2, 1) if view.keys(j, k) in words("body_level")), 0)
        if field is not None and (view.upper(j) or (content and view.key(j - 1) in {"và", ",", "-", "–", "&"}) or (task and view.key(j - 1) == "về")):
            j = end = field.end
            content += 1
        elif field is not None and capital and not content and _ends_at_owner(view, field.end):
            j = end = field.end  # `Vụ |pháp luật| Văn phòng Chủ tịch nước`
            content += 1
        elif level and (content or view.upper(j)):
            j = end = j + level
            content += 1
        elif view.key(j) in {"khóa", "nhiệm"} or (content and unit_of_place(view, j)):
            break
        elif after_people and not content and read_quick_name(view, j):
            end = read_name(view, j, introduced=True) or j  # `Trường Tiểu học |Nguyễn Văn Định|`, but `Đại học Kinh tế |Nguyễn Văn A|`
            return end, 1
        elif after_foreigners and content and not is_vietnamese_syllable(view.tokens[j].text) and read_quick_name(view, j):
            return read_name(view, j, introduced=True) or j, content + 1  # `Viện Ung thư |Francois Baclesse|`
        elif (view.upper(j) or (content and view.key(j) == "đảng")) and (nested := _nested(view, j)) > j:
            j = end = nested
            content += 1
        elif view.upper(j) and _may_belong(
            view, j, 0 if business and is_task(view, last, j) else content + complete, names_allowed
        ):
            j = view.compound(j) if is_vietnamese_syllable(view.tokens[j].text) else j + 1  # the segmenter glues `Formosa nhận`
            while j + 1 < len(view) and view.key(j) == "-" and view.tokens[j].glued and view.tokens[j + 1].glued:
                j += 2
            end = j
            content += 1
            if _ends_sentence(view, j - 1, alone=content == 1):
                break
        elif content and (about := object_end(view, last, j, before_name=names_allowed)) > j:
            j = end = about
            content, part = content + 1, last
        elif content and (tail := tail_end(view, j)):
            j = end = tail
            content += 1
        elif view.key(j) in words("body_link") and content and (view.upper(j + 1) or view.hit(j + 1, "domain")):
            if view.hit(j + 1, "role", "title_word", "country") or read_quick_name(view, j + 1):
                break
            body, field = view.hit(j + 1, "organization_head", "organization"), view.hit(j + 1, "domain")
            if view.key(j) in {"và", "&"} and body is not None and (field is None or field.end < body.end):
                break  # `Tổng cục Chính trị |và Quân đội nhân dân Việt Nam|` are two
            j += 1
        elif (
            view.key(j) in {",", "-", "–"}
            and content
            and not (several and view.key(j) == ",")
            and view.upper(j + 1)
            and _list_of_fields(view, j + 1, pair=view.key(j) != ",")
        ):
            j += 1
        elif task and content and view.key(j) == "về" and view.hit(j + 1, "domain") is None and (topic := _topic(view, j)) > j:
            return topic, content + 1
        elif task and not content and (project := _project(view, j)) > j:
            return project, content + 1
        elif content and not view.upper(j) and (run := _lower_run(view, j)):
            j = run
            end = j if view.key(j) == "(" else end
        else:
            break
    return end, content


def unit_of_place(view: SentenceView, j: int) -> int:
    """The token behind `|Thành phố Hồ Chí Minh|`, `|tỉnh Phú Thọ|`: a local unit with a place of the tables at token j; 0 where none stands there."""
    size = next((s for s in (2, 1) if view.keys(j, s) in words("local_unit") or view.keys(j, s) in words("abbreviated_unit")), 0)
    if not size or not view.upper(j + size):
        return 0
    place = next((hit for hit in (view.hit(j, "place"), view.hit(j + size, "place")) if hit is not None and hit.end > j + size), None)
    return place.end if place is not None else 0


def force_of_place(view: SentenceView, j: int) -> bool:
    """Whether a field of a ministry at token j is the head of a local body with a place behind it (`|Công an| tỉnh Hải Dương`)."""
    head = view.hit(j, "organization_head")
    if head is None or not view.upper(j) or getattr(head.row, "complement", "") != "place":
        return False
    return any(unit_of_place(view, k) > head.end for k in (head.end, head.end - 1, head.end - 2))


def _ends_sentence(view: SentenceView, j: int, *, alone: bool) -> bool:
    """`mạng xã hội |X.| Đăng tải …`: a single capital whose full stop ends the sentence; in `Đại học John |F.| Kennedy` the name goes on.

    `alone` tells that the capital is all that was read of the name.
    """
    word = view.tokens[j].text
    return len(word) == 2 and word[1] == "." and view.upper(j + 1) and (alone or is_vietnamese_syllable(view.tokens[j + 1].text))


def _lower_run(view: SentenceView, j: int) -> int:
    """`Phát triển quốc tế Mỹ (USAID)`: lower-case words inside a name, where a bracketed acronym follows."""
    k = j
    while (
        k < len(view) and k < j + _LONGEST_RUN and view.tokens[k].kind == "word" and not view.upper(k) and view.key(k) not in words("ends_document")
    ):
        k += 1
    if k == j or k >= len(view):
        return 0
    probe = k
    while probe < len(view) and view.upper(probe) and probe < k + 4:
        probe += 1
    if view.key(probe) == "(" and probe + 1 < len(view) and view.tokens[probe + 1].caps and view.key(probe + 2) == ")":
        return k if view.upper(k) else probe
    return 0


def _topic(view: SentenceView, j: int) -> int:
    """`Ban Chỉ đạo Trung ương |về tinh gọn bộ máy|,`: a task in whole words of lower case, up to a sign or an auxiliary; j elsewhere."""
    k = j + 1
    while k < min(len(view), j + _LONGEST_RUN) and view.tokens[k].kind == "word" and not view.upper(k) and view.compound(k) > k + 1:
        k = view.compound(k)
    ends = k >= len(view) or view.tokens[k].kind == "sign" or view.key(k) in words("ends_document")
    return k if k > j + 1 and ends else j


def _ends_at_owner(view: SentenceView, j: int) -> bool:
    """Whether whose body it is stands at token j: a body, a country or a place, by a name in capitals."""
    owner = view.hit(j, "organization", "organization_head", "country", "place")
    return view.upper(j) and owner is not None and view.hit(j, "role", "title_word") is None


def _project(view: SentenceView, j: int) -> int:
    """`Ban Quản lý dự án |giao thông, nông nghiệp| tỉnh Bắc Giang`: what is managed, in lower case, up to the unit whose body it is; j elsewhere."""
    k = j
    while k < min(len(view), j + _LONGEST) and view.key(k) not in words("ends_document") and not view.upper(k):
        if view.key(k) in words("local_unit") and view.upper(k + 1):
            return k
        if view.tokens[k].kind != "word" and not (view.key(k) == "," and k > j and not view.upper(k + 1)):
            return j
        k += 1
    return j


def _list_of_fields(view: SentenceView, j: int, *, pair: bool) -> bool:
    """`Bộ Văn hóa, Thể thao và Du lịch`: fields behind commas, an `và` before the last; a `pair` has a dash (`Bộ Dân tộc - Tôn giáo`)."""
    while True:
        field = view.hit(j, "domain")
        if field is None or not view.upper(j):
            return False
        if view.key(field.end) == "và":
            return view.upper(field.end + 1)
        if view.key(field.end) != ",":
            return pair and view.hit(j, "role", "organization_head") is None
        j = field.end + 1


def _nested(view: SentenceView, j: int) -> int:
    """`Ban Chấp hành |Đảng bộ tỉnh Quảng Ninh|`: a body's name may end in another body's of several words."""
    from kg.extraction.bodies.organizations import read_body

    hit = view.hit(j, "organization_head", "organization")
    if hit is None or view.tokens[j].caps:
        return j
    body = read_body(view, j)
    return body.end if body is not None and body.end > j + 1 else j


def _may_belong(view: SentenceView, j: int, content: int, names_allowed: bool) -> bool:
    if view.hit(j, "role", "title_word") and not view.hit(j, "domain"):
        return False
    if pair_of_countries(view, j) > j:
        return False
    found = view.country(j)
    if found is not None and not (view.surface(j, found[1]) in found[0].ambiguous and goes_on(view, found[1])):
        return False
    if read_quick_name(view, j):
        return False
    if not names_allowed and (view.compound(j) == j + 1 or not all(is_vietnamese_syllable(view.tokens[k].text) for k in range(j, view.compound(j)))):
        return False
    if content and view.compound(j) == j + 1 and _short_vietnamese_name(view, j):
        return False
    return not (content and view.hit(j, "organization", "organization_head") and view.tokens[j].kind == "word" and not names_allowed)


def pair_of_countries(view: SentenceView, j: int) -> int:
    """`Viện Khoa học Công nghệ |Việt - Hàn|`: the token behind two countries by their short forms, j where they do not stand."""
    first = view.hit(j, "short")
    if first is None or not view.upper(j) or view.key(first.end) not in {"-", "–"}:
        return j
    second = view.hit(first.end + 1, "country", "short")
    return second.end if second is not None and view.upper(first.end + 1) else j


def goes_on(view: SentenceView, j: int) -> bool:
    """`Trường Tiểu học Nga |Phú|`: behind a form that is also a country a syllable of the same name."""
    return (
        view.upper(j)
        and view.tokens[j].kind == "word"
        and is_vietnamese_syllable(view.tokens[j].text)
        and view.hit(j, "role", "title_word", "organization", "organization_head", "country", "place") is None
        and not starts_vietnamese_name(view, j)
    )


def read_quick_name(view: SentenceView, j: int) -> bool:
    """Whether a personal name plainly begins at token j: a family name with two further names, or a known given name and another word."""
    if starts_vietnamese_name(view, j) and view.upper(j + 2) and view.hit(j, "place", "domain") is None:
        return True
    given = view.lexicon.names.get("given_foreign", frozenset())
    return (
        view.upper(j)
        and view.key(j) in given
        and view.upper(j + 1)
        and view.tokens[j + 1].kind in ("word", "abbr")
        and not is_vietnamese_syllable(view.tokens[j].text)
    )


def _short_vietnamese_name(view: SentenceView, j: int) -> bool:
    """`Văn phòng Chính phủ |Tô Lâm`: a family name, one further name, and no capital behind."""
    return (
        starts_vietnamese_name(view, j)
        and not view.upper(j + 2)
        and view.compound(j + 1) == j + 2
        and view.hit(j, "place", "domain", "organization") is None
    )
