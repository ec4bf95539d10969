"""What `kg serve` is told: which build, where to listen, and the limits that keep one client from taking everything."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import msgspec

__all__ = ["Settings"]

_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


class Settings(msgspec.Struct, frozen=True):
    """Times are in seconds, sizes in bytes.

    `timeout` is what one query may take before its process is ended, `rows` the most rows or triples of an answer, `body` the most
    bytes of a request, `memory` what one process may use, `workers` how many processes
    there are for pages and for queries each, `waiting` how many requests may wait for a free process. `hosts` are the
    names under which browsers may call the server besides its own.
    """

    build: Path
    host: str = "127.0.0.1"
    port: int = 7878
    timeout: float = 30.0
    rows: int = 10_000
    body: int = 100_000
    workers: int = 2
    memory: int = 2 * 1024**3
    waiting: int = 500
    hosts: tuple[str, ...] = ()
    language: str = "vi"

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names a request's Host header may have, without a port; another name is a page elsewhere that points here (DNS rebinding)."""
        own = () if _is_any(self.host) else (self.host.casefold(),)
        return frozenset((*_LOOPBACK_NAMES, *own, *(host.casefold() for host in self.hosts)))


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
