"""Writing a graph into a build folder and opening it again: graph.nq, graph.ttl, graph.trig, graph.jsonld and the Oxigraph store.

All is written beside and then renamed: a write that is killed leaves the last good graph. What the last build holds is copied where it
stands as it was, and its store brought up to date.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse

from kg.errors import StoreError
from kg.graph.files import GRAPH_FILES, INDEX, Written, write_files
from kg.graph.namespaces import BASE, base_iri
from kg.graph.parts import parts
from kg.model import Knowledge

__all__ = ["GRAPH_FILES", "INDEX", "open_store", "write"]

_STORE = "store"
_NEW = ".graph-new"
_OLD_STORE = ".store-old"
_LOCK = ".graph-lock"
_AT_ONCE = 200_000
"""Quads that are loaded at once: what Oxigraph sorts, it holds in memory."""
_WORTH_LOADING = 4
"""A store of which more than one quad in so many changes is loaded anew."""


def write(knowledge: Knowledge, folder: Path, base: str = BASE, *, maker: str = "", last: Path | None = None) -> int:
    """Write the graph of `knowledge` into `folder` (made if missing) and return how many quads it has.

    `last` is the folder of a build that nobody writes to, from which is copied what stands as it was; `maker` stands for the program,
    and nothing is copied of what another wrote.
    Raises `StoreError` where the folder cannot be written or another process writes there, `ConfigurationError` for a bad `base`.
    """
    base = base_iri(base)
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _writing_alone(folder):
            _recover(folder)
            new = folder / _NEW
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            count = _write_all(knowledge, new, base, maker, last)
            _put_in_place(new, folder)
            return count
    except OSError as error:
        raise StoreError(f"{folder}: the graph could not be written ({error}); give a folder you may write to") from error


def open_store(folder: Path, read_only: bool = True) -> Store:
    """The Oxigraph store of the build in `folder`; with `read_only` any number of processes may have it open.

    Raises `StoreError` where there is none, or another process has it open for writing.
    """
    store = Path(folder) / _STORE
    if not store.exists():
        store = Path(folder) / _OLD_STORE  # a write was killed between its two renames
    if not (store / "CURRENT").exists():
        raise StoreError(f"{Path(folder) / _STORE}: no graph has been built here; run `kg build` first, or give the folder of a build")
    try:
        return Store.read_only(str(store)) if read_only else Store(str(store))
    except (OSError, RuntimeError) as error:  # the latter for files that are damaged
        raise StoreError(f"{store}: cannot be opened ({error}); close the process that writes to it, or build it again") from error


def _write_all(knowledge: Knowledge, new: Path, base: str, maker: str, last: Path | None) -> int:
    written = write_files(parts(knowledge, base), new, base, maker, last)
    _fill_store(new, written, last)
    return written.quads


def _fill_store(new: Path, written: Written, last: Path | None) -> None:
    """Fill the store from graph.nq, or bring that of the last build up to date; it is closed on return, so that it can be renamed."""
    changes = len(written.gone or ()) + len(written.come or ())
    if last is None or written.gone is None or written.come is None or changes * _WORTH_LOADING > written.quads:
        store = Store(str(new / _STORE))
        with (new / "graph.nq").open("rb") as file:
            while lines := b"".join(itertools.islice(file, _AT_ONCE)):
                store.bulk_load(lines, format=RdfFormat.N_QUADS)
    else:
        _link(last / _STORE, new / _STORE)
        store = Store(str(new / _STORE))
        for quad in parse(b"\n".join(written.gone), format=RdfFormat.N_QUADS):
            store.remove(quad)
        store.extend(parse(b"\n".join(written.come), format=RdfFormat.N_QUADS))
    store.flush()


def _link(last: Path, new: Path) -> None:
    """A store with what `last` holds: its tables, which Oxigraph never changes, under second names, its journals copied."""
    new.mkdir()
    for file in last.iterdir():
        if file.suffix == ".sst":
            (new / file.name).hardlink_to(file)
        elif file.name != "LOCK":
            shutil.copyfile(file, new / file.name)


def _put_in_place(new: Path, folder: Path) -> None:
    old = folder / _OLD_STORE
    if (folder / _STORE).exists():
        (folder / _STORE).rename(old)
    (new / _STORE).rename(folder / _STORE)
    for name in (*GRAPH_FILES, INDEX):
        (new / name).replace(folder / name)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Undo or finish what a killed write left: the old store comes back where the new one had not arrived."""
    if (folder / _OLD_STORE).exists():
        if (folder / _STORE).exists():
            shutil.rmtree(folder / _OLD_STORE)
        else:
            (folder / _OLD_STORE).rename(folder / _STORE)


@contextlib.contextmanager
def _writing_alone(folder: Path) -> Iterator[None]:
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{folder}: another process writes a graph here; wait for it, or give another folder") from error
        yield
