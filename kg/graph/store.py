"""Writing a graph into a build folder and opening it again: graph.nq, graph.ttl, graph.trig, graph.jsonld and the Oxigraph store.

All is written beside and then renamed: a write that is killed leaves the last good graph.
"""

from __future__ import annotations

import contextlib
import fcntl
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.errors import StoreError
from kg.graph.dataset import MERGED, lines
from kg.graph.jsonld import jsonld
from kg.graph.namespaces import BASE, base_iri, data_prefixes
from kg.graph.turtle import trig, turtle
from kg.model import Knowledge

__all__ = ["GRAPH_FILES", "open_store", "write"]

GRAPH_FILES = ("graph.nq", "graph.ttl", "graph.trig", "graph.jsonld")
"""The same bytes for the same knowledge; `store/` beside them holds the same quads in Oxigraph's own files."""

_STORE = "store"
_NEW = ".graph-new"
_OLD_STORE = ".store-old"
_LOCK = ".graph-lock"


def write(knowledge: Knowledge, folder: Path, base: str = BASE) -> int:
    """Write the graph of `knowledge` into `folder` (made if missing) and return how many quads it has.

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
            count = _write_all(knowledge, new, base)
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
    except OSError as error:
        raise StoreError(f"{store}: cannot be opened ({error}); close the process that writes to it, or build it again") from error


def _write_all(knowledge: Knowledge, new: Path, base: str) -> int:
    by_line = lines(knowledge, base)
    _write_pieces(new / "graph.nq", (f"{line} .\n" for line in by_line))
    with ThreadPoolExecutor(1) as beside:  # Oxigraph loads without the GIL
        loading = beside.submit(_load, new)
        ordered = sorted(by_line.values(), key=lambda quad: str(quad.graph_name))  # stable: subjects stay together
        prefixes = data_prefixes(base)
        merged = NamedNode(base + MERGED)
        _write_pieces(new / "graph.ttl", turtle((quad for quad in ordered if quad.graph_name == merged), prefixes))
        _write_pieces(new / "graph.trig", trig(ordered, prefixes))
        _write_pieces(new / "graph.jsonld", jsonld(ordered, base))
        loading.result()
    return len(ordered)


def _load(new: Path) -> None:
    """Fill the store from graph.nq; it is closed on return, so that its folder can be renamed."""
    store = Store(str(new / _STORE))
    store.bulk_load(path=str(new / "graph.nq"), format=RdfFormat.N_QUADS)
    store.flush()


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def _put_in_place(new: Path, folder: Path) -> None:
    old = folder / _OLD_STORE
    if (folder / _STORE).exists():
        (folder / _STORE).rename(old)
    (new / _STORE).rename(folder / _STORE)
    for name in GRAPH_FILES:
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
