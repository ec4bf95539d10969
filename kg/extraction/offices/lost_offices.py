"""Persons who lose all their offices at once: `bị cách hết chức vụ`, `mất tất cả các chức vụ`, `cách mọi chức vụ trong Đảng đối với ông A`.

Comes in: the sentences with their findings. Goes out: the names of those persons, and whether only their offices in the party are lost. What is
asked for, proposed or to come (`xin thôi mọi chức vụ`, `đề nghị cách hết chức vụ`) loses none yet, nor does a term long over
(`cách tất cả chức vụ trong Đảng nhiệm kỳ 2015-2020`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.extraction.sentence.context_words import beginnings, longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView

__all__ = ["LostAll", "lost_all"]

_REACH = 10  # tokens from the offices to `đối với` and the name
_IN_PARTY = ("trong đảng", "đảng", "về đảng")
_ASIDE = frozenset({",", "-", "–", "—", "và", "đã", "vừa", "bị", "được", "đều", "cùng", "phải", "chính", "thức", "cho", "chịu"})


class LostAll(NamedTuple):
    """A person, by one finding of the name, who has lost every office, or with `in_party` every one in the party."""

    person: Found
    in_party: bool


def lost_all(views: Sequence[SentenceView], found: Iterable[Found]) -> list[LostAll]:
    """Whom the article tells to have lost all their offices."""
    by_sentence: dict[int, list[Found]] = {}
    for finding in found:
        by_sentence.setdefault(finding.sentence, []).append(finding)
    openers = beginnings("loses")
    lost = []
    for view in views:
        if view.index not in by_sentence or openers.isdisjoint(view.token_keys):
            continue
        for i in (i for i, key in enumerate(view.token_keys) if key in openers):
            stop = _all_offices(view, i)
            before = f" {' '.join(view.token_keys[:i])} "
            if stop == i or any(f" {w} " in before for w in words("not_lost_yet")):
                continue
            party = next((w for w in _IN_PARTY if view.keys(stop, len(w.split())) == w), "")
            stop += len(party.split())
            if view.keys(stop, 2) == "nhiệm kỳ":
                continue
            here = by_sentence[view.index]
            people = _behind(view, stop, here) or _before(view, i, {f.end: f for f in sorted(here, key=lambda f: -f.start)})
            lost += [LostAll(person, bool(party)) for person in people]
    return lost


def _all_offices(view: SentenceView, i: int) -> int:
    """The token behind `cách |tất cả các| |chức vụ|`, i where the words at token i are no such."""
    k = i
    for kind in ("loses", "every", "post"):
        form = next((w for w in longest_first(kind) if view.keys(k, len(w.split())) == w), None)
        if form is None:
            return i
        k += len(form.split())
    return k


def _behind(view: SentenceView, stop: int, here: Sequence[Found]) -> list[Found]:
    """`cách tất cả chức vụ trong Đảng |đối với ông A|`."""
    for k in range(stop, min(stop + _REACH, len(view))):
        if view.keys(k, 2) == "đối với" or view.key(k) == "của":
            near = sorted((f for f in here if f.kind == "person" and k < f.start <= k + _REACH), key=lambda f: f.start)
            return near[:1]
    return []


def _before(view: SentenceView, i: int, ending: Mapping[int, Found]) -> list[Found]:
    """`|ông A (Bí thư Tỉnh ủy), bà B| bị …`: the names of the subject, with their appositions and brackets between."""
    people: list[Found] = []
    k = i
    while k > 0:
        finding = ending.get(k)
        if finding is not None:
            k = finding.start
            people += [finding] if finding.kind == "person" else []
        elif view.key(k - 1) == ")":
            k = next((m for m in range(k - 2, -1, -1) if view.key(m) == "("), k - 1)
        elif (introducer := next((m for m in range(k - 1, max(k - 4, -1), -1) if _introduces(view, m, k)), None)) is not None:
            k = introducer
        elif view.key(k - 1) in _ASIDE:
            k -= 1
        else:
            break
    return people[:-1] if view.key(k - 1) in words("oblique") else people  # `theo |ông A|, ông B bị …`


def _introduces(view: SentenceView, m: int, k: int) -> bool:
    return any(hit.end == k for hit in view.hits_at(m, "title_word"))
