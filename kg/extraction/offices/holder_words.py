"""Words around a holder's name and office that are neither: ages and years, headings of lists, times that are over, indefinite offices.

Each function asks what stands at a token of the sentence, or of an office phrase what its words tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import Role

__all__ = [
    "begins_with_past_time",
    "is_indefinite",
    "is_of_another",
    "is_over",
    "list_opens",
    "of_who_came_before",
    "shared_past",
    "skip_age",
    "two_readings",
]

_WORDS_BEFORE_LIST = 8
_LONGEST_HOME = 16
_WORDS_OF_A_SCOPE = 8
# Kinds of `roles.tsv` that are of a higher office (`trợ lý của Tổng thống`); a member or a secretary is, too.
_OF_AN_OFFICE = frozenset({"adviser", "diplomat", "official", "spokesperson", "party_office"})
_FOR_EVER = frozenset({"founder", "co-founder"})  # ids of `roles.tsv` that nobody loses
_ADDRESSES = frozenset({"các", "ông", "bà", ",", "đồng", "chí", "và"})
_YEAR = re.compile(r"(?:19|20)\d\d$")


def skip_age(view: SentenceView, j: int) -> int:
    """`NAME (48 tuổi), …`, `NAME, 51 tuổi, …`, `NAME (phải)`."""
    if view.key(j) == "(" and view.key(j + 2) == ")" and view.key(j + 1) in {"phải", "trái", "giữa", "ảnh"}:
        return j + 3
    if j + 2 < len(view) and view.tokens[j].kind == "number" and view.key(j + 1) == "tuổi" and view.key(j + 2) == ",":
        return skip_age(view, j + 2)  # `Đại tướng A |67 tuổi|, quê …, là …`
    if view.key(j) not in {"(", ","} or j + 2 >= len(view):
        return j
    # `NAME, 105 tuổi, 85 năm tuổi Đảng, nguyên …`, `NAME (sinh năm 1970, quê Nghệ An), …`
    k = j + 1
    if view.tokens[k].kind == "number" and view.key(k + 1) == "tuổi":
        k += 2
    elif view.tokens[k].kind == "number" and view.keys(k + 1, 3) == "năm tuổi đảng":
        k += 4
    elif view.keys(k, 2) == "sinh năm" or view.key(k) == "sn":
        k += 3 if view.key(k) == "sinh" else 2
    elif view.key(k) == "quê":
        k = next((m for m in range(k, min(k + _LONGEST_HOME, len(view))) if _home_ends(view, m)), k)
    if k == j + 1:
        return j
    if view.key(j) == "(":
        close = next((m for m in range(k, min(k + 10, len(view))) if view.key(m) == ")"), None)
        return close + 1 if close is not None else j
    return skip_age(view, k)


def _home_ends(view: SentenceView, m: int) -> bool:
    """`quê huyện Lang Chánh, tỉnh Thanh Hóa|, là …`: a comma that leads to a greater place does not end the words of the home."""
    unit = any(view.keys(m + 1, len(u.split())) == u for u in longest_first("local_unit"))
    if view.key(m) == "," and (unit or view.hit(m + 1, "place") is not None):
        return False
    return view.key(m) in {",", ")", ";", "."}


def list_opens(view: SentenceView, j: int) -> int:
    """`các Ủy viên Bộ Chính trị: …`, `5 thứ trưởng khác, gồm …`: the token where the list begins, 0 where none does."""
    if view.key(j) == "khác":
        j += 1
    if view.key(j) == ",":
        j += 1
    if view.key(j) == ":":
        return j + 1
    if view.key(j) == "gồm":
        return j + 1 + (view.key(j + 1) == ":")
    if view.key(j) == "là":  # `… là các ông, bà: A; B`
        k = next((k for k in range(j + 1, min(j + 7, len(view))) if view.key(k) not in _ADDRESSES), j)
        if view.key(k) == ":":
            return k + 1
    if view.keys(j, 2) in {"bao gồm", "gồm có"}:
        return j + 2
    # `các ngoại trưởng nhóm Bộ tứ tại Bộ Ngoại giao Mỹ: …`
    k = j
    while k < min(j + _WORDS_BEFORE_LIST, len(view)):
        body = view.hit(k, "organization", "country", "place")
        if body is not None and view.upper(k):
            k = body.end
        elif view.key(k) in words("list_link") or view.country(k) is not None:
            k += 1
        else:
            break
    if view.key(k) == ":":
        return k + 1
    # `đại biểu Quốc hội tổ 3 không thay đổi, gồm các đồng chí: …`
    for k in range(j, min(j + _WORDS_BEFORE_LIST, len(view))):
        if view.key(k) == "gồm":
            return k + 1
        if view.upper(k) or (view.tokens[k].kind == "sign" and view.key(k) != ","):
            break
    return 0


def is_over(view: SentenceView, j: int) -> bool:
    """`là Chủ tịch Quốc hội |từ năm 2006 đến năm 2011|`: a stretch with an end behind the office, unless it lasts `đến nay`."""
    if view.key(j) not in {"từ", "giai"}:
        return False
    until = next((k for k in range(j + 1, min(j + 8, len(view))) if view.key(k) in {"đến", "tới", "-", "–"}), None)
    if until is None or view.key(until + 1) in {"nay", "hiện"}:
        return False
    return any(view.tokens[k].kind == "number" for k in range(until + 1, min(until + 4, len(view))))


def begins_with_past_time(view: SentenceView) -> bool:
    """`|Năm 2007|, ông là …`, `|Từ 2003 - 2005|, ông là …`: the sentence tells of years that are over; `Từ năm 2021, ông là …` goes on."""
    if view.keys(0, 4) == "sau khi tốt nghiệp":
        return True
    if view.keys(0, 2) == "trước năm" or view.keys(0, 3) == "từ trước năm":
        return True
    if view.key(0) not in {"năm", "từ", "giai"}:
        return False
    years = [k for k in range(1, min(10, len(view))) if _YEAR.search(view.tokens[k].text)]
    return bool(years) and "nay" not in {view.key(k) for k in range(10)} and (view.key(0) == "năm" or len(years) > 1)


def shared_past(phrases: Sequence[OfficePhrase], joints: Sequence[str]) -> list[OfficePhrase]:
    """`nguyên Bí thư Thị ủy, Chủ tịch UBND thị xã`: the word before the first of a list is said of those behind it, too.

    `joints` are the keys of what stands before each office. An office that is said to be held today ends the list.
    """
    out: list[OfficePhrase] = []
    for phrase, joint in zip(phrases, joints, strict=True):
        past = bool(out) and out[-1].status == "former" and joint in {",", "kiêm", "và"} and not phrase.marked and phrase.status == "current"
        # `cựu Tổng thống Mỹ, ứng cử viên của đảng X`, `nguyên Chủ tịch, người sáng lập Tập đoàn X`
        past = past and phrase.role.kind != "candidate" and phrase.role.id not in _FOR_EVER
        out.append(phrase._replace(status="former") if past else phrase)
    return out


def two_readings(phrase: OfficePhrase) -> bool:
    """`trợ lý của Chủ tịch Quốc hội NAME`: the name is the assistant's or the chairman's; nothing tells, so nothing is said."""
    return " của " in phrase.title.casefold() and phrase.scope is None


def is_of_another(view: SentenceView, i: int) -> bool:
    """Whether the office at token i is not that of the name behind it: one who stands for it (`ứng viên tranh cử |tổng thống Venezuela| NAME`),
    or one whose own office is of that office (`Ủy viên về quyền trẻ em của |Tổng thống Nga| NAME`).
    """
    if any(view.keys(i - size, size) in words("runs_for") for size in (1, 2, 3)):
        return True
    if view.key(i - 1) != "của":
        return False
    for k in range(i - 2, max(i - 2 - _WORDS_OF_A_SCOPE, -1), -1):
        if view.tokens[k].kind != "word":
            return False
        hit = view.hit(k, "role")
        if hit is not None and (view.upper(k) or hit.end > k + 1) and isinstance(hit.row, Role):
            between = hit.end == i - 1 or view.key(hit.end) in {"về", "phụ"}
            return between and hit.row.kind in _OF_AN_OFFICE
    return False


def of_who_came_before(view: SentenceView, end: int, person: Found) -> bool:
    """`các đời tổng thống |tiền nhiệm ông A|`, `thủ tướng |kế nhiệm bà B|`: behind these words an honorific leads to whom others came before or
    after; `tổng thống tiền nhiệm A` is A.
    """
    return view.keys(end - 2, 2) in {"tiền nhiệm", "kế nhiệm"} and bool(person.honorific) and person.start > end


def is_indefinite(view: SentenceView, phrase: OfficePhrase) -> bool:
    """`là Phó tổng thống Mỹ đầu tiên …`, `là một bộ trưởng …`: says what kind of person, not which office."""
    return view.keys(phrase.end, 2) in {"đầu tiên", "thứ hai", "cuối cùng"} or view.key(phrase.start - 1) in {"một", "vị"}
