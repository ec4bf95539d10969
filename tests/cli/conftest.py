from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest

from kg.build import build
from kg.build_folder import JUDGEMENTS, RECORDS
from kg.graph import write
from kg.model import Extraction, encode_extraction
from kg.resolution import Decision, resolve_with_reasons

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "articles"
_MONTHS = ("2022-11", "2023-03", "2023-08", "2023-09", "2024-07", "2024-08")
"""The months whose articles are built: a partnership that is announced and reported, and a change of office."""

Built = Callable[..., Path]


@pytest.fixture(scope="session")
def some_of_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of some articles of `corpus/`."""
    folder = tmp_path_factory.mktemp("some") / "build"
    build([path for path in sorted(CORPUS.iterdir()) if path.name.startswith(_MONTHS)], folder)
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Gives the function from records to the folder of a build of them."""

    def build_of(*records: Extraction, decisions: Iterable[Decision] = ()) -> Path:
        folder = tmp_path / "build"
        knowledge, judgements, _ = resolve_with_reasons(records, decisions=decisions)
        write(knowledge, folder)
        ordered = sorted(records, key=lambda record: record.article.id)
        (folder / RECORDS).write_bytes(b"".join(encode_extraction(record) + b"\n" for record in ordered))
        (folder / JUDGEMENTS).write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in judgements))
        return folder

    return build_of
