"""Clients of `kg serve` on loopback: requests, failures and latency at p50 and p99, by kind of request.

    python benchmarks/serve_load.py BUILD [--clients 50] [--seconds 60] [--rebuild ARTICLES] [--without KIND]

Starts `kg serve` on BUILD and runs clients without a pause between their requests: pages, RDF, search as it is typed, steps of the
explorer and SPARQL over what the build itself holds, drawn at random with a fixed seed. With `--rebuild`, `kg build ARTICLES -o BUILD`
runs in the middle; give it articles that hold those of BUILD, or what the new build lacks is counted as failed. A failure is any
answer that is not of status 200, and any broken connection.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from kg.graph import open_store

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
_KINDS = {"page": 30, "article": 10, "rdf": 10, "search": 25, "neighbours": 10, "sparql": 14, "ask": 1}
"""Kind of request → how many of a hundred."""
_RESOURCES = """SELECT ?s ?label ?kind {
  VALUES (?class ?kind) {
    (kg:Person "entity") (kg:Country "entity") (kg:Organization "entity") (kg:Office "entity")
    (kg:Meeting "event") (kg:Visit "event") (kg:Article "article")
  }
  ?s a ?class ; rdfs:label ?label }"""
_QUERIES = (
    "SELECT ?office ?day WHERE {{ ?h kg:holder <{person}> ; kg:office/rdfs:label ?office OPTIONAL {{ ?h kg:attestedOn ?day }} }}",
    "SELECT DISTINCT ?who WHERE {{ <{person}> kg:met/rdfs:label ?who }}",
    "SELECT ?sentence WHERE {{ <{person}> kg:attestedBy/kg:sentence ?sentence }} LIMIT 20",
    "SELECT ?kind (COUNT(*) AS ?n) WHERE {{ ?e kg:modality ?m ; a ?kind ; kg:begin ?day FILTER(STRSTARTS(STR(?day), \"{month}\")) }} GROUP BY ?kind",
    "CONSTRUCT {{ <{person}> ?p ?o }} WHERE {{ <{person}> ?p ?o }}",
    "ASK {{ <{person}> kg:visited ?country }}",
)


class Request(NamedTuple):
    """What is sent: its kind, its address and the Accept header."""

    kind: str
    path: str
    accept: str


def requests_of(build: Path, seed: int, without: Collection[str] = ()) -> Callable[[], Request]:
    """A function that draws requests to the resources of `build`, those of the kinds in `without` left out."""
    kinds = {kind: share for kind, share in _KINDS.items() if kind not in without}
    draw = random.Random(seed)
    of: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    prefixes = {"kg": "http://example.org/kg/ontology#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}
    for iri, label, kind in open_store(build).query(_RESOURCES, prefixes=prefixes, use_default_graph_as_union=True):  # type: ignore[union-attr,misc]
        of[kind.value].append((iri.value, label.value))
    people = [iri for iri, _ in of["entity"] if "/person/" in iri]

    def path(iri: str) -> str:
        return "/id/" + iri.partition("/id/")[2]

    def one() -> Request:
        (kind,) = draw.choices(list(kinds), list(kinds.values()))
        if kind == "article":
            return Request(kind, path(draw.choice(of["article"])[0]), "text/html")
        iri, label = draw.choice(of["entity"] if draw.random() < 0.7 else of["event"])
        if kind == "search":
            typed = label[: draw.randint(1, 12)]
            return Request(kind, "/api/search?q=" + quote(typed), "application/json")
        if kind == "neighbours":
            return Request(kind, "/api/neighbours?id=" + quote(draw.choice(of["entity"])[0].partition("/id/")[2], safe=""), "application/json")
        if kind == "sparql":
            person, month = draw.choice(people), f"{draw.randint(2016, 2025)}-{draw.randint(1, 12):02}"
            return Request(kind, "/sparql?query=" + quote(draw.choice(_QUERIES).format(person=person, month=month)), "*/*")
        if kind == "ask":
            return Request(kind, "/ask?q=" + quote(f"{draw.choice(of['entity'])[1]} từng giữ những chức vụ gì?"), "application/json")
        return Request(kind, path(iri), "text/turtle" if kind == "rdf" else "text/html")

    return one


class Tally:
    """Milliseconds of each answer by kind, and what failed."""

    def __init__(self) -> None:
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.failures: Counter[str] = Counter()

    def line(self, kind: str, seconds: float) -> str:
        times = sorted(self.times[kind] if kind != "all" else [t for listed in self.times.values() for t in listed])
        if not times:
            return f"{kind:12} none"
        cuts = statistics.quantiles(times, n=100) if len(times) > 1 else [times[0]] * 99
        return f"{kind:12} {len(times):7} {len(times) / seconds:8.1f}/s   p50 {cuts[49]:7.1f} ms   p99 {cuts[98]:7.1f} ms   most {times[-1]:7.1f} ms"


async def client(port: int, draw: Callable[[], Request], until: float, tally: Tally) -> None:
    """One client with one connection, which it keeps."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.monotonic() < until:
        asked = draw()
        begin = time.perf_counter()
        try:
            writer.write(f"GET {asked.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: {asked.accept}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = re.search(r"content-length: (\d+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
            status = head.split()[1]
        except (OSError, asyncio.IncompleteReadError) as error:
            tally.failures[f"{asked.kind} {type(error).__name__}"] += 1
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            continue
        tally.times[asked.kind].append((time.perf_counter() - begin) * 1000)
        if status != "200":
            tally.failures[f"{asked.kind} {status} {asked.path[:80]}"] += 1
    writer.close()


async def run(port: int, draw: Callable[[], Request], clients: int, seconds: float, rebuild: list[str] | None) -> Tally:
    """All clients at once; in the middle the build is made again if that is wanted."""
    tally = Tally()
    until = time.monotonic() + seconds
    running = [asyncio.create_task(client(port, draw, until, tally)) for _ in range(clients)]
    if rebuild:
        await asyncio.sleep(seconds / 4)
        process = await asyncio.create_subprocess_exec(*rebuild)
        await process.wait()
        print(f"kg build ended with {process.returncode} after {seconds - (until - time.monotonic()):.0f} s")
    await asyncio.gather(*running)
    return tally


def main() -> None:
    """Print the figures; ends with 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rebuild", nargs="+", default=None)
    parser.add_argument("--without", nargs="+", default=(), choices=_KINDS)
    options = parser.parse_args()
    draw = requests_of(options.build, options.seed, options.without)
    command = [sys.executable, "-m", "kg", "serve", "--build", str(options.build), "--port", "0"]
    rebuild = [sys.executable, "-m", "kg", "build", *options.rebuild, "-o", str(options.build)] if options.rebuild else None
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            found = _ADDRESS.search(server.stdout.readline() if server.stdout else "")
            if not found:
                sys.exit("kg serve did not start")
            started = time.perf_counter() - begin
            load = os.getloadavg()[0]
            tally = asyncio.run(run(int(found[1]), draw, options.clients, options.seconds, rebuild))
        finally:
            with contextlib.suppress(ProcessLookupError):
                server.terminate()
    print(f"{options.clients} clients for {options.seconds:g} s on {os.cpu_count()} cores; the server started in {started:.1f} s")
    print(f"load of the machine just before: {load:.1f}")
    for kind in (*_KINDS, "all"):
        print(tally.line(kind, options.seconds))
    print(f"failures     {sum(tally.failures.values())}")
    for failure, count in tally.failures.most_common(10):
        print(f"  {count:6}  {failure}")
    sys.exit(1 if tally.failures else 0)


if __name__ == "__main__":
    main()
