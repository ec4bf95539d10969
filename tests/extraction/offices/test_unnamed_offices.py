"""A country that takes part through a title without a name: sentence → the titles, and the part the country plays through them."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Article, ArticleInfo, Block

ROWS = [
    ("who is met", "Thủ tướng Phạm Minh Chính hội đàm với Ngoại trưởng Nhật Bản tại Tokyo ngày 16/12.", {("Ngoại trưởng Nhật Bản", "JP", "current")}),
    ("who speaks", "Ngoại trưởng Israel cho biết quyết định sẽ sớm được đưa ra.", {("Ngoại trưởng Israel", "IL", "current")}),
    (
        "who stands in",
        "Thủ tướng Phạm Minh Chính điện đàm với quyền Tổng thống Hàn Quốc ngày 16/12.",
        {("quyền Tổng thống Hàn Quốc", "KR", "acting")},
    ),
    ("not: the holder is named", "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Nhật Bản Fumio Kishida ngày 16/12.", set()),
    (
        "not: named elsewhere in the article",
        "Ngoại trưởng Nhật Bản Yoko Kamikawa đến Hà Nội. Thủ tướng Phạm Minh Chính hội đàm với Ngoại trưởng Nhật Bản ngày 16/12.",
        set(),
    ),
    ("not: a former holder", "Thủ tướng Phạm Minh Chính gặp cựu Thủ tướng Nhật Bản ngày 16/12.", set()),
    ("not: of another time", "Thủ tướng Phạm Minh Chính gặp Tổng thống Pháp khi ấy.", set()),
    ("not: the office", "Ông Fumio Kishida làm Thủ tướng Nhật Bản từ năm 2021.", set()),
    ("not: several hold it", "Thủ tướng Phạm Minh Chính tiếp Phó Thủ tướng Lào ngày 16/12.", set()),
]


@pytest.mark.parametrize(("name", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_titles_without_a_name(name: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    record = extract(Article(ArticleInfo("a", published="2023-12-17"), text, (Block("body", 0, len(text)),)))
    entities = {entity.id: entity for entity in record.entities}
    offices = [entity for entity in record.entities if entity.type == "Office"]
    assert {(entity.mentions[0].text, entity.country, entity.kind) for entity in offices} == expected
    for office in offices:
        taking_part = [entities[part.entity] for event in record.events for part in event.participants if part.office == office.id]
        assert taking_part and {entity.iso for entity in taking_part} == {office.country}
        assert all(text[mention.start : mention.end] == mention.text for mention in office.mentions)
