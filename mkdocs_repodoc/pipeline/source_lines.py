"""The lines of the source, as the data beside the pages need them."""

from __future__ import annotations

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.data_files import SourceLines
from mkdocs_repodoc.client.source_search.known_trigrams import KnownTrigrams
from mkdocs_repodoc.insight.listed_lines import listed_lines
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.site_queries import SiteQueries


def source_lines(
    context: PageContext, queries: SiteQueries, cache: Cache | None, shared: str
) -> SourceLines:
    """Return how lines are read, and their trigrams.

    Args:
        context: The files, and how much of them is shown.
        queries: Reads their texts.
        cache: Where trigrams are kept, if anywhere.
        shared: Digest of what all pages depend on.
    """
    files, settings = context.repository.files, context.settings

    def listed(path: str) -> list[str]:
        return listed_lines(files[path], settings.listing_limit, queries.read_text)

    def trigrams() -> KnownTrigrams | None:
        return None if cache is None else KnownTrigrams(cache, shared, files)

    return SourceLines(queries.lines, listed if settings.source_search else None, trigrams)
