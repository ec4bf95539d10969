"""Figures said of two countries, from all articles: the same figure told by several is one observation, differing ones stand side by side.

What makes a figure itself: measure, countries, period, value and unit. Its period is dated where its words can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.language.dates import find_dates
from kg.model import KgStatistic, Statistic
from kg.resolution.claims import ClaimIds
from kg.resolution.identifiers import assign, slug_of
from kg.resolution.names import name_key
from kg.resolution.periods import period_of
from kg.resolution.witnesses import Reference, Witness

__all__ = ["statistics"]

_ONE_SPELLING = {"tỉ": "tỷ"}


class _Told(NamedTuple):
    """A figure of one article; `between` is sorted, `period` EDTF."""

    article: str
    number: int
    record: Statistic
    between: tuple[str, ...]
    source: str | None
    target: str | None
    period: str | None
    claims: tuple[str, ...]


def statistics(
    heard: Iterable[Witness], ids: Mapping[Reference, str], made: Mapping[str, ClaimIds], names: Mapping[str, str]
) -> tuple[list[KgStatistic], dict[tuple[str, int], str]]:
    """The figures of the corpus, and for each article's figure (article, number from 0) the one it became.

    `ids` are the identifiers of the articles' countries, `names` their labels. A figure whose countries are not known is passed over.
    """
    groups: defaultdict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for witness in heard:
        for told in _told(witness, ids, made[witness.id]):
            record = told.record
            key = record.measure, told.between, told.source, told.target, told.period or record.period, record.value, _unit(record)
            groups[key].append(told)
    drafts = list(groups.values())
    wishes = {k: _wishes(group[0]) for k, group in enumerate(drafts)}
    assigned = assign("statistic", wishes, {k: f"{group[0].article}|{group[0].number}" for k, group in enumerate(drafts)})
    found = [_statistic(assigned[k], group, names) for k, group in enumerate(drafts)]
    return found, {(told.article, told.number): assigned[k] for k, group in enumerate(drafts) for told in group}


def _told(witness: Witness, ids: Mapping[Reference, str], made: ClaimIds) -> Iterable[_Told]:
    for number, record in enumerate(witness.record.statistics):
        between = tuple(sorted({thing for part in record.between if (thing := ids.get(witness.reference(part)))}))
        source, target = (ids.get(witness.reference(end)) if end else None for end in (record.source, record.target))
        if len(between) == 2 or (not between and source and target and source != target):
            period = _dated(record.period, witness.record.article.published)
            yield _Told(witness.id, number, record, between, source, target, period, made.statistics[number])


def _dated(told: str | None, published: str | None) -> str | None:
    """The period in EDTF: `8 tháng đầu năm 2024` is 2024-01/2024-08; None where its words name no known time."""
    if not told or period_of(told).known:
        return told
    read = (expression.edtf for expression in find_dates(told, [(0, len(told))], published))
    return next((edtf for edtf in read if edtf and period_of(edtf).known), None)


def _unit(record: Statistic) -> str:
    return " ".join(_ONE_SPELLING.get(word, word) for word in record.unit.split())


def _wishes(told: _Told) -> list[str]:
    """`us-vn-thuong-mai-song-phuong-2022`, then with the value."""
    countries = told.between or tuple(filter(None, (told.source, told.target)))
    name = slug_of(*(country.partition("/")[2].lower() for country in countries), told.record.measure, told.period or told.record.period or "")
    return [name, slug_of(name, format(Decimal(str(told.record.value)).normalize(), "f").replace(".", "-"), _unit(told.record))]


def _statistic(name: str, group: Sequence[_Told], names: Mapping[str, str]) -> KgStatistic:
    first = group[0]
    record = first.record
    period = period_of(first.period)
    return KgStatistic(
        id=name,
        label=_label(first, names),
        measure=record.measure,
        measure_id=slug_of(name_key(record.measure)),
        value=record.value,
        unit=_unit(record),
        between=first.between,
        source=first.source,
        target=first.target,
        period=first.period,
        period_told=record.period,
        begin=period.begin.isoformat() if period.begin else None,
        end=period.end.isoformat() if period.end else None,
        change_percent=next((told.record.change_percent for told in group if told.record.change_percent is not None), None),
        rank=next((told.record.rank for told in group if told.record.rank is not None), None),
        claims=tuple(sorted(claim for told in group for claim in told.claims)),
    )


def _label(told: _Told, names: Mapping[str, str]) -> str:
    """`Mỹ – Việt Nam: thương mại song phương 123 tỷ USD, 2022`."""
    ends = told.between or tuple(filter(None, (told.source, told.target)))
    who = (" – " if told.between else " → ").join(names.get(end, end) for end in ends)
    unit = "" if _unit(told.record) == told.record.measure else f" {_unit(told.record)}"
    when = f", {told.record.period}" if told.record.period else ""
    return f"{who}: {told.record.measure} {_in_figures(told.record.value)}{unit}{when}"


def _in_figures(value: float) -> str:
    """A number as Vietnamese writes it: `25,7`, `30.000`.

    >>> _in_figures(25.7), _in_figures(30000.0)
    ('25,7', '30.000')
    """
    return f"{Decimal(str(value)).normalize():,f}".translate(str.maketrans(",.", ".,"))
