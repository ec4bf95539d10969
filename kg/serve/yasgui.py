"""YASGUI's script and style, as the installed `oxigraph` carries them in its server: asked of it once, when the query page is first opened.

The server is started on a free port of loopback over nothing, gives its two files and is ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import sys
import urllib.request
from pathlib import Path

from kg.serve.refusal import Refusal

__all__ = ["Yasgui"]

_FILES = {"yasgui.min.js": "text/javascript; charset=utf-8", "yasgui.min.css": "text/css; charset=utf-8"}
_SOURCE_MAP = (b"//# sourceMappingURL=yasgui.min.js.map", b"/*# sourceMappingURL=yasgui.min.css.map*/")
_TRIES = 100
_PAUSE = 0.05


class Yasgui:
    """The files by name, with their media types."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._once = asyncio.Lock()

    async def file(self, name: str) -> tuple[bytes, str]:
        """One of the files and its type. Raises `Refusal` 404 for another name, 503 where the server of `oxigraph` does not answer."""
        if name not in _FILES:
            raise Refusal(404, f"there is no {name}")
        async with self._once:
            if not self._files:
                self._files = await _fetch()
        return self._files[name], _FILES[name]


def _server() -> str:
    beside = Path(sys.executable).with_name("oxigraph")
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    if found is None:
        raise Refusal(503, "the query page needs the package oxigraph: pip install 'kg-viet-news[serve]'")
    return found


async def _fetch() -> dict[str, bytes]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(_server(), "serve", "--bind", address, stdout=quiet, stderr=quiet)
    try:
        for _ in range(_TRIES):
            with contextlib.suppress(OSError):
                return {name: await asyncio.to_thread(_get, f"http://{address}/{name}") for name in _FILES}
            await asyncio.sleep(_PAUSE)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    raise Refusal(503, "the server of the package oxigraph did not give its query page; install it again")


def _get(url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=10) as response:
        data: bytes = response.read()
    for line in _SOURCE_MAP:
        data = data.replace(line, b"")
    return data
