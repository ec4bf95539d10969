"""From offices said of persons to holdings: one for each person, role and status, with the owner that the article gives.

The owner comes from the phrase itself, from a sibling in the same list, from the same person elsewhere; otherwise it is left open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.extraction.offices.career_lines import CAREER_LINE
from kg.extraction.offices.held_office import HeldOffice, Owner, owner_in_words
from kg.extraction.offices.known_holders import has_held
from kg.extraction.offices.owners import owner_from_same_person, owner_from_siblings, owner_from_title_only
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.offices.statuses import PAST_YEAR, climbed, late_in_all, one_status, without_lost
from kg.extraction.persons.index import PersonIndex
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language import fold

__all__ = ["HeldOffice", "Owner", "held_offices"]

Place = tuple[int, int, int]
"""Where a body is named: sentence, first token, token after the last."""

_CONFIDENCE = {
    "office before the name": 0.97,
    "office behind the name": 0.94,
    PAST_YEAR: 0.9,
    CAREER_LINE: 0.9,
    "office shared over a list": 0.9,
    "appointed": 0.93,
}


def held_offices(
    links: Sequence[HoldingLink],
    persons: PersonIndex,
    title_only: Sequence[Found],
    views: Sequence[SentenceView],
    first_named: Mapping[Place, Place],
    main_country: str | None,
    dead: Collection[int] = (),
    lost: Mapping[int, bool] | None = None,
) -> list[HeldOffice]:
    """Holdings of the article in the order they are first told.

    `main_country` is the ISO code of the country the article names most. `first_named` gives for each place a body is named the place where
    the article names the same body first, so that owners compare. `dead` are the ids of persons whose death is told, `lost` those of who lost all
    their offices, with whether only those in the party are meant.
    """
    links = _of_who_is_served(links, persons, views)
    held = [office._replace(owner=_canonical(office.owner, first_named)) for link in links if (office := _from_link(link, persons)) is not None]
    held = _told_closer(_merge(held))
    held = _absorb_bare_titles(held, views)
    held = owner_from_title_only(held, title_only, main_country, views)
    held = owner_from_siblings(held, links, persons, views)
    held = owner_from_same_person(held)
    return late_in_all(without_lost(climbed(one_status(_merge(held))), lost or {}), dead)


def _of_who_is_served(links: Sequence[HoldingLink], persons: PersonIndex, views: Sequence[SentenceView]) -> list[HoldingLink]:
    """The links with those of `… kiêm trợ lý Chủ tịch Quốc hội A` turned where A is known as the chairman, here or by the tables: the name is
    then of whom the assistant serves, and the offices before it are nobody's.
    """
    bears = {(id(persons.of(link.person)), role_key(p.title)) for link in links if isinstance(p := link.office.what, OfficePhrase)}
    served: dict[Found, HoldingLink] = {}
    for link in links:
        phrase, person = link.office.what, persons.of(link.person)
        if not isinstance(phrase, OfficePhrase) or phrase.served is None or person is None or link.rule != "office before the name":
            continue
        title = phrase.served.title
        if (id(person), role_key(title)) in bears or has_held(views[link.office.sentence].lexicon.terms_of_office, person.name, title):
            office = link.office._replace(start=phrase.served.start, name=title, what=phrase.served)
            served[link.person] = link._replace(office=office)
    turned = [served[link.person] if link.person in served and link.office.end == served[link.person].office.end else link for link in links]
    return [link for link in turned if link.person not in served or link.office.start >= served[link.person].office.start]


def _from_link(link: HoldingLink, persons: PersonIndex) -> HeldOffice | None:
    person = persons.of(link.person)
    phrase = link.office.what
    if person is None or not isinstance(phrase, OfficePhrase):
        return None
    if phrase.role.kind == "candidate" and owner_in_words(link.office, phrase) is None:
        return None  # who stands for election holds nothing; `ứng viên của đảng X` is at least somebody's
    if phrase.role.id == "delegation-head" and link.rule == "appointed" and len(phrase.title.split()) == 2:
        return None  # `đoàn do Chủ tịch nước A làm trưởng đoàn`: for one journey
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


def _told_closer(held: list[HeldOffice]) -> list[HeldOffice]:
    """`Bộ A có 6 thứ trưởng gồm ông B (thứ trưởng thường trực), …`: B's office is the one told closer, of the body that the list is of."""
    owners: dict[int, Owner | None] = {}
    gone = set()
    for listed in (o for o in held if o.rule == "office shared over a list"):
        told, phrase = listed.evidence[0][0], listed.evidence[0][0].what
        base = fold(phrase.role.title) + " " if isinstance(phrase, OfficePhrase) else ""
        closer = [o for o in held if o.person is listed.person and o.owner is None and o.evidence[0][0].sentence == told.sentence and o is not listed]
        closer = [o for o in closer if base and fold(o.title).startswith(base)]
        if len(closer) == 1 and len(listed.evidence) == 1:
            owners[id(closer[0])] = listed.owner
            gone.add(id(listed))
    return [o._replace(owner=owners.get(id(o), o.owner)) for o in held if id(o) not in gone]


def _with_body(office: HeldOffice, views: Sequence[SentenceView]) -> str:
    """`Tư lệnh` of `Không quân Ukraine` by title and body, folded; the bare title where the office names no body."""
    told, phrase = office.evidence[0][0], office.evidence[0][0].what
    body = phrase.body if isinstance(phrase, OfficePhrase) else None
    return fold(office.title if body is None else f"{office.title} {views[told.sentence].surface(body.start, body.end)}")


def _absorb_bare_titles(held: list[HeldOffice], views: Sequence[SentenceView]) -> list[HeldOffice]:
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
                and (fold(other.title).startswith(title + " ") or (office.owner is None and _with_body(other, views).startswith(title + " ")))
                and (office.owner is None or office.owner == other.owner)
                and office.key != other.key
                and (other.status == office.status or office.status == "current")
            ),
            None,
        )
        if fuller is None:
            kept.append(office)
    return kept
