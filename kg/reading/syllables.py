"""Tells a Vietnamese written syllable from any other word: `trọng` and `Tổng` are, `McCarthy` and `Tube`
are not.

In comes one word, out goes a yes or no. The orthography is small and closed (onset + rime + tone), so the
test is a look-up of the parts and needs no list of words.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["LOWER", "UPPER", "has_diacritic", "is_vietnamese_syllable"]

_LATIN = [chr(c) for c in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))]
LOWER = "".join(c for c in _LATIN if c.islower())
"""Lower-case Latin letters with all Vietnamese ones, to be put into a character class."""
UPPER = "".join(c for c in _LATIN if c.isupper())
"""Upper-case Latin letters with all Vietnamese ones, to be put into a character class."""

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_ACUTE_OR_DOT = {"\u0301", "\u0323"}

# Onsets before e, ê, i, y and before the other vowels differ in spelling (k/c, gh/g, ngh/ng).
_PLAIN = ("", *"b ch d đ gi h kh l m n nh p ph r s t th tr v x".split())  # noqa: SIM905 - readable as it is
_BEFORE_FRONT = (*_PLAIN, "k", "gh", "ngh", "g")
_BEFORE_BACK = (*_PLAIN, "c", "g", "ng")

_RIMES_BY_VOWEL = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uât uâng uây uê uêch uênh uy uya uych uynh uyp uyt uyên uyêt uyu
uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
"""
_RIMES_AFTER_Q = """
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê ên êt êu i in it ơ
y ych ynh yt yên yêt ôc
"""
_RIMES = frozenset(_RIMES_BY_VOWEL.split())
_RIMES_AFTER_QU = frozenset(_RIMES_AFTER_Q.split())
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=16384)
def is_vietnamese_syllable(word: str) -> bool:
    """Whether `word` (any case, NFC) is spelled as one Vietnamese syllable, with or without a tone mark."""
    if not 0 < len(word) <= 7:
        return False
    tone = ""
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            if tone:
                return False
            tone = char
        else:
            letters.append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if bare == "gi":
        return True
    for length in (3, 2, 1, 0):
        onset, rime = bare[:length], bare[length:]
        if onset == "qu":
            known = rime in _RIMES_AFTER_QU
        elif rime not in _RIMES:
            continue
        else:
            known = onset in (_BEFORE_FRONT if rime[0] in "eêiy" else _BEFORE_BACK)
        if known:
            return not rime.endswith(_STOPS) or tone in _ACUTE_OR_DOT
    return False


@lru_cache(maxsize=16384)
def has_diacritic(word: str) -> bool:
    """Whether `word` has a letter outside ASCII, as nearly every Vietnamese phrase has and no foreign
    brand.
    """
    return not word.isascii()
