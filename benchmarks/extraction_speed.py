"""Characters a second of `kg extract` (one process) beside `underthesea.ner` on the same articles, in turn, in one run; prints the ratio.

    python benchmarks/extraction_speed.py ARTICLES... [-n 300] [--rounds 3] [--linearity]

Both read the same sentences: underthesea's tagger is quadratic in the length of its input, so it is given single sentences.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from underthesea import ner

from kg.extraction import Extractor
from kg.language import split_sentences
from kg.model import Article, ArticleInfo
from kg.reading import article_from_text, read_articles


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def tag(articles: list[Article]) -> None:
    """What the peer does with the articles: named entities of each sentence."""
    for article in articles:
        for sentence in split_sentences(article.text, article.blocks):
            ner(article.text[sentence.start : sentence.end])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("-n", type=int, default=300, help="how many articles, drawn by seed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--linearity", action="store_true", help="also time one article against ten times its text")
    arguments = parser.parse_args()
    articles = list(read_articles(arguments.articles, on_error=lambda error: print(error)))
    articles = random.Random(20230901).sample(articles, min(arguments.n, len(articles)))
    characters = sum(len(a.text) for a in articles)
    extractor = Extractor()
    extractor(articles[0])
    ner("Hà Nội")
    ours, peer = [], []
    for _ in range(arguments.rounds):
        ours.append(seconds(lambda: [extractor(a) for a in articles]))
        peer.append(seconds(lambda: tag(articles)))
    print(f"{len(articles)} articles, {characters:,} characters, {arguments.rounds} rounds in turn, one process")
    print(f"kg extract       {characters / statistics.median(ours):12,.0f} characters/s")
    print(f"underthesea.ner  {characters / statistics.median(peer):12,.0f} characters/s")
    print(f"ratio            {statistics.median(p / o for p, o in zip(peer, ours, strict=True)):12.1f}")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12,.0f} MB (both together)")
    if arguments.linearity:
        text = max(articles, key=lambda a: len(a.text)).text
        one = article_from_text(text, ArticleInfo("one"))
        ten = article_from_text("\n".join([text] * 10), ArticleInfo("ten"))
        ratios = [seconds(lambda: extractor(ten)) / seconds(lambda: extractor(one)) for _ in range(5)]
        print(f"ten times the text takes {statistics.median(ratios):.1f} times the time ({len(one.text):,} characters)")


if __name__ == "__main__":
    main()
