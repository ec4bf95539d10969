"""Vietnamese text into sentences, syllable tokens and dates, each with offsets into the text as read."""

from __future__ import annotations

from kg.language.folding import fold, search_key
from kg.language.sentences import split_sentences
from kg.language.tokens import Token, token_keys, tokenize

__all__ = ["Token", "fold", "search_key", "split_sentences", "token_keys", "tokenize"]
