"""Head words that several names share: `đảng Cộng hòa và |Dân chủ|`, `Công ty Cổ phần Tập đoàn |Thuận An|` and `công ty |Thuận An|`.

Comes in: a body of a sentence. Goes out: the body that shares its head word, or what stands behind its head words.
"""

from __future__ import annotations

import functools

from kg.extraction.bodies.organizations import Body
from kg.extraction.sentence.view import SentenceView
from kg.language import token_keys
from kg.lexicon.rows import OrganizationHead, OrganizationRow

__all__ = ["name_of_company", "second_of_the_kind"]

_BUSINESS = frozenset({"company", "bank"})


def name_of_company(view: SentenceView, body: Body) -> str:
    """What stands behind the head words of a company: `Thuận An` of `Công ty Cổ phần Tập đoàn |Thuận An|`; empty where nothing does."""
    k = body.start
    while (head := view.hit(k, "organization_head")) is not None and isinstance(head.row, OrganizationHead) and head.row.kind in _BUSINESS:
        k = head.end
    return view.surface(k, body.end) if body.start < k < body.end else ""


def second_of_the_kind(view: SentenceView, first: Body, stop: int) -> Body | None:
    """`đảng Cộng hòa và |Dân chủ|`: of two parties of the table that share their head word the second, which begins behind token `stop`."""
    if first.kind != "party" or first.row is None or view.key(stop) != "và" or not view.upper(stop + 1):
        return None
    head = view.key(first.start)
    for size in (3, 2, 1):
        row = _party(view.lexicon.organizations).get(f"{head} {view.keys(stop + 1, size)}")
        if row is not None and not view.upper(stop + 1 + size) and row.country == first.row.country:
            end = stop + 1 + size
            return Body(stop + 1, end, end, None, "party", row.country or None, "second of two parties")
    return None


@functools.lru_cache(maxsize=2)
def _party(rows: tuple[OrganizationRow, ...]) -> dict[str, OrganizationRow]:
    return {" ".join(token_keys(row.name)): row for row in rows if row.kind == "party"}
