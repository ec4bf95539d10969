"""A build as it stood at one moment, for as long as it is read: a folder of hard links beside it, which a rebuild does not touch.

Oxigraph's table files never change once they are written, so a link to each is a whole copy that takes no space. Where links cannot be
made (a read-only folder, another file system) the files are copied to a temporary folder.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import IO

from kg.build_folder import JUDGEMENTS, MANIFEST, RECORDS
from kg.errors import StoreError

__all__ = ["Snapshot", "identity_of", "is_settled"]

_FILES = (RECORDS, JUDGEMENTS, MANIFEST)
_STORES = ("store", ".store-old")
_BESIDE = ".serving"
_LOCK = "SERVED"
_TRIES = 20
_YOUNG = 60.0
"""Seconds within which a folder without a lock may be one that another server is just making."""
Identity = tuple[tuple[int, int] | None, ...]
"""Inode and time of change of the parts of a build: another build has others."""


def identity_of(build: Path) -> Identity:
    """What tells one build in the folder `build` from the next."""
    return tuple(_stamp(build / name) for name in ("store", *_FILES))


def is_settled(build: Path) -> bool:
    """Whether no build is just being put in its place."""
    return not (build / ".build-new" / "COMPLETE").exists()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


class Snapshot:
    """`folder` is a build folder of its own with the store and the records of the build; `close` removes it."""

    def __init__(self, build: Path) -> None:
        """Raises `StoreError` where there is no build."""
        self.identity = identity_of(build)
        for attempt in range(_TRIES):
            self.folder, self._lock = _new_folder(build, attempt == _TRIES - 1)
            try:
                _fill(build, self.folder)
            except OSError as error:  # a rebuild took it away in the middle, or the file system has no links
                self.close()
                if attempt == _TRIES - 1:
                    raise StoreError(f"{build}: cannot be read ({error}); run `kg build` first, or give the folder of a build") from error
            else:
                if self.identity == identity_of(build):
                    return
                self.close()
            self.identity = identity_of(build)
        raise StoreError(f"{build}: is being built over and over; wait for the builds to end")

    def close(self) -> None:
        """Remove the folder; the build stays."""
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _new_folder(build: Path, elsewhere: bool) -> tuple[Path, IO[str]]:
    """A folder that is locked as long as it is in use; those that a killed server left are removed."""
    home = build / _BESIDE
    try:
        if not any((build / store / "CURRENT").exists() for store in _STORES):
            raise StoreError(f"{build / _STORES[0]}: no graph has been built here; run `kg build` first, or give the folder of a build")
        if elsewhere:
            raise OSError("links could not be made")
        home.mkdir(exist_ok=True)
        for left in home.iterdir():
            _remove_if_left(left)
        folder = Path(tempfile.mkdtemp(dir=home))
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="kg-serve-"))
    lock = (folder / _LOCK).open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return folder, lock


def _remove_if_left(folder: Path) -> None:
    try:
        if time.time() - folder.stat().st_mtime < _YOUNG:
            return
        with (folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        return


def _fill(build: Path, folder: Path) -> None:
    store = next((build / name for name in _STORES if (build / name / "CURRENT").exists()), None)
    if store is None:
        raise FileNotFoundError("there is no store")
    (folder / "store").mkdir()
    same_place = folder.parent.parent == build
    for entry in sorted(store.iterdir()):
        target = folder / "store" / entry.name
        if same_place and entry.suffix == ".sst":
            os.link(entry, target)
        else:
            shutil.copy2(entry, target)
    for name in _FILES:
        if (build / name).exists():
            (os.link if same_place else shutil.copy2)(build / name, folder / name)
