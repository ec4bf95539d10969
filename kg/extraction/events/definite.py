"""What a sentence about an event told elsewhere adds to it: `Cuộc gặp diễn ra sáng nay tại B`, `Trong cuộc bầu cử hôm 18/3, A giành chiến thắng`.

Works on joined events and fills only what is not known of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.dating.timing import TimeIndex, time_of
from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.merging import Merged
from kg.extraction.events.placing import places_behind
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import event_verbs, words

__all__ = ["add_election_days", "add_from_nouns"]

_MEMORY = 3  # sentences back to the event that the noun stands for
_REACH = 14  # tokens from the noun to `diễn ra`
_POLLS = frozenset({"bầu cử", "tuyển cử"})
_NEAR_POLL = 6  # tokens from `bầu cử` to its day: `cuộc bầu cử Tổng thống Nga hôm 18/3`
_TYPES = ("Meeting", "PhoneCall", "Visit", "Signing")


def add_from_nouns(merged: Sequence[Merged], clauses: Sequence[Clauses], times: TimeIndex) -> list[Merged]:
    """The events, with the day and place that a later sentence tells of them by their noun."""
    out = list(merged)
    told = {(t.type, t.sentence) for event in merged for t in event.tellings}
    for sentence in clauses:
        view = sentence.view
        found = event_verbs().at(view, 0) if view.sentence.block != "caption" else None
        if found is None:
            continue
        row = next((r for r in found[0] if r.frame in ("noun", "bare_noun") and r.event in _TYPES), None)
        takes_place = next((k for k in range(found[1], min(found[1] + _REACH, len(view))) if words("takes_place").at(view, k) is not None), None)
        if row is None or takes_place is None or (row.event, view.index) in told:
            continue
        k = _last_told(out, row.event, view.index)
        if k is not None:
            out[k] = _with(out[k], sentence, (0, found[1]), takes_place, times)
    return out


def add_election_days(merged: Sequence[Merged], clauses: Sequence[Clauses], times: TimeIndex) -> list[Merged]:
    """`Trong cuộc bầu cử |hôm 18/3|, ông A giành chiến thắng`: the day on which whom the article calls elected was elected."""
    out = list(merged)
    for sentence in clauses:
        view = sentence.view
        polls = [k + 2 for k in range(len(view)) if view.keys(k, 2) in _POLLS]
        days = [t for a, _, t in times.expressions[view.index] if t.granularity == "day" and any(k <= a <= k + _NEAR_POLL for k in polls)]
        if len(days) != 1 or not any(words("wins").at(view, k) is not None for k in range(len(view))):
            continue
        winners = [key for group in sentence.groups if group.personal and group.position == "subject" for key in group.keys]
        for k, event in enumerate(out):
            elected = event.type == "Appointment" and event.date is None and any(event.parts[0].key == key for key in winners)
            if elected and any(clauses[t.sentence].view.key(t.trigger[1] - 1) == "cử" for t in event.tellings):
                method = days[0].method if days[0].method == "unresolved" else "context"
                out[k] = event._replace(date=days[0].edtf, date_method=method)
    return out


def _last_told(merged: Sequence[Merged], event: str, sentence: int) -> int | None:
    """The event told last before the sentence; None where two are told in the same one."""
    last = {
        k: max(t.sentence for t in m.tellings if t.sentence < sentence)
        for k, m in enumerate(merged)
        if m.type == event and any(t.sentence < sentence for t in m.tellings)
    }
    near = [k for k, at in last.items() if sentence - at <= _MEMORY]
    latest = [k for k in near if last[k] == max(last[n] for n in near)]
    return latest[0] if len(latest) == 1 else None


def _with(event: Merged, sentence: Clauses, trigger: tuple[int, int], takes_place: int, times: TimeIndex) -> Merged:
    view = sentence.view
    expressions = times.expressions[view.index]
    counted = any(time.edtf is None for _, _, time in expressions)  # `hai ngày sau cuộc bầu cử hôm 18/3`
    time = None if event.date is not None or counted else time_of(view, expressions, trigger, [trigger], event=event.type)
    places = places_behind(sentence, takes_place) if event.place is None else []
    if time is None and not places:
        return event
    telling = EventDraft(event.type, view.index, trigger, (0, len(view)), (), event.modality, f"{event.type.lower()}: noun takes place")
    return event._replace(
        tellings=(*event.tellings, telling._replace(time=time, place=places[0] if places else None)),
        date=time.edtf if time is not None else event.date,
        date_method=time.method if time is not None else event.date_method,
        place=places[0] if places else event.place,
    )
