"""Builds to ask: the small world of `world.py`, and the whole corpus as `kg build` makes it."""

from __future__ import annotations

from pathlib import Path

from kg.build import build
from kg.graph import write
from tests.query.world import KNOWLEDGE

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "articles"


def build_world(folder: Path) -> Path:
    """The small world, built into `folder`."""
    write(KNOWLEDGE, folder)
    return folder


def build_corpus(folder: Path) -> Path:
    """The articles of `corpus/`, built into `folder`."""
    build(CORPUS, folder)
    return folder
