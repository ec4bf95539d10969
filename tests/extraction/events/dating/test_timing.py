"""Which time dates which event, in a sentence and from one sentence to the next. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

PUBLISHED = "2024-06-20"
BLINKEN = "Ngoại trưởng Mỹ Antony Blinken"
SON = "Ngoại trưởng Bùi Thanh Sơn"
MEETING = "Meeting Antony Blinken + Bùi Thanh Sơn"

ROWS: list[Case] = [
    (
        "a visit that goes on to a day",
        "Tổng thống Pháp Emmanuel Macron hôm nay, 20/6, bắt đầu chuyến thăm chính thức Lào kéo dài đến ngày 22/6.",
        {"Visit Emmanuel Macron > LA 2024-06-20/2024-06-22 [chính thức]"},
    ),
    (
        "from a day, going on to a day",
        "Tổng thống Pháp Emmanuel Macron thăm Lào từ 17/6 kéo dài đến 19/6.",
        {"Visit Emmanuel Macron > LA 2024-06-17/2024-06-19"},
    ),
    (
        "the invitation does not take the visit's days",
        "Thủ tướng Phạm Minh Chính thăm Lào từ ngày 17 đến 19/6 theo lời mời của Thủ tướng Lào Sonexay Siphandone.",
        {"Visit Phạm Minh Chính > LA 2024-06-17/2024-06-19"},
    ),
    (
        "a visit told as the occasion of what has a day",
        "Việt Nam và Pháp ký hiệp định hàng không ngày 12/6, trong chuyến thăm Hà Nội của Tổng thống Pháp Emmanuel Macron.",
        {"Signing FR + VN 2024-06-12", "Visit Emmanuel Macron > Hà Nội > VN 2024-06-12"},
    ),
    (
        "clauses parted by a semicolon have their own times",
        f"Tháng 3, {BLINKEN} thăm Lào; tháng 5 cùng năm, {BLINKEN} gặp {SON}.",
        {"Visit Antony Blinken > LA 2024-03", f"{MEETING} 2024-05"},
    ),
    (
        "of several days that open the sentence, no meeting takes all",
        f"Từ 10 đến 12/6, {BLINKEN} thăm Lào và gặp {SON}.",
        {"Visit Antony Blinken > LA 2024-06-10/2024-06-12", MEETING},
    ),
    (
        "the next sentence of the story",
        f"{BLINKEN} tới Hà Nội sáng 12/6. Ông hội đàm với {SON}.",
        {"Visit Antony Blinken > Hà Nội 2024-06-12", f"{MEETING} 2024-06-12"},
    ),
    (
        "the headline is on the day of the lead",
        f"{BLINKEN} hội đàm với {SON}\nHai bộ trưởng trao đổi tại Hà Nội ngày 12/6.",
        {f"{MEETING} @ Hà Nội 2024-06-12"},
    ),
    (
        "within the day",
        f"Sáng 12/6, {BLINKEN} tới Hà Nội.\nTrong ngày, ông gặp {SON}.",
        {"Visit Antony Blinken > Hà Nội 2024-06-12", f"{MEETING} 2024-06-12"},
    ),
    ("looking back", f"Sáng 12/6, {BLINKEN} tới Hà Nội. Trước đó, ông gặp {SON}.", {"Visit Antony Blinken > Hà Nội 2024-06-12", MEETING}),
    ("once, before", f"Sáng 12/6, {BLINKEN} tới Hà Nội. Ông từng gặp {SON}.", {"Visit Antony Blinken > Hà Nội 2024-06-12", MEETING}),
    (
        "after a journey has ended, its meetings have no day",
        f"Chiều 16/6, {BLINKEN} rời Hà Nội, kết thúc tốt đẹp chuyến công tác. Ông đã gặp {SON}.",
        {MEETING},
    ),
    (
        "a sentence of another year",
        f"Sáng 12/6, {BLINKEN} tới Hà Nội. Năm 2021, ông là nghị sĩ. Ông gặp {SON}.",
        {"Visit Antony Blinken > Hà Nội 2024-06-12", MEETING},
    ),
    ("the noun takes place on a day", f"{BLINKEN} gặp {SON}. Cuộc gặp diễn ra sáng 12/6 tại Hà Nội.", {f"{MEETING} @ Hà Nội 2024-06-12"}),
    ("when another event took place", f"Tuyên bố được công bố ngày 12/6, khi {BLINKEN} gặp {SON}.", {f"{MEETING} 2024-06-12"}),
    (
        "an office held from year to year",
        "Ông Nguyễn Văn An giữ chức Bộ trưởng Y tế từ năm 2011 đến năm 2016.",
        {"Appointment Nguyễn Văn An 2011 [Bộ trưởng Y tế]"},
    ),
    (
        "elected on the day of the poll",
        "Tổng thống Pháp Emmanuel Macron tái đắc cử.\nTrong cuộc bầu cử hôm 9/6, ông Macron đã giành chiến thắng.",
        {"Appointment Emmanuel Macron 2024-06-09"},
    ),
    (
        "a day counted from the event",
        "Chiến dịch bắt đầu sáng 21/1/2024, nghĩa là một ngày sau lễ nhậm chức của Tổng thống Donald Trump.",
        {"Appointment Donald Trump 2024-01-20"},
    ),
    (
        "the visit opens the sentence",
        "Thăm Lào từ ngày 16/4 đến 18/4, Thủ tướng Phạm Minh Chính dự hội nghị.",
        {"Visit Phạm Minh Chính > LA 2024-04-16/2024-04-18"},
    ),
    ("of a decree in force since", f"Luật có hiệu lực từ ngày 1/6. {BLINKEN} gặp {SON}.", {MEETING}),
    (
        "when somebody took office",
        f"Sáng 12/6, {BLINKEN} tới Hà Nội. Sau khi ông {SON[12:]} nhậm chức Bộ trưởng Y tế, hai nước ít tiếp xúc.",
        {"Visit Antony Blinken > Hà Nội 2024-06-12", "Appointment Bùi Thanh Sơn [Bộ trưởng Y tế]"},
    ),
    ("today, of somebody else's words", f"{BLINKEN} gặp {SON}. “Chúng tôi nói chuyện hôm nay”, ông nói.", {MEETING}),
    (
        "each office with the time before it",
        "Từ tháng 1/2003, ông Lê Văn Minh làm Thứ trưởng Bộ Y tế, đến tháng 8/2005, ông làm Bộ trưởng Bộ Y tế.",
        {"Appointment Lê Văn Minh 2003-01 [Thứ trưởng Bộ Y tế]", "Appointment Lê Văn Minh 2005-08 [Bộ trưởng Bộ Y tế]"},
    ),
    (
        "before the next journey",
        f"Hôm 12/6, {BLINKEN} gặp {SON} trước khi thăm Ba Lan.",
        {"Meeting Antony Blinken + Bùi Thanh Sơn 2024-06-12", "Visit Antony Blinken > PL"},
    ),
    (
        "what is told already",
        "Ngày 4/6, Tổng thống Mỹ Joe Biden ký luật viện trợ. Hôm 1/6, Hạ viện bàn luật này. Sự kiện Tổng thống Biden ký luật viện trợ gây chú ý.",
        {"Signing Joe Biden 2024-06-04"},
    ),
    (
        "a career that goes on",
        "Ngày 5/6, ông Lê Văn Minh được bổ nhiệm làm Thứ trưởng Bộ Y tế.\n"
        "Xuất thân từ chuyên viên, ông Minh sau đó trở thành Chánh Văn phòng Bộ Y tế.",
        {"Appointment Lê Văn Minh 2024-06-05 [Thứ trưởng Bộ Y tế]", "Appointment Lê Văn Minh [Chánh Văn phòng Bộ Y tế]"},
    ),
    (
        "a day of birth",
        "Ông Lê Văn Minh sinh ngày 7/11/1970. Sau đó, ông được điều động về làm Thứ trưởng Bộ Y tế.",
        {"Appointment Lê Văn Minh [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "the time of a verb whose office nobody knows",
        "Sau khi ông Lê Văn Minh được bầu làm Thủ tướng, cấp phó của ông được bầu làm lãnh đạo đảng vào ngày 27/10/2023.",
        {"Appointment Lê Văn Minh [Thủ tướng]"},
    ),
    (
        "a congress by its number",
        "Ngày 18/2/2020, ông Lê Văn Minh được bầu làm Thứ trưởng Bộ Y tế. Tại Đại hội Đảng lần thứ 13, ông được bầu làm Ủy viên Trung ương Đảng.",
        {"Appointment Lê Văn Minh 2020-02-18 [Thứ trưởng Bộ Y tế]", "Appointment Lê Văn Minh [Ủy viên Trung ương Đảng]"},
    ),
    (
        "what opens the sentence dates all its verbs",
        f"Theo lịch trình, ngày 23/6, {BLINKEN} sẽ hội đàm với {SON}, gặp Thủ tướng Phạm Minh Chính.",
        {
            "Meeting Antony Blinken + Bùi Thanh Sơn 2024-06-23 planned",
            "Meeting Antony Blinken + Phạm Minh Chính 2024-06-23 planned",
        },
    ),
    (
        "the first since a year",
        "Đây là chuyến công du nước ngoài đầu tiên của Chủ tịch Triều Tiên Kim Jong-un tới Nga kể từ năm 2019.",
        {"Visit Kim Jong-un > RU"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_dates_of_events(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("Tổng thống Pháp Emmanuel Macron cho biết thương mại năm 2022 đạt 5 tỷ USD.", None, id="the year of what is said"),
        pytest.param("“Chúng tôi sẵn sàng”, Tổng thống Pháp Emmanuel Macron nói hôm 12/6.", "2024-06-12", id="its own day"),
        pytest.param("Tổng thống Pháp Emmanuel Macron cho biết: “Tòa sẽ họp ngày 18/6”.", None, id="a day in the words quoted"),
        pytest.param("Tổng thống Pháp Emmanuel Macron, nguyên thủ từ năm 2017, cho biết sẽ tranh cử.", None, id="an office held since"),
    ],
)
def test_dates_of_statements(read: Read, text: str, date: str | None) -> None:
    assert {event.date for event in read(text, PUBLISHED).events if event.type == "Statement"} == {date}


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (f"{BLINKEN} gặp {SON} ngày 12/6/2024.", "stated"),
        (f"{BLINKEN} gặp {SON} hôm qua.", "publication"),
        (f"{BLINKEN} tới Hà Nội sáng 12/6. Ông hội đàm với {SON}.", "context"),
        (f"{BLINKEN} gặp {SON}.", None),
    ],
)
def test_how_the_date_is_known(read: Read, text: str, method: str | None) -> None:
    assert [event.date_method for event in read(text, PUBLISHED).events if event.type == "Meeting"] == [method]


def test_a_day_of_what_is_said_is_not_the_day_of_saying(read: Read) -> None:
    told = "Chủ tịch nước Tô Lâm nêu rõ, ngày 2/9/1945, tại Quảng trường Ba Đình, Chủ tịch Hồ Chí Minh đã đọc bản Tuyên ngôn Độc lập."
    events = read(told, PUBLISHED).events
    assert events
    assert not [event for event in events if event.date == "1945-09-02"]
