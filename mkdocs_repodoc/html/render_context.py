"""The context in which the parts of one page's HTML are made."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What all pages share, and the queries of one page.

    There is no other way from here to the repository and its pages: queries can be recorded.

    Attributes:
        settings: The user's settings.
        source_url: Address of a file at the repository's host.
        queries: Answers about the repository, and where its pages are.
    """

    settings: Settings
    source_url: SourceUrl
    queries: RepositoryQueries
