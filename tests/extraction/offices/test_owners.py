"""Whose an office is where its own words do not tell: text → (person, role, owner, status). Each row is a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

Office = tuple[str, str, str | None, str]

_ABOUT_JAPAN = "Nhật Bản là đối tác lớn. Nhật Bản cam kết viện trợ. "

CASES: list[tuple[str, str, set[Office]]] = [
    (
        "opposite a title without a name",
        _ABOUT_JAPAN + "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Nhật Bản tại Tokyo.",
        {("Phạm Minh Chính", "Thủ tướng", None, "current")},
    ),
    (
        "not: a division of whoever heads the whole",
        "Ông Trần Văn An là Phó Hiệu trưởng, Trưởng phòng Đào tạo.",
        {("Trần Văn An", "Phó Hiệu trưởng", None, "current"), ("Trần Văn An", "Trưởng phòng Đào tạo", "phòng Đào tạo", "current")},
    ),
    (
        "one body over two offices",
        "Ông Trần Văn An là Chủ tịch kiêm Tổng giám đốc Công ty An Phát.",
        {("Trần Văn An", "Chủ tịch", "Công ty An Phát", "current"), ("Trần Văn An", "Tổng giám đốc", "Công ty An Phát", "current")},
    ),
    (
        "the title in another sentence, the name of another country",
        _ABOUT_JAPAN + "Thủ tướng Phạm Minh Chính đến Tokyo. Thủ tướng Nhật Bản ra đón.",
        {("Phạm Minh Chính", "Thủ tướng", None, "current")},
    ),
    (
        "opposite, both foreign",
        _ABOUT_JAPAN + "Thủ tướng Narendra Modi gặp Thủ tướng Nhật Bản.",
        {("Narendra Modi", "Thủ tướng", None, "current")},
    ),
    (
        "the title without a name means the holder",
        _ABOUT_JAPAN + "Thủ tướng Shigeru Ishiba phát biểu hôm qua. Thủ tướng Nhật Bản sẽ thăm Seoul.",
        {("Shigeru Ishiba", "Thủ tướng", "JP", "current")},
    ),
    (
        "a predicate says it of him",
        "Mỹ và Mỹ Latin họp. Tổng thống Joe Biden phát biểu. Ông Joe Biden là tổng thống Mỹ đầu tiên tới đây.",
        {("Joe Biden", "Tổng thống", "US", "current")},
    ),
    (
        "a country of one office says nothing of an international one",
        "Tổng thư ký, cựu Thủ tướng Bồ Đào Nha Antonio Guterres phát biểu.",
        {("Antonio Guterres", "Tổng thư ký", None, "current"), ("Antonio Guterres", "Thủ tướng", "PT", "former")},
    ),
    (
        "country behind the name",
        "Thủ tướng Mohammed al-Thani của Qatar làm trung gian.",
        {("Mohammed al-Thani", "Thủ tướng", "QA", "current")},
    ),
    (
        "head of a province's deputies",
        "Phó trưởng đoàn đại biểu Quốc hội tỉnh Hải Dương Nguyễn Thị Lan phát biểu.",
        {("Nguyễn Thị Lan", "Phó trưởng đoàn đại biểu Quốc hội", "Hải Dương", "current")},
    ),
    (
        "deputies of a province's delegation",
        "Đoàn đại biểu Quốc hội tỉnh Hải Dương có các đại biểu Quốc hội Nguyễn Văn An, Trần Thị Bình.",
        {("Nguyễn Văn An", "đại biểu Quốc hội", "Quốc hội", "current"), ("Trần Thị Bình", "đại biểu Quốc hội", "Quốc hội", "current")},
    ),
    (
        "counterpart with a foreign country's name",
        "Bộ trưởng Bộ Quốc phòng Mỹ Lloyd Austin gặp người đồng cấp Iraq Muhammad Al-Abbasi.",
        {
            ("Lloyd Austin", "Bộ trưởng Bộ Quốc phòng", "Bộ Quốc phòng Mỹ", "current"),
            ("Muhammad Al-Abbasi", "Bộ trưởng Bộ Quốc phòng", "IQ", "current"),
        },
    ),
    (
        "a region owns no office",
        "Bà Sanam Vakil, Giám đốc Chương trình Trung Đông, nhận định.",
        {("Sanam Vakil", "Giám đốc Chương trình", None, "current")},
    ),
    ("one who stands for it", "Ứng cử viên đối lập tranh cử tổng thống Venezuela Edmundo Gonzalez rời nước.", set()),
    ("one who serves the holder", "Ủy viên về quyền trẻ em của Tổng thống Nga Maria Lvova-Belova bị truy nã.", set()),
    ("a term, not its holder", "Trong nhiệm kỳ chủ tịch của Hungary, ông Orban đã thăm Kiev.", set()),
    ("a decision on somebody", "Quyết định của Bộ trưởng Bộ Công an về việc điều động Thiếu tướng Trần Văn Lộc được công bố.", set()),
    (
        "assistant of the one named",
        "Ông Lê Văn Lộc là phó chủ nhiệm Văn phòng Quốc hội kiêm trợ lý Chủ tịch Quốc hội Trần Văn An. Chủ tịch Quốc hội Trần Văn An phát biểu.",
        {
            ("Lê Văn Lộc", "phó chủ nhiệm Văn phòng Quốc hội", "Văn phòng Quốc hội", "current"),
            ("Lê Văn Lộc", "trợ lý Chủ tịch Quốc hội", "Quốc hội", "current"),
            ("Trần Văn An", "Chủ tịch Quốc hội", "Quốc hội", "current"),
        },
    ),
    (
        "past said of a whole list",
        "Ông Lê Văn Lộc, nguyên Bí thư Thị ủy, Chủ tịch UBND thị xã Đông Triều, dự lễ.",
        {("Lê Văn Lộc", "Bí thư Thị ủy", None, "former"), ("Lê Văn Lộc", "Chủ tịch UBND thị xã", "UBND thị xã Đông Triều", "former")},
    ),
    (
        "present before past in a list",
        "Ông Lê Văn Lộc, Bí thư Tỉnh ủy Cà Mau, nguyên Bộ trưởng Bộ Tư pháp, dự lễ.",
        {("Lê Văn Lộc", "Bí thư Tỉnh ủy", "Tỉnh ủy Cà Mau", "current"), ("Lê Văn Lộc", "Bộ trưởng Bộ Tư pháp", "Bộ Tư pháp", "former")},
    ),
    ("in the place of a former one", "Bà được bầu thay thế cựu thủ tướng Srettha Thavisin.", {("Srettha Thavisin", "thủ tướng", None, "former")}),
    (
        "pronoun behind a title without a name",
        "Thủ tướng Nhật Bản tiếp ông Trần Văn An. Ông là Bộ trưởng Bộ Tài chính.",
        set(),
    ),
    ("pronoun of the other gender", "Bà Lê Thị Hà phát biểu. Ông là Bộ trưởng Bộ Tài chính.", set()),
    (
        "pronoun behind the person the article is about",
        "Ông Trần Văn An họp báo. Trần Văn An nêu ý kiến. Bộ trưởng Lê Văn Bình đón ông Trần Văn An. Ông là Bí thư Tỉnh ủy Cà Mau.",
        {("Lê Văn Bình", "Bộ trưởng", None, "current"), ("Trần Văn An", "Bí thư Tỉnh ủy", "Tỉnh ủy Cà Mau", "current")},
    ),
    (
        "the party's name goes on behind the title",
        "Đồng chí Trần Cương, Ủy viên Trung ương Đảng Cộng sản Trung Quốc, phát biểu.",
        {("Trần Cương", "Ủy viên Trung ương Đảng", "Trung ương Đảng Cộng sản Trung Quốc", "current")},
    ),
    (
        "a force begins inside a longer title",
        "Thiếu tướng Vũ Hồng Lộc là Phó Tư lệnh Cảnh sát cơ động.",
        {("Vũ Hồng Lộc", "Phó Tư lệnh", "Cảnh sát cơ động", "current")},
    ),
    (
        "task of the body is no part of the title",
        "Ông Lê Văn Lộc là Phó ban Chỉ đạo Trung ương về phòng chống tham nhũng tiêu cực.",
        {("Lê Văn Lộc", "Phó ban", "ban Chỉ đạo Trung ương về phòng chống tham nhũng tiêu cực", "current")},
    ),
    (
        "comrades of one office in a list",
        "Cùng dự có các đồng chí Ủy viên Trung ương Đảng: Lê Văn Lộc, Bộ trưởng Bộ Tư pháp; Trần Văn An.",
        {
            ("Lê Văn Lộc", "Ủy viên Trung ương Đảng", "Trung ương Đảng", "current"),
            ("Lê Văn Lộc", "Bộ trưởng Bộ Tư pháp", "Bộ Tư pháp", "current"),
            ("Trần Văn An", "Ủy viên Trung ương Đảng", "Trung ương Đảng", "current"),
        },
    ),
    (
        "before the memorial of the dead",
        "Đoàn dâng hương trước anh linh Tổng Bí thư Nguyễn Văn Lộc.",
        {("Nguyễn Văn Lộc", "Tổng Bí thư", None, "late")},
    ),
    (
        "list behind `như:`",
        "Dự lễ có các lãnh đạo như: Chủ tịch nước Trần Văn An, Chủ tịch Quốc hội Ngô Thị Cúc.",
        {("Trần Văn An", "Chủ tịch nước", None, "current"), ("Ngô Thị Cúc", "Chủ tịch Quốc hội", "Quốc hội", "current")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_owners(read: Callable[..., Extraction], text: str, expected: set[Office]) -> None:
    assert holdings(read(text)) == expected
