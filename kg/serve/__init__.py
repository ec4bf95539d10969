"""`kg serve`: a build as a site on loopback, with pages, search, an explorer, SPARQL and a JSON interface, all of it read-only.

One process speaks HTTP and evaluates nothing; workers over a snapshot of the build do, each of which can be ended.
"""

from __future__ import annotations

from kg.serve.settings import Settings

__all__ = ["Settings"]
