"""Meetings and calls: sentence → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

ROWS: list[Case] = [
    (
        "A gặp B",
        "Chủ tịch nước Tô Lâm gặp Tổng thống Nga Vladimir Putin tại Hà Nội ngày 20/6.",
        {"Meeting Tô Lâm + Vladimir Putin @ Hà Nội 2024-06-20"},
    ),
    (
        "A hội đàm với B, the day first",
        "Sáng 19/6, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.",
        {"Meeting Phạm Minh Chính + Sonexay Siphandone 2024-06-19"},
    ),
    (
        "A được B tiếp",
        "Đại sứ Pháp Olivier Brochet được Bộ trưởng Bùi Thanh Sơn tiếp hôm 18/6.",
        {"Meeting Bùi Thanh Sơn + Olivier Brochet 2024-06-18"},
    ),
    (
        "A và B hội đàm",
        "Thủ tướng Phạm Minh Chính và Thủ tướng Ấn Độ Narendra Modi hội đàm ở New Delhi.",
        {"Meeting Narendra Modi + Phạm Minh Chính @ New Delhi"},
    ),
    (
        "cuộc gặp giữa A và B",
        "Cuộc gặp giữa Ngoại trưởng Mỹ Antony Blinken và Ngoại trưởng Trung Quốc Vương Nghị kéo dài hai giờ.",
        {"Meeting Antony Blinken + Vương Nghị"},
    ),
    (
        "cuộc đàm phán của A với B",
        "Cuộc đàm phán của Thủ tướng Hungary Viktor Orban với Tổng thống Nga Vladimir Putin thu hút chú ý.",
        {"Meeting Viktor Orban + Vladimir Putin"},
    ),
    (
        "trong cuộc gặp với B, A …",
        "Trong cuộc gặp với Tổng thống Pháp Emmanuel Macron chiều 19/6, Thủ tướng Phạm Minh Chính đề nghị mở đường bay mới.",
        {"Meeting Emmanuel Macron + Phạm Minh Chính 2024-06-19"},
    ),
    (
        "tại cuộc hội kiến, A và B …",
        "Tại cuộc hội kiến, Chủ tịch Quốc hội Trần Thanh Mẫn và Tổng thống Hàn Quốc Yoon Suk-yeol bày tỏ vui mừng.",
        {"Meeting Trần Thanh Mẫn + Yoon Suk-yeol"},
    ),
    (
        "A phát biểu sau cuộc gặp với B",
        "Tổng thống Ukraine Volodymyr Zelensky phát biểu sau cuộc gặp với Thủ tướng Đức Olaf Scholz.",
        {"Meeting Olaf Scholz + Volodymyr Zelensky"},
    ),
    (
        "các cuộc gặp với B, C và D: one for each pair",
        "Ngoại trưởng Bùi Thanh Sơn đã có các cuộc gặp với Ngoại trưởng Nhật Bản Yoko Kamikawa, Ngoại trưởng Thái Lan Maris Sangiampongsa "
        "và Ngoại trưởng Singapore Vivian Balakrishnan.",
        {
            "Meeting Bùi Thanh Sơn + Yoko Kamikawa",
            "Meeting Bùi Thanh Sơn + Maris Sangiampongsa",
            "Meeting Bùi Thanh Sơn + Vivian Balakrishnan",
        },
    ),
    (
        "một cuộc họp chung với B và C: one for all",
        "Tổng thống Pháp Emmanuel Macron có cuộc họp chung với Thủ tướng Đức Olaf Scholz và Thủ tướng Ba Lan Donald Tusk.",
        {"Meeting Donald Tusk + Emmanuel Macron + Olaf Scholz"},
    ),
    (
        "A tiếp B; gặp C",
        "Thủ tướng Phạm Minh Chính tiếp Đại sứ Cuba Orlando Hernández Guillén; gặp Đại sứ Chile Sergio Narea.",
        {"Meeting Orlando Hernández Guillén + Phạm Minh Chính", "Meeting Phạm Minh Chính + Sergio Narea"},
    ),
    (
        "A sẽ gặp B; C và D sẽ gặp A: a new clause",
        "Chủ tịch Trung Quốc Tập Cận Bình sẽ hội đàm với Chủ tịch nước Tô Lâm; Thủ tướng Trung Quốc Lý Cường và Chủ tịch Chính hiệp Vương Hộ Ninh "
        "sẽ hội kiến Chủ tịch nước Tô Lâm.",
        {"Meeting Tô Lâm + Tập Cận Bình planned", "Meeting Lý Cường + Tô Lâm planned", "Meeting Tô Lâm + Vương Hộ Ninh planned"},
    ),
    (
        "caption: A và B trong cuộc gặp",
        "Hai bên thống nhất nhiều nội dung.\nThủ tướng Phạm Minh Chính và Thủ tướng Lào Sonexay Siphandone trong cuộc gặp 18/6. Ảnh: TTXVN",
        {"Meeting Phạm Minh Chính + Sonexay Siphandone 2024-06-18"},
    ),
    (
        "hai nhà lãnh đạo: the two of the sentence before",
        "Ngày 19/6, Chủ tịch Triều Tiên Kim Jong-un đón Tổng thống Nga Vladimir Putin ở Bình Nhưỡng. Hai nhà lãnh đạo hội đàm trong hai giờ.",
        {"Meeting Kim Jong-un + Vladimir Putin 2024-06-19"},
    ),
    (
        "ông: the subject of the sentence before",
        "Thủ tướng Hungary Viktor Orban đến Nga hôm 5/6. Ông gặp Tổng thống Nga Vladimir Putin.",
        {"Visit Viktor Orban > RU 2024-06-05", "Meeting Viktor Orban + Vladimir Putin 2024-06-05"},
    ),
    (
        "title without a name",
        "Tổng thống Nga Vladimir Putin thăm Mông Cổ. Tổng thống Nga gặp Tổng thống Mông Cổ Ukhnaagiin Khurelsukh.",
        {"Visit Vladimir Putin > MN", "Meeting Ukhnaagiin Khurelsukh + Vladimir Putin"},
    ),
    (
        "a body",
        "Chủ tịch nước Tô Lâm làm việc với Ban Thường vụ Tỉnh ủy Cao Bằng chiều 10/6.",
        {"Meeting Ban Thường vụ Tỉnh ủy Cao Bằng + Tô Lâm 2024-06-10"},
    ),
    ("voters", "Đại biểu Quốc hội Nguyễn Văn Hùng tiếp xúc cử tri tại Đồng Nai sáng 19/6.", {"Meeting Nguyễn Văn Hùng @ Đồng Nai 2024-06-19"}),
    (
        "điện đàm với",
        "Tổng Bí thư Nguyễn Phú Trọng điện đàm với Tổng thống Nga Vladimir Putin tối 18/6.",
        {"PhoneCall Nguyễn Phú Trọng + Vladimir Putin 2024-06-18"},
    ),
    ("gọi điện cho", "Tổng thống Mỹ Joe Biden gọi điện cho Thủ tướng Israel Benjamin Netanyahu.", {"PhoneCall Benjamin Netanyahu + Joe Biden"}),
    (
        "cuộc điện đàm giữa",
        "Cuộc điện đàm giữa Tổng thống Mỹ Joe Biden và Chủ tịch Trung Quốc Tập Cận Bình diễn ra hôm 2/4.",
        {"PhoneCall Joe Biden + Tập Cận Bình 2024-04-02"},
    ),
    (
        "trao đổi trực tuyến với",
        "Ngoại trưởng Bùi Thanh Sơn trao đổi trực tuyến với Ngoại trưởng Canada Mélanie Joly.",
        {"PhoneCall Bùi Thanh Sơn + Mélanie Joly"},
    ),
    ("not: chưa gặp", "Tổng thống Brazil Lula da Silva chưa gặp Tổng thống Argentina Javier Milei.", set()),
    ("not: muốn gặp", "Tổng thống Ukraine Volodymyr Zelensky muốn gặp Tổng thống Mỹ Donald Trump.", set()),
    ("not: gặp khó khăn", "Thủ tướng Anh Keir Starmer gặp khó khăn trong nước.", set()),
    ("not: trực tiếp", "Thủ tướng Phạm Minh Chính trực tiếp kiểm tra hiện trường.", set()),
    ("not: another clause's subject", "Tổng thống Mỹ Joe Biden nói các quan chức cấp cao đã gặp Ngoại trưởng Iran Abbas Araghchi.", set()),
    ("not: the leaders of a country are not the country", "Tổng thống Ukraine Volodymyr Zelensky gặp các nhà lãnh đạo Anh.", set()),
    ("not: the other side is unknown", "Tổng thống Nga Vladimir Putin có các cuộc họp với một loạt đồng minh của Mỹ.", set()),
    ("not: a gathering that two attend", "Tại buổi gặp mặt, Chủ tịch nước Lương Cường và Chủ tịch Quốc hội Trần Thanh Mẫn trao huy hiệu.", set()),
    ("not: a body's own session", "Toàn cảnh cuộc họp của Bộ Chính trị, Ban Bí thư.", set()),
    ("not: an exchange of prisoners", "Tổng thống Mỹ Joe Biden thông qua thỏa thuận trao đổi tù nhân với Nga.", set()),
    (
        "the day of speaking is not the day of meeting",
        "Ngày 3/6, người phát ngôn Điện Kremlin Dmitry Peskov cho biết Tổng thống Nga Vladimir Putin đã gặp Chủ tịch Trung Quốc Tập Cận Bình.",
        {"Meeting Tập Cận Bình + Vladimir Putin"},
    ),
    (
        "chaired by two",
        "Buổi hội đàm trực tuyến diễn ra dưới sự chủ trì của Bộ trưởng Nguyễn Kim Sơn và Bộ trưởng Giáo dục Lào Phout Simmalavong.",
        {"Meeting Nguyễn Kim Sơn + Phout Simmalavong"},
    ),
    (
        "reported",
        "Ngoại trưởng Mỹ Antony Blinken được cho là đã gặp Ngoại trưởng Trung Quốc Vương Nghị.",
        {"Meeting Antony Blinken + Vương Nghị reported"},
    ),
    (
        "the list goes on behind a place",
        "Thủ tướng Lý Cường gặp Chủ tịch nước Tô Lâm tại Phủ Chủ tịch, Thủ tướng Phạm Minh Chính và Chủ tịch Quốc hội Trần Thanh Mẫn.",
        {"Meeting Lý Cường + Tô Lâm @ Phủ Chủ tịch", "Meeting Lý Cường + Phạm Minh Chính", "Meeting Lý Cường + Trần Thanh Mẫn"},
    ),
    (
        "A gặp B, rồi C",
        "Ông Tập Cận Bình gặp Thủ tướng Phạm Minh Chính, rồi Chủ tịch Quốc hội Trần Thanh Mẫn.",
        {"Meeting Phạm Minh Chính + Tập Cận Bình", "Meeting Trần Thanh Mẫn + Tập Cận Bình"},
    ),
    (
        "not: what follows has a predicate of its own",
        "Ông Tập Cận Bình gặp Thủ tướng Phạm Minh Chính tại Hà Nội, Ngoại trưởng Vương Nghị phát biểu.",
        {"Meeting Phạm Minh Chính + Tập Cận Bình @ Hà Nội"},
    ),
    (
        "inverted: tiếp A là B và C",
        "Tại Washington, lần lượt tiếp ông Lê Hoài Trung là Ngoại trưởng Antony Blinken và Cố vấn An ninh quốc gia Jake Sullivan.",
        {"Meeting Antony Blinken + Lê Hoài Trung @ Washington", "Meeting Jake Sullivan + Lê Hoài Trung @ Washington"},
    ),
    (
        "the verb opens the sentence",
        "Gặp Thủ tướng Nhật Bản Kishida Fumio chiều 19/6, Thủ tướng Phạm Minh Chính đề nghị mở rộng hợp tác.",
        {"Meeting Kishida Fumio + Phạm Minh Chính 2024-06-19"},
    ),
    (
        "sau khi hội đàm với B, A …",
        "Sau khi hội đàm với Thủ tướng Nhật Bản Kishida Fumio, Thủ tướng Phạm Minh Chính nói hai nước sẽ mở rộng hợp tác.",
        {"Meeting Kishida Fumio + Phạm Minh Chính"},
    ),
    (
        "the verb opens the sentence, its two subjects follow",
        "Hội đàm tại Hà Nội sáng 19/6, Thủ tướng Phạm Minh Chính và Thủ tướng Ấn Độ Narendra Modi nhất trí tăng cường hợp tác.",
        {"Meeting Narendra Modi + Phạm Minh Chính @ Hà Nội 2024-06-19"},
    ),
    (
        "không …, nhưng sẽ …: each verb has its own cue",
        "Tổng thống Mỹ Donald Trump không thăm chính thức Việt Nam, nhưng theo chương trình sẽ hội đàm với Tổng Bí thư Nguyễn Phú Trọng.",
        {"Meeting Donald Trump + Nguyễn Phú Trọng planned"},
    ),
    ("banquet", "Ngoại trưởng Mỹ John Kerry mở tiệc chiêu đãi Chủ tịch nước Trương Tấn Sang.", {"Meeting John Kerry + Trương Tấn Sang"}),
    ("A chào B", "Tổng thống Hàn Quốc Yoon Suk Yeol chào Tổng Bí thư Nguyễn Phú Trọng.", {"Meeting Nguyễn Phú Trọng + Yoon Suk Yeol"}),
    ("not: greetings sent", "Thủ tướng Phạm Minh Chính gửi lời chào Tổng thống Nga Vladimir Putin.", set()),
    (
        "noun with whom right behind it",
        "Tại cuộc hội kiến Tổng thống Mỹ Joe Biden, Thủ tướng Phạm Minh Chính đề nghị hợp tác.",
        {"Meeting Joe Biden + Phạm Minh Chính"},
    ),
    (
        "trong cuộc điện đàm, A nói với B",
        "Trong cuộc điện đàm hôm 19/6, bà Nancy Pelosi nói với Tổng thống Joe Biden rằng ông khó thắng.",
        {"PhoneCall Joe Biden + Nancy Pelosi 2024-06-19"},
    ),
    ("A thăm, tặng quà B", "Ông Trương Quốc Huy, Chủ tịch UBND tỉnh, thăm, tặng quà ông Lê Văn Tân.", {"Meeting Lê Văn Tân + Trương Quốc Huy"}),
    ("not: a summit of a body", "Thủ tướng Anh Keir Starmer sẽ dự hội nghị thượng đỉnh của Liên minh châu Phi.", set()),
    ("not: a match", "Ông Park Hang-seo tin đội tuyển Việt Nam sẽ thắng trong trận gặp Thái Lan.", set()),
    (
        "hai bên meet: the two persons",
        "Tổng thống Mỹ Joe Biden và Chủ tịch Trung Quốc Tập Cận Bình nói về thương mại. Hai bên gặp nhau tại Bali hôm 14/6.",
        {"Meeting Joe Biden + Tập Cận Bình @ Bali 2024-06-14"},
    ),
    (
        "cuộc gặp của hai bên",
        "Tổng thống Mỹ Joe Biden lần đầu gặp Chủ tịch Trung Quốc Tập Cận Bình. Ông Tập Cận Bình đăng hình ảnh cuộc gặp của hai bên.",
        {"Meeting Joe Biden + Tập Cận Bình"},
    ),
    ("a surname alone is nobody", "Ông Tô đã gặp Tổng thống Nga Vladimir Putin.", set()),
    (
        "received in a house of state",
        "Chủ tịch nước Tô Lâm đón Tổng thống Nga Vladimir Putin tại Phủ Chủ tịch.",
        {"Meeting Tô Lâm + Vladimir Putin @ Phủ Chủ tịch"},
    ),
    ("not: met at the airport", "Phó Thủ tướng Trần Hồng Hà đón Tổng thống Nga Vladimir Putin tại sân bay Nội Bài.", set()),
    (
        "Tiếp A, về phía B có C",
        "Tiếp Thứ trưởng Lê Văn Minh và đoàn công tác, về phía tỉnh Hà Nam có Bí thư Tỉnh ủy Trần Văn Nam.",
        {"Meeting Lê Văn Minh + Trần Văn Nam"},
    ),
    ("not: seen in at the airport", "Đón Chủ tịch nước Tô Lâm tại sân bay có Bí thư Tỉnh ủy Trần Văn Nam.", set()),
    ("not: what is talked about", "Bà Paetongtarn Shinawatra trao đổi về tình hình căng thẳng biên giới với Campuchia.", set()),
    (
        "about A with B",
        "Bà Paetongtarn Shinawatra trao đổi về tình hình biên giới với ông Hun Manet.",
        {"Meeting Hun Manet + Paetongtarn Shinawatra"},
    ),
    ("not: his daughter", "Con gái ông Lê Văn Minh gặp Tổng thống Pháp Emmanuel Macron.", set()),
    ("the daughter by name", "Con gái Ivanka Trump gặp Tổng thống Pháp Emmanuel Macron.", {"Meeting Emmanuel Macron + Ivanka Trump"}),
    (
        "whose words are recalled",
        "Chủ tịch nước Lương Cường nhắc lại lời cố Tổng thống Chile Salvador Allende bày tỏ sau khi gặp ông Lê Văn Minh.",
        {"Meeting Lê Văn Minh + Salvador Allende"},
    ),
    (
        "an apposition between dashes",
        "Bộ trưởng Ngoại giao Bùi Thanh Sơn - Ủy viên Bộ Chính trị - đã gặp Ngoại trưởng Mỹ Antony Blinken.",
        {"Meeting Antony Blinken + Bùi Thanh Sơn"},
    ),
    (
        "the leader of a delegation",
        "Ông Lương Cường đã tiếp thân mật đoàn đại biểu Đảng Cộng sản Ấn Độ do ông Doraisamy Raja dẫn đầu.",
        {"Meeting Doraisamy Raja + Lương Cường"},
    ),
    ("not: who came along", "Thủ tướng Phạm Minh Chính tiếp đoàn doanh nghiệp Mỹ, do ông Lê Văn Minh tháp tùng.", set()),
    (
        "hội đàm rồi …",
        "Tổng bí thư Nguyễn Phú Trọng và Tổng thống Mỹ Joe Biden hội đàm rồi cùng gặp báo giới.",
        {"Meeting Joe Biden + Nguyễn Phú Trọng"},
    ),
    ("not: his spouse", "Phu nhân Tổng thống Pháp Emmanuel Macron gặp ông Lê Văn Minh.", set()),
    (
        "a spouse by name",
        "Phu nhân Brigitte Macron gặp ông Lê Văn Minh.",
        {"Meeting Brigitte Macron + Lê Văn Minh"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_meetings(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected
