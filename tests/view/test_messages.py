"""The words of the page: every key that is used exists, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from kg.view.conclusions import _EVENT_CLASSES
from kg.view.page import LANGUAGES, messages
from kg.view.records import TIERS, NodeType, TieType

TEMPLATE = Path(messages.__wrapped__.__globals__["__file__"]).parent / "template"
SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in [*(TEMPLATE / "js").glob("*.js"), TEMPLATE / "page.html"])
KEYS = messages()["vi"]
USED = set(re.findall(r'(?:\bt\(|data-(?:t|label|placeholder)=|counted\(|\["column)"([\w.]+)"', SOURCES))
USED |= set(re.findall(r'"((?:column|count|filter|table|export|action|time)\.[\w.]+)"', SOURCES))
PREFIXES = set(re.findall(r"t\(`([\w.]+\.)\$\{", SOURCES)) | {f"{group}." for group in re.findall(r'word\("(\w+)"', SOURCES)}


@pytest.mark.parametrize("key", sorted(USED))
def test_a_used_key_has_words(key: str) -> None:
    assert key in KEYS


@pytest.mark.parametrize("key", sorted(KEYS))
def test_words_are_used_and_stand_in_both_languages(key: str) -> None:
    base = key.removesuffix(".one")
    assert base in USED or any(base.startswith(prefix) for prefix in PREFIXES) or f'"{base}"' in SOURCES
    texts = [messages()[language][key] for language in LANGUAGES]
    assert all(text.strip() == text and text for text in texts)
    assert len({tuple(sorted(set(re.findall(r"\{\w+\}", text)))) for text in texts}) == 1


@pytest.mark.parametrize(
    "key",
    [
        *(f"type.{name}" for name in get_args(NodeType)),
        *(f"tie.{name}" for name in get_args(TieType)),
        *(f"tier.{name}" for name in TIERS),
        *(f"event.{name[0].lower()}{name[1:]}" for name in _EVENT_CLASSES),
        *(f"status.{name}" for name in ("current", "former", "late", "acting", "designate")),
        *(f"modality.{name}" for name in ("happened", "planned", "cancelled", "reported")),
    ],
)
def test_every_value_of_the_graph_has_words(key: str) -> None:
    assert key in KEYS
