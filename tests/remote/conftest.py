"""A second store on loopback (Oxigraph's own server, in memory), a connection to it that can be cut, and two builds of one corpus."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.build import build

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "articles"


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}/query?query=ASK%7B%7D", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        yield address
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def cut(server: str) -> Iterator[Callable[[int], str]]:
    """Gives an address that leads to the store for so many changes, and closes the connection on every one after that."""
    proxies: list[ThreadingHTTPServer] = []

    def after(changes: int) -> str:
        class Cutting(BaseHTTPRequestHandler):
            left = changes

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                changing = self.path.startswith(("/update", "/store"))
                if changing and Cutting.left == 0:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                Cutting.left -= changing
                kept = {name: value for name, value in self.headers.items() if name in ("Content-Type", "Accept")}
                request = urllib.request.Request(server + self.path, data=body, method=self.command, headers=kept)
                with urllib.request.urlopen(request, timeout=30) as answer:
                    found = answer.read()
                    self.send_response(answer.status)
                self.send_header("Content-Length", str(len(found)))
                self.end_headers()
                self.wfile.write(found)

            do_PUT = do_POST  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        proxy = ThreadingHTTPServer(("127.0.0.1", 0), Cutting)
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        proxies.append(proxy)
        return f"http://127.0.0.1:{proxy.server_address[1]}"

    yield after
    for proxy in proxies:
        proxy.shutdown()
        proxy.server_close()


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A build of four articles, and one in which the first is gone and a fifth has come."""
    articles = sorted(CORPUS.iterdir())[:5]
    folder = tmp_path_factory.mktemp("remote")
    build(articles[:4], folder / "old")
    build(articles[1:], folder / "new")
    return folder / "old", folder / "new"
