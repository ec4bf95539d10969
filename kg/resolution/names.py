"""Names of people, bodies and places as keys for comparison: never by edit distance, since Hùng and Hưng are two people.

Case, punctuation and the place of a tone mark are folded; marks are dropped only in names that are not Vietnamese.
"""

from __future__ import annotations

import functools
import re

from kg.language import fold, search_key
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["is_acronym", "is_spelt_vietnamese", "name_key", "person_key"]

_WORD = re.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The words of a name in lower case with one space between; two ways of writing one name have one key.

    >>> name_key("Bộ  Quốc-phòng"), name_key("Thuỷ Điển") == name_key("Thủy Điển")
    ('bộ quốc phòng', True)
    """
    return " ".join(_WORD.findall(fold(name)))


@functools.lru_cache(maxsize=65536)
def is_spelt_vietnamese(name: str) -> bool:
    """Whether every word of a name is spelt as a Vietnamese syllable, as Chinese names in Vietnamese papers also are.

    >>> is_spelt_vietnamese("Vương Đình Huệ"), is_spelt_vietnamese("Khuon Sudary")
    (True, False)
    """
    return all(is_vietnamese_syllable(word) for word in name_key(name).split())


@functools.lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """As `name_key`, and without diacritics unless every word is spelt as a Vietnamese syllable.

    >>> person_key("Kim Jong-un") == person_key("Kim Jong Un"), person_key("Luiz Inácio") == person_key("Luiz Inacio")
    (True, True)
    >>> person_key("Nguyễn Văn Hùng") == person_key("Nguyễn Văn Hưng")
    False
    """
    key = name_key(name)
    if is_spelt_vietnamese(name):
        return key
    return search_key(key)


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals, as `LHQ`, `CSIS`, `G20`."""
    return 2 <= len(name) <= 10 and name.isupper() and name.replace("-", "").replace(".", "").isalnum()
