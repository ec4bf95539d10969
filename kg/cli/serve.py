"""`kg serve`: a build as a site on loopback."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.view import Language
from kg.errors import ConfigurationError, StoreError
from kg.graph import open_store

__all__ = ["serve"]

_CONNECTIONS = 1000
"""Connections at a time; whoever comes after them is told to try again."""


def serve(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    host: Annotated[str, typer.Option(help="The address to listen on; another than loopback opens the site to others.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 7878,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(help="A name under which browsers may ask for the site besides localhost, as often as wanted.", show_default=False),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which a query is ended.")] = 30.0,
    rows: Annotated[int, typer.Option(min=1, help="The most rows or triples of an answer.")] = 10_000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes for pages, and as many for queries.")] = 2,
    memory: Annotated[int, typer.Option(min=256, help="The most memory one of them may use, in megabytes.")] = 2048,
    lang: Annotated[Language, typer.Option(help="The language of pages for whoever has not chosen one.")] = Language.VI,
) -> None:
    """Serve a build as a site: pages, search, an explorer, SPARQL, questions in words, JSON.

    Read-only, on loopback unless told otherwise. A new `kg build` into the same folder is picked up without a restart.

    \b
    Examples:
      kg serve
      kg serve --build my-build --port 8000
      kg serve --timeout 10 --rows 1000
      kg serve --host 0.0.0.0 --allow-host kg.example.org
      curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT ?name { ?p a kg:Person ; rdfs:label ?name }' localhost:7878/sparql
    """
    try:
        import uvicorn

        from kg.serve.app import application
        from kg.serve.settings import Settings

        class Announcing(uvicorn.Server):
            """Says where it listens as soon as it does."""

            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                if self.started:
                    typer.echo(f"Serving {build} at http://{shown}:{settings.port}/   (Ctrl+C ends it)")
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"kg serve needs {error.name}: pip install 'kg-viet-news[serve]'") from error
    open_store(build)  # a missing build is told before anything is started
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise ConfigurationError(f"--host {host} --port {port}: cannot listen there ({error.strerror}); choose another --port") from error
    settings = Settings(
        build=build.resolve(),
        host=host,
        port=listening.getsockname()[1],
        timeout=timeout,
        rows=rows,
        workers=workers,
        memory=memory * 1024**2,
        hosts=tuple(allow_host or ()),
        language=lang.value,
    )
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        application(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        h11_max_incomplete_event_size=settings.body,
        limit_concurrency=_CONNECTIONS,
    )
    server = Announcing(config)
    with listening:
        server.run([listening])
    if not server.started:
        raise StoreError(f"{build}: could not be served; the lines above say why")
