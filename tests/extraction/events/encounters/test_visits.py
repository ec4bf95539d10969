"""Visits: sentence → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

ROWS: list[Case] = [
    (
        "level between verb and country",
        "Chủ tịch nước Tô Lâm thăm cấp Nhà nước Lào từ ngày 11 đến 12/7.",
        {"Visit Tô Lâm > LA 2024-07-11/2024-07-12 [cấp Nhà nước] planned"},
    ),
    (
        "interval first",
        "Từ 22 đến 24/6, Thủ tướng Phạm Minh Chính thăm chính thức Hàn Quốc.",
        {"Visit Phạm Minh Chính > KR 2024-06-22/2024-06-24 [chính thức] planned"},
    ),
    ("chuyến thăm B của A", "Chuyến thăm Việt Nam của Tổng thống Nga Vladimir Putin kết thúc ngày 20/6.", {"Visit Vladimir Putin > VN 2024-06-20"}),
    ("chuyến thăm của A tới B", "Chuyến thăm của Thủ tướng Ấn Độ Narendra Modi tới Nga gây chú ý.", {"Visit Narendra Modi > RU"}),
    ("A bắt đầu chuyến thăm B", "Tổng thống Pháp Emmanuel Macron bắt đầu chuyến thăm Đức hôm 26/5.", {"Visit Emmanuel Macron > DE 2024-05-26"}),
    (
        "trong chuyến thăm B, A …",
        "Trong chuyến thăm Cuba, Chủ tịch Quốc hội Trần Thanh Mẫn đặt vòng hoa tại La Habana.",
        {"Visit Trần Thanh Mẫn > CU"},
    ),
    (
        "several countries: a visit each",
        "Tổng thống Pháp Emmanuel Macron sẽ thăm Đức, Ba Lan và Séc.",
        {"Visit Emmanuel Macron > DE planned", "Visit Emmanuel Macron > PL planned", "Visit Emmanuel Macron > CZ planned"},
    ),
    ("a body", "Chủ tịch nước Tô Lâm thăm và làm việc tại Tập đoàn Viettel.", {"Visit Tô Lâm > Tập đoàn Viettel"}),
    (
        "a capital and its country",
        "Thủ tướng Hungary Viktor Orban tới thủ đô Kiev của Ukraine hôm 2/6.",
        {"Visit Viktor Orban > Kiev > UA 2024-06-02"},
    ),
    ("leaving one country for another", "Chủ tịch Trung Quốc Tập Cận Bình sẽ rời Pháp để tới Serbia.", {"Visit Tập Cận Bình > RS planned"}),
    (
        "the meeting is where the journey went",
        "Ông Viktor Orban tới thủ đô Kiev của Ukraine hôm 2/6 và gặp Tổng thống Ukraine Volodymyr Zelensky.",
        {"Visit Viktor Orban > Kiev > UA 2024-06-02", "Meeting Viktor Orban + Volodymyr Zelensky @ Kiev 2024-06-02"},
    ),
    (
        "counted from another visit",
        "Hôm 5/6, Thủ tướng Hungary Viktor Orban thăm Nga.\nChuyến thăm Nga của Thủ tướng Orban diễn ra 3 ngày sau khi ông tới Ukraine.",
        {"Visit Viktor Orban > RU 2024-06-05", "Visit Viktor Orban > UA 2024-06-02"},
    ),
    (
        "a delegation led by A",
        "Đoàn đại biểu Quốc hội Việt Nam do Chủ tịch Quốc hội Trần Thanh Mẫn dẫn đầu thăm Nga.",
        {"Visit Trần Thanh Mẫn > RU"},
    ),
    ("called on a person: a meeting", "Bộ trưởng Nguyễn Kim Sơn đến thăm ông Nguyễn Quang Thạch.", {"Meeting Nguyễn Kim Sơn + Nguyễn Quang Thạch"}),
    (
        "attending and working in a country",
        "Chủ tịch nước Lương Cường dự Tuần lễ cấp cao APEC và làm việc tại Peru.",
        {"Visit Lương Cường > PE [làm việc]"},
    ),
    ("put off", "Thủ tướng Nhật Bản Fumio Kishida hoãn chuyến thăm Ấn Độ.", {"Visit Fumio Kishida > IN cancelled"}),
    ("announced", "Theo kế hoạch, Tổng thống Nga Vladimir Putin sẽ tới Mông Cổ.", {"Visit Vladimir Putin > MN planned"}),
    ("not: if", "Nếu Tổng thống Nga Vladimir Putin thăm Mông Cổ, tòa có thể ra lệnh bắt.", set()),
    ("not: invited", "Thủ tướng Phạm Minh Chính mời Thủ tướng Ấn Độ Narendra Modi thăm Việt Nam.", set()),
    ("not: in case", "Lệnh bắt được ban ra trong trường hợp ông Vladimir Putin thăm Mexico.", set()),
    ("not: thăm dò", "Theo thăm dò, Thủ tướng Anh Keir Starmer được tín nhiệm.", set()),
    ("not: no goal", "Chuyến thăm của Tổng thống Nga Vladimir Putin gây chú ý.", set()),
    ("not: the visitors are others", "Trong các chuyến thăm của các nhà lãnh đạo Mỹ, ông Nguyễn Phú Trọng chủ trì lễ đón.", set()),
    ("not: what the visit is named with", "Chuyến công du của Tổng thống Nga Vladimir Putin và quan hệ Nga - Trung là chủ đề lớn.", set()),
    ("not: compass regions", "Tổng thống Ukraine Volodymyr Zelensky công du phương Tây.", set()),
    (
        "rời B sang C",
        "Ngày 20/6, Tổng thống Pháp Emmanuel Macron rời Việt Nam sang Nhật Bản dự hội nghị thượng đỉnh G7.",
        {"Visit Emmanuel Macron > JP 2024-06-20"},
    ),
    (
        "người sang B",
        "Phó Thủ tướng Bùi Thanh Sơn tháp tùng Tổng Bí thư Tô Lâm, người sang Mỹ từ ngày 18/6 để dự hội nghị.",
        {"Visit Tô Lâm > US 2024-06-18"},
    ),
    (
        "chuyên cơ chở A hạ cánh xuống B",
        "Chuyên cơ chở Tổng thống Nga Vladimir Putin từ Bình Nhưỡng hạ cánh xuống sân bay Nội Bài, mở đầu chuyến thăm cấp Nhà nước Việt Nam.",
        {"Visit Vladimir Putin > VN > sân bay Nội Bài [cấp Nhà nước]"},
    ),
    (
        "rời B, khép lại chuyến thăm",
        "Chiều 20/6, Tổng thống Mỹ Joe Biden rời Việt Nam, khép lại chuyến thăm cấp Nhà nước.",
        {"Visit Joe Biden > VN 2024-06-20 [cấp Nhà nước]"},
    ),
    (
        "chuyến thăm B mà A kết thúc",
        "Kết quả lớn nhất của chuyến thăm Hàn Quốc mà Chủ tịch nước Nguyễn Xuân Phúc vừa kết thúc là một bản ghi nhớ.",
        {"Visit Nguyễn Xuân Phúc > KR"},
    ),
    (
        "sau các năm: earlier visits, one a year",
        "Tổng thống Nga Vladimir Putin đến Hà Nội ngày 20/6. Đây là lần thứ ba ông Putin đến Việt Nam, sau các năm 2006 và 2013.",
        {"Visit Vladimir Putin > Hà Nội > VN 2024-06-20", "Visit Vladimir Putin > VN 2006", "Visit Vladimir Putin > VN 2013"},
    ),
    (
        "a temple within the visit is a visit of its own",
        "Thủ tướng Ấn Độ Narendra Modi thăm Việt Nam từ ngày 18 đến 20/6. Ông cũng đến chùa Quán Sứ.",
        {"Visit Narendra Modi > VN 2024-06-18/2024-06-20", "Visit Narendra Modi > chùa Quán Sứ"},
    ),
    (
        "trong chuyến thăm của A, B và C: the one that is not A's",
        "Trong chuyến thăm của Tổng thống Mỹ Joe Biden, Việt Nam và Mỹ thông báo sẽ lập một nhóm công tác.",
        {"Visit Joe Biden > VN"},
    ),
    (
        "sau khi tới B, A …",
        "Sau khi tới Hà Nội hôm 18/6, Tổng thống Nga Vladimir Putin đã đặt hoa tại đài tưởng niệm.",
        {"Visit Vladimir Putin > Hà Nội 2024-06-18"},
    ),
    (
        "the verb opens the sentence",
        "Thăm Lào từ ngày 11 đến 12/6, Chủ tịch nước Tô Lâm đã hội đàm với Chủ tịch nước Lào Thongloun Sisoulith.",
        {"Visit Tô Lâm > LA 2024-06-11/2024-06-12", "Meeting Thongloun Sisoulith + Tô Lâm"},
    ),
    ("not: until a year", "Đến năm 2030, Thủ tướng Phạm Minh Chính muốn hoàn thành cao tốc.", set()),
    ("not: back in office", "Ông Donald Trump trở lại Nhà Trắng.", set()),
    (
        "days told behind the last of several verbs",
        "Thủ tướng Phạm Minh Chính sau đó thăm chính thức Pháp, dự hội nghị khí hậu tại Berlin từ ngày 22 đến 26/6.",
        {"Visit Phạm Minh Chính > FR 2024-06-22/2024-06-26 [chính thức] planned"},
    ),
    ("nobody visits his own country", "Thủ tướng Malaysia Anwar Ibrahim thăm Malaysia.", set()),
    (
        "a town of another year is another journey",
        "Tổng thống Nga Vladimir Putin đến Hà Nội\nNăm 2017, Tổng thống Nga Vladimir Putin đã đến Đà Nẵng.",
        {"Visit Vladimir Putin > Hà Nội", "Visit Vladimir Putin > Đà Nẵng 2017"},
    ),
    (
        "the day of an announcement is not that of the visit",
        "Điện Kremlin ngày 11/6 thông báo nhà lãnh đạo Triều Tiên Kim Jong-un thăm Nga.",
        {"Visit Kim Jong-un > RU"},
    ),
    (
        "a visit to come and one of an earlier year",
        "Trước thềm chuyến thăm Việt Nam của Tổng thống Nga Vladimir Putin, phóng viên tại Moskva phỏng vấn ông Lê Văn Minh. "
        "Năm 2017, Tổng thống Nga Vladimir Putin đã thăm Việt Nam.",
        {"Visit Vladimir Putin > VN planned", "Visit Vladimir Putin > VN 2017"},
    ),
    (
        "a visit that goes on",
        "Tiếp tục chuyến thăm và làm việc tại Lào, ngày 18/6, Bộ trưởng Bộ Tư pháp Lê Văn Minh dự lễ khánh thành.",
        {"Visit Lê Văn Minh > LA"},
    ),
    (
        "lên đường thăm",
        "Chủ tịch Quốc hội Trần Thanh Mẫn và Phu nhân rời Hà Nội, lên đường thăm chính thức Singapore và Nhật Bản.",
        {"Visit Trần Thanh Mẫn > SG [chính thức]", "Visit Trần Thanh Mẫn > JP [chính thức]"},
    ),
    (
        "a stay of days",
        "Tổng thống Pháp Emmanuel Macron ở Việt Nam từ ngày 11 đến 13/6.",
        {"Visit Emmanuel Macron > VN 2024-06-11/2024-06-13"},
    ),
    (
        "days at a place open the sentence",
        "Ba ngày ở Lào, từ 11/6 đến 13/6, ông Phạm Minh Chính, Thủ tướng Việt Nam, đã gặp nhiều doanh nhân.",
        {"Visit Phạm Minh Chính > LA 2024-06-11/2024-06-13"},
    ),
    ("a stay ahead", "Thủ tướng Phạm Minh Chính sẽ ở Lào từ 28/6 đến 30/6.", {"Visit Phạm Minh Chính > LA 2024-06-28/2024-06-30 planned"}),
    ("not: a stay at home", "Thủ tướng Việt Nam Phạm Minh Chính ở Hà Nội từ 11/6 đến 13/6.", set()),
    ("not: no stay", "Thủ tướng Phạm Minh Chính không ở Lào từ 11/6 đến 13/6.", set()),
    ("not: a meeting's days", "Hội nghị do Thủ tướng Phạm Minh Chính chủ trì diễn ra ở Lào từ 11/6 đến 13/6.", set()),
    (
        "a person named by where they are from",
        "Đoàn công tác do bà Lê Thị Minh làm trưởng đoàn đã đến thăm, tặng quà chiến sĩ Điện Biên Nguyễn Hữu Nam.",
        {"Meeting Lê Thị Minh + Nguyễn Hữu Nam"},
    ),
    ("a person called on", "Bí thư Tỉnh ủy Lê Văn Minh thăm hỏi thương binh Trần Văn Nam.", {"Meeting Lê Văn Minh + Trần Văn Nam"}),
    ("not: regards", "Chủ tịch nước Tô Lâm gửi lời thăm hỏi tới ông Trần Văn Nam.", set()),
    ("not: asking after somebody's health", "Chủ tịch nước Tô Lâm thăm hỏi sức khỏe của ông Trần Văn Nam.", set()),
    (
        "a house looked at",
        "Phó Thủ tướng Hồ Đức Phớc tham quan Bảo tàng Hồ Chí Minh hôm 12/6.",
        {"Visit Hồ Đức Phớc > Bảo tàng Hồ Chí Minh 2024-06-12"},
    ),
    (
        "a visit in each of the years",
        "Ông Vladimir Putin từng thăm Việt Nam vào các năm 2001 và 2006.",
        {"Visit Vladimir Putin > VN 2001", "Visit Vladimir Putin > VN 2006"},
    ),
    ("not: so many visits", "Hai bên nhắc lại 6 chuyến thăm của Công chúa Maha Chakri Sirindhorn và bài hát công bố vào tháng 3/2024.", set()),
    (
        "not: the day since which he has the office",
        "Ngay sau khi giữ ghế chủ tịch luân phiên từ 1/6, Thủ tướng Hungary Viktor Orban đã thăm Ukraine.",
        {"Visit Viktor Orban > UA"},
    ),
    ("an adverb before the verb of movement", "Ngày 5/6, Thủ tướng Hungary Viktor Orban liền bay tới Áo.", {"Visit Viktor Orban > AT 2024-06-05"}),
    (
        "not: the first of a head of state since then",
        "Chủ tịch nước Lương Cường đến Chile hôm 9/6, chuyến đi đầu tiên tới Chile của một nguyên thủ Việt Nam kể từ năm 2009.",
        {"Visit Lương Cường > CL 2024-06-09"},
    ),
    (
        "a spokesperson tells of a guest",
        "Người phát ngôn Hoa Xuân Oánh cho biết, nhận lời mời của Chủ tịch Trung Quốc Tập Cận Bình, Chủ tịch nước Tô Lâm sẽ thăm Trung Quốc.",
        {"Visit Tô Lâm > CN planned"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_visits(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected


def test_inviter_and_his_country(read: Read) -> None:
    record = read("Thủ tướng Phạm Minh Chính có chuyến công tác dự hội nghị theo lời mời của Tổng thống Brazil Luiz Inácio Lula da Silva.")
    (visit,) = [e for e in record.events if e.type == "Visit"]
    named = {e.id: e.iso or e.name for e in record.entities}
    assert {(named[p.entity], p.role) for p in visit.participants} == {
        ("Phạm Minh Chính", "agent"),
        ("BR", "destination"),
        ("Luiz Inácio Lula da Silva", "inviter"),
    }


def test_meeting_is_part_of_the_visit(read: Read) -> None:
    record = read(
        "Tổng thống Nga Vladimir Putin thăm cấp Nhà nước Việt Nam từ 19 đến 20/6. Ông Putin hội đàm với Chủ tịch nước Việt Nam Tô Lâm tại Hà Nội.",
        "2024-06-20",
    )
    (visit,) = [e for e in record.events if e.type == "Visit"]
    (meeting,) = [e for e in record.events if e.type == "Meeting"]
    assert meeting.part_of == visit.id
