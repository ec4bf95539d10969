"""From the quads of a part to its pieces: what each file of a graph says of each of its subjects, so that files are put together of pieces.

A piece is the same whatever stands around it: the lines of a subject in N-Quads, its block in TriG and Turtle, its node in JSON-LD.
"""

from __future__ import annotations

import itertools
import json
import operator
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad

from kg.graph.dataset import MERGED
from kg.graph.jsonld import Compaction
from kg.graph.namespaces import data_prefixes
from kg.graph.turtle import TermWriter, blocks

__all__ = ["JSONLD", "NQUADS", "TRIG", "TURTLE", "PieceWriter", "Pieces"]

NQUADS, TRIG, JSONLD, TURTLE = range(4)
"""The files, by place among those of `kg.graph.files.GRAPH_FILES`."""


_Texts = tuple[bytes, bytes, bytes]


class Pieces(NamedTuple):
    """A part of a graph, written: for each subject its lines, and for each graph that speaks of it (TriG, JSON-LD, Turtle).

    A run of subjects that no other subject stands between counts as one, named by what they all begin with: the claims of an article. What
    the article's graph says of them stands with the article.
    `graphs` are the names of the graphs; a graph that says nothing of a subject has empty pieces there, and only the graph of
    conclusions has Turtle.
    """

    key: str
    content: bytes
    quads: int
    graphs: tuple[str, ...]
    subjects: tuple[str, ...]
    lines: tuple[bytes, ...]
    texts: tuple[_Texts, ...]
    """By subject, then by graph: subject k and graph g at k · len(graphs) + g."""


class PieceWriter:
    """Writes the pieces of graphs under one base."""

    def __init__(self, base: str) -> None:
        self._names = TermWriter(data_prefixes(base))
        self._nodes = Compaction(base)
        self._merged = base + MERGED

    def pieces(self, key: str, content: bytes, quads: Iterable[Quad], run: str = "") -> Pieces:
        """The pieces of one part; with `run` those of an article and its claims, whose subjects begin so."""
        by_line = {str(quad): quad for quad in quads}
        ordered = [(line, by_line[line]) for line in sorted(by_line)]
        graphs = tuple(sorted({quad.graph_name.value for _, quad in ordered if isinstance(quad.graph_name, NamedNode)}))
        if run and len(graphs) == 1 and (written := self._article(ordered, run)) is not None:
            return Pieces(key, content, len(ordered), graphs, *written)
        subjects: list[str] = []
        lines: list[bytes] = []
        texts: list[_Texts] = []
        for subject, members in itertools.groupby(ordered, key=lambda pair: pair[1].subject):
            told = list(members)
            subjects.append(str(subject))
            lines.append("".join(f"{line} .\n" for line, _ in told).encode())
            for graph in graphs:
                texts.append(self._texts(graph, [quad for _, quad in told if quad.graph_name.value == graph]))  # type: ignore[union-attr]
        return Pieces(key, content, len(ordered), graphs, tuple(subjects), tuple(lines), tuple(texts))

    def _article(self, ordered: list[tuple[str, Quad]], run: str) -> tuple[tuple[str, ...], tuple[bytes, ...], tuple[_Texts, ...]] | None:
        """Subjects, lines and texts of an article and its claims in two pieces; None where the subjects are not one and a run."""
        about = [(line, quad) for line, quad in ordered if not line.startswith(run)]
        subjects = {str(quad.subject) for _, quad in about}
        claims = [(line, quad) for line, quad in ordered if line.startswith(run)]
        if len(subjects) != 1 or not claims or any("/" in str(quad.subject)[len(run) :] for _, quad in claims) or min(subjects) > run:
            return None
        lines = tuple("".join(f"{line} .\n" for line, _ in told).encode() for told in (about, claims))
        block = "".join(blocks((quad for _, quad in ordered), self._names, "  ")).encode()
        by_subject = itertools.groupby((quad for _, quad in ordered), key=lambda quad: quad.subject.value)  # type: ignore[union-attr]
        nodes = ",\n".join(json.dumps(self._nodes.node(subject, told), ensure_ascii=False) for subject, told in by_subject).encode()
        return (min(subjects), run), lines, ((block, nodes, b""), (b"", b"", b""))

    def _texts(self, graph: str, quads: list[Quad]) -> _Texts:
        if not quads:
            return b"", b"", b""
        block = "".join(blocks(quads, self._names, "  ")).encode()
        subject = operator.attrgetter("value")(quads[0].subject)
        node = json.dumps(self._nodes.node(subject, quads), ensure_ascii=False).encode()
        # no literal holds a line end of its own, so that what follows one is the indent
        return block, node, block.replace(b"\n  ", b"\n") if graph == self._merged else b""
