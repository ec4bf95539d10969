# ruff: noqa: E501 (a case of a table stays on one line)
"""Pages written for the purpose, in the layouts of Vietnamese news sites."""

from __future__ import annotations

import json

import pytest

from kg.errors import ReadingError
from kg.model import Article
from kg.reading.html import article_from_html

TITLE = "Hai bộ trưởng bàn về tuyến tàu biển mới"
LEAD = "Hai bộ trưởng gặp nhau sáng nay tại Đà Nẵng để bàn về tuyến tàu biển mới giữa hai nước."
BODY = [
    "Tại cuộc gặp, hai bên nhất trí mở thêm hai tuyến tàu chở hàng và cùng nhau đào tạo thuyền viên trẻ.",
    "Bộ trưởng nước chủ nhà cho biết cảng mới sẽ đón những chuyến tàu đầu tiên vào cuối năm nay.",
    "Hai nước có chung đường bờ biển dài và nhiều năm hợp tác về an toàn hàng hải và tìm kiếm cứu nạn.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
BANNER = '<header><div class="clock">Thứ sáu, 21/11/2025 20:13 (GMT+7)</div><nav><a href="/">Trang chủ</a></nav></header>'
FOOTER = "<footer>Giấy phép số 1, cấp ngày 01/01/2020 08:00. Tổng biên tập: Trần Văn Nam</footer>"
STATEMENT = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-05-16T22:21:00+07:00",
    "author": {"@type": "Person", "name": "Lan Anh"},
    "publisher": {"@type": "Organization", "name": "Báo Biển"},
}


def json_ld(**more: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({**STATEMENT, **more}, ensure_ascii=False)}</script>'


JSON_LD = json_ld()


def page(head: str = "", main: str = TEXT, title: str = f"{TITLE} - Báo Biển") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{BANNER}<main>{main}</main>{FOOTER}</body></html>"
    ).encode()


def read(data: bytes) -> Article:
    return article_from_html(data, "a", "a.html")


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


H1 = f"<h1>{TITLE}</h1>"
METADATA = [
    ("JSON-LD", JSON_LD, f"<article>{H1}{TEXT}</article>",
     {"title": TITLE, "published": "2024-05-16T22:21:00+07:00", "author": "Lan Anh", "outlet": "Báo Biển"}),
    ("JSON-LD in a graph, two authors, and a broken one before it",
     '<script type="application/ld+json">{broken</script><script type="application/ld+json">{"@graph": [{"@type": "WebSite", '
     '"name": "Báo"}, {"@type": ["NewsArticle"], "headline": "' + TITLE + '", "datePublished": "2024-05-16", '
     '"author": [{"@type": "Person", "name": "Lan Anh"}, {"@type": "Person", "name": "Đức Minh"}]}]}</script>',
     f"<article>{TEXT}</article>", {"title": TITLE, "published": "2024-05-16", "author": "Lan Anh, Đức Minh", "outlet": None}),
    ("meta elements",
     f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Báo Biển">'
     '<meta property="article:published_time" content="2024-05-16T22:21:00+0700"><meta name="author" content="Lan Anh">'
     '<link rel="canonical" href="https://www.example.org/bai-1.html">',
     f"<article>{H1}{TEXT}</article>",
     {"title": TITLE, "published": "2024-05-16T22:21:00+07:00", "author": "Lan Anh", "outlet": "Báo Biển",
      "url": "https://www.example.org/bai-1.html"}),
    ("outlet from the address", '<link rel="canonical" href="https://www.example.org/bai-1.html">', f"{H1}{TEXT}", {"outlet": "example.org"}),
    ("an outlet is no author", '<meta property="og:site_name" content="Báo Biển"><meta name="author" content="Báo Biển">', H1 + TEXT, {"author": None}),
    ("an organisation is no author",
     '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Ban Thời sự"}}</script>',
     H1 + TEXT, {"author": None}),
    ("time next to the headline", "", f'<div><div class="head">{H1}<span class="date">Thứ năm, 16/5/2024, 22:21 (GMT+7)</span></div>{TEXT}</div>',
     {"published": "2024-05-16T22:21:00+07:00"}),
    ("time element", "", f'<article>{H1}<time datetime="2024-05-16T22:21:00+07:00">hôm qua</time>{TEXT}</article>',
     {"published": "2024-05-16T22:21:00+07:00"}),
    ("never the date of the banner", "", f"<div>{H1}{TEXT}</div>", {"published": None}),
    ("never the date of a banner beside the headline", "", f'<div><div class="today">21/11/2025 08:00</div>{H1}{TEXT}</div>', {"published": None}),
    ("never the date of another article", "", f"<div><div>{H1}{TEXT}</div><ul><li>Bài khác 01/02/2024 08:00</li></ul></div>", {"published": None}),
    ("two times are none", "", f"<div>{H1}<p><i>16/05/2024 22:21</i></p><p><i>17/05/2024 08:00</i></p>{TEXT}</div>", {"published": None}),
    ("a month alone stays a month", '<meta property="article:published_time" content="2024-05">', H1 + TEXT, {"published": "2024-05"}),
    ("title from the headline where the page's is longer", "", f"<h1>Báo Biển</h1><article>{H1}{TEXT}</article>", {"title": TITLE}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "main", "expected"), [c[1:] for c in METADATA], ids=[c[0] for c in METADATA])
def test_metadata(head: str, main: str, expected: dict[str, str | None]) -> None:
    info = read(page(head, main)).info
    assert {field: getattr(info, field) for field in expected} == expected


def test_body_captions_and_furniture() -> None:
    main = (
        f'<article>{H1}<span class="date">Thứ năm, 16/5/2024, 22:21 (GMT+7)</span><p class="sapo">{LEAD}</p>'
        '<figure><img src="a.jpg"><figcaption>Hai bộ trưởng tại lễ ký. Ảnh: <em>TTXVN</em></figcaption></figure>'
        f"{TEXT}<p><strong>Lan Anh</strong> (Theo <em>AFP</em>)</p></article>"
        '<aside><h3>Tin liên quan</h3><ul><li><a href="/1">Cảng lớn nhất miền Bắc mở rộng thêm hai bến mới</a></li></ul></aside>'
    )
    article = read(page(main=main))
    assert kinds(article) == [
        ("headline", TITLE),
        ("furniture", "Thứ năm, 16/5/2024, 22:21 (GMT+7)"),
        ("lead", LEAD),
        ("caption", "Hai bộ trưởng tại lễ ký."),
        ("credit", "Ảnh: TTXVN"),
        *(("body", paragraph) for paragraph in BODY),
        ("byline", "Lan Anh (Theo AFP)"),
    ]
    assert article.info.author == "Lan Anh"


CAPTIONS = [
    '<table class="picture"><tr><td><img src="a"></td></tr><tr><td class="caption">Toàn cảnh lễ ký. Ảnh: AFP</td></tr></table>',
    '<div class="VCSortableInPreviewMode"><img src="a"><div class="PhotoCMS_Caption"><p>Toàn cảnh lễ ký. Ảnh: AFP</p></div></div>',
    '<figure><picture><img src="a"></picture><figcaption><p>Toàn cảnh lễ ký. Ảnh: <em>AFP</em></p></figcaption></figure>',
]


@pytest.mark.parametrize("picture", CAPTIONS)
def test_captions_of_several_layouts_are_kept(picture: str) -> None:
    blocks = kinds(read(page(main=f"<article>{H1}{TEXT}{picture}{TEXT}</article>")))
    assert ("caption", "Toàn cảnh lễ ký.") in blocks
    assert ("credit", "Ảnh: AFP") in blocks


def test_a_lead_outside_the_article_element_is_kept_once() -> None:
    main = f'<section><div><h1>{TITLE}</h1><p class="description">{LEAD}</p><article>{TEXT}{TEXT}</article></div></section>'
    article = read(page(main=main))
    assert [block for block in kinds(article) if block[0] in ("headline", "lead")] == [
        ("headline", TITLE),
        ("lead", LEAD),
    ]
    assert article.text.count(LEAD) == 1


def test_the_headline_of_the_page_is_part_of_the_text() -> None:
    article = read(page(JSON_LD, f"<article>{TEXT}{TEXT}</article>"))
    assert kinds(article)[0] == ("headline", TITLE)


def test_a_page_without_markup_of_an_article_uses_the_stated_body() -> None:
    stated = json_ld(articleBody=" ".join(BODY))
    assert BODY[2] in read(page(stated, "<div id=app></div>")).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_pages(encoding: str) -> None:
    data = page(main=f"<article>{H1}{TEXT}</article>").decode().encode(encoding)
    assert read(data).info.title == TITLE


def test_an_xml_declaration_does_not_hinder() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>\n' + page(main=f"<article>{H1}{TEXT}</article>")
    assert read(data).info.title == TITLE


BAD = [
    ("no article", b"<html><body><nav><a href=/>Trang chu</a></nav></body></html>", "no article text found"),
    ("empty body", b"<html></html>", "no article text found"),
    ("plain text", "Bài viết không có thẻ nào.".encode(), "no HTML"),
    ("not text", b"%PDF-1.4", "a PDF file"),
    ("broken bytes", page() + b"\xff\xff\xff", "not valid UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_pages_that_cannot_be_read_are_told_by_name(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=f"^a.html: .*{message}"):
        read(data)


def test_deep_nesting_ends_as_article_or_error() -> None:
    deep = "<div>" * 20000 + TEXT + "</div>" * 20000
    try:
        read(page(main=deep))
    except ReadingError as error:
        assert str(error).startswith("a.html: ")
