"""The whole road: folders of articles → records → knowledge → graph, in a build folder. The one module that knows all stages.

Only new and changed articles are read; what rested on removed ones is taken back, since the graph is made of the records alone.
The same articles give the same bytes, in whatever order they come and whatever was built before.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kg import fingerprints
from kg.build_folder import JUDGEMENTS, MANIFEST, RECORDS, BuildFolder, Manifest
from kg.collecting import without_collecting
from kg.decisions import beside, read_decisions
from kg.errors import ReadingError
from kg.extracting import extract_all
from kg.gathering import SOURCES, Gathering
from kg.graph import BASE, write
from kg.graph.namespaces import base_iri
from kg.lexicon import load_lexicon
from kg.model import Article, decode_extraction
from kg.resolution import Decision, Resolution, resolve_with_reasons

__all__ = ["BuildReport", "build"]

Tell = Callable[[str], None]
Advance = Callable[[str, int, int], None]
"""Told of the stage, how far it is, and how far it goes (0: not known)."""


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did. `failures` are messages that name what could not be read; `unchanged` that there was nothing to do.

    `unused` are the curator's decisions that the articles have nothing for.
    """

    folder: Path
    articles: int
    extracted: int
    reused: int
    removed: int
    failures: tuple[str, ...]
    counts: dict[str, int]
    unchanged: bool = False
    unused: tuple[Decision, ...] = ()


def build(
    sources: str | Path | Iterable[str | Path],
    folder: str | Path = "build",
    *,
    jobs: int = 1,
    lexicon: Sequence[str | Path] = (),
    base: str = BASE,
    background: bool = True,
    decisions: str | Path | None = None,
    on_failure: Tell = lambda message: None,
    on_progress: Advance = lambda stage, done, total: None,
) -> BuildReport:
    """Build the graph of the articles in `sources` (files, folders, globs, `-`) into `folder`.

    `lexicon` are folders of the user's own tables; without `background` the terms of office that no article tells are left out.
    `decisions` is the curator's file, by default `decisions.tsv` beside the folder of the first articles. What cannot be read is told to
    `on_failure` and the rest is built. Raises `ReadingError` where nothing could be read, `StoreError` where the folder cannot be written
    or another build runs there, `ConfigurationError` where a decision is malformed.
    """
    base = base_iri(base)
    sources = [sources] if isinstance(sources, (str, Path)) else list(sources)
    curated = Path(decisions) if decisions is not None else beside(sources)
    decided = read_decisions(curated) if curated is not None else []
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
            for number, one in enumerate(gathering.articles(sources), start=1):
                on_progress("reading", number, 0)
                digests[one.id] = one.digest
                if at_hand(one.id, one.digest):
                    lines[one.id] = known[one.id]
                elif failed_before(one.id, one.digest):
                    failed[one.id] = gathering.failed[one.id]
                    fail(failed[one.id][1])
                elif one.article is not None:
                    yield one.article

        def at_hand(article: str, digest: str) -> bool:
            return article in known and before.get(article) == digest

        def failed_before(article: str, digest: str) -> bool:
            """Whether this program could not read this article into facts the last time: nor can it now."""
            return bool(known) and gathering.failed.get(article, ("", ""))[0] == digest

        def settled(article: str, digest: str) -> bool:
            return at_hand(article, digest) or failed_before(article, digest)

        gathering = Gathering(place.path / SOURCES, fingerprints.of_reading(), settled, lambda error: fail(str(error)))
        failed: dict[str, tuple[str, str]] = {}
        extracted = 0
        waiting = list(changed())
        if not digests:
            raise ReadingError("no article could be read; " + (failures[-1] if failures else "give files or folders of articles"))
        for number, one in enumerate(extract_all(waiting, tables, jobs), start=1):
            on_progress("extracting", number, len(waiting))
            if one.line is None:
                failed[one.article] = digests[one.article], one.failure
                fail(one.failure)
            else:
                lines[one.article] = one.line
                extracted += 1
        if not lines:
            raise ReadingError(f"no article could be read into facts; {failures[-1]}")
        records = b"".join(lines[article] + b"\n" for article in sorted(lines))
        manifest = Manifest(
            extraction=made_by,
            resolution=fingerprints.of_resolution(tables, background, curated),
            base=base,
            records=hashlib.sha256(records).hexdigest(),
            articles={article: digests[article] for article in sorted(lines)},
            counts={},
            decisions=os.path.relpath(curated, place.path) if curated is not None else "",
        )
        reused, removed = len(lines) - extracted, len(set(before) - set(lines))
        if last is not None and msgspec.structs.replace(last, counts={}) == manifest and place.is_whole() and place.holds(records):
            return BuildReport(place.path, len(lines), extracted, reused, removed, tuple(failures), last.counts, unchanged=True)
        waiting.clear()
        copied = place.path if last is not None and last.base == base and place.is_whole() else None
        with without_collecting():
            ordered = map(decode_extraction, (lines[article] for article in sorted(lines)))
            on_progress("resolving", 0, 1)
            resolution = resolve_with_reasons(ordered, load_lexicon(tables), background=background, decisions=decided)
            on_progress("resolving", 1, 1)
            counts = _write(place.new, resolution, records, manifest, copied, on_progress)
            unused = resolution.unused
            del resolution  # while nobody looks through its million records for garbage
        gathering.remember(place.new / SOURCES, failed)
        on_progress("finishing", 1, 1)
        place.put_in_place()
    return BuildReport(place.path, len(lines), extracted, reused, removed, tuple(failures), counts, unused=unused)


def _write(new: Path, resolution: Resolution, records: bytes, manifest: Manifest, last: Path | None, on_progress: Advance) -> dict[str, int]:
    """Write all files of a build into `new`, with what can be copied from the build in `last`; gives the numbers of what the graph holds."""
    knowledge = resolution.knowledge
    on_progress("writing the graph", 0, 1)
    quads = write(knowledge, new, manifest.base, maker=fingerprints.of_graph(), last=last)
    on_progress("writing the graph", 1, 1)
    counts = {name: len(getattr(knowledge, name)) for name in knowledge.__struct_fields__} | {"quads": quads}
    (new / RECORDS).write_bytes(records)
    (new / JUDGEMENTS).write_bytes(b"".join(msgspec.json.encode(judgement) + b"\n" for judgement in resolution.judgements))
    whole = msgspec.structs.replace(manifest, counts=counts)
    (new / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    return counts
