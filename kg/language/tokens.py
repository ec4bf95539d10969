"""Syllable tokens with offsets: Vietnamese writes a space between syllables, so a token is a syllable, number, abbreviation or sign.

A hyphen is a token of its own (`Jong`, `-`, `un`); `Token.glued` tells that no space stood before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.language.folding import fold

__all__ = ["Token", "is_vietnamese_syllable", "token_keys", "tokenize"]

_TOKEN = re.compile(
    r"""
    (?P<abbr>T\.Ư|(?:[A-ZĐ]\.){2,}[A-ZĐ]?(?![a-zà-ỹ])|[A-ZĐ]\.(?=\s?[A-ZĐ])|TP\.?(?=\s?HCM)|(?:GS|PGS|TS|ThS|BS|LS|TSKH|NSND|NSƯT|Ths|Mr|Mrs|Ms|Dr|St|Jr)\.)
  | (?P<number>\d+(?:[.,]\d+)*%?)
  | (?P<word>[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*\d*\+?)
  | (?P<sign>\.\.\.|[^\w\s]|_)
    """,
    re.VERBOSE,
)

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_RHYME = (
    r"(?:uyê|iê|yê|uô|ươ|uâ|oa|oă|oe|uê|uy|ua|ia|ưa|uơ|oo|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt]|[iouy])?"
)
_SYLLABLE = re.compile(_ONSET + _RHYME + r"\Z")
_TONE_FREE = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


class Token(NamedTuple):
    """One token: `text[start:end]`, its look-up key, and how it is written.

    `kind` is word, number, abbr or sign; `upper` that it begins with a capital; `caps` that all its letters are capitals;
    `glued` that no space separates it from the token before.
    """

    text: str
    key: str
    start: int
    end: int
    kind: str
    upper: bool
    caps: bool
    glued: bool


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of `text[start:end]` with offsets into `text`, in order; white space is not a token."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    previous_end = -1
    folded = fold(text[start:stop])  # of the same length, so that a token's key is a slice of it
    for match in _TOKEN.finditer(text, start, stop):
        word, (first, last) = match.group(), match.span()
        kind = match.lastgroup or "sign"
        upper = word[0].isupper()
        caps = upper and kind != "sign" and word.upper() == word
        tokens.append(Token(word, folded[first - start : last - start], first, last, kind, upper, caps, first == previous_end))
        previous_end = last
    return tokens


def token_keys(text: str) -> tuple[str, ...]:
    """The look-up keys of the tokens of `text`, in order: for forms of tables, of which nothing else is asked."""
    folded = fold(text)
    return tuple(folded[match.start() : match.end()] for match in _TOKEN.finditer(text))


def is_vietnamese_syllable(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable can be (`Trọng`, `Mỹ`; not `Blinken`, `McCarthy`).

    Says nothing of its language: `Lan` and `Kim` are Vietnamese spellings that other languages have too.
    """
    lowered = word.lower()
    return bool(_SYLLABLE.match(lowered.translate(_TONE_FREE)))
