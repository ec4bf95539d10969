"""A request that is answered with an error of its own: status and message, told by a worker or by the server."""

from __future__ import annotations

__all__ = ["Refusal"]


class Refusal(Exception):  # noqa: N818  it is an answer, not a failure of the program
    """An HTTP status and what the client is told; `headers` go with it."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}
