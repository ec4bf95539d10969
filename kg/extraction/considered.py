"""Why a name is in the record or not: every place in the article where it stands, with what the grammar and the second voice made of it.

Comes in: a reading with its intermediate findings, and a name. Goes out: one `Consideration` a place, each with the outcome and the steps to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.extract import Reading
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language import fold, search_key
from kg.model import Article, BlockKind, Entity, Span

__all__ = ["Consideration", "consider", "spellings_at_hand"]

_UNREAD: dict[BlockKind, str] = {
    "byline": "It stands in a byline: who wrote the article is no actor in it.",
    "credit": "It stands in the credit of a picture: who took it is no actor in the article.",
    "furniture": "It stands in what belongs to the page (menus, links, counters), not to the article.",
}
_INITIALS = re.compile(r"(?<!\w)(?:\w\.\s*)+")
_MOST_INITIALS = 3
_KINDS = {"PER": "a person", "ORG": "an organisation", "LOC": "a place", "COUNTRY": "a country", "ROLE": "a title"}


class Consideration(NamedTuple):
    """One place where the name stands: characters of the text, the block, the entities of the record there, what was decided and by which steps."""

    span: Span
    block: BlockKind | None
    sentence: Span | None
    entities: tuple[Entity, ...]
    outcome: str
    steps: tuple[str, ...]


def consider(article: Article, reading: Reading, name: str) -> tuple[Consideration, ...]:
    """Every place where `name` stands in the text, whatever its case; empty where it stands nowhere."""
    return tuple(_considered(article, reading, span) for span in _places(article.text, name))


def spellings_at_hand(article: Article, reading: Reading, name: str) -> tuple[str, ...]:
    """Names of the record that are written like `name` but for diacritics, case and the dots of initials, or that share a word with it."""
    key = _key(name)
    names = [e.name for e in reading.record.entities]
    alike = [n for n in names if _key(n) == key]
    return tuple(dict.fromkeys(alike or [n for n in names if set(_key(n).split()) & set(key.split())]))


def _key(name: str) -> str:
    """The search key of a name, its initials without dots or spaces: `J. D. Vance` is `jd vance`."""
    return search_key(_INITIALS.sub(lambda run: re.sub(r"[.\s]", "", run[0]) + " ", name))


def _places(text: str, name: str) -> Iterator[Span]:
    """Where the name stands; initials count with and without dots and spaces: `J.D. Vance`, `JD Vance`."""
    words = _INITIALS.sub(lambda run: re.sub(r"[.\s]", "", run[0]).upper() + " ", name).split()
    if not words:
        return
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(_written, words)) + r"(?!\w)")
    for match in pattern.finditer(fold(text)):
        yield match.span()


def _written(word: str) -> str:
    """A pattern for a word, folded; capitals alone, three at most, may be initials: `JD` is `J.D.` and `J. D.` too."""
    if len(word) <= _MOST_INITIALS and word.isalpha() and word.isupper():
        return r"\.?\s?".join(map(re.escape, fold(word))) + r"\.?"
    return re.escape(fold(word))


def _considered(article: Article, reading: Reading, span: Span) -> Consideration:
    block = next((b.kind for b in article.blocks if b.start <= span[0] and span[1] <= b.end), None)
    entities = tuple(e for e in reading.record.entities if any(m.start < span[1] and span[0] < m.end for m in e.mentions))
    view = next((v for v in reading.views if v.sentence.start <= span[0] and span[1] <= v.sentence.end), None)
    if view is None:
        why = _UNREAD.get(block, "") if block is not None else ""
        return Consideration(span, block, None, entities, why or "It stands across sentences, or outside every block that is read.", ())
    tokens = [k for k, token in enumerate(view.tokens) if token.start < span[1] and span[0] < token.end]
    start, end = tokens[0], tokens[-1] + 1
    steps = tuple(_steps(reading, view, start, end))
    return Consideration(span, block, (view.sentence.start, view.sentence.end), entities, _outcome(reading, view, start, end, span, entities), steps)


def _near(found: tuple[Found, ...], start: int, end: int) -> list[Found]:
    return [f for f in found if f.start < end and start < f.end]


def _steps(reading: Reading, view: SentenceView, start: int, end: int) -> Iterator[str]:
    for k in range(max(start - 1, 0), end):
        for hit in view.hits.get(k, ()):
            if hit.end > start:
                yield f"lexicon: “{view.surface(hit.start, hit.end)}” is in the table of {hit.kind.replace('_', ' ')} rows"
    before = _near(reading.grammar[view.index].found, start, end)
    if not before:
        yield "grammar: nothing begins here" + ("" if view.upper(start) else ", since the word is written without a capital")
    for finding in before:
        doubt = "" if finding.certain else ", unsure: only another mention can confirm it"
        yield f"grammar: {_told(view, finding)} ({finding.rule}{doubt})"
    spans = [s for s in reading.votes.spans(view.index) if s.start < end and start < s.end]
    if not spans:
        yield "second voice: marks nothing here"
    for marked in spans:
        yield f"second voice: “{view.surface(marked.start, marked.end)}” as {_KINDS[marked.label]}"
    after = _near(reading.findings[view.index].found, start, end)
    for finding in (f for f in before if f not in after):
        yield f"{_told(view, finding)} was given up or changed on the second voice's word"
    for finding in (f for f in after if f not in before):
        yield f"kept instead: {_told(view, finding)} ({finding.rule})"


def _told(view: SentenceView, finding: Found) -> str:
    return f"“{view.surface(finding.start, finding.end)}” as {finding.kind}"


def _outcome(reading: Reading, view: SentenceView, start: int, end: int, span: Span, entities: tuple[Entity, ...]) -> str:
    whole = [e for e in entities if any((m.start, m.end) == span for m in e.mentions)]
    if whole:
        kinds = " and ".join(f"{e.type} “{e.name}”" for e in whole)
        return f"Taken: {kinds}."
    if entities:
        kinds = " and ".join(f"{e.type} “{e.name}”" for e in entities)
        return f"Not by itself: the words are part of {kinds}, or reach beyond it."
    found = _near(reading.findings[view.index].found, start, end)
    person = next((f for f in found if f.kind == "person"), None)
    if person is not None and reading.persons.of(person) is None:
        if not person.certain:
            return "Not taken: the capitals look like a name, but no title, honorific or verb of a person stands with it here or anywhere else."
        return "Not taken: the name fits several persons of the article, or none of them."
    office = next((f for f in found if isinstance(f.what, OfficePhrase)), None)
    if office is not None:
        return "Not taken: an office that stands here without a name, and whose holder the article does not tell."
    if found:
        return f"Not taken: read as {found[0].kind}, which the record keeps no entry for here."
    if not any(view.upper(k) for k in range(start, end)):
        return "Not taken: written without a capital, and no table knows it as a name."
    return "Not taken: no grammar reads a name here. If it is one, a row in a folder of tables (`--lexicon`) makes it known."
