"""Names of bodies with their short forms written out (`short_forms.tsv`), for comparison: `UBND TP Huế` is `Ủy ban nhân dân thành phố Huế`."""

from __future__ import annotations

import functools
import re

import msgspec

from kg.language import fold
from kg.lexicon.loader import TABLES, read_table

__all__ = ["in_full"]

_WORD = re.compile(r"[^\W_]+")


class _ShortForm(msgspec.Struct, frozen=True):
    short: str
    full: str
    source: str


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row.short} ", f" {row.full} ") for row in read_table(TABLES / "short_forms.tsv", _ShortForm))


@functools.lru_cache(maxsize=65536)
def in_full(name: str) -> str:
    """The words of a name in lower case, short forms written out, without the unit that a committee's word has in it already.

    >>> in_full("UBND TP.HCM"), in_full("Tỉnh uỷ tỉnh Lào Cai")
    ('ủy ban nhân dân thành phố hồ chí minh', 'tỉnh ủy lào cai')
    """
    key = f" {' '.join(_WORD.findall(fold(name)))} "
    for short, full in _forms():
        if short in key:
            key = key.replace(short, full)
    return key.strip()
