"""Asking in Vietnamese or English: a question in words to a named question of `kg.query`, its answer and the sentences it rests on."""

from __future__ import annotations

from kg.ask.answer import Answer, Candidate, Evidence
from kg.ask.asking import Asker, ask

__all__ = ["Answer", "Asker", "Candidate", "Evidence", "ask"]
