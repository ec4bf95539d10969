"""Names of articles: an ASCII id from a file's name or a table's `id` cell, as it stands in URIs and file
names.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = ["LONGEST_ID", "ascii_id"]

LONGEST_ID = 120
"""Characters; a longer id is cut and ends in a digest, so that two long ones stay two."""

_OTHER = re.compile(r"[^A-Za-z0-9._-]+")


def ascii_id(name: str) -> str:
    """`name` in letters, digits, `.`, `_`, `-`: marks are dropped, `đ` is `d`, the rest becomes `-`.

    >>> ascii_id("Thủ tướng thăm Đức (1)")
    'Thu-tuong-tham-Duc-1'
    """
    plain = unicodedata.normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    slug = _OTHER.sub("-", plain).strip("-.")
    if not slug or len(slug) > LONGEST_ID:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        slug = f"{slug[: LONGEST_ID - 13].rstrip('-.')}-{digest}".lstrip("-") if slug else f"article-{digest}"
    return slug
