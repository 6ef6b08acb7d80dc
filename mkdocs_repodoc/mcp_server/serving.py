"""The server: tools and resources, and the way from a call to an answer, by stdio or HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import mcp_types as protocol
import uvicorn
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings

from mkdocs_repodoc import __version__
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.mcp_server.question_tools import (
    INSTRUCTIONS,
    REPOSITORY,
    failure,
    result,
    tools,
)
from mkdocs_repodoc.mcp_server.resource_handlers import ResourceHandlers
from mkdocs_repodoc.mcp_server.served_repositories import ServedRepositories
from mkdocs_repodoc.settings import Settings

LOOPBACK = "127.0.0.1"
"""The only address that is listened to: whoever reaches the server reads the repository."""
SECURITY = TransportSecuritySettings(
    allowed_hosts=[f"{name}:*" for name in (LOOPBACK, "localhost")],
    # No page has a use for the server, and what another server on this machine shows may be
    # anybody's. Programs name no origin.
    allowed_origins=[],
)


def make_server(repositories: ServedRepositories) -> Server[Any]:
    """Return a server whose tools are questions about repositories, and whose resources pages."""
    offered = tools(repositories.names)

    async def list_tools(
        _context: ServerRequestContext[Any], _parameters: protocol.PaginatedRequestParams | None
    ) -> protocol.ListToolsResult:
        return protocol.ListToolsResult(tools=offered)

    async def call_tool(
        _context: ServerRequestContext[Any], call: protocol.CallToolRequestParams
    ) -> protocol.CallToolResult:
        parameters: dict[str, object] = dict(call.arguments or {})
        name = str(parameters.pop(REPOSITORY, ""))
        try:
            return result(await repositories.ask(name, call.name, parameters))
        except RepodocError as error:
            return failure(str(error))

    pages = ResourceHandlers(repositories)
    return Server(
        "mkdocs-repodoc",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=pages.list_pages,
        on_list_resource_templates=pages.list_templates,
        on_read_resource=pages.read_page,
    )


async def serve_stdio(settings: Mapping[str, Settings]) -> None:
    """Serve the client that has started this process, until it closes the standard input.

    Args:
        settings: Name → what the repository is; at least one.
    """
    async with ServedRepositories(settings) as repositories, stdio_server() as (read, write):
        server = make_server(repositories)
        await server.run(read, write, server.create_initialization_options())


async def serve_http(settings: Mapping[str, Settings], port: int) -> None:
    """Serve clients on this machine by streamable HTTP at `/mcp`, until the process is stopped.

    Requests that a page has a browser send are refused, wherever it comes from, by their host and
    origin.

    Args:
        settings: Name → what the repository is; at least one.
        port: Where to listen.
    """
    async with ServedRepositories(settings) as repositories:
        app = make_server(repositories).streamable_http_app(
            host=LOOPBACK, stateless_http=True, transport_security=SECURITY
        )
        config = uvicorn.Config(app, host=LOOPBACK, port=port, log_level="warning")
        await uvicorn.Server(config).serve()
