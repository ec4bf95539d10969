"""Meetings and calls: `A gặp B`, `A hội đàm với B`, `A được B tiếp`, `A và B điện đàm`, `cuộc gặp giữa A và B`, `trong cuộc gặp với B, A …`.

One event for each pair that meets; one for all where one meeting of several is told (`cuộc gặp với A và B`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.syntax.actors import Key, distinct
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.syntax.nouns import EventNoun, event_noun, opening_subject, spoken_with
from kg.extraction.events.tables import words
from kg.model import Modality

__all__ = ["read_meetings"]

_WITH = frozenset({"với", "cùng"})


def read_meetings(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """The meetings and calls that one trigger tells, if any."""
    if words("match").ending(clauses.view, trigger.start) is not None:
        return []  # `trận gặp B`: teams play
    for event in ("Meeting", "PhoneCall"):
        if trigger.row(event) is None:
            continue
        noun = trigger.row(event, "noun")
        bare = trigger.row(event, "bare_noun") if words("bare_noun_before").ending(clauses.view, trigger.start) is not None else None
        if noun is not None or bare is not None:
            return _told_by_noun(clauses, trigger, event)
        if trigger.row(event, "voters") is not None:
            return _with_voters(clauses, trigger)
        return _told_by_verb(clauses, trigger, event)
    return []


def _told_by_verb(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`A |gặp| B`, `A |hội đàm| với B`, `A được B |tiếp|`, `A và B |hội đàm|`."""
    view = clauses.view
    subject = clauses.subject(trigger.start)
    partner, behind = _partner(clauses, trigger, event)
    if subject is None and partner is not None and (host := _inverted(clauses, trigger, partner)) is not None:
        subject, behind = host, host.end
    elif subject is None:
        return _opening(clauses, trigger, event, partner, behind)
    rule = "meeting: A meets B"
    if subject.position == "agent":
        guest = clauses.subject(subject.start - 1)
        if guest is None or partner is not None:
            return []
        subject, partner, rule = guest, subject, "meeting: A is received by B"
    before = subject.end <= trigger.start
    lower = clauses.scope(subject.end, trigger.start) if before else None
    how = as_modality(told(clauses, trigger.start, trigger.stop, lower, subject=subject if before else None))
    if how is None:
        return []
    if partner is None:
        formal = (row := trigger.row(event, "with")) is not None and row.value != "informal"
        together = len(subject.keys) > 1 and (formal or view.key(trigger.stop) == "nhau")
        if not together or view.key(trigger.stop) in _WITH or not _closes(clauses, trigger.stop):
            return []
        return _drafts(clauses, trigger, event, how, [subject.keys], "meeting: A and B meet", subject.start, trigger.stop)
    hosting = any(view.key(k) in {"tiếp", "đón", "đãi"} for k in range(trigger.start, trigger.stop))
    partners = [*partner.keys]
    for further in _further(clauses, partner) if before else ():
        partners += [key for key in further.keys if key not in partners]
        behind = further.end
    pairs = [(a, b) for a in subject.keys for b in partners if a != b]
    drafts = _drafts(clauses, trigger, event, how, pairs, rule, min(subject.start, trigger.start), max(behind, trigger.stop))
    if hosting and rule == "meeting: A meets B":
        drafts = [d._replace(parts=(Part(d.parts[0].key, "host"), *d.parts[1:])) for d in drafts]
    return drafts


def _inverted(clauses: Clauses, trigger: Trigger, partner: Group) -> Group | None:
    """`Tại B, lần lượt |tiếp| ông là |A và C|`, `|Tiếp| ông và đoàn, về phía B có |A|`: the subject stands behind `là` or `có`."""
    view = clauses.view
    at = partner.end
    if view.key(at) != "là":
        side = next((k for k in range(at, min(at + 12, len(view))) if view.keys(k, 3) == ", về phía"), None)
        at = next((k for k in range(side or at, min(at + 24, len(view))) if view.key(k) == "có"), -1) if side or view.key(at) == "có" else -1
        if clauses.clause_start(partner.start) != trigger.start or view.key(trigger.stop - 1) not in {"tiếp", "đón"}:
            return None
    if at < 0 or not partner.personal:
        return None
    group = clauses.object(at + 1, personal=True)
    return group if group is not None and group.keys and group.actors[0].kind != "pronoun" else None


def _opening(clauses: Clauses, trigger: Trigger, event: str, partner: Group | None, behind: int) -> list[EventDraft]:
    """`|Gặp| B chiều nay, A nói …`, `|Hội đàm| tại Hà Nội, A và B nhất trí …`: the verb opens the sentence, its subject is the main clause's."""
    view = clauses.view
    subject = opening_subject(clauses, trigger.start, partner.end if partner is not None else trigger.stop)
    if subject is None:
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop))
    if how is None:
        return []
    if partner is not None:
        pairs = [(a, b) for a in subject.keys for b in partner.keys if a != b]
        return _drafts(clauses, trigger, event, how, pairs, "meeting: opens the sentence", trigger.start, max(behind, trigger.stop))
    formal = (row := trigger.row(event, "with")) is not None and row.value != "informal"
    if not formal or len(subject.keys) < 2 or view.key(trigger.stop) in _WITH or not _closes(clauses, trigger.stop):
        return []
    return _drafts(clauses, trigger, event, how, [subject.keys], "meeting: opens the sentence", trigger.start, trigger.stop)


def _further(clauses: Clauses, partner: Group) -> list[Group]:
    """`gặp A tại X, |B và C|`, `gặp A, rồi |B|`: the list of those met goes on behind a place, a time or `rồi`."""
    out: list[Group] = []
    joint = words("goes_on").at(clauses.view, _over_place(clauses, partner.end))
    while joint is not None:
        group = clauses.object(joint[1], personal=True)
        if group is None or not group.keys or group.start > joint[1] + 2 or not _may_meet(clauses, group) or not _list_ends(clauses, group.end):
            break
        out.append(group)
        joint = words("goes_on").at(clauses.view, _over_place(clauses, group.end))
    return out


def _over_place(clauses: Clauses, i: int) -> int:
    """The token after `tại B` and an expression of time at token i."""
    place = clauses.actor_at(i + 1) if clauses.view.key(i) in {"tại", "ở"} else None
    return clauses.skip_time(place.end if place is not None and place.kind in ("place", "organization") else i)


def _list_ends(clauses: Clauses, i: int) -> bool:
    """Whether a name that ends at token i closes a list or stands in it, rather than being the subject of what follows."""
    view = clauses.view
    if clauses.predicate_follows(i) or view.key(i) == ":":
        return False
    ends = i >= len(view) or view.tokens[i].kind == "sign" or words("boundary").at(view, i) is not None
    return ends or view.key(i) in {"tại", "ở"} or clauses.skip_time(i) > i


def _closes(clauses: Clauses, i: int) -> bool:
    """Whether the verb stands without an object: a sign, an adverbial, or an expression of time follows."""
    view = clauses.view
    k = clauses.skip_time(i)
    if k >= len(view) or view.tokens[k].kind == "sign" or k > i:
        return True
    return words("verb_closes").at(view, k) is not None


def _partner(clauses: Clauses, trigger: Trigger, event: str) -> tuple[Group | None, int]:
    """The group met, and the token after it: the object, or what `với` brings."""
    view = clauses.view
    if trigger.row(event, "direct") is not None:
        group = clauses.object(trigger.stop)
        value = trigger.row(event, "direct").value  # type: ignore[union-attr]
        if (led := _delegation(clauses, trigger.stop)) is not None and value != "premises":
            return led, led.end
        received = value != "premises" or (group is not None and _at_reception(clauses, group.end))
        if group is not None and received and _may_meet(clauses, group, trigger.stop) and (group.personal or not value):
            return group, group.end
    if trigger.row(event, "with", "to") is not None:
        k = _manner(clauses, trigger.stop)
        allowed = _WITH | ({"cho", "tới", "đến"} if trigger.row(event, "to") is not None else set())
        if view.key(k) in allowed:
            group = clauses.object(k + 1)
            about = group is not None and group.actors[0].kind == "country" and "về" in {view.key(n) for n in range(trigger.stop, k)}
            if group is not None and not about and _may_meet(clauses, group, k + 1):
                return group, group.end  # but `trao đổi về |biên giới với Lào|`
    return None, trigger.stop


def _delegation(clauses: Clauses, i: int) -> Group | None:
    """`tiếp |đoàn đại biểu Đảng B do A| dẫn đầu`: the one who leads the delegation that begins at token i."""
    view = clauses.view
    if not any(view.key(k) == "đoàn" for k in (i, i + 1)):
        return None
    stop = next((k for k in range(i, min(i + 18, len(view))) if view.key(k) in {"do", ",", ";"}), None)
    return clauses.object(stop + 1, personal=True) if stop is not None and view.key(stop) == "do" else None


def _at_reception(clauses: Clauses, i: int) -> bool:
    """`đón B |tại Phủ Chủ tịch|`: a host receives a guest in a house of state; at an airport or a border somebody is only met."""
    k = clauses.skip_time(i)
    return clauses.view.key(k) in {"tại", "ở"} and words("reception").at(clauses.view, k + 1) is not None


def _manner(clauses: Clauses, i: int) -> int:
    """The token after adverbs, times and an `về …` of what was talked about: `trao đổi |trực tiếp về quan hệ hai nước| với`."""
    view = clauses.view
    k = i
    while k < len(view):
        found = words("manner").at(view, k)
        if found is not None:
            k = found[1]
        elif clauses.skip_time(k) > k:
            k = clauses.skip_time(k)
        elif view.tokens[k].kind == "number":
            k += 1
        else:
            break
    if view.key(k) == "về":
        for n in range(k, min(k + 12, len(view))):
            if view.key(n) in _WITH:
                return n
            if view.tokens[n].kind == "sign":
                break
    return k


def _may_meet(clauses: Clauses, group: Group, behind: int | None = None) -> bool:
    """Persons, bodies and countries meet; news media and places do not, and `lãnh đạo Anh` is not Britain.

    `behind` is the token after the verb or preposition, from which on the words before the group are looked at.
    """
    head = group.actors[0]
    if head.kind == "country" and behind is not None and any(clauses.view.key(k) not in {"phía", "nước"} for k in range(behind, group.start)):
        return False
    if head.kind == "place" or not group.keys:
        return False
    if head.kind == "organization":
        return all(getattr(key, "kind", None) not in ("media", "news_agency") for key in head.keys)
    return True


def _told_by_noun(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`|cuộc gặp| giữa A và B`, `A có |cuộc gặp| với B`, `tại |cuộc gặp| với B, A …`, `tại |cuộc gặp|, A và B …`."""
    noun = event_noun(clauses, trigger.start, trigger.stop)
    if (row := trigger.row(event, "noun")) is not None and row.value == "gathering":
        # `hội nghị thượng đỉnh của |NATO|`: whose gathering it is does not meet those who attend it
        held_by = [g for g in (*noun.members, *noun.partners) if g.governor == "của" and g.actors[0].kind == "organization"]
        if held_by and noun.subject is not None:
            return []
    keys = [key for group in noun.members for key in group.keys]
    if event == "Meeting" and clauses.view.key(trigger.stop - 1) == "họp" and _of_body(noun):
        return _session(clauses, trigger, noun)
    partners = [key for group in noun.partners if _may_meet(clauses, group) for key in group.keys]
    if not noun.members:
        subject = noun.subject
        if subject is None:
            return []
        gathering = row is not None and row.value == "gathering"
        if not partners and noun.adverbial and not noun.plural and len(subject.keys) == 1 and (other := spoken_with(clauses, subject)) is not None:
            partners = [key for key in other.keys if key not in subject.keys]
        if not partners and (noun.plural or gathering or not _joint(clauses, trigger, subject, noun.adverbial)):
            return []
        keys = list(subject.keys)
        if noun.plural and partners:
            how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end if subject.end <= trigger.start else None))
            pairs = [(a, b) for a in subject.keys for b in partners if a != b]
            return [] if how is None else _drafts(clauses, trigger, event, how, pairs, "meeting: A has meetings with B, C", *noun.span)
    subject_end = noun.subject.end if noun.subject is not None and noun.subject.end <= trigger.start else None
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject_end))
    together = distinct([*keys, *partners])
    if how is None or len(together) < 2:
        return []
    return _drafts(clauses, trigger, event, how, [together], f"meeting: {noun.rule}", *noun.span)


def _session(clauses: Clauses, trigger: Trigger, noun: EventNoun) -> list[EventDraft]:
    """`|Phiên họp| lần thứ 5 của Ủy ban A diễn ra tại B`: a body meets by itself, which its members attend."""
    if noun.plural or (noun.subject is not None and noun.subject.end <= trigger.start):
        return []
    body = (*noun.partners, *noun.members)[0]
    drafts = _drafts(clauses, trigger, "Attendance", "happened", [body.keys], "attendance: a body meets", trigger.start, body.end)
    return [d._replace(label=clauses.view.surface(trigger.start, body.start)) for d in drafts]


def _of_body(noun: EventNoun) -> bool:
    groups = (*noun.partners, *noun.members)
    body = groups[0] if len(groups) == 1 else None
    return body is not None and body.actors[0].kind == "organization" and body.governor == "của" and bool(body.keys)


def _joint(clauses: Clauses, trigger: Trigger, subject: Group, adverbial: bool) -> bool:
    """`Tại cuộc gặp, A và B bày tỏ …`: two or more named persons as one subject of what was done there."""
    return len(subject.keys) > 1 and (adverbial or clauses.view.sentence.block == "caption") and subject.personal


def _with_voters(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """`Đại biểu A |tiếp xúc cử tri| tại B`: the voters have no names."""
    subject = clauses.subject(trigger.start) or clauses.subject(trigger.start, personal=False)
    if subject is None or not subject.keys or subject.actors[0].kind in ("country", "place"):
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    if how is None:
        return []
    return _drafts(clauses, trigger, "Meeting", how, [subject.keys], "meeting: A meets voters", subject.start, trigger.stop)


def _drafts(
    clauses: Clauses, trigger: Trigger, event: str, how: Modality, sets: Sequence[Sequence[Key]], rule: str, start: int, stop: int
) -> list[EventDraft]:
    span = (trigger.start, trigger.stop)
    return [
        EventDraft(
            event,
            clauses.view.index,
            span,
            (min(start, trigger.start), max(stop, trigger.stop)),
            tuple(Part(key, "participant") for key in members),
            how,
            rule,
        )
        for members in sets
        if len(members) > 1 or rule in ("meeting: A meets voters", "attendance: a body meets")
    ]
