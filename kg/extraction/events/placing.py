"""Where an event takes place: `tại`, `ở` and the place behind its verb, the place that opens the sentence, the goal of the journey told before it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.actors import Actor, Key
from kg.extraction.events.clauses import Clauses
from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.tables import words
from kg.language.dates import TimeExpression

__all__ = ["place_of", "place_of_occasion", "places_at_hand"]

_AT = frozenset({"tại", "ở"})
_ASIDE = frozenset({"về", "để", "nhằm", "rằng", "liên", "bối", "mà", "việc"})  # what follows says what it was about or for
_REACH = 40
_MEMORY = 4


def place_of(clauses: Clauses, draft: EventDraft, drafts: Sequence[EventDraft]) -> Key | None:
    """The entity of the place where the draft's event takes place, as its sentence tells it."""
    if draft.place is not None:
        return draft.place
    others = sorted(d.trigger[0] for d in drafts if d.sentence == draft.sentence and d.trigger[0] > draft.trigger[0])
    stop = next((s for s in others), len(clauses.view))
    limit = min(stop, draft.trigger[1] + _REACH)
    if draft.type in ("Appointment", "Departure"):
        limit = next((k for k in range(draft.trigger[1], limit) if clauses.view.key(k) == ","), limit)
    behind = _places(clauses, draft.trigger[1], limit)
    if behind:
        return behind[0]
    opening = _places(clauses, clauses.clause_start(draft.trigger[0]), draft.clause[0], opening=True)
    if draft.type in ("Appointment", "Departure"):
        return opening[-1] if opening else None
    within = _places(clauses, draft.clause[0], draft.trigger[0]) or opening
    if within:
        return within[-1]
    return _goal_before(draft, drafts)


def _places(clauses: Clauses, start: int, stop: int, *, opening: bool = False) -> list[Key]:
    """The places behind `tại` or `ở` in tokens `[start, stop)`; a country only where no place stands beside it.

    An `opening` place stands at the begin of the sentence, behind a sign or a time (`Ngày 3/9, tại B, A …`), not inside a clause.
    """
    view = clauses.view
    places: list[Key] = []
    countries: list[Key] = []
    for k in range(start, stop):
        if view.key(k) == ";" or (not opening and k > start + 3 and view.key(k) in _ASIDE):
            break
        if view.key(k) not in _AT or (opening and k > start and view.tokens[k - 1].kind != "sign" and clauses.skip_time(k - 1) == k - 1):
            continue
        actor = _actor_behind(clauses, k + 1)
        before = clauses.actor_at(k - 1)
        if actor is None or not actor.keys or (before is not None and before.kind == actor.kind == "country"):
            continue  # `chuyên gia Việt Nam |tại Lào|` says where they served
        if actor.kind == "place":
            places.append(actor.keys[0])
        elif actor.kind == "country":
            countries.append(actor.keys[0])
    return places or countries


def _actor_behind(clauses: Clauses, i: int) -> Actor | None:
    k = i
    while k < min(i + 6, len(clauses.view)):
        actor = clauses.actor_at(k)
        if actor is not None:
            return actor
        found = words("destination").at(clauses.view, k)
        if found is None and not (clauses.view.tokens[k].kind == "word" and not clauses.view.upper(k)):
            return None
        k = found[1] if found is not None else k + 1
    return None


def _goal_before(draft: EventDraft, drafts: Sequence[EventDraft]) -> Key | None:
    """`A tới |Moskva| và gặp B`: the meeting is where the journey told before it in the sentence went."""
    if draft.type not in ("Meeting", "Signing"):
        return None
    keys = [p.key for p in draft.parts]
    for other in reversed(drafts):
        before = other.type == "Visit" and other.sentence == draft.sentence and other.trigger[0] < draft.trigger[0]
        if before and any(p.role == "agent" and any(p.key == k for k in keys) for p in other.parts):
            return other.place
    return None


def places_at_hand(clauses: Sequence[Clauses], drafts: Sequence[EventDraft]) -> list[Key | None]:
    """For each sentence the place that `Tại đây`, `Tại buổi lễ` at its begin means: where the sentences before it were."""
    out: list[Key | None] = []
    current: Key | None = None
    age = 0
    visits: dict[int, list[EventDraft]] = {}
    for draft in drafts:
        if draft.type == "Visit" and draft.modality == "happened":
            visits.setdefault(draft.sentence, []).append(draft)
    for sentence in clauses:
        opening = words("continuing").at(sentence.view, 0) is not None
        out.append(current if opening else None)
        if sentence.view.sentence.block == "caption":
            continue
        goals = [p.key for d in visits.get(sentence.view.index, ()) for p in d.parts if p.role == "destination" and not isinstance(p.key, tuple)]
        places = goals[:1] or [k for k in _places(sentence, 0, len(sentence.view)) if not isinstance(k, tuple)][:1]
        if places:
            current, age = places[0], 0
        else:
            age += 1
            current = current if age < _MEMORY or opening else None
    return out


def place_of_occasion(clauses: Sequence[Clauses], occasion: TimeExpression | None) -> Key | None:
    """`Chiều 28/6, tại Hà Nội, …`: the place told with the day on which what the article reports took place."""
    if occasion is None:
        return None
    for sentence in clauses:
        span = sentence.view.sentence
        if span.start <= occasion.start < span.end:
            places = [k for k in _places(sentence, 0, len(sentence.view), opening=True) if not isinstance(k, tuple)]
            return places[0] if places else None
    return None
