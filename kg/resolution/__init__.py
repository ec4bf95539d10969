"""From the records of all articles to one Knowledge: who is who, terms of office, merged events, contradictions, claims."""

from __future__ import annotations

from kg.resolution.decisions import Decision
from kg.resolution.identity.things import Judgement
from kg.resolution.resolving import Resolution, resolve, resolve_with_reasons

__all__ = ["Decision", "Judgement", "Resolution", "resolve", "resolve_with_reasons"]
