"""Changes of the relations of two countries: `A và B thiết lập quan hệ ngoại giao`, `quan hệ A - B được bình thường hóa`, `nâng cấp quan hệ
lên đối tác toàn diện`.
"""

from __future__ import annotations

from kg.extraction.events.actors import Key, distinct
from kg.extraction.events.clauses import Clauses
from kg.extraction.events.drafts import EventDraft, Part, Trigger
from kg.extraction.events.modality import as_modality, told
from kg.extraction.events.tables import RelationLevel, relation_levels

__all__ = ["read_relations"]

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
    level, stop = _level(clauses, trigger.stop)
    bare = _speaks_of_relations(clauses, trigger)
    if row.frame in ("upgrade", "become", "downgrade") and level is None:
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
    pair = _countries(clauses, trigger, stop) or context
    if len(pair) != 2:
        return []
    how = as_modality(told(clauses, trigger.start, trigger.stop, None))
    if how is None:
        return []
    name = level.name if level is not None and row.frame not in ("normalize", "sever") else _LEVEL_OF.get(row.frame)
    return [
        EventDraft(
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
        )
    ]


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
    counted = any(
        view.key(k) == "năm" and k > 0 and ((view.tokens[k - 1].kind == "number" and len(view.tokens[k - 1].text) < 4) or view.key(k - 1) in _NUMBERS)
        for k in range(max(i - 9, 0), i)
        if not (view.key(k + 1) == "," and "sau" in around)
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
