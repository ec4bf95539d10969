"""A build on disk: its manifest, its records, and how a new one takes its place, so that a build that is killed leaves the last good one.

Everything new is written into `.build-new`; when it is whole, the file `COMPLETE` is put there and the parts are renamed one after the
other. Whoever opens the folder next finishes what was interrupted then, and throws away what was not complete.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.gathering import SOURCES
from kg.graph import GRAPH_FILES, INDEX

__all__ = ["JUDGEMENTS", "MANIFEST", "RECORDS", "BuildFolder", "Manifest"]

RECORDS = "extractions.jsonl"
JUDGEMENTS = "judgements.jsonl"
MANIFEST = "manifest.json"
_FORMAT = 1
_STORE, _OLD_STORE = "store", ".store-old"
_NEW, _COMPLETE, _LOCK = ".build-new", "COMPLETE", ".build-lock"


class Manifest(msgspec.Struct, frozen=True):
    """What a build was made from. `articles` maps an article's id to the SHA-256 of its text and metadata.

    `extraction` and `resolution` are the SHA-256 of the program and tables that read the articles and that made the graph;
    `records` that of `extractions.jsonl`. `counts` are the numbers of what the graph holds. `decisions` is the curator's file as seen from
    the folder of the build, whether it is there or not.
    """

    extraction: str
    resolution: str
    base: str
    records: str
    articles: dict[str, str]
    counts: dict[str, int]
    format: int = _FORMAT
    decisions: str = ""


class BuildFolder:
    """The folder of a build, alone in the hands of this process inside `alone()`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.new = path / _NEW

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other builds out, finish one that was interrupted, and make room for a new one in `new`.

        Raises `StoreError` where another process builds here or the folder cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / _LOCK).open("w")
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written ({error}); give a folder you may write to with --output") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise StoreError(f"{self.path}: another process builds here; wait for it, or give another folder") from error
            self._finish()
            self.new.mkdir()
            try:
                yield
            finally:
                if not (self.new / _COMPLETE).exists():
                    shutil.rmtree(self.new, ignore_errors=True)

    def put_in_place(self) -> None:
        """Make what stands in `new` the build; from here on it can be interrupted at any moment."""
        (self.new / _COMPLETE).touch()
        self._finish()

    def _finish(self) -> None:
        if (self.new / _COMPLETE).exists():
            if (self.new / _STORE).exists():
                if (self.path / _STORE).exists():
                    shutil.rmtree(self.path / _OLD_STORE, ignore_errors=True)
                    (self.path / _STORE).rename(self.path / _OLD_STORE)
                (self.new / _STORE).rename(self.path / _STORE)
            for name in (RECORDS, JUDGEMENTS, *GRAPH_FILES, INDEX, SOURCES, MANIFEST):
                if (self.new / name).exists():
                    (self.new / name).replace(self.path / name)
            shutil.rmtree(self.path / _OLD_STORE, ignore_errors=True)
        shutil.rmtree(self.new, ignore_errors=True)

    def manifest(self) -> Manifest | None:
        """The manifest of the last good build, None where there is none or it is of another format."""
        try:
            manifest = msgspec.json.decode((self.path / MANIFEST).read_bytes(), type=Manifest)
        except (OSError, msgspec.MsgspecError):
            return None
        return manifest if manifest.format == _FORMAT else None

    def records(self, manifest: Manifest) -> dict[str, bytes]:
        """The lines of `extractions.jsonl` by the id of their article, if they are those that the manifest speaks of; else none."""
        try:
            data = (self.path / RECORDS).read_bytes()
        except OSError:
            return {}
        lines = data.splitlines()
        if hashlib.sha256(data).hexdigest() != manifest.records or len(lines) != len(manifest.articles):
            return {}
        return dict(zip(sorted(manifest.articles), lines, strict=True))

    def is_whole(self) -> bool:
        """Whether all files of a build are there."""
        return all((self.path / name).exists() for name in (RECORDS, JUDGEMENTS, MANIFEST, *GRAPH_FILES, f"{_STORE}/CURRENT"))

    def holds(self, records: bytes) -> bool:
        """Whether `extractions.jsonl` is `records`."""
        try:
            return (self.path / RECORDS).read_bytes() == records
        except OSError:
            return False
