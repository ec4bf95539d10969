"""Sentences made from our templates: slots filled from the lexicon's tables and from `fillers.tsv`, the same for the same seed.

Comes in: `templates.tsv`. Goes out: annotated sentences like the hand-written ones. `varied` puts other names into a hand-written sentence.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kg.extraction.voice.annotated import Annotated, parse
from kg.language import tokenize
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon import Lexicon
from kg.lexicon.loader import read_table

__all__ = ["Fillers", "made_sentences", "varied"]

_FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+)(\??)\}")
_LONGEST_BODY = 8  # words; of the longer names in the table few stand in newspapers in full
_JOINED, _CAPITALS = 2 / 5, 1 / 30  # shares of the made sentences


class _FillerRow(msgspec.Struct, frozen=True):
    slot: str
    values: str


class _TemplateRow(msgspec.Struct, frozen=True):
    construction: str
    weight: str
    template: str


class Fillers:
    """What may stand in a slot of a template; every choice is drawn from `draw`."""

    def __init__(self, lexicon: Lexicon, draw: random.Random) -> None:
        self.draw = draw
        self._lists: dict[str, Sequence[str]] = {row.slot: row.values.split("|") for row in read_table(_FOLDER / "fillers.tsv", _FillerRow)}
        for kind in ("surname_vi", "surname_zh", "given_foreign"):
            self._lists[kind] = sorted(word.capitalize() for word in lexicon.names[kind])
        for kind in ("city", "province", "district"):
            self._lists[kind] = [p.name for p in lexicon.places if p.kind == kind]
        self._lists["country"] = [name for c in lexicon.countries for name in (c.name, c.name, *c.aliases[:2])]
        self._lists["short"] = [form for c in lexicon.countries for form in c.short]
        self._lists["place"] = [p.name for p in lexicon.places if not p.ambiguous]
        self._lists["org"] = [o.name for o in lexicon.organizations if not o.ambiguous and len(o.name.split()) <= _LONGEST_BODY]
        self._lists["acronym"] = [a for o in lexicon.organizations for a in o.acronyms]

    def pick(self, slot: str) -> str:
        """One value of a slot; a value may have slots of its own."""
        if slot == "foreign_short":
            return self.pick("foreign").split()[-1]
        return self.fill(self.draw.choice(self._lists[slot]))

    def fill(self, template: str) -> str:
        """The template with every slot filled; `{slot?}` is left out two times of three and else followed by a space."""

        def value(match: re.Match[str]) -> str:
            if not match.group(2):
                return self.pick(match.group(1))
            return f"{self.pick(match.group(1))} " if self.draw.random() < 1 / 3 else ""

        return _SLOT.sub(value, template)


def made_sentences(fillers: Fillers, rounds: int) -> list[Annotated]:
    """Each template `weight × rounds` times, filled anew; some with another joined to it, some all in capitals."""
    rows = read_table(_FOLDER / "templates.tsv", _TemplateRow)
    draw = fillers.draw
    made: list[Annotated] = []
    for row in rows:
        for _ in range(int(row.weight) * rounds):
            template = row.template
            if draw.random() < _JOINED:
                template = f"{template.removesuffix('.')}{{joint}} {draw.choice(rows).template}"
            sentence = _begun(parse(fillers.fill(template)))
            made.append(_in_capitals(sentence) if draw.random() < _CAPITALS else sentence)
    return made


def varied(sentence: Annotated, fillers: Fillers) -> Annotated:
    """The sentence with its persons, places and countries renamed, each by a name of the same sort."""
    pieces: list[str] = []
    spans: list[tuple[str, int, int]] = []
    length = position = 0
    for label, start, end in sentence.spans:
        words = _renamed(label, sentence.text[start:end], fillers)
        pieces += [sentence.text[position:start], words]
        length += start - position
        spans.append((label, length, length + len(words)))
        length += len(words)
        position = end
    return Annotated("".join([*pieces, sentence.text[position:]]), tuple(spans))


def _renamed(label: str, name: str, fillers: Fillers) -> str:
    short = " " not in name
    if name.isupper():
        return name
    if label == "COUNTRY" and len(name) > 4:  # the others are short forms, which stand beside one another: `Ấn - Trung`
        return fillers.pick("country")
    if label == "LOC" and len(name.split()) <= 2:
        return fillers.pick("place")
    if label == "PER":
        vietnamese = all(is_vietnamese_syllable(t.text) for t in tokenize(name) if t.kind == "word")
        return fillers.pick(f"{'vn' if vietnamese else 'foreign'}{'_short' if short else ''}")
    return name


def _begun(sentence: Annotated) -> Annotated:
    """With a capital at the beginning, as a sentence has one."""
    return Annotated(sentence.text[:1].upper() + sentence.text[1:], sentence.spans)


def _in_capitals(sentence: Annotated) -> Annotated:
    upper = sentence.text.upper()
    return Annotated(upper, sentence.spans) if len(upper) == len(sentence.text) else sentence
