"""What a build costs beside reading facts from the articles, as ratios of processor time in one run: `python benchmarks/build_speed.py ARTICLES`.

Printed are: resolving, RDF and store against extraction; adding one article to the build against building it; the greatest memory a build
takes; and how the time grows with the number of articles. Each build runs in a process of its own; processor time is counted, not the
clock, so that other work on the machine does not change the ratios much.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

_SHARE = 0.5
_ADDING = 0.03
_MEMORY = 1000
_GROWTH = 1.3


class Cost(msgspec.Struct, frozen=True):
    """Processor seconds of a build and of its stages; `memory` is the most it held at one time, in MB."""

    total: float
    reading: float
    extraction: float
    resolution: float
    graph: float
    memory: float

    @property
    def behind(self) -> float:
        """What comes behind extraction: resolving the records and writing them as RDF and into the store."""
        return self.resolution + self.graph


def main() -> None:
    """Parse the arguments, build, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, help="a file or folder of articles, as `kg build` reads it")
    parser.add_argument("--most", type=int, default=2000, help="how many of them are built")
    parser.add_argument("--build", nargs="+", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build:
        print(msgspec.json.encode(_build([str(arguments.articles), *arguments.build[1:]], arguments.build[0])).decode())
        return
    from kg.reading import read_articles

    lines = []
    for article in read_articles(arguments.articles, on_error=lambda error: print(error, file=sys.stderr)):
        row = {"id": article.info.id, "title": article.info.title, "published": article.info.published, "outlet": article.info.outlet}
        lines.append(json.dumps(row | {"text": article.text}, ensure_ascii=False))
        if len(lines) > arguments.most:
            break
    most = len(lines) - 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        few, many, one, more = (folder / f"{name}.jsonl" for name in ("few", "many", "one", "more"))
        for file, rows in ((few, lines[: most // 4]), (many, lines[:most]), (one, lines[most:]), (more, lines)):
            file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        small = _in_process(few, folder / "small")
        whole = _in_process(many, folder / "build")
        added = _in_process(many, folder / "build", one)
        taken = _in_process(many, folder / "build")
        longer = _in_process(more, folder / "build")
    _print(most, small, whole, added, taken, longer)


def _in_process(articles: Path, folder: Path, *others: Path) -> Cost:
    command = [sys.executable, __file__, str(articles), "--build", str(folder), *map(str, others)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Cost)


def _build(sources: list[str], folder: str) -> Cost:
    from kg.build import build

    begin = time.process_time()
    reached = {"reading": begin}

    def advance(stage: str, done: int, total: int) -> None:
        reached[f"{stage} {done == total}" if stage in ("resolving", "writing the graph") else stage] = time.process_time()

    build(sources, folder, jobs=1, on_failure=lambda message: print(message, file=sys.stderr), on_progress=advance)
    end = time.process_time()
    return Cost(
        total=end - begin,
        reading=reached["reading"] - begin,
        extraction=reached["resolving False"] - reached["reading"],
        resolution=reached["resolving True"] - reached["resolving False"],
        graph=reached["writing the graph True"] - reached["writing the graph False"],
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    )


def _print(most: int, small: Cost, whole: Cost, added: Cost, taken: Cost, longer: Cost) -> None:
    behind, adding = whole.behind / whole.extraction, added.total / whole.total
    growth = whole.behind / small.behind / (most / (most // 4))
    growth_of_all = whole.total / small.total / (most / (most // 4))
    seconds = f"reading {whole.reading:.1f} s, extraction {whole.extraction:.1f} s, resolution {whole.resolution:.1f} s, graph {whole.graph:.1f} s"
    print(f"{most} articles, processor time: {seconds}, all {whole.total:.1f} s")
    print(f"resolution, RDF and store against extraction: {behind:.2f} (at most {_SHARE})")
    print(f"adding one article, in a file of its own, against building: {adding:.3f} (at most {_ADDING}); {added.total:.2f} s:")
    print(f"    reading {added.reading:.2f}, extraction {added.extraction:.2f}, resolution {added.resolution:.2f}, graph {added.graph:.2f}")
    print(f"taking it back: {taken.total / whole.total:.3f}; adding it at the end of the one file of all: {longer.total / whole.total:.3f}")
    print(f"most memory: {max(whole.memory, added.memory):.0f} MB (at most {_MEMORY})")
    print(f"from {most // 4} to {most} articles: behind extraction {growth:.2f} times linear, all {growth_of_all:.2f} (at most {_GROWTH})")


if __name__ == "__main__":
    main()
