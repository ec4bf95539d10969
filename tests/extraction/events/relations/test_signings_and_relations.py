"""Signings and changes of relations: sentence → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

ROWS: list[Case] = [
    ("A và B ký", "Việt Nam và Lào ký hiệp định thương mại mới hôm 8/4.", {"Signing LA + VN 2024-04-08"}),
    (
        "A ký với B",
        "Bộ trưởng Nguyễn Hồng Diên ký bản ghi nhớ với Bộ trưởng Thương mại Lào Malaythong Kommasith.",
        {"Signing Malaythong Kommasith + Nguyễn Hồng Diên"},
    ),
    ("được ký kết", "Bản ghi nhớ giữa Việt Nam và Cuba đã được ký kết tại La Habana.", {"Signing CU + VN @ La Habana"}),
    (
        "hai bên: the countries of the sentence before",
        "Việt Nam và Peru là bạn bè lâu năm. Hai bên đã ký Hiệp định thương mại tự do.",
        {"Signing PE + VN"},
    ),
    (
        "notes are exchanged",
        "Thứ trưởng Lê Văn Minh và Đại sứ Nhật Bản Tanaka Kenji đã trao đổi công hàm về dự án hôm 8/4.",
        {"Signing Lê Văn Minh + Tanaka Kenji 2024-04-08"},
    ),
    (
        "the rite at which notes are exchanged",
        "Lễ trao đổi công hàm giữa Bộ Ngoại giao Việt Nam và Đại sứ quán Nhật Bản diễn ra hôm 8/4.",
        {"Signing Bộ Ngoại giao Việt Nam + Đại sứ quán Nhật Bản 2024-04-08"},
    ),
    ("not: an exchange not made", "Đại sứ Nhật Bản Tanaka Kenji chưa trao đổi công hàm với Thứ trưởng Lê Văn Minh.", set()),
    ("not: an exchange spoken of", "Việc trao đổi công hàm này thúc đẩy hợp tác giữa Việt Nam và Nhật Bản.", set()),
    ("not: what firms sign", "Nhiều thỏa thuận giữa doanh nghiệp hai nước Việt Nam và Pháp đã được ký kết.", set()),
    ("not: what schools sign", "Việt Nam và Peru là bạn bè lâu năm. Chương trình liên kết đào tạo đã được ký kết trong dịp này.", set()),
    (
        "bodies, not the country they lie in",
        "Thỏa thuận giữa Trường Đại học Hà Nội và Đại học Graz (Áo) được ký kết hôm 8/4.",
        {"Signing Trường Đại học Hà Nội + Đại học Graz 2024-04-08"},
    ),
    ("one who signs", "Tổng thống Mỹ Joe Biden ký đạo luật mới hôm 9/5.", {"Signing Joe Biden 2024-05-09"}),
    ("not: a decision on personnel", "Thủ tướng Phạm Minh Chính ký quyết định điều động cán bộ.", set()),
    ("not: đăng ký", "Thủ tướng Anh Keir Starmer đăng ký tranh cử.", set()),
    ("not: hay không", "Tổng thống Mỹ Joe Biden chưa rõ có ký đạo luật hay không.", set()),
    ("bình thường hóa", "Việt Nam và Mỹ bình thường hóa quan hệ năm 1995.", {"RelationChange US + VN 1995 [Bình thường hóa quan hệ]"}),
    ("quan hệ A - B được", "Quan hệ Việt - Mỹ được bình thường hóa từ năm 1995.", {"RelationChange US + VN 1995 [Bình thường hóa quan hệ]"}),
    (
        "nâng cấp lên",
        "Quan hệ Việt Nam - Hàn Quốc được nâng cấp lên Đối tác chiến lược toàn diện vào tháng 12/2022.",
        {"RelationChange KR + VN 2022-12 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "thiết lập",
        "Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao ngày 21/9/1973.",
        {"RelationChange JP + VN 1973-09-21 [Thiết lập quan hệ ngoại giao]"},
    ),
    ("with B", "Năm 1950, Việt Nam thiết lập quan hệ ngoại giao với Trung Quốc.", {"RelationChange CN + VN 1950 [Thiết lập quan hệ ngoại giao]"}),
    ("cắt đứt", "Iran cắt đứt quan hệ ngoại giao với Saudi Arabia năm 2016.", {"RelationChange IR + SA 2016 [Cắt đứt quan hệ ngoại giao]"}),
    (
        "hai nước",
        "Quan hệ Việt - Nga có truyền thống lâu đời. Hai nước xác lập quan hệ đối tác chiến lược năm 2001.",
        {"RelationChange RU + VN 2001 [Đối tác chiến lược]"},
    ),
    (
        "the longest name of a level",
        "Việt Nam và Úc nâng cấp quan hệ lên Đối tác chiến lược toàn diện hôm 7/3.",
        {"RelationChange AU + VN 2024-03-07 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "an anniversary's day is not the upgrade's",
        "Lễ kỷ niệm một năm Việt - Mỹ nâng cấp quan hệ lên Đối tác chiến lược toàn diện diễn ra ngày 22/5.",
        {"RelationChange US + VN [Đối tác chiến lược toàn diện]"},
    ),
    (
        "after some years, told with its year",
        "Sau 12 năm, Việt Nam và Pháp nâng cấp quan hệ lên Đối tác chiến lược toàn diện vào năm 2022.",
        {"RelationChange FR + VN 2022 [Đối tác chiến lược toàn diện]"},
    ),
    ("not: an anniversary", "Việt Nam và Peru kỷ niệm 30 năm thiết lập quan hệ ngoại giao.", set()),
    ("not: trung lập", "Thụy Sĩ và Áo trung lập trong mọi quan hệ ngoại giao.", set()),
    (
        "since when: là LEVEL từ",
        "Việt Nam và Hàn Quốc là đối tác toàn diện từ năm 2001 và đối tác chiến lược từ năm 2009.",
        {"RelationChange KR + VN 2001 [Đối tác toàn diện]", "RelationChange KR + VN 2009 [Đối tác chiến lược]"},
    ),
    (
        "since when, the time first",
        "Từ năm 2012, Việt Nam và Nga là đối tác chiến lược toàn diện của nhau.",
        {"RelationChange RU + VN 2012 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "since when, a list",
        "Việt Nam có hai đối tác chiến lược toàn diện: Trung Quốc từ năm 2008 và Nga từ năm 2012.",
        {"RelationChange CN + VN 2008 [Đối tác chiến lược toàn diện]", "RelationChange RU + VN 2012 [Đối tác chiến lược toàn diện]"},
    ),
    (
        "passive: quan hệ A - B được thiết lập",
        "Quan hệ ngoại giao Việt Nam - Hàn Quốc được thiết lập ngày 22/12/1992.",
        {"RelationChange KR + VN 1992-12-22 [Thiết lập quan hệ ngoại giao]"},
    ),
    (
        "LEVEL, xác lập năm",
        "Hai bên rà soát quan hệ đối tác toàn diện Việt Nam - Mỹ, xác lập tháng 7/2013.",
        {"RelationChange US + VN 2013-07 [Đối tác toàn diện]"},
    ),
    (
        "với B … và với C",
        "Năm 2023, Việt Nam nâng cấp quan hệ lên đối tác chiến lược toàn diện với Mỹ vào tháng 9 và với Nhật Bản vào tháng 11.",
        {"RelationChange US + VN 2023-09 [Đối tác chiến lược toàn diện]", "RelationChange JP + VN 2023-11 [Đối tác chiến lược toàn diện]"},
    ),
    ("an upgrade with its day only", "Việt Nam và Pháp nâng cấp quan hệ hôm 7/6/2024.", {"RelationChange FR + VN 2024-06-07"}),
    (
        "not: no level is left",
        "Thủ tướng Lý Cường nhấn mạnh Trung Quốc cùng Việt Nam đưa quan hệ Đối tác hợp tác chiến lược toàn diện đi vào chiều sâu.",
        set(),
    ),
    ("not: wished for", "Việt Nam và Pháp muốn nâng cấp quan hệ trong năm nay.", set()),
    (
        "the seller is the other side",
        "Hãng hàng không Vietjet ký hợp đồng mua 20 máy bay của Airbus ngày 18/6.",
        {"Signing Airbus + Hãng hàng không Vietjet 2024-06-18"},
    ),
    (
        "trong đó có một văn kiện giữa A và B",
        "Việt Nam và Hàn Quốc ký các văn kiện hợp tác, trong đó có bản ghi nhớ giữa Bộ Công an Việt Nam và Cơ quan Cảnh sát biển Hàn Quốc.",
        {"Signing KR + VN", "Signing Bộ Công an Việt Nam + Cơ quan Cảnh sát biển Hàn Quốc"},
    ),
    (
        "văn kiện mà A và B ký",
        "Sau hội đàm, hai ông được giới thiệu 36 văn kiện hợp tác mà Việt Nam và Trung Quốc ký nhân dịp này.",
        {"Signing CN + VN"},
    ),
    (
        "lễ ký kết … giữa A với B",
        "Chiều 18/6, lễ ký kết biên bản ghi nhớ (MoU) giữa Bộ Công an Việt Nam với Bộ Nội vụ Campuchia diễn ra tại Hà Nội.",
        {"Signing Bộ Công an Việt Nam + Bộ Nội vụ Campuchia @ Hà Nội 2024-06-18"},
    ),
    ("đối với is no other side", "Thủ tướng Phạm Minh Chính ký quyết định kỷ luật đối với ông Nguyễn Văn Sang.", {"Signing Phạm Minh Chính"}),
    (
        "witness the signing of a document between governments",
        "Chủ tịch nước Tô Lâm và Tổng thống Ukhnaa Khurelsukh chứng kiến lễ ký và trao Hiệp định giữa Chính phủ Việt Nam và Chính phủ Mông Cổ.",
        {"Signing Chính phủ Mông Cổ + Chính phủ Việt Nam"},
    ),
    ("a possibility", "Việt Nam có tiềm năng trở thành đối tác chiến lược của Canada.", set()),
    ("others are to be talked into it", "Trung Quốc có thể bắt đầu bằng nỗ lực thuyết phục các bên còn giữ quan hệ với Đài Loan cắt đứt.", set()),
    (
        "an anniversary of this year",
        "Việt Nam và Peru kỷ niệm 30 năm ngày thiết lập quan hệ ngoại giao trong năm nay.",
        {"RelationChange PE + VN 1994 [Thiết lập quan hệ ngoại giao]"},
    ),
    ("an anniversary of a year to come", "Việt Nam và Peru hướng tới kỷ niệm 30 năm thiết lập quan hệ ngoại giao vào năm 2025.", set()),
    ("a statute", "Nga đã ký Quy chế Rome vào năm 2000.", {"Signing RU 2000"}),
    (
        "a numbered decision that names nobody",
        "Ngày 11/6, Thủ tướng Phạm Minh Chính ký Quyết định 15 về việc chỉ định nhân sự của tỉnh.",
        {"Signing Phạm Minh Chính 2024-06-11"},
    ),
    (
        "the sides behind a comma",
        "Thỏa thuận được ký kết ngày 11/6, giữa bà Lê Thị Hoa và ông Trần Văn Nam.",
        {"Signing Lê Thị Hoa + Trần Văn Nam 2024-06-11"},
    ),
    (
        "not: two anniversaries",
        "Hướng tới kỷ niệm 50 năm thiết lập quan hệ ngoại giao, 10 năm thiết lập quan hệ đối tác chiến lược Việt Nam - Pháp, hai bên mở hội chợ.",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_signings_and_relations(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected


@pytest.mark.parametrize(
    ("text", "levels", "codes"),
    [
        (
            "Ngày 10/9, Việt Nam và Mỹ nâng cấp quan hệ từ Đối tác toàn diện lên Đối tác chiến lược toàn diện.",
            ("Đối tác toàn diện", "Đối tác chiến lược toàn diện"),
            ("upgrade", "050", "COOPERATE"),
        ),
        ("Năm 2010, Việt Nam và Đức nâng cấp quan hệ lên Đối tác chiến lược.", (None, "Đối tác chiến lược"), ("upgrade", "050", "COOPERATE")),
    ],
)
def test_a_change_tells_the_level_it_leaves_and_carries_its_codes(
    read: Read, text: str, levels: tuple[str | None, str], codes: tuple[str, str, str]
) -> None:
    (change,) = [event for event in read(text, "2023-09-11").events if event.type == "RelationChange"]
    assert (change.from_level, change.level) == levels
    assert (change.verb, change.cameo, change.plover) == codes
