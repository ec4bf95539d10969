"""Readable ASCII identifiers that depend on what is named and never on the order in which the articles come.

Of things that would have one slug all take the next, more telling one; so no identifier ever changes hands.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from kg.language.folding import slug

__all__ = ["assign", "digest", "slug_of"]

Key = TypeVar("Key", bound=Hashable)

_SHORT_SLUG = re.compile(r"(?=.{1,80}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(*parts: str) -> str:
    """The slugs of the parts with hyphens between; a part with nothing ASCII in it is told by its digest."""
    return "-".join(part if _SHORT_SLUG.fullmatch(part) else _slug(part) for part in parts if part)


@functools.lru_cache(maxsize=65536)
def _slug(part: str) -> str:
    return slug(part) or digest(part)


def digest(*parts: str) -> str:
    """Eight hexadecimal figures that stand for the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def assign(prefix: str, wishes: Mapping[Key, Sequence[str]], essence: Mapping[Key, str]) -> dict[Key, str]:
    """An identifier `prefix/SLUG` for each key: the first of its wishes that no other key wishes at the same step.

    Where the wishes run out, the digest of the key's `essence` (what makes it itself, different for each key) is added.

    >>> assign("place", {1: ["ha-nam", "ha-nam-vn"], 2: ["ha-nam", "ha-nam-cn"], 3: ["hue"]}, {1: "a", 2: "b", 3: "c"})
    {1: 'place/ha-nam-vn', 2: 'place/ha-nam-cn', 3: 'place/hue'}
    """

    def wish(key: Key) -> str:
        slugs = wishes[key]
        step = steps[key]
        if step < len(slugs):
            return slugs[step]
        return f"{slugs[0]}-{digest(essence[key])}" if step == len(slugs) else f"{slugs[0]}-{digest(essence[key])}-{essence[key]}"

    steps = dict.fromkeys(wishes, 0)
    while True:
        wished = {key: wish(key) for key in wishes}
        times = Counter(wished.values())
        collided = [key for key, name in wished.items() if times[name] > 1 and steps[key] <= len(wishes[key])]
        if not collided:
            return {key: f"{prefix}/{name}" for key, name in wished.items()}
        for key in collided:
            steps[key] += 1
