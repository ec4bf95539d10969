"""`kg load`: send the graph of a build to another SPARQL store, and keep it up to date there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg.cli.terminal import progress
from kg.errors import ConfigurationError

__all__ = ["load"]


def load(
    build: Annotated[Path, typer.Argument(help="The folder of a build.")] = Path("build"),
    endpoint: Annotated[str | None, typer.Option(help="The address for SPARQL 1.1 Update.", show_default=False)] = None,
    graph_store: Annotated[
        str | None, typer.Option(help="The address for the SPARQL 1.1 Graph Store Protocol, instead.", show_default=False)
    ] = None,
    query_endpoint: Annotated[
        str | None, typer.Option(help="The address for queries, where it is not that of --endpoint with query for update.", show_default=False)
    ] = None,
    user: Annotated[
        str | None, typer.Option(help="Name for HTTP basic authentication; the password is read from KG_STORE_PASSWORD.", show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Send also the graphs that the store has already.")] = False,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds that one request may take.")] = 120.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Send the graph of a build to a SPARQL 1.1 store.

    The first time everything is sent; after that only the graphs that differ, and with --endpoint only the triples in them that
    differ. What the build no longer has is taken out; graphs of others stay. A sending that is cut off goes on where it stopped when the
    same command is given again.

    \b
    Examples:
      kg load build --endpoint http://localhost:7878/update
      kg load build --graph-store http://localhost:7878/store
      kg load build --endpoint http://localhost:3030/news/update --user admin
      kg load build --endpoint http://localhost:7200/repositories/news/statements --query-endpoint http://localhost:7200/repositories/news
    """
    from kg.remote import GraphStore, UpdateEndpoint, send
    from kg.remote.http import Connection

    if (endpoint is None) == (graph_store is None):
        raise ConfigurationError("kg load: give the address of the store, either --endpoint or --graph-store")
    connection = Connection(user, timeout)
    target = UpdateEndpoint(endpoint, query_endpoint, connection) if endpoint is not None else GraphStore(str(graph_store), connection)
    with progress(quiet) as advance:
        sent = send(build, target, everything=everything, progress=advance)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{target.url}: {sent.graphs} graphs sent, {sent.removed} taken out, {sent.unchanged} as they were", markup=False)
    console.print(f"{sent.added} triples added, {sent.deleted} deleted")
