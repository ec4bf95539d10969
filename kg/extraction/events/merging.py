"""Tellings of one event become one record: the same type and principals with dates that agree; what one telling leaves out another gives.

Headline, lead, body and caption tell the same meeting; two meetings on different days stay two. The finer date, the first place and all
evidence are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.extraction.events.dating.periods import agree, finer, near
from kg.extraction.events.drafts import EventDraft, Part
from kg.extraction.events.encounters.visits import EARLIER
from kg.extraction.events.syntax.actors import Key
from kg.language import fold
from kg.model import Modality

__all__ = ["Merged", "merge_drafts"]

_BY_NOUN = "noun"


class Merged(NamedTuple):
    """One event with all its tellings; the first is the fullest."""

    type: str
    tellings: tuple[EventDraft, ...]
    parts: tuple[Part, ...]
    date: str | None
    date_method: str | None
    place: Key | None
    modality: Modality
    level: str | None
    label: str | None
    value: str

    def keys(self, *roles: str) -> list[Key]:
        """Entities that play one of these parts (all without roles)."""
        return [p.key for p in self.parts if not roles or p.role in roles]


SameOffice = Callable[[EventDraft, EventDraft], bool]
Within = Callable[[Key, Key], bool]


def merge_drafts(drafts: Sequence[EventDraft], same_office: SameOffice, within: Within) -> list[Merged]:
    """The events of an article in the order they are first told.

    `same_office` compares the offices of two appointments, `within` says that a place lies in a country.
    """
    merged: list[Merged] = []
    shelves: dict[object, list[int]] = {}
    for draft in sorted(drafts, key=_fullness):
        shelf = shelves.setdefault(_shelf(draft), [])
        target = next((k for k in shelf if _same(merged[k], draft, same_office, within)), None)
        if target is None:
            shelf.append(len(merged))
            merged.append(_single(draft))
        else:
            merged[target] = _join(merged[target], draft)
    merged = _share_dates(merged)
    kept = [m for m in merged if m.type != "Visit" or (m.keys("destination") and not _continent_besides(m, merged))]
    return sorted(kept, key=lambda m: min((d.sentence, d.trigger) for d in m.tellings))


def _share_dates(merged: Sequence[Merged]) -> list[Merged]:
    """`A nhậm chức cùng B`: what one verb tells of two persons has one date, as have the offices that one sentence lets a person leave."""
    dated = {
        (t.sentence, t.trigger, m.type): (m.date, m.place)
        for m in merged
        if m.date is not None
        for t in m.tellings
        if t.time is not None or m.type != "Meeting"  # `các cuộc gặp với A, B và C`: the day of one is not that of the others
    }
    left = {(t.sentence, m.type, id(m.parts[0].key)): (m.date, m.place) for m in merged if m.date and m.type == "Departure" for t in m.tellings}
    out: list[Merged] = []
    for event in merged:
        places = [((t.sentence, t.trigger, event.type), (t.sentence, event.type, id(event.parts[0].key))) for t in event.tellings]
        shared = next((d for same, person in places if (d := dated.get(same) or left.get(person)) is not None), None)
        if event.date is None and shared is not None:
            event = event._replace(date=shared[0], date_method="context", place=event.place or shared[1])
        out.append(event)
    return out


def _shelf(draft: EventDraft) -> object:
    """What two tellings of one event share at least, so that an article full of statements is not compared each with each."""
    if draft.type == "Statement":
        # `Tuần trước, A nói`, `Hôm 3/9, A nói` and what A says elsewhere are of different days
        return draft.type, frozenset(draft.principals), draft.value, draft.undated, draft.time.edtf if draft.time is not None else None
    if draft.type in ("Speech", "Congratulation", "Condolence", "Invitation"):
        return draft.type, frozenset(draft.principals), draft.value
    return draft.type


def _continent_besides(event: Merged, merged: Sequence[Merged]) -> bool:
    """`công du châu Âu` beside the visits to its countries is no further visit."""
    if not all(getattr(key, "kind", None) == "continent" for key in event.keys("destination")):
        return False
    agents = event.keys("agent")
    return any(m is not event and m.type == "Visit" and any(_has(agents, k) for k in m.keys("agent")) for m in merged)


def _fullness(draft: EventDraft) -> tuple[int, ...]:
    """Full tellings first, so that those with gaps find what they belong to."""
    return (
        -int(draft.type != "Visit" or any(p.role == "destination" for p in draft.parts)),
        -int(draft.type not in ("Appointment", "Departure") or ((draft.office is not None or draft.label is not None) and not draft.partial)),
        -min(len(draft.parts), 2),
        draft.sentence,
        draft.trigger[0],
    )


def _date_of(draft: EventDraft) -> str | None:
    """The draft's date; an office is entered when the time told of it begins, and left when it ends."""
    edtf = draft.time.edtf if draft.time is not None else None
    if edtf is None or "/" not in edtf or draft.type not in ("Appointment", "Departure"):
        return edtf
    first, _, last = edtf.partition("/")
    return first if draft.type == "Appointment" or last == ".." else last


def _single(draft: EventDraft) -> Merged:
    time = draft.time
    return Merged(
        draft.type,
        (draft,),
        draft.parts,
        _date_of(draft),
        time.method if time is not None else None,
        draft.place,
        draft.modality,
        draft.level,
        draft.label,
        draft.value,
    )


def _same(event: Merged, draft: EventDraft, same_office: SameOffice, within: Within) -> bool:
    if event.type != draft.type:
        return False
    date = _date_of(draft)
    announced = event.type in ("Appointment", "Departure", "Visit") and event.value == draft.value and near(event.date, date)
    if (not announced and not agree(event.date, date)) or ("cancelled" in (event.modality, draft.modality) and event.modality != draft.modality):
        return False
    mine, theirs = list(draft.principals), [p.key for p in event.parts if p.role in _PRINCIPAL]
    if event.type in ("Meeting", "PhoneCall"):
        if {event.modality, draft.modality} == {"planned", "happened"} and {len(event.date or ""), len(date or "")} == {0, 4}:
            return False  # `đến B để gặp C`, `lần gần nhất gặp C, năm 2019`
        return _covered(mine, theirs, within) or _covered(theirs, mine, within)
    if event.type == "Visit":
        return _same_visit(event, draft, within)
    if event.type in ("Appointment", "Departure"):
        return _has(theirs, mine[0]) and _same_appointment(event, draft, same_office)
    if event.type == "RelationChange":
        known = event.date is not None and date is not None
        same_level = draft.level is None or event.level is None or draft.level == event.level
        return _equal(mine, theirs) and same_level and (known or event.value == draft.value or draft.level == event.level)
    if event.type == "Signing":
        known = all(_has(theirs, k) for k in mine) or all(_has(mine, k) for k in theirs)
        return (known and _same_document(event.label, draft.label)) or _one_title(event.label, draft.label)
    if event.type in ("Speech", "Statement") and event.place is not None and draft.place is not None and event.place != draft.place:
        return False
    if event.type in ("Speech", "Attendance"):
        return _equal(mine, theirs) and (event.type == "Speech" or event.label == draft.label or draft.label is None)
    return _equal(mine, theirs) and event.value == draft.value


def _covered(keys: Sequence[Key], by: Sequence[Key], within: Within) -> bool:
    """Whether each of the keys is among the others, or is the country that one of them acts for (`Chủ tịch nước Lào`, unnamed in a headline)."""
    return all(_has(by, k) or any(within(other, k) for other in by) for k in keys)


_PRINCIPAL = ("agent", "participant", "host", "party", "speaker", "inviter", "guest")


def _same_visit(event: Merged, draft: EventDraft, within: Within) -> bool:
    mine = [p.key for p in draft.parts if p.role == "agent"]
    if not any(_has(event.keys("agent"), k) for k in mine):
        return False
    if draft.rule == EARLIER and event.date is None:
        return False
    goals, others = [p.key for p in draft.parts if p.role == "destination"], event.keys("destination")
    if not goals:
        return True
    dates = (event.date, _date_of(draft))
    if None in dates and {len(date) for date in dates if date is not None} == {4}:
        return False  # `trước thềm chuyến thăm B`, `năm 2017 thăm B`: another journey
    return any(a == b or within(a, b) or within(b, a) for a in goals for b in others)


def _same_appointment(event: Merged, draft: EventDraft, same_office: SameOffice) -> bool:
    if (event.value == "designate") != (draft.value == "designate"):
        return False
    offices = [t for t in event.tellings if t.office is not None]
    if draft.partial or any(t.partial for t in event.tellings):
        return True
    if draft.office is None:
        return draft.label is None or draft.label == event.label or (not offices and event.label is None)
    if not offices:
        return event.label is None
    return any(same_office(t, draft) for t in offices)


def _same_document(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    first, second = set(fold(a).split()), set(fold(b).split())
    generic = {"văn", "kiện", "bản", "thỏa", "thuận", "hợp", "tác", "các", "một", "số"}
    return (
        first <= second
        or second <= first
        or not (first - generic)
        or not (second - generic)
        or len(first & second) >= 3
        or _counted(a) != _counted(b)
    )


def _one_title(a: str | None, b: str | None) -> bool:
    """Two documents named alike in an article are one, whoever is named as its signer (the minister, the ministry, the country)."""
    if a is None or b is None or _counted(a) or _counted(b):
        return False
    first, second = fold(a).split(), fold(b).split()
    return len(first) > 2 and first[:3] == second[:3]


def _counted(label: str) -> bool:
    """`năm văn bản`, `11 văn kiện`: documents by number only."""
    words = fold(label).split()
    return words[0].isdigit() or words[0] in {"hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "các", "một"}


def _join(event: Merged, draft: EventDraft) -> Merged:
    time = draft.time
    date, method = event.date, event.date_method
    if time is not None:
        mine = _date_of(draft)
        date = finer(event.date, mine, whole=event.type == "Visit") if agree(event.date, mine) else event.date
        method = event.date_method if date == event.date else time.method
    parts = [*event.parts]
    parts += [
        p for p in draft.parts if not any(p.key == q.key for q in parts) and not (event.type in ("Meeting", "PhoneCall") and isinstance(p.key, tuple))
    ]
    if event.type in ("Meeting", "PhoneCall") and sum(not isinstance(p.key, tuple) for p in parts) > 1:
        parts = [p for p in parts if not isinstance(p.key, tuple)]
    return event._replace(
        tellings=(*event.tellings, draft),
        parts=tuple(parts),
        date=date,
        date_method=method,
        place=event.place or draft.place,
        modality=_modality(event, draft),
        level=event.level or draft.level,
        label=_fuller(event.label, draft.label) if draft.office is not None else event.label or draft.label,
        value=event.value or draft.value,
    )


def _fuller(a: str | None, b: str | None) -> str | None:
    """The longer of two titles where it begins with the other."""
    return b if a is not None and b is not None and fold(b).startswith(fold(a)) else a or b


def _modality(event: Merged, draft: EventDraft) -> Modality:
    """A verb's modality goes before a noun's, since `chuyến thăm` says nothing of time; among verbs what happened goes before what was planned."""
    told = [(t.modality, _BY_NOUN in t.rule) for t in (*event.tellings, draft)]
    by_verb = [m for m, noun in told if not noun] or [m for m, _ in told]
    order: tuple[Modality, ...] = ("cancelled", "happened", "reported", "planned")
    if all(noun for _, noun in told) and "planned" in by_verb:
        return "planned"
    if event.type == "Departure" and not any(t.modality != "planned" and t.sentence > 0 for t in (*event.tellings, draft)):
        return next(m for m in ("cancelled", "planned", *order) if m in by_verb)  # headline `A từ chức`, text `A sẽ từ chức sau khi …`
    return next(m for m in order if m in by_verb)


def _has(keys: Sequence[Key], key: Key) -> bool:
    return any(k == key for k in keys)


def _equal(a: Sequence[Key], b: Sequence[Key]) -> bool:
    return all(_has(b, k) for k in a) and all(_has(a, k) for k in b)
