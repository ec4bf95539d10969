"""Asking a build: SPARQL, files and named questions with parameters, read-only, with errors that point at the place."""

from __future__ import annotations

from kg.query.answer import Answer, Rows, Triples, Truth
from kg.query.question import Parameter, Question, named_questions, question_of
from kg.query.run import query

__all__ = ["Answer", "Parameter", "Question", "Rows", "Triples", "Truth", "named_questions", "query", "question_of"]
