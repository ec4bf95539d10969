"""Whom a description means: `nhà lãnh đạo Ấn Độ`, `ông chủ Nhà Trắng` the one who leads that country, `vị khách` the one whose visit is told.

Who leads which country is what the article itself says of its persons; where it names two such, the one named last is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.events.syntax.actors import Actor, Key
from kg.extraction.events.tables import words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language import fold

__all__ = ["Leaders", "description"]

_LEADING = frozenset({"head_of_state", "head_of_government", "party_leader"})
_CHAIRMAN = "chủ tịch"
_SUPREME = ("đảng cộng sản", "đảng lao động triều tiên", "đảng nhân dân cách mạng", "nhà nước", "chính phủ")  # whose head leads the country


class Leaders:
    """Who leads which country, as the offices of the article say; `countries` is the country a person acts for."""

    def __init__(
        self, links: Sequence[HoldingLink], key_of: Callable[[Found], Key | None], country_of: Callable[[Key], str | None]
    ) -> None:
        self._given = country_of
        self._countries: dict[int, str] = {}
        self._leading: dict[int, None] = {}
        for link in links:
            phrase, key = link.office.what, key_of(link.person)
            if not isinstance(phrase, OfficePhrase) or key is None:
                continue
            if phrase.country is not None:
                self._countries.setdefault(id(key), phrase.country[0].iso)
            leads = phrase.role.kind in _LEADING or (fold(phrase.title) == _CHAIRMAN and phrase.country is not None)
            if leads and phrase.status in ("current", "acting") and phrase.body is None:
                self._leading.setdefault(id(key))

    def country(self, key: Key) -> str | None:
        """ISO code of the country that a person acts for."""
        return self._given(key) or self._countries.get(id(key))

    def leads(self, key: Key) -> bool:
        """Whether the article says that the person leads a country."""
        return id(key) in self._leading

    def called(self, key: Key, iso: str) -> None:
        """The article calls the person the leader of the country."""
        self._leading.setdefault(id(key))
        self._countries.setdefault(id(key), iso)

    def of(self, iso: str, persons: Sequence[Key]) -> Key | None:
        """Of persons in the order of their last mention, the one named last who leads the country."""
        leading = [key for key in reversed(persons) if id(key) in self._leading]
        mine = [key for key in leading if self.country(key) == iso]
        nowhere = [key for key in leading if self.country(key) is None]  # `Tổng thống Putin`, whose country the text does not say
        return mine[0] if mine else nowhere[0] if len(nowhere) == 1 else None


def description(view: SentenceView, i: int, actors: Sequence[Actor]) -> tuple[str, int] | None:
    """The ISO code of the country whose leader is described at token i, or "" for a guest; and the token after the description.

    None where a name follows (`nhà lãnh đạo Nga |Putin|`): the description is then the name's; and for several (`các nhà lãnh đạo Anh`).
    """
    found = words("leader").at(view, i)
    if found is None or words("plural").ending(view, i) is not None:
        return None
    value, end = found[0][0], found[1]
    owner = next((a for a in actors if a.start <= end < a.end), None)
    if owner is not None and owner.kind == "unnamed" and owner.start == i:
        # the office grammar takes `người đứng đầu Đảng Cộng sản Việt Nam` for a title
        ruling = any(word in fold(view.surface(i, owner.end)) for word in _SUPREME)
        value, end = (_country_in(view, owner) if ruling else ""), owner.end
    elif value in ("", "guest") and owner is not None and owner.kind == "country" and owner.keys:
        key = owner.keys[0]
        value, end = (key[1] if isinstance(key, tuple) else ""), owner.end
    elif value == "" and owner is not None and owner.kind == "organization" and owner.head is not None:
        # `người đứng đầu |Đảng Cộng sản Việt Nam|`: its leader leads the country
        value, end = (_country_in(view, owner) if any(word in fold(owner.head.name) for word in _SUPREME) else ""), owner.end
    if view.upper(end) or value == "" or any(a.start <= end < a.end and a.kind == "person" for a in actors):
        return None
    return ("", end) if value == "guest" else (value, end)


def _country_in(view: SentenceView, actor: Actor) -> str:
    for k in range(actor.start, actor.end):
        named = view.country(k)
        if named is not None:
            return named[0].iso
    return ""
