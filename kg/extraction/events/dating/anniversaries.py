"""Changes of relations counted back from what remembers them: `kỷ niệm 30 năm thiết lập quan hệ ngoại giao trong năm nay`, `(1972 - 2017)`.

An anniversary is told in its year; only where the text says which year that is, and that it is the year of publication, the change is dated.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg.extraction.events.dating.timing import TimeIndex
from kg.extraction.events.drafts import EventDraft, Part
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import event_verbs, relation_levels
from kg.language.dates import TimeExpression
from kg.model import Modality

__all__ = ["read_anniversaries"]

_REMEMBERS = frozenset({"niệm", "mừng", "tròn"})
_BEHIND = 9  # tokens from the level to the year of the anniversary
_BETWEEN = 5  # tokens from `30 năm` to the verb or the level
_CERTAIN: Modality = "happened"


def read_anniversaries(clauses: Sequence[Clauses], times: TimeIndex) -> list[EventDraft]:
    """The changes that the sentences of an article remember, each dated by the year that the anniversary gives."""
    current = {str(t.edtf)[:4] for sentence in times.expressions for _, _, t in sentence if t.method == "publication" and t.edtf}
    out: list[EventDraft] = []
    for sentence in clauses:
        view = sentence.view
        for k in range(2, len(view)):
            if view.key(k) != "năm" or not view.key(k - 1).isdigit() or not _REMEMBERS & {view.key(k - 2), view.key(k - 3)}:
                continue
            level = _level(sentence, k + 1)
            pair = sentence.countries_meant
            if level is None or len(pair) != 2:
                continue
            name, stop = level
            year = _year(times.expressions[view.index], stop, current)
            if year is None:
                continue
            begun = msgspec.structs.replace(year, edtf=str(int(str(year.edtf)[:4]) - int(view.key(k - 1))), method="context")
            parts = tuple(Part(key, "party") for key in pair)
            rule = "relation: an anniversary"
            out.append(
                EventDraft("RelationChange", view.index, (k - 1, stop), (k - 1, stop), parts, _CERTAIN, rule, "establish", level=name, time=begun)
            )
    return out


def _level(clauses: Clauses, i: int) -> tuple[str, int] | None:
    """`30 năm |(ngày) thiết lập quan hệ ngoại giao|`, `10 năm |đối tác chiến lược|`: the level and the token behind it."""
    view = clauses.view
    k = i
    while k < min(i + _BETWEEN, len(view)):
        level = relation_levels().at(view, k)
        if level is not None:
            return level[0][0].name, level[1]
        verb = event_verbs().at(view, k)
        if view.tokens[k].kind == "sign" or (clauses.actor_at(k) is not None):
            return None
        establishes = verb is not None and any(r.event == "RelationChange" and r.frame in ("establish", "upgrade") for r in verb[0])
        k = verb[1] if verb is not None and establishes else k + 1
    return None


def _year(expressions: Sequence[tuple[int, int, TimeExpression]], i: int, current: set[str]) -> TimeExpression | None:
    """The year of the anniversary behind token i, where it is the article's own."""
    for start, _, time in expressions:
        own = time.granularity == "year" and len(time.edtf or "") == 4 and str(time.edtf) in current
        if own and i <= start <= i + _BEHIND:
            return time
    return None
