"""Look-up keys: case and the two ways of placing a tone mark are folded, the text itself never is.

`fold` keeps the length, so that an offset into the key is an offset into the text.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "search_key", "slug"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old placement -> new placement for the open rhymes oa, oe, uy (hoà → hòa, thuỷ → thủy); after q, `uy` has its tone on y.
_RHYMES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in _TONES
}
_OLD_PLACEMENT = re.compile(r"(?<!q)(?:" + "|".join(_RHYMES) + r")(?![a-zà-ỹ])")
_LATIN_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_NON_WORD = re.compile(r"[^\w]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Letters of the Latin script in one step, since nearly every name is of them alone: `ộ` → `o`.
_PLAIN_LETTERS = str.maketrans(
    {chr(code): _LATIN_MARKS.sub("", unicodedata.normalize("NFD", chr(code))) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))} | {"đ": "d"}
)


def fold(text: str) -> str:
    """Lower case with the newer tone placement, of the same length as `text` (NFC)."""
    lowered = text.lower()
    if len(lowered) != len(text):  # İ and a few others grow; such characters stay as they are
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_PLACEMENT.sub(lambda m: _RHYMES[m.group()], lowered)


def search_key(text: str) -> str:
    """A key without diacritics, case or punctuation, for search boxes: `Tô Lâm` → `to lam`."""
    return " ".join(_NON_WORD.sub(" ", _without_marks(text)).split())


def _without_marks(text: str) -> str:
    plain = text.lower().translate(_PLAIN_LETTERS)
    if not plain.isascii():  # other scripts, or marks that stand alone
        plain = "".join(c for c in _LATIN_MARKS.sub("", unicodedata.normalize("NFD", plain)) if not unicodedata.combining(c))
    return plain


def slug(text: str, limit: int = 80) -> str:
    """A readable ASCII identifier: `Bộ Ngoại giao Mỹ` → `bo-ngoai-giao-my`. Empty where nothing ASCII remains."""
    plain = _without_marks(text)
    if not plain.isascii():  # a letter that has no ASCII parts no words
        plain = " ".join(_NON_WORD.sub(" ", plain).split()).encode("ascii", "ignore").decode()
    return "-".join(_ASCII_WORD.findall(plain))[:limit].strip("-")
