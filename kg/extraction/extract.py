"""The stages of reading one article, strung together: sentences → findings → persons, bodies, countries → holdings → record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.extraction.assembly import Assembly
from kg.extraction.offices.told_when import told_when
from kg.extraction.persons.index import PersonIndex
from kg.extraction.second_opinion import second_opinion
from kg.extraction.sentence.found import SentenceFindings
from kg.extraction.sentence.gazetteer import Gazetteer, load_gazetteer
from kg.extraction.sentence.reader import read_sentence
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice import Voice
from kg.extraction.voice.votes import Votes
from kg.language import split_sentences
from kg.language.dates import find_dates, publication_day
from kg.model import Article, Extraction

__all__ = ["Extractor", "Reading", "extract"]

_READ = frozenset({"headline", "lead", "body", "caption"})


class Reading(NamedTuple):
    """An article's record with what led to it: a view and two sets of findings for each sentence that is read, in order.

    `grammar` are the findings before the second voice was heard, `findings` those after.
    """

    record: Extraction
    views: tuple[SentenceView, ...]
    grammar: tuple[SentenceFindings, ...]
    findings: tuple[SentenceFindings, ...]
    votes: Votes
    persons: PersonIndex


class Extractor:
    """Extraction with a compiled lexicon; make it once and call it for each article."""

    def __init__(self, lexicon_folders: Sequence[Path] = ()) -> None:
        self._gazetteer: Gazetteer = load_gazetteer(tuple(lexicon_folders))
        self._voice = Voice()

    def __call__(self, article: Article) -> Extraction:
        """The record of one article. The same article gives the same record."""
        return self.read(article).record

    def read(self, article: Article) -> Reading:
        """The record of one article with the findings that it was made from."""
        sentences = split_sentences(article.text, article.blocks)
        views = [
            SentenceView(article.text, sentence, index, self._gazetteer) for index, sentence in enumerate(s for s in sentences if s.block in _READ)
        ]
        votes = Votes(views, self._voice)
        grammar = [read_sentence(view) for view in views]
        findings = [second_opinion(view, found, votes) for view, found in zip(views, grammar, strict=True)]
        times = find_dates(article.text, [(s.start, s.end) for s in sentences], article.info.published)
        day = publication_day(article.info.published)
        assembly = Assembly(views, findings, self._gazetteer.lexicon, times, votes, day.isoformat() if day else None)
        record = told_when(assembly.record(article, tuple(sentences)), times)
        return Reading(record, tuple(views), tuple(grammar), tuple(findings), votes, assembly.persons)


def extract(article: Article) -> Extraction:
    """Extract one article with the package's lexicon."""
    return Extractor()(article)
