"""Paths, folders, globs and standard input → articles, each file by its format; what cannot be read is told
by name.

Folders are walked in sorted order, so the same folder gives the same articles in the same order on every
machine.
"""

from __future__ import annotations

import glob
import gzip
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from kg.errors import ReadingError
from kg.model import Article
from kg.reading.compressed import MAX_ARTICLE_BYTES, MAX_TABLE_BYTES, BoundedReader, open_bounded, read_whole
from kg.reading.html import article_from_html, looks_like_html
from kg.reading.identity import ascii_id
from kg.reading.tables import ColumnMapping, Reading, read_delimited, read_json_lines, read_parquet
from kg.reading.text_files import article_from_text_file

__all__ = ["FORMATS", "STANDARD_INPUT", "files_of", "read_articles", "second_of_one_id"]

STANDARD_INPUT = "-"

_Reader = Callable[[Path, str, str, ColumnMapping], Iterable[Reading]]


def read_articles(
    sources: str | Path | Iterable[str | Path],
    *,
    mapping: ColumnMapping | None = None,
    on_error: Callable[[ReadingError], None] | None = None,
) -> Iterator[Article]:
    """Read every article of `sources`: files, folders (with all below them), globs, `-` for standard input.

    Files are told apart by their ending (`FORMATS`, each also with `.gz`); in folders other files are
    passed over. A file or row that cannot be read becomes a `ReadingError` naming it, given to `on_error`,
    and the rest is read; without `on_error` it is raised. Ids are unique in a run: the same article twice
    is given once, two articles of one id are an error.

    >>> list(read_articles([]))
    []
    """
    tell = on_error or _raise
    columns = mapping or ColumnMapping()
    seen: dict[str, tuple[bytes, str]] = {}
    for source in [sources] if isinstance(sources, (str, Path)) else sources:
        for name, found in _readings(str(source), columns):
            if isinstance(found, ReadingError):
                tell(found)
                continue
            digest = hashlib.sha256(msgspec.json.encode(found)).digest()
            first = seen.get(found.info.id)
            if first is None:
                seen[found.info.id] = (digest, name)
                yield found
            elif first[0] != digest:
                tell(second_of_one_id(name, found.info.id, first[1]))


def second_of_one_id(name: str, article: str, first: str) -> ReadingError:
    """The error of a second, different article of one id: from the file `name`, where the first came from `first`."""
    return ReadingError(
        f"{name}: a second, different article with the id {article!r}, first read from {first}; give one of them another file name or id"
    )


def _raise(error: ReadingError) -> None:
    raise error


def _readings(source: str, mapping: ColumnMapping) -> Iterator[tuple[str, Reading]]:
    """What is read from one source, each with the name of the file it comes from."""
    if source == STANDARD_INPUT:
        yield from (("standard input", found) for found in _from_standard_input(mapping))
        return
    for path in files_of(source):
        if isinstance(path, ReadingError):
            yield source, path
            continue
        try:
            for found in _from_file(path, mapping):
                yield str(path), found
        except ReadingError as error:
            yield str(path), error


def files_of(source: str) -> Iterator[Path | ReadingError]:
    """The files a source stands for; a file named outright is given whatever its ending, in folders only
    known ones.
    """
    path = Path(source)
    try:
        if path.is_dir():
            yield from _walk(path)
        elif os.path.lexists(path):
            yield path
        elif glob.has_magic(source):
            matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - pathlib's glob wants a root
            for match in matches:
                yield from _walk(Path(match)) if Path(match).is_dir() else [Path(match)]
            if not matches:
                yield ReadingError(f"{source}: no file matches this pattern; check it, and quote it in the shell")
        else:
            yield ReadingError(f"{source}: no such file or folder; check the path")
    except (OSError, ValueError) as error:
        yield ReadingError(f"{source}: {_reason(error)}; check the path")


def _walk(folder: Path) -> Iterator[Path | ReadingError]:
    """The files with a known ending below `folder`, sorted; hidden ones are passed over, a folder is
    entered only once.
    """
    entered: set[tuple[int, int]] = set()
    troubles: list[OSError] = []
    count = 0
    for root, folders, files in os.walk(folder, followlinks=True, onerror=troubles.append):
        status = Path(root).stat()
        if (status.st_dev, status.st_ino) in entered:  # a link that leads back up
            folders.clear()
            continue
        entered.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and _format(Path(name)) in FORMATS:
                count += 1
                yield Path(root, name)
    for trouble in troubles:
        yield ReadingError(f"{trouble.filename}: {_reason(trouble)}; check that the folder may be read")
    if not count and not troubles:
        yield ReadingError(f"{folder}: holds no article; files that end in {', '.join(FORMATS)} (or these with .gz) are read")


def _from_file(path: Path, mapping: ColumnMapping) -> Iterable[Reading]:
    name = str(path)
    try:
        if not path.is_file():
            why = "a link that leads nowhere" if path.is_symlink() and not path.exists() else "no regular file"
            raise ReadingError(f"{name}: {why}; give files and folders")
        if path.stat().st_size == 0:
            raise ReadingError(f"{name}: empty; fill or delete it")
    except OSError as error:
        raise ReadingError(f"{name}: {_reason(error)}; check that it may be read") from error
    reader = FORMATS.get(_format(path))
    if reader is None:
        ending = path.suffix or "no ending"
        raise ReadingError(f"{name}: {ending} is no format that is read; give a file that ends in {', '.join(FORMATS)} (or these with .gz)")
    stem = path.name.removesuffix(path.suffix) if path.suffix.lower() == ".gz" else path.name
    return reader(path, name, ascii_id(Path(stem).stem), mapping)


def _format(path: Path) -> str:
    """The ending that tells the format, lower-case, without `.gz`."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


# ---------------------------------------------------------------- formats


def _text(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    yield article_from_text_file(read_whole(path, name), stem, name)


def _page(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    yield article_from_html(read_whole(path, name), stem, name)


def _json_lines(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    with open_bounded(path, name, MAX_TABLE_BYTES) as stream:
        yield from read_json_lines(stream, name, stem, mapping)


def _csv(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    with open_bounded(path, name, MAX_TABLE_BYTES) as stream:
        yield from read_delimited(stream, name, stem, mapping, delimiter=None)


def _tsv(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    with open_bounded(path, name, MAX_TABLE_BYTES) as stream:
        yield from read_delimited(stream, name, stem, mapping, delimiter="\t")


def _parquet(path: Path, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    if path.suffix.lower() == ".gz":  # Parquet is read from its end, so an unpacked copy must be held
        yield from read_parquet(io.BytesIO(read_whole(path, name, MAX_PACKED_PARQUET)), name, stem, mapping)
        return
    with path.open("rb") as stream:
        yield from read_parquet(stream, name, stem, mapping)


MAX_PACKED_PARQUET = 512 * 2**20
"""Bytes of an unpacked `.parquet.gz`, which is held in memory."""

FORMATS: dict[str, _Reader] = {
    ".txt": _text,
    ".html": _page,
    ".htm": _page,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _csv,
    ".tsv": _tsv,
    ".parquet": _parquet,
}
"""File ending → its reader; each ending may be followed by `.gz`."""


def _from_standard_input(mapping: ColumnMapping) -> Iterator[Reading]:
    """JSON lines, one page or one plain text article, told apart by how the stream begins; packed with gzip
    or not.
    """
    name, stem = "standard input", "stdin"
    raw = cast(BinaryIO, getattr(sys.stdin, "buffer", sys.stdin))
    try:
        stream = io.BufferedReader(BoundedReader(raw, name, MAX_TABLE_BYTES, keep_open=True))
        if stream.peek(2)[:2] == b"\x1f\x8b":
            stream = io.BufferedReader(BoundedReader(cast(BinaryIO, gzip.GzipFile(fileobj=stream)), name, MAX_TABLE_BYTES))
        head = stream.peek(4096)[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head:
            raise ReadingError(f"{name}: empty; pipe an article or JSON lines into it")
        if head.startswith(b"{"):
            yield from read_json_lines(stream, name, stem, mapping)
            return
        data = stream.read(MAX_ARTICLE_BYTES + 1)
        if len(data) > MAX_ARTICLE_BYTES:
            raise ReadingError(f"{name}: over {MAX_ARTICLE_BYTES // 2**20} MiB, as no article is; give many as JSON lines")
        is_page = looks_like_html(head.decode("utf-8", errors="ignore"))
        yield article_from_html(data, stem, name) if is_page else article_from_text_file(data, stem, name)
    except ReadingError as error:
        yield error
