"""From offices said of persons to holdings: one for each person, role and status, with the owner that the article gives.

The owner comes from the phrase itself, from a sibling in the same list, from the same person elsewhere; otherwise it is left open.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kg.extraction.career_lines import CAREER_LINE
from kg.extraction.found import Found, HoldingLink
from kg.extraction.offices import OfficePhrase
from kg.extraction.persons import Person, PersonIndex
from kg.extraction.roles import role_key
from kg.language import fold
from kg.model import HoldingStatus

__all__ = ["HeldOffice", "Owner", "held_offices"]

Owner = tuple[str, object]
"""`("country", ISO code)`, `("organization", finding)` or `("place", finding)`."""

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


class HeldOffice(NamedTuple):
    """An office of a person, merged over the article. `evidence` are the findings (office, person) that say so."""

    person: Person
    title: str
    key: str
    role_id: str
    owner: Owner | None
    status: HoldingStatus
    scope: str | None
    evidence: tuple[tuple[Found, Found], ...]
    rule: str
    confidence: float


def held_offices(
    links: Sequence[HoldingLink],
    persons: PersonIndex,
    title_only: Sequence[Found],
    first_named: Mapping[Place, Place],
    main_country: str | None,
    dead: Collection[int] = (),
) -> list[HeldOffice]:
    """Holdings of the article in the order they are first told.

    `main_country` is the ISO code of the country the article names most. `first_named` gives for each place a body is named the place where
    the article names the same body first, so that owners compare. `dead` are the ids of persons whose years of birth and death are told.
    """
    held = [office._replace(owner=_canonical(office.owner, first_named)) for link in links if (office := _from_link(link, persons)) is not None]
    held = _merge(held)
    held = _absorb_bare_titles(held)
    held = _owner_from_title_only(held, title_only, main_country)
    held = _owner_from_siblings(held, links, persons)
    held = _owner_from_same_person(held)
    return _late_in_all(_one_status(_merge(held)), dead)


def _from_link(link: HoldingLink, persons: PersonIndex) -> HeldOffice | None:
    person = persons.of(link.person)
    phrase = link.office.what
    if person is None or not isinstance(phrase, OfficePhrase):
        return None
    if phrase.role.kind == "candidate" and _owner(link.office, phrase) is None:
        return None  # who stands for election holds nothing; `ứng viên của đảng X` is at least somebody's
    return HeldOffice(
        person,
        phrase.title,
        role_key(phrase.title),
        phrase.role.id,
        _owner(link.office, phrase),
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


def _owner(office: Found, phrase: OfficePhrase) -> Owner | None:
    if phrase.body is not None:
        return ("organization", (office.sentence, phrase.body.start, phrase.body.end))
    if phrase.country is not None:
        return ("country", phrase.country[0].iso)
    if phrase.place is not None:
        return ("place", (office.sentence, phrase.place[1], phrase.place[2]))
    return None


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


def _owner_from_title_only(held: list[HeldOffice], title_only: Sequence[Found], main_country: str | None) -> list[HeldOffice]:
    """`Thủ tướng Singapore` without a name gives the owner where only one person of the article holds that role, and the article is about
    Singapore: in one about the US `Ngoại trưởng Jordan` does not make Blinken a Jordanian.
    """
    out: list[HeldOffice] = []
    for office in held:
        if office.owner is None and len({id(o.person) for o in held if o.key == office.key}) == 1:
            owners = {
                phrase.country[0].iso
                for finding in title_only
                if isinstance(phrase := finding.what, OfficePhrase) and phrase.country is not None and role_key(phrase.title) == office.key
            }
            if owners == {main_country}:
                office = office._replace(owner=("country", main_country))
        out.append(office)
    return out


# Offices that a list gives one body between them: `Chủ tịch kiêm Tổng giám đốc Hội đồng Kinh doanh …`, `Giám đốc - Tổng Biên tập Nhà xuất bản …`.
_OF_ONE_BODY = {"company_head", "association_head", "academic_head", "media_head", "international_head", "official", "other"}


def _owner_from_siblings(held: list[HeldOffice], links: Sequence[HoldingLink], persons: PersonIndex) -> list[HeldOffice]:
    """`Tổng Bí thư, Chủ tịch nước Lào NAME`: the country stands with one office of the list and is meant of both; so does the body."""
    out: list[HeldOffice] = []
    for office in held:
        own = office.evidence[0][0].what
        if office.owner is None and isinstance(own, OfficePhrase):
            places = {(f.sentence, p.start) for f, p in office.evidence}
            siblings = [
                owner
                for link in links
                if (link.person.sentence, link.person.start) in places
                and persons.of(link.person) is office.person
                and isinstance(phrase := link.office.what, OfficePhrase)
                and phrase.role.kind != "diplomat"
                and (owner := _owner(link.office, phrase)) is not None
                and (owner[0] == "country" or (owner[0] == "organization" and {phrase.role.kind, own.role.kind} <= _OF_ONE_BODY))
            ]
            if len(set(siblings)) == 1:
                office = office._replace(owner=siblings[0])
        out.append(office)
    return out


def _owner_from_same_person(held: list[HeldOffice]) -> list[HeldOffice]:
    """A national office without a country is of the one country that all the person's other offices are of."""
    out: list[HeldOffice] = []
    for office in held:
        phrase = office.evidence[0][0].what
        if office.owner is None and isinstance(phrase, OfficePhrase) and phrase.role.owner == "country":
            owners = {o.owner[1] for o in held if o.person is office.person and o.owner is not None and o.owner[0] == "country"}
            if len(owners) == 1:
                office = office._replace(owner=("country", owners.pop()))
        out.append(office)
    return out


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
