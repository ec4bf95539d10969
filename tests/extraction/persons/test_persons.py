"""Who is a person and which names are one's: text → persons. Each row is a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import names

CASES: list[tuple[str, str, set[str]]] = [
    ("son of the same name", "Donald Trump Jr. có mặt. Ông Donald Trump nói sẽ thắng.", {"Donald Trump Jr.", "Donald Trump"}),
    ("`ông` is no woman", "Bà Kim Keon Hee đi cùng ông Kim Jong-un.", {"Kim Keon Hee", "Kim Jong-un"}),
    ("a club, everywhere in the article", "CLB Al Nassr thắng đậm. Ông cho rằng Al Nassr sẽ vô địch. Al Nassr cho biết sẽ mua cầu thủ.", set()),
    ("a motorbike", "Xe Yamaha Exciter bán chạy. Yamaha Exciter, nói cách khác, được ưa chuộng.", set()),
    ("a stadium", "Trận đấu diễn ra ở sân Roland Garros.", set()),
    ("a company behind its legal form", "Giám đốc Công ty TNHH MTV An Nhựt Tân nộp tiền.", set()),
    ("who founds a company is one", "Công ty cổ phần do Nguyễn Văn An lập.", {"Nguyễn Văn An"}),
    ("who took the picture", "Khán giả reo hò (Ảnh AP/Ben Curtis).", set()),
    ("wards in a list", "Gồm các phường: Thới An, An Phú Đông, Gò Vấp.", set()),
    ("what leads on from capitals", "Bàn thắng cho HÀ TĨNH Xem video.", set()),
    ("a place behind an office", "Ở thôn Ngòi Nghìn, ông được cử làm Bí thư chi bộ Ngòi Nghìn.", set()),
    ("interim government before the name", "Chính phủ lâm thời Syria Ahmed al-Sharaa gặp phái đoàn Mỹ.", {"Ahmed al-Sharaa"}),
    ("syllables joined by hyphens", "Đồng chí Bun-thoong Chít ma-ny phát biểu.", {"Bun-thoong Chít ma-ny"}),
    ("a heading in capitals", "Hai đội hòa nhau. 29’ PHÒNG THỦ QUÁ HIỆU QUẢ. Đội khách ghi bàn vào lưới đội chủ nhà trong phút cuối.", set()),
    ("a room", "Phòng Xanh Lục rực rỡ với những quả châu.", set()),
    ("a family name that is a word, too", "Đồng Văn Lâm cho biết đội đã sẵn sàng.", {"Đồng Văn Lâm"}),
    ("a place in a table", "36 Hà Nam Đang cập nhật.", set()),
    ("a name that begins like a place", "Hà Nam Tiến cho biết sẽ đến.", {"Hà Nam Tiến"}),
    ("its own spelling in brackets", "Phó Thủ tướng Singapore Hoàng Tuấn Tài (Lawrence Wong) có mặt.", {"Hoàng Tuấn Tài"}),
    ("not: another man in brackets", "Ông Nguyễn Văn An (Lawrence Wong) có mặt.", {"Nguyễn Văn An", "Lawrence Wong"}),
    ("a saint's name before the family name", "Giám mục Phêrô Nguyễn Văn An cầu nguyện.", {"Phêrô Nguyễn Văn An"}),
    ("two saints' names", "Linh mục Gioan Baotixita Trần Văn Lộc đón khách.", {"Gioan Baotixita Trần Văn Lộc"}),
    ("not: a woman beside a man", "Nữ diễn viên Emma Stone và Nguyễn Văn An có mặt.", {"Emma Stone", "Nguyễn Văn An"}),
    ("a school named after a saint", "Cậu bé học ở trường Giám mục St. Peter's tại Colombo.", set()),
    ("a magazine with its English article", "The Courier lưu ý rằng giá dầu tăng.", set()),
    ("not: a man who says so", "Peter Klar lưu ý rằng giá dầu tăng.", {"Peter Klar"}),
    ("what a director is for", "Công ty bãi nhiệm chức vụ Giám Đốc Sáng Tạo từ hôm nay.", set()),
    ("not: a director by name", "Giám đốc Vương Sáng có mặt.", {"Vương Sáng"}),
    ("acting president", "Tổng thống lâm thời Syria Ahmed al-Sharaa gặp phái đoàn Mỹ.", {"Ahmed al-Sharaa"}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_persons(read: Callable[..., Extraction], text: str, expected: set[str]) -> None:
    assert names(read(text), "Person") == expected


def test_ong_trump_is_the_father(read: Callable[..., Extraction]) -> None:
    record = read("Donald Trump Jr. có mặt. Ông Donald Trump phát biểu. Ông Trump nói sẽ thắng.")
    father = next(e for e in record.entities if e.name == "Donald Trump")
    assert "Trump" in father.aliases


def test_ong_kim_is_the_man(read: Callable[..., Extraction]) -> None:
    record = read("Bà Kim Keon Hee đến. Ông Kim Jong-un cũng đến. Bà Kim Keon Hee phát biểu, ông Kim lắng nghe.")
    called = {e.name: e.aliases for e in record.entities if e.type == "Person"}
    assert "Kim" in called["Kim Jong-un"] and "Kim" not in called["Kim Keon Hee"]
