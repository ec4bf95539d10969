"""Names of bodies with their short forms written out (`short_forms.tsv`), for comparison: `UBND TP Huế` is `Ủy ban nhân dân thành phố Huế`."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from kg.lexicon.loader import read_table
from kg.resolution.names import name_key

__all__ = ["in_full"]

_TABLE = Path(__file__).with_name("short_forms.tsv")


class _ShortForm(msgspec.Struct, frozen=True):
    short: str
    full: str
    source: str


@functools.cache
def _forms() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row.short} ", f" {row.full} ") for row in read_table(_TABLE, _ShortForm))


@functools.lru_cache(maxsize=65536)
def in_full(name: str) -> str:
    """The key of a name (as of `name_key`) without short forms, and without the unit that a committee's word has in it already.

    >>> in_full("UBND TP.HCM"), in_full("Tỉnh uỷ tỉnh Lào Cai")
    ('ủy ban nhân dân thành phố hồ chí minh', 'tỉnh ủy lào cai')
    """
    key = f" {name_key(name)} "
    for short, full in _forms():
        if short in key:
            key = key.replace(short, full)
    return key.strip()
