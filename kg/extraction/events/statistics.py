"""Figures said of two countries: trade between them, one's investment in the other, students and tourists, with period, change and rank.

`Thương mại song phương đạt hơn 123 tỷ USD năm 2022, tăng 11% so với năm 2021`: a measure, an amount, and what stands around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extraction.events.actors import Key
from kg.extraction.events.amounts import Amount, change_behind, read_amounts
from kg.extraction.events.clauses import Clauses
from kg.extraction.events.tables import Measure, measures, words
from kg.language.dates import TimeExpression
from kg.model import Statistic

__all__ = ["Figure", "read_figures", "statistic_records"]

Times = Sequence[tuple[int, int, TimeExpression]]
_SOURCES = frozenset({"của", "từ"})
_TARGETS = frozenset({"tại", "ở", "vào", "sang", "đến", "tới"})


class Figure(NamedTuple):
    """One figure of a sentence: `pair` for a measure between two countries, else from `source` to `target`."""

    sentence: int
    measure: str
    amount: Amount
    pair: tuple[Key, ...]
    source: Key | None
    target: Key | None
    period: str | None
    change: float | None
    rank: int | None
    stop: int


def read_figures(clauses: Sequence[Clauses], times: Sequence[Times]) -> list[Figure]:
    """The figures of an article in order; a rank told in the sentence behind joins the figures it speaks of."""
    figures: list[Figure] = []
    for sentence in clauses:
        read = _of_sentence(sentence, times[sentence.view.index])
        if not read:
            _add_rank(sentence, figures)
        figures += read
    return figures


def _of_sentence(clauses: Clauses, times: Times) -> list[Figure]:
    view = clauses.view
    amounts = read_amounts(clauses)
    heads = _heads(clauses)
    figures: list[Figure] = []
    measure: Measure | None = None
    for n, amount in enumerate(amounts):
        following = amounts[n + 1].start if n + 1 < len(amounts) else len(view)
        told = [h for h in heads if h[1] <= amount.start] if amount.unit is not None else [h for h in heads if h[0] == amount.stop]
        row = told[-1][2] if told else measure if amount.unit is not None else None
        if row is None or (row.kind == "count") != (amount.unit is None):
            continue
        measure = row if amount.unit is not None else measure
        pair, source, target = _countries(clauses, row, told[-1][1] if told else amount.start, amount)
        if not pair and (source is None or target is None):
            continue
        previous = amounts[n - 1].stop if n else 0
        figures.append(
            Figure(
                view.index,
                row.measure,
                amount,
                pair,
                source,
                target,
                _period(clauses, times, previous, amount, following),
                change_behind(clauses, amount.stop, following),
                _rank(clauses, 0, len(view)) if row.kind != "count" else None,
                following,
            )
        )
    return figures


def _heads(clauses: Clauses) -> list[tuple[int, int, Measure]]:
    heads: list[tuple[int, int, Measure]] = []
    for k in measures().beginnings(clauses.view):
        found = measures().at(clauses.view, k)
        if found is not None and (not heads or k >= heads[-1][1]):
            heads.append((k, found[1], found[0][0]))
    return heads


def _countries(clauses: Clauses, row: Measure, i: int, amount: Amount) -> tuple[tuple[Key, ...], Key | None, Key | None]:
    """The pair of a measure between two countries, or source and target of a flow."""
    named = [(a.start, a.keys[0]) for a in clauses.actors if a.kind == "country" and len(a.keys) == 1]
    meant = clauses.countries_meant
    if row.kind == "between":
        return (tuple(meant) if len(meant) == 2 else ()), None, None
    source = next((key for start, key in named if clauses.view.key(start - 1) in _SOURCES), None)
    target = next((key for start, key in named if clauses.view.key(start - 1) in _TARGETS), None)
    if source is None:
        source = next((key for start, key in named if key != target and (start < amount.start or row.kind == "count")), None)
    if source is None and row.kind == "count":
        source = _by_short_name(clauses, amount.stop)
    if target is None and source is not None:
        target = next((key for key in meant if key != source), None)
    if source is None and target is not None:
        source = next((key for key in meant if key != target), None)
    return (), source, target


def _by_short_name(clauses: Clauses, i: int) -> Key | None:
    """`30.000 sinh viên |Việt|`: a people's short name behind the noun."""
    for k in range(i, min(i + 2, len(clauses.view))):
        hit = clauses.view.hit(k, "short", "country")
        if hit is not None and clauses.view.upper(k):
            return ("country", getattr(hit.row, "iso", ""))
    return None


def _period(clauses: Clauses, times: Times, previous: int, amount: Amount, following: int) -> str | None:
    """The time that stands with the amount: right before it behind the last figure, or right behind it before a change is told."""
    before = [t for a, b, t in times if previous <= a and b <= amount.start]
    behind = [t for a, b, t in times if amount.stop <= a <= amount.stop + 2 and b <= following and clauses.view.key(amount.stop) != ";"]
    time = behind[0] if behind else before[-1] if before else None
    if time is None:
        return None
    return time.edtf if time.granularity == "year" and time.edtf is not None else time.text


def _rank(clauses: Clauses, start: int, stop: int) -> int | None:
    for k in words("rank").beginnings(clauses.view):
        found = words("rank").at(clauses.view, k) if start <= k < stop else None
        if found is not None and clauses.view.key(found[1]).isdigit():
            return int(clauses.view.key(found[1]))
    return None


def _add_rank(clauses: Clauses, figures: list[Figure]) -> None:
    """`B đứng thứ 7 trong số các nước nhận đầu tư của A`: the rank of the flow from A to B told right before."""
    rank = _rank(clauses, 0, len(clauses.view))
    named = [a.keys[0] for a in clauses.actors if a.kind == "country" and len(a.keys) == 1]
    if rank is None or not named or not figures:
        return
    for n, figure in enumerate(figures):
        near = clauses.view.index - figure.sentence == 1
        if near and figure.rank is None and figure.amount.unit is not None and set(named[:2]) <= {figure.source, figure.target}:
            figures[n] = figure._replace(rank=rank)


def statistic_records(figures: Sequence[Figure], clauses: Sequence[Clauses], ids: Mapping[object, str]) -> tuple[Statistic, ...]:
    """Records of the figures whose countries the article names."""
    records: list[Statistic] = []
    for figure in figures:
        pair = tuple(sorted(ids[k] for k in figure.pair if k in ids))
        source, target = (ids.get(k) if k is not None else None for k in (figure.source, figure.target))
        if len(pair) != 2 and (source is None or target is None):
            continue
        start, stop = clauses[figure.sentence].view.span(figure.amount.start, figure.amount.stop)
        record = Statistic(
            figure.measure,
            figure.amount.value,
            figure.amount.unit or figure.measure,
            ((start, stop),),
            pair,
            source,
            target,
            figure.period,
            figure.change,
            figure.rank,
            "statistic: between" if pair else "statistic: flow",
        )
        if not any(_same(record, other) for other in records):
            records.append(record)
    return tuple(records)


def _same(a: Statistic, b: Statistic) -> bool:
    first, second = ((s.measure, s.value, s.unit, s.between, s.source, s.target, s.period) for s in (a, b))
    return first == second
