"""What a task in a body's name is about, in lower case: `Phòng Quản lý |đào tạo|`, `Vụ Theo dõi |xử lý các vụ án|`, `Công ty Thẩm định |giá| ABC`.

Comes in: a token behind the capitalised words of a name. Goes out: the token behind the words without which the name would be cut off.
"""

from __future__ import annotations

from kg.extraction.persons.name_tails import tail_end
from kg.extraction.persons.names import starts_vietnamese_name
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView

__all__ = ["is_task", "object_end"]

_LONGEST = 7


def is_task(view: SentenceView, i: int, j: int) -> bool:
    """Whether tokens `[i, j)` are a task, or a task and its object: `|Quản lý|`, `|Đầu tư phát triển hạ tầng|`."""
    return i < j and any(view.keys(i, size) in words("wants_object") and (i + size == j or not view.upper(j - 1)) for size in (1, 2))


def object_end(view: SentenceView, i: int, j: int, *, before_name: bool) -> int:
    """The token behind the object of the task at tokens `[i, j)`; j where they are none, or where the sentence's verb follows.

    `before_name` tells that a proper name may follow the object, as a company's does.
    """
    if view.upper(j) or not is_task(view, i, j):
        return j
    if any(view.keys(j, size) in words("no_object") for size in (2, 1)):
        return j
    k = j
    while k < min(len(view), j + _LONGEST) and view.tokens[k].kind == "word" and not view.upper(k):
        tail = tail_end(view, k)
        if not tail and (_ends(view, k) or (view.keys(k, 2) in words("no_object") and view.key(k - 1) != "và")):
            break
        k = tail or k + 1
    clean = k >= len(view) or _ends(view, k) or view.tokens[k].kind == "sign" or _begins_owner(view, k)
    return k if clean or (before_name and view.upper(k)) else j


def _ends(view: SentenceView, k: int) -> bool:
    """Whether the words behind the name begin at token k, a further field of it (`|và Máy| nông nghiệp`) or the unit whose it is."""
    unit = any(view.keys(k, size) in words("local_unit") and view.upper(k + size) for size in (2, 1))
    return unit or view.key(k) in words("ends_object") or view.key(k) in words("ends_document") or (view.key(k) == "và" and view.upper(k + 1))


def _begins_owner(view: SentenceView, k: int) -> bool:
    """Whether the name of whose body it is, or of who holds its office, begins at token k."""
    if starts_vietnamese_name(view, k) and view.upper(k + 1) and view.upper(k + 2):
        return True  # `Trưởng phòng Quản lý đào tạo |Trần Văn Lộc|`: the holder's name
    return view.upper(k) and view.hit(k, "country", "place", "organization", "organization_head") is not None and view.hit(k, "role") is None
