"""Amounts in running text: `hơn 123 tỷ USD`, `11,4 tỷ USD`, `30.000 sinh viên`, and the change told behind them (`tăng 11%`)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import words

__all__ = ["Amount", "change_behind", "number", "read_amounts"]

_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Amount(NamedTuple):
    """A value in `unit` (`tỷ USD`) at tokens `[start, stop)`; `unit` is None where a noun is counted."""

    start: int
    stop: int
    value: float
    unit: str | None


def number(text: str) -> float | None:
    """The value of a number as Vietnamese newspapers write it: `11,4` is 11.4, `1.340` is 1340; None where it is no number."""
    if not _NUMBER.fullmatch(text):
        return None
    whole, _, rest = text.partition(",")
    if "." in whole:
        if not _THOUSANDS.fullmatch(whole) and (rest or whole.count(".") > 1):
            return None
        whole = whole.replace(".", "") if _THOUSANDS.fullmatch(whole) else whole
    return float(f"{whole}.{rest}") if rest.isdigit() else float(whole) if not rest else None


def read_amounts(clauses: Clauses) -> list[Amount]:
    """Amounts of money and counted nouns of a sentence in order; dates and percentages are none."""
    view = clauses.view
    amounts: list[Amount] = []
    for k, token in enumerate(view.tokens):
        if token.kind != "number" or clauses.skip_time(k) > k:
            continue
        value = number(token.text)
        if value is None:
            continue
        scale = words("magnitude").at(view, k + 1)
        currency = words("currency").at(view, scale[1] if scale is not None else k + 1)
        if currency is not None:
            unit = f"{view.key(k + 1)} {currency[0][0]}" if scale is not None else currency[0][0]
            amounts.append(Amount(k, currency[1], value, unit))
        else:
            factor = float(scale[0][0]) if scale is not None else 1.0
            amounts.append(Amount(k, scale[1] if scale is not None else k + 1, value * factor, None))
    return amounts


def change_behind(clauses: Clauses, start: int, stop: int) -> float | None:
    """Percent against the period before, told in tokens `[start, stop)`: `giảm 14%` is -14."""
    view = clauses.view
    for k in range(start, stop):
        found = words("rises").at(view, k)
        if found is None or found[1] >= stop:
            continue
        percent = view.tokens[found[1]].text
        value = number(percent.rstrip("%")) if percent.endswith("%") else None
        if value is not None:
            return value * int(found[0][0])
    return None
