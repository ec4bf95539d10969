"""Where an event takes place: sentence → place of its events. Each row is a construction."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.extraction.events.told import Read

BLINKEN = "Ngoại trưởng Mỹ Antony Blinken"
SON = "Ngoại trưởng Bùi Thanh Sơn"

ROWS: list[tuple[str, str, str, list[str | None]]] = [
    ("behind the verb", f"{BLINKEN} gặp {SON} tại Hà Nội.", "Meeting", ["Hà Nội"]),
    ("the place opens the sentence", f"Tại Hà Nội, {BLINKEN} gặp {SON}.", "Meeting", ["Hà Nội"]),
    ("a day and the place open the sentence", f"Ngày 12/6, tại Hà Nội, {BLINKEN} gặp {SON}.", "Meeting", ["Hà Nội"]),
    ("cũng ở", f"Cũng ở Hà Nội, {BLINKEN} gặp {SON}.", "Meeting", ["Hà Nội"]),
    ("the goal of a journey told before", f"{BLINKEN} tới Hà Nội và gặp {SON}.", "Meeting", ["Hà Nội"]),
    ("the country of a visit told before", f"Trong chuyến thăm Việt Nam, {BLINKEN} gặp {SON}.", "Meeting", ["VN"]),
    ("a journey of another clause", f"Tháng 3, {BLINKEN} thăm Lào; tháng 5, {BLINKEN} gặp {SON}.", "Meeting", [None]),
    ("nơi", f"Điểm dừng cuối là Hà Nội, nơi {BLINKEN} gặp {SON}.", "Meeting", ["Hà Nội"]),
    ("nơi behind a country in brackets", f"Điểm dừng cuối là Đà Nẵng (Việt Nam), nơi {BLINKEN} gặp {SON}.", "Meeting", ["Đà Nẵng"]),
    ("where B was met is not where C was", f"{BLINKEN} gặp {SON} tại Hà Nội, Bộ trưởng Quốc phòng Phan Văn Giang.", "Meeting", ["Hà Nội", None]),
    ("the noun takes place there", f"{BLINKEN} gặp {SON}. Cuộc gặp diễn ra tại Hà Nội.", "Meeting", ["Hà Nội"]),
    ("no place", f"{BLINKEN} gặp {SON}.", "Meeting", [None]),
    ("a place in what is said", "Tổng thống Pháp Emmanuel Macron cho biết quân đội sẽ ở lại Kiev.", "Statement", [None]),
    ("a place before what is said", "Tổng thống Pháp Emmanuel Macron nói với báo giới tại Paris rằng hội nghị thành công.", "Statement", ["Paris"]),
    (
        "the sentence before is opened by its place",
        "Tại Paris, Tổng thống Pháp Emmanuel Macron dự lễ kỷ niệm. Ông Macron cho biết hội nghị thành công.",
        "Statement",
        ["Paris"],
    ),
    ("a hospital", "Chủ tịch nước Trần Văn Nam qua đời tại Bệnh viện Bạch Mai.", "Departure", ["Bệnh viện Bạch Mai"]),
    ("a place spoken of", "Tổng thống Pháp Emmanuel Macron nói chiến sự tại Ukraine cần chấm dứt.", "Statement", [None]),
    (
        "the occasion that opens the sentence",
        "Tại cuộc họp báo sau đó ở Geneva, Tổng thống Pháp Emmanuel Macron cho biết hội nghị thành công.",
        "Statement",
        ["Geneva"],
    ),
    (
        "what the occasion is about",
        "Tại hội nghị về chiến sự ở Kiev, Tổng thống Pháp Emmanuel Macron cho biết hội nghị thành công.",
        "Statement",
        [None],
    ),
    ("a house of state", f"{BLINKEN} gặp {SON} tại Nhà Trắng.", "Meeting", ["Nhà Trắng"]),
    (
        "a town before a country",
        f"Sáng 12/6, tại Hà Nội, {SON} tiếp ông Trần Văn Nam, đại diện doanh nghiệp Lào tại Việt Nam.",
        "Meeting",
        ["Hà Nội"],
    ),
    ("where a speech is held", "Thủ tướng Phạm Minh Chính nói chuyện tại Geneva.", "Speech", ["Geneva"]),
]


def places(record: Extraction, event: str) -> list[str | None]:
    named = {e.id: e.iso or e.name for e in record.entities}
    return [named[e.place] if e.place is not None else None for e in record.events if e.type == event]


@pytest.mark.parametrize(("text", "event", "expected"), [pytest.param(t, e, p, id=c) for c, t, e, p in ROWS])
def test_places(read: Read, text: str, event: str, expected: list[str | None]) -> None:
    assert places(read(text, "2024-06-20"), event) == expected
