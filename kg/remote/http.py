"""One HTTP request to a store, tried again where the connection breaks or the server is not ready, with an error that says what to do."""

from __future__ import annotations

import base64
import http.client
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping

from kg.errors import ConfigurationError, StoreError

__all__ = ["PASSWORD", "Connection"]

PASSWORD = "KG_STORE_PASSWORD"
"""The environment variable with the password of `--user`: a command line is read by others."""

_TRIES = 5
_FIRST_WAIT = 0.5  # seconds, doubled each time
_NOT_READY = frozenset({429, 502, 503, 504})
_LONGEST_REASON = 400


class Connection:
    """How to reach a store: whose name to give (with the password of the environment) and how many seconds a request may take."""

    def __init__(self, user: str | None = None, timeout: float = 60.0, first_wait: float = _FIRST_WAIT) -> None:
        self.given: dict[str, str] = {}
        """An address of ours → the one of the user that it was made from, which an error names first."""
        self._headers: dict[str, str] = {"User-Agent": "kg-viet-news"}
        self._timeout = timeout
        self._first_wait = first_wait
        if user is not None:
            password = os.environ.get(PASSWORD)
            if password is None:
                raise ConfigurationError(f"--user {user}: put the password into the environment variable {PASSWORD}")
            token = base64.b64encode(f"{user}:{password}".encode()).decode()
            self._headers["Authorization"] = f"Basic {token}"

    def request(self, method: str, url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> bytes:
        """The body of the answer. Raises `StoreError` where the server refuses, or cannot be reached after several tries."""
        if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
            raise ConfigurationError(f"{url}: no address of a store; give one that begins with http:// or https://")
        request = urllib.request.Request(url, data=body, method=method, headers={**self._headers, **(headers or {})})
        for number in range(_TRIES):
            try:
                with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                    found: bytes = answer.read()
                    return found
            except urllib.error.HTTPError as error:
                if error.code not in _NOT_READY:
                    raise StoreError(f"{self._named(url)}: the store refuses ({error.code} {error.reason}): {_reason(error)}") from error
                lost: Exception = error
            except (OSError, http.client.HTTPException) as error:
                lost = error
            if number + 1 < _TRIES:
                time.sleep(self._first_wait * 2**number)
        raise StoreError(f"{self._named(url)}: no answer ({lost}); see that the store runs, then give the same command again") from lost

    def _named(self, url: str) -> str:
        """The address the user gave, and in brackets the one that was asked where it is another."""
        given = self.given.get(url, url.partition("?")[0])
        return given if given == url else f"{given} (asked: {url})"


def _reason(error: urllib.error.HTTPError) -> str:
    try:
        told = " ".join(error.read(_LONGEST_REASON).decode("utf-8", "replace").split())
    except (OSError, http.client.HTTPException):
        told = ""
    return told or "it gives no reason; see its log"
