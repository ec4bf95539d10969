"""Open a file's bytes, unpacking `.gz` on the way, within limits: a huge file or a decompression bomb is
told, not swallowed.
"""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import BinaryIO

from kg.errors import ReadingError

__all__ = ["MAX_ARTICLE_BYTES", "MAX_RATIO", "MAX_TABLE_BYTES", "BoundedReader", "open_bounded", "read_whole"]

MAX_ARTICLE_BYTES = 10 * 2**20
"""Of one article's file, row or line, unpacked. A long news page has some 300 kB with its mark-up."""

MAX_TABLE_BYTES = 4 * 2**30
"""Of one table (JSON lines, CSV), unpacked."""

MAX_RATIO = 100
"""Unpacked over packed bytes, once `_RATIO_FROM` bytes are out; text packs 3 to 10 to 1."""

_RATIO_FROM = 32 * 2**20
_BUFFER = 2**18


class BoundedReader(io.RawIOBase):
    """A readable byte stream that raises `ReadingError` past `limit` bytes or past a bomb's ratio."""

    def __init__(self, stream: BinaryIO, name: str, limit: int, packed: BinaryIO | None = None, keep_open: bool = False) -> None:
        self._stream, self._name, self._limit, self._packed = stream, name, limit, packed
        self._keep_open = keep_open
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except (gzip.BadGzipFile, zlib.error) as error:
            raise ReadingError(f"{self._name}: not valid gzip ({error}); pack it anew, or drop the ending .gz") from error
        except EOFError as error:
            raise ReadingError(f"{self._name}: the compressed file breaks off; copy or pack it anew") from error
        except OSError as error:
            raise ReadingError(f"{self._name}: {error.strerror or error}") from error
        view[: len(data)] = data
        self._count += len(data)
        if self._count > self._limit:
            raise ReadingError(f"{self._name}: over the limit of {_size(self._limit)} (unpacked); split it")
        if self._packed is not None and self._count > max(_RATIO_FROM, MAX_RATIO * self._packed.tell()):
            raise ReadingError(f"{self._name}: unpacks to over {MAX_RATIO} times its size, as no text does; leave it out")
        return len(data)

    def close(self) -> None:
        if not self.closed and not self._keep_open:
            self._stream.close()
            if self._packed is not None:
                self._packed.close()
        super().close()


def open_bounded(path: Path, name: str, limit: int) -> io.BufferedReader:
    """Open `path` for reading bytes, unpacked if it ends in `.gz`; raises `ReadingError` where it cannot be
    opened.
    """
    try:
        raw = path.open("rb")
    except OSError as error:
        raise ReadingError(f"{name}: {error.strerror or error}; check that it exists and may be read") from error
    if path.suffix.lower() != ".gz":
        return io.BufferedReader(BoundedReader(raw, name, limit), _BUFFER)
    return io.BufferedReader(BoundedReader(gzip.GzipFile(fileobj=raw), name, limit, packed=raw))  # type: ignore[arg-type]


def read_whole(path: Path, name: str, limit: int = MAX_ARTICLE_BYTES) -> bytes:
    """All bytes of a file, unpacked; raises `ReadingError` where there are more than `limit` of them."""
    with open_bounded(path, name, limit) as stream:
        return stream.read()


def _size(count: int) -> str:
    return f"{count // 2**20} MiB" if count >= 2**20 else f"{count} bytes"
