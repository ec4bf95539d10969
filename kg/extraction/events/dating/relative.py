"""Days counted from another event: `chuyến thăm A diễn ra 3 ngày sau khi ông tới B` dates the second journey from the first.

Works on joined events, since the first one's day is often told in another sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from kg.extraction.events.dating.timing import TimeIndex
from kg.extraction.events.merging import Merged
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.language.dates import TimeExpression
from kg.lexicon.loader import TABLES, read_table

__all__ = ["count_from_events", "counted_from"]

_DISTANCE = re.compile(r"(?P<count>\S+(?: mươi)?) (?P<unit>ngày|tuần) (?P<side>sau|trước)$")
_BESIDE = 2  # tokens from the distance to the event: `một ngày sau |lễ| nhậm chức`
_DAYS = {"ngày": 1, "tuần": 7}


class _Word(msgspec.Struct, frozen=True):
    word: str
    kind: str
    value: str
    source: str


def count_from_events(merged: Sequence[Merged], views: Sequence[SentenceView], times: TimeIndex) -> list[Merged]:
    """The events, with a date for those that a sentence counts from another event whose day is known."""
    out = list(merged)
    for view in views:
        for start, stop, time in times.expressions[view.index]:
            days = _distance(time)
            if days is None or view.key(stop) != "khi":
                continue
            anchor = _last_before(out, view.index, start)
            if anchor is None or anchor.date is None or len(anchor.date) != 10 or "X" in anchor.date:
                continue
            day = (date.fromisoformat(anchor.date) - timedelta(days=days)).isoformat()
            for k, event in enumerate(out):
                behind = any(t.sentence == view.index and t.trigger[0] >= stop for t in event.tellings)
                if behind and event.date is None:
                    out[k] = event._replace(date=day, date_method="context")
    return out


def counted_from(
    time: TimeExpression | None, expressions: Sequence[tuple[int, int, TimeExpression]], trigger: tuple[int, int]
) -> TimeExpression | None:
    """`sáng 21/1, một ngày sau |lễ nhậm chức|`: the day of the event that the sentence's day is counted from; months and years stay."""
    days = next((d for a, b, t in expressions if trigger[0] - _BESIDE <= b <= trigger[0] and (d := _distance(t)) is not None), None)
    if time is None or days is None or len(time.edtf or "") != 10 or "X" in str(time.edtf):
        return time
    day = date.fromisoformat(str(time.edtf)) - timedelta(days=days)
    return msgspec.structs.replace(time, edtf=day.isoformat(), method="context")


def _distance(time: TimeExpression) -> int | None:
    """Days from the second event to the first: `3 ngày sau khi` is 3, `hai tuần trước khi` is -14."""
    match = _DISTANCE.search(" ".join(fold(time.text).split()))
    if time.rule != "unit_from_event" or match is None:
        return None
    word = match["count"]
    count = int(word) if word.isdigit() else _numbers().get(word)
    if count is None:
        return None
    return count * _DAYS[match["unit"]] * (1 if match["side"] == "sau" else -1)


@functools.lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    rows = read_table(TABLES / "time_words.tsv", _Word)
    return {fold(row.word): int(row.value) for row in rows if row.kind == "number"}


def _last_before(merged: Sequence[Merged], sentence: int, token: int) -> Merged | None:
    told = [(t.trigger[0], k) for k, event in enumerate(merged) for t in event.tellings if t.sentence == sentence and t.trigger[0] < token]
    return merged[max(told)[1]] if told else None
