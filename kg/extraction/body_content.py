"""What follows the head word of a body's name: fields of ministries, capitalised words, levels, and the links between them.

`Bộ |Văn hóa, Thể thao và Du lịch|`, `Cơ quan |Phát triển quốc tế| Mỹ (USAID)`, `Trung tâm |Nghiên cứu Chiến lược và Quốc tế|`.
"""

from __future__ import annotations

from kg.extraction.context_words import words
from kg.extraction.names import read_name, starts_vietnamese_name
from kg.extraction.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["read_content", "read_quick_name"]

_LONGEST = 14


def read_content(view: SentenceView, j: int, *, names_allowed: bool, after_people: bool, complete: bool) -> tuple[int, int]:
    """Read on over fields, capitalised words and the links between them; returns the token after and how many words were read.

    `names_allowed` lets words stand that are no field of a ministry; `after_people` lets a person's name stand (`Đại học Tôn Đức Thắng`);
    `complete` that the head is a body's name by itself, so that a short name behind it is a person's (`Ban Bí thư |Lương Cường`).
    """
    start = j
    content = 0
    end = j
    while j < min(len(view), start + _LONGEST):
        field = view.hit(j, "domain")
        level = next((k for k in (2, 1) if view.keys(j, k) in words("body_level")), 0)
        if field is not None and (view.upper(j) or (content and view.key(j - 1) in {"và", ",", "-", "–", "&"})):
            j = end = field.end
            content += 1
        elif level and (content or view.upper(j)):
            j = end = j + level
            content += 1
        elif view.key(j) in {"khóa", "nhiệm"}:
            break
        elif after_people and not content and read_quick_name(view, j):
            end = read_name(view, j, introduced=True) or j  # `Trường Tiểu học |Nguyễn Văn Định|`, but `Đại học Kinh tế |Nguyễn Văn A|`
            return end, 1
        elif view.upper(j) and (nested := _nested(view, j)) > j:
            j = end = nested
            content += 1
        elif view.upper(j) and _may_belong(view, j, content + complete, names_allowed):
            j = view.compound(j)
            while j + 1 < len(view) and view.key(j) == "-" and view.tokens[j].glued and view.tokens[j + 1].glued:
                j += 2
            end = j
            content += 1
        elif view.key(j) in words("body_link") and content and (view.upper(j + 1) or view.hit(j + 1, "domain")):
            if view.hit(j + 1, "role", "title_word", "country") or read_quick_name(view, j + 1):
                break
            if view.key(j) in {"và", "&"} and view.hit(j + 1, "organization_head", "organization") and not view.hit(j + 1, "domain"):
                break
            j += 1
        elif view.key(j) in {",", "-", "–"} and content and view.upper(j + 1) and _list_of_fields(view, j + 1):
            j += 1
        elif content and not view.upper(j) and _lower_run(view, j):
            j = _lower_run(view, j)
        else:
            break
    return end, content


def _lower_run(view: SentenceView, j: int) -> int:
    """`Phát triển quốc tế Mỹ (USAID)`: up to two lower-case words inside a name before a capital, where a bracketed acronym follows."""
    k = j
    while k < len(view) and k < j + 4 and view.tokens[k].kind == "word" and not view.upper(k):
        k += 1
    if k == j or k >= len(view):
        return 0
    probe = k
    while probe < len(view) and view.upper(probe) and probe < k + 4:
        probe += 1
    if view.key(probe) == "(" and probe + 1 < len(view) and view.tokens[probe + 1].caps and view.key(probe + 2) == ")":
        return k if view.upper(k) else probe
    return 0


def _list_of_fields(view: SentenceView, j: int) -> bool:
    """`Bộ Văn hóa, Thể thao và Du lịch`: after the comma a field, and an `và` with the last one."""
    field = view.hit(j, "domain")
    stop = field.end if field else j + 2
    return field is not None and view.key(stop) == "và" and view.upper(stop + 1)


def _nested(view: SentenceView, j: int) -> int:
    """`Ban Chấp hành |Đảng bộ tỉnh Quảng Ninh|`: a body's name may end in another body's of several words."""
    from kg.extraction.organizations import read_body

    hit = view.hit(j, "organization_head", "organization")
    if hit is None or view.tokens[j].caps:
        return j
    body = read_body(view, j)
    return body.end if body is not None and body.end > j + 1 else j


def _may_belong(view: SentenceView, j: int, content: int, names_allowed: bool) -> bool:
    if view.hit(j, "role", "title_word") and not view.hit(j, "domain"):
        return False
    if view.country(j) is not None:
        return False
    if read_quick_name(view, j):
        return False
    if not names_allowed and (
        view.compound(j) == j + 1 or not all(is_vietnamese_syllable(view.tokens[k].text) for k in range(j, view.compound(j)))
    ):
        return False
    if content and view.compound(j) == j + 1 and _short_vietnamese_name(view, j):
        return False
    return not (content and view.hit(j, "organization", "organization_head") and view.tokens[j].kind == "word" and not names_allowed)


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
