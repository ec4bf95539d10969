"""The table `kg/lexicon/page_furniture.tsv`: every row has a source, and its example is read by its pattern."""

from __future__ import annotations

import pytest

from kg.model import ArticleInfo
from kg.reading import article_from_text
from kg.reading.bylines import person_name, read_byline
from kg.reading.page_furniture import FurnitureRow, furniture_rows, page_furniture
from kg.reading.paragraphs import glued_starts

LEAD = "Hai bộ trưởng gặp nhau sáng nay tại Đà Nẵng để bàn về tuyến tàu biển mới giữa hai nước."
BODY = "Tại cuộc gặp, hai bên nhất trí mở thêm hai tuyến tàu chở hàng và cùng nhau đào tạo thuyền viên trẻ."
ROWS = [pytest.param(row, id=f"{row.kind}: {row.example[:30]}") for row in furniture_rows()]


def kinds(line: str) -> list[str]:
    article = article_from_text(f"{LEAD}\n{line}\n{BODY}", ArticleInfo(id="a"))
    return [block.kind for block in article.blocks][1:-1]


@pytest.mark.parametrize("row", ROWS)
def test_the_example_is_read(row: FurnitureRow) -> None:
    table = page_furniture()
    line = row.example
    checks = {
        "furniture_line": lambda: kinds(line) == ["furniture"],
        "related_heading": lambda: kinds(line) == ["furniture"] and table.related_heading.fullmatch(line),
        "inline_furniture": lambda: kinds(f"{BODY} {line}") == ["body", "furniture"],
        "outlet_prefix": lambda: (m := table.outlet_prefix.match(line)) and table.outlets[m["bare"].casefold()] == row.value,
        "credit_label": lambda: kinds(line) == ["credit"],
        "credit_nature": lambda: kinds(line) == ["credit"],
        "agency": lambda: kinds(line) == ["caption", "credit"],
        "caption_cue": lambda: kinds(line) == ["caption"],
        "picture_prefix": lambda: kinds(line) == ["furniture", row.value],
        "byline_label": lambda: read_byline(line) == "PHẠM HƯNG",
        "source_line": lambda: read_byline(line) == "" or read_byline(line) == "Lan Anh",
        "abbreviation": lambda: glued_starts(line, 0, len(line)) == [],
        "numbered_part": lambda: glued_starts(line, 0, len(line)) == [],
        "never_last": lambda: glued_starts(line + " và", 0, len(line) + 3) == [],
        "joined_name": lambda: glued_starts(line + " và", 0, len(line) + 3) == [],
        "paragraph_opener": lambda: glued_starts(line, 0, len(line)) == [line.index(row.pattern)],
        "not_a_person": lambda: not person_name(line),
        "no_person_begins": lambda: not person_name(line),
    }
    assert checks[row.kind]()


def test_every_row_has_a_source_and_an_example_of_its_own() -> None:
    rows = furniture_rows()
    assert all(row.source and row.example and row.pattern for row in rows)
    assert len({(row.kind, row.pattern) for row in rows}) == len(rows)
