"""Where sentences end, where the splitter alone does not know it: text → sentences."""

from __future__ import annotations

import pytest

from kg.language import split_sentences
from kg.model import Block

CASES = [
    ("a numeral ends a sentence", ["Ông làm ở Tổng cục An ninh I.", "Từ năm 2010, ông về bộ."]),
    ("a numeral of a congress", ["Ông là ủy viên khóa X.", "Ông sinh ở Huế."]),
    ("an initial", ["Ông V. Putin đến Hà Nội."]),
    ("two initials", ["Tượng V. I. Lenin ở Hà Nội."]),
    ("an initial behind an honorific", ["Ông I. Ông nội của cậu bé."]),
    ("an abbreviation", ["Ông gặp TS. Nguyễn Văn An ở Huế."]),
    ("two sentences", ["Ông đến Huế.", "Ông về Hà Nội."]),
]


@pytest.mark.parametrize("sentences", [row[1] for row in CASES], ids=[row[0] for row in CASES])
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = split_sentences(text, [Block("body", 0, len(text))])
    assert [text[s.start : s.end] for s in found] == sentences
