"""Where an event takes place: `tại`, `ở` and the place behind its verb, the place that opens the sentence, the goal of the journey told before it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.syntax.actors import Actor, Key
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import words
from kg.language.dates import TimeExpression

__all__ = ["place_of", "place_of_occasion", "place_of_speaker", "places_at_hand", "places_behind"]

_AT = frozenset({"tại", "ở"})
_ON_OCCASION = frozenset({"tại", "trong", "bên lề"})
_ASIDE = frozenset({"về", "để", "nhằm", "rằng", "liên", "bối", "mà", "việc"})  # what follows says what it was about or for
_SPEECH = frozenset({"rằng", ":", '"', "“", ",", "sẽ", "đã", "đang", "phải", "cần", "không"})
_OF_SPEAKING = frozenset({"với", "tại", "ở", "trong", "sau", "trước", "khi", "báo", "phóng", "truyền", "cử", "vào"})
_SPOKEN_OF = frozenset({"về", "liên", "đối", "bình", "đề"})
_OCCASIONS = frozenset({"cuộc", "buổi", "bài", "lễ", "phiên", "chuyến", "khuôn", "họp", "hội"})
_REACH = 40
_REACH_OF_SPEAKER = 10
_FRONTED = 4
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
    elif draft.type == "Visit":
        # `trước thềm chuyến thăm B, phóng viên tại |C| …`, `sẽ đến B, nhằm tìm kiếm thỏa thuận tại |C|`
        limit = next((k for k in range(draft.clause[1], limit) if clauses.view.key(k) == ","), limit)
    elif draft.type == "Speech":
        # `Phát biểu tại lễ khai giảng, Đại sứ Mỹ tại |Việt Nam| …`
        limit = next((k for k in range(draft.trigger[1], limit) if clauses.view.key(k) == ","), limit)
    elif draft.type == "Statement":
        limit = _before_speech(clauses, draft.trigger[1], limit)
    behind = _places(clauses, _behind_others(clauses, draft, limit), limit)
    begin = clauses.clause_start(draft.trigger[0])
    opening = _places(clauses, begin, draft.clause[0], opening=True) or _at_occasion(clauses, begin, draft.clause[0])
    if behind and (not isinstance(behind[0], tuple) or not opening or isinstance(opening[-1], tuple)):
        return behind[0]  # a town that opens the sentence goes before a country behind the verb (`đại diện của C |tại Việt Nam|`)
    if draft.type in ("Appointment", "Departure"):
        return opening[-1] if opening else None
    said = draft.type == "Statement"  # `Đại sứ |tại Việt Nam| nói`, `nói chiến sự |tại B| …, khẳng định`
    within = (not said and _places(clauses, draft.clause[0], draft.trigger[0])) or opening
    if within:
        return within[-1]
    return _relative(clauses, draft) or _goal_before(clauses, draft, drafts)


def _behind_others(clauses: Clauses, draft: EventDraft, limit: int) -> int:
    """`gặp A tại B, |C và D|`: what stands behind the first of those met is not where the others were."""
    start = draft.trigger[1] - (clauses.view.key(draft.trigger[1] - 1) in _AT)  # `phát biểu |tại| B`
    before = [k for a in clauses.actors if a.start < start for k in a.keys]
    others = [p.key for p in draft.parts if not any(p.key == k for k in before)]
    met = [a for a in clauses.actors if start <= a.start < limit and any(k == key for k in a.keys for key in others)]
    if draft.type != "Meeting" or not met:
        return start
    comma = max((k for k in range(start, met[-1].start) if clauses.view.key(k) == ","), default=start)
    return comma if any(start <= a.start < comma and a.kind in ("person", "pronoun") for a in clauses.actors) else start


def places_behind(clauses: Clauses, i: int) -> list[Key]:
    """The places that stand behind `tại` or `ở` from token i to the end of the clause."""
    stop = next((k for k in range(i, len(clauses.view)) if clauses.view.key(k) in {",", ";"}), len(clauses.view))
    return _places(clauses, i, stop)


def _before_speech(clauses: Clauses, start: int, stop: int) -> int:
    """Where what is said begins behind a verb of saying: `nói với báo giới tại B |rằng| …`, `cho biết |Pháp| sẽ …`."""
    first = clauses.skip_time(start)
    if first < len(clauses.view) and clauses.view.key(first) not in _OF_SPEAKING and clauses.actor_at(first) is None:
        return start  # `nói |chiến sự| tại Ukraine`: the place is what is spoken of
    if clauses.view.key(first) == "trong" and clauses.view.key(first + 1) not in _OCCASIONS:
        return start  # `cho biết |trong hai năm| dạy học tại B`
    for k in range(start, min(stop, start + _REACH_OF_SPEAKER)):
        actor = clauses.actor_at(k)
        if clauses.view.key(k) in _SPEECH or (actor is not None and clauses.view.key(k - 1) not in _AT):
            return k
    return min(stop, start + _REACH_OF_SPEAKER)


def _relative(clauses: Clauses, draft: EventDraft) -> Key | None:
    """`… bước vào |Nhà Quốc hội|, nơi A tiếp B`: the place or country that `nơi` takes up."""
    where = next((k for k in range(draft.trigger[0] - 1, max(draft.trigger[0] - _REACH, 0), -1) if clauses.view.key(k) == "nơi"), None)
    if where is None or any(clauses.view.key(k) in {",", ";"} for k in range(where, draft.trigger[0])):
        return None
    before = next((a for a in reversed(clauses.actors) if where - 3 <= a.end <= where), None)
    if before is not None and clauses.view.key(before.start - 1) == "(":  # `Hàng Châu (Trung Quốc), |nơi| …`
        before = clauses.actor_at(before.start - 2) or before
    return before.keys[0] if before is not None and before.kind in ("place", "country") and before.keys else None


def _places(clauses: Clauses, start: int, stop: int, *, opening: bool = False) -> list[Key]:
    """The places behind `tại` or `ở` in tokens `[start, stop)`; a country only where no place stands beside it.

    An `opening` place stands at the begin of the sentence (`Cũng tại B, A …`, `Làm việc tại B, A …`) or behind a sign or a time
    (`Ngày 3/9, tại B, A …`), not inside a clause.
    """
    view = clauses.view
    places: list[Key] = []
    countries: list[Key] = []
    for k in range(start, stop):
        if view.key(k) == ";" or (not opening and k > start + 3 and view.key(k) in _ASIDE):
            break
        if view.key(k) not in _AT or view.inside_word(k) or clauses.actor_at(k) is not None or (opening and not _opens(clauses, start, k)):
            continue  # `Đại sứ quán Nhật Bản |tại| Việt Nam` is a name, `hiện |tại|` no place
        actor = _actor_behind(clauses, k + 1)
        before = clauses.actor_at(k - 1)
        if actor is None or not actor.keys or (before is not None and before.kind == actor.kind == "country"):
            continue  # `chuyên gia Việt Nam |tại Lào|` says where they served
        if actor.kind == "place" or (actor.kind == "organization" and words("premises").at(view, actor.start) is not None):
            places.append(actor.keys[0])
        elif actor.kind == "country":
            countries.append(actor.keys[0])
    return places or countries


def _at_occasion(clauses: Clauses, start: int, stop: int) -> list[Key]:
    """`|Tại cuộc họp báo sau đó ở B|, A …`: where the occasion was that opens the sentence before the subject at token `stop`."""
    view = clauses.view
    if view.key(stop - 1) != ",":
        return []
    opens = (k for k in range(start, stop) if k == start or view.key(k - 1) == "," or clauses.skip_time(k - 1) > k - 1)
    k = next((k for k in opens if any(view.keys(k, n) in _ON_OCCASION for n in (1, 2))), stop)
    if not any(words("occasion").at(view, n) is not None for n in range(k + 1, min(k + 4, stop))):
        return []
    return _places(clauses, k + 1, next((n for n in range(k + 1, stop) if view.key(n) in _ASIDE), stop))


def _opens(clauses: Clauses, start: int, k: int) -> bool:
    """Whether `tại` at token k opens the sentence, alone, behind a sign or a time, or with the verb that it belongs to."""
    if k == start or clauses.view.tokens[k - 1].kind == "sign" or clauses.skip_time(k - 1) > k - 1:
        return True
    if clauses.view.key(start) in _SPOKEN_OF:
        return False  # `Về cuộc chiến |ở| Ukraine, A nói`
    return k - start <= _FRONTED and all(clauses.actor_at(i) is None and clauses.view.tokens[i].kind == "word" for i in range(start, k))


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


def _goal_before(clauses: Clauses, draft: EventDraft, drafts: Sequence[EventDraft]) -> Key | None:
    """`A tới |Moskva| và gặp B`, `Trong chuyến thăm |Lào|, A gặp B`: where the journey told before it in the sentence went."""
    if draft.type not in ("Meeting", "Signing", "Attendance", "Speech", "Statement"):
        return None
    keys = [p.key for p in draft.parts]
    for other in reversed(drafts):
        before = other.type == "Visit" and other.sentence == draft.sentence and other.trigger[0] < draft.trigger[0]
        before = before and (draft.type != "Statement" or "noun" in other.rule)
        before = before and not any(clauses.view.key(k) == ";" for k in range(other.trigger[0], draft.trigger[0]))
        if before and other.modality == draft.modality and any(p.role == "agent" and any(p.key == k for k in keys) for p in other.parts):
            goals = [p.key for p in other.parts if p.role == "destination"]
            country = goals[0] if len(goals) == 1 and isinstance(goals[0], tuple) and "noun" in other.rule else None
            return other.place or country
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
        with_another = any(sentence.view.key(k) == "với" for k in range(min(10, len(sentence.view))))  # `Phát biểu tại cuộc gặp |với A|`
        out.append(current if opening and not with_another else None)
        if sentence.view.sentence.block == "caption":
            continue
        goals = [p.key for d in visits.get(sentence.view.index, ()) for p in d.parts if p.role == "destination" and not isinstance(p.key, tuple)]
        places = goals[-1:] or [k for k in _places(sentence, 0, len(sentence.view)) if not isinstance(k, tuple)][:1]
        if places:
            current, age = places[0], 0
        else:
            age += 1
            current = current if age < _MEMORY or opening else None
    return out


def place_of_speaker(clauses: Sequence[Clauses], draft: EventDraft) -> Key | None:
    """`|Tại Paris|, ông A trấn an đồng minh. Ông A cho biết …`: the place that opens the sentence before, which is about the same person."""
    if draft.sentence == 0 or draft.type not in ("Statement", "Speech"):
        return None
    before = clauses[draft.sentence - 1]
    if not any(k == p.key for a in before.actors for k in a.keys for p in draft.parts if p.role == "speaker"):
        return None
    places = [k for k in _places(before, 0, len(before.view), opening=True) if not isinstance(k, tuple)]
    return places[0] if places else None


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
