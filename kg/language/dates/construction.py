"""A construction of the grammar: the words it begins with, its pattern and the reader that turns a match into readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.language.dates.references import Reading, Tense
from kg.language.dates.words import alternatives, any_of, time_words

__all__ = ["COUNT_BEFORE", "Construction", "ends_with", "every_year_after", "part_of_day", "tense_after", "tense_before"]

_FUTURE = alternatives(time_words("future_after"))
_PAST = alternatives(time_words("past_after"))
# `tới` and `qua` are verbs too (`ngày 5/7 tới thăm Mỹ`, `qua đời`): as a suffix something other than their object follows.
_SUFFIX = re.compile(
    rf"\s+(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|này(?!\w))"
    r"(?=\s*(?:[,.;:)\]”\"!?–-]|$)|\s+(?:tại|ở|của|do|sẽ|đã|và|để|giữa|với|cho|theo|nhằm|khi|trên|trong|là|có|được|bởi|về)(?!\w))"
)


_PAST_BEFORE = re.compile(r"(?<!\w)hồi\s+\Z")
_EVERY_YEAR = re.compile(r",?\s+(?:hàng|hằng|mỗi)\s+năm(?!\w)")


# After a number or a quantifier a unit is a length of time: 10 năm nay, những tháng tới, hai tuần qua.
COUNT_BEFORE = re.compile(rf"(?<!\w)(?:\d+|{any_of('number')}|{any_of('quantifier')})\s+\Z")


class Construction(NamedTuple):
    """One way of writing a time. `begins` are the first syllables (`#` for figures) at which `pattern` is tried.

    `read` takes the match over folded text and the text itself, and gives the readings, none where the match is
    no date after all. `example` is a text that the construction reads.
    """

    rule: str
    begins: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], str], Sequence[Reading]]
    example: str


def tense_after(folded: str, end: int, stop: int) -> tuple[int, Tense | None]:
    """The new end and the tense where a word such as `vừa qua`, `tới`, `này` closes the expression that ends at `end`."""
    suffix = _SUFFIX.match(folded, end, stop)
    if suffix is None:
        return end, None
    return suffix.end(), "future" if suffix["future"] else "past" if suffix["past"] else None


def tense_before(folded: str, start: int) -> Tense | None:
    """`hồi` before an expression puts it into the past."""
    return "past" if ends_with(folded, start, _PAST_BEFORE) else None


def every_year_after(folded: str, end: int, stop: int) -> int | None:
    """The new end where `hàng năm` follows the expression, which then names a day of every year; None where it does not."""
    found = _EVERY_YEAR.match(folded, end, stop)
    return found.end() if found else None


def part_of_day(words: str | None) -> str | None:
    """`rạng sáng` → sáng, `khuya` → đêm; None for None."""
    return None if words is None else time_words("part_of_day")[" ".join(words.split())]


def ends_with(folded: str, position: int, words: re.Pattern[str]) -> bool:
    """Whether one of the words stands right before `position`; the pattern ends in `\\Z` and is tried on 40 characters."""
    return words.search(folded, max(0, position - 40), position) is not None
