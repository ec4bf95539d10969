"""Signings: `A và B ký hiệp định`, `hai bên đã ký năm văn bản`, `tuyên bố chung A - B được ký kết`, `A và B chứng kiến lễ ký kết các văn kiện`."""

from __future__ import annotations

from kg.extraction.events.drafts import EventDraft, Part, Trigger, triggers
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.syntax.actors import Key, distinct
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import words
from kg.model import Modality

__all__ = ["read_signings"]

_REACH = 10
_NOTE = 2  # tokens of the document in `trao đổi |công hàm|`


def read_signings(clauses: Clauses, trigger: Trigger, context: tuple[Key, ...]) -> list[EventDraft]:
    """The signing that one trigger tells; `context` are the two countries that the text speaks of there."""
    row = trigger.row("Signing")
    if row is None:
        return []
    if trigger.row("Signing", "witness", "noun") is not None:
        return _ceremony(clauses, trigger, context)
    passive = _passive(clauses, trigger)
    document = passive or _document(clauses, trigger.stop - (_NOTE if row.value == "exchange" else 0))
    if document is None and (relative := _relative(clauses, trigger)) is not None:
        return _signed_by(clauses, trigger, relative, context)
    if document is None or _of_personnel(clauses, document):
        return []
    start, stop = document
    subject = None if passive else clauses.subject(trigger.start, personal=False)
    if subject is not None and subject.actors[0].kind == "place":
        subject = clauses.subject(trigger.start)
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end if subject else None, subject=subject))
    if how is None:
        return []
    if subject is None and not passive:
        return []
    keys: list[Key] = list(subject.keys) if subject is not None else []
    if subject is not None and not keys:
        return []
    keys += [k for k in _other_side(clauses, trigger.stop if passive else stop) or _seller(clauses, stop) if k not in keys]
    if not keys and passive:
        keys = list(_named_in(clauses, start, stop)) or list(context)
    if passive:
        keys = _those_who_sign(clauses, keys, range(clauses.clause_start(start), trigger.stop))
    if not keys:
        return []
    label = clauses.view.surface(start, stop)
    rule = "signing: A signs a document" if subject else "signing: a document is signed"
    signed = _draft(clauses, trigger, keys, how, rule, label, min(start, trigger.start))
    return [signed, *_among_them(clauses, signed, stop)]


def _those_who_sign(clauses: Clauses, keys: list[Key], clause: range) -> list[Key]:
    """`thỏa thuận giữa |các doanh nghiệp| Việt - Pháp được ký`: what firms and schools sign no country does; nor does the one a body lies in."""
    bodies = [key for a in clauses.actors if a.kind == "organization" for key in a.keys if key in keys]
    if len(bodies) > 1:
        return bodies
    states = all(isinstance(key, tuple) for key in keys)
    return [] if states and any(words("signs_for_itself").at(clauses.view, k) is not None for k in clause) else keys


def _of_personnel(clauses: Clauses, document: tuple[int, int]) -> bool:
    """`ký quyết định |bổ nhiệm| ông A`: what is told is the appointment; a numbered decision that names nobody is told by itself."""
    reach = range(document[0], document[1] + 12)
    numbered = any(clauses.view.tokens[k].kind == "number" for k in range(document[0], min(document[1] + 4, len(clauses.view))))
    if numbered and not any(a.start >= document[0] and a.kind in ("person", "pronoun") for a in clauses.actors):
        return False
    return any(
        t.start in reach and (t.row("Appointment", "appoint") is not None or t.row("Departure", "dismiss") is not None) for t in triggers(clauses)
    )


def _ceremony(clauses: Clauses, trigger: Trigger, context: tuple[Key, ...]) -> list[EventDraft]:
    """`A và B |chứng kiến lễ ký kết| 11 văn kiện của hai bên`: those who look on are witnesses, their countries sign."""
    document = _document(clauses, trigger.stop)
    if document is None:
        return []
    subject = clauses.subject(trigger.start)
    how = as_modality(told(clauses, trigger.start, trigger.stop, subject.end if subject else None, subject=subject))
    signers = _other_side(clauses, document[1]) or (list(context) if subject is not None and len(subject.keys) > 1 else [])
    if how is None or len(signers) < 2:
        return []
    draft = _draft(clauses, trigger, signers, how, "signing: A and B witness it", clauses.view.surface(*document), trigger.start)
    witnesses = tuple(Part(key, "witness") for key in subject.keys) if subject is not None else ()
    draft = draft._replace(parts=(*draft.parts, *witnesses))
    return [draft, *_among_them(clauses, draft, document[1])]


def _among_them(clauses: Clauses, signed: EventDraft, i: int) -> list[EventDraft]:
    """`ký các văn kiện, |trong đó có| bản ghi nhớ giữa A và B`: a document named among those signed, with sides of its own."""
    view = clauses.view
    for k in range(i, len(view)):
        if view.tokens[k].kind == "sign" and view.key(k) != ",":
            return []
        if view.keys(k, 3) != "trong đó có":
            continue
        document = _document(clauses, k + 3)
        sides = clauses.object(document[1] + 1) if document is not None and view.key(document[1]) == "giữa" else None
        if document is None or sides is None or len(sides.keys) != 2:
            return []
        parts = tuple(Part(key, "party") for key in sides.keys)
        return [signed._replace(trigger=document, clause=(signed.clause[0], sides.end), parts=parts, label=view.surface(*document))]
    return []


def _relative(clauses: Clauses, trigger: Trigger) -> tuple[int, int] | None:
    """The document before `mà A và B |ký|`."""
    view = clauses.view
    for k in range(trigger.start - 1, max(trigger.start - _REACH, 0), -1):
        if view.key(k) == "mà":
            return next(((n, k) for n in range(k - 1, max(k - _REACH, -1), -1) if words("document").at(view, n) is not None), None)
        if view.tokens[k].kind == "sign":
            return None
    return None


def _signed_by(clauses: Clauses, trigger: Trigger, document: tuple[int, int], context: tuple[Key, ...]) -> list[EventDraft]:
    """`11 văn kiện mà hai nước |ký| nhân dịp này`: those named between `mà` and the verb sign, or the two countries the text speaks of."""
    told_by = [a for a in clauses.actors if document[1] < a.start < trigger.start and a.kind in ("country", "organization", "person", "pronoun")]
    keys = distinct(key for a in told_by for key in a.keys) or context
    how = as_modality(told(clauses, trigger.start, trigger.stop, document[1]))
    if how is None or len(keys) < 2:
        return []
    label = clauses.view.surface(*document)
    return [_draft(clauses, trigger, list(keys), how, "signing: documents that A and B sign", label, document[0])]


def _seller(clauses: Clauses, i: int) -> list[Key]:
    """`ký hợp đồng mua 20 máy bay |A330 của Airbus|`: the company whose goods the contract buys is its other side."""
    view = clauses.view
    if "mua" not in {view.key(k) for k in range(i - 4, i + 3)}:
        return []
    for k in range(i, min(i + 2 * _REACH, len(view))):
        if view.tokens[k].kind == "sign":
            return []
        actor = clauses.actor_at(k)
        if actor is not None:
            return list(actor.keys) if actor.kind == "organization" else []
    return []


def _passive(clauses: Clauses, trigger: Trigger) -> tuple[int, int] | None:
    """The document before `được ký kết`."""
    view = clauses.view
    k = trigger.start
    while k > 0 and view.key(k - 1) in {"đã", "được", "vừa", "cũng", "sẽ", "chính", "thức"}:
        k -= 1
    if "được" not in {view.key(n) for n in range(k, trigger.start)}:
        return None
    start = clauses.clause_start(k)
    for n in range(start, k):
        if words("document").at(view, n) is not None:
            return n, k
    return None


def _document(clauses: Clauses, i: int) -> tuple[int, int] | None:
    """The words that name what is signed, behind the verb: number, kind, title."""
    view = clauses.view
    for k in range(i, min(i + 4, len(view))):
        found = words("document").at(view, k)
        if found is not None:
            stop = found[1]
            while (
                stop < min(len(view), k + _REACH)
                and view.tokens[stop].kind == "word"
                and clauses.actor_at(stop) is None
                and words("document_stop").at(view, stop) is None
                and not (view.key(stop) == "của" and clauses.actor_at(stop + 1) is not None)
            ):
                stop += 1
            return i, stop
        if view.tokens[k].kind == "sign" or clauses.actor_at(k) is not None or view.key(k) in {"với", "và", "tại", "của", "giữa"}:
            return None
    return None


def _other_side(clauses: Clauses, i: int) -> list[Key]:
    """`ký … với B`, `văn kiện giữa A và B`, `văn kiện của hai bên`."""
    view = clauses.view
    for k in range(i, min(i + 8, len(view))):
        if view.key(k) in {"với", "giữa", "của", "cùng"} and view.key(k - 1) != "đối":
            group = clauses.object(k + 1)
            if group is not None and group.actors[0].kind != "place" and (view.key(k) != "của" or len(group.keys) == 2):
                # `giữa |A với B|`
                other = clauses.object(group.end + 1) if view.key(k) == "giữa" and view.key(group.end) in {"với", "và"} else None
                return list(distinct([*group.keys, *(other.keys if other is not None and len(group.keys) == 1 else ())]))
        if view.key(k) in {";", "."} or (view.key(k) == "," and view.key(k + 1) != "giữa"):
            break
    return []


def _named_in(clauses: Clauses, start: int, stop: int) -> list[Key]:
    keys: list[Key] = []
    for actor in clauses.actors:
        if start <= actor.start < stop and actor.kind in ("country", "organization"):
            keys += [k for k in actor.keys if k not in keys]
    return keys if len(keys) > 1 else []


def _draft(clauses: Clauses, trigger: Trigger, keys: list[Key], how: Modality, rule: str, label: str, start: int) -> EventDraft:
    return EventDraft(
        "Signing",
        clauses.view.index,
        (trigger.start, trigger.stop),
        (start, trigger.stop),
        tuple(Part(key, "party") for key in keys),
        how,
        rule,
        label=label,
    )
