"""From articles and claims to the named graph of each article: what this witness says, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from kg.graph.terms import LABEL, TYPE, Triple, address, day, decimal, facts, integer, kg, text
from kg.model import ArticleInfo, Claim

__all__ = ["article_graph", "article_triples", "claim_triples"]

_LABEL_LENGTH = 80


def article_graph(article: str) -> str:
    """The identifier of an article, which is the name of its graph too."""
    return f"article/{article}"


def article_triples(article: ArticleInfo, iri: Callable[[str], NamedNode]) -> Iterator[Triple]:
    """The metadata of one article. The day of publication is the one of the article's own time zone."""
    published = article.published or ""
    yield from facts(
        iri(article_graph(article.id)),
        (TYPE, kg("Article")),
        (LABEL, text(article.title or article.id, "vi")),
        (kg("title"), text(article.title)),
        (kg("url"), address(article.url)),
        (kg("outlet"), text(article.outlet)),
        (kg("author"), text(article.author)),
        (kg("datePublished"), day(published[:10]) if len(published) >= 10 else None),
        (kg("publishedAt"), text(published)),
        (kg("sha256"), text(article.sha256)),
    )


def claim_triples(claim: Claim, iri: Callable[[str], NamedNode]) -> Iterator[Triple]:
    """One claim with its evidence; offsets are characters of the article's text, half-open."""
    quote = " ".join(claim.quote.split())
    shortened = quote if len(quote) <= _LABEL_LENGTH else quote[: _LABEL_LENGTH - 1].rstrip() + "…"
    yield from facts(
        iri(claim.id),
        (TYPE, kg("Claim")),
        (LABEL, text(f"“{shortened}”", "vi")),
        (kg("inArticle"), iri(article_graph(claim.article))),
        (kg("supports"), iri(claim.about)),
        (kg("claimKind"), text(claim.kind)),
        (kg("quote"), text(claim.quote)),
        (kg("spanStart"), integer(claim.start)),
        (kg("spanEnd"), integer(claim.end)),
        (kg("sentence"), text(claim.sentence)),
        (kg("sentenceStart"), integer(claim.sentence_start)),
        (kg("sentenceEnd"), integer(claim.sentence_end)),
        (kg("rule"), text(claim.rule)),
        (kg("confidence"), decimal(claim.confidence)),
        (kg("tier"), text(claim.tier)),
    )
