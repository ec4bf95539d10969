"""One status for each office of a person: what the parts of an article say of it (in office, former, late, only named for it) weighed together.

Comes in: the offices held as told, owners filled in. Goes out: the same, each office once, with the status that stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.extraction.bodies.shared_bodies import ladder_step
from kg.extraction.offices.career_lines import CAREER_LINE
from kg.extraction.offices.held_office import HeldOffice
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key

__all__ = ["PAST_YEAR", "climbed", "late_in_all", "one_status", "without_lost"]

PAST_YEAR = "office of a past year"
_OF_THE_PAST = frozenset({PAST_YEAR, CAREER_LINE})  # rules that tell of a past time, and nothing of today
_RANK = {"late": 0, "former": 1, "acting": 2, "designate": 3, "current": 4}


def one_status(held: Sequence[HeldOffice]) -> list[HeldOffice]:
    """One office of one person has one status: what a status word says goes before the bare title."""
    given_up: dict[int, list[HeldOffice]] = {}  # by the office that stands, those that say the same with less
    kept: list[HeldOffice] = []
    for office in held:
        rivals = [o for o in held if o.person is office.person and o.key == office.key and o is not office]
        if office.rule in _OF_THE_PAST and any(o.status == "current" for o in rivals):
            continue
        better = _better(office, rivals)
        if better is None:
            kept.append(office)
        else:
            given_up.setdefault(id(better), []).append(office)
    return [_joined(office, given_up.get(id(office), ())) for office in kept]


def _better(office: HeldOffice, rivals: Sequence[HeldOffice]) -> HeldOffice | None:
    """The telling of the same office whose status stands before this one's, None where this one's stands."""
    better = min((o for o in rivals if _RANK[o.status] < _RANK[office.status]), key=lambda o: _RANK[o.status], default=None)
    sitting = next((o for o in rivals if o.status == "current" and _in_office_now(o)), None)
    if office.status == "former" and office.rule.startswith("appoint") and sitting is not None:
        return sitting  # `Thủ tướng đương nhiệm A` beside `sau khi thôi làm Thủ tướng`: he has yet to leave
    if better is None or office.status != "current":
        return better
    if better.rule in _OF_THE_PAST:
        return None  # who is named by an office holds it, though he held it in a past year too
    if better.status == "former" and better.rule.startswith("appoint") and _in_office_now(office):
        return None
    returns = (
        office.rule.startswith("appoint")
        and better.status == "former"
        and not (better.rule.startswith("appoint") and _last_told(better) == _last_told(office))  # `kiêm chức vụ X và vừa bị miễn nhiệm`
    )
    return None if returns else better  # who is sworn in again holds the office, though they held it before


def _in_office_now(office: HeldOffice) -> bool:
    """Whether words of the office itself say that it is held today (`đương nhiệm`, `hiện là`)."""
    return any(isinstance(phrase := told.what, OfficePhrase) and phrase.marked and phrase.status == "current" for told, _ in office.evidence)


def _joined(office: HeldOffice, others: Sequence[HeldOffice]) -> HeldOffice:
    for other in others:
        office = office._replace(evidence=(*office.evidence, *other.evidence), owner=office.owner or other.owner)
    return office


def _last_told(office: HeldOffice) -> tuple[int, int]:
    """Sentence and token of the last words that tell of the office."""
    return max((told.sentence, told.start) for told, _ in office.evidence)


def climbed(held: Sequence[HeldOffice]) -> list[HeldOffice]:
    """`Năm 2010 ông được bổ nhiệm làm Thứ trưởng Bộ Công an` of who is its minister now: the lower step of the ladder is behind them."""
    return [_left_below(office, held) for office in held]


def _left_below(office: HeldOffice, held: Sequence[HeldOffice]) -> HeldOffice:
    if office.status != "current" or office.rule != "appointed":
        return office
    above = role_key(" ".join(ladder_step(office.title)))
    if above == office.key:
        return office
    chief = any(
        o.person is office.person
        and o.key == above
        and o.status == "current"
        and o.rule != "appointed"
        and (o.owner == office.owner or o.owner is None or office.owner is None)
        for o in held
    )
    return office._replace(status="former") if chief else office


def without_lost(held: Sequence[HeldOffice], lost: Mapping[int, bool]) -> list[HeldOffice]:
    """The offices of those who have lost all of them are former; `lost` tells by the person's id whether only those in the party are lost."""
    return [
        o._replace(status="former")
        if o.status in ("current", "acting") and id(o.person) in lost and (not lost[id(o.person)] or _in_party(o)) and not _in_office_now(o)
        else o
        for o in held
    ]


def _in_party(office: HeldOffice) -> bool:
    phrase = office.evidence[0][0].what
    return isinstance(phrase, OfficePhrase) and phrase.role.kind in ("party_office", "party_leader")


def late_in_all(held: Sequence[HeldOffice], dead: Collection[int]) -> list[HeldOffice]:
    """Who is dead holds no office: where one is told of the late person, the others are the late person's too."""
    late = {id(o.person) for o in held if o.status == "late"} | set(dead)
    return [o._replace(status="late") if id(o.person) in late and o.status in ("current", "acting") else o for o in held]
