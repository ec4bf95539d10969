from __future__ import annotations

from pathlib import Path

import pytest

from kg.ask import Asker
from tests.query.builds import build_corpus


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def asker(corpus: Path) -> Asker:
    return Asker(corpus)
