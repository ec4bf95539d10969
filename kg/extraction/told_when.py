"""The time that a sentence speaks of, for offices told in it: `Đầu năm 2019, ông A được Chủ tịch nước B thăng quân hàm` shows B in office then,
not on the day of the article.

Comes in: a record and the article's expressions of time. Goes out: the record, each evidence of a holding with the past time that opens its
sentence, or that a term right behind it names (`nhiệm kỳ 2016-2021`).
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Sequence

from msgspec import structs

from kg.language.dates import TimeExpression
from kg.model import Extraction, Holding, Sentence, Span

__all__ = ["told_when"]

_OPENING = 14  # characters before a time that opens its sentence: `Trước đó, vào`
_BEHIND = 40  # characters from the office to the term behind it
_RECENT = datetime.timedelta(days=60)  # within these the article still speaks of now
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


def told_when(record: Extraction, times: Sequence[TimeExpression]) -> Extraction:
    """The record with `Holding.dates` where a sentence speaks of the past; unchanged for an article without a day of publication."""
    published = _last_day((record.article.published or "")[:10])
    if published is None:
        return record
    past = [t for t in times if t.edtf is not None and (end := _last_day(t.edtf)) is not None and end < published - _RECENT]
    if not past:
        return record
    holdings = tuple(_dated(one, record.sentences, past) for one in record.holdings)
    return structs.replace(record, holdings=holdings)


def _dated(holding: Holding, sentences: Sequence[Sentence], past: Sequence[TimeExpression]) -> Holding:
    dates = tuple(_when(span, sentences, past) for span in holding.evidence)
    return structs.replace(holding, dates=dates) if any(dates) else holding


def _when(span: Span, sentences: Sequence[Sentence], past: Sequence[TimeExpression]) -> str | None:
    place = bisect.bisect_right(sentences, span[0], key=lambda sentence: sentence.start) - 1
    if place < 0 or span[0] >= sentences[place].end:
        return None
    sentence = sentences[place]
    opening = (t for t in past if sentence.start <= t.start <= sentence.start + _OPENING and t.end <= span[0])
    behind = (t for t in past if t.granularity == "term" and span[1] <= t.start <= min(span[1] + _BEHIND, sentence.end))
    time = next(opening, None) or next(behind, None)
    return time.edtf if time is not None else None


def _last_day(edtf: str) -> datetime.date | None:
    """The last day of a date, month, year or interval; None for what has no end or is not known to the year."""
    match = _DATE.match(edtf.rpartition("/")[2])
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    try:
        if day is not None:
            return datetime.date(year, month, int(day))
        return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    except ValueError:
        return None
