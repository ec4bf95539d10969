from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build as build_graph
from kg.serve.tasks import Worker
from tests.serve.site import Site, serve

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "articles"
_MONTHS = ("2023-09", "2024-05", "2024-08", "2024-10")
"""The months whose articles are served: a partnership, visits, a change of two offices."""
TIMEOUT = 2.0
ROWS = 50


def articles(*months: str) -> list[Path]:
    return [path for path in sorted(CORPUS.iterdir()) if path.name.startswith(months)]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of some articles of `corpus/`."""
    folder = tmp_path_factory.mktemp("served") / "build"
    build_graph(articles(*_MONTHS), folder)
    return folder


@pytest.fixture(scope="session")
def site(build: Path) -> Iterator[Site]:
    """That build served, with a short time and few rows for a query."""
    with serve(build, "--timeout", str(TIMEOUT), "--rows", str(ROWS), "--workers", "2") as running:
        yield running


@pytest.fixture(scope="session")
def worker(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Worker:
    """What a worker process does, in this process."""
    folder = tmp_path_factory.mktemp("copy") / "build"
    folder.mkdir()
    for entry in build.iterdir():
        if not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry)
    return Worker(folder, ROWS, True)
