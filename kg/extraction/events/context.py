"""What a sentence takes over from the one before it: the day of the meeting it goes on telling of (`Tại hội nghị, …`, `Theo đó, …`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extraction.events.actors import Key
from kg.extraction.events.clauses import Clauses
from kg.extraction.events.tables import words
from kg.extraction.events.timing import TimeIndex
from kg.extraction.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["day_of_occasion", "inherited_times", "main_pair"]

_DAYS = frozenset({"day", "time"})
_OPENING = 5
_MEMORY = 3  # sentences that neither name a day nor go on with the last one, before it is forgotten


def inherited_times(views: Sequence[SentenceView], times: TimeIndex) -> list[TimeExpression | None]:
    """For each sentence the day told last before it, where it opens as a continuation and names no day itself; None elsewhere."""
    out: list[TimeExpression | None] = []
    current: TimeExpression | None = None
    age = 0
    for view in views:
        own = next((t for _, _, t in times.expressions[view.index] if t.edtf is not None and t.granularity in _DAYS and len(t.edtf) > 9), None)
        continues = words("continuing").at(view, 0) is not None
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
    """The day on which what the article reports took place: the first day told in its headline, lead and first sentences."""
    told = [view for view in views if view.sentence.block != "caption"][:_OPENING]
    for view in told:
        for _, _, time in times.expressions[view.index]:
            if time.edtf is not None and time.granularity in ("day", "time"):
                return time
    return None


def main_pair(clauses: Sequence[Clauses]) -> tuple[Key, ...]:
    """The two countries an article is about: those meant most often, where the third stands far behind; none elsewhere."""
    counted = Counter(key for sentence in clauses for key in sentence.countries_meant)
    ranked = counted.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 3 > ranked[1][1]):
        return ()
    return tuple(key for key, _ in ranked[:2])
