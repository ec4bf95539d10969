"""What the second voice sees of a token: its key and shape, its affixes, its neighbours, the tables' hits on it, and the run it stands in.

Comes in: the view of a sentence. Goes out: a list of feature strings a token, the same in training and in use. What depends on the word
alone is made once a word and kept.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from kg.extraction.sentence.view import SentenceView
from kg.language import Token
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import TitleWord

__all__ = ["REACH", "features", "pieces"]

REACH = 3  # tokens on either side of a capital that are looked at

_HITS = {
    "country": "country", "place": "place", "organization": "body", "organization_head": "head", "domain": "field", "role": "role",
    "title_word": "title", "status": "status", "agreement": "document", "agreement_head": "document_head",
}  # fmt: skip
_NAMES = (("surname_vi", "sv"), ("surname_zh", "sz"), ("given_foreign", "gf"))


class _Word(NamedTuple):
    """The features that a word gives to itself and to the tokens around it."""

    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    far_left: str
    far_right: str
    shape: str


@functools.lru_cache(maxsize=50_000)
def _word(text: str, key: str, kind: str, upper: bool, caps: bool) -> _Word:
    shape = _shape(text, kind, upper, caps)
    own = [f"w={key}", f"s={shape}"]
    if kind == "word" and upper and not is_vietnamese_syllable(text):
        own += [f"p2={key[:2]}", f"e2={key[-2:]}", f"e3={key[-3:]}", f"e4={key[-4:]}"]
    return _Word(
        tuple(own),
        (f"w<{key}", f"s<{shape}"),
        (f"w>{key}", f"s>{shape}"),
        f"w<<{key}",
        f"w>>{key}",
        shape,
    )


def _shape(text: str, kind: str, upper: bool, caps: bool) -> str:
    if kind != "word":
        return text if kind == "sign" else kind
    syllable = "v" if is_vietnamese_syllable(text) else "f"
    if caps and len(text) > 1:
        return f"C{syllable}"
    return f"X{syllable}" if upper else f"x{syllable}"


def pieces(view: SentenceView) -> list[tuple[int, int]]:
    """The stretches `[start, end)` of tokens within `REACH` of a capital: all that can be a name, and what stands around it."""
    stretches: list[tuple[int, int]] = []
    start = end = -1
    for i in range(len(view)):
        if not view.upper(i):
            continue
        if end < 0 or i - REACH > end:
            if end >= 0:
                stretches.append((start, end))
            start = max(i - REACH, 0)
        end = min(i + REACH + 1, len(view))
    if end >= 0:
        stretches.append((start, end))
    return stretches


def features(view: SentenceView, start: int, end: int) -> list[list[str]]:
    """Feature strings of each token in `[start, end)`, in order; they look beyond both ends."""
    tokens = view.tokens
    first, last = max(start - 2, 0), min(end + 2, len(tokens))
    words = {i: _word(t.text, t.key, t.kind, t.upper, t.caps) for i, t in enumerate(tokens[first:last], first)}
    tables = _tables(view, first, last)
    runs = _runs(view, start, end)
    last = len(tokens) - 1
    rows: list[list[str]] = []
    for i in range(start, end):
        word = words[i]
        row = [*word.own, *tables[i], *runs.get(i, ())]
        before = words[i - 1].shape if i else "^"
        after = words[i + 1].shape if i < last else "$"
        row.append(f"sss={before}{word.shape}{after}")
        if i:
            row += words[i - 1].left
            row += [_LEFT[g] for g in tables[i - 1]]
        else:
            row.append("first")
        if i < last:
            row += words[i + 1].right
            row += [_RIGHT[g] for g in tables[i + 1]]
        if i > 1:
            row.append(words[i - 2].far_left)
        if i < last - 1:
            row.append(words[i + 2].far_right)
        if view.in_capitals:
            row.append("capitals")
        rows.append(row)
    return rows


class _Sided(dict[str, str]):
    """The name of a table's mark as a neighbour gives it."""

    def __init__(self, side: str) -> None:
        self._side = side

    def __missing__(self, mark: str) -> str:
        self[mark] = name = self._side + mark
        return name


_LEFT, _RIGHT = _Sided("<"), _Sided(">")


def _tables(view: SentenceView, first: int, last: int) -> dict[int, list[str]]:
    """What the lexicon's tables say of tokens `[first, last)`: `B-`/`I-` of the longest hit of each kind, and name words."""
    marks: dict[int, list[str]] = {i: [] for i in range(first, last)}
    covered: dict[str, int] = {}
    for start in range(max(first - 8, 0), last):
        for hit in view.hits.get(start, ()):
            table = _HITS.get(hit.kind)
            if table is None or covered.get(table, 0) > start:
                continue
            if table in ("country", "place", "body") and not view.upper(start):
                continue
            covered[table] = hit.end
            name = f"{table}:{hit.row.kind}" if isinstance(hit.row, TitleWord) else table
            for k in range(max(start, first), min(hit.end, last)):
                marks[k].append(f"I-{name}" if k > start else f"B-{name}")
    names = view.lexicon.names
    for i, mark in marks.items():
        token = view.tokens[i]
        if token.kind == "word" and token.upper:
            mark += [short for kind, short in _NAMES if token.key in names.get(kind, ())]
    return marks


def _runs(view: SentenceView, start: int, stop: int) -> dict[int, list[str]]:
    """Of each token in a run of capitalised words: the words around the run, how long it is, and which of its words this is."""
    tokens = view.tokens
    particles = view.lexicon.names.get("particle", frozenset())
    marks: dict[int, list[str]] = {}
    i = start
    while i < stop:
        if not view.upper(i):
            i += 1
            continue
        end = i + 1
        while end < stop:
            if view.upper(end):
                end += 1
            elif (tokens[end].key in particles and view.upper(end + 1)) or _hyphen(tokens, end):
                end += 2
            else:
                break
        left, right = view.key(i - 1) or "^", view.key(end) or "$"
        around = [f"L={left}", f"R={right}", f"LL={view.key(i - 2)} {left}", f"RR={right} {view.key(end + 1)}"]
        length = min(end - i, 6)
        for k in range(i, end):
            marks[k] = [*around, f"n={length}", f"k={min(k - i, 4)}/{length}"]
        i = end
    return marks


def _hyphen(tokens: list[Token], i: int) -> bool:
    """Whether a hyphen without spaces joins a word to the one before (`Jong|-|un`)."""
    if tokens[i].key not in {"-", "‑"} or i + 1 >= len(tokens):
        return False
    return tokens[i].glued and tokens[i + 1].glued and tokens[i + 1].kind == "word"
