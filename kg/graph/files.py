"""The files of a graph, put together of pieces: those of parts that are as they were are copied from the files of the last build.

An index beside the files tells where each piece stands; it is a help and no part of the graph, and where it does not fit the files (their
sizes and times) everything is made anew. The bytes are the same either way.
"""

from __future__ import annotations

import itertools
import json
import mmap
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from kg.graph.dataset import MERGED
from kg.graph.jsonld import Compaction, document_start
from kg.graph.namespaces import data_prefixes
from kg.graph.parts import Part
from kg.graph.pieces import JSONLD, NQUADS, TRIG, TURTLE, Pieces, PieceWriter
from kg.graph.turtle import TermWriter, prefix_lines

__all__ = ["GRAPH_FILES", "INDEX", "LastFiles", "Written", "write_files"]

GRAPH_FILES = ("graph.nq", "graph.trig", "graph.jsonld", "graph.ttl")
"""The same bytes for the same knowledge; `store/` beside them holds the same quads in Oxigraph's own files."""

INDEX = ".graph-index"
_BUFFER = 1 << 20


class _Kept(msgspec.Struct, array_like=True):
    """A part in the files: `spans` are start and length, for each subject of its lines, then for each graph of its three texts."""

    key: str
    content: bytes
    quads: int
    graphs: tuple[str, ...]
    subjects: tuple[str, ...]
    spans: list[int]


class _Index(msgspec.Struct):
    """`stamps` are size and time of last change (ns) of each file; `maker` stands for the program that made them."""

    maker: str
    base: str
    stamps: list[tuple[int, int]]
    parts: list[_Kept]


class Written(NamedTuple):
    """What writing the files came to: `gone` and `come` are lines of N-Quads that only the last files and only the new ones have,
    None where there were no last files to compare with.
    """

    quads: int
    gone: list[bytes] | None
    come: list[bytes] | None


class LastFiles:
    """The graph files of the last build, to copy pieces from."""

    def __init__(self, folder: Path, parts: Iterable[_Kept], stack: ExitStack) -> None:
        self.parts = {part.key: part for part in parts}
        self.views = [memoryview(_mapped(folder / name, stack)) for name in GRAPH_FILES]
        for view in self.views:
            stack.callback(view.release)

    @classmethod
    def of(cls, folder: Path | None, base: str, maker: str, stack: ExitStack) -> LastFiles | None:
        """Those in `folder`, None where there are none that `maker` wrote under `base`, or they are not as they were."""
        if folder is None:
            return None
        try:
            index = msgspec.msgpack.decode((folder / INDEX).read_bytes(), type=_Index)
            if (index.maker, index.base, index.stamps) != (maker, base, _stamps(folder)):
                return None
            return cls(folder, index.parts, stack)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def piece(self, file: int, part: _Kept, place: int) -> memoryview:
        """The piece whose start stands at `place` of the spans of `part`."""
        start, length = part.spans[place], part.spans[place + 1]
        return self.views[file][start : start + length]


def _mapped(path: Path, stack: ExitStack) -> mmap.mmap:
    with path.open("rb") as file:
        return stack.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _stamps(folder: Path) -> list[tuple[int, int]]:
    return [((folder / name).stat().st_size, (folder / name).stat().st_mtime_ns) for name in GRAPH_FILES]


def write_files(parts: Iterable[Part], folder: Path, base: str, maker: str = "", last: Path | None = None) -> Written:
    """Write the graph files of `parts` and their index into `folder`.

    `last` is the folder of a build whose files may be copied from, if `maker` (what stands for the program) is the same.
    """
    with ExitStack() as stack:
        before = LastFiles.of(last, base, maker, stack)
        wanted = _without_shared_subjects(list(parts), before, PieceWriter(base))
        kept = _assemble(wanted, folder, base, before)
        (folder / INDEX).write_bytes(msgspec.msgpack.encode(_Index(maker, base, _stamps(folder), kept)))
        quads = sum(part.quads for part in wanted)
        if before is None:
            return Written(quads, None, None)
        same = {part.key for part in wanted if isinstance(part, _Kept)}
        gone = {line for key, part in before.parts.items() if key not in same for line in _lines_of(before, part)}
        come = {line for part in wanted if isinstance(part, Pieces) for lines in part.lines for line in lines.splitlines()}
        return Written(quads, sorted(gone - come), sorted(come - gone))


def _lines_of(before: LastFiles, part: _Kept) -> Iterator[bytes]:
    for k in range(len(part.subjects)):
        yield from bytes(before.piece(NQUADS, part, k * _width(part))).splitlines()


def _width(part: _Kept | Pieces) -> int:
    """How many numbers the spans of a subject are."""
    return 2 + 6 * len(part.graphs)


def _without_shared_subjects(parts: list[Part], before: LastFiles | None, writer: PieceWriter) -> list[_Kept | Pieces]:
    """The parts, made where they are not as they were; those that speak of the same subject are made one."""
    made: list[_Kept | Pieces] = []
    for part in parts:
        known = before.parts.get(part.key) if before else None
        if known is not None and known.content == part.content:
            made.append(known)
        else:
            made.append(writer.pieces(part.key, part.content, part.quads(), part.run))
    subjects = sorted(subject for one in made for subject in one.subjects)
    # a run (`<…/claim/a/`) is the beginning of other subjects where an identifier holds a slash
    clashing = {one for one, other in itertools.pairwise(subjects) if one == other or (one.endswith("/") and other.startswith(one))}
    if not clashing:
        return made
    runs = tuple(subject for subject in clashing if subject.endswith("/"))
    apart, shared = [], []
    for part, one in zip(parts, made, strict=True):
        if any(subject in clashing or (runs and subject.startswith(runs)) for subject in one.subjects):
            shared.append(part)
        else:
            apart.append(one)
    joined = writer.pieces("shared", b"shared", (quad for part in shared for quad in part.quads()))
    return [*apart, joined._replace(content=b"")]


_Place = tuple[int, int, int]
"""What a graph says of a subject: the number of the part, of the subject in it, and of the graph among its graphs."""


_Piece = tuple[list[int], int, list[int] | None, bytes]
"""A piece to be written: the spans that are to say where it stands, and at which place of them; the spans that tell it of the last file, or
None and the piece itself.
"""


class _Output:
    """A file being written, with the place that is reached; stretches of the last file are copied in one where they adjoin."""

    def __init__(self, file: BinaryIO, last: memoryview | None) -> None:
        self._file, self._last = file, last
        self._start = self._end = -1
        self._at = 0

    def write(self, text: bytes) -> None:
        """Write what is no piece; where it stands in the last file behind what is copied, it is copied too."""
        self._at += len(text)
        if self._last is not None and self._end >= 0 and self._last[self._end : self._end + len(text)] == text:
            self._end += len(text)
        else:
            self.finish()
            self._file.write(text)

    def put(self, pieces: Iterable[_Piece], between: bytes = b"") -> None:
        """Write pieces with `between` between them, which is between any two of the last file that stand so far apart, and note their places."""
        gap = 0
        for new, at, old, made in pieces:
            if old is None:
                self.finish()
                self._file.write(between[:gap] + made)
                length = len(made)
            else:
                start, length = old[at], old[at + 1]
                if start != self._end + gap:
                    self.finish()
                    self._file.write(between[:gap])
                    self._start = start
                self._end = start + length
            new[at], new[at + 1] = self._at + gap, length
            self._at += gap + length
            gap = len(between)

    def finish(self) -> None:
        """Write what is still to be copied."""
        if self._last is not None and self._end > self._start:
            self._file.write(self._last[self._start : self._end])
        self._start = self._end = -1


def _assemble(parts: list[_Kept | Pieces], folder: Path, base: str, before: LastFiles | None) -> list[_Kept]:
    widths = [_width(part) for part in parts]
    spans = [[0] * (len(part.subjects) * width) for part, width in zip(parts, widths, strict=True)]
    last = [part.spans if isinstance(part, _Kept) else None for part in parts]
    order = sorted((subject, number, k) for number, part in enumerate(parts) for k, subject in enumerate(part.subjects))

    def lines() -> Iterator[_Piece]:
        for _, number, k in order:
            part, at = parts[number], k * widths[number]
            yield spans[number], at, last[number], part.lines[k] if isinstance(part, Pieces) else b""

    def texts(file: int, places: Iterable[_Place]) -> Iterator[_Piece]:
        for number, k, graph in places:
            part, at = parts[number], k * widths[number] + 6 * graph + 2 * file
            made = part.texts[k * len(part.graphs) + graph][file - 1] if isinstance(part, Pieces) else b""
            yield spans[number], at, last[number], made

    graphs = _by_graph(parts, order)
    names, nodes = TermWriter(data_prefixes(base)), Compaction(base)
    declared = "".join(prefix_lines(data_prefixes(base))).encode()
    with ExitStack() as stack:
        opened = [stack.enter_context((folder / name).open("wb", _BUFFER)) for name in GRAPH_FILES]
        nquads, trig, jsonld, turtle = (_Output(file, before.views[n] if before else None) for n, file in enumerate(opened))
        nquads.put(lines())
        turtle.write(declared)
        turtle.put(texts(TURTLE, graphs.get(base + MERGED, ())))
        trig.write(declared)
        jsonld.write(document_start(base).encode())
        for number, graph in enumerate(sorted(graphs, key="<{}>".format)):
            trig.write(f"\n{names.name(graph)} {{\n".encode())
            trig.put(texts(TRIG, graphs[graph]))
            trig.write(b"}\n")
            name = json.dumps(nodes.iri(graph))
            jsonld.write(((",\n" if number else "") + f'{{"@id": {name}, "@graph": [\n').encode())
            jsonld.put(texts(JSONLD, graphs[graph]), b",\n")
            jsonld.write(b"\n]}")
        jsonld.write(b"\n]}\n")
        for output in (nquads, trig, jsonld, turtle):
            output.finish()
    return [_Kept(part.key, part.content, part.quads, part.graphs, part.subjects, spans[p]) for p, part in enumerate(parts)]


def _by_graph(parts: list[_Kept | Pieces], order: Iterable[tuple[str, int, int]]) -> dict[str, list[_Place]]:
    """What each graph says of its subjects, in their order."""
    found: dict[str, list[_Place]] = {}
    for _, number, k in order:
        part = parts[number]
        for g, graph in enumerate(part.graphs):
            length = len(part.texts[k * len(part.graphs) + g][0]) if isinstance(part, Pieces) else part.spans[k * _width(part) + 2 + 6 * g + 1]
            if length:
                found.setdefault(graph, []).append((number, k, g))
    return found
