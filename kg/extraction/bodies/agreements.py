"""Named treaties, declarations, frameworks, laws: a row of the table, or a head word with its number, parties or title.

`Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương (CPTPP)`, `Tuyên bố chung Việt - Mỹ năm 2023`, `Nghị quyết 18-NQ/TW`.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import AgreementHead, AgreementRow

__all__ = ["Document", "read_agreement"]

_LONGEST = 16
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # what a number of four digits may be instead


class Document(NamedTuple):
    """An agreement or named document at tokens `[start, end)`."""

    start: int
    end: int
    row: AgreementRow | None
    kind: str
    rule: str


def read_agreement(view: SentenceView, i: int) -> Document | None:
    """The named document that begins at token i, or None."""
    known = view.hit(i, "agreement")
    if known is not None and isinstance(known.row, AgreementRow) and any(view.upper(k) for k in range(i, known.end)):
        end = _year(view, known.end)
        built = _built(view, i)
        if built is None or built.end <= end:
            return Document(i, end, known.row, known.row.kind, "known document")
        return built
    return _built(view, i)


def _built(view: SentenceView, i: int) -> Document | None:
    hit = view.hit(i, "agreement_head")
    if hit is None or not isinstance(hit.row, AgreementHead):
        return None
    head = hit.row
    if not view.upper(i) and head.lower != "yes":
        return None
    if any(view.keys(i - size, size) in words("no_document_after") for size in (1, 2)):
        return None  # `Đối tác |Chiến lược Toàn diện|` is a level of relations, `Thạc sĩ |Luật Quốc tế|` a degree
    j = hit.end
    if head.needs == "number":
        end = max(_number(view, j), _bare_number(view, i, j))
        return Document(i, end, None, head.kind, f"head word: {head.head}") if end > j else None
    numbered = max(_number(view, j), _bare_number(view, i, j) if head.kind == "plan" else j)
    if numbered > j:
        return Document(i, numbered, None, head.kind, f"head word: {head.head}")
    if head.needs in ("parties", "nothing"):
        end = max(_parties(view, j), _year(view, j))
        if end == j and head.needs == "nothing" and view.upper(i) and not view.in_capitals:
            end = max(end, _date(view, j), _subject(view, j) if view.key(j) == "về" else j)
            return Document(i, end, None, head.kind, f"head word: {head.head}")
        return Document(i, end, None, head.kind, f"head word: {head.head}") if end > j else None
    end = _title(view, j, law=head.kind == "law")  # `theo Luật Giá |về thẩm quyền …|`: what the law says of it is no part of its name
    if end == j and head.kind == "treaty" and view.upper(i):
        end = _lower_content(view, j)
    inner = view.hit(j - 1, "agreement") if j - 1 > i else None  # `Dự án |Luật Công nghiệp công nghệ số|`
    end = max(end, inner.end) if inner is not None and view.upper(j - 1) else end
    if end == j or not view.upper(i) or view.key(end) in {"...", "…"}:
        return None
    if head.kind == "law" and view.keys(j, end - j) in words("needs_object"):
        return None  # `Luật |Quản lý| và phát triển …`: cut short, the title goes on in lower case
    return Document(i, _year(view, end), None, head.kind, f"head word: {head.head}")


def _subject(view: SentenceView, j: int) -> int:
    """`Hiệp ước |về những nguyên tắc cơ bản của quan hệ hữu nghị|`: what a treaty is about, up to a sign or a word that goes on with the sentence."""
    k = j + 1
    while k < min(len(view), j + _LONGEST) and view.key(k) not in words("ends_document"):
        if view.key(k - 2) in {"-", "–"} and view.upper(k - 1) and not view.upper(k) and view.key(k) not in words("document_link"):
            break  # `Hiệp định miễn thị thực Việt Nam - Belarus| mở ra …`
        pair = view.key(k) in {"-", "–"} and view.upper(k - 1) and view.upper(k + 1)
        if (view.tokens[k].kind == "sign" and not pair) or (view.key(k) == "và" and view.hit(k + 1, "organization", "organization_head")):
            break
        k += 1
    return k if k > j + 1 else j


def _lower_content(view: SentenceView, j: int) -> int:
    """`Hiệp định |miễn thị thực cho hộ chiếu ngoại giao|`: a content in lower case of three words or more; `Hiệp định hòa bình` names none."""
    if j >= len(view) or view.tokens[j].kind != "word" or view.key(j) in words("ends_document") or view.key(j) in words("document_link"):
        return j
    end = _subject(view, j - 1)
    if view.key(j) in words("no_content") or any(view.tokens[k].kind == "number" for k in range(j, end)):
        return j  # `diện Hiệp định |gần 5.000 người|`
    if end - j < 3 or any(view.keys(j, end - j) == content for content in words("unnamed_content")):
        return j
    return end


def _date(view: SentenceView, j: int) -> int:
    """`Tuyên ngôn Độc lập |ngày 2/9/1945|`."""
    if view.key(j) != "ngày" or j + 1 >= len(view) or view.tokens[j + 1].kind != "number":
        return j
    k = j + 2
    while k + 1 < len(view) and view.key(k) in {"/", "-", "."} and view.tokens[k + 1].kind == "number":
        k += 2
    return k


def _number(view: SentenceView, j: int) -> int:
    k = j + 1 if view.key(j) == "số" else j
    if k >= len(view) or view.tokens[k].kind != "number":
        return j
    k += 1
    while k + 1 < len(view) and view.key(k) in {"-", "/"} and view.tokens[k].glued and view.tokens[k + 1].glued:
        k += 2
    # a bare number after the head is a count or a year, a document's number has a sign in it or `số` before it
    # and a letter, where it is no date (`Quyết định |31/7/2024|`)
    if k == j + 1 or (view.key(j) != "số" and all(view.tokens[m].kind != "word" for m in range(j, k))):
        return j
    return k


def _bare_number(view: SentenceView, i: int, j: int) -> int:
    """`Đề án |1816|`, `Nghị quyết |68| của Bộ Chính trị`: a number that the sentence does not count anything by; `Kế hoạch 10 năm` has none."""
    if not view.upper(i) or view.in_capitals or j >= len(view) or not view.tokens[j].text.isdigit() or not 2 <= len(view.tokens[j].text) <= 4:
        return j
    if _FIRST_YEAR <= int(view.tokens[j].text) <= _LAST_YEAR or view.key(j + 1) in {"năm", "tháng", "ngày", "%"}:
        return j
    behind = view.tokens[j + 1] if j + 1 < len(view) else None
    joined = behind is not None and behind.glued and behind.text in {"/", "-", "–"}
    ends = behind is None or (behind.kind == "sign" and not joined) or behind.key in words("ends_document")
    return j + 1 if ends or view.key(j + 1) in words("document_link") else j


def _parties(view: SentenceView, j: int) -> int:
    """`Tuyên bố chung |Việt - Mỹ năm 2023`."""
    first = view.hit(j, "country", "short", "organization")
    if first is None or not view.upper(j):
        return j
    end = first.end
    while view.key(end) in {"-", "–"}:
        following = view.hit(end + 1, "country", "short", "organization")
        if following is None:
            break
        end = following.end
    return _year(view, end)


def _year(view: SentenceView, j: int) -> int:
    if view.key(j) == "năm" and j + 1 < len(view) and view.tokens[j + 1].kind == "number" and len(view.tokens[j + 1].text) == 4:
        return j + 2
    return j


def _title(view: SentenceView, j: int, *, law: bool) -> int:
    """Capitalised words and fields, joined by links: `Đối tác Kinh tế Toàn diện Khu vực`, `Luật biển của Liên Hợp Quốc`."""
    k = end = j
    while k < min(len(view), j + _LONGEST):
        field = view.hit(k, "domain", "organization", "place", "country")
        if field is not None and (view.upper(k) or (field.kind == "domain" and k > j)):
            k = end = field.end
        elif view.upper(k) and view.hit(k, "role", "title_word") is None:
            k = end = view.compound(k)
        elif (k > j and (view.key(k) in words("document_link") or view.key(k) in {"-", "–"}) and view.upper(k + 1)) or (
            k > j
            and view.tokens[k].kind == "word"
            and not view.upper(k)
            and view.upper(k + 1)
            and view.upper(k - 1)
            and view.key(k) not in words("ends_document")
        ):
            k += 1
        elif view.key(k) == "về" and (k == j or (end > j and not law)):
            return _subject(view, k)
        else:
            break
    return end
