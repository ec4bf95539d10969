"""Figures said of two countries: trade between them, one's investment in the other, students and tourists, with period, change and rank.

`Thương mại song phương đạt hơn 123 tỷ USD năm 2022, tăng 11% so với năm 2021`: a measure, an amount, and what stands around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extraction.events.dating.context import main_pair
from kg.extraction.events.relations.amounts import Amount, change_behind, read_amounts
from kg.extraction.events.syntax.actors import Key
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import Measure, measures, words
from kg.language.dates import TimeExpression
from kg.model import Statistic

__all__ = ["Figure", "read_figures", "statistic_records"]

Times = Sequence[tuple[int, int, TimeExpression]]
_OF, _FROM = frozenset({"của"}), frozenset({"từ"})
_SOURCES = _OF | _FROM
_TARGETS = frozenset({"tại", "ở", "vào", "sang", "đến", "tới", "cho"})
_IN = frozenset({"vào", "trong", "hồi", "của", "("})
_CLOSE = 3  # tokens between a time and the amount behind it: `đạt hơn`, `đạt mức gần`
_COUNTED = frozenset({"count", "people"})
_INVESTED = frozenset({"đầu", "fdi", "vốn"})
_ORDINALS = {"nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


class Figure(NamedTuple):
    """One figure of a sentence: `pair` for a measure between two countries, else from `source` to `target`."""

    sentence: int
    measure: str
    amount: Amount
    unit: str
    pair: tuple[Key, ...]
    source: Key | None
    target: Key | None
    period: str | None
    change: float | None
    rank: int | None
    stop: int
    reached: bool = True


def read_figures(clauses: Sequence[Clauses], times: Sequence[Times]) -> list[Figure]:
    """The figures of an article in order; a rank told in the sentence behind joins the figures it speaks of."""
    figures: list[Figure] = []
    main = main_pair(clauses)
    for sentence in clauses:
        read = _of_sentence(sentence, times[sentence.view.index], main)
        if not read:
            _add_rank(sentence, figures)
        figures += read
    return figures


def _of_sentence(clauses: Clauses, times: Times, main: tuple[Key, ...]) -> list[Figure]:
    view = clauses.view
    amounts = read_amounts(clauses)
    heads = _heads(clauses) if amounts else []
    figures: list[Figure] = []
    measure: Measure | None = None
    for n, amount in enumerate(amounts):
        following = amounts[n + 1].start if n + 1 < len(amounts) else len(view)
        told = [h for h in heads if h[1] <= amount.start] if amount.unit is not None else [h for h in heads if h[0] == amount.stop]
        row = told[-1][2] if told else measure if amount.unit is not None else None
        counted = row is not None and row.kind in _COUNTED
        if row is None or row.kind == "balance" or counted != (amount.unit is None):
            continue
        measure = row if amount.unit is not None else measure
        previous = amounts[n - 1].stop if n else 0
        reached = _reached(clauses, previous, amount.start)
        if (not counted and " " not in str(amount.unit)) or reached is None:
            continue
        if counted:
            source, target = _counted(clauses, row, amount, told[-1][1])
            pair: tuple[Key, ...] = ()
        else:
            pair, source, target = _countries(clauses, row, amount, main)
        if not pair and (source is None or target is None or source == target):
            continue
        period = _in_turn(clauses, times, amounts, n) or _period(clauses, times, previous, amount, following)
        if not reached and period is None:
            continue
        if period is None and figures and _goes_on(clauses, previous, amount.start):
            period = figures[-1].period
        figures.append(
            Figure(
                view.index,
                row.measure,
                amount,
                row.unit or amount.unit or row.measure,
                pair,
                source,
                target,
                period,
                change_behind(clauses, amount.stop, following),
                _rank_of(clauses, amounts, n) if not counted else None,
                following,
                reached,
            )
        )
    return figures


def _reached(clauses: Clauses, start: int, stop: int) -> bool | None:
    """False for an aim (`|đưa| thương mại lên 150 tỉ USD vào năm 2030`), None for what is no figure of a period (`|bình quân|`, `|có thể| đạt`)."""
    told = [(found[0][0], k) for k in range(start, stop) if (found := words("not_reached").at(clauses.view, k)) is not None]
    open_aims = [value for value, k in told if clauses.view.key(k - 1) != "đã"]
    return None if "none" in open_aims else not open_aims


def _in_turn(clauses: Clauses, times: Times, amounts: Sequence[Amount], n: int) -> str | None:
    """`năm 2019 và 2020 |lần lượt| là 151 triệu USD và 183 triệu USD`: as many times as amounts, in the same order."""
    view = clauses.view
    turn = next((k for k in range(amounts[n].start) if view.keys(k, 2) == "lần lượt"), None)
    if turn is None:
        return None
    told = [time for _, b, time in times if b <= turn]
    behind = [amount for amount in amounts if amount.start > turn and amount.unit is not None]
    return _period_text(told[behind.index(amounts[n])]) if len(told) == len(behind) and amounts[n] in behind else None


def _goes_on(clauses: Clauses, start: int, stop: int) -> bool:
    """`… đạt 111 tỉ USD, |trong đó| xuất khẩu đạt 98 tỉ USD; |nhập khẩu| …`: a part of the figure before, of the same time."""
    between = [clauses.view.key(k) for k in range(start, stop)]
    return ("trong" in between and "đó" in between) or ("khẩu" in between and ";" in between)


def _heads(clauses: Clauses) -> list[tuple[int, int, Measure]]:
    heads: list[tuple[int, int, Measure]] = []
    for k in measures().beginnings(clauses.view):
        found = measures().at(clauses.view, k)
        if found is None or (heads and k < heads[-1][1]):
            continue
        if found[0][0].kind != "pair" or _names_pair(clauses, found[1]):
            heads.append((k, found[1], found[0][0]))
    return heads


def _names_pair(clauses: Clauses, i: int) -> bool:
    """`thương mại |Việt - Mỹ|`, `thương mại giữa |hai nước|`: two countries stand right behind the word."""
    at = i + (clauses.view.key(i) == "giữa")
    return (
        clauses.view.key(i) == "giữa"
        or any(a.kind == "country" and a.start == at for a in clauses.actors)
        or (_by_short_name(clauses, at) is not None and clauses.view.key(at + 1) in {"-", "–"})
    )


def _countries(clauses: Clauses, row: Measure, amount: Amount, main: tuple[Key, ...]) -> tuple[tuple[Key, ...], Key | None, Key | None]:
    """The pair of a measure between two countries, or source and target of a flow; `main` are the two that the article is about."""
    named = [(a.start, a.keys[0]) for a in clauses.actors if a.kind == "country" and len(a.keys) == 1]
    meant = clauses.countries_meant
    if row.kind in ("between", "pair"):
        return (tuple(meant) if len(meant) == 2 else ()), None, None
    ranked = {key for start, key in named if clauses.view.key(start - 1) == "sau"}  # `đứng thứ hai, sau |Singapore|`
    named = [(start, key) for start, key in named if key not in ranked]
    inflow = row.kind == "inflow"  # `kim ngạch nhập khẩu |của A| từ B` flows into A
    source = next((key for start, key in named if clauses.view.key(start - 1) in (_FROM if inflow else _SOURCES)), None)
    target = next((key for start, key in named if clauses.view.key(start - 1) in (_OF if inflow else _TARGETS)), None)
    if inflow and target is None:
        target = next((key for start, key in named if key != source and start < amount.start), None)
    elif source is None and not inflow:
        source = next((key for start, key in named if key != target and start < amount.start), None)
    others = [key for key in meant if key not in ranked] if len(meant) == 2 and not ranked & set(meant) else list(main)
    if target is None and source is not None and (source in others or not main):
        target = next((key for key in others if key != source), None)
    if source is None and target is not None:
        source = next((key for key in others if key != target), None)
    return (), source, target


def _counted(clauses: Clauses, row: Measure, amount: Amount, stop: int) -> tuple[Key | None, Key | None]:
    """From where those counted come and where they are: `30.000 sinh viên |Việt Nam| tại |Mỹ|`, `|Hàn Quốc| đón 400.000 lượt khách |Việt Nam|`."""
    view = clauses.view
    named = [(a.start, a.keys[0]) for a in clauses.actors if a.kind == "country" and len(a.keys) == 1]
    beside = next((key for start, key in named if stop <= start <= stop + 1 and view.key(start - 1) not in _TARGETS), None) or _by_short_name(
        clauses, stop
    )
    behind = next((key for start, key in named if start > stop and view.key(start - 1) in _TARGETS and key != beside), None)
    before = next((key for start, key in reversed(named) if start < amount.start and key != beside), None)
    receives = before is not None and any(words("receives").at(view, k) is not None for k in range(max(amount.start - 5, 0), amount.start))
    if row.kind == "people":
        return (beside, behind) if beside is not None and behind is not None else (None, None)
    if row.measure == "dự án":
        if not any(view.key(k) in _INVESTED for k in range(len(view))):
            return None, None
        into = behind or next((key for start, key in named if view.key(start - 1) in _TARGETS), None)
        source = beside or next((key for start, key in named if start < amount.start and key != into), None)
        return source, into or next((key for key in clauses.countries_meant if key != source), None)
    if beside is None and behind is not None:
        return before, behind  # `Việt Nam có 50.000 lao động làm việc tại Hàn Quốc`
    return beside, behind or (before if receives else None)


def _by_short_name(clauses: Clauses, i: int) -> Key | None:
    """`30.000 sinh viên |Việt|`: a people's short name behind the noun."""
    for k in range(i, min(i + 1 + (clauses.view.key(i) not in _TARGETS), len(clauses.view))):
        hit = clauses.view.hit(k, "short", "country")
        if hit is not None and clauses.view.upper(k):
            return ("country", getattr(hit.row, "iso", ""))
    return None


def _period(clauses: Clauses, times: Times, previous: int, amount: Amount, following: int) -> str | None:
    """The time that stands with the amount: right before it (`năm 2023 đạt …`), else right behind it, else behind the last figure."""
    # `450 triệu USD |(vào) năm 1995| lên 123 tỷ USD`: what stands right behind a figure is its own
    own = (previous > 0 and clauses.view.key(previous) != ";") + (previous > 0 and clauses.view.key(previous) in _IN)
    before = [(b, t) for a, b, t in times if previous + own <= a and b <= amount.start]
    if before and amount.start - before[-1][0] <= _CLOSE:
        return _period_text(before[-1][1])
    behind = [t for a, b, t in times if amount.stop <= a <= amount.stop + 2 and b <= following and clauses.view.key(amount.stop) not in {";", ","}]
    time = behind[0] if behind else before[-1][1] if before else None
    return None if time is None else _period_text(time)


def _period_text(time: TimeExpression) -> str:
    return time.edtf if time.granularity == "year" and time.edtf is not None else time.text


def _rank_of(clauses: Clauses, amounts: Sequence[Amount], n: int) -> int | None:
    """The rank told before the first amount, or behind this one: `từ 1 tỷ USD lên |4 tỷ USD (đứng thứ ba)|`."""
    stop = next((amount.start for amount in amounts[n + 1 :] if amount.unit is not None), len(clauses.view))
    return _rank(clauses, 0, amounts[0].start) or _rank(clauses, amounts[n].stop, stop)


def _rank(clauses: Clauses, start: int, stop: int) -> int | None:
    for k in words("rank").beginnings(clauses.view):
        found = words("rank").at(clauses.view, k) if start <= k < stop else None
        rank = clauses.view.key(found[1]) if found is not None else ""
        if rank.isdigit() or rank in _ORDINALS:
            return _ORDINALS.get(rank) or int(rank)
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
            figure.unit,
            ((start, stop),),
            pair,
            source,
            target,
            figure.period,
            figure.change,
            figure.rank,
            "statistic: " + ("aim" if not figure.reached else "between" if pair else "flow"),
        )
        if not any(_same(record, other) for other in records):
            records.append(record)
    return tuple(records)


def _same(a: Statistic, b: Statistic) -> bool:
    first, second = ((s.measure, s.value, s.unit, s.between, s.source, s.target, s.period) for s in (a, b))
    return first == second
