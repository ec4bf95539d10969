"""From an article's identifier to its record in `extractions.jsonl`, by halving: the lines are in the order of the identifiers."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from kg.model import Extraction, decode_extraction

__all__ = ["record_of"]


class _Info(msgspec.Struct):
    id: str


class _Head(msgspec.Struct):
    article: _Info


def record_of(path: Path, article: str) -> Extraction | None:
    """The extraction record of `article`; None where the file or the article is missing. Reads some twenty lines of a file of any size."""
    try:
        with path.open("rb") as file:
            line = _line_of(file, path.stat().st_size, article)
        return decode_extraction(line) if line else None
    except (OSError, msgspec.MsgspecError):
        return None


def _line_of(file: BinaryIO, size: int, article: str) -> bytes | None:
    low, high = 0, size  # the wanted line begins in this stretch, if anywhere
    while low < high:
        middle = (low + high) // 2
        start = _line_start(file, middle, low)
        file.seek(start)
        line = file.readline()
        found = msgspec.json.decode(line, type=_Head).article.id
        if found == article:
            return line
        if found < article:
            low = start + len(line)
        else:
            high = start
    return None


_STEP = 65_536


def _line_start(file: BinaryIO, place: int, low: int) -> int:
    """Where the line that holds `place` begins; `low` is the beginning of a line before it."""
    end = place
    while end > low:
        begin = max(low, end - _STEP)
        file.seek(begin)
        at = file.read(end - begin).rfind(b"\n")
        if at >= 0:
            return begin + at + 1
        end = begin
    return low
