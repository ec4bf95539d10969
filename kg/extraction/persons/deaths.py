"""Who is told to have died: `Tổng Bí thư A từ trần`, `ông A - Bí thư Tỉnh ủy - đã qua đời`, `sau khi Tổng thống A thiệt mạng`.

Comes in: the sentences with their findings. Goes out: the name findings of the dead. `Mẹ của Thủ tướng A qua đời` is another's death, and
`nếu A qua đời`, `tin đồn A qua đời` tell of none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extraction.sentence.context_words import beginnings, longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import TitleWord

__all__ = ["another_s", "told_dead"]


def told_dead(views: Sequence[SentenceView], found: Iterable[Found]) -> list[Found]:
    """The names of whom the article tells the death, one finding for each telling."""
    by_sentence: dict[int, list[Found]] = {}
    for finding in found:
        by_sentence.setdefault(finding.sentence, []).append(finding)
    openers = beginnings("dies")
    dead = []
    for view in views:
        if view.index not in by_sentence or openers.isdisjoint(view.token_keys):
            continue
        ending = {f.end: f for f in sorted(by_sentence[view.index], key=lambda f: -f.start)}  # the longest that ends there
        for i in (i for i, key in enumerate(view.token_keys) if key in openers):
            if any(view.keys(i, len(w.split())) == w for w in longest_first("dies")) and (person := _who(view, i, ending)) is not None:
                dead.append(person)
    return dead


def _who(view: SentenceView, i: int, ending: Mapping[int, Found]) -> Found | None:
    """The person right before the verb at token i, an apposition and auxiliaries between them or not."""
    k = i
    while k > 0:
        finding = ending.get(k)
        if finding is not None and finding.kind == "person":
            if another_s(view, finding.start) or not words("not_told").isdisjoint(view.token_keys[:k]):
                return None
            return finding
        if finding is not None:
            k = finding.start
        elif view.key(k - 1) in {",", "-", "–", "—", "đã", "vừa", "mới", "đột", "ngột", "bất", "ngờ"}:
            k -= 1
        else:
            return None
    return None


def another_s(view: SentenceView, start: int) -> bool:
    """Whether the name at token `start`, with the titles before it, only says whose relative is meant (`vợ |ông A|`, `mẹ của |Thủ tướng A|`)."""
    k = start
    while k > 0:
        if view.key(k - 1) == "của":
            return True
        for first in range(max(k - 8, 0), k):
            hit = next((h for h in view.hits_at(first, "title_word", "role", "country", "organization", "place", "status") if h.end == k), None)
            if hit is not None:
                break
        else:
            return False
        if isinstance(hit.row, TitleWord) and hit.row.kind == "kinship":
            return True
        k = hit.start
    return False
