"""Verb frames that put a person into an office or out of it: `được bầu làm`, `phân công … giữ chức`, `nhậm chức`, `thôi giữ chức`.

An office is read backwards: the words before it (`giữ chức`, `làm`), the verbs before those (`bầu`, `điều động, phân công`), and who they are
said of. An office in a list shares the frame of the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extraction.events.modality import Told, told
from kg.extraction.events.personnel.appointees import (
    AppointingVerb,
    before_predecessor,
    concerned,
    inside_object,
    leads_delegation,
    object_before,
    other_object,
    person_behind,
    told_beside,
    verb_over,
)
from kg.extraction.events.personnel.nominations import nominee
from kg.extraction.events.personnel.office_frames import OfficeFrame, office_frame, passive_at, with_nomination
from kg.extraction.events.syntax.actors import Actor, Key
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.syntax.nouns import main_subject
from kg.extraction.events.tables import EventVerb, event_verbs, words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.persons.deaths import another_s
from kg.extraction.sentence.found import Found

__all__ = ["Appointed", "read_appointments"]

_PAST = frozenset({"từng", "nguyên", "vốn"})
_STAYS = frozenset({"vẫn", "tiếp", "hiện", "đang", "còn", "trực"})
_KEEPS = ("vẫn", "tiếp tục")
_NAMED_FOR = ("designate", "nominate")
_WHILE = frozenset({"trình", "gian", "khi", "thời", "lúc"})  # `trong quá trình |giữ chức|`, `khi |giữ chức|`


class Appointed(NamedTuple):
    """A person who enters or leaves an office. `office` is None where the text names none (`nhậm chức`, `từ trần`).

    `value` is designate where the person is only named for it; `past` tells that the text looks back (`từng giữ chức`);
    `replaced` that a successor takes the office from the person; `holds` that no verb of entering is told, only that the person has the office
    (`giữ chức … từ 2020`), `stays` that they keep it (`vẫn giữ chức`); `listed` counts the offices told before it in its list. `announced`
    tells that the sentence hands out offices (`A làm B thay ông C, D làm E`), `undated` that its date is another event's, `nominated` that
    others have yet to decide (`giới thiệu A để Quốc hội bầu làm B`), `keeps` that the office is held today and goes on (`sẽ vẫn giữ chức`).
    """

    person: Key
    actor: Actor
    office: Found | None
    label: str | None
    enters: bool
    value: str
    how: Told
    sentence: int
    trigger: tuple[int, int]
    clause: tuple[int, int]
    rule: str
    past: bool = False
    replaced: bool = False
    holds: bool = False
    stays: bool = False
    listed: int = 0
    announced: bool = False
    undated: bool = False
    nominated: bool = False
    keeps: bool = False


def read_appointments(clauses: Clauses, offices: Sequence[Found]) -> list[Appointed]:
    """All appointments and departures that one sentence tells; `offices` are its office findings in order."""
    read: list[Appointed] = []
    for office in offices:
        if isinstance(office.what, OfficePhrase) and office.what.role.kind == "candidate":
            continue
        if _new_of_its_kind(clauses, office):
            continue
        if (newcomer := _new_holder(clauses, office)) is not None:
            read.append(newcomer)
            continue
        frame = office_frame(clauses, office.start) or _marked_frame(clauses, office)
        if frame is None:
            before = read[-1] if read else None
            if (
                before is not None
                and before.office is not None
                and (_continues(clauses, before.office, office) or _career_goes_on(clauses, before, office))
            ):
                read.append(before._replace(office=office, label=None, clause=(before.clause[0], office.end), listed=before.listed + 1))
            continue
        if any(other.end == frame.start for other in offices) and all(row.form.startswith("kiêm") for row in frame.rows):
            continue  # `ông A, phó chủ nhiệm B |kiêm| C, bị bắt`: what he is, not what he became
        for said in _said_of(clauses, frame, office):
            read.append(said)
            read.extend(_predecessor(clauses, said))
    handed_out = any(a.replaced for a in read) or len({id(a.person) for a in read if a.holds and not a.past and not a.stays}) > 1
    return [a._replace(announced=True) if handed_out and a.holds else a for a in read]


def _new_of_its_kind(clauses: Clauses, office: Found) -> bool:
    """`trở thành |Tổng thống| đầu tiên bị luận tội` says what was new, not that an office was entered; `… đầu tiên của nước này` does both."""
    found = words("of_its_kind").at(clauses.view, office.end)
    return found is not None and words("kind_ends").at(clauses.view, found[1]) is None and found[1] < len(clauses.view)


def _new_holder(clauses: Clauses, office: Found) -> Appointed | None:
    """`|Bộ trưởng Ngoại giao| mới là ông A`: the office has a new holder."""
    view = clauses.view
    if view.keys(office.end, 2) != "mới là":
        return None
    group = clauses.object(office.end + 2, personal=True)
    actor = group.actors[0] if group is not None else None
    if actor is None or actor.kind != "person" or len(actor.keys) != 1 or actor.start > office.end + 3:
        return None
    span = (office.end, office.end + 2)
    return Appointed(
        actor.keys[0],
        actor,
        office,
        None,
        True,
        "",
        told(clauses, *span),
        view.index,
        span,
        (office.start, actor.end),
        "appointment: A is the new holder",
    )


# -------------------------------------------------------------- who is meant


def _marked_frame(clauses: Clauses, office: Found) -> OfficeFrame | None:
    """`Ông |từng giữ chức B|`: words of the office phrase itself say that it is past."""
    phrase = office.what
    if (
        isinstance(phrase, OfficePhrase)
        and phrase.marked
        and clauses.view.key(office.start) in _PAST
        and clauses.view.key(office.start - 1) != ","
        and clauses.actor_at(office.start - 1) is not None
    ):
        row = EventVerb(clauses.view.key(office.start), "Appointment", "link", "career", "")
        return OfficeFrame(office.start, office.start, (row,))
    return None


def _said_of(clauses: Clauses, frame: OfficeFrame, office: Found) -> list[Appointed]:
    """The appointments to the office, one for each person that the frame is said of."""
    view = clauses.view
    covering = clauses.actor_at(office.start)
    if covering is not None and covering.kind == "person" and covering.start < office.start:
        return _in_apposition(clauses, frame, covering, office)
    if covering is not None and covering.kind == "person" and not (covering.head is not None and covering.head.kind == "office"):
        # `miễn nhiệm |Tổng Thư ký Quốc hội A|`: the office is the person's own title
        passive = passive_at(clauses, frame.start)
        if passive is not None and words("subordinator").at(view, clauses.clause_start(passive)) is not None:
            # `Trước khi được bầu làm |B|, ông A …`: the main clause's subject stands right behind the office
            return [_appointed(clauses, frame, covering, office, "A is appointed to the office")]
        if not frame.has("dismiss"):
            return []
        return [_appointed(clauses, frame, covering, office, "dismissal of A, the holder")]
    frame = frame._replace(start=before_predecessor(clauses, frame.start))
    passive = passive_at(clauses, frame.start)
    if passive is not None:
        subject = _named_right_before(clauses, passive) or clauses.subject(passive)
        opener = words("subordinator").at(view, clauses.clause_start(passive))
        if subject is None and opener is not None and clauses.gap(opener[1], passive):
            subject = main_subject(clauses, office.end)
        if subject is None and words("temporal_opener").ending(view, passive) is not None:
            subject = clauses.subject(passive, strict=False)  # `A cam kết …, sau khi |được| bầu làm B`
        return _of_group(clauses, frame, subject, office, "A is appointed to the office") if subject is not None else []
    if frame.has("appoint", "dismiss"):
        group = person_behind(clauses, office.end)
        named = object_before(clauses, frame.start) if group is None and not frame.leaves else None
        if named is not None and (verb := verb_over(clauses, named)) is not None:
            return _by_verb(clauses, frame, verb, named, office)
        if group is None and frame.has("appoint") and (group := nominee(clauses, frame.start)) is not None:
            said = _of_group(clauses, frame, group, office, "A is named for the office")
            return [a._replace(value="designate", nominated=True) for a in said]
        return _of_group(clauses, frame, group, office, "appointment to the office of A") if group is not None else []
    named_behind = person_behind(clauses, office.end, only="đối với")
    if named_behind is not None and not (office.end < len(view) and frame.has("succeed")):
        return _of_group(clauses, frame, named_behind, office, "appointment to the office of A")
    left = clauses.adjacent(frame.start)
    if (
        left is not None
        and verb_over(clauses, left) is None
        and (left.governor == "của" or another_s(view, left.actors[0].start) or (left.position == "object" and inside_object(clauses, left)))
    ):
        return []  # `chọn người chỉ trích |ông A| làm B`, `… chính sách của |ông A| làm B`, `con gái |ông A| làm B`: A is not the one who is chosen
    near = left is not None and any(a.kind in ("person", "pronoun") for a in left.actors)
    group = left if near else object_before(clauses, frame.start) or clauses.subject(frame.start) or concerned(clauses, frame.start)
    if group is None or (group is not left and other_object(clauses, group.end, frame.start)):
        return []
    verb = verb_over(clauses, group)
    if verb is not None:
        return _by_verb(clauses, frame, verb, group, office)
    return _of_group(clauses, frame, group, office, "A takes the office" if not frame.leaves else "A leaves the office")


def _named_right_before(clauses: Clauses, passive: int) -> Group | None:
    """`chúc mừng |ông A, office|, được bổ nhiệm làm B`: behind a comma the verb is said of whom the words before it name."""
    left = clauses.adjacent(passive - 1) if clauses.view.key(passive - 1) == "," else None
    return left if left is not None and left.personal and len(left.actors) == 1 else None


def _in_apposition(clauses: Clauses, frame: OfficeFrame, covering: Actor, office: Found) -> list[Appointed]:
    """`chọn ông A, giám đốc B, làm |bộ trưởng|`: an office that the name's apposition runs into, though a verb stands before it."""
    if covering.head is None or office.start < covering.head.end or frame.start <= covering.head.end:
        return []
    group = next((g for g in clauses.groups if covering in g.actors), None)
    verb = verb_over(clauses, group) if group is not None else None
    if verb is None:
        return []
    frame = frame._replace(start=verb.start, rows=(*frame.rows, *verb.rows))
    return [_appointed(clauses, frame, covering, office, "B appoints A to the office")]


def _by_verb(clauses: Clauses, frame: OfficeFrame, verb: AppointingVerb, group: Group, office: Found) -> list[Appointed]:
    """`Bộ Chính trị |phân công| bà A, …, giữ chức B`: the object of the verb is appointed; `|giới thiệu| A để Quốc hội bầu làm B` only names A."""
    named_for = frame.has("appoint") and all(r.value in _NAMED_FOR for r in verb.rows)
    frame = frame._replace(start=verb.start, rows=(*frame.rows, *verb.rows))
    said = _of_group(clauses, frame, group, office, "B appoints A to the office")
    return [a._replace(value="designate") if named_for else a for a in said]


def _of_group(clauses: Clauses, frame: OfficeFrame, group: Group, office: Found, rule: str) -> list[Appointed]:
    return [
        _appointed(clauses, frame, actor, office, rule, group)
        for actor in group.actors
        if actor.kind in ("person", "pronoun") and len(actor.keys) == 1
    ]


def _appointed(clauses: Clauses, frame: OfficeFrame, actor: Actor, office: Found, rule: str, group: Group | None = None) -> Appointed:
    subject_end = actor.end if actor.end <= frame.start else None
    resigns = frame.leaves and not frame.has("dismiss")
    between_words = [clauses.view.key(k) for k in range(actor.end, frame.start) if clauses.actor_at(k) is None] if subject_end is not None else []
    between = set(between_words)
    frame = with_nomination(clauses, frame)
    designate = [r for r in frame.rows if r.value in _NAMED_FOR]
    certain = [r for r in frame.rows if r.frame in ("appoint", "enter", "succeed") and r.value not in _NAMED_FOR]
    to_be_chosen = not certain or "để" in {clauses.view.key(k) for k in range(frame.start, office.start)}
    nominated = to_be_chosen and any(r.value == "nominate" for r in frame.rows)
    return Appointed(
        actor.keys[0],
        actor,
        office,
        None,
        not frame.leaves,
        "designate" if nominated or (designate and (not certain or (not _of_party(office) and _by_person(clauses, frame)))) else "",
        told(clauses, frame.start, frame.stop, subject_end, forced=resigns, subject=group if subject_end is not None else None),
        clauses.view.index,
        (frame.start, frame.stop),
        (min(actor.start, frame.start), max(office.end, actor.end)),
        f"appointment: {rule}",
        past=bool(between & _PAST) or any(r.value == "career" for r in frame.rows) or "một thời gian" in " ".join(between_words),
        holds=not frame.leaves and not frame.has("appoint", "enter", "succeed") and not _moved(clauses, actor.end, frame.start),
        stays=bool(between & _STAYS)
        or (group is not None and group.governor == "do")
        or leads_delegation(clauses, actor)
        or told_beside(clauses, actor)
        or clauses.view.key(frame.start - 1) in _WHILE,
        nominated=nominated,
        keeps=not frame.leaves and any(f" {w} " in f" {' '.join(between_words)} " for w in _KEEPS),
    )


def _moved(clauses: Clauses, start: int, stop: int) -> bool:
    """`A được điều động về B, |giữ chức| C`: a verb of appointing stands before the words that govern the office."""
    for k in range(start, stop):
        found = event_verbs().at(clauses.view, k)
        if found is not None and clauses.actor_at(k) is None and any(r.event == "Appointment" and r.frame == "appoint" for r in found[0]):
            return passive_at(clauses, k) is not None
    return False


def _of_party(office: Found) -> bool:
    """`Ban Bí thư chỉ định ông A giữ chức |Phó Bí thư Tỉnh ủy|`: a party's offices between congresses are filled so, and nobody else decides."""
    return isinstance(office.what, OfficePhrase) and office.what.role.kind in ("party_office", "party_leader")


def _by_person(clauses: Clauses, frame: OfficeFrame) -> bool:
    """`được Donald Trump |chọn| làm …`: what one person alone chooses waits for others; a body's choice stands."""
    agent = next((a for a in clauses.actors if a.end == frame.start), None)
    if agent is not None:
        return agent.kind in ("person", "unnamed")
    chooser = clauses.subject(frame.start, strict=False)
    return chooser is not None and chooser.position == "subject" and passive_at(clauses, frame.start) is None and chooser.end <= frame.start


def _continues(clauses: Clauses, before: Found, office: Found) -> bool:
    """Whether an office goes on in the list of the one before: only signs, `và`, times, bodies and places stand between."""
    view = clauses.view
    k = before.end
    while k < office.start:
        actor = clauses.actor_at(k)
        if actor is not None and actor.kind in ("organization", "place", "country"):
            k = actor.end
        elif actor is None and (words("office_list").at(view, k) is not None or view.tokens[k].kind == "number" or clauses.skip_time(k) > k):
            k = max(clauses.skip_time(k), k + 1)
        else:
            return False
    return _unclaimed(clauses, office)


def _unclaimed(clauses: Clauses, office: Found) -> bool:
    covering = clauses.actor_at(office.start)
    return covering is None or covering.kind == "unnamed"


def _career_goes_on(clauses: Clauses, before: Appointed, office: Found) -> bool:
    """`giữ các chức vụ A của …, B; |C|`: in the list of a career a semicolon leads to the next office, whatever bodies stand between."""
    assert before.office is not None
    between = range(before.office.end, office.start)
    persons = any((a := clauses.actor_at(k)) is not None and a.kind in ("person", "pronoun") for k in between)
    return before.past and before.holds and clauses.view.key(office.start - 1) == ";" and not persons and _unclaimed(clauses, office)


def _predecessor(clauses: Clauses, said: Appointed) -> list[Appointed]:
    """`… giữ chức B thay ông C`, `kế nhiệm chức vụ B của ông C`: C leaves the office that A takes."""
    view = clauses.view
    office = said.office
    if office is None or not said.enters:
        return []
    k = office.end
    for n in range(k, min(k + 8, len(view))):
        if view.key(n) in {";", "."}:
            break
        succeeds = view.key(n) in {"thay", "kế"} or (view.key(n) == "của" and "kế nhiệm" in view.keys(said.trigger[0], 3))
        if not succeeds:
            continue
        group = clauses.object(n + 1 + (view.key(n + 1) in {"cho", "thế", "nhiệm", "vị"}), personal=True)
        if group is None or not group.keys or group.keys[0] == said.person:
            return []
        actor = group.actors[0]
        return (
            [said._replace(person=actor.keys[0], actor=actor, enters=False, value="", rule="appointment: B succeeds A", replaced=True)]
            if len(actor.keys) == 1
            else []
        )
    return []
