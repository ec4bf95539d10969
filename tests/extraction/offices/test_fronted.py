"""Offices behind a name that are the next man's: words put first end with a name, and an office without a name is the subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

PM = ("Phạm Minh Chính", "Thủ tướng", None, "current")
US = ("Joe Biden", "Tổng thống", "US", "current")
AN = ("Lê Văn An", "Giám đốc Sở Y tế", "Sở Y tế Hà Nội", "current")

CASES = [
    ("whose opinion", "Tán thành đề xuất của Thủ tướng Phạm Minh Chính, Bộ trưởng Ngoại giao Lào nói sẽ cùng làm.", {PM}),
    ("whose invitation", "Theo lời mời của Thủ tướng Phạm Minh Chính, Thủ tướng Nhật Bản sẽ thăm Việt Nam.", {PM}),
    ("with whom he agrees", "Đồng tình với Tổng thống Mỹ Joe Biden, Thủ tướng Nhật Bản cho rằng cần hợp tác.", {US}),
    ("whom he thanks", "Cảm ơn Tổng thống Mỹ Joe Biden, Chủ tịch Quốc hội Việt Nam nói hai nước là đối tác.", {US}),
    ("whom he met, of the same country", "Sau cuộc gặp với ông Lê Văn An, Giám đốc Sở Y tế Hà Nội nói dịch đã lui.", set()),
    ("two of whom are named", "Trước sự chứng kiến của Thủ tướng Phạm Minh Chính và bà Anna Klar, Bộ trưởng Y tế phát biểu.", {PM}),
    ("the second is of two states", "Trước Thủ tướng Phạm Minh Chính, Bộ trưởng Ngoại giao hai nước đã ký.", {PM}),
    (
        "no country told, known to the tables",
        "Cùng Tổng thống Joe Biden, Thủ tướng Nhật Bản và Tổng thống Hàn Quốc đã ký.",
        {(*US[:2], None, "current")},
    ),
    ("not: the name is the subject", "Sáng nay ông Lê Văn An, Giám đốc Sở Y tế Hà Nội chủ trì cuộc họp.", {AN}),
    ("not: the subject is his", "Đoàn công tác của ông Lê Văn An, Giám đốc Sở Y tế Hà Nội đã thăm Huế.", {AN}),
    ("not: the office is closed", "Trao đổi với ông Lê Văn An, Giám đốc Sở Y tế Hà Nội, người dân hỏi về dịch.", {AN}),
    ("not: said twice", "Theo ông Lê Văn An, Giám đốc Sở Y tế Hà Nội cho biết, dịch đã lui.", {AN}),
    ("not: whom he received", "Sáng nay bà Trần Thị Hoa tiếp ông Lê Văn An, Giám đốc Sở Y tế Hà Nội đến chào.", {AN}),
    ("not: who led", "Cùng đoàn do ông Lê Văn An, Giám đốc Sở Y tế Hà Nội dẫn đầu có hai bác sĩ.", {AN}),
    (
        "not: another subject behind the words put first",
        "Trong niềm vui dành cho Thủ tướng Phạm Minh Chính, ông Lê Văn An, Giám đốc Sở Y tế Hà Nội khẳng định sẽ cố gắng.",
        {PM, AN},
    ),
    ("a feast is nobody", "Vào dịp Halloween, Thủ tướng Canada phát kẹo cho trẻ em.", set()),
    (
        "two prime ministers look on",
        "Trước sự chứng kiến của hai Thủ tướng, Thứ trưởng Trần Thị Hoa ký văn kiện.",
        {("Trần Thị Hoa", "Thứ trưởng", None, "current")},
    ),
    (
        "a verb that ends like a deputy",
        "Nhiệm vụ được giao phó Chủ tịch nước Lương Cường đã hoàn thành.",
        {("Lương Cường", "Chủ tịch nước", None, "current")},
    ),
    ("not: a deputy in lower case", "Phó chủ tịch nước Võ Thị Ánh Xuân dự lễ.", {("Võ Thị Ánh Xuân", "Phó chủ tịch nước", None, "current")}),
    (
        "the last syllable of a lake is no pronoun, the number of a document no title",
        "Phó Thủ tướng Bùi Thanh Sơn ký công điện số 91/CĐ-TTg về hồ chứa Thác Bà, Thủ tướng Chính phủ yêu cầu kiểm tra.",
        {("Bùi Thanh Sơn", "Phó Thủ tướng", None, "current")},
    ),
]


@pytest.mark.parametrize(("construction", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_whose_office(read: Callable[..., Extraction], construction: str, text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert holdings(read(text)) == expected


@pytest.mark.parametrize(
    ("construction", "text", "expected"),
    [
        ("between commas", "Bộ trưởng Công nghiệp Canada, Anita Brown, cho biết.", {("Anita Brown", "Bộ trưởng Công nghiệp", "CA", "current")}),
        (
            "between commas, of a body",
            "Chủ tịch UBND TP Hà Nội, Lê Văn An, cho biết.",
            {("Lê Văn An", "Chủ tịch UBND TP", "UBND TP Hà Nội", "current")},
        ),
        ("not: a list", "Thủ tướng Nhật Bản, Anita Brown, và Emmanuel Macron dự lễ.", set()),
        ("not: another's", "Sau khi gặp Tổng thống Mỹ, Anita Brown, trong áo dài, rời đi.", set()),
        ("not: a place", "Giám đốc Công an tỉnh Quảng Ninh, Hạ Long, họp.", set()),
        (
            "a list of fields that ends in no table",
            "Bộ trưởng Kinh tế, Kế hoạch và Phát triển Cộng hòa Dominica Juan Perez cho biết.",
            {("Juan Perez", "Bộ trưởng Kinh tế, Kế hoạch và Phát triển", "DO", "current")},
        ),
        ("a company of one word", "Bà Anna Klar - Tổng giám đốc Flixbahn đến.", {("Anna Klar", "Tổng giám đốc", "Flixbahn", "current")}),
        ("not: a common word by its letters", "Ông Lê Văn An - Giám đốc HTX đến.", {("Lê Văn An", "Giám đốc", None, "current")}),
    ],
)
def test_name_and_office(read: Callable[..., Extraction], construction: str, text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert holdings(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cảm ơn Thủ tướng Phạm Minh Chính, Tổng thống Pháp khẳng định sẽ hợp tác.", "Pháp"),
        ("Đồng tình với Tổng thống Mỹ Joe Biden, Thủ tướng Nhật Bản cho rằng cần hợp tác.", "Nhật Bản"),
    ],
)
def test_who_says_it(read: Callable[..., Extraction], text: str, speaker: str) -> None:
    record = read(text)
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for v in record.events if v.type == "Statement" for p in v.participants if p.role == "speaker"] == [speaker]
