"""What a sentence takes over from the one before it: the day of the meeting it goes on telling of (`Tại hội nghị, …`, `Theo đó, …`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extraction.events.dating.periods import near
from kg.extraction.events.dating.timing import ANNIVERSARY, TimeIndex, in_speech, of_birth
from kg.extraction.events.syntax.actors import Key
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import modality_cues, words
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["day_of_occasion", "inherited_times", "main_pair"]

_DAYS = frozenset({"day", "time"})
_OPENING = 5
_POLLS = frozenset({"bầu cử", "tuyển cử"})
_POLL = 6  # tokens from the poll to its day
_FAR = 60  # days
_MEMORY = 3  # sentences that neither name a day nor go on with the last one, before it is forgotten


def inherited_times(views: Sequence[SentenceView], times: TimeIndex) -> list[TimeExpression | None]:
    """For each sentence the day told last before it, where it opens as a continuation and names no day itself; None elsewhere."""
    out: list[TimeExpression | None] = []
    current: TimeExpression | None = None
    age = 0
    for view in views:
        days = (t for k, _, t in times.expressions[view.index] if t.granularity in _DAYS and t.rule != ANNIVERSARY and not _of_other(view, k))
        told = (t for t in days if t.edtf is not None and len(t.edtf) > 9)
        own = next((t for t in told if not in_speech(t)), None)
        continues = words("continuing").at(view, 0) is not None and words("looks_back").at(view, 0) is None
        out.append(current if own is None and continues else None)
        if view.sentence.block == "caption":
            continue
        if own is not None:
            current, age = own, 0
        elif not continues:
            age += 1
            current = current if age < _MEMORY else None
    return out


def day_of_occasion(views: Sequence[SentenceView], times: TimeIndex) -> TimeExpression | None:
    """The day on which what the article reports took place: the first day told in its headline, lead and first sentences.

    A day that is planned, and one with a year that lies far from the days that publication dates, are of something else.
    """
    of_report = [t for sentence in times.expressions for _, _, t in sentence if t.method == "publication" and len(t.edtf or "") >= 10]
    told = [view for view in views if view.sentence.block != "caption"][:_OPENING]
    for view in told:
        for start, _, time in times.expressions[view.index]:
            if time.edtf is None or time.granularity not in _DAYS or in_speech(time) or _planned(view, start) or _in_force(view, start, time):
                continue
            if _remembered(view, start) or time.rule == ANNIVERSARY or _of_other(view, start):
                continue
            if time.method == "stated" and times.published and not near(time.edtf.partition("/")[0], times.published, _FAR):
                continue
            if time.method == "stated" and of_report and not any(near(time.edtf, str(t.edtf).partition("/")[0], _FAR) for t in of_report):
                continue
            return time
    return None


def _of_other(view: SentenceView, start: int) -> bool:
    """`sinh |ngày 7/11/1970|`, `kết quả cuộc bầu cử |hôm 28/7|`: a day that only says who is meant, or which poll."""
    near_by = range(max(start - _POLL, 0), start - 1)
    polls = (k for k in near_by if view.keys(k, 2) in _POLLS and not any(view.tokens[j].kind == "sign" for j in range(k, start)))
    return of_birth(view, start) or next(polls, None) is not None


def _in_force(view: SentenceView, start: int, time: TimeExpression) -> bool:
    """`luật có hiệu lực từ |ngày 1/7|`; what is so `từ hôm nay` became so today."""
    return view.key(start - 1) == "từ" and "nay" not in time.text


def _remembered(view: SentenceView, start: int) -> bool:
    """`kỷ niệm 100 năm Ngày Báo chí (|21/6/1925| - 21/6/2025)`: what is celebrated is not what the article reports."""
    before = [view.key(k) for k in range(max(start - 14, 0), start)]
    return "niệm" in before and "(" in before[before.index("niệm") :]


def _planned(view: SentenceView, start: int) -> bool:
    """`A |sẽ| thăm B |ngày 10/9|`."""
    k = start
    while k > 0 and view.key(k - 1) not in {",", ";", ":"}:
        k -= 1
        found = modality_cues().at(view, k)
        if found is not None and found[1] <= start and any(cue.modality == "planned" and cue.reach == "before" for cue in found[0]):
            return True
    return False


def main_pair(clauses: Sequence[Clauses]) -> tuple[Key, ...]:
    """The two countries an article is about: those meant most often, where the third stands far behind; none elsewhere."""
    counted = Counter(key for sentence in clauses for key in sentence.countries_meant)
    ranked = counted.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 3 > ranked[1][1]):
        return ()
    return tuple(key for key, _ in ranked[:2])
