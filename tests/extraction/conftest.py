"""What the tables of sentences are read with: one article of one paragraph, its facts as plain tuples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction import Extractor
from kg.model import ArticleInfo, Extraction
from kg.reading import article_from_text


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[..., Extraction]:
    def _read(text: str, published: str | None = None) -> Extraction:
        return extractor(article_from_text(text, ArticleInfo("test", published=published)))

    return _read
