"""Whose an office is where its own words do not tell: from a title without a name, a sibling in the list, the person's other offices.

Comes in: the offices held as far as their words tell. Goes out: the same with more owners. Only what a careful reader would conclude: a wrong
owner is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.offices.held_office import HeldOffice, Owner, owner_in_words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.persons.index import Person, PersonIndex
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language import fold

__all__ = ["bears_title", "owner_from_same_person", "owner_from_siblings", "owner_from_title_only"]

# Offices that a list gives one body between them: `Chủ tịch kiêm Tổng giám đốc Hội đồng Kinh doanh …`, `Giám đốc - Tổng Biên tập Nhà xuất bản …`.
_OF_ONE_BODY = {"company_head", "association_head", "academic_head", "media_head", "international_head", "official", "other"}
# Offices that a country in the same list says nothing of: `Tổng thư ký, cựu Thủ tướng Bồ Đào Nha NAME`.
_OF_NO_COUNTRY = {"company_head", "academic_head", "media_head", "international_head", "religious_head"}


def bears_title(person: Person, title: Found, views: Sequence[SentenceView]) -> bool:
    """Whether `Thủ tướng Nhật Bản` without a name may mean this person, of whose own office no country is told.

    Not where the sentence names the person beside the title (`Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Nhật Bản`), and not where the
    name is of another country; `Joe Biden là tổng thống Mỹ đầu tiên thăm …`, `Gan Kim Yong giữ thêm trọng trách Phó
    Thủ tướng Singapore` say it of them.
    """
    phrase = title.what
    if not isinstance(phrase, OfficePhrase) or phrase.country is None or not person.may_be_of(phrase.country[0].iso):
        return False
    view = views[title.sentence]
    before = view.key(title.start - 1)
    told = before == "làm" or before in words("copula") or any(view.keys(title.start - size, size) in words("named_as_post") for size in (1, 2))
    return all(f.sentence != title.sentence or (told and f.end < title.start) for f in person.found)


def owner_from_title_only(
    held: Sequence[HeldOffice], title_only: Sequence[Found], main_country: str | None, views: Sequence[SentenceView]
) -> list[HeldOffice]:
    """`Thủ tướng Singapore` without a name gives the owner where only one person of the article holds that role, who may be meant each time,
    and the article is about Singapore: in one about the US `Ngoại trưởng Jordan` does not make Blinken a Jordanian.
    """
    out: list[HeldOffice] = []
    for office in held:
        if office.owner is None and len({id(o.person) for o in held if o.key == office.key}) == 1:
            titles = [
                (finding, phrase.country[0].iso)
                for finding in title_only
                if isinstance(phrase := finding.what, OfficePhrase) and phrase.country is not None and role_key(phrase.title) == office.key
            ]
            if {iso for _, iso in titles} == {main_country} and all(bears_title(office.person, title, views) for title, _ in titles):
                office = office._replace(owner=("country", main_country))
        out.append(office)
    return out


def owner_from_siblings(
    held: Sequence[HeldOffice], links: Sequence[HoldingLink], persons: PersonIndex, views: Sequence[SentenceView]
) -> list[HeldOffice]:
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
                and (owner := _country_of_ministry(phrase, own) or owner_in_words(link.office, phrase)) is not None
                and (
                    (owner[0] == "country" and own.role.kind not in _OF_NO_COUNTRY)
                    or (
                        owner[0] == "organization"
                        and {phrase.role.kind, own.role.kind} <= _OF_ONE_BODY
                        and not _heads_a_division(phrase, views[link.office.sentence])
                        and _joined(office, link.office, views)
                    )
                )
            ]
            if len(set(siblings)) == 1:
                office = office._replace(owner=siblings[0])
        out.append(office)
    return out


def _country_of_ministry(phrase: OfficePhrase, own: OfficePhrase) -> Owner | None:
    """`Phó Thủ tướng kiêm Bộ trưởng Bộ Công Thương |Singapore| NAME`: a country named with one's ministry is that of one's national office."""
    body = phrase.body
    if body is None or own.role.owner != "country" or body.country is None or body.core_end == body.end or body.kind == "international":
        return None
    return ("country", body.country)


def _heads_a_division(phrase: OfficePhrase, view: SentenceView) -> bool:
    """`Phó Hiệu trưởng, |Trưởng phòng| Đào tạo`: a title that itself says what it is the head of shares that body with no other."""
    return phrase.body is not None and view.key(phrase.body.start) in fold(phrase.role.title).split()


def _joined(office: HeldOffice, sibling: Found, views: Sequence[SentenceView]) -> bool:
    """Whether the two stand side by side with one sign or word between them, as in a list; a name no table knows behind an office is its body's
    (`phó Vụ trưởng Vụ A, phó Giám đốc |VNCERT|`).
    """
    if any(views[told.sentence].upper(told.end) and told.end not in {p.start for _, p in office.evidence} for told, _ in office.evidence):
        return False
    return any(
        told.sentence == sibling.sentence and (0 <= sibling.start - told.end <= 1 or 0 <= told.start - sibling.end <= 1)
        for told, _ in office.evidence
    )


def owner_from_same_person(held: Sequence[HeldOffice]) -> list[HeldOffice]:
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
