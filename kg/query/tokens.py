"""From SPARQL text to tokens with offsets: enough grammar to tell a keyword from a string, an IRI, a name or a comment.

Checks look at tokens, so that the word SERVICE in a quoted title is no federated call and `\\#` in a name begins no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Token", "TokenKind", "meaningful", "tokens"]

TokenKind = Literal["space", "comment", "iri", "string", "name", "variable", "language", "number", "word", "sign"]


class Token(NamedTuple):
    """A stretch of a query; `start` and `end` are characters, half-open."""

    kind: TokenKind
    text: str
    start: int
    end: int


_INSIDE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_PREFIX = r"_|[^\W\d_](?:[\w.-]*[\w-])?"
_LOCAL = rf"(?:[\w:-]|{_INSIDE})(?:(?:[\w:.-]|{_INSIDE})*(?:[\w:-]|{_INSIDE}))?"
# The order matters: an IRI before `<`, a long string before a short one, a prefixed name before a word.
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*''' | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<name>(?:{_PREFIX})?:(?:{_LOCAL})?)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(query: str) -> Iterator[Token]:
    """Every character of `query` in exactly one token, in order; never fails.

    >>> [token.text for token in tokens("SELECT ?x { ?x kg:met id:a\\\\/b }") if token.kind in {"name", "variable"}]
    ['?x', '?x', 'kg:met', 'id:a\\\\/b']
    """
    for match in _TOKEN.finditer(query):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        yield Token(kind, match.group(), match.start(), match.end())


def meaningful(query: str) -> list[Token]:
    """The tokens of `query` without white space and comments."""
    return [token for token in tokens(query) if token.kind not in {"space", "comment"}]
