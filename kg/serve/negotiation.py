"""Which of the formats on offer a client's Accept header asks for (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["choose"]


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The media type of `offered` the client likes best, of equals the first; None where it wants none of them. No header: anything.

    >>> choose("text/turtle;q=0.8, application/ld+json", ["text/html", "text/turtle", "application/ld+json"])
    'application/ld+json'
    """
    ranges = [one for one in map(_range, accept.split(",")) if one] if accept.strip() else [("*", "*", 1.0)]
    liked = [(_quality(media, ranges), -place, media) for place, media in enumerate(offered)]
    quality, _, media = max(liked)
    return media if quality > 0 else None


def _range(text: str) -> tuple[str, str, float] | None:
    """`text/*;q=0.5` as its type, subtype and quality; None for what is no media range."""
    media, *parameters = (part.strip() for part in text.split(";"))
    kind, slash, subtype = media.lower().partition("/")
    if not slash or not kind or not subtype:
        return ("*", "*", 1.0) if media == "*" else None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return kind, subtype, min(max(float(value), 0.0), 1.0)
            except ValueError:
                return None
    return kind, subtype, 1.0


def _quality(media: str, ranges: list[tuple[str, str, float]]) -> float:
    """What the most specific range that fits says."""
    kind, subtype = media.split("/")
    fitting = [
        ((one != "*") + (other != "*"), quality) for one, other, quality in ranges if one in (kind, "*") and other in (subtype, "*")
    ]
    return max(fitting)[1] if fitting else 0.0
