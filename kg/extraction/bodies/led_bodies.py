"""The body that somebody is told to lead: `Ban Chỉ đạo Trung ương về X |do Tổng Bí thư A làm Trưởng ban|`, `Ủy ban Y gồm 15 người, |do ông B làm
Chủ nhiệm|`.

Comes in: links of offices by verbs, and the findings. Goes out: the links, with that body in offices that name none.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.bodies.organizations import Body
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView

__all__ = ["with_led_bodies"]

_REACH = 8  # tokens from `do` to the name, with the titles before it
_ASIDE = frozenset({",", "gồm", "có", "thành", "viên", "người", "đồng", "chí", "khóa"})


def with_led_bodies(links: Sequence[HoldingLink], views: Sequence[SentenceView], found: Sequence[Found]) -> list[HoldingLink]:
    """The links, their offices completed by the body before `do`."""
    bodies = {(f.sentence, f.end): f for f in found if f.kind == "organization" and isinstance(f.what, Body)}
    return [_led(link, views[link.office.sentence], bodies) for link in links]


def _led(link: HoldingLink, view: SentenceView, bodies: dict[tuple[int, int], Found]) -> HoldingLink:
    phrase = link.office.what
    if not isinstance(phrase, OfficePhrase) or phrase.body or phrase.country or phrase.place or phrase.role.owner == "country":
        return link
    if link.person.sentence != link.office.sentence or view.key(phrase.start - 1) not in {"làm", "là"} or phrase.scope is not None:
        return link
    by = next((k for k in range(link.person.start - 1, max(link.person.start - _REACH, 0), -1) if view.key(k) == "do"), 0)
    k = by
    while k > 0 and (view.index, k) not in bodies and (view.key(k - 1) in _ASIDE or view.key(k - 2) == "khóa" or view.tokens[k - 1].kind == "number"):
        k -= 1
    body = bodies.get((view.index, k)) if by else None
    if body is None or not isinstance(body.what, Body):
        return link
    return link._replace(office=link.office._replace(what=phrase._replace(body=body.what)))
