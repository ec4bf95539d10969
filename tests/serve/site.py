"""A site as a user starts it: the command in a process of its own on a free port of loopback, and requests to it over plain sockets."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@dataclass(frozen=True)
class Answer:
    """What came back; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Site:
    """A running `kg serve`."""

    port: int
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request; `_` in a header's name stands for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*", **headers: str) -> Answer:
        return self.send("GET", path, Accept=accept, **headers)

    def query(self, sparql: str, accept: str = "application/sparql-results+json", **graphs: str | list[str]) -> Answer:
        fields = [("query", sparql)]
        for name, values in graphs.items():
            fields += [(name.replace("_", "-"), value) for value in ([values] if isinstance(values, str) else values)]
        return self.get("/sparql?" + urlencode(fields), accept)

    def values(self, sparql: str) -> list[list[str]]:
        """The rows of a SELECT as texts."""
        found = self.query(sparql).json()
        return [[row[name]["value"] if name in row else "" for name in found["head"]["vars"]] for row in found["results"]["bindings"]]


@contextmanager
def serve(build: Path, *options: str) -> Iterator[Site]:
    """`kg serve --build build --port 0 OPTIONS`, ended in the end."""
    command = [sys.executable, "-m", "kg", "serve", "--build", str(build), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None and process.stderr is not None
            line = process.stdout.readline()
            found = _ADDRESS.search(line)
            assert found, line + process.stderr.read()
            yield Site(int(found[1]), process)
        finally:
            process.terminate()
            process.wait(20)
