"""Changes of the relations of two countries: `A và B thiết lập quan hệ ngoại giao`, `quan hệ A - B được bình thường hóa`, `nâng cấp quan hệ
lên đối tác toàn diện`.
"""

from __future__ import annotations

from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.syntax.actors import Key, distinct
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import RelationLevel, relation_levels, words

__all__ = ["read_levels", "read_relations"]

_REACH = 12
_LEVEL_OF = {
    "normalize": "Bình thường hóa quan hệ",
    "sever": "Cắt đứt quan hệ ngoại giao",
    "establish": "Thiết lập quan hệ ngoại giao",
    "restore": "Thiết lập quan hệ ngoại giao",
}


def read_relations(clauses: Clauses, trigger: Trigger, context: tuple[Key, ...]) -> list[EventDraft]:
    """The change that one trigger tells; `context` are the two countries that the text speaks of there (`hai nước`)."""
    row = next((r for r in trigger.rows if r.event == "RelationChange"), None)
    if row is None:
        return []
    before, stop = _level_left(clauses, trigger.stop)
    level, stop = _level(clauses, stop)
    if row.form == "đưa" and level is not None and not _leads_up(clauses, trigger.stop, stop):
        return []  # `đưa quan hệ đối tác toàn diện đi vào chiều sâu` changes no level
    bare = _speaks_of_relations(clauses, trigger)
    if row.frame in ("upgrade", "become", "downgrade") and level is None and not _dated_upgrade(clauses, trigger):
        return []
    if row.frame in ("establish", "normalize", "sever", "restore") and level is None and not bare:
        return []
    if row.frame in ("establish", "restore") and level is None:
        return []
    if row.frame == "become" and level is not None and level.level == "diplomatic":
        return []
    remembered = _anniversary(clauses, trigger.start)
    if remembered and row.frame in ("establish", "normalize"):
        return []
    several = _with_each(clauses, trigger, stop)
    pair = several[0][1] if several else _countries(clauses, trigger, stop) or context
    if len(pair) != 2:
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, clauses.clause_start(trigger.start) if row.frame == "sever" else None))
    if how is None:
        return []
    name = level.name if level is not None and row.frame not in ("normalize", "sever") else _LEVEL_OF.get(row.frame)
    told_of = EventDraft(
        "RelationChange",
        clauses.view.index,
        (trigger.start, trigger.stop),
        (trigger.start, max(stop, trigger.stop)),
        tuple(Part(key, "party") for key in pair),
        how,
        f"relation: {row.frame}",
        row.frame,
        level=name,
        undated=remembered,
        from_level=before.name if before is not None else None,
    )
    others = [told_of._replace(trigger=at, parts=tuple(Part(key, "party") for key in keys)) for at, keys in several[1:]]
    return [told_of, *others]


def read_levels(clauses: Clauses, context: tuple[Key, ...]) -> list[EventDraft]:
    """Since when two countries have a level: `là |đối tác chiến lược| từ năm 2001`, `|quan hệ ngoại giao| được thiết lập ngày 7/1/1972`,
    `ba |đối tác chiến lược toàn diện|: A từ năm 2008, B từ năm 2012`.
    """
    view = clauses.view
    drafts: list[EventDraft] = []
    k = 0
    while clauses.times and k < len(view):
        found = relation_levels().at(view, k)
        if found is None:
            k += 1
            continue
        level, stop = found[0][0], found[1]
        for at, pair in _since(clauses, k, stop, context):
            how = as_modality(told(clauses, *at))
            if how is not None and len(pair) == 2:
                parts = tuple(Part(key, "party") for key in pair)
                span = (min(k, at[0]), max(stop, at[1]))
                drafts.append(
                    EventDraft("RelationChange", view.index, at, span, parts, how, "relation: at a level since", "establish", level=level.name)
                )
        k = stop
    return drafts


def _since(clauses: Clauses, start: int, stop: int, context: tuple[Key, ...]) -> list[tuple[tuple[int, int], tuple[Key, ...]]]:
    """The pairs that have the level at tokens `[start, stop)` since a time told behind it, each with the tokens whose time it is."""
    view = clauses.view
    level = Trigger((), start, stop)
    if view.key(stop) == ":":
        return _since_each(clauses, start, stop + 1)
    k = stop
    while k < min(stop + _REACH, len(view)):
        actor = clauses.actor_at(k)
        verb = words("level_verb").at(view, k)
        if actor is not None and actor.kind != "place":
            k = actor.end
        elif verb is not None and _time_behind(clauses, verb[1]):
            return [((start, verb[1]), _countries(clauses, level, stop) or context)]
        elif view.key(k) == "từ" and _time_behind(clauses, k + 1):
            opens = any(view.key(n) in {"là", "thành", "có"} for n in range(max(clauses.clause_start(start), start - _REACH), start))
            return [((start, k + 1), _countries(clauses, level, stop) or context)] if opens or _follows_since(clauses, start) else []
        elif words("level_link").at(view, k) is not None:
            k = words("level_link").at(view, k)[1]  # type: ignore[index]
        else:
            break
    if _opens_with_since(clauses, start):
        return [((start, stop), _countries(clauses, level, stop) or context)]
    return []


def _time_behind(clauses: Clauses, i: int) -> bool:
    return any(clauses.skip_time(k) > k for k in range(i, i + 2 + (clauses.view.key(i) in {"từ", "vào", "hồi"})))


def _follows_since(clauses: Clauses, start: int) -> bool:
    """`… từ năm 2001 và |đối tác chiến lược| từ năm 2009`: the second of two levels."""
    return clauses.view.key(start - 1) == "và" and clauses.skip_time(start - 2) > start - 2


def _opens_with_since(clauses: Clauses, start: int) -> bool:
    """`Từ năm 2012, A và B |là| đối tác chiến lược`: the time stands first."""
    view = clauses.view
    begin = clauses.clause_start(start)
    return view.key(begin) == "từ" and _time_behind(clauses, begin + 1) and view.key(start - 1) == "là"


def _since_each(clauses: Clauses, start: int, i: int) -> list[tuple[tuple[int, int], tuple[Key, ...]]]:
    """`…: |A từ năm 2008|, |B từ năm 2012|`: each with the country that the sentence is about."""
    view = clauses.view
    subject = clauses.subject(start, personal=False, strict=False)
    mine = subject.keys if subject is not None and subject.actors[0].kind == "country" and len(subject.keys) == 1 else ()
    listed = [a for a in clauses.actors if a.start >= i and a.kind == "country" and view.key(a.end) == "từ" and _time_behind(clauses, a.end + 1)]
    return [((a.start, a.end + 1), distinct([*mine, *a.keys])) for a in listed] if mine else []


def _dated_upgrade(clauses: Clauses, trigger: Trigger) -> bool:
    """`A và B |nâng cấp| quan hệ hôm 7/10`: the level told elsewhere, the day here."""
    return trigger.row("RelationChange", "upgrade") is not None and clauses.view.keys(trigger.stop, 2) == "quan hệ" and bool(clauses.times)


def _with_each(clauses: Clauses, trigger: Trigger, stop: int) -> list[tuple[tuple[int, int], tuple[Key, ...]]]:
    """`A |nâng cấp| quan hệ với B vào tháng 9 và với C vào tháng 11`: a pair for each, with the tokens whose time it is; empty for less than two."""
    view = clauses.view
    subject = clauses.subject(trigger.start, personal=False)
    if subject is None or subject.actors[0].kind != "country" or len(subject.keys) != 1:
        return []
    found: list[tuple[tuple[int, int], tuple[Key, ...]]] = []
    for k in range(trigger.stop, len(view)):
        if view.key(k) in {";", "."}:
            break
        other = clauses.object(k + 1) if view.key(k) == "với" else None
        if other is not None and other.actors[0].kind == "country" and len(other.keys) == 1:
            at = (trigger.start, trigger.stop) if not found else (k, other.end)
            found.append((at, distinct([*subject.keys, *other.keys])))
    return found if len(found) > 1 and all(len(pair) == 2 for _, pair in found) else []


def _leads_up(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether `lên`, `thành`, `vào` … leads to the level that ends at token `stop`."""
    return bool({"lên", "thành", "vào", "sang", "tới", ":"} & {clauses.view.key(k) for k in range(start, stop)})


def _level_left(clauses: Clauses, i: int) -> tuple[RelationLevel | None, int]:
    """The level that is left: `nâng cấp quan hệ |từ Đối tác toàn diện| lên …`; and the token behind it, `i` where none is told."""
    level, stop = _level(clauses, i)
    if level is None:
        return None, i
    start = next(k for k in range(i, stop) if relation_levels().at(clauses.view, k) is not None)
    onward = clauses.view.keys(stop, 2).split()
    told = "từ" in (clauses.view.key(k) for k in range(max(start - 3, i), start)) and bool({"lên", "thành", "sang", "xuống"} & set(onward))
    return (level, stop) if told else (None, i)


def _level(clauses: Clauses, i: int) -> tuple[RelationLevel | None, int]:
    """The level named within reach behind the verb: `nâng cấp quan hệ hai nước lên |đối tác chiến lược toàn diện|`."""
    view = clauses.view
    for k in range(i, min(i + _REACH, len(view))):
        if view.key(k) in {";", ".", "…"}:
            break
        found = relation_levels().at(view, k)
        if found is not None:
            return found[0][0], found[1]
    return None, i


def _speaks_of_relations(clauses: Clauses, trigger: Trigger) -> bool:
    """`bình thường hóa |quan hệ|`, `cắt đứt |quan hệ ngoại giao|`, `|Quan hệ| A - B được bình thường hóa`."""
    view = clauses.view
    behind = view.keys(trigger.stop, 2) == "quan hệ"
    before = " ".join(view.key(k) for k in range(clauses.clause_start(trigger.start), trigger.start))
    return behind or "quan hệ" in before


_NUMBERS = frozenset({"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"})


def _anniversary(clauses: Clauses, i: int) -> bool:
    """`kỷ niệm 30 năm thiết lập quan hệ ngoại giao`, `sau một năm A và B nâng quan hệ` remember a change; their day is not its day.

    `Sau 10 năm, hai nước |nâng| quan hệ vào năm 2023` tells it: the comma ends what is looked back on.
    """
    view = clauses.view
    around = [view.key(k) for k in range(max(i - 9, 0), i)]
    if "niệm" in around or "mừng" in around:
        return True
    if view.key(i - 1) == "năm" and view.tokens[i - 2].kind == "number" and "niệm" in {view.key(k) for k in range(clauses.clause_start(i), i)}:
        return True  # `kỷ niệm 50 năm lập quan hệ ngoại giao, |10 năm| thiết lập đối tác chiến lược`
    counted = any(
        view.key(k) == "năm" and k > 0 and ((view.tokens[k - 1].kind == "number" and len(view.tokens[k - 1].text) < 4) or view.key(k - 1) in _NUMBERS)
        for k in range(max(i - 9, 0), i)
        if not (view.key(k + 1) == "," and "sau" in around) and not (view.key(k + 1) in {"sau", "trước"} and view.key(k + 2) != "khi")
    )
    return counted and bool({"dấu", "sau", "tròn", "nhân"} & set(around))


def _countries(clauses: Clauses, trigger: Trigger, stop: int) -> tuple[Key, ...]:
    """The two countries: the subjects, those in `quan hệ A - B` or `với B` behind the verb, or both together."""
    view = clauses.view
    start = clauses.clause_start(trigger.start)
    joined = next((k for k in range(trigger.stop, min(trigger.stop + 6, len(view))) if view.key(k) == "với"), None)
    subject = clauses.subject(trigger.start, personal=False)
    if joined is not None:
        other = clauses.object(joined + 1)
        if other is None or other.actors[0].kind != "country":
            return (None,)
        if subject is not None and subject.actors[0].kind == "country":
            both = distinct([*subject.keys, *other.keys])
            if len(both) == 2:
                return both
    before: list[Key] = []
    for group in reversed(clauses.groups):
        if start <= group.start and group.end <= trigger.start and group.actors[0].kind == "country" and group.keys:
            before = [*group.keys] if len(group.keys) == 2 else [*group.keys, *before]
            if len(set(map(str, before))) >= 2:
                break
    mine = distinct(before)
    if len(mine) == 2:
        return mine
    limit = min(len(view), max(stop, trigger.stop) + 6)
    behind = [key for a in clauses.actors if trigger.stop <= a.start < limit and a.kind == "country" for key in a.keys]
    together = distinct([*mine, *behind])
    return together if len(together) == 2 else ()
