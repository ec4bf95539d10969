"""Whether an event happened, is planned, cancelled, only reported, denied or wished for: cues before and behind its trigger.

`sẽ thăm` is planned, `hoãn chuyến thăm` cancelled, `chưa gặp` and `mời thăm` give no event at all.
"""

from __future__ import annotations

from typing import Literal

from msgspec import structs

from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import Cue, modality_cues, words
from kg.extraction.sentence.view import SentenceView
from kg.model import Event, Modality

__all__ = ["Told", "as_modality", "planned_ahead", "told"]

Told = Literal["happened", "planned", "cancelled", "reported", "negated", "hypothetical"]

_STRENGTH: dict[str, int] = {"negated": 6, "cancelled": 5, "hypothetical": 4, "planned": 3, "reported": 2}
_BEHIND, _BEHIND_NOUN = 12, 28
_PURPOSE = 12  # tokens from the verb of setting out to `để`, and from there to the event
_NOUNS = frozenset({"cuộc", "chuyến", "lễ", "buổi", "hội"})
_QUOTES = frozenset({'"', "“", "”"})
_WHETHER = frozenset({"hay không", "hay chưa"})
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
    k = lower if subject_end is not None else max(lower - 1, 0)  # a word may begin before the reach: `quyết |định|` is no `định`
    while k < start:
        found = modality_cues().at(view, k, start)
        if found is None:
            k += 1
            continue
        for cue in found[0] if k >= lower else ():
            if cue.reach == "before" and not (forced and cue.form in _FORCED):
                best = max(best, _weigh(cue))
        k = found[1]
    if _on_condition(clauses, start) or (subject is not None and subject.governor == "việc" and _would(view, stop)):
        best = max(best, (_STRENGTH["hypothetical"], "hypothetical"))
    if _on_the_way_to_it(clauses, start):
        best = max(best, (_STRENGTH["planned"], "planned"))
    best = max(best, _behind(clauses, start, stop), _opening(clauses, start, forced=forced))
    return best[1]


def _on_the_way_to_it(clauses: Clauses, start: int) -> bool:
    """`A đã khởi hành |để| đến B dự hội nghị`: what somebody sets out for is yet to come."""
    view = clauses.view
    purpose = next((k for k in range(start, max(start - _PURPOSE, 0), -1) if view.key(k) in {"để", ",", ";", ":"}), 0)
    return view.key(purpose) == "để" and any(words("sets_out").at(view, k) is not None for k in range(max(purpose - _PURPOSE, 0), purpose))


def _on_condition(clauses: Clauses, start: int) -> bool:
    """`|Nếu| A làm B |thì| C sẽ thay`: what follows from a condition."""
    keys = [clauses.view.key(k) for k in range(start)]
    return "nếu" in keys and "thì" in keys[keys.index("nếu") :]


def _would(view: SentenceView, i: int) -> bool:
    """`việc A lên làm B |có thể| khiến C lo`: what a possible event would do."""
    return any(view.keys(k, 2) == "có thể" for k in range(i, _comma(view, i)))


def _behind(clauses: Clauses, start: int, stop: int) -> tuple[int, Told]:
    """What follows: `chuyến thăm của A |bị hoãn|`; behind a noun its participants may stand in between."""
    view = clauses.view
    noun = view.key(start) in _NOUNS
    best: tuple[int, Told] = (0, "happened")
    if any(view.keys(n, 2) in _WHETHER for n in range(stop, _comma(view, stop))):
        return _STRENGTH["hypothetical"], "hypothetical"
    k = stop
    while k < min(stop + (_BEHIND_NOUN if noun else _BEHIND), len(view)):
        if view.key(k) == "," and view.keys(k + 1, 2) == "sớm nhất":
            k += 1  # `gặp A, |sớm nhất vào| ngày 12/9`
        if view.key(k) in {".", ";", ","} or (not noun and clauses.actor_at(k) is not None and k > stop + 6):
            break
        found = modality_cues().at(view, k)
        for cue in found[0] if found is not None else ():
            if cue.reach == "after":
                best = max(best, _weigh(cue))
        k = found[1] if found is not None else k + 1
    return best


def _comma(view: SentenceView, i: int) -> int:
    """The token of the next sign that ends a clause, from token i on."""
    return next((k for k in range(i, len(view)) if view.key(k) in {".", ";", ",", ":"}), len(view))


def _opening(clauses: Clauses, start: int, *, forced: bool) -> tuple[int, Told]:
    """What opens or closes the sentence: `|Theo lịch trình|, A gặp B`, `|Theo Reuters|, A đã gặp B`, and a question, which tells nothing."""
    view = clauses.view
    last = next((k for k in range(len(view) - 1, -1, -1) if view.key(k) not in _QUOTES), 0)
    if view.key(last) == "?":
        return _STRENGTH["hypothetical"], "hypothetical"
    found = modality_cues().at(view, 0, start)
    cues = [cue for cue in found[0] if cue.reach == "opening"] if found is not None else []
    told_done = any(view.key(k) == "đã" for k in range(max(start - 3, 0), start))
    return max((_weigh(cue) for cue in cues if cue.modality != "planned" or not told_done), default=(0, "happened"))


def planned_ahead(event: Event, published: str | None, last_day: str | None, text: str) -> Event:
    """The event as planned where its day lies behind `last_day` (`Ngày 20/7, A thăm B` in a paper of 17/7) and no `đã` tells it done."""
    begin = (event.date or "").partition("/")[0]
    ahead = last_day is not None and begin[:4].isdigit() and begin > last_day[: len(begin)]
    if ahead and event.type == "Statement":
        return structs.replace(event, date=None, date_method=None)  # what is said lies ahead, the saying does not
    just_now = event.type in ("Appointment", "Departure") and any(" vừa " in text[start:stop] for start, stop in event.evidence)
    if just_now and published is not None and len(begin) == 10 and begin > published[:10]:
        return structs.replace(event, date=None, date_method=None)  # `ngày 16/8 bầu người thay ông A |vừa| bị bãi nhiệm`
    if event.modality == "planned" and _gone_by(event, published):
        return structs.replace(event, date=None, date_method=None)  # `hôm 6/1 A thông báo …: ông sẽ từ chức khi có người thay`
    if not ahead or event.modality not in ("happened", "reported") or any(" đã " in text[start:stop] for start, stop in event.evidence):
        return event
    return structs.replace(event, modality="planned")


def _gone_by(event: Event, published: str | None) -> bool:
    """Whether a planned event's date is of before the article, so another's or of another year, where the text does not state it in full."""
    day, end = (published or "")[:10], (event.date or "").rpartition("/")[2]
    if len(day) != 10 or len(end) != 10 or end >= day:
        return False
    return event.date_method == "publication" or (event.date_method == "context" and event.type in ("Appointment", "Departure"))


def _weigh(cue: Cue) -> tuple[int, Told]:
    strength = _STRENGTH.get(cue.modality, 0)
    return strength, cue.modality if strength else "happened"  # type: ignore[return-value]


def as_modality(how: Told) -> Modality | None:
    """The modality of a record, or None where no event is to be recorded."""
    if how == "negated" or how == "hypothetical":
        return None
    return how
