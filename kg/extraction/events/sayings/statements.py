"""Who says what, congratulates, mourns, invites, speaks or attends: events that are told in passing, with the clause they introduce.

A statement has its speaker, the class of its verb (say, affirm, request, promise, criticize, deny, reject, warn, support) and the countries it
speaks of.
"""

from __future__ import annotations

from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.sayings.speakers import speaker
from kg.extraction.events.sayings.spoken_of import countries_spoken_of
from kg.extraction.events.syntax.actors import Key, distinct
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import EventVerb, event_verbs, words

__all__ = ["read_statements"]

_QUOTES = frozenset({'"', "“"})
_BESIDE = frozenset({"cùng", "cùng với"})
_UTTERS = frozenset({"có", "gửi", "chuyển", "đưa", "ra"})
_TO = frozenset({"tới", "đến", "cho", "với", "gửi"})


def read_statements(clauses: Clauses, trigger: Trigger) -> list[EventDraft]:
    """The statement, speech, congratulation, condolence, invitation or attendance that one trigger tells."""
    read: list[EventDraft] = []
    for event, reader in (
        ("Congratulation", _addressed),
        ("Condolence", _addressed),
        ("Invitation", _invitation),
        ("Attendance", _attendance),
        ("Speech", _speech),
        ("Statement", _statement),
    ):
        if trigger.row(event) is not None:
            if event == "Statement" and read:
                continue
            read += reader(clauses, trigger, event)
    return read


def _speaker(clauses: Clauses, trigger: Trigger) -> Group | None:
    """The subject right before the verb, or the one in subject position that it is said of."""
    subject = clauses.subject(trigger.start)
    if subject is None or not subject.keys or subject.position == "agent" or len(subject.actors) > 2:
        return None
    return subject


def _statement(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    row = trigger.row("Statement")
    subject = speaker(clauses, trigger)
    if row is None or subject is None or not subject.keys or len(subject.actors) > 2:
        return []
    if clauses.view.upper(trigger.start) and not clauses.view.in_capitals:
        return []  # `Chủ tịch Hồ Chí Minh: |Bác| …` is no verb
    if _said_of(clauses, subject, trigger) or _called_to(clauses, subject, trigger):
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    if how != "happened":
        return []
    stop = _clause_end(clauses, trigger.stop)
    topics = countries_spoken_of(clauses, trigger, row.value, stop)
    addressed = _addressees(clauses, trigger, row)
    parts = [Part(key, "speaker") for key in subject.keys]
    parts += [Part(key, "addressee") for key in addressed if key not in subject.keys]
    parts += [Part(key, "topic") for key in topics if key not in addressed]
    return [_draft(clauses, trigger, "Statement", tuple(parts), "statement: A says", subject.start, stop)._replace(value=row.value, label=row.form)]


def _addressees(clauses: Clauses, trigger: Trigger, row: EventVerb) -> tuple[Key, ...]:
    """Whom it is said to: `nói với |B|`, and the object of what asks or warns (`kêu gọi |Nga| rút quân`); no wish (`mong |hai bên| sẽ …`)."""
    view = clauses.view
    if view.key(trigger.stop) == "với":
        group = clauses.object(trigger.stop + 1)
    else:
        asks = row.value == "warn" or (row.value == "request" and words("asks").at(view, trigger.start) is not None)
        group = clauses.object(trigger.stop) if asks else None
    if group is None or group.actors[0].kind == "place" or words("pronoun").at(view, group.start) is not None:
        return ()
    return group.keys


def _said_of(clauses: Clauses, subject: Group, trigger: Trigger) -> bool:
    """`A |bị| cáo buộc`, `A |được| đề nghị đặc xá`: somebody else says it of A."""
    return any(clauses.view.key(k) in {"được", "bị"} for k in range(subject.end, trigger.start) if clauses.actor_at(k) is None)


def _called_to(clauses: Clauses, subject: Group, trigger: Trigger) -> bool:
    """`"|Chủ tịch A|, cảm ơn ngài …", ông B viết`: a quotation that opens with a name and a comma calls to its bearer."""
    view = clauses.view
    return view.key(subject.start - 1) in _QUOTES and view.key(subject.end) == "," and trigger.start == subject.end + 1


def _speech(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`A |phát biểu| tại hội nghị`, `|Phát biểu tại| buổi lễ, A nói …`."""
    view = clauses.view
    opening = trigger.start == clauses.clause_start(trigger.start) and not any(g.end <= trigger.start for g in clauses.groups)
    if opening:
        subject = next((g for g in clauses.groups if g.personal and g.position == "subject"), None)
    else:
        subject = _speaker(clauses, trigger)
        bare = trigger.stop - trigger.start == 2 and view.key(trigger.stop - 1) == "biểu"
        if (
            subject is not None
            and bare
            and view.key(trigger.stop) not in {"", "."}
            and words("speech_at").at(view, trigger.stop) is None
            and view.sentence.block != "caption"
        ):
            return []
    if subject is None or not subject.keys:
        return []
    if (row := trigger.row("Speech")) is not None and row.value == "alone" and len(subject.keys) > 1:
        return []  # `A và B |nói chuyện tại| C`: with one another
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end if subject.end <= trigger.start else None))
    if how is None:
        return []
    parts = tuple(Part(key, "speaker") for key in subject.keys)
    return [_draft(clauses, trigger, "Speech", parts, "speech: A speaks", min(subject.start, trigger.start), trigger.stop)._replace(modality=how)]


def _addressed(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`A gửi |điện mừng| tới B`, `A |chúc mừng| B`."""
    view = clauses.view
    subject = _speaker(clauses, trigger)
    if subject is None:
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    if how is None:
        return []
    j = trigger.stop + (view.key(trigger.stop) in _TO)
    group = clauses.object(j)
    addressees = tuple(Part(key, "addressee") for key in group.keys) if group is not None else ()
    parts = (*(Part(key, "speaker") for key in subject.keys), *(p for p in addressees if p.key not in subject.keys))
    stop = group.end if group is not None else trigger.stop
    return [_draft(clauses, trigger, event, parts, f"{event.lower()}: A to B", subject.start, stop)._replace(modality=how)]


def _invitation(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`theo lời mời của A, B …`, `A |mời| B thăm C`."""
    if trigger.row("Invitation", "noun") is not None:
        inviter = clauses.object(trigger.stop + (clauses.view.key(trigger.stop) == "của"))
        guest = clauses.subject(trigger.start)
        if clauses.view.key(trigger.start - 1) in _UTTERS and clauses.view.key(trigger.stop - 1) != "của":
            inviter, guest = guest, inviter  # `A |có lời mời| B sang thăm`
        elif inviter is not None and (guest is None or clauses.view.key(trigger.start - 1) == ","):
            # `người phát ngôn cho biết, |nhận lời mời| của A, B sẽ thăm C`
            guest = next((g for g in clauses.groups if g.start >= inviter.end and g.personal and g.position == "subject"), guest)
    else:
        inviter = _speaker(clauses, trigger)
        guest = clauses.object(trigger.stop)
    if inviter is None or guest is None or not inviter.keys or not guest.keys or inviter.start == guest.start:
        return []
    parts = (*(Part(key, "inviter") for key in inviter.keys), *(Part(key, "guest") for key in guest.keys if key not in inviter.keys))
    span = min(inviter.start, guest.start, trigger.start), max(inviter.end, guest.end, trigger.stop)
    return [_draft(clauses, trigger, "Invitation", parts, "invitation: A invites B", *span)] if len(parts) > 1 else []


def _attendance(clauses: Clauses, trigger: Trigger, event: str) -> list[EventDraft]:
    """`A |dự| hội nghị`, `|Cùng dự có| A, B và C`, and the rite that is its own occasion: `A |dâng hương| tại B`."""
    view = clauses.view
    row = trigger.row("Attendance", "attend")
    rite = row is not None and row.value == "rite"
    listed = trigger.row("Attendance", "list") is not None and trigger.row("Attendance", "attend") is None
    if listed or (not rite and trigger.start == clauses.clause_start(trigger.start)):
        people = [g for g in clauses.groups if g.start >= trigger.stop and g.personal and g.keys]
        keys = [k for n, g in enumerate(people) for k in g.keys if not any(k in h.keys for h in people[:n])]
        if not keys or (not listed and not any(view.key(k) == "có" for k in range(trigger.stop, people[0].start))):
            return []
        parts = tuple(Part(key, "participant") for key in keys)
        return [_draft(clauses, trigger, "Attendance", parts, "attendance: list", trigger.start, people[-1].end)]
    subject = clauses.subject(trigger.start, strict=rite)
    if subject is None and not rite:
        subject = clauses.subject(trigger.start, personal=False, strict=False)
        if subject is not None and (subject.actors[0].kind == "place" or subject.governor in ("tại", "ở")):
            subject = None
    occasion = trigger.start if rite else _occasion(clauses, trigger.stop)
    if subject is None or not subject.keys or occasion is None or _in_words_of(clauses, subject.end, trigger.start):
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end, subject=subject))
    if how is None:
        return []
    stop = _clause_end(clauses, occasion)
    beside = [g for g in clauses.groups if occasion < g.start < stop and g.personal and g.governor in _BESIDE]
    together = distinct([*subject.keys, *(key for g in beside for key in g.keys)])
    parts = tuple(Part(key, "participant") for key in together)
    return [
        _draft(clauses, trigger, "Attendance", parts, "attendance: A attends", subject.start, stop)._replace(
            label=view.surface(occasion, stop), modality=how
        )
    ]


def _in_words_of(clauses: Clauses, start: int, stop: int) -> bool:
    """`A đánh giá, |nhiều doanh nghiệp| tham dự B`: what A says is of others, where words stand between A's verb and the next."""
    said = [k for k in range(start, stop) if (found := event_verbs().at(clauses.view, k)) and any(r.event == "Statement" for r in found[0])]
    if not said:
        return False
    comma = next((k for k in range(said[0], stop) if clauses.view.key(k) in {",", "rằng"}), None)
    return comma is not None and not clauses.gap(comma + 1, stop)


def _occasion(clauses: Clauses, i: int) -> int | None:
    """The token where the words for what is attended begin, at most five tokens from i."""
    view = clauses.view
    return next((k for k in range(i, min(i + 5, len(view))) if words("occasion").at(view, k) is not None), None)


def _clause_end(clauses: Clauses, i: int) -> int:
    view = clauses.view
    return next((k for k in range(i, len(view)) if view.key(k) in {";", ".", "…", ","}), len(view))


def _draft(clauses: Clauses, trigger: Trigger, event: str, parts: tuple[Part, ...], rule: str, start: int, stop: int) -> EventDraft:
    return EventDraft(
        event, clauses.view.index, (trigger.start, trigger.stop), (min(start, trigger.start), max(stop, trigger.stop)), parts, "happened", rule
    )
