"""From chosen facts to what they rest on: claims, their sentences, the articles, and the articles' texts with the nodes marked.

Claims and articles come from the store, the texts from `extractions.jsonl`; without that file the page has sentences only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

import msgspec
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import StoreError
from kg.graph.namespaces import KG, PREFIXES
from kg.model import Extraction, decode_extraction
from kg.view.conclusions import Names
from kg.view.records import TIERS, PageArticle, PageClaim, PageNode, PageSentence, Tier

__all__ = ["Evidence", "certain_facts", "read_evidence", "read_texts"]

Marks = tuple[tuple[int, int, str], ...]


class Evidence(msgspec.Struct, frozen=True):
    """Claims by their identifiers, the sentences they stand in, the articles those are from."""

    sentences: tuple[PageSentence, ...]
    claims: tuple[PageClaim, ...]
    articles: tuple[PageArticle, ...]


def certain_facts(store: Store, min_tier: Tier) -> frozenset[str]:
    """The conclusions that at least one claim of `min_tier` or a surer tier supports."""
    allowed = " ".join(f'"{tier}"' for tier in TIERS[: TIERS.index(min_tier) + 1])
    query = f"SELECT DISTINCT ?about WHERE {{ VALUES ?tier {{ {allowed} }} ?claim kg:tier ?tier ; kg:supports ?about }}"
    name = Names(store)
    return frozenset(name(about) for (about,) in _select(store, query))


def read_texts(path: Path) -> dict[str, Extraction]:
    """The extraction records of a build by article; empty where the file is missing. Raises `StoreError` for a bad line."""
    if not path.exists():
        return {}
    texts: dict[str, Extraction] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    record = decode_extraction(line)
                except msgspec.DecodeError as error:
                    raise StoreError(f"{path}:{number}: no extraction record ({error}); build it again with `kg build`") from error
                texts[record.article.id] = record
    return texts


def read_evidence(store: Store, claims: Iterable[str], nodes: Iterable[PageNode], texts: Mapping[str, Extraction]) -> Evidence:
    """What `claims` and the first claim of each article about each of `nodes` say; texts only for articles that occur."""
    name = Names(store)
    nodes = tuple(nodes)
    wanted = dict.fromkeys((*claims, *_first_of_each_article(nodes)))
    sentences: dict[tuple[str, int, int], int] = {}
    written: list[PageSentence] = []
    found: list[PageClaim] = []
    for claim in wanted:
        row = _properties(store, NamedNode(name.base + claim))
        if "inArticle" not in row or "sentence" not in row:
            continue
        article = name(NamedNode(row["inArticle"]))
        start, end = int(row["sentenceStart"]), int(row["sentenceEnd"])
        if (article, start, end) not in sentences:
            sentences[article, start, end] = len(written)
            text = texts.get(article.removeprefix("article/"))
            in_text = text is not None and text.text[start:end] == row["sentence"]
            written.append(PageSentence(article, start, end, "" if in_text else row["sentence"]))
        found.append(
            PageClaim(
                id=claim,
                sentence=sentences[article, start, end],
                start=int(row.get("spanStart", start)) - start,
                end=int(row.get("spanEnd", end)) - start,
                rule=row.get("rule", ""),
                tier=cast(Tier, row["tier"]) if row.get("tier") in TIERS else "asserted",
                confidence=float(row.get("confidence", 1)),
            )
        )
    articles = sorted({sentence.article for sentence in written})
    spans = _spans(store, name) if texts else {}
    chosen = {node.id for node in nodes}
    return Evidence(tuple(written), tuple(found), tuple(_article(store, name, a, texts, spans, chosen) for a in articles))


def _first_of_each_article(nodes: Iterable[PageNode]) -> Iterable[str]:
    for node in nodes:
        seen: set[str] = set()
        for claim in node.claims:
            article = claim.rsplit("/", 1)[0]
            if article not in seen:
                seen.add(article)
                yield claim


def _properties(store: Store, subject: NamedNode) -> dict[str, str]:
    return {
        quad.predicate.value.removeprefix(KG): quad.object.value
        for quad in store.quads_for_pattern(subject, None, None)
        if isinstance(quad.object, (NamedNode, Literal))
    }


def _article(
    store: Store, name: Names, article: str, texts: Mapping[str, Extraction], spans: Mapping[tuple[str, int, int], str], chosen: set[str]
) -> PageArticle:
    row = _properties(store, NamedNode(name.base + article))
    record = texts.get(article.removeprefix("article/"))
    return PageArticle(
        id=article,
        title=row.get("title", ""),
        outlet=row.get("outlet", ""),
        author=row.get("author", ""),
        date=row.get("datePublished", ""),
        url=row.get("url", ""),
        text=record.text if record else "",
        marks=_marks(record, article, spans, chosen) if record else (),
    )


def _spans(store: Store, name: Names) -> dict[tuple[str, int, int], str]:
    """Where an article names what: (article, start, end) → the node the claim about it supports."""
    query = """SELECT ?article ?start ?end ?about WHERE {
        ?claim kg:claimKind "entity" ; kg:inArticle ?article ; kg:spanStart ?start ; kg:spanEnd ?end ; kg:supports ?about }"""
    return {(name(a), int(start.value), int(end.value)): name(about) for a, start, end, about in _select(store, query)}


def _marks(record: Extraction, article: str, spans: Mapping[tuple[str, int, int], str], chosen: set[str]) -> Marks:
    """All mentions of the article's entities that are nodes of the page; of two that overlap the longer one."""
    mentions: list[tuple[int, int, str]] = []
    for entity in record.entities:
        places = [(mention.start, mention.end) for mention in entity.mentions]
        node = next((spans[article, *place] for place in places if (article, *place) in spans), "")
        if entity.iso and not node:
            node = f"country/{entity.iso}"
        if node in chosen:
            mentions.extend((start, end, node) for start, end in places)
    marks: list[tuple[int, int, str]] = []
    for start, end, node in sorted(mentions, key=lambda m: (m[0] - m[1], m)):
        if all(end <= other[0] or start >= other[1] for other in marks):
            marks.append((start, end, node))
    return tuple(sorted(marks))


def _select(store: Store, query: str) -> QuerySolutions:
    return cast(QuerySolutions, store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))
