"""Titles through which a country takes part in an event while the article names no holder: `Thủ tướng Nhật Bản hội đàm với …`.

Comes in: the titles that no name stands with, and the events. Goes out: an entity of type Office for each that means whoever holds the
office; a title in the plural, in a predicate (`làm Thủ tướng`) or of another time (`Tổng thống Pháp khi ấy`) means nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView

__all__ = ["ThroughOffice", "UnnamedOffice", "unnamed_offices"]

_IN_OFFICE = ("current", "acting")
_LONGEST = 3
"""Words of the longest form in the tables that are asked."""


class ThroughOffice(tuple[str, str]):
    """The key of a country that takes part through an unnamed office: equal to the country's own key, and knows the title."""

    office: Found

    @classmethod
    def of(cls, country: tuple[str, str], office: Found) -> ThroughOffice:
        """The key of `country`, with the title that names it."""
        key = cls(country)
        key.office = office
        return key


class UnnamedOffice(msgspec.Struct, frozen=True):
    """An office of a country that an article speaks of without a name, in which status, and all titles that name it in events."""

    title: str
    country: str
    status: str
    found: tuple[Found, ...]


def unnamed_offices(views: Sequence[SentenceView], keys: Iterable[object]) -> list[UnnamedOffice]:
    """The offices among the `keys` of those who take part in events, in the order in which they are first named."""
    titles = {(key.office.sentence, key.office.start): key.office for key in keys if isinstance(key, ThroughOffice)}
    grouped: dict[tuple[str, str, str], list[Found]] = {}
    for _, title in sorted(titles.items()):
        phrase = title.what
        if not isinstance(phrase, OfficePhrase) or phrase.country is None or phrase.body or phrase.place or phrase.scope:
            continue
        if phrase.role.seats == "1" and phrase.status in _IN_OFFICE and _means_holder(views[title.sentence], title):
            grouped.setdefault((role_key(phrase.title), phrase.country[0].iso, phrase.status), []).append(title)
    return [
        UnnamedOffice(phrase.title, country, status, tuple(found))
        for (_, country, status), found in grouped.items()
        if isinstance(phrase := found[0].what, OfficePhrase)
    ]


def _means_holder(view: SentenceView, title: Found) -> bool:
    before, after = words("no_holder_before"), words("no_holder_after")
    forms = range(1, _LONGEST + 1)
    if any(view.keys(title.start - size, size) in before for size in forms if title.start >= size):
        return False
    return not any(view.keys(k, size) in after for k in range(title.start, title.end + 2) for size in forms)
