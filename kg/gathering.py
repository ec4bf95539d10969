"""Which articles a build has to read: files in, the articles out, each read only where its file is not one that was read before.

A file is known by its bytes and its name, from which the identifiers of its articles come; what was read from it is remembered beside the
build. A file of which anything could not be read is read anew each time, so that it is told each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.errors import ReadingError
from kg.model import Article
from kg.reading import read_articles
from kg.reading.sources import STANDARD_INPUT, files_of, second_of_one_id

__all__ = ["SOURCES", "Gathered", "Gathering"]

SOURCES = ".sources"
"""The file in which a build remembers what it read from which file."""


class Gathered(NamedTuple):
    """An article by its identifier and the SHA-256 of its text and metadata; itself where it had to be read."""

    id: str
    digest: str
    article: Article | None


class _Read(msgspec.Struct):
    """File → its articles (identifier, digest); `maker` stands for the program that read them.

    `failed` are the articles that could not be read into facts: identifier → digest and why.
    """

    maker: str
    files: dict[str, list[tuple[str, str]]]
    failed: dict[str, tuple[str, str]]


class Gathering:
    """The articles of some sources. `known` tells whether the record of an article (identifier, digest) is at hand.

    What cannot be read is given to `tell`, as is a second, different article of one identifier. `failed` are the articles that could not be
    read into facts the last time.
    """

    def __init__(self, remembered: Path, maker: str, known: Callable[[str, str], bool], tell: Callable[[ReadingError], None]) -> None:
        self._known, self._tell, self._maker = known, tell, maker
        before = _remembered(remembered, maker)
        self._before, self.failed = before.files, before.failed
        self._now: dict[str, list[tuple[str, str]]] = {}

    def articles(self, sources: Iterable[str | Path]) -> Iterator[Gathered]:
        """Every article once, in the order of the sources."""
        seen: dict[str, tuple[str, str]] = {}
        for name, one in self._all(sources):
            first = seen.setdefault(one.id, (one.digest, name))
            if first[1] is name and first[0] == one.digest:
                yield one
            elif first[0] != one.digest:
                self._tell(second_of_one_id(name, one.id, first[1]))

    def remember(self, path: Path, failed: dict[str, tuple[str, str]]) -> None:
        """Write down what was read from which file, and what could not be read into facts."""
        path.write_bytes(msgspec.msgpack.encode(_Read(self._maker, self._now, failed)))

    def _all(self, sources: Iterable[str | Path]) -> Iterator[tuple[str, Gathered]]:
        for source in sources:
            if str(source) == STANDARD_INPUT:
                for article in read_articles(source, on_error=self._tell):
                    yield "standard input", _gathered(article)
                continue
            for file in files_of(str(source)):
                if isinstance(file, ReadingError):
                    self._tell(file)
                else:
                    name = str(file)
                    for one in self._of_file(file):
                        yield name, one

    def _of_file(self, file: Path) -> Iterator[Gathered]:
        key = _key(file)
        before = self._before.get(key) if key else None
        if key and before is not None and all(self._known(*one) for one in before):
            self._now[key] = before
            yield from (Gathered(article, digest, None) for article, digest in before)
            return
        told: list[ReadingError] = []
        read: list[tuple[str, str]] = []
        for article in read_articles([file], on_error=told.append):
            one = _gathered(article)
            read.append((one.id, one.digest))
            yield one
        for error in told:
            self._tell(error)
        if key and not told:
            self._now[key] = read


def _gathered(article: Article) -> Gathered:
    return Gathered(article.info.id, hashlib.sha256(msgspec.json.encode(article)).hexdigest(), article)


def _key(file: Path) -> str | None:
    """What a file is known by, None where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return f"{hashlib.file_digest(stream, 'sha256').hexdigest()} {file.name}"
    except OSError:
        return None


def _remembered(path: Path, maker: str) -> _Read:
    try:
        read = msgspec.msgpack.decode(path.read_bytes(), type=_Read)
    except (OSError, msgspec.MsgspecError):
        read = _Read("", {}, {})
    return read if read.maker == maker else _Read(maker, {}, {})
