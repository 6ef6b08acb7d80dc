"""The context in which the parts of one page's HTML are made."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What all pages share, and the queries of one page.

    There is no other way from here to the repository, so that queries can be recorded.

    Attributes:
        plan: Every page and asset with its address.
        settings: The user's settings.
        source_url: Address of a file at the repository's host.
        queries: Answers about the repository.
    """

    plan: SitePlan
    settings: Settings
    source_url: SourceUrl
    queries: RepositoryQueries
