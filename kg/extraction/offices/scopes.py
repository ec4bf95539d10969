"""The scope behind an office: `phụ trách chính sách`, `về khí hậu`, `tại Việt Nam`."""

from __future__ import annotations

from kg.extraction.bodies.organizations import read_body
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.view import SentenceView

__all__ = ["read_scope"]


def read_scope(view: SentenceView, j: int) -> tuple[str | None, int]:
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
    if view.key(j) == "về" and view.key(j + 1) == "việc":
        return None, j  # `quyết định của Bộ trưởng |về việc| bổ nhiệm NAME`
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
        unit = next((len(u.split()) for u in longest_first("local_unit") if view.keys(j + 1, len(u.split())) == u), 0)
        place = view.hit(j + 1, "place") or view.hit(j + 1 + unit, "place")
        if place is not None and view.upper(place.end):  # `Tổng lãnh sự Nhật Bản |tại TP HCM| NAME`
            return view.surface(j, place.end), place.end
    return None, j
