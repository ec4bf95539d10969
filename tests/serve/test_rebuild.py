"""A build that is made again while it is served: the new one is picked up, no request fails, and nothing is left behind."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build as build_graph
from kg.errors import StoreError
from kg.serve.snapshot import Snapshot
from tests.serve.conftest import articles
from tests.serve.site import Site, serve

COUNT = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }"
PATHS = ["/id/person/to-lam", "/", "/api/search?q=to%20lam", "/api/neighbours?id=person/to-lam", "/health"]
_PATIENCE = 60


def _copy(build: Path, to: Path) -> Path:
    return Path(shutil.copytree(build, to, ignore=shutil.ignore_patterns(".*")))


@pytest.fixture(scope="module")
def served(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Site]]:
    """A build of its own and the site that serves it, to which the tests below do ever worse things in their order."""
    folder = _copy(build, tmp_path_factory.mktemp("rebuilt") / "build")
    with serve(folder, "--workers", "1") as site:
        yield folder, site


def test_a_rebuild_is_picked_up_without_a_failed_request(served: tuple[Path, Site]) -> None:
    folder, site = served
    before = int(site.values(COUNT)[0][0])
    failed: list[str] = []
    seen: list[int] = []
    asked = itertools.count()
    ended = threading.Event()

    def ask() -> None:
        while not ended.is_set():
            number = next(asked)
            path = PATHS[number % len(PATHS)]
            try:
                page = site.get(f"{path}{'&' if '?' in path else '?'}{'evidence=' + str(number) if path.startswith('/id') else ''}".rstrip("?&"))
                if page.status != 200:
                    failed.append(f"{path} {page.status}")
                seen.append(int(site.values(f"{COUNT} # {number}")[0][0]))
            except OSError as error:
                failed.append(f"{path} {error!r}")

    asking = [threading.Thread(target=ask) for _ in range(3)]
    for one in asking:
        one.start()
    try:
        for wanted, months in ((before - 1, ("2023-09", "2024-08", "2024-10", "2024-05-22")), (2, ("2024-08",))):
            build_graph(articles(*months), folder)
            deadline = time.monotonic() + _PATIENCE
            while (not seen or seen[-1] != wanted) and time.monotonic() < deadline:
                time.sleep(0.05)
            assert seen[-1] == wanted
    finally:
        ended.set()
        for one in asking:
            one.join()
    assert failed == []
    assert set(seen) == {before, before - 1, 2}
    held = list((folder / ".serving").iterdir())
    assert len(held) <= 2  # the one that is served, and one that is just being given up


def test_a_build_that_cannot_be_opened_leaves_the_last_one_in_service(served: tuple[Path, Site], tmp_path: Path) -> None:
    folder, site = served
    before = site.values(COUNT)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "CURRENT").write_text("nothing\n")
    (folder / "store").rename(tmp_path / "old")
    broken.rename(folder / "store")
    assert site.process.stderr is not None
    assert "not served yet" in site.process.stderr.readline()
    assert site.values(f"{COUNT} # again") == before and site.get("/health").status == 200


def test_workers_end_with_the_server_however_it_ends_and_the_next_server_tidies_up(served: tuple[Path, Site]) -> None:
    folder, site = served
    workers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit() and _parent(path) == site.process.pid]
    assert len(workers) >= 3
    os.kill(site.process.pid, signal.SIGKILL)
    site.process.wait()
    deadline = time.monotonic() + _PATIENCE
    while any(_is_running(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_is_running(pid) for pid in workers)
    for left in (folder / ".serving").iterdir():
        os.utime(left, (0, 0))
    Snapshot(folder).close()
    assert list((folder / ".serving").iterdir()) == []


def _parent(path: Path) -> int:
    try:
        return int((path / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _is_running(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_snapshot_shares_the_tables_and_outlives_the_build(build: Path, tmp_path: Path) -> None:
    folder = _copy(build, tmp_path / "build")
    snapshot = Snapshot(folder)
    tables = list((snapshot.folder / "store").glob("*.sst"))
    assert tables and all(table.stat().st_nlink == 2 for table in tables)
    shutil.rmtree(folder / "store")
    assert all(table.exists() for table in tables)
    snapshot.close()
    assert not snapshot.folder.exists()


def test_where_the_folder_cannot_be_written_the_snapshot_stands_elsewhere(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _copy(build, tmp_path / "build")

    def no_link(*paths: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_link)
    snapshot = Snapshot(folder)
    assert folder not in snapshot.folder.parents and (snapshot.folder / "store" / "CURRENT").exists()
    snapshot.close()


def test_without_a_build_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run `kg build` first"):
        Snapshot(tmp_path)
