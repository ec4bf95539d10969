"""From offices said of persons to holdings: one for each person, role and status, with the owner that the article gives.

The owner comes from the phrase itself, from a sibling in the same list, from the same person elsewhere; otherwise it is left open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.extraction.career_lines import CAREER_LINE
from kg.extraction.found import Found, HoldingLink
from kg.extraction.held_office import HeldOffice, Owner, owner_in_words
from kg.extraction.offices import OfficePhrase
from kg.extraction.owners import owner_from_same_person, owner_from_siblings, owner_from_title_only
from kg.extraction.persons import PersonIndex
from kg.extraction.roles import role_key
from kg.extraction.view import SentenceView
from kg.language import fold

__all__ = ["HeldOffice", "Owner", "held_offices"]

Place = tuple[int, int, int]
"""Where a body is named: sentence, first token, token after the last."""

_CONFIDENCE = {
    "office before the name": 0.97,
    "office behind the name": 0.94,
    "office of a past year": 0.9,
    CAREER_LINE: 0.9,
    "office shared over a list": 0.9,
    "appointed": 0.93,
}


_OF_THE_PAST = frozenset({"office of a past year", CAREER_LINE})  # rules that tell of a past time, and nothing of today


def held_offices(
    links: Sequence[HoldingLink],
    persons: PersonIndex,
    title_only: Sequence[Found],
    views: Sequence[SentenceView],
    first_named: Mapping[Place, Place],
    main_country: str | None,
    dead: Collection[int] = (),
) -> list[HeldOffice]:
    """Holdings of the article in the order they are first told.

    `main_country` is the ISO code of the country the article names most. `first_named` gives for each place a body is named the place where
    the article names the same body first, so that owners compare. `dead` are the ids of persons whose years of birth and death are told.
    """
    links = _of_who_is_served(links, persons)
    held = [office._replace(owner=_canonical(office.owner, first_named)) for link in links if (office := _from_link(link, persons)) is not None]
    held = _merge(held)
    held = _absorb_bare_titles(held)
    held = owner_from_title_only(held, title_only, main_country, views)
    held = owner_from_siblings(held, links, persons)
    held = owner_from_same_person(held)
    return _late_in_all(_one_status(_merge(held)), dead)


def _of_who_is_served(links: Sequence[HoldingLink], persons: PersonIndex) -> list[HoldingLink]:
    """The links without those of `… kiêm trợ lý Chủ tịch Quốc hội A` where A is the chairman elsewhere: the offices are his assistant's."""
    bears = {(id(persons.of(link.person)), role_key(p.title)) for link in links if isinstance(p := link.office.what, OfficePhrase)}
    served = {}
    for link in links:
        phrase = link.office.what
        if isinstance(phrase, OfficePhrase) and phrase.role.kind == "adviser" and link.rule == "office before the name":
            title = phrase.title.split()
            if any((id(persons.of(link.person)), role_key(" ".join(title[k:]))) in bears for k in range(1, len(title))):
                served[link.person] = link.office.start
    return [link for link in links if link.person not in served or link.office.start > served[link.person]]


def _from_link(link: HoldingLink, persons: PersonIndex) -> HeldOffice | None:
    person = persons.of(link.person)
    phrase = link.office.what
    if person is None or not isinstance(phrase, OfficePhrase):
        return None
    if phrase.role.kind == "candidate" and owner_in_words(link.office, phrase) is None:
        return None  # who stands for election holds nothing; `ứng viên của đảng X` is at least somebody's
    return HeldOffice(
        person,
        phrase.title,
        role_key(phrase.title),
        phrase.role.id,
        owner_in_words(link.office, phrase),
        phrase.status,
        phrase.scope,
        ((link.office, link.person),),
        link.rule,
        _CONFIDENCE.get(link.rule, 0.85),
    )


def _canonical(owner: Owner | None, first_named: Mapping[Place, Place]) -> Owner | None:
    if owner is None or owner[0] == "country":
        return owner
    place = first_named.get(owner[1])  # type: ignore[call-overload]
    if owner[0] == "place":
        return ("place", place) if place is not None else owner
    return ("organization", place) if place is not None else None


def _merge(held: Sequence[HeldOffice]) -> list[HeldOffice]:
    merged: list[HeldOffice] = []
    for office in held:
        twin = next(
            (
                k
                for k, other in enumerate(merged)
                if other.person is office.person
                and other.key == office.key
                and other.status == office.status
                and (other.owner is None or office.owner is None or _same_owner(other.owner, office.owner))
            ),
            None,
        )
        if twin is None:
            merged.append(office)
            continue
        other = merged[twin]
        merged[twin] = other._replace(
            owner=other.owner or office.owner,
            evidence=(*other.evidence, *office.evidence),
            confidence=max(other.confidence, office.confidence),
            scope=other.scope or office.scope,
        )
    return merged


def _same_owner(a: Owner, b: Owner) -> bool:
    """Of unlike kinds (`Ngoại trưởng Mỹ`, of the US or of its ministry) the first told stands."""
    return a == b or a[0] != b[0]


def _absorb_bare_titles(held: list[HeldOffice]) -> list[HeldOffice]:
    """`Bộ trưởng Lương Tam Quang` after `Bộ trưởng Bộ Công an Lương Tam Quang` is the same office named shortly."""
    kept: list[HeldOffice] = []
    for office in held:
        title = fold(office.title)
        fuller = next(
            (
                other
                for other in held
                if other is not office
                and other.person is office.person
                and fold(other.title).startswith(title + " ")
                and (office.owner is None or office.owner == other.owner)
                and (other.status == office.status or office.status == "current")
            ),
            None,
        )
        if fuller is None:
            kept.append(office)
    return kept


def _one_status(held: list[HeldOffice]) -> list[HeldOffice]:
    """One office of one person has one status: what a status word says goes before the bare title."""
    rank = {"late": 0, "former": 1, "acting": 2, "designate": 3, "current": 4}
    out: list[HeldOffice] = []
    for office in held:
        rivals = [o for o in held if o.person is office.person and o.key == office.key and o is not office]
        better = next((o for o in rivals if rank[o.status] < rank[office.status]), None)
        if better is not None and better.rule in _OF_THE_PAST and office.status == "current":
            better = None  # who is named by an office holds it, though he held it in a past year too
        if office.rule in _OF_THE_PAST and any(o.status == "current" for o in rivals):
            continue
        returns = (
            office.status == "current"
            and office.rule.startswith("appoint")
            and better is not None
            and better.status == "former"
            and not (better.rule.startswith("appoint") and _last_told(better) == _last_told(office))  # `kiêm chức vụ X và vừa bị miễn nhiệm`
        )
        if better is None or returns:  # who is sworn in again holds the office, though they held it before
            out.append(office)
        else:
            k = next((k for k, o in enumerate(out) if o is better), None)
            if k is not None:
                out[k] = better._replace(evidence=(*better.evidence, *office.evidence), owner=better.owner or office.owner)
    return out


def _last_told(office: HeldOffice) -> tuple[int, int]:
    """Sentence and token of the last words that tell of the office."""
    return max((told.sentence, told.start) for told, _ in office.evidence)


def _late_in_all(held: list[HeldOffice], dead: Collection[int]) -> list[HeldOffice]:
    """Who is dead holds no office: where one is told of the late person, the others are the late person's too."""
    late = {id(o.person) for o in held if o.status == "late"} | set(dead)
    return [o._replace(status="late") if id(o.person) in late and o.status in ("current", "acting") else o for o in held]
