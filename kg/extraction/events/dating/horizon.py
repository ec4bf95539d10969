"""The last day that does not lie ahead of an article: that of publication, or the day behind it where the text tells that day as gone by.

Outlets stamp the evening's or another clock's day on what is told of the next: `Sáng 3/12, A đã thăm B` in a paper of 2/12 tells what happened,
`Ngày mai (3/12)` and `sẽ … ngày 3/12` what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.extraction.events.dating.timing import TimeIndex
from kg.extraction.events.tables import modality_cues
from kg.extraction.sentence.view import SentenceView

__all__ = ["last_day"]

_DONE = frozenset({"đã", "vừa"})
_HOUR = r"(?:\s*[,|-])?\s*(?:lúc\s*)?\d{1,2}[:h]\d{2}"
_REACH = 6  # tokens that an opening may have before its time: a dateline, `Theo TTXVN,`


def last_day(views: Sequence[SentenceView], times: TimeIndex, text: str) -> str | None:
    """The day (ISO) up to which what the article tells may have happened; None where its day of publication is unknown."""
    published = times.published[:10] if times.published is not None else ""
    if len(published) != 10:
        return None
    next_day = (date.fromisoformat(published) + timedelta(days=1)).isoformat()
    told = [_told(view, at, time.text) for view in views for at, _, time in times.expressions[view.index] if time.edtf == next_day]
    if not told:
        return published
    gone = "done" in told or _stamped(text, next_day) or ("ahead" not in told and "opens" in told)
    return next_day if gone else published


def _told(view: SentenceView, at: int, expression: str) -> str:
    """How a sentence tells the day named at token `at`: done, ahead, or only as what opens it."""
    keys = {view.key(k) for k in range(len(view))}
    cues = (modality_cues().at(view, k) for k in range(len(view)))
    if "mai" in expression.casefold().split() or any(found is not None and any(cue.modality == "planned" for cue in found[0]) for found in cues):
        return "ahead"
    if keys & _DONE or view.key(at - 1) == "hôm" or expression.casefold().startswith("hôm "):
        return "done"
    return "opens" if at <= _REACH else ""


def _stamped(text: str, day: str) -> bool:
    """`03/12/2024 09:20`, `Cập nhật: 03-12-2024`: the page's own stamp."""
    year, month, number = day.split("-")
    written = rf"0?{int(number)}[/.-]0?{int(month)}[/.-]{year}"
    return re.search(rf"(?i:cập nhật)[^\n\d]{{0,12}}{written}|{written}{_HOUR}", text) is not None
