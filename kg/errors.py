"""The errors a user can mend: each message names the file (and line) and says what to do. The CLI prints them without a traceback."""

from __future__ import annotations

__all__ = ["ConfigurationError", "KgError", "LexiconError", "QueryError", "ReadingError", "StoreError"]


class KgError(Exception):
    """Base of all errors that are told to the user in one message."""


class ReadingError(KgError):
    """A file or stream could not be read as articles; the message names it."""


class LexiconError(KgError):
    """A table of the lexicon is malformed; the message names file and line."""


class QueryError(KgError):
    """A SPARQL query or a named question is wrong; the message points at the place."""


class StoreError(KgError):
    """A build folder or its store is missing, incomplete or locked."""


class ConfigurationError(KgError):
    """Options that do not go together, or a setting that is out of range."""
