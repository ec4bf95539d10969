"""Who says what a verb of saying tells: the one whose whole noun phrase stands before it, or the subject of the verb of saying it is joined to.

`Luật sư của ông A |khẳng định|` is not said by A, nor what stands inside another's quotation; where two may be meant, nobody is.
"""

from __future__ import annotations

from kg.extraction.events.drafts import Trigger
from kg.extraction.events.syntax.actors import Actor
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.view import SentenceView

__all__ = ["in_quotation", "speaker"]

_AND = frozenset({"và", "rồi", "đồng", "đó"})
_JOINTS = frozenset({",", ";", "và"})
_OPENING, _CLOSING, _EITHER = frozenset({"“", "‘"}), frozenset({"”", "’"}), '"'
_ENDS = frozenset({":", ";", "."})
_LISTED = frozenset({",", ";", ".", "và", ""})
_BRACKETS = frozenset({"(", "[", "/"})
_TITLE = 8  # tokens of a description before a name that no table knows: `tỷ phú giàu nhất thế giới |Elon Musk|`
_SPEAKERS = frozenset({"spokesperson"})
_PERSONAL = ("person", "unnamed", "pronoun")


def speaker(clauses: Clauses, trigger: Trigger) -> Group | None:
    """The persons who say what the verb at `trigger` tells; None where the sentence does not make it plain."""
    view, i = clauses.view, trigger.start
    if in_quotation(view, i) or _in_bracket(view, i) or _counted(clauses, i):
        return None
    relative = clauses.antecedent(i)
    if relative is not None:
        return _known(view, relative)
    for group in reversed(clauses.groups):
        if group.end > i:
            continue
        if not clauses.gap(group.end, i) or _AND & {view.key(k) for k in range(group.end, i)}:
            break
        if group.personal:
            named = _last_of(clauses, group)
            return _known(view, named) if _whole(clauses, named) else None
    return _joined(clauses, trigger)


def _single_holder(actor: Actor) -> bool:
    """Whether a title without a name means one holder, or who speaks for a body: `Thủ tướng Anh` does, `nghị sĩ Anh` does not."""
    phrase = actor.head.what if actor.head is not None else None
    if not isinstance(phrase, OfficePhrase):
        return False
    return phrase.status in ("current", "acting") and (phrase.role.seats == "1" or phrase.role.kind in _SPEAKERS)


def in_quotation(view: SentenceView, i: int) -> bool:
    """Whether token i stands inside a quotation that opens in its sentence."""
    for k in range(i - 1, -1, -1):
        key = view.key(k)
        if key in _OPENING:
            return True
        if key in _CLOSING:
            return False
        if key == _EITHER:
            return _opens(view, k)
    return False


def _opens(view: SentenceView, k: int) -> bool:
    """Whether the straight quotation mark at token k opens: it stands right before a word, and behind a space."""
    tokens = view.tokens
    before = k == 0 or tokens[k - 1].end < tokens[k].start
    return before and k + 1 < len(view) and tokens[k + 1].kind != "sign" and tokens[k + 1].start == tokens[k].end


def _in_bracket(view: SentenceView, i: int) -> bool:
    return next((view.key(k) == "(" for k in range(i - 1, -1, -1) if view.key(k) in {"(", ")"}), False)


def _counted(clauses: Clauses, i: int) -> bool:
    """`có 47% |ủng hộ|`, `nêu 10 |yêu cầu|`: a number makes a noun of it."""
    k = i - (clauses.view.key(i - 1) == "%")
    dated = any(start < k <= stop for start, stop in clauses.times)
    return k > 0 and clauses.view.tokens[k - 1].kind == "number" and not dated


def _known(view: SentenceView, group: Group) -> Group | None:
    """The group, unless it is a title in whose place nobody alone can stand (`nghị sĩ Anh`, `mọi |tổng thống|`)."""
    if any(a.kind == "unnamed" and a.keys and not _single_holder(a) for a in group.actors):
        return None
    first = group.actors[0]
    if any(_of_another(view, a) for a in group.actors):
        return None
    anyone = words("anyone").ending(view, first.start) is not None or words("anyone").at(view, first.end) is not None
    titled = first.head is not None and first.head.kind == "office"
    return None if anyone and titled else group


def _of_another(view: SentenceView, actor: Actor) -> bool:
    """`|Con gái| Donald Trump`: a relative or a circle of whom the name tells."""
    stop = actor.head.start if actor.head is not None else actor.start
    kinds = ("owned", "relation_to") if stop > actor.start else ()
    return any(words(kind).at(view, actor.start) is not None or words(kind).ending(view, stop) is not None for kind in kinds)


def _last_of(clauses: Clauses, group: Group) -> Group:
    """`Đáp lời ông A, |ông B|`: only a list that ends in `và` is one; behind a mere comma stands the subject, or who the title before it means."""
    view = clauses.view
    if len(group.actors) < 2:
        return group
    last, before = group.actors[-1], group.actors[-2]
    if any(view.key(k) != "," for k in range(before.end, last.start)):
        return group
    return group._replace(actors=(last,), start=last.start, position="subject", governor=",")


def _whole(clauses: Clauses, group: Group) -> bool:
    """Whether nothing before the group makes it part of another's noun phrase or the object of another verb."""
    view = clauses.view
    if group.position == "aside" or group.position == "agent":
        return False
    k = _back_over_time(clauses, group.start)
    while (found := words("fronted").ending(view, k)) is not None:
        k = found[1]
    if k <= 0 or any(stop == k for _, stop in clauses.times):
        return True
    if view.tokens[k - 1].kind == "sign":
        return view.key(k - 1) not in _BRACKETS
    subordinator = words("subordinator").ending(view, k)
    preposition = words("preposition").ending(view, k)
    if subordinator is not None and (preposition is None or subordinator[1] < preposition[1]):
        return words("unsaid").ending(view, k) is None
    if view.key(k - 1) == "theo":
        return True
    return preposition is None and k == group.start and _described(clauses, group)


def _described(clauses: Clauses, group: Group) -> bool:
    """`Nhà nghiên cứu người Đức |Anna Weber|`: a description that opens the clause leads to a bare name; to `ông A` only a verb or an owned noun."""
    view, first = clauses.view, group.actors[0]
    if first.head is None or first.head.kind != "person" or first.head.start != group.start or first.head.honorific:
        return False
    ends = {stop for _, stop in clauses.times}
    k = group.start
    while k > 0 and k not in ends and view.tokens[k - 1].kind != "sign" and words("subordinator").ending(view, k) is None:
        actor = clauses.actor_at(k - 1)
        if actor is not None and actor.kind in _PERSONAL and not _candidate(actor):
            return False  # but `ứng cử viên đối lập |Anna Weber|`
        k = actor.start if actor is not None else k - 1
        if group.start - k > _TITLE or (actor is None and not view.inside_word(k) and _opens_predicate(view, k)):
            return False
    near = max((a.end for a in clauses.actors if k <= a.start and a.end <= group.start), default=k)
    if any(words("owned").at(view, j) or words("relation_to").at(view, j) for j in range(near, group.start)):
        return False  # `|Chiến dịch| Trump nói`
    opening = clauses.actor_at(k)
    return opening is None or opening.kind == "unnamed"


def _candidate(actor: Actor) -> bool:
    phrase = actor.head.what if actor.head is not None else None
    return actor.kind == "unnamed" and isinstance(phrase, OfficePhrase) and phrase.role.kind == "candidate" and phrase.served is None


def _opens_predicate(view: SentenceView, k: int) -> bool:
    return any(found is not None for found in (words("predicates").at(view, k), event_verbs().at(view, k), words("preposition").at(view, k)))


def _back_over_time(clauses: Clauses, i: int) -> int:
    return next((start for start, stop in clauses.times if stop == i), i)


def _joined(clauses: Clauses, trigger: Trigger) -> Group | None:
    """`A đánh giá cao B, |khẳng định| C`: the subject of the sentence, as far as no other can have begun to do something in between."""
    view = clauses.view
    k, joint = _back(clauses, trigger.start)
    firm = words("firm").at(view, trigger.start) is not None
    value = next((row.value for row in trigger.rows if row.event == "Statement"), "")
    listed = view.key(trigger.stop) in _LISTED and (not firm or value == "request")
    if not joint or listed or words("ends_noun").at(view, trigger.stop) is not None:
        return None  # `các ý kiến, |kiến nghị| của cử tri`, `sự giúp đỡ, |ủng hộ|, góp ý của B`
    subject = _subject(clauses, k)
    if subject is None:
        return None
    begin = _predicate(clauses, subject.end, k)
    others = [g for g in clauses.groups if begin <= g.start and g.end <= k and not in_quotation(view, g.start)]
    others = [g for g in others if not g.keys or any(all(key != s for s in subject.keys) for key in g.keys)]
    acting = [g for g in others if _acts(clauses, g)]
    if any(g.personal for g in acting):
        return None
    first = _first_said(view, subject.end, k)
    if first is not None and first.stop >= k:
        return subject  # `đã ghi nhận và |biểu dương|`
    clausal = first is not None and words("nominal_saying").at(view, first.start) is None
    asking = first is not None and first.rows[0].value == "request"
    predicated = first is not None and any(words("predicates").at(view, j) and not in_quotation(view, j) for j in range(first.stop, k))
    directed = any(words("directs").at(view, j) is not None for j in range(subject.end, k))  # `chỉ đạo các bộ thăm hỏi, |chia sẻ| mất mát`
    if (joint == "và" and (predicated or (clausal and not firm))) or ((asking or directed) and not firm):
        return None
    return subject if not acting or (firm and value != "request") else None


def _predicate(clauses: Clauses, start: int, stop: int) -> int:
    """The token where what is said of the subject begins, behind what is set beside its name."""
    view = clauses.view
    for k in range(start, stop):
        if clauses.actor_at(k) is None and (words("auxiliary").at(view, k) is not None or event_verbs().at(view, k) is not None):
            return k
    return start


def _back(clauses: Clauses, i: int) -> tuple[int, str]:
    """The token where what joins the verb at token i to the words before it begins, and which of `,` `;` `và` it is; empty for none."""
    view = clauses.view
    k = i
    while k > 0:
        key, before = view.key(k - 1), view.key(k - 2)
        if key in _JOINTS:
            return (k - 2, before) if key == "và" and before in {",", ";"} else (k - 1, key)
        if view.keys(k - 2, 2) == "đồng thời":
            return (k - 3, ",") if view.key(k - 3) in {",", ";", "và"} else (k - 2, ",")
        found = words("auxiliary").ending(view, k)
        start = _back_over_time(clauses, k)
        if found is None and start == k:
            break
        k = start if start < k or found is None else found[1]
    return i, ""


def _subject(clauses: Clauses, stop: int) -> Group | None:
    """The first group of persons before token `stop` that opens a clause which no conjunction subordinates."""
    view = clauses.view
    for group in clauses.groups:
        if group.end > stop:
            return None
        last, first = _last_of(clauses, group), group.actors[0]
        for named in (last, group._replace(actors=(first,), end=first.end)) if last is not group else (group,):
            if not named.personal or in_quotation(view, named.start) or not _whole(clauses, named):
                continue
            k = _back_over_time(clauses, named.start)
            fits = view.key(named.end) not in _ENDS and (named.start == group.start or clauses.predicate_follows(named.end))
            if fits and words("subordinator").ending(view, k) is None:
                return _known(view, named) if named.keys else None
    return None


def _first_said(view: SentenceView, start: int, stop: int) -> Trigger | None:
    k = start
    while k < stop:
        found = event_verbs().at(view, k)
        if found is not None and any(row.event == "Statement" for row in found[0]) and not in_quotation(view, k):
            return Trigger(tuple(row for row in found[0] if row.event == "Statement"), k, found[1])
        k = found[1] if found is not None else k + 1
    return None


def _acts(clauses: Clauses, group: Group) -> bool:
    """Whether the group may be the subject of a clause of its own: a predicate follows it, or a conjunction leads to it."""
    return clauses.predicate_follows(group.end) or (group.personal and group.position == "subject" and clauses.view.key(group.start - 1) != ",")
