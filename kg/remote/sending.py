"""The graph of a build into another store, graph by graph: only what differs from what the store holds is sent, and what is gone is taken out.

A sending that is cut off is finished by the next: a graph counts as sent when its digest stands in the store's list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import StoreError
from kg.graph.dataset import MERGED
from kg.remote.targets import Target

__all__ = ["Sent", "send"]

_FILE = "graph.nq"
_LIST = "graph/sent"
_GOING = ""  # in place of the digest of a graph that is being taken out: a next sending takes it out again

Progress = Callable[[str, int, int], None]


class Sent(NamedTuple):
    """What a sending did: graphs sent, taken out and left as they were; triples added and taken out."""

    graphs: int
    removed: int
    unchanged: int
    added: int
    deleted: int


def send(build: Path, target: Target, *, everything: bool = False, progress: Progress = lambda stage, done, total: None) -> Sent:
    """Make `target` hold the graphs of the build in folder `build`; `everything` sends also what the store's list says it has.

    Graphs of others in the store stay as they are. Raises `StoreError` where there is no build, or the store cannot be reached.
    """
    file = Path(build) / _FILE
    if not file.exists():
        raise StoreError(f"{file}: no graph has been built here; run `kg build` first, or give the folder of a build")
    local = _digests(file)
    base = _base(file, local)
    listed = base + _LIST
    held = target.digests(listed)
    changed = {graph for graph, digest in local.items() if everything or held.get(graph) != digest}
    gone = sorted(set(held) - set(local))
    added = deleted = done = 0
    same = {graph: digest for graph, digest in held.items() if graph in local and graph not in changed}
    if changed or gone:
        target.begin(listed, same | dict.fromkeys(gone, _GOING))
    for graph in gone:
        target.drop(graph)
    if gone:
        target.begin(listed, same)
    progress("sending graphs", 0, len(changed))
    for graph, lines in _graphs(file, changed):
        come, left = target.put(graph, lines, listed, local[graph], known=not everything and graph in held)
        added, deleted, done = added + come, deleted + left, done + 1
        progress("sending graphs", done, len(changed))
    return Sent(len(changed), len(gone), len(local) - len(changed), added, deleted)


def _split(line: str) -> tuple[str, str]:
    """A line of N-Quads as its triple (without full stop) and its graph."""
    triple, graph = line.removesuffix(" .\n").rsplit(" ", 1)
    return triple, graph[1:-1]


def _digests(file: Path) -> dict[str, str]:
    """Graph → SHA-256 of its triples in the order of the file, which is sorted."""
    hashes: dict[str, hashlib._Hash] = {}
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            triple, graph = _split(line)
            hashes.setdefault(graph, hashlib.sha256()).update(triple.encode() + b"\n")
    return {graph: digest.hexdigest() for graph, digest in hashes.items()}


def _graphs(file: Path, wanted: set[str]) -> Iterator[tuple[str, list[str]]]:
    """The wanted graphs with their triples, conclusions after the claims that they rest on."""
    found: dict[str, list[str]] = {graph: [] for graph in sorted(wanted)}
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            triple, graph = _split(line)
            if graph in found:
                found[graph].append(triple)
    for graph in sorted(found, key=lambda graph: ("/graph/" in graph, graph)):
        yield graph, found[graph]


def _base(file: Path, graphs: dict[str, str]) -> str:
    merged = min((graph for graph in graphs if graph.endswith(MERGED)), key=len, default=None)
    if merged is None:
        raise StoreError(f"{file}: holds no merged graph; build it again with `kg build`")
    return merged.removesuffix(MERGED)
