"""Names of things, so that they become no persons: `CLB Al Nassr`, `xe Yamaha Exciter`, `Công ty TNHH MTV An Nhựt Tân`, `Ảnh: AP/NAME`.

Asked of a capitalised run that no office or honorific introduces; once the article says that a name is a thing's, it is so everywhere in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.persons.index import BEHIND_OFFICE, name_words
from kg.extraction.second_opinion import CONFIRMED
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView

__all__ = ["BY_ITSELF", "is_credit", "names_a_thing", "opens_in_english", "without_things"]

BY_ITSELF = "name by itself"
_LONGEST = 3
"""Words of the longest form in the tables that are asked."""


def names_a_thing(view: SentenceView, i: int) -> bool:
    """Whether the words before token i say that a thing's name begins there."""
    before = {view.keys(i - size, size) for size in range(1, _LONGEST + 1) if i >= size}
    return not before.isdisjoint(words("names_a_thing")) or not before.isdisjoint(words("names_a_product"))


def opens_in_english(view: SentenceView, i: int) -> bool:
    """`|The Outlet| lưu ý`: the English article before a capital begins the name of a newspaper, a firm, a group."""
    return view.tokens[i].text == "The" and view.upper(i + 1)


def is_credit(view: SentenceView, i: int) -> bool:
    """`(Ảnh AP/|NAME|)`: behind a stroke and a newsroom stands who took the picture."""
    if view.key(i - 1) != "/":
        return False
    agency = view.hit(i - 2, "organization")
    return view.key(i - 2) == "ảnh" or (agency is not None and getattr(agency.row, "kind", "") == "media" and agency.end == i - 1)


def without_things(found: Sequence[Found], views: Sequence[SentenceView]) -> list[Found]:
    """The findings without those names that nothing introduces as a person's and that the article gives to a thing somewhere."""
    alone: dict[tuple[str, ...], list[Found]] = {}
    introduced = set()
    for finding in found:
        if finding.kind == "person":
            named = name_words(finding.name)
            if finding.rule in (BY_ITSELF, CONFIRMED):
                alone.setdefault(named, []).append(finding)
            else:
                introduced.add(named)
    candidates = {named for named in alone if named not in introduced}
    firsts = {named[0] for named in candidates if named}
    things = {named for view in views for named in _told(view, candidates, firsts)} if firsts else set()
    gone = {(f.sentence, f.start) for named in things for f in alone[named]} | _named_like_places(found)
    if not gone:
        return list(found)
    return [f for f in found if f.kind != "person" or (f.sentence, f.start) not in gone]


def _named_like_places(found: Sequence[Found]) -> set[tuple[int, int]]:
    """Where a name stands behind an office alone that the article gives to a place: `Bí thư chi bộ |Ngòi Nghìn|` beside `thôn Ngòi Nghìn`."""
    places = {name_words(f.name) for f in found if f.kind == "place"}
    by_name: dict[tuple[str, ...], list[Found]] = {}
    for finding in found:
        if finding.kind == "person" and name_words(finding.name) in places:
            by_name.setdefault(name_words(finding.name), []).append(finding)
    return {
        (f.sentence, f.start) for mentions in by_name.values() if all(f.rule == BEHIND_OFFICE and not f.honorific for f in mentions) for f in mentions
    }


def _told(view: SentenceView, candidates: set[tuple[str, ...]], firsts: set[str]) -> set[tuple[str, ...]]:
    out = set()
    for i in range(1, len(view)):
        if not view.upper(i) or not names_a_thing(view, i) or firsts.isdisjoint(name_words(view.tokens[i].text)[:1]):
            continue
        for named in candidates:
            for size in (len(named), len(named) + 1, len(named) + 2):  # hyphens are tokens of their own
                if i + size <= len(view) and name_words(view.surface(i, i + size)) == named:
                    out.add(named)
    return out
