"""The whole road: folders of articles → records → knowledge → graph, in a build folder. The one module that knows all stages.

Only new and changed articles are read; what rested on removed ones is taken back, since the graph is made of the records alone.
The same articles give the same bytes, in whatever order they come and whatever was built before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kg import fingerprints
from kg.build_folder import JUDGEMENTS, MANIFEST, RECORDS, BuildFolder, Manifest
from kg.errors import ReadingError
from kg.extracting import extract_all
from kg.graph import BASE, write
from kg.graph.namespaces import base_iri
from kg.lexicon import load_lexicon
from kg.model import Article, decode_extraction
from kg.reading import read_articles
from kg.resolution import resolve_with_reasons

__all__ = ["BuildReport", "build"]

Tell = Callable[[str], None]
Advance = Callable[[str, int, int], None]
"""Told of the stage, how far it is, and how far it goes (0: not known)."""


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did. `failures` are messages that name what could not be read; `unchanged` that there was nothing to do."""

    folder: Path
    articles: int
    extracted: int
    reused: int
    removed: int
    failures: tuple[str, ...]
    counts: dict[str, int]
    unchanged: bool = False


def build(
    sources: str | Path | Iterable[str | Path],
    folder: str | Path = "build",
    *,
    jobs: int = 1,
    lexicon: Sequence[str | Path] = (),
    base: str = BASE,
    on_failure: Tell = lambda message: None,
    on_progress: Advance = lambda stage, done, total: None,
) -> BuildReport:
    """Build the graph of the articles in `sources` (files, folders, globs, `-`) into `folder`.

    `lexicon` are folders of the user's own tables. What cannot be read is told to `on_failure` and the rest is built. Raises
    `ReadingError` where nothing could be read, `StoreError` where the folder cannot be written or another build runs there.
    """
    base = base_iri(base)
    tables = tuple(Path(place) for place in lexicon)
    place = BuildFolder(Path(folder))
    failures: list[str] = []

    def fail(message: str) -> None:
        failures.append(message)
        on_failure(message)

    with place.alone():
        last = place.manifest()
        made_by = fingerprints.of_extraction(tables)
        known = place.records(last) if last is not None and last.extraction == made_by else {}
        before = last.articles if last is not None else {}
        digests: dict[str, str] = {}
        lines: dict[str, bytes] = {}

        def changed() -> Iterator[Article]:
            """The articles that have to be read anew; those that stand as they are keep their record."""
            for number, article in enumerate(_articles(sources, fail), start=1):
                on_progress("reading", number, 0)
                digest = hashlib.sha256(msgspec.json.encode(article)).hexdigest()
                digests[article.info.id] = digest
                if article.info.id in known and before.get(article.info.id) == digest:
                    lines[article.info.id] = known[article.info.id]
                else:
                    yield article

        extracted = 0
        waiting = list(changed())
        if not digests:
            raise ReadingError("no article could be read; " + (failures[-1] if failures else "give files or folders of articles"))
        for number, one in enumerate(extract_all(waiting, tables, jobs), start=1):
            on_progress("extracting", number, len(waiting))
            if one.line is None:
                fail(one.failure)
            else:
                lines[one.article] = one.line
                extracted += 1
        if not lines:
            raise ReadingError(f"no article could be read into facts; {failures[-1]}")
        records = b"".join(lines[article] + b"\n" for article in sorted(lines))
        manifest = Manifest(
            extraction=made_by,
            resolution=fingerprints.of_resolution(tables),
            base=base,
            records=hashlib.sha256(records).hexdigest(),
            articles={article: digests[article] for article in sorted(lines)},
            counts={},
        )
        reused, removed = len(lines) - extracted, len(set(before) - set(lines))
        if last is not None and msgspec.structs.replace(last, counts={}) == manifest and place.is_whole() and place.holds(records):
            return BuildReport(place.path, len(lines), extracted, reused, removed, tuple(failures), last.counts, unchanged=True)
        counts = _write(place.new, [lines[article] for article in sorted(lines)], records, manifest, tables, on_progress)
        on_progress("finishing", 1, 1)
        place.put_in_place()
    return BuildReport(place.path, len(lines), extracted, reused, removed, tuple(failures), counts)


def _articles(sources: str | Path | Iterable[str | Path], fail: Tell) -> Iterator[Article]:
    return read_articles(sources, on_error=lambda error: fail(str(error)))


def _write(
    new: Path, lines: Sequence[bytes], records: bytes, manifest: Manifest, tables: Sequence[Path], on_progress: Advance
) -> dict[str, int]:
    """Write all files of a build into `new`; gives the numbers of what the graph holds."""
    on_progress("resolving", 0, 1)
    knowledge, judgements = resolve_with_reasons(map(decode_extraction, lines), load_lexicon(tables))
    on_progress("resolving", 1, 1)
    on_progress("writing the graph", 0, 1)
    quads = write(knowledge, new, manifest.base)
    on_progress("writing the graph", 1, 1)
    counts = {name: len(getattr(knowledge, name)) for name in knowledge.__struct_fields__} | {"quads": quads}
    (new / RECORDS).write_bytes(records)
    (new / JUDGEMENTS).write_bytes(b"".join(msgspec.json.encode(judgement) + b"\n" for judgement in judgements))
    whole = msgspec.structs.replace(manifest, counts=counts)
    (new / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    return counts
