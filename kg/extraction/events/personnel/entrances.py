"""Appointments and departures whose office is not named beside the verb: `ông A nhậm chức`, `lễ nhậm chức của A`, `A từ chức`, `A từ trần`,
`A được bầu vào Bộ Chính trị`, `phân công A điều hành Bộ B`, `miễn nhiệm chức vụ này`.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import Trigger
from kg.extraction.events.modality import told
from kg.extraction.events.personnel.appointments import Appointed
from kg.extraction.events.personnel.office_frames import passive_at
from kg.extraction.events.syntax.actors import Actor
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import EventVerb, words
from kg.extraction.persons.deaths import another_s
from kg.extraction.sentence.found import Found

__all__ = ["read_entrances"]

_REFERRED = frozenset({"việc", "năm đầu tiên", "chuyện", "tiên"})  # `việc A nhậm chức` speaks of it, and does not tell it
_RESOLVED = ("quyết định", "ý định", "kế hoạch")
_UNTIL = ("đến khi", "tới khi", "cho đến khi", "cho tới khi")
_WHEN = ("khi", "sau khi", "ngay sau khi", "ngay khi")  # `A sẽ chọn B khi ông nhậm chức`
_NEAR = 12
_IN_CHARGE = ("điều hành", "phụ trách", "chủ trì", "lãnh đạo")


def read_entrances(clauses: Clauses, triggers: Sequence[Trigger], offices: Sequence[Found], told_already: Sequence[Appointed]) -> list[Appointed]:
    """What the verbs of a sentence tell that name no office; `told_already` are the appointments read with their offices."""
    read: list[Appointed] = []
    taken = [range(a.trigger[0], a.trigger[1]) for a in told_already]
    for trigger in triggers:
        if any(trigger.start in span for span in taken):
            continue
        for reader in (_this_office, _into_body, _in_charge, _appoints, _enters, _leaves):
            found = reader(clauses, trigger, offices)
            if found:
                read.extend(found)
                break
    return read


def _enters(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`A |nhậm chức| (cùng B)`, `lễ |nhậm chức| của A`, `A trong lễ |tuyên thệ nhậm chức|`."""
    row = trigger.row("Appointment", "enter")
    view = clauses.view
    if row is None or row.value == "with office":
        return []
    if view.key(trigger.start - 1) == "lễ":
        group = clauses.object(trigger.stop + 1, personal=True) if view.key(trigger.stop) == "của" else None
        if group is None and view.sentence.block == "caption":
            group = clauses.subject(trigger.start, strict=False)
    elif row.value == "declared":
        passive = next((k for k in range(trigger.start - 1, clauses.clause_start(trigger.start), -1) if view.key(k) == "được"), None)
        group = clauses.subject(passive) if passive is not None else None
    else:
        group = clauses.subject(trigger.start)
        group = None if group is None or group.position == "agent" else group
    if group is None or (group.governor in _REFERRED and group.end <= trigger.start) or view.key(trigger.stop) == "sẽ":
        return []  # `bà A |đắc cử| sẽ mang lại rủi ro` supposes it
    value = "designate" if row.value == "declared" else row.value
    out = [_bare(clauses, trigger, actor, True, value, "appointment: A takes office") for actor in _persons(group)]
    if view.key(trigger.stop) in {"cùng"} and (others := clauses.object(trigger.stop + 1, personal=True)) is not None:
        out += [_bare(clauses, trigger, actor, True, row.value, "appointment: A takes office with B") for actor in _persons(others)]
    return out


def _leaves(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`A |từ chức|`, `A bị |phế truất|`, `A |từ trần|`."""
    row = trigger.row("Departure")
    if row is None or row.value == "with office" or row.frame == "link":
        return []
    group = _resignation(clauses, trigger) if row.frame == "quit" else None
    if group is not None:
        pass
    elif row.frame == "dismiss":
        passive = _passive(clauses, trigger)
        group = clauses.subject(passive) if passive is not None else _object(clauses, trigger, row)
    elif row.frame == "die":
        group = clauses.antecedent(trigger.start) or clauses.adjacent(trigger.start)
        group = None if group is not None and another_s(clauses.view, group.actors[0].start) else group  # `mẹ của ông A |qua đời|`
    else:
        group = clauses.subject(trigger.start)
    if group is None or group.position == "agent":
        return []
    if row.frame != "die" and group.end <= trigger.start and not _near(clauses, group, trigger):
        return []
    if row.frame == "quit" and group.governor == "của" and clauses.view.keys(group.start - 3, 2) in _RESOLVED:
        return []  # `ca ngợi |quyết định của| ông A từ chức` speaks of it
    left = [_bare(clauses, trigger, actor, False, row.frame, f"departure: {row.frame}") for actor in _persons(group)]
    if row.value == "cabinet":  # `Phó Tổng thống A |rời nội các|`: whatever else A is, it is this seat that is left
        left = [a._replace(label=f"thành viên {clauses.view.surface(trigger.stop - 2, trigger.stop).lower()}") for a in left]
    # `A |đệ đơn từ chức|`: as long as nobody has accepted it, the office is not left; who `phải xin thôi chức` has left it
    offered = row.value == "offered" and clauses.view.key(trigger.start - 1) not in {"phải", "buộc"}
    return [a._replace(how="planned", undated=True) if offered and a.how == "happened" else a for a in left]


def _passive(clauses: Clauses, trigger: Trigger) -> int | None:
    """`được` or `bị` right before the verb, or with nothing but the agent between (`bị ông A |sa thải|`)."""
    passive = passive_at(clauses, trigger.start)
    if passive is None or passive == trigger.start - 1:
        return passive
    agent = clauses.actor_at(passive + 1)
    return passive if agent is not None and clauses.gap(agent.end, trigger.start) else None


def _resignation(clauses: Clauses, trigger: Trigger) -> Group | None:
    """`chấp nhận đơn |từ chức| của A`: accepted, it ends the office; handed in or talked of, it does not."""
    view = clauses.view
    if view.key(trigger.start - 1) != "đơn" or view.key(trigger.stop) != "của":
        return None
    accepted = words("accepts").ending(view, trigger.start - 1) is not None
    return clauses.object(trigger.stop + 1, personal=True) if accepted else None


def _object(clauses: Clauses, trigger: Trigger, row: EventVerb) -> Group | None:
    """`Quốc hội |miễn nhiệm| ông A`, `|bổ nhiệm| ông A hôm 7/8`: the one person right behind a verb that is said of offices only."""
    if row.value != "office" or clauses.view.key(trigger.start - 1) == "việc":
        return None
    group = clauses.object(trigger.stop, personal=True)
    return group if group is not None and group.start <= trigger.stop + 1 and len(_persons(group)) == len(group.actors) else None


def _appoints(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`A ký sắc lệnh |bổ nhiệm| ông B hôm 7/8`, `ông B được A |bầu| hôm 2/3`: the office is told elsewhere, the day here."""
    row = trigger.row("Appointment", "appoint")
    named = any(trigger.stop <= o.start for o in offices if not _title_of_a_person(clauses, o))
    if row is None or row.value != "office" or not clauses.times or named:
        return []
    passive = _passive(clauses, trigger)
    group = clauses.subject(passive) if passive is not None else _object(clauses, trigger, row)
    if group is None or group.position == "agent" or len(group.actors) != 1 or (passive is not None and not _near(clauses, group, trigger)):
        return []
    return [_bare(clauses, trigger, actor, True, "", "appointment: A is appointed") for actor in _persons(group)]


def _near(clauses: Clauses, group: Group, trigger: Trigger) -> bool:
    """Whether the verb is close enough to its subject that no other noun can be meant; one comma may close an apposition."""
    between = range(group.end, trigger.start)
    commas = [k for k in between if clauses.view.key(k) == ","]
    return len(between) <= _NEAR and commas in ([], [group.end])


def _this_office(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`… vừa được |miễn nhiệm| chức vụ này`: the office named last before it."""
    row = trigger.row("Departure", "dismiss", "quit")
    view = clauses.view
    if row is None:
        return []
    j = trigger.stop
    for word in ("chức vụ", "chức danh", "cương vị", "vị trí", "chức"):
        if view.keys(j, len(word.split())) == word:
            j += len(word.split())
            break
    if (j == trigger.stop and not row.form.endswith(("chức", "chức vụ", "vị trí", "cương vị"))) or view.key(j) not in {"này", "trên", "nói"}:
        return []
    office = next((o for o in reversed(offices) if o.end <= trigger.start and not _title_of_a_person(clauses, o)), None)
    passive = next((k for k in range(trigger.start, max(trigger.start - 8, 0), -1) if view.key(k) in {"được", "bị"}), None)
    group = clauses.subject(passive if passive is not None else trigger.start)
    if office is None or group is None:
        return []
    return [_bare(clauses, trigger, actor, False, "", "departure: this office")._replace(office=office) for actor in _persons(group)]


def _title_of_a_person(clauses: Clauses, office: Found) -> bool:
    actor = clauses.actor_at(office.start)
    return actor is not None and actor.kind == "person"


def _into_body(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`A được |bầu| vào Ban Chấp hành B`, `A |vào| Bộ Chính trị`: a member of the body."""
    view = clauses.view
    row = trigger.row("Appointment", "appoint", "enter") if view.key(trigger.stop) == "vào" else None
    into = trigger.stop + 1 if row is not None else trigger.stop
    row = row or (trigger.row("Appointment", "link") if view.keys(trigger.start, 1) == "vào" else None)
    body = clauses.actor_at(into)
    if row is None or body is None or body.kind != "organization" or body.start != into:
        return []
    if view.key(body.start) == "đảng":
        return []  # `được kết nạp |vào Đảng|`: a member, who holds no office by it
    passive = next((k for k in range(trigger.start, max(trigger.start - 6, 0), -1) if view.key(k) in {"được", "bị"}), None)
    if row.frame == "link" and not all(getattr(key, "kind", None) == "party_body" for key in body.keys):
        return []
    group = clauses.subject(passive) if passive is not None else clauses.adjacent(trigger.start) if row.frame in ("link", "enter") else None
    if group is None or not group.personal:
        return []
    label = f"Ủy viên {view.surface(body.start, body.end)}"
    named_for = "designate" if row.value in ("designate", "nominate") else ""
    return [
        _bare(clauses, trigger, actor, True, named_for, "appointment: A is elected to the body")._replace(label=label) for actor in _persons(group)
    ]


def _in_charge(clauses: Clauses, trigger: Trigger, offices: Sequence[Found]) -> list[Appointed]:
    """`|phân công| A điều hành hoạt động của B`: put in charge without a title."""
    row = trigger.row("Appointment", "appoint")
    view = clauses.view
    if row is None or row.form not in ("phân công", "giao", "cử", "chỉ định"):
        return []
    group = clauses.object(trigger.stop, personal=True)
    if group is None or len(group.actors) != 1 or not any(view.keys(group.end, len(w.split())) == w for w in _IN_CHARGE):
        return []
    stop = next(
        (k for k in range(group.end, len(view)) if view.tokens[k].kind == "sign" or view.key(k) in {"sau", "khi", "cho", "từ", "trong", "thay"}),
        len(view),
    )
    return [
        _bare(clauses, trigger, actor, True, "", "appointment: A is put in charge")._replace(label=view.surface(group.end, stop))
        for actor in _persons(group)
    ]


def _persons(group: Group) -> list[Actor]:
    return [a for a in group.actors if a.kind in ("person", "pronoun") and len(a.keys) == 1]


def _bare(clauses: Clauses, trigger: Trigger, actor: Actor, enters: bool, value: str, rule: str) -> Appointed:
    subject_end = actor.end if actor.end <= trigger.start else None
    group = next((g for g in clauses.groups if actor in g.actors), None) if subject_end is not None else None
    begin = clauses.clause_start(actor.start)
    ahead = group is not None and group.governor in _WHEN and "sẽ" in {clauses.view.key(k) for k in range(begin, actor.start)}
    until = group is not None and group.governor in _UNTIL and clauses.view.key(clauses.clause_start(group.start)) in {"từ", "kể"}
    if until:
        group = None  # `Từ tháng 1 đến khi A nhậm chức, B …` looks back: it happened, on a day not told here
    return Appointed(
        actor.keys[0],
        actor,
        None,
        None,
        enters,
        value,
        "planned"
        if ahead and enters
        else told(clauses, trigger.start, trigger.stop, subject_end, forced=False, subject=group)
        if enters
        else told(
            clauses,
            trigger.start,
            trigger.stop,
            subject_end,
            forced=group is None or words("causative").ending(clauses.view, group.start) is None,
            subject=group,
        ),
        clauses.view.index,
        (trigger.start, trigger.stop),
        (min(actor.start, trigger.start), max(actor.end, trigger.stop)),
        rule,
        undated=until,
    )
