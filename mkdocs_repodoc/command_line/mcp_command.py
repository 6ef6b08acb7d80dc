"""`mcp`: a server for agents."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_repodoc.errors import RepodocError

if TYPE_CHECKING:
    from mkdocs_repodoc.settings import Settings

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("folders", nargs=-1, type=_FOLDER)
@click.option(
    "--http",
    "port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Listen for streamable HTTP at http://127.0.0.1:PORT/mcp instead of standard input.",
)
def mcp(*, folders: Sequence[Path], port: int | None) -> None:
    """Serve the questions of `query` to agents, by the Model Context Protocol.

    FOLDERS are the repositories, each with its own configuration; by default the working folder.
    The server reads files and its cache, and writes nothing but the cache. Edits are seen by the
    next question.

    \b
    It needs the extra mkdocs-repodoc[mcp]. Clients start it themselves, told of the command:
      {"mcpServers": {"repodoc": {"command": "mkdocs-repodoc", "args": ["mcp", "FOLDER"]}}}
    """
    _require_extra()
    import asyncio

    from mkdocs_repodoc.mcp_server.serving import serve_http, serve_stdio

    settings = _settings(folders or [Path()])
    if port is None:
        asyncio.run(serve_stdio(settings))
    else:
        click.echo(f"Listening at http://127.0.0.1:{port}/mcp; stop with Ctrl+C.", err=True)
        asyncio.run(serve_http(settings, port))


def _require_extra() -> None:
    """Let only those go on who have what the server needs.

    Raises:
        RepodocError: The extra is not installed.
    """
    if importlib.util.find_spec("mcp") is None:
        raise RepodocError("the server needs more: pip install 'mkdocs-repodoc[mcp]'")


def _settings(folders: Sequence[Path]) -> dict[str, Settings]:
    """Return what the configuration of each folder says, under the folder's name.

    Raises:
        RepodocError: Two folders have the same name.
    """
    from mkdocs_repodoc.options.configuration_files import (
        find_configuration,
    )
    from mkdocs_repodoc.options.resolve import resolve

    found: dict[str, Settings] = {}
    for folder in folders:
        configured = find_configuration(folder)
        name = folder.resolve().name or str(folder)
        if name in found:
            raise RepodocError(f"two folders are called {name!r}; serve them apart")
        found[name] = resolve(configured.options, configured.site)
    return found
