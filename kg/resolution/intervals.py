"""Half-open intervals of days by the days that lie in them: a balanced tree laid out in one sorted list, built once, asked often.

Each place of the list is the root of the part around it and knows the latest end in that part, so that a part which ends before
the day is passed over whole: finding k of n intervals looks at some k·log n of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["Intervals"]

Value = TypeVar("Value")


class Intervals(Generic[Value]):
    """Values, each with the days [begin, end) for which it holds; what ends before it begins holds on no day."""

    def __init__(self, intervals: Iterable[tuple[datetime.date, datetime.date, Value]]) -> None:
        self._sorted = sorted(intervals, key=lambda interval: interval[:2])
        self._latest = [end for _, end, _ in self._sorted]
        self._settle(0, len(self._sorted))

    def _settle(self, low: int, high: int) -> datetime.date:
        """Write the latest end of each part of [low, high) at its root; gives that of the whole."""
        if low >= high:
            return datetime.date.min
        root = (low + high) // 2
        self._latest[root] = max(self._sorted[root][1], self._settle(low, root), self._settle(root + 1, high))
        return self._latest[root]

    def on(self, day: datetime.date) -> Iterator[Value]:
        """The values that hold on `day`, by begin and end."""
        yield from self._within(day, 0, len(self._sorted))

    def _within(self, day: datetime.date, low: int, high: int) -> Iterator[Value]:
        root = (low + high) // 2
        if low >= high or self._latest[root] <= day:
            return
        yield from self._within(day, low, root)
        begin, end, value = self._sorted[root]
        if begin <= day:
            if day < end:
                yield value
            yield from self._within(day, root + 1, high)
