"""Offices told in passing: steps of a career that are over, times that something else is dated by, and what only would be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

CASES = [
    (
        "left for the next",
        "Ông Lê Văn An làm Phó Bí thư rồi Bí thư Tỉnh ủy Hà Nam.",
        {("Phó Bí thư Tỉnh ủy", "former"), ("Bí thư Tỉnh ủy", "current")},
    ),
    (
        "now elsewhere",
        "Ông Lê Văn An làm Giám đốc Sở Y tế Hà Nội. Nay ông An là Bí thư Tỉnh ủy Hà Nam.",
        {("Giám đốc Sở Y tế", "former"), ("Bí thư Tỉnh ủy", "current")},
    ),
    (
        "not: what he is besides",
        "Ông Lê Văn An làm Giám đốc Sở Y tế Hà Nội. Hiện ông An còn là Chủ tịch Hội Nông dân Việt Nam.",
        {("Giám đốc Sở Y tế", "current"), ("Chủ tịch Hội Nông dân Việt Nam", "current")},
    ),
    (
        "before which he did something else",
        "Bộ trưởng Bộ Nội vụ Lê Văn An học ở Huế trước khi về địa phương làm Giám đốc Sở Y tế Hà Nội.",
        {("Bộ trưởng Bộ Nội vụ", "current")},
    ),
    (
        "not: the only office that is told",
        "Ông Lê Văn An học ở Huế trước khi làm Giám đốc Sở Y tế Hà Nội.",
        {("Giám đốc Sở Y tế", "current")},
    ),
    ("while he held it", "Ông Lê Văn An đã ký việc này khi giữ cương vị Bộ trưởng Bộ Nội vụ.", {("Bộ trưởng Bộ Nội vụ", "former")}),
    (
        "not: named by it",
        "Giám đốc Sở Y tế Hà Nội Lê Văn An ký việc này khi giữ chức Giám đốc Sở Y tế Hà Nội.",
        {("Giám đốc Sở Y tế", "current")},
    ),
    ("what some fear", "Nhiều người lo ông Lê Văn An lên làm Bộ trưởng Bộ Nội vụ.", set()),
    ("what it would do", "Việc ông Lê Văn An lên làm Bộ trưởng Bộ Nội vụ có thể gây tranh cãi.", set()),
    ("not: what it did", "Việc ông Lê Văn An lên làm Bộ trưởng Bộ Nội vụ đã gây tranh cãi.", {("Bộ trưởng Bộ Nội vụ", "current")}),
]


@pytest.mark.parametrize(("construction", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_steps(read: Callable[..., Extraction], construction: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, status) for _, role, _, status in holdings(read(text))} == expected
