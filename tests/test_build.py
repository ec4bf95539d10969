"""The whole road on a small folder: the same bytes whatever was built before, failures by name, and a build that is killed."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import build
from kg.build_folder import JUDGEMENTS, MANIFEST, RECORDS, BuildFolder
from kg.errors import ConfigurationError, LexiconError, ReadingError, StoreError
from kg.graph import GRAPH_FILES, open_store
from kg.model import decode_extraction

FILES = (RECORDS, JUDGEMENTS, MANIFEST, *GRAPH_FILES)
ARTICLES = {
    "mot": "Tổng thống Mỹ Joe Biden hội đàm với Tổng Bí thư Nguyễn Phú Trọng tại Hà Nội chiều 10/9.",
    "hai": "Ngoại trưởng Nga Sergei Lavrov gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn.",
    "ba": "Thủ tướng Phạm Minh Chính tiếp Thủ tướng Lào Sonexay Siphandone.",
}


def write_article(folder: Path, name: str, text: str) -> None:
    """A text file with front matter, a day of September for each."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(f"---\ntitle: {name}\npublished: 2023-09-11\n---\n{text}\n", encoding="utf-8")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        write_article(tmp_path / "news", name, text)
    return tmp_path / "news"


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def fresh(news: Path, folder: Path) -> dict[str, bytes]:
    """The files of a build from nothing."""
    build(news, folder)
    return contents(folder)


def test_a_build_holds_what_it_says(news: Path, tmp_path: Path) -> None:
    report = build(news, tmp_path / "build")
    assert (report.articles, report.extracted, report.reused, report.removed, report.failures) == (3, 3, 0, 0, ())
    lines = (tmp_path / "build" / RECORDS).read_bytes().splitlines()
    assert [decode_extraction(line).article.id for line in lines] == ["ba", "hai", "mot"]
    assert report.counts["articles"] == 3
    assert len(open_store(tmp_path / "build")) == report.counts["quads"]
    manifest = json.loads((tmp_path / "build" / MANIFEST).read_bytes())
    assert list(manifest["articles"]) == ["ba", "hai", "mot"]
    assert str(tmp_path) not in (tmp_path / "build" / MANIFEST).read_text(encoding="utf-8")


def test_the_order_of_the_sources_does_not_matter(news: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    build(sorted(news.iterdir()), one)
    build(sorted(news.iterdir(), reverse=True), other)
    assert contents(one) == contents(other) == fresh(news, tmp_path / "folder")


def add(news: Path) -> None:
    write_article(news, "bon", "Tổng thống Pháp Emmanuel Macron thăm Việt Nam ngày 26/5/2025.")


def change(news: Path) -> None:
    write_article(news, "hai", "Ngoại trưởng Mỹ Antony Blinken gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn.")


def remove(news: Path) -> None:
    (news / "mot.txt").unlink()


def all_three(news: Path) -> None:
    add(news)
    change(news)
    remove(news)


def redate(news: Path) -> None:
    path = news / "ba.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("2023-09-11", "2023-09-12"), encoding="utf-8")


@pytest.mark.parametrize(
    ("edit", "extracted", "reused", "removed"),
    [(add, 1, 3, 0), (change, 1, 2, 0), (remove, 0, 2, 1), (all_three, 2, 1, 1), (redate, 1, 2, 0)],
)
def test_a_second_build_ends_as_one_from_nothing(news: Path, tmp_path: Path, edit: object, extracted: int, reused: int, removed: int) -> None:
    assert callable(edit)
    build(news, tmp_path / "build")
    edit(news)
    report = build(news, tmp_path / "build")
    assert (report.extracted, report.reused, report.removed, report.unchanged) == (extracted, reused, removed, False)
    assert contents(tmp_path / "build") == fresh(news, tmp_path / "fresh")


def test_a_build_of_the_same_articles_has_nothing_to_do(news: Path, tmp_path: Path) -> None:
    first = build(news, tmp_path / "build")
    times = {name: (tmp_path / "build" / name).stat().st_mtime_ns for name in FILES}
    again = build(news, tmp_path / "build")
    assert again.unchanged and again.extracted == 0 and again.counts == first.counts
    assert times == {name: (tmp_path / "build" / name).stat().st_mtime_ns for name in FILES}


@pytest.mark.parametrize("lost", [*FILES, "store"])
def test_what_is_lost_from_a_build_is_made_again(news: Path, tmp_path: Path, lost: str) -> None:
    whole = fresh(news, tmp_path / "build")
    path = tmp_path / "build" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert not build(news, tmp_path / "build").unchanged
    assert contents(tmp_path / "build") == whole
    assert len(open_store(tmp_path / "build")) > 0


@pytest.mark.parametrize("spoilt", [b"", b"{", b'{"format": 0}', b"\xff"])
def test_a_manifest_that_is_spoilt_is_no_obstacle(news: Path, tmp_path: Path, spoilt: bytes) -> None:
    whole = fresh(news, tmp_path / "build")
    (tmp_path / "build" / MANIFEST).write_bytes(spoilt)
    assert build(news, tmp_path / "build").extracted == 3
    assert contents(tmp_path / "build") == whole


def test_records_that_are_not_those_of_the_manifest_are_not_used(news: Path, tmp_path: Path) -> None:
    whole = fresh(news, tmp_path / "build")
    records = tmp_path / "build" / RECORDS
    records.write_bytes(records.read_bytes().replace(b"Lavrov", b"Labrov"))
    assert build(news, tmp_path / "build").extracted == 3
    assert contents(tmp_path / "build") == whole


def test_tables_of_ones_own_read_everything_anew(news: Path, tmp_path: Path) -> None:
    build(news, tmp_path / "build")
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "people.tsv").write_text("name\taliases\tcountry\tsource\nBùi Thanh Sơn\tông Bảy\tVN\ttest\n", encoding="utf-8")
    report = build(news, tmp_path / "build", lexicon=[tables])
    assert report.extracted == 3
    assert build(news, tmp_path / "build", lexicon=[tables]).unchanged


def test_another_base(news: Path, tmp_path: Path) -> None:
    build(news, tmp_path / "build", base="https://data.example.org/x")
    assert "https://data.example.org/x/person/joe-biden" in (tmp_path / "build" / "graph.nq").read_text(encoding="utf-8")
    assert build(news, tmp_path / "build").extracted == 0
    assert contents(tmp_path / "build") == fresh(news, tmp_path / "fresh")


def test_files_that_cannot_be_read_are_told_by_name_and_the_others_built(news: Path, tmp_path: Path) -> None:
    whole = fresh(news, tmp_path / "whole")
    (news / "empty.txt").write_bytes(b"")
    (news / "broken.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}')[:9])
    told: list[str] = []
    report = build(news, tmp_path / "build", on_failure=told.append)
    assert list(report.failures) == told
    assert [Path(message.split(":")[0]).name for message in told] == ["broken.jsonl.gz", "empty.txt"]
    assert contents(tmp_path / "build") == whole


def test_nothing_to_read_leaves_the_last_build(news: Path, tmp_path: Path) -> None:
    whole = fresh(news, tmp_path / "build")
    with pytest.raises(ReadingError, match="nowhere"):
        build(tmp_path / "nowhere", tmp_path / "build")
    assert contents(tmp_path / "build") == whole


def test_a_bad_table_is_told_and_leaves_the_last_build(news: Path, tmp_path: Path) -> None:
    whole = fresh(news, tmp_path / "build")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "roles.tsv").write_text("id\tnonsense\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"roles\.tsv"):
        build(news, tmp_path / "build", lexicon=[tmp_path / "tables"])
    assert contents(tmp_path / "build") == whole


def test_a_bad_base_is_told(news: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="ftp"):
        build(news, tmp_path / "build", base="ftp://x")


def test_a_folder_that_cannot_be_written_is_told(news: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="file"):
        build(news, tmp_path / "file")


def test_only_one_builds_at_a_time(news: Path, tmp_path: Path) -> None:
    with BuildFolder(tmp_path / "build").alone(), pytest.raises(StoreError, match="another process builds here"):
        build(news, tmp_path / "build")


def test_several_processes_give_the_same_bytes(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extracting._WORTH_A_POOL", 2)
    monkeypatch.setattr("kg.extracting._CHUNK", 1)
    report = build(news, tmp_path / "build", jobs=2)
    assert report.extracted == 3
    assert contents(tmp_path / "build") == fresh(news, tmp_path / "alone")


def test_the_stages_are_told(news: Path, tmp_path: Path) -> None:
    stages: list[str] = []
    build(news, tmp_path / "build", on_progress=lambda stage, done, total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading", "extracting", "resolving", "writing the graph", "finishing"]


_KILLED = """
import os, signal, sys
from pathlib import Path
import kg.build, kg.build_folder
moment, news, folder = sys.argv[1:]
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
renames = []
def dying(real):
    def move(self, target):
        renames.append(self)
        if moment == f"rename {len(renames)}": die()
        return real(self, target)
    return move
if moment.startswith("rename"):
    finish = kg.build_folder.BuildFolder.put_in_place
    def put_in_place(self):
        Path.replace, Path.rename = dying(Path.replace), dying(Path.rename)
        finish(self)
    kg.build_folder.BuildFolder.put_in_place = put_in_place
def advance(stage, done, total):
    if stage == moment: die()
kg.build.build(news, folder, on_progress=advance)
"""


@pytest.mark.parametrize("moment", ["extracting", "rename 2", "rename 9"])
def test_a_build_that_is_killed_leaves_a_graph_and_is_finished_by_the_next(news: Path, tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "build"
    build(news, folder)
    all_three(news)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    ended = subprocess.run([sys.executable, "-c", _KILLED, moment, str(news), str(folder)], env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert len(open_store(folder)) > 0, "there is a graph to ask"
    build(news, folder)
    assert contents(folder) == fresh(news, tmp_path / "fresh")
    assert not [path.name for path in folder.iterdir() if path.name.startswith((".build-new", ".store-old"))]


_KILLED_AT_A_CALL = """
import os, signal, sys
import kg.build
news, folder, at = sys.argv[1], sys.argv[2], int(sys.argv[3])
calls = writing = 0
def count(frame, event, argument):
    global calls
    if event in ("call", "c_call"):
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
def advance(stage, done, total):
    global writing
    if stage == "writing the graph" and not done:
        writing = calls
sys.setprofile(count)
kg.build.build(news, folder, on_progress=advance)
sys.setprofile(None)
print(writing, calls)
"""


def run_killed(news: Path, folder: Path, at: int) -> subprocess.CompletedProcess[str]:
    """A build that is killed when it makes its call number `at`; 0 lets it end, and it prints the calls before it wrote, and all."""
    command = [sys.executable, "-c", _KILLED_AT_A_CALL, str(news), str(folder), str(at)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, text=True)


def test_a_build_killed_at_any_call_leaves_a_graph_and_is_finished_by_the_next(news: Path, tmp_path: Path) -> None:
    build(news, tmp_path / "first")
    there = {str(quad) for quad in open_store(tmp_path / "first")}
    all_three(news)
    wanted = fresh(news, tmp_path / "wanted")
    shutil.copytree(tmp_path / "first", tmp_path / "counted")
    writing, calls = map(int, run_killed(news, tmp_path / "counted", 0).stdout.split())
    assert contents(tmp_path / "counted") == wanted
    chance = random.Random(20240803)
    points = [chance.randrange(1, writing), *(chance.randrange(writing, calls) for _ in range(4)), calls - chance.randrange(1, 60)]
    for number, at in enumerate(points):
        folder = tmp_path / str(number)
        shutil.copytree(tmp_path / "first", folder)
        assert run_killed(news, folder, at).returncode == -signal.SIGKILL, at
        held = {str(quad) for quad in open_store(folder)}
        assert held in (there, {str(quad) for quad in open_store(tmp_path / "wanted")}), f"killed at call {at}: a whole graph, old or new"
        build(news, folder)
        assert contents(folder) == wanted, f"killed at call {at}"
        assert {str(quad) for quad in open_store(folder)} == {str(quad) for quad in open_store(tmp_path / "wanted")}
        assert not [path.name for path in folder.iterdir() if path.name.startswith((".build-new", ".store-old"))]
