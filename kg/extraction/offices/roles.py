"""When two titles are one role: `Bộ trưởng Bộ Ngoại giao`, `Bộ trưởng Ngoại giao`, `Ngoại trưởng`; `T.Ư` and `Trung ương`."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from kg.language import fold
from kg.lexicon import load_lexicon

__all__ = ["role_concept", "role_key"]

_REWRITES = (
    (re.compile(r"\bt\.ư\b|\btw\b|\btư\b(?= đảng|$)"), "trung ương"),
    (re.compile(r"\bbộ trưởng bộ\b"), "bộ trưởng"),
    (re.compile(r"\bthứ trưởng bộ\b"), "thứ trưởng"),
    (re.compile(r"\bban ban\b"), "ban"),
    (re.compile(r"^phó ban\b"), "phó trưởng ban"),
    (
        re.compile(r"\bub(nd|mttq|kt)\b"),
        lambda m: {"nd": "ủy ban nhân dân", "mttq": "ủy ban mặt trận tổ quốc", "kt": "ủy ban kiểm tra"}[m.group(1)],
    ),
    (re.compile(r"\bthủ tướng chính phủ\b"), "thủ tướng"),
    (re.compile(r"\bđặc mệnh toàn quyền\b"), ""),
    (re.compile(r"\bbch\b"), "ban chấp hành"),
)


def role_key(title: str) -> str:
    """A key that is the same for titles of the same role."""
    key = " ".join(fold(title).split())
    for pattern, replacement in _REWRITES:
        key = pattern.sub(replacement, key)
    key = " ".join(key.split())
    concept = _concepts().get(key)
    return concept if concept is not None else key


def role_concept(title: str) -> str | None:
    """The id of the role's concept in `ontology/roles.ttl`, or None where the title is not in the table as a whole."""
    return _concepts().get(" ".join(fold(title).split())) or _concepts().get(role_key(title))


@functools.lru_cache(maxsize=1)
def _concepts(extra: tuple[Path, ...] = ()) -> dict[str, str]:
    concepts: dict[str, str] = {}
    for role in load_lexicon(extra).roles:
        for form in (role.title, *role.aliases):
            concepts.setdefault(" ".join(fold(form).split()), role.same_as or role.id)
    return concepts
