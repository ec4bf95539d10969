"""From claims to the sentences they stand in, with the span marked, the outlet, the day and the rule that read it; the newest first."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.graph.namespaces import web_address
from kg.serve.graph import Graph, kg
from kg.serve.records import Passage

__all__ = ["claims_of", "evidence", "passage"]

_MOST = 20_000
"""Claims that are put in order; of a resource with more, the rest stand behind them in the order of the store."""


def claims_of(graph: Graph, node: NamedNode) -> list[NamedNode]:
    """The claims a conclusion rests on, the newest article's first; a claim itself is its own."""
    if graph.class_of(node) == "Claim":
        return [node]
    found = list(dict.fromkeys(term for term in graph.values(node, kg("attestedBy")) if isinstance(term, NamedNode)))
    days: dict[NamedNode, str] = {}

    def day(claim: NamedNode) -> str:
        article = _article_of(graph, claim)
        if article is None:
            return ""
        if article not in days:
            days[article] = graph.value(article, "datePublished")
        return days[article]

    first, rest = found[:_MOST], found[_MOST:]
    first.sort(key=lambda claim: claim.value)
    first.sort(key=day, reverse=True)
    return first + rest


def evidence(graph: Graph, claims: Iterable[NamedNode], first: int, offset: int = 0) -> tuple[Passage, ...]:
    """The passages of `first` claims from the place `offset` on; one sentence that several rules read stands once."""
    seen: set[tuple[str, int, str]] = set()
    passages: list[Passage] = []
    for claim in itertools.islice(claims, offset, offset + first):
        one = passage(graph, claim)
        if one is not None and (one.article, one.start, one.quote) not in seen:
            seen.add((one.article, one.start, one.quote))
            passages.append(one)
    return tuple(passages)


def passage(graph: Graph, claim: NamedNode) -> Passage | None:
    """The sentence of a claim; None for a claim without an article or a sentence."""
    article = _article_of(graph, claim)
    sentence = graph.value(claim, "sentence")
    if article is None or not sentence:
        return None
    start = int(graph.value(claim, "sentenceStart") or 0)
    begin = min(max(int(graph.value(claim, "spanStart") or start) - start, 0), len(sentence))
    end = min(max(int(graph.value(claim, "spanEnd") or start) - start, begin), len(sentence))
    return Passage(
        claim=graph.id(claim),
        article=graph.id(article),
        title=graph.value(article, "title") or graph.label(article, "vi"),
        before=sentence[:begin],
        quote=sentence[begin:end],
        after=sentence[end:],
        start=start,
        outlet=graph.value(article, "outlet"),
        date=graph.value(article, "datePublished"),
        url=web_address(graph.value(article, "url")) or "",
        rule=graph.value(claim, "rule"),
        tier=graph.value(claim, "tier"),
        confidence=float(graph.value(claim, "confidence") or 1),
    )


def _article_of(graph: Graph, claim: NamedNode) -> NamedNode | None:
    return next((term for term in graph.values(claim, kg("inArticle")) if isinstance(term, NamedNode)), None)
