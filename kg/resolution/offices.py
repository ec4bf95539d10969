"""Whose an office is where its article does not say, and the offices of the whole corpus.

The owner comes from the same person's other articles, from the one country all their offices are of, or from the title alone
(`Chủ tịch nước` in a Vietnamese paper); where these do not agree it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kg.lexicon.short_forms import in_full
from kg.model import Office
from kg.resolution.identifiers import assign, slug_of
from kg.resolution.identity.things import Judgement, usual_name
from kg.resolution.names import name_key
from kg.resolution.offices_told import Body, OfficeTold
from kg.resolution.roles import Roles
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Key", "offices", "unnamed_offices", "with_owners"]

Key = tuple[str, str]
"""A role's key and its owner's identifier; where that is not known the holder's, whose own the office then is, or ''."""


def with_owners(
    told: Sequence[OfficeTold], holder: Mapping[tuple[str, str], str], home: Mapping[str, str], countries: Mapping[str, str], roles: Roles
) -> tuple[list[OfficeTold], list[Judgement]]:
    """`told` with the owners and the whole titles that can be known, and where each came from.

    `holder` gives the identifier of each person; `home` the ISO code of their country, by the table of people or since all their
    offices are of it; `countries` the ISO code of the country an owner lies in.
    """
    by_person: dict[str, list[OfficeTold]] = {}
    for office in told:
        by_person.setdefault(holder[office.person], []).append(office)
    finished: dict[tuple[str, int], OfficeTold] = {}
    judgements: list[Judgement] = []
    for person, held in sorted(by_person.items()):
        land = home.get(person) or _usual_land(held, countries)
        for office in held:
            owner, reason = _owner(office, held, land, countries, roles)
            if reason:
                judgements.append(Judgement(f"{office.person[0]}#holding-{office.number + 1}", owner or "", True, reason))
            finished[office.person[0], office.number] = msgspec.structs.replace(office, owner=owner)
        owned = [finished[other.person[0], other.number] for other in held]
        for office in held:
            key = office.person[0], office.number
            finished[key] = _apart(_whole(finished[key], owned, countries, roles), person, roles)
    return [finished[office.person[0], office.number] for office in told], judgements


def _usual_land(held: Iterable[OfficeTold], countries: Mapping[str, str]) -> str | None:
    """The country of most of a person's offices, None where another has more than half as many: one misread owner decides nothing."""
    times = Counter(countries[office.owner] for office in held if office.owner and office.owner in countries)
    ranked = times.most_common(2)
    if not ranked or (len(ranked) > 1 and 2 * ranked[1][1] >= ranked[0][1]):
        return None
    return ranked[0][0]


def _owner(
    office: OfficeTold, held: Sequence[OfficeTold], land: str | None, countries: Mapping[str, str], roles: Roles
) -> tuple[str | None, str]:
    """The owner of `office`, and how it is known where its article does not tell; `land` is the person's country."""
    if office.owner is not None:
        return office.owner, ""
    if land and (roles.is_national(office.role) or roles.belongs_to_country(office.role)) and not roles.is_short(office.role):
        return f"country/{land}", "the person's country"
    elsewhere = {other.owner for other in held if other.role == office.role and other.owner and countries.get(other.owner, land) == land}
    if len(elsewhere) == 1:
        return elsewhere.pop(), "the same person's office in another article"
    if elsewhere:
        return None, ""
    if land and roles.is_national(office.role):
        return f"country/{land}", "the person's country"
    implied = roles.implied_country(office.role)
    if implied and land in (None, implied) and office.vietnamese:
        return f"country/{implied}", "the title alone, as a Vietnamese paper uses it"
    return None, ""


def _whole(office: OfficeTold, held: Iterable[OfficeTold], countries: Mapping[str, str], roles: Roles) -> OfficeTold:
    """`Bộ trưởng` of someone who is `Bộ trưởng Công an`, or `Thứ trưởng` of a ministry, in another article is that office, if it can
    be no other.
    """
    if not roles.is_short(office.role) or (office.owner and not office.owner.startswith("country/")):
        return office
    fuller = {
        (other.role, other.owner)
        for other in held
        if (office.owner is None or other.owner is None or _land(other.owner, countries) == _land(office.owner, countries))
        and (roles.completes(office.role, other.role) or (other.role == office.role and (other.owner or "").startswith("organization/")))
    }
    owners = {owner for _, owner in fuller if owner}
    if len({role for role, _ in fuller}) != 1 or len(owners) > 1:
        return office
    return msgspec.structs.replace(office, role=fuller.pop()[0], owner=owners.pop() if owners else office.owner)


def _apart(office: OfficeTold, person: str, roles: Roles) -> OfficeTold:
    """`A làm Trưởng ban`, `Bí thư Tỉnh ủy B` of a body that is not told: an office of A's own, not one with everybody who is so called."""
    return office if office.owner or roles.is_national(office.role) else msgspec.structs.replace(office, apart=person)


def _land(owner: str, countries: Mapping[str, str]) -> str:
    return countries.get(owner, owner)


def unnamed_offices(heard: Iterable[Witness], roles: Roles) -> dict[Reference, tuple[Key, str]]:
    """The offices that articles speak of without naming a holder (entities of type Office): their keys and titles."""
    found = {}
    for witness in heard:
        for entity in witness.record.entities:
            if entity.type == "Office":
                owner = f"country/{entity.country}" if entity.country else ""
                role = roles.key_of_title(entity.name)
                found[witness.reference(entity.id)] = ((roles.of_country(role) if owner else role, owner), entity.name)
    return found


def offices(
    told: Iterable[OfficeTold],
    unnamed: Iterable[tuple[Key, str]],
    labels: Mapping[str, str],
    bodies: Mapping[str, Body],
    roles: Roles,
) -> dict[Key, Office]:
    """Every office that someone holds or an article speaks of, by role and owner.

    `labels` are the names of the owners, `bodies` as in `offices_told`: a body that the title names is not said twice.
    """
    titles: dict[Key, list[str]] = {}
    for office in told:
        titles.setdefault(office.key, []).append(office.title)
    for key, title_told in unnamed:
        titles.setdefault(key, []).append(title_told)
    title = {key: roles.title(key[0]) or _title(key[0], seen, roles) for key, seen in titles.items()}
    named_after = {}
    for role, owner in titles:
        body = bodies.get(owner)
        named_after[role, owner] = (body.country or "") if body and roles.names_owner(role, body.name) else owner
    wishes = {key: _wishes(title[key], named_after[key]) for key in titles}
    ids = assign("office", wishes, {key: "|".join(key) for key in titles})
    return {
        (role, owner): Office(
            id=ids[role, owner],
            label=_label(title[role, owner], labels.get(named_after[role, owner], "") if not _is_person(owner) else ""),
            role=title[role, owner],
            role_id=row.id if (row := roles.row(role)) else None,
            owner=None if _is_person(owner) else owner or None,
            seats=None if _is_person(owner) else roles.seats(role, owner or None),
        )
        for role, owner in sorted(titles)
    }


def _title(role: str, told: Iterable[str], roles: Roles) -> str:
    """The usual title of a role the lexicon does not write; a title cut short (`Bộ trưởng`) is passed over where a whole one is told."""
    told = list(told)
    return usual_name(map(roles.whole_title, [title for title in told if roles.key_of_title(title) == role] or told))


def _is_person(owner: str) -> bool:
    return owner.startswith("person/")


def _wishes(title: str, owner: str) -> list[str]:
    name = owner.partition("/")[2].lower()
    return [slug_of(title), slug_of(title, name)] if _is_person(owner) else [slug_of(title, name)]


def _label(title: str, owner: str) -> str:
    """`Tổng thống Mỹ`; what the title names of the owner already is not said twice: `Bí thư Tỉnh ủy` of `Tỉnh ủy Nghệ An`."""
    if not owner or name_key(owner) in name_key(title):
        return title
    title_words, owner_words = title.split(), owner.split()
    for k in range(len(title_words)):
        tail = in_full(" ".join(title_words[k:]))
        if any(tail == in_full(" ".join(owner_words[:size])) for size in range(1, len(owner_words) + 1)):
            return " ".join((*title_words[:k], *owner_words))
    return f"{title} {owner}"
