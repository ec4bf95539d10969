"""Branches of national organisations: `Ủy ban MTTQ Việt Nam |tỉnh Điện Biên|` is the committee of a province, not that of the country, and
`Hội Sinh viên Việt Nam |tại Úc|` the association there.

Comes in: a body whose name ends in the country. Goes out: the same body with the unit and its place behind the country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.sentence.context_words import longest_first
from kg.extraction.sentence.view import SentenceView

if TYPE_CHECKING:
    from kg.extraction.bodies.organizations import Body

__all__ = ["of_its_branch"]

# Kinds of bodies that have branches in provinces, districts and communes.
_HAVE_BRANCHES = frozenset({"other", "ngo", "union", "religious"})
_HAVE_MEMBERS_ABROAD = frozenset({"other", "ngo"})
_CITY = ("tp.", "tp")
_LONGEST_NAME = 3


def of_its_branch(view: SentenceView, body: Body) -> Body:
    """The body with `tỉnh Điện Biên`, `TPHCM`, `tỉnh` alone or `tại Úc` at its end where that follows `Việt Nam`; the body itself elsewhere."""
    if body.kind not in _HAVE_BRANCHES or body.country != "VN" or view.keys(body.end - 2, 2) != "việt nam":
        return body
    abroad = view.country(body.end + 1) if view.key(body.end) == "tại" and body.kind in _HAVE_MEMBERS_ABROAD else None
    end = abroad[1] if abroad is not None and abroad[0].iso != "VN" else _unit_and_place(view, body.end)
    return body._replace(end=end, core_end=body.end, row=None) if end > body.end else body


def _unit_and_place(view: SentenceView, j: int) -> int:
    """The token behind a local unit and its place at token j; j where no unit stands there."""
    whole = view.hit(j, "place")
    if whole is not None and view.upper(j) and view.key(j) in _CITY:
        return whole.end  # `TP HCM`
    unit = next((u for u in (*longest_first("unit_alone"), *_CITY) if view.keys(j, len(u.split())) == u), "")
    k = j + len(unit.split())
    if unit in _CITY and view.key(k) == "." and k + 1 < len(view) and view.tokens[k].glued:
        k += 1  # `TP. Huế`
    if k < len(view) and unit and view.tokens[k].kind == "number":
        return k + 1  # `Quận 1`
    if not unit or view.compound(j) > k:
        return j  # `Hội Nông dân Việt Nam |xã| hội hóa …`
    place = view.hit(k, "place") if view.upper(k) else None
    if place is not None:
        return place.end
    end = k
    while end < min(k + _LONGEST_NAME, len(view)) and view.upper(end) and view.tokens[end].kind == "word" and not read_quick_name(view, end):
        end += 1
    return end
