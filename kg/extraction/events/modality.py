"""Whether an event happened, is planned, cancelled, only reported, denied or wished for: cues before and behind its trigger.

`sẽ thăm` is planned, `hoãn chuyến thăm` cancelled, `chưa gặp` and `mời thăm` give no event at all.
"""

from __future__ import annotations

from typing import Literal

from kg.extraction.events.clauses import Clauses, Group
from kg.extraction.events.tables import Cue, modality_cues, words
from kg.model import Modality

__all__ = ["Told", "told"]

Told = Literal["happened", "planned", "cancelled", "reported", "negated", "hypothetical"]

_STRENGTH: dict[str, int] = {"negated": 6, "cancelled": 5, "hypothetical": 4, "planned": 3, "reported": 2}
_BEHIND = 12
_FORCED = frozenset({"phải", "xin", "đề nghị", "quyền", "cho phép"})


def told(clauses: Clauses, start: int, stop: int, subject_end: int | None = None, *, forced: bool = False, subject: Group | None = None) -> Told:
    """How the event whose trigger is tokens `[start, stop)` is told; `forced` takes `phải`, `xin` for no wish (`phải từ chức`).

    What governs the subject tells too: `nếu A thăm B`, `mời A thăm B`, `đến khi A nhậm chức`.

    `subject_end` is where its subject ends: cues before the verb are looked for from there on, so that another clause's `sẽ` does not count.
    """
    view = clauses.view
    lower = max(subject_end if subject_end is not None else start - 5, 0)
    if subject is not None and subject.governor == "việc":
        lower = clauses.clause_start(start)  # `có thể dẫn đến việc A từ chức`
    best: tuple[int, Told] = (0, "happened")
    if subject is not None and not forced:
        governor = words("causative").ending(view, subject.start)
        if governor is not None and governor[0][0] in _STRENGTH:
            best = (_STRENGTH[governor[0][0]], governor[0][0])  # type: ignore[assignment]
    k = lower
    while k < start:
        found = modality_cues().at(view, k)
        if found is None or found[1] > start:
            k += 1
            continue
        for cue in found[0]:
            if cue.reach == "before" and not (forced and cue.form in _FORCED):
                best = max(best, _weigh(cue))
        k = found[1]
    for k in range(stop, min(stop + _BEHIND, len(view))):
        if view.key(k) in {".", ";", ","} or (clauses.actor_at(k) is not None and k > stop + 6):
            break
        found = modality_cues().at(view, k)
        if found is not None:
            for cue in found[0]:
                if cue.reach == "after":
                    best = max(best, _weigh(cue))
    return best[1]


def _weigh(cue: Cue) -> tuple[int, Told]:
    strength = _STRENGTH.get(cue.modality, 0)
    return strength, cue.modality if strength else "happened"  # type: ignore[return-value]


def as_modality(how: Told) -> Modality | None:
    """The modality of a record, or None where no event is to be recorded."""
    if how == "negated" or how == "hypothetical":
        return None
    return how
