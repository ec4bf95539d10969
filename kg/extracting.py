"""Many articles into their records, in the order given, on one processor or several; an article that fails is told by name.

Comes in: articles. Goes out: for each the line of its record, or what went wrong. The same line whatever the number of processes.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg.collecting import without_collecting
from kg.errors import KgError
from kg.extraction import Extractor
from kg.model import Article, encode_extraction

__all__ = ["Extracted", "extract_all", "processors"]

_WORTH_A_POOL = 60
"""Articles below which starting processes takes longer than it saves."""
_CHUNK = 10
_CHUNKS_AHEAD = 4


class Extracted(NamedTuple):
    """The record of an article as a line of JSON without its end, or None and what went wrong."""

    article: str
    line: bytes | None
    failure: str = ""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(articles: Iterable[Article], lexicon: Sequence[Path] = (), jobs: int = 1) -> Iterator[Extracted]:
    """Extract each article with the package's lexicon and the user's tables in the folders `lexicon`, in `jobs` processes.

    Raises `LexiconError` for a bad table, `KgError` where a process is killed from outside.
    """
    with without_collecting():
        extractor = Extractor(lexicon)  # here too, so that a bad table is told before anything starts
    waiting = iter(articles)
    first = list(islice(waiting, _WORTH_A_POOL))
    if jobs <= 1 or len(first) < _WORTH_A_POOL:
        yield from (_extract(extractor, article) for article in (*first, *waiting))
        return
    yield from _in_processes(_chunks(first, waiting), tuple(lexicon), jobs)


def _chunks(first: Sequence[Article], rest: Iterator[Article]) -> Iterator[list[Article]]:
    articles = iter((*first,))
    while chunk := list(islice(articles, _CHUNK)):
        yield chunk
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _in_processes(chunks: Iterator[list[Article]], lexicon: tuple[Path, ...], jobs: int) -> Iterator[Extracted]:
    # spawned, not forked: a fork would copy the threads of the progress bar and of Oxigraph half alive
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        running: list[Future[list[Extracted]]] = []
        try:
            for chunk in chunks:
                running.append(pool.submit(_extract_chunk, chunk, lexicon))
                if len(running) > jobs * _CHUNKS_AHEAD:
                    yield from running.pop(0).result()
            for future in running:
                yield from future.result()
        except BrokenProcessPool as error:
            raise KgError("a process that read articles was killed, for want of memory perhaps; run again with --jobs 1") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@functools.lru_cache(maxsize=1)
def _extractor(lexicon: tuple[Path, ...]) -> Extractor:
    return Extractor(lexicon)


def _extract_chunk(articles: Sequence[Article], lexicon: tuple[Path, ...]) -> list[Extracted]:
    return [_extract(_extractor(lexicon), article) for article in articles]


def _extract(extractor: Extractor, article: Article) -> Extracted:
    """One article; whatever goes wrong with it must not end the reading of the others."""
    try:
        return Extracted(article.info.id, encode_extraction(extractor(article)))
    except Exception as error:
        return Extracted(article.info.id, None, f"{article.info.id}: could not be read into facts ({type(error).__name__}: {error})")
