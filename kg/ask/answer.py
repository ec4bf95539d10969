"""What asking gives back: one frozen record, whether the question was answered, is ambiguous or was not understood."""

from __future__ import annotations

from typing import Literal

import msgspec

from kg.query.answer import Rows, Truth

__all__ = ["Answer", "Candidate", "Evidence", "Kind", "Language"]

Kind = Literal["answered", "ambiguous", "not_understood"]
Language = Literal["vi", "en"]


class Candidate(msgspec.Struct, frozen=True):
    """One thing a name in the question may mean: its IRI and its label."""

    iri: str
    label: str


class Evidence(msgspec.Struct, frozen=True):
    """A sentence the answer rests on. `article` is the article's IRI; `published` an ISO day or empty, as is `outlet`."""

    sentence: str
    title: str
    article: str
    outlet: str = ""
    published: str = ""


class Answer(msgspec.Struct, frozen=True):
    """The answer to a question in words.

    `text` is the answer, or what was not understood, in the question's language. Where `kind` is answered: `question` is the named
    question of `kg.query` that was asked, `parameters` what was given to it (values that `kg query` takes: `person:to-lam`, `2023-06-01`),
    `sparql` the query that ran, `result` its rows or yes/no, `evidence` the sentences; `sources` are those of rows that no article tells
    (terms of office from a table), which rest on them instead of sentences. Where it is ambiguous, `candidates` may be meant.
    Where it is not understood, `unknown` are the words that were not, and `nearest` questions that are understood.
    """

    asked: str
    kind: Kind
    language: Language
    text: str
    question: str = ""
    parameters: dict[str, tuple[str, ...]] = {}
    sparql: str = ""
    result: Rows | Truth | None = None
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unknown: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The result as column → Python value; empty for a yes or no and where there is no answer."""
        return tuple(dict(row) for row in self.result.values()) if isinstance(self.result, Rows) else ()
