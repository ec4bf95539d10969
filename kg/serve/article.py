"""From an article's record to its page: the text in paragraphs, the names in it linked to what they name, sentences that can be pointed at."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from kg.build_folder import RECORDS
from kg.graph.namespaces import web_address
from kg.model import Extraction
from kg.serve.graph import Graph, kg
from kg.serve.records import ArticleRecord, Link, Piece
from kg.serve.texts import record_of

__all__ = ["article"]

_TOLD = 60
_PREFIX = "article/"


def article(graph: Graph, node: NamedNode, identifier: str) -> ArticleRecord:
    """The page of an article; `identifier` is its id in the records (its IRI has it percent-encoded)."""
    record = record_of(graph.folder / RECORDS, identifier)
    named, told = _what_it_tells(graph, node)
    return ArticleRecord(
        id=graph.id(node),
        iri=node.value,
        title=graph.value(node, "title") or graph.label(node, "vi"),
        outlet=graph.value(node, "outlet"),
        author=graph.value(node, "author"),
        date=graph.value(node, "datePublished"),
        url=web_address(graph.value(node, "url")) or "",
        paragraphs=tuple(_paragraphs(record, _marks(record, named, graph))) if record else (),
        told=graph.links(sorted(told, key=lambda one: one.value)[:_TOLD]),
        total_told=len(told),
    )


def _what_it_tells(graph: Graph, node: NamedNode) -> tuple[dict[tuple[int, int], NamedNode], set[NamedNode]]:
    """What the article names, by the span of the claim, and the holdings, events and relations it tells of."""
    named: dict[tuple[int, int], NamedNode] = {}
    told: set[NamedNode] = set()
    for quad in graph.store.quads_for_pattern(None, kg("inArticle"), node):
        claim = quad.subject
        if not isinstance(claim, NamedNode):
            continue
        about = next((term for term in graph.values(claim, kg("supports")) if isinstance(term, NamedNode)), None)
        if about is None:
            continue
        if graph.value(claim, "claimKind") == "entity":
            named[int(graph.value(claim, "spanStart") or 0), int(graph.value(claim, "spanEnd") or 0)] = about
        else:
            told.add(about)
    return named, told


def _marks(record: Extraction, named: Mapping[tuple[int, int], NamedNode], graph: Graph) -> list[tuple[int, int, Link]]:
    """All mentions of what the article names, in order; of two that overlap the longer one."""
    mentions: list[tuple[int, int, NamedNode]] = []
    for entity in record.entities:
        places = [(mention.start, mention.end) for mention in entity.mentions]
        about = next((named[place] for place in places if place in named), None)
        if about is None and entity.iso:
            about = graph.node(f"country/{entity.iso}")
        if about is not None:
            mentions += [(start, end, about) for start, end in places]
    kept: list[tuple[int, int, NamedNode]] = []
    free = 0
    for start, end, about in sorted(mentions, key=lambda one: (one[0], -one[1], one[2].value)):
        if start >= free:
            kept.append((start, end, about))
            free = end
    return [(start, end, graph.link(about)) for start, end, about in kept]


def _paragraphs(record: Extraction, marks: list[tuple[int, int, Link]]) -> Iterator[tuple[Piece, ...]]:
    """The text line by line, cut where a sentence or a mention begins or ends."""
    sentences = {sentence.start for sentence in record.sentences}
    link_at = {start: (end, link) for start, end, link in marks}
    cuts = sorted(sentences | {place for start, end, _ in marks for place in (start, end)})
    begin = 0
    for line in record.text.split("\n"):
        end = begin + len(line)
        places = [begin, *(cut for cut in cuts if begin < cut < end), end]
        pieces = []
        for start, stop in itertools.pairwise(places):
            until, link = link_at.get(start, (0, None))
            pieces.append(Piece(record.text[start:stop], link if link and until == stop else None, start if start in sentences else -1))
        if line.strip():
            yield tuple(pieces)
        begin = end + 1
