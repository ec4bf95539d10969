"""A knowledge graph of Vietnamese political news: people, offices, countries, organisations, events, each with its evidence.

`kg.load("build")` opens a build in Python; the command `kg` makes one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.loading import load

__version__ = "0.1.0"
__all__ = ["__version__", "load"]


def __getattr__(name: str) -> Any:
    """`kg.load`, imported when it is first used: the store and its libraries take their time."""
    if name == "load":
        from kg.loading import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
