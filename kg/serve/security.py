"""What stands before every route: the Host header, the size of a request, and the headers that tell a browser to trust nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.settings import Settings

__all__ = ["POLICY", "QUERY_PAGE_POLICY", "Guard", "body_of"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
QUERY_PAGE_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace("img-src", "font-src data:; img-src")
"""The page with YASGUI: its editor writes style attributes and its table a font; scripts and addresses are as narrow as elsewhere."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_BODY_TIME = 10.0
"""Seconds a client has to send its body."""


class Guard:
    """Wraps an application: refuses foreign Host headers, adds the security headers where a route has not set its own."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = settings.allowed_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                added = [(name.encode(), value.encode()) for name, value in _HEADERS.items() if name.encode() not in own]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        if host_of(headers) not in self._hosts:
            await _refuse(send_guarded)
            return
        await self._app(scope, receive, send_guarded)


def host_of(headers: Mapping[str, str]) -> str:
    """The name in the Host header, without its port: `localhost` of `localhost:7878`, `::1` of `[::1]:7878`."""
    host = headers.get("host", "").strip().casefold()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].rstrip(".")


async def _refuse(send: Send) -> None:
    body = b"this server is not known by that name; start it with --allow-host NAME\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def body_of(receive: Receive, most: int) -> bytes | None:
    """The body of a request; None where it has more than `most` bytes. Raises `TimeoutError` where it does not come."""
    parts: list[bytes] = []
    size = 0
    async with asyncio.timeout(_BODY_TIME):
        while True:
            message = await receive()
            part = message.get("body", b"")
            size += len(part)
            if size > most:
                return None
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)
