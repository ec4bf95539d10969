"""The stages of reading one article, strung together: sentences → findings → persons, bodies, countries → holdings → record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.extraction.assembly import Assembly
from kg.extraction.gazetteer import Gazetteer, load_gazetteer
from kg.extraction.reader import read_sentence
from kg.extraction.second_opinion import second_opinion
from kg.extraction.view import SentenceView
from kg.extraction.voice import Voice
from kg.extraction.voice.votes import Votes
from kg.language import split_sentences
from kg.language.dates import find_dates
from kg.model import Article, Extraction

__all__ = ["Extractor", "extract"]

_READ = frozenset({"headline", "lead", "body", "caption"})


class Extractor:
    """Extraction with a compiled lexicon; make it once and call it for each article."""

    def __init__(self, lexicon_folders: Sequence[Path] = ()) -> None:
        self._gazetteer: Gazetteer = load_gazetteer(tuple(lexicon_folders))
        self._voice = Voice()

    def __call__(self, article: Article) -> Extraction:
        """The record of one article. The same article gives the same record."""
        sentences = split_sentences(article.text, article.blocks)
        views = [
            SentenceView(article.text, sentence, index, self._gazetteer)
            for index, sentence in enumerate(s for s in sentences if s.block in _READ)
        ]
        votes = Votes(views, self._voice)
        findings = [second_opinion(view, read_sentence(view), votes) for view in views]
        times = find_dates(article.text, [(s.start, s.end) for s in sentences], article.info.published)
        assembly = Assembly(views, findings, self._gazetteer.lexicon, times, votes)
        return assembly.record(article, tuple(sentences))


def extract(article: Article) -> Extraction:
    """Extract one article with the package's lexicon."""
    return Extractor()(article)
