"""The extraction records of a build, one after the other: a build folder in, what each article said out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.build_folder import RECORDS
from kg.errors import StoreError
from kg.model import Extraction, decode_extraction

__all__ = ["read_records"]


def read_records(folder: Path) -> Iterator[Extraction]:
    """The records of the build in `folder`, by id of the article. Raises `StoreError` where there are none or one is broken."""
    path = folder / RECORDS
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield decode_extraction(line)
                except msgspec.MsgspecError as error:
                    raise StoreError(f"{path}:{number}: no extraction record ({error}); build it again with `kg build`") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error}); run `kg build`, or give the folder of a build") from error
