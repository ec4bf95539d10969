"""Every notebook runs from its source on a fresh build of the corpus, and the committed .ipynb is made from that source."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

from tests.query.builds import build_corpus

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
SOURCES = sorted(NOTEBOOKS.glob("*.py"))
KILOBYTES = 400


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_corpus(tmp_path_factory.mktemp("build"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_runs(source: Path, build: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_BUILD", str(build))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    monkeypatch.setenv("PYTHONPATH", str(NOTEBOOKS.parent))
    notebook = jupytext.read(source)
    NotebookClient(notebook, kernel_name="python3", timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    pictures = [output for cell in notebook.cells for output in cell.get("outputs", []) if "image/png" in output.get("data", {})]
    assert len(pictures) >= 2
    assert not [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "error"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_the_committed_notebook_is_that_of_the_source(source: Path) -> None:
    made = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    assert [cell.source for cell in made.cells] == [cell.source for cell in jupytext.read(source).cells]
    assert all(cell.execution_count for cell in made.cells if cell.cell_type == "code")
    assert source.with_suffix(".ipynb").stat().st_size < KILOBYTES * 1024
    assert "/tmp/" not in source.with_suffix(".ipynb").read_text(encoding="utf-8")
