"""Whether an event took place, is planned, cancelled or only reported; what is denied, asked or wished for is no event."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

MACRON = "Tổng thống Pháp Emmanuel Macron"
PUTIN = "Tổng thống Nga Vladimir Putin"
MEETING = "Meeting Emmanuel Macron + Vladimir Putin"
VISIT = "Visit Emmanuel Macron > VN"

ROWS: list[Case] = [
    ("sẽ", f"{MACRON} sẽ thăm Việt Nam.", {f"{VISIT} planned"}),
    ("dự kiến", f"{MACRON} dự kiến thăm Việt Nam vào tháng 9.", {f"{VISIT} 2024-09 planned"}),
    ("sắp", f"{MACRON} sắp thăm Việt Nam.", {f"{VISIT} planned"}),
    ("sẽ có mặt: the cue runs into the verb", "Ngoại trưởng Mỹ Antony Blinken cũng sẽ có mặt tại Hà Nội.", {"Visit Antony Blinken > Hà Nội planned"}),
    ("a programme that opens the sentence", f"Theo chương trình, trong tuần này {MACRON} gặp {PUTIN}.", {f"{MEETING} 2024-06-17/2024-06-23 planned"}),
    ("a plan that opens the sentence", f"Dự kiến, {MACRON} thăm Việt Nam.", {f"{VISIT} planned"}),
    ("a day behind that of publication", f"Ngày 27/6, {MACRON} thăm Việt Nam.", {f"{VISIT} 2024-06-27 planned"}),
    ("the day behind that of publication, told as gone by", f"Sáng 21/6, {MACRON} gặp {PUTIN}.", {f"{MEETING} 2024-06-21"}),
    ("that day, with hôm", f"{MACRON} gặp {PUTIN} hôm 21/6.", {f"{MEETING} 2024-06-21"}),
    ("that day, ahead", f"Ngày 21/6, {MACRON} sẽ gặp {PUTIN}.", {f"{MEETING} 2024-06-21 planned"}),
    ("that day is told as tomorrow", f"Ngày mai (21/6), {MACRON} gặp {PUTIN}.", {f"{MEETING} 2024-06-21 planned"}),
    ("a sentence tells that day as to come", f"{MACRON} gặp {PUTIN} ngày 21/6. Lễ đón sẽ diễn ra ngày 21/6.", {f"{MEETING} 2024-06-21 planned"}),
    ("the page's stamp is of that day", f"Cập nhật: 21-06-2024\n{MACRON} gặp {PUTIN} ngày 21/6.", {f"{MEETING} 2024-06-21"}),
    (
        "set out for",
        f"{MACRON} đã khởi hành từ Paris để đến Moskva gặp {PUTIN}.",
        {"Visit Emmanuel Macron > Moskva > RU planned", f"{MEETING} @ Moskva planned"},
    ),
    ("set out before", f"Sau khi cất cánh từ Paris, {MACRON} gặp {PUTIN}.", {MEETING}),
    ("sớm nhất gives no day", f"{MACRON} gặp {PUTIN}, sớm nhất vào ngày 12/9.", {f"{MEETING} planned"}),
    ("days that have begun", f"Từ 19 đến 22/6, {MACRON} thăm Việt Nam.", {f"{VISIT} 2024-06-19/2024-06-22"}),
    ("hủy", f"{MACRON} hủy chuyến thăm Việt Nam.", {f"{VISIT} cancelled"}),
    ("hoãn before the verb", f"{MACRON} hoãn thăm Việt Nam.", {f"{VISIT} cancelled"}),
    ("bị hoãn behind the noun", f"Chuyến thăm Việt Nam của {MACRON} bị hoãn.", {f"{VISIT} cancelled"}),
    ("bị hủy behind a noun with two participants", f"Cuộc gặp giữa {MACRON} và {PUTIN} bị hủy.", {f"{MEETING} cancelled"}),
    ("put off to a month", f"Cuộc gặp giữa {MACRON} và {PUTIN} được lùi sang tháng 9.", {f"{MEETING} 2024-09 planned"}),
    ("theo Reuters", f"Theo Reuters, {MACRON} đã gặp {PUTIN}.", {f"{MEETING} reported"}),
    ("a source without a name", f"Theo một số nguồn tin, {MACRON} đã gặp {PUTIN} hôm 12/6.", {f"{MEETING} 2024-06-12 reported"}),
    ("được cho là", f"{MACRON} được cho là đã gặp {PUTIN}.", {f"{MEETING} reported"}),
    ("đưa tin", f"Truyền thông Nga đưa tin {MACRON} đã gặp {PUTIN}.", {f"{MEETING} reported"}),
    ("recalled", f"{MACRON} từng gặp {PUTIN} hồi tháng 5/2022.", {f"{MEETING} 2022-05"}),
    ("không", f"{MACRON} không gặp {PUTIN}.", set()),
    ("chưa từng", f"{MACRON} chưa từng gặp {PUTIN}.", set()),
    ("phủ nhận", f"{MACRON} phủ nhận đã gặp {PUTIN}.", set()),
    ("phủ nhận việc", f"Điện Elysée phủ nhận việc {MACRON} gặp {PUTIN}.", set()),
    ("bác bỏ thông tin", f"Điện Elysée bác bỏ thông tin {MACRON} gặp {PUTIN}.", set()),
    ("không có cuộc gặp nào", f"Không có cuộc gặp nào giữa {MACRON} và {PUTIN}.", set()),
    ("suýt", f"{MACRON} suýt gặp {PUTIN}.", set()),
    ("lẽ ra", f"{MACRON} lẽ ra đã gặp {PUTIN}.", set()),
    ("nếu", f"Nếu {MACRON} gặp {PUTIN}, căng thẳng sẽ giảm.", set()),
    ("có thể", f"{MACRON} có thể gặp {PUTIN}.", set()),
    ("giả sử", f"Giả sử {MACRON} gặp {PUTIN}, thị trường sẽ đổi chiều.", set()),
    ("a question", f"{MACRON} có gặp {PUTIN} không?", set()),
    ("hay không", f"Không rõ {MACRON} có gặp {PUTIN} hay không.", set()),
    ("định", f"{MACRON} định gặp {PUTIN}.", {f"{MEETING} planned"}),
    ("từng định", f"{MACRON} từng định gặp {PUTIN}.", set()),
    ("quyết định is no định", f"Theo quyết định, {MACRON} gặp {PUTIN}.", {MEETING}),
    ("không có chuyện", f"Điện Kremlin nói không có chuyện {MACRON} gặp {PUTIN}.", set()),
    ("called off before it began", f"{MACRON} chuẩn bị gặp {PUTIN} trước khi hủy bỏ kế hoạch.", {f"{MEETING} cancelled"}),
    ("what follows from a condition", f"Nếu đàm phán thất bại thì {MACRON} sẽ gặp {PUTIN}.", set()),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_modality(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"{MACRON} cũng sẽ có bài phát biểu tại hội nghị.", "planned"),
        (f"{MACRON} phát biểu tại hội nghị.", "happened"),
    ],
)
def test_modality_of_a_speech(read: Read, text: str, modality: str) -> None:
    assert [event.modality for event in read(text, "2024-06-20").events if event.type == "Speech"] == [modality]


def test_what_is_told_as_done_stays_so_whatever_the_day_of_publication(read: Read) -> None:
    """The day of publication in the metadata may be a slip: `đã` tells more than it."""
    [event] = read(f"Ngày 21/6/2024, {MACRON} đã đến Hà Nội.", "2024-06-20").events
    assert (event.date, event.modality) == ("2024-06-21", "happened")
