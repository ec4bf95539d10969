"""The time that a sentence speaks of, for offices told in it: `Đầu năm 2019, ông A được Chủ tịch nước B thăng quân hàm` shows B in office then,
not on the day of the article.

Comes in: a record and the article's expressions of time. Goes out: the record, each evidence of a holding with the past time that opens its
sentence, that a term right behind it names (`nhiệm kỳ 2016-2021`), or that stands right beside it (`Năm 1972, khi Tổng thống A thăm …`, `lễ nhậm
chức của Tổng thống B vào năm 1909`). `Dưới thời Thủ tướng C` is some time before the article.
"""

from __future__ import annotations

import bisect
import datetime
import functools
import itertools
import re
from collections.abc import Sequence

from msgspec import structs

from kg.extraction.sentence.context_words import longest_first, words
from kg.language import token_keys
from kg.language.dates import TimeExpression
from kg.model import Extraction, Holding, Span

__all__ = ["told_when"]

_OPENING = 14  # characters before a time that opens its sentence: `Trước đó, vào`
_BEHIND = 40  # characters from the office to the term behind it
_BESIDE = re.compile(r"\s+(?:(?:vào|hồi|trong)\s+)?")
"""What may stand between the holder of an office and the time that the words speak of."""
_LEADING = re.compile(r"\s*,?\s*(?:khi|lúc)\s+")
"""What leads from a time to the holder of an office who acted then."""
_CLOSES = re.compile(r"[^\w\s]|\n|\btừng\b")
_ELECTION = re.compile(r"\b(?:tranh cử|bầu cử|vận động|cuộc đua)\b")
_WORDS_BEFORE = 60  # characters before an office in which the words for its time stand
_RECENT = datetime.timedelta(days=60)  # within these the article still speaks of now
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


def told_when(record: Extraction, times: Sequence[TimeExpression]) -> Extraction:
    """The record with `Holding.dates` where a sentence speaks of the past; unchanged for an article without a day of publication."""
    published = _last_day((record.article.published or "")[:10])
    if published is None:
        return record
    past = [t for t in times if t.edtf is not None and (end := _last_day(t.edtf)) is not None and end < published - _RECENT]
    holdings = tuple(_dated(one, record, past, f"/{published}") for one in record.holdings)
    return structs.replace(record, holdings=holdings) if holdings != record.holdings else record


def _dated(holding: Holding, record: Extraction, past: Sequence[TimeExpression], earlier: str) -> Holding:
    dates = tuple(_when(span, record, past) or (earlier if _of_a_time_before(span, record.text) else None) for span in holding.evidence)
    stood = [_stood_in(span, record, past) for span in holding.evidence] if "candidate" in (holding.role_id or "") else []
    if stood and all(stood):  # `ứng viên tổng thống A trong chiến dịch tranh cử năm 1980`
        return structs.replace(holding, dates=tuple(stood), status="former")
    return structs.replace(holding, dates=dates) if any(dates) else holding


def _when(span: Span, record: Extraction, past: Sequence[TimeExpression]) -> str | None:
    sentences, text = record.sentences, record.text
    place = bisect.bisect_right(sentences, span[0], key=lambda sentence: sentence.start) - 1
    if place < 0 or span[0] >= sentences[place].end:
        return None
    sentence = sentences[place]
    near = [t for t in past if sentence.start <= t.start and t.end <= sentence.end]
    opening = (t for t in near if t.start <= sentence.start + _OPENING and t.end <= span[0])
    behind = (t for t in near if t.granularity == "term" and span[1] <= t.start <= span[1] + _BEHIND)
    beside = (t for t in near if _BESIDE.fullmatch(text, span[1], t.start) or _LEADING.fullmatch(text, t.end, span[0]))
    time = next(itertools.chain(opening, behind, beside), None)
    return time.edtf if time is not None else None


def _stood_in(span: Span, record: Extraction, past: Sequence[TimeExpression]) -> str | None:
    """The past time that the words behind a candidate give to the election, before any sign; None where they give none."""
    behind = min((t for t in past if t.start >= span[1]), key=lambda t: t.start, default=None)
    between = record.text[span[1] : behind.start] if behind is not None else "."
    if behind is None or _CLOSES.search(between) or not (_BESIDE.fullmatch(between) or _ELECTION.search(between)):
        return None
    return behind.edtf


def _of_a_time_before(span: Span, text: str) -> bool:
    """`dưới thời |Thủ tướng A|`, `thời hai |Tổng Bí thư B và C|`."""
    keys = token_keys(text[max(span[0] - _WORDS_BEFORE, 0) : span[0]])
    while keys and keys[-1] in words("plural"):
        keys = keys[:-1]
    return any(keys[-len(cue) :] == cue for cue in _cues())


@functools.cache
def _cues() -> tuple[tuple[str, ...], ...]:
    return tuple(map(token_keys, longest_first("in_the_time_of")))


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
