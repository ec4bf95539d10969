from __future__ import annotations

import unicodedata

import pytest

from kg.errors import ReadingError
from kg.reading.encoding import decode, detect_encoding, reads_as_vietnamese

TEXT = "Hội nghị cấp cao bàn về quyền và nghĩa vụ của những nước ven biển, theo đề nghị của Thủ tướng.\n" * 3


def windows_1258(text: str) -> bytes:
    """As windows-1258 writes Vietnamese: letters with their own mark in one byte, the tone as a combining byte after it."""
    out = []
    for char in text:
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(c for c in parts[1:] if c in "\u0300\u0301\u0303\u0309\u0323")
            letter = unicodedata.normalize("NFC", parts.replace(tone, ""))
            out.append((letter + tone).encode("cp1258"))
    return b"".join(out)


ENCODED = [
    ("UTF-8", TEXT.encode()),
    ("UTF-8 with byte order mark", TEXT.encode("utf-8-sig")),
    ("UTF-8, decomposed", unicodedata.normalize("NFD", TEXT).encode()),
    ("UTF-16 with byte order mark", TEXT.encode("utf-16")),
    ("UTF-16 BE with byte order mark", b"\xfe\xff" + TEXT.encode("utf-16-be")),
    ("UTF-16 LE without mark", TEXT.encode("utf-16-le")),
    ("UTF-16 BE without mark", TEXT.encode("utf-16-be")),
    ("UTF-32 with byte order mark", TEXT.encode("utf-32")),
    ("windows-1258", windows_1258(TEXT)),
]


@pytest.mark.parametrize("data", [data for _, data in ENCODED], ids=[name for name, _ in ENCODED])
def test_every_encoding_ends_as_the_same_text(data: bytes) -> None:
    assert unicodedata.normalize("NFC", decode(data, "bài.txt")) == TEXT


def test_ascii_is_read() -> None:
    assert decode(b"Hanoi 2024", "a.txt") == "Hanoi 2024"


def test_a_declared_western_encoding_is_believed_where_it_reads_as_vietnamese() -> None:
    page = "H&#7897;i ngh&#7883; \u00f2a b\u00ecnh, \u00fd ki\u1ebfn".replace("\u1ebf", "&#7871;").encode("cp1252")
    assert decode(page, "a.html", declared="iso-8859-1") == page.decode("cp1252")


BROKEN = [
    (
        "a byte that is not UTF-8",
        TEXT.encode() + b"\xff\xfe\xfa",
        r"bài\.txt: not valid UTF-8 \(byte 0xff at offset \d+, line 4\)",
    ),
    ("cut off inside a character", TEXT.encode()[:3], "not valid UTF-8"),
    (
        "French in windows-1252",
        "Les élèves français ont été très étonnés à Noël".encode("cp1252"),
        "not valid UTF-8",
    ),
    (
        "Vietnamese in TCVN3",
        b"Th\xf1 t\xad\xedng Ph\xb9m ti\xd5p \xae\xf3n \xaeo\xb5n \xae\xb9i bi\xd3u",
        "save it as UTF-8",
    ),
    ("zero bytes", b"abc\x00\x01\x02\x00\x00def" * 40, "holds zero bytes"),
    ("cut off UTF-16", TEXT.encode("utf-16")[:-1], "UTF-16"),
    ("a PDF", b"%PDF-1.7\n...", "a PDF file"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("an office document", b"PK\x03\x04....", "office document"),
    ("packed", b"\x1f\x8b\x08\x00", "ending .gz"),
    ("Parquet", b"PAR1....", "ending .parquet"),
]


@pytest.mark.parametrize(("data", "message"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_undecodable_bytes_are_an_error_that_names_the_file(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        decode(data, "bài.txt")
    assert str(caught.value).startswith("bài.txt: ")


def test_the_beginning_of_a_table_may_end_inside_a_character() -> None:
    assert detect_encoding("ệ".encode()[:2], "a.csv", complete=False) == "utf-8"
    assert detect_encoding(windows_1258(TEXT)[:150], "a.csv", complete=False) == "cp1258"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (TEXT, True),
        ("plain", True),
        ("“Quoted” – plain", True),
        (TEXT.encode().decode("cp1252", "ignore"), False),
        ("élève français", False),
    ],
)
def test_reads_as_vietnamese(text: str, verdict: bool) -> None:
    assert reads_as_vietnamese(text) is verdict
