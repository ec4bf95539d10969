"""Vietnamese words of several syllables (`phát triển`, `cảnh báo`): where the one that begins at a syllable ends.

Asked of the dictionary that underthesea brings along. Its segmenter, a CRF, takes most of the time of reading an article and glues names to the
verb behind them (`Nhật |hát`, `Trump |thua`); a dictionary says nothing of words it does not know.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from underthesea.corpus.readers.dictionary_loader import DictionaryLoader

from kg.language.folding import fold

__all__ = ["compound_end", "inside_compound"]

_DICTIONARY = "Viet74K.txt"
_LONGEST = 4  # syllables; what is longer is a saying


@functools.cache
def _compounds() -> frozenset[str]:
    words = DictionaryLoader(_DICTIONARY).words
    without_names = itertools.compress(words, map(str.islower, words))
    return frozenset(fold("\n".join(without_names)).split("\n"))  # folded in one, since that is quicker by far


def compound_end(keys: Sequence[str], i: int) -> int:
    """The position after the longest word of several syllables that begins at look-up key i; i + 1 where none does."""
    compounds = _compounds()
    for end in range(min(i + _LONGEST, len(keys)), i + 1, -1):
        if " ".join(keys[i:end]) in compounds:
            return end
    return i + 1


def inside_compound(keys: Sequence[str], i: int) -> bool:
    """Whether key i continues a word of several syllables that began before it, and begins none itself."""
    return compound_end(keys, i) == i + 1 and any(compound_end(keys, k) > i for k in range(max(i - _LONGEST + 1, 0), i))
