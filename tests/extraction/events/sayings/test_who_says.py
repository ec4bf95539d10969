"""Who says it, when, and of whom: a statement is told of nobody where its speaker cannot be told, and never dated by what is said."""

from __future__ import annotations

import pytest

from kg.model import Event
from tests.extraction.events.told import Read

PUBLISHED = "2024-06-20"

SPEAKERS: list[tuple[str, str, set[str]]] = [
    ("the title and the name", "Thủ tướng Pháp Gabriel Attal khẳng định nền kinh tế ổn định.", {"Gabriel Attal: khẳng định"}),
    ("an office set beside the name", "Bộ trưởng Công nghiệp Canada, bà Anita Brown, cho biết giá sẽ tăng.", {"Anita Brown: cho biết"}),
    ("a profession set beside the name", "Ông Trần Văn Nam, giảng viên của một trường ở Huế, nói giá sẽ tăng.", {"Trần Văn Nam: nói"}),
    ("whom another serves", "Bà Lê Thị Lan, luật sư của Thủ tướng Olaf Scholz, nói vụ kiện còn kéo dài.", {"Lê Thị Lan: nói"}),
    ("a description and a bare name", "Nhà nghiên cứu cấp cao Anna Weber nhận định giá sẽ tăng.", {"Anna Weber: nhận định"}),
    ("behind an adverbial with another's name", "Đáp lời Tổng thống Mỹ Joe Biden, ông Trần Văn Nam nói giá sẽ tăng.", {"Trần Văn Nam: nói"}),
    ("behind a quotation and a dash", '"Giá sẽ tăng" - bà Lê Thị Lan nói.', {"Lê Thị Lan: nói"}),
    ("one verb after the other", "Bà Lê Thị Lan ca ngợi dự án, khẳng định giá sẽ tăng.", {"Lê Thị Lan: ca ngợi", "Lê Thị Lan: khẳng định"}),
    ("he who goes on", "Ông Trần Văn Nam nói giá sẽ tăng. Ông cũng nhấn mạnh thuế không đổi.", {"Trần Văn Nam: nói", "Trần Văn Nam: nhấn mạnh"}),
    ("an office held by one", "Thủ tướng Nhật Bản tuyên bố giá sẽ tăng.", {"JP: tuyên bố"}),
    ("not: an office of many", "Hàng chục nghị sĩ Anh kêu gọi giảm thuế.", set()),
    ("not: relatives", "Con gái của Tổng thống Mỹ Joe Biden thông báo giá sẽ tăng.", set()),
    ("not: relatives, without của", "Cháu gái Tổng thống Mỹ Joe Biden thông báo giá sẽ tăng.", set()),
    ("not: a group around him", "Trước đó, nhóm đại diện pháp lý của ông Trần Văn Nam khẳng định vụ kiện còn kéo dài.", set()),
    ("not: those who are close to him", "Các nguồn tin thân cận với Tổng thống Pháp Emmanuel Macron nói giá sẽ tăng.", set()),
    ("not: his side", "Phía ông Trần Văn Nam khẳng định vụ kiện còn kéo dài.", set()),
    ("not: the object of another verb", "Nước này triệu tập Đại sứ Nga Ivan Petrov phản đối việc bắt giữ.", set()),
    ("not: any holder", "Báo cáo trả lời một câu hỏi mà tổng thống yêu cầu. Tổng thống Mỹ Joe Biden đã tới Paris.", set()),
    (
        "not: who is spoken of",
        "Người phát ngôn Nhà Trắng Lisa Green cho biết Tổng thống Joe Biden đã gặp bác sĩ và khẳng định sức khỏe tốt.",
        {"Lisa Green: cho biết"},
    ),
    (
        "not: what others are accused of",
        "Tổng thống Hàn Quốc Yoon Suk Yeol cáo buộc phe đối lập chống phá nhà nước và ủng hộ Triều Tiên.",
        {"Yoon Suk Yeol: cáo buộc"},
    ),
    ("not: what others are asked to do", "Ông Trần Văn Nam đề nghị các sở rà soát, kiến nghị cấp trên sửa luật.", {"Trần Văn Nam: đề nghị"}),
    ("not: what others are told to do", "Ông Trần Văn Nam chỉ đạo các sở thăm hỏi, động viên, chia sẻ mất mát với người dân.", set()),
    ("not: a noun in a list", "Bà Lê Thị Lan đã báo cáo các ý kiến, kiến nghị của cử tri.", set()),
    ("not: a claim inside another's words", '"Hôm qua ông Joe Biden khẳng định giá sẽ tăng", bà Lê Thị Lan viết.', {"Lê Thị Lan: viết"}),
    ("not: what stands aside", "Tòa yêu cầu bồi thường (mức bà Lê Thị Lan mong muốn nhận là 300 triệu đồng).", set()),
    (
        "not: one of two whom ông may mean",
        "Ông Trần Văn Nam và ông Lê Văn Hùng đến dự. Ông nói giá sẽ tăng.",
        set(),
    ),
    (
        "not: one of two ministers",
        "Bộ trưởng Y tế Lào Bounfeng Phoummalaysith tiếp Bộ trưởng Y tế Việt Nam Đào Hồng Lan. Bộ trưởng nói giá sẽ tăng.",
        set(),
    ),
    ("not: bác sĩ", "Tiến sĩ John Smith, bác sĩ riêng của Nhà Trắng, đã gửi một lá thư.", set()),
    ("bác", "Tổng thống Mỹ Joe Biden bác chuyện sẽ từ chức.", {"Joe Biden: bác chuyện"}),
    ("bác and any object", "Thủ tướng Pháp Gabriel Attal bác ảnh hưởng của vụ việc.", {"Gabriel Attal: bác"}),
    ("bác tin", "Tổng thống Mỹ Joe Biden bác tin sẽ từ chức.", {"Joe Biden: bác tin"}),
    ("not: who comments on sports", "Bà Lê Thị Lan là người dẫn chương trình nổi tiếng và bình luận viên thể thao.", set()),
    ("not: votes that one has", "Bà Lê Thị Lan có 47% ủng hộ.", set()),
    ("not: an assistant of his", "Một cựu trợ lý của Tổng thống Mỹ Joe Biden nói với báo chí rằng giá sẽ tăng.", set()),
    ("not: whom the one before spoke of", "Một thị trưởng ca ngợi Thủ tướng Pháp Gabriel Attal. Bà cũng khen ngợi nội các.", set()),
    ("not: what one looks forward to", "Bà Lê Thị Lan đang mong đợi đứa con đầu lòng.", set()),
]

DAYS: list[tuple[str, str, str | None]] = [
    ("beside the verb", "Tổng thống Pháp Emmanuel Macron hôm 18/6 nói giá sẽ tăng.", "2024-06-18"),
    ("a month beside the verb", "Tổng thống Pháp Emmanuel Macron hồi tháng 2 nói giá sẽ tăng.", "2024-02"),
    ("at the head", "Ngày 18/6, ông Trần Văn Nam cho biết giá sẽ tăng.", "2024-06-18"),
    ("at the head, behind the source", "Theo phóng viên tại hiện trường, hôm 18/6, ông Trần Văn Nam cho biết giá sẽ tăng.", "2024-06-18"),
    ("where it was said", "Trong cuộc họp báo hôm 18/6, ông Trần Văn Nam cho biết giá sẽ tăng.", "2024-06-18"),
    ("behind the verb", "Ông Trần Văn Nam viết trên mạng xã hội hôm 18/6.", "2024-06-18"),
    ("behind the verb, before rằng", "Ông Trần Văn Nam nói vào tháng trước rằng giá sẽ tăng.", "2024-05"),
    ("he who goes on", "Hôm 17/6, ông Trần Văn Nam nói giá sẽ tăng. Ông cũng khẳng định thuế không đổi.", "2024-06-17"),
    ("not: what will be", "Ông Trần Văn Nam cho biết cuối năm 2025, đại sứ quán sẽ mở cửa.", None),
    ("not: what was", "Ông Trần Văn Nam cho biết từ năm 2009 đến nay, cả nước có 9 đợt.", None),
    ("not: whom another quotes", "Ông Trần Văn Nam nhắc lại lời dặn ngày 15/9/1945 với học sinh.", None),
    ("not: tomorrow's people", "Ông Trần Văn Nam cho rằng người trẻ là chủ nhân của ngày mai.", None),
    ("not: a coming day", "Ông Trần Văn Nam nói các chuyên gia sẽ gặp nhau hôm thứ Bảy.", None),
    ("not: what stands before who says it", "Ngày 8/6 được chọn vì trời mát - ông Trần Văn Nam nói.", None),
    ("not: the poll", "Phát biểu sau khi có kết quả bầu cử hôm 18/6, ông Trần Văn Nam phản đối việc này.", None),
    ("not: since when he holds it", "Ông Trần Văn Nam, giám đốc từ ngày 1/6, cho biết giá sẽ tăng.", None),
]


def _named(read: Read, text: str) -> tuple[dict[str, str], list[Event]]:
    record = read(text, PUBLISHED)
    return {e.id: e.iso or e.name for e in record.entities}, [e for e in record.events if e.type == "Statement"]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in SPEAKERS])
def test_who_says(read: Read, text: str, expected: set[str]) -> None:
    named, statements = _named(read, text)
    told = {f"{named[p.entity]}: {s.label}" for s in statements for p in s.participants if p.role == "speaker"}
    assert told == expected


@pytest.mark.parametrize(("text", "day"), [pytest.param(t, d, id=i) for i, t, d in DAYS])
def test_when_it_is_said(read: Read, text: str, day: str | None) -> None:
    _, statements = _named(read, text)
    assert statements
    assert {(s.date, s.modality) for s in statements} == {(day, "happened")}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("Ngoại trưởng Nga Sergei Lavrov cáo buộc phe đối lập ủng hộ Triều Tiên.", set(), id="not: what the accused do"),
        pytest.param("Ông Trần Văn Nam nói bên lề hội nghị ở Đức rằng giá sẽ tăng.", set(), id="not: where"),
        pytest.param("Ông Trần Văn Nam nói với báo Anh rằng giá sẽ tăng.", set(), id="not: whose paper"),
        pytest.param("Ông Trần Văn Nam đánh giá cao tỉnh có đường biên giới với Trung Quốc.", set(), id="not: what it borders on"),
        pytest.param("Ông Trần Văn Nam đề nghị du học sinh Việt Nam tại Lào học tốt.", {"VN"}, id="who, not where they are"),
        pytest.param("Ngoại trưởng Nga Sergei Lavrov chỉ trích Mỹ và Ukraine.", {"US", "UA"}, id="both objects"),
        pytest.param("Ông Trần Văn Nam nói quan hệ giữa Lào và Thái Lan rất tốt.", {"LA", "TH"}, id="what is said of two"),
    ],
)
def test_which_countries_it_speaks_of(read: Read, text: str, topics: set[str]) -> None:
    named, statements = _named(read, text)
    assert {named[p.entity] for s in statements for p in s.participants if p.role == "topic"} == topics
