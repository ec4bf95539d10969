"""Another SPARQL 1.1 store over HTTP: sending the graph of a build to it, and asking it. Nothing here runs unless a URL is given."""

from __future__ import annotations

from kg.remote.asking import ask
from kg.remote.endpoint import Endpoint
from kg.remote.sending import Sent, send
from kg.remote.targets import GraphStore, Target, UpdateEndpoint

__all__ = ["Endpoint", "GraphStore", "Sent", "Target", "UpdateEndpoint", "ask", "send"]
