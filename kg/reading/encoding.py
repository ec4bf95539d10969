"""Bytes of an article → text, in whatever encoding Vietnamese pages come; undecodable bytes are an error,
never `�`.

The order of trials is fixed: byte order mark, UTF-8, UTF-16 without a mark where its zero bytes show it,
then what the page declares and windows-1258, both only if the outcome reads as Vietnamese. TCVN3 and VNI
are not read.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from kg.errors import ReadingError
from kg.reading.syllables import is_vietnamese_syllable

__all__ = ["decode", "detect_encoding", "reads_as_vietnamese", "refuse_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARABLE = frozenset(("cp1258", "cp1252", "iso8859-1"))
_SIGNATURES = (
    (b"%PDF-", "a PDF file; save its text as .txt"),
    (b"PK\x03\x04", "a zip archive or an office document; save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as .txt"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"\x1f\x8b", "compressed with gzip; give it the ending .gz"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"),
    (b"PAR1", "a Parquet file; give it the ending .parquet"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document; save its text as .txt"),
)
_NOT_TEXT = frozenset(("Cc", "Cn", "Co"))
_WORDS = re.compile(r"[^\W\d_]+")
_ADVICE = "save it as UTF-8"


def refuse_binary(data: bytes, name: str) -> None:
    """Raise `ReadingError` naming the file if the first bytes are those of a known kind of file that is no
    text.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(f"{name}: not text but {kind}")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a whole file; `name` is for messages, `declared` an encoding that the page itself names.

    Raises `ReadingError` where the bytes are no text in a known encoding. The result is not normalised yet.
    """
    encoding = detect_encoding(data, name, declared=declared)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name}: {_trouble(data, error)}; {_ADVICE}") from error


def detect_encoding(data: bytes, name: str, *, complete: bool = True, declared: str | None = None) -> str:
    """The Python codec for `data`; with `complete=False`, `data` is the beginning of a file and may end
    inside a character.
    """
    refuse_binary(data, name)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    trouble = "not readable text"
    if b"\x00" not in data:
        try:
            codecs.getincrementaldecoder("utf-8")().decode(data, final=complete)
            return "utf-8"
        except UnicodeDecodeError as error:
            trouble = _trouble(data, error)
    elif (wide := _utf16_without_mark(data)) is not None:
        return wide
    else:
        raise ReadingError(f"{name}: not text (it holds zero bytes); {_ADVICE}, or leave it out")
    for trial in dict.fromkeys((_known(declared), "cp1258")):
        if trial and (text := _try(data, trial)) is not None and reads_as_vietnamese(text):
            return trial
    if not complete:
        return "utf-8"  # a table: its readable rows are read, the others told one by one
    raise ReadingError(f"{name}: {trouble}, and as windows-1258 it does not read as Vietnamese; {_ADVICE}")


def reads_as_vietnamese(text: str) -> bool:
    """Whether the words with non-ASCII letters are Vietnamese syllables, as no wrongly decoded text's are."""
    text = unicodedata.normalize("NFC", html.unescape(text) if "&" in text else text)
    foreign = [c for c in text if not c.isascii()]
    letters = sum(c.isalpha() or c in "“”‘’–—…•´ \u00a0" for c in foreign)
    if letters < 0.95 * len(foreign):
        return False
    words = [word for word in _WORDS.findall(text) if not word.isascii()]
    return sum(map(is_vietnamese_syllable, words)) >= 0.8 * len(words)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: 1 << 16]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high <= 0.3 * half or low >= 0.02 * half:
            continue
        text = _try(sample[: len(sample) // 2 * 2], codec)
        if text is not None and not any(unicodedata.category(c) in _NOT_TEXT and c not in "\t\r\n" for c in text):
            return codec
    return None


def _try(data: bytes, codec: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(codec)().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _known(declared: str | None) -> str | None:
    try:
        codec = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    return codec if codec in _DECLARABLE else None


def _trouble(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    byte = f"byte 0x{data[error.start]:02x} at offset {error.start}, line {line}"
    return f"not valid {error.encoding.upper()} ({byte})"
