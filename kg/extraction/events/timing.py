"""Which expression of time dates which event of a sentence: the one in its clause, else the one that opens the sentence.

An expression belongs to the nearest trigger before it in its clause; one before the first trigger belongs to all that have none of their own.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from kg.extraction.events.tables import words
from kg.extraction.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["TimeIndex", "only_time", "time_of"]

_BORN = frozenset({"sinh", "sn"})
_COARSE = {"month": 1, "part_of_month": 1, "quarter": 2, "half_year": 3, "part_of_year": 3, "year": 4}
_NOT_DATES = frozenset({"term", "decade", "century", "months", "interval_open"})


class TimeIndex:
    """The time expressions of an article by sentence, in tokens."""

    def __init__(self, views: Sequence[SentenceView], times: Sequence[TimeExpression]) -> None:
        self.expressions: list[list[tuple[int, int, TimeExpression]]] = [[] for _ in views]
        begins = [view.sentence.start for view in views]
        for time in times:
            at = bisect.bisect_right(begins, time.start) - 1
            if at < 0 or time.start >= views[at].sentence.end:
                continue
            view = views[at]
            start = next((k for k, t in enumerate(view.tokens) if t.end > time.start), None)
            stop = next((k for k, t in enumerate(view.tokens) if t.start >= time.end), len(view))
            if start is not None and stop > start:
                self.expressions[view.index].append((start, stop, time))

    def spans(self) -> list[list[tuple[int, int]]]:
        """Token spans by sentence."""
        return [[(start, stop) for start, stop, _ in sentence] for sentence in self.expressions]


def time_of(
    view: SentenceView,
    expressions: Sequence[tuple[int, int, TimeExpression]],
    trigger: tuple[int, int],
    others: Sequence[tuple[int, int]],
    sayings: frozenset[int] = frozenset(),
) -> TimeExpression | None:
    """The expression that dates the event at `trigger`; `others` are the triggers of the sentence's other events.

    `sayings` are where verbs of saying begin: `Ngày 3/9, người phát ngôn cho biết A |đã gặp| B` dates what was said, not what it tells of.
    """
    starts = sorted({start for start, _ in others} | {trigger[0]})
    usable = [
        (a, b, t)
        for a, b, t in expressions
        if t.edtf is not None and t.granularity not in _NOT_DATES and not _years(t.edtf) and view.key(a - 1) not in _BORN and not _of_funeral(view, a)
    ]
    own: list[tuple[int, TimeExpression]] = []
    opening: list[TimeExpression] = []
    for a, b, time in usable:
        owner = next((s for s in reversed(starts) if s <= a), None)
        if owner is not None and any(view.key(k) == ";" for k in range(owner, a)):
            continue
        following = next((s for s in starts if s >= b), None)
        if following is not None and _leads_to(view, b, following):
            owner = following
        if owner == trigger[0]:
            own.append((min(abs(a - trigger[1]), abs(trigger[0] - b)), time))
        elif owner is None:
            opening.append(time)
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    if _told_after(view, trigger[0], starts) or (starts[0] in sayings and trigger[0] not in sayings and starts[0] < trigger[0]):
        return None
    return min(opening, key=lambda t: _COARSE.get(t.granularity, 0)) if opening else None


def only_time(view: SentenceView, expressions: Sequence[tuple[int, int, TimeExpression]]) -> TimeExpression | None:
    """The one expression that dates something in the sentence: `hôm nay ra Tuyên bố chung |lập| quan hệ …`; None where there are more or none."""
    dating = [t for a, _, t in expressions if t.edtf is not None and t.granularity not in _NOT_DATES and not _years(t.edtf)]
    return dating[0] if len(dating) == 1 else None


def _of_funeral(view: SentenceView, start: int) -> bool:
    """`… từ trần, quốc tang hai ngày |25 và 26-7|`: the days of mourning are not the day of death."""
    return any(view.key(k) == "tang" for k in range(max(start - 5, 0), start))


def _leads_to(view: SentenceView, stop: int, trigger: int) -> bool:
    """`A ngày 2/9 |đã gửi|`, `…, chiều 3/8 |thăm|`: nothing but auxiliaries between the expression and the verb."""
    return trigger - stop <= 3 and all(words("leads_to").at(view, k) is not None for k in range(stop, trigger))


def _told_after(view: SentenceView, trigger: int, starts: Sequence[int]) -> bool:
    """`…, sau đó được |bầu|`: what came later is not dated by what opens the sentence."""
    before = max((s for s in starts if s < trigger), default=None)
    if before is None:
        return False
    between = " ".join(view.key(k) for k in range(before, trigger))
    return "sau đó" in between or "tiếp đó" in between


def _years(edtf: str) -> bool:
    """`giai đoạn 2021-2030`: a span of years is a plan's or a term's, and dates no event."""
    first, _, last = edtf.partition("/")
    return len(first) == 4 and len(last) == 4
