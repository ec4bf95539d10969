"""Whom pronouns, descriptions and elided subjects mean: text → events. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines

ROWS: list[Case] = [
    (
        "nhà lãnh đạo X: who leads the country",
        "Thủ tướng Ấn Độ Narendra Modi đến Hà Nội hôm 18/6. Sáng 19/6, nhà lãnh đạo Ấn Độ hội kiến Tổng Bí thư Nguyễn Phú Trọng.",
        {"Visit Narendra Modi > Hà Nội 2024-06-18", "Meeting Narendra Modi + Nguyễn Phú Trọng 2024-06-19"},
    ),
    (
        "nhà lãnh đạo X: the country where nobody is named",
        "Nhà lãnh đạo Nga hội đàm với Thủ tướng Hungary Viktor Orban ngày 19/6.",
        {"Meeting RU + Viktor Orban 2024-06-19"},
    ),
    (
        "người đứng đầu of a ruling party",
        "Tổng Bí thư Nguyễn Phú Trọng nói chuyện ở Hà Nội. Chuyến thăm Hoa Kỳ của người đứng đầu Đảng Cộng sản Việt Nam diễn ra năm 2015.",
        {"Visit Nguyễn Phú Trọng > US 2015"},
    ),
    (
        "ông chủ Nhà Trắng",
        "Tổng thống Mỹ Joe Biden rời Washington. Ông chủ Nhà Trắng sẽ hội đàm với Thủ tướng Đức Olaf Scholz tại Berlin.",
        {"Meeting Joe Biden + Olaf Scholz @ Berlin planned"},
    ),
    (
        "vị khách: whose visit is told",
        "Tổng thống Pháp Emmanuel Macron thăm Việt Nam từ 18 đến 20/6. Chiều 19/6, vị khách gặp Thủ tướng Phạm Minh Chính.",
        {"Visit Emmanuel Macron > VN 2024-06-18/2024-06-20", "Meeting Emmanuel Macron + Phạm Minh Chính 2024-06-19"},
    ),
    (
        "not: khách du lịch",
        "Tổng thống Pháp Emmanuel Macron thăm Việt Nam. Thủ tướng Phạm Minh Chính gặp khách du lịch.",
        {"Visit Emmanuel Macron > VN"},
    ),
    (
        "hai nhà lãnh đạo X, Y",
        "Tổng thống Mỹ Joe Biden và Chủ tịch Trung Quốc Tập Cận Bình cùng dự G20. Thủ tướng Ấn Độ Narendra Modi đón Thủ tướng Anh Keir Starmer. "
        "Hai nhà lãnh đạo Mỹ, Trung Quốc gặp nhau bên lề hội nghị.",
        {"Meeting Joe Biden + Tập Cận Bình"},
    ),
    (
        "not: two persons who were not told of together",
        "Buổi chiều dành cho Thủ tướng Nguyễn Xuân Phúc, rồi Tổng Bí thư Nguyễn Phú Trọng. Hai người gặp nhau ở Nhà Trắng.",
        set(),
    ),
    (
        "an object is not the subject: hội đàm với ông",
        "Tổng thống Pháp Emmanuel Macron bắt đầu chuyến thăm Việt Nam. Chủ tịch nước Tô Lâm hội đàm với ông chiều 19/6.",
        {"Visit Emmanuel Macron > VN", "Meeting Emmanuel Macron + Tô Lâm 2024-06-19"},
    ),
    (
        "Ông after a sentence whose subject is no person",
        "Tổng thống Pháp Emmanuel Macron tới Tokyo. Quốc hội Nhật Bản bầu ông Ishiba Shigeru làm Thủ tướng.\nÔng sẽ thăm Lào ngày 25/6.",
        {"Visit Emmanuel Macron > JP > Tokyo", "Appointment Ishiba Shigeru [Thủ tướng]", "Visit Ishiba Shigeru > LA 2024-06-25 planned"},
    ),
    (
        "Ông is whom the article is about, not a host named once",
        "Ông Tô Lâm tới Paris. Ông Tô Lâm dự lễ. Bộ trưởng Sébastien Lecornu chủ trì lễ đón ông Tô Lâm. "
        "Ông sẽ hội kiến Chủ tịch Thượng viện Pháp Gérard Larcher.",
        {"Visit Tô Lâm > Paris", "Meeting Sébastien Lecornu + Tô Lâm", "Meeting Gérard Larcher + Tô Lâm planned"},
    ),
    (
        "the title is another's: khi ấy là",
        "Tổng thống Pháp Emmanuel Macron phát biểu. Ngày 18/6, Tổng thống Pháp khi ấy là ông François Hollande đã tới Hà Nội.",
        {"Visit François Hollande > Hà Nội 2024-06-18"},
    ),
    (
        "là A, predicate",
        "Người đi trước ông là nguyên Chủ tịch nước Nguyễn Minh Triết, thăm Mỹ năm 2007.",
        {"Visit Nguyễn Minh Triết > US 2007"},
    ),
    (
        "là … thứ ba, predicate",
        "Tổng thống Mỹ Barack Obama đến Hà Nội. Ông Obama là Tổng thống Mỹ thứ ba đặt chân đến Việt Nam.",
        {"Visit Barack Obama > Hà Nội > VN"},
    ),
    (
        "là … đầu tiên của ĐẢNG, predicate",
        "Ông Nguyễn Phú Trọng là Tổng Bí thư đầu tiên của Đảng Cộng sản Việt Nam thăm Mỹ, vào tháng 7/2015.",
        {"Visit Nguyễn Phú Trọng > US 2015-07"},
    ),
    (
        "A, người kế nhiệm B: only A",
        "Ông Yoon Suk Yeol, người kế nhiệm ông Moon Jae-in, hội đàm với Thủ tướng Kishida Fumio hôm 16/3.",
        {"Meeting Kishida Fumio + Yoon Suk Yeol 2024-03-16"},
    ),
    (
        "chúc mừng A trở thành người đầu tiên được bầu",
        "Đối thủ Annissa Essaibi George chúc mừng bà Michelle Wu trở thành người phụ nữ đầu tiên được bầu làm Thị trưởng Boston.",
        {"Appointment Michelle Wu [Thị trưởng Boston]"},
    ),
    (
        "A là … thứ ba đến B, sau C (năm) và D (năm)",
        "Tổng thống Mỹ Barack Obama đến Hà Nội. "
        "Ông Obama là Tổng thống Mỹ thứ ba đặt chân đến Việt Nam, sau các ông Bill Clinton (năm 2000) và George W. Bush (năm 2006).",
        {"Visit Barack Obama > Hà Nội > VN", "Visit Bill Clinton > VN 2000", "Visit George W. Bush > VN 2006"},
    ),
    ("not: what is A's", "Chính quyền của Tổng thống Mỹ Joe Biden đã gặp Hamas.", set()),
    ("not: whose family", "Gia đình ông Thaksin Shinawatra bị lật đổ năm 2006.", set()),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_who_is_meant(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected
