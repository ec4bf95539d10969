"""Which countries a statement speaks of: those its content names, not where somebody is, whose paper it is told to, or what borders on what."""

from __future__ import annotations

from kg.extraction.events.drafts import Trigger
from kg.extraction.events.syntax.actors import Actor, Key, distinct
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import event_verbs, words

__all__ = ["countries_spoken_of"]

_JUDGED = frozenset({"criticize", "deny", "reject", "support"})
_BETWEEN = frozenset({"nước", "các", "hai", "đất", "quốc", "gia", "và", ","})


def countries_spoken_of(clauses: Clauses, trigger: Trigger, value: str, stop: int) -> tuple[Key, ...]:
    """The countries named in tokens from the verb to `stop`; who criticizes, denies or supports speaks of the object, not of what is told of it."""
    view = clauses.view
    limit = stop
    if value in _JUDGED:
        limit = next((k for k in range(trigger.stop, stop) if words("tells_of_object").at(view, k) is not None or _tells(clauses, k)), stop)
    named = [a for a in clauses.actors if trigger.stop <= a.start < limit and a.kind == "country"]
    return distinct(key for n, a in enumerate(named) if not _aside(clauses, a, named[:n]) for key in a.keys)


def _tells(clauses: Clauses, k: int) -> bool:
    """`cáo buộc A |ủng hộ| B`: a verb of what the object does."""
    found = event_verbs().at(clauses.view, k) if clauses.actor_at(k) is None else None
    return found is not None and any(row.frame not in ("none", "noun", "bare_noun") for row in found[0])


def _aside(clauses: Clauses, actor: Actor, before: list[Actor]) -> bool:
    """Whether the country only says where, whose paper, or what lies beside: `tại |Đức|`, `báo |Anh|`, `biên giới với |Lào|`."""
    view = clauses.view
    k = actor.start
    while view.key(k - 1) in _BETWEEN:
        k -= 1
        joined = next((a for a in before if a.end == k), None)
        if joined is not None:
            return _aside(clauses, joined, [a for a in before if a.start < joined.start])
    return words("not_spoken_of").ending(view, k) is not None
