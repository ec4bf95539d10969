# ruff: noqa: E501 (a case of a table stays on one line)
from __future__ import annotations

import pytest

from kg.errors import ReadingError
from kg.reading.front_matter import split_front_matter

GOOD = [
    ("none", "Bài viết.\n", {}, "Bài viết.\n"),
    ("plain", "---\ntitle: Hai nước: một bờ biển\npublished: 2024-05-16\n---\nBài.", {"title": "Hai nước: một bờ biển", "published": "2024-05-16"}, "Bài."),
    ("quoted", "---\ntitle: \"Ông nói: 'được'\"\nauthor: 'Lan Anh'\n---\nBài.", {"title": "Ông nói: 'được'", "author": "Lan Anh"}, "Bài."),
    ("byte order mark, CRLF, blank values, comment", "\ufeff---\r\n# nguồn\r\nTitle: A\r\nauthor:\r\nurl: null\r\n---\r\nBài.", {"title": "A"}, "Bài."),
    ("continued line", "---\ntitle: Hai nước\n  cùng ký\n---\nBài.", {"title": "Hai nước cùng ký"}, "Bài."),
    ("other keys and a list", "---\ntags:\n- a\n- b\ntitle: A\n---\nBài.", {"title": "A"}, "Bài."),
    ("a rule as first line is text", "---\nBài viết không có phần đầu.\n", {}, "---\nBài viết không có phần đầu.\n"),
    ("a later rule is text", "---\ntitle: A\n---\nMột.\n---\nHai.", {"title": "A"}, "Một.\n---\nHai."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "body"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_split(text: str, values: dict[str, str], body: str) -> None:
    found, rest = split_front_matter(text, "a.txt")
    assert {key: found[key] for key in found if key != "tags"} == values
    assert rest == body


BAD = [
    ("not closed", "---\ntitle: A\n", "a.txt: the front matter .* not closed"),
    (
        "text without the closing line",
        "---\ntitle: A\nHôm nay hai bên gặp nhau.\n",
        "a.txt:3: .* no `key: value` line",
    ),
    ("the same key twice", "---\ntitle: A\ntitle: B\n---\n", "a.txt:3: 'title' stands twice"),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_malformed_head_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        split_front_matter(text, "a.txt")
