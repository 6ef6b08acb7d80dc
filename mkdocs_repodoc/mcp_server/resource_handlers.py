"""Handlers of a client that lists or reads resources."""

from __future__ import annotations

from typing import Any

import mcp_types as protocol
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.mcp_server.page_resources import TEMPLATES, content, listed, meant
from mkdocs_repodoc.mcp_server.served_repositories import ServedRepositories


class ResourceHandlers:
    """Hands out the pages of repositories.

    Args:
        repositories: The repositories.
    """

    def __init__(self, repositories: ServedRepositories) -> None:
        self._repositories = repositories

    async def list_pages(
        self, _context: ServerRequestContext[Any], asked: protocol.PaginatedRequestParams | None
    ) -> protocol.ListResourcesResult:
        """Return the pages about repositories as a whole and about folders.

        Raises:
            MCPError: The cursor is none, or a repository can't be read.
        """
        try:
            pages = await self._repositories.overviews()
            return listed(pages, None if asked is None else asked.cursor)
        except RepodocError as error:
            raise MCPError(protocol.INVALID_PARAMS, str(error)) from error

    async def list_templates(
        self, _context: ServerRequestContext[Any], _asked: protocol.PaginatedRequestParams | None
    ) -> protocol.ListResourceTemplatesResult:
        """Return how the addresses of all pages are made up."""
        return protocol.ListResourceTemplatesResult(resource_templates=list(TEMPLATES))

    async def read_page(
        self, _context: ServerRequestContext[Any], asked: protocol.ReadResourceRequestParams
    ) -> protocol.ReadResourceResult:
        """Return a page.

        Raises:
            MCPError: There is no such page, or its repository can't be read.
        """
        try:
            text, commit = await self._repositories.page(*meant(asked.uri))
        except RepodocError as error:
            raise MCPError(protocol.INVALID_PARAMS, str(error)) from error
        if text is None:
            raise MCPError(protocol.INVALID_PARAMS, f"there is no resource {asked.uri!r}")
        return content(asked.uri, text, commit)
