"""Pages written for the purpose, one line a row: the kind of each block and its text."""

from __future__ import annotations

import pytest

from kg.model import Article, ArticleInfo
from kg.reading import article_from_text

LEAD = "Hai bộ trưởng gặp nhau sáng nay tại Đà Nẵng để bàn về tuyến tàu biển mới giữa hai nước."
BODY = "Tại cuộc gặp, hai bên nhất trí mở thêm hai tuyến tàu chở hàng và cùng nhau đào tạo thuyền viên trẻ."
MORE = "Bộ trưởng nước chủ nhà cho biết cảng mới sẽ đón những chuyến tàu đầu tiên vào cuối năm nay."
TITLE = "Hai bộ trưởng bàn về tuyến tàu biển mới"


def read(text: str, **info: str | None) -> Article:
    return article_from_text(text, ArticleInfo(id="a", **info))  # type: ignore[arg-type]


def rows(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


PAGES: list[tuple[str, list[tuple[str, str]]]] = [
    ("headline, lead, body, byline", [("headline", TITLE), ("lead", LEAD), ("body", BODY), ("byline", "Lan Anh")]),
    ("no headline", [("lead", LEAD), ("body", BODY), ("body", MORE)]),
    (
        "time below the headline",
        [("headline", TITLE), ("furniture", "03/07/2023 18:02 GMT+7"), ("lead", LEAD), ("body", BODY)],
    ),
    (
        "byline with time below the headline",
        [("headline", TITLE), ("byline", "Lan Anh - Thứ năm, 16/05/2024 22:21 (GMT+7)"), ("lead", LEAD), ("body", BODY)],
    ),
    ("byline in the second line", [("headline", TITLE), ("byline", "Lan Anh"), ("lead", LEAD), ("body", BODY)]),
    ("country in the second line", [("headline", TITLE), ("body", "Tây Ban Nha"), ("lead", LEAD), ("body", BODY)]),
    (
        "caption and credit, then another picture whose credit is in capitals",
        [
            ("headline", TITLE),
            ("lead", LEAD),
            ("body", BODY),
            ("caption", "Hai bộ trưởng bàn về tàu biển - Ảnh 1."),
            ("caption", "Hai bộ trưởng tại lễ ký ở Đà Nẵng ngày 30.6"),
            ("credit", "BỘ GIAO THÔNG"),
            ("body", MORE),
        ],
    ),
    (
        "capitals at the end are a byline, in the middle a sub-heading",
        [("headline", TITLE), ("lead", LEAD), ("body", "TÓM TẮT CÁC NỘI DUNG CHÍNH"), ("body", BODY), ("byline", "LAN ANH")],
    ),
    (
        "comment form",
        [
            ("headline", TITLE),
            ("lead", LEAD),
            ("body", BODY),
            ("furniture", "Top"),
            ("furniture", "Bạn không thể gửi bình luận liên tục. Xin hãy đợi"),
            ("furniture", "60 giây nữa."),
        ],
    ),
    ("number of comments", [("lead", LEAD), ("body", BODY), ("furniture", "Bình luận (0)")]),
    (
        "readers' comments",
        [("lead", LEAD), ("body", BODY), ("furniture", "Bình luận (2)"), ("furniture", "Hay quá"), ("furniture", "Tôi đồng ý")],
    ),
    (
        "related titles after the article",
        [
            ("lead", LEAD),
            ("body", BODY),
            ("furniture", "Tin liên quan"),
            ("furniture", "Cảng lớn nhất miền Bắc mở thêm bến"),
            ("furniture", "Tàu hàng đầu tiên cập cảng mới"),
        ],
    ),
    (
        "related titles inside the article",
        [
            ("lead", LEAD),
            ("furniture", "Đọc thêm"),
            ("furniture", "Cảng lớn nhất miền Bắc mở thêm bến"),
            ("body", BODY),
            ("furniture", ">>> Xem thêm: Tàu hàng đầu tiên cập cảng mới"),
            ("body", MORE),
        ],
    ),
    (
        "two related titles in a line",
        [
            ("headline", TITLE),
            ("lead", LEAD),
            ("furniture", "Cảng lớn nhất miền Bắc mở thêm bến / Tàu hàng đầu tiên cập cảng mới"),
            ("body", BODY),
        ],
    ),
    (
        "source and invitation at the end",
        [("lead", LEAD), ("body", BODY), ("byline", "TTXVN"), ("furniture", "* Mời bạn đọc vào chuyên mục Biển xem các tin, bài liên quan.")],
    ),
    ("source at the end", [("lead", LEAD), ("body", BODY), ("byline", "Theo VTCC")]),
    (
        "repeated headline is a picture's label",
        [("headline", TITLE), ("lead", LEAD), ("body", BODY), ("caption", TITLE), ("body", MORE)],
    ),
    (
        "the labels of the BBC's pictures",
        [
            ("headline", TITLE),
            ("furniture", "12 tháng 12 2016"),
            ("furniture", "Đóng kênh chia sẻ"),
            ("lead", LEAD),
            ("body", BODY),
        ],
    ),
    ("share buttons and tags", [("lead", LEAD), ("body", BODY), ("furniture", "Chia sẻ Facebook"), ("furniture", "Từ khóa: cảng, tàu")]),
    ("lost link at the end", [("lead", LEAD), ("body", BODY), ("furniture", "(Theo"), ("furniture", ")")]),
    ("a caption that says who stands where", [("lead", LEAD), ("caption", "Bộ trưởng (trái) đón khách tại cảng."), ("body", BODY)]),
    ("a line broken by a lost link is no headline", [("body", "Trong cuộc gặp ở Đà Nẵng, bộ trưởng"), ("lead", "nói rằng " + LEAD), ("body", BODY)]),
]  # fmt: skip


@pytest.mark.parametrize("page", [page for _, page in PAGES], ids=[name for name, _ in PAGES])
def test_every_line_is_a_block(page: list[tuple[str, str]]) -> None:
    assert rows(read("\n".join(text for _, text in page))) == page


@pytest.mark.parametrize("gap", ["\n", "\n\n", " \r\n\t\r\n"])
def test_empty_lines_make_no_difference(gap: str) -> None:
    page = PAGES[0][1]
    assert rows(read(gap.join(text for _, text in page))) == page


ONE_LINE = [
    (
        "headline, paragraphs and byline glued together",
        "Hai nước bàn về tàu biển MỹBộ trưởng nói hai bên sẽ mở thêm hai tuyến tàu biển trong năm nay và trong cả năm sau nữa.Ông đề nghị "
        'sớm ký kết."Đây là việc cần", ông nói.Lan Anh',
        [
            ("headline", "Hai nước bàn về tàu biển Mỹ"),
            ("lead", "Bộ trưởng nói hai bên sẽ mở thêm hai tuyến tàu biển trong năm nay và trong cả năm sau nữa."),
            ("body", "Ông đề nghị sớm ký kết."),
            ("body", '"Đây là việc cần", ông nói.'),
            ("byline", "Lan Anh"),
        ],
    ),
    (
        "byline after the last sentence",
        f"{LEAD}\n{BODY} Lan Anh",
        [("lead", LEAD), ("body", BODY), ("byline", "Lan Anh")],
    ),
    (
        "outlet before the lead",
        f"{TITLE}\n(Dân trí) - {LEAD}\n{BODY}",
        [("headline", TITLE), ("furniture", "(Dân trí) -"), ("lead", LEAD), ("body", BODY)],
    ),
    ("outlet without brackets", f"VTV.vn - {LEAD}\n{BODY}", [("furniture", "VTV.vn -"), ("lead", LEAD), ("body", BODY)]),
    ("two countries are no outlet", "Việt Nam - Lào là bạn.\n" + BODY, [("body", "Việt Nam - Lào là bạn."), ("lead", BODY)]),
    (
        "section, headline and lead in one line",
        f"{TITLE}\nKinh tế {TITLE} {LEAD}\n{BODY}",
        [("headline", TITLE), ("furniture", "Kinh tế"), ("headline", TITLE), ("lead", LEAD), ("body", BODY)],
    ),
    (
        "a lead that begins with the headline's words",
        f"{TITLE}\n{TITLE} giữa hai nước trong buổi sáng nay, mở đầu chuyến thăm ba ngày tại Đà Nẵng.\n{BODY}",
        [
            ("headline", TITLE),
            ("lead", f"{TITLE} giữa hai nước trong buổi sáng nay, mở đầu chuyến thăm ba ngày tại Đà Nẵng."),
            ("body", BODY),
        ],
    ),
    (
        "a lead that begins with the headline's words and goes on with a name",
        f"{TITLE}\n{TITLE} Đà Nẵng - Busan trong buổi sáng nay, mở đầu chuyến thăm ba ngày tại Việt Nam.\n{BODY}",
        [
            ("headline", TITLE),
            ("lead", f"{TITLE} Đà Nẵng - Busan trong buổi sáng nay, mở đầu chuyến thăm ba ngày tại Việt Nam."),
            ("body", BODY),
        ],
    ),
    (
        "a lead that says the headline's words behind an opening",
        f"{TITLE}\nSáng nay {TITLE} giữa hai nước, mở đầu chuyến thăm ba ngày tại Đà Nẵng và Quảng Nam.\n{BODY}",
        [
            ("headline", TITLE),
            ("lead", f"Sáng nay {TITLE} giữa hai nước, mở đầu chuyến thăm ba ngày tại Đà Nẵng và Quảng Nam."),
            ("body", BODY),
        ],
    ),
    (
        "a picture's label without diacritics",
        f"{LEAD} hai bo truong ban ve tau bien hinh anh 2.\n{BODY}",
        [("lead", LEAD), ("furniture", "hai bo truong ban ve tau bien hinh anh 2."), ("body", BODY)],
    ),
    (
        "credits and captions with labels",
        f"{LEAD}\nImage copyright Reuters Image caption Toàn cảnh cảng mới\n{BODY}",
        [
            ("lead", LEAD),
            ("furniture", "Image copyright"),
            ("credit", "Reuters"),
            ("furniture", "Image caption"),
            ("caption", "Toàn cảnh cảng mới"),
            ("body", BODY),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), [case[1:] for case in ONE_LINE], ids=[case[0] for case in ONE_LINE])
def test_lines_with_several_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert rows(read(text, title=TITLE if text.startswith(TITLE) else None)) == blocks


PICTURES = [
    ("Hai bộ trưởng tại lễ ký - Ảnh: VGP/Lan Anh", "Hai bộ trưởng tại lễ ký", "- Ảnh: VGP/Lan Anh"),
    ("Hai bộ trưởng tại lễ ký (Ảnh: Lan Anh).", "Hai bộ trưởng tại lễ ký", "(Ảnh: Lan Anh)."),
    ("Hai bộ trưởng tại lễ ký. (Ảnh: AFP/TTXVN)", "Hai bộ trưởng tại lễ ký.", "(Ảnh: AFP/TTXVN)"),
    ("Hai bộ trưởng tại lễ ký. Ảnh: AFP.", "Hai bộ trưởng tại lễ ký.", "Ảnh: AFP."),
    ("Hai bộ trưởng tại lễ ký. Ảnh: L.A", "Hai bộ trưởng tại lễ ký.", "Ảnh: L.A"),
    ("Hai bộ trưởng tại lễ ký ẢNH: LAN ANH", "Hai bộ trưởng tại lễ ký", "ẢNH: LAN ANH"),
    ("Hai bộ trưởng tại lễ ký. Ảnh AFP.", "Hai bộ trưởng tại lễ ký.", "Ảnh AFP."),
    ("Hai bộ trưởng tại lễ ký (Ảnh chụp màn hình).", "Hai bộ trưởng tại lễ ký", "(Ảnh chụp màn hình)."),
    ("Hai bộ trưởng tại lễ ký. Đồ họa: BBC", "Hai bộ trưởng tại lễ ký.", "Đồ họa: BBC"),
    ("Hai bộ trưởng tại lễ ký - Nguồn: AFP", "Hai bộ trưởng tại lễ ký", "- Nguồn: AFP"),
    (
        "Hai bộ trưởng tại lễ ký ở Đà Nẵng hôm 30.6 REUTERS",
        "Hai bộ trưởng tại lễ ký ở Đà Nẵng hôm 30.6",
        "REUTERS",
    ),
]


@pytest.mark.parametrize(("line", "caption", "credit"), PICTURES)
def test_caption_and_credit(line: str, caption: str, credit: str) -> None:
    article = read(f"{LEAD}\n{line}\n{BODY}")
    assert rows(article) == [("lead", LEAD), ("caption", caption), ("credit", credit), ("body", BODY)]


@pytest.mark.parametrize("line", ["Ảnh: AFP", "(Ảnh: Lan Anh)", "Ảnh minh họa", "Ảnh minh họa: Chinhphu.vn", "- Ảnh: TTXVN"])
def test_a_line_that_is_only_a_credit(line: str) -> None:
    assert rows(read(f"{LEAD}\n{line}\n{BODY}")) == [("lead", LEAD), ("credit", line), ("body", BODY)]


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh hưởng của cơn bão còn kéo dài đến cuối tuần này, theo cơ quan khí tượng.",
        "Theo bộ này, sản lượng tăng mạnh trong ba năm liền (Nguồn: Bộ Nông nghiệp) và sẽ còn tăng.",
        'Ông nói: "Ảnh của tôi đâu?" và mọi người cùng cười.',
        "Ông Nam (ảnh) cho biết hai bên sẽ gặp lại nhau.",
    ],
)
def test_text_that_speaks_of_pictures_is_body(line: str) -> None:
    assert rows(read(f"{LEAD}\n{line}\n{BODY}")) == [("lead", LEAD), ("body", line), ("body", BODY)]


def test_a_long_paragraph_gives_its_last_sentence_to_the_credit() -> None:
    long = f"{BODY} {MORE} {BODY} {MORE}"
    caption = "Hai bộ trưởng tại lễ ký."
    assert rows(read(f"{LEAD}\n{long} {caption} (Ảnh: AFP)\n{MORE}"))[1:4] == [
        ("body", long),
        ("caption", caption),
        ("credit", "(Ảnh: AFP)"),
    ]


METADATA = [
    ("title from the first line", f"{TITLE}\n{LEAD}\n{BODY}", {}, "title", TITLE),
    ("no title without a headline", f"{LEAD}\n{BODY}", {}, "title", None),
    ("title from metadata stands", f"{LEAD}\n{BODY}", {"title": "Tên khác hẳn của bài"}, "title", "Tên khác hẳn của bài"),
    ("the full title before the cut one", f"{TITLE}\n{LEAD}\n{BODY}", {"title": "Hai bộ trưởng bàn về ..."}, "title", TITLE),
    ("author from the last line", f"{LEAD}\n{BODY}\nLan Anh", {}, "author", "Lan Anh"),
    ("author from a source line", f"{LEAD}\n{BODY}\nLan Anh (Theo AFP)", {}, "author", "Lan Anh"),
    ("a source is no author", f"{LEAD}\n{BODY}\nTheo VTCC", {}, "author", None),
    ("author left of the time", f"{TITLE}\nLan Anh - Thứ năm, 16/05/2024 22:21 (GMT+7)\n{LEAD}", {}, "author", "Lan Anh"),
    ("author before the source", f"{LEAD}\n{BODY}\nLan Anh\nTheo AFP", {}, "author", "Lan Anh"),
    ("author from metadata stands", f"{LEAD}\n{BODY}\nLan Anh", {"author": "Đức Minh"}, "author", "Đức Minh"),
    ("time from a line", f"{TITLE}\n\n03/07/2023 18:02 GMT+7\n\n{LEAD}", {}, "published", "2023-07-03T18:02:00+07:00"),
    ("time from metadata stands", f"{TITLE}\n03/07/2023 18:02\n{LEAD}", {"published": "2023-07-04"}, "published", "2023-07-04"),
    ("the time of a change is not the time of publication", f"{TITLE}\nCập nhật lúc 18:02 03/07/2023\n{LEAD}", {}, "published", None),
    ("a date in a sentence is none", f"{TITLE}\n{LEAD}\nHọ gặp nhau ngày 03/07/2023 tại Huế.", {}, "published", None),
    ("a date as sub-heading far below is none", "\n".join([TITLE, LEAD, *[BODY] * 8, "01/02/2003", MORE, BODY, MORE, LEAD]), {}, "published", None),
    ("outlet from a known label", f"(Dân trí) - {LEAD}\n{BODY}", {}, "outlet", "dantri.com.vn"),
    ("outlet from an unknown label", f"(Tin vịt) - {LEAD}\n{BODY}", {}, "outlet", None),
    ("outlet from metadata stands", f"(Dân trí) - {LEAD}\n{BODY}", {"outlet": "Dân trí"}, "outlet", "Dân trí"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "info", "field", "value"), [c[1:] for c in METADATA], ids=[c[0] for c in METADATA])
def test_metadata_that_the_text_shows(text: str, info: dict[str, str], field: str, value: str | None) -> None:
    assert getattr(read(text, **info).info, field) == value


def test_the_text_is_kept_as_read_and_hashed() -> None:
    import hashlib

    article = read(f"{LEAD}\n\n{BODY}  ")
    assert article.text == f"{LEAD}\n\n{BODY}"
    assert article.info.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


HARD = [
    "",
    " \n ",
    "a",
    ".",
    "...\n---\n***",
    "A.B.C.D.E",
    "Ảnh:",
    "(Ảnh: AFP)",
    "(Ảnh: AFP)(Ảnh: Reuters)Tổng thống đến",
    "Image caption ",
    "Image copyright Image caption Image copyright",
    "(Dân trí) - ",
    "VTV.vn - VTV.vn - Hai",
    "Lan Anh",
    "Lan Anh\nĐức Minh\nTheo AFP",
    "16/05/2024",
    "Tin liên quan\nTin liên quan\nTin liên quan",
    "Mỹ" * 500,
    "MỹTổng" * 500,
    'a."B' * 500,
    "x hinh anh 1 " * 300,
    "a b c d e " * 5000 + "hinh anh",
    "(" * 5000,
    '"' * 5000,
    " / ".join(["một hai ba bốn năm sáu"] * 10),
    "\u200b\u200b",
    "🇻🇳 Việt Nam 🤝 Lào\n😀",
]


@pytest.mark.parametrize("text", HARD + ["\n".join(line for _, line in page) for _, page in PAGES])
@pytest.mark.parametrize("title", [None, TITLE, "...", ""])
def test_blocks_cover_the_text_in_order(text: str, title: str | None) -> None:
    article = read(text, title=title)
    position = 0
    for block in article.blocks:
        assert position <= block.start < block.end
        assert not article.text[position : block.start].strip()
        assert article.text[block.start : block.end] == article.text[block.start : block.end].strip()
        position = block.end
    assert not article.text[position:].strip()
