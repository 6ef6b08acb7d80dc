"""The lines of the source, as the data beside the pages need them."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.data_files import SourceLines
from mkdocs_repodoc.client.source_search.known_pieces import KnownPieces
from mkdocs_repodoc.insight.listed_lines import listed_lines
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.site_queries import SiteQueries


def source_lines(
    context: PageContext, queries: SiteQueries, cache: Callable[[], Cache | None], shared: str
) -> SourceLines:
    """Return how lines are read, and into which pieces they are cut.

    Args:
        context: The files, and how much of them is shown.
        queries: Reads their texts.
        cache: Returns where pieces are kept, if anywhere; asked when they are.
        shared: Digest of what all pages depend on.
    """
    files, settings = context.repository.files, context.settings

    def listed(path: str) -> list[str]:
        return listed_lines(files[path], settings.listing_limit, queries.read_text)

    def pieces() -> KnownPieces | None:
        kept = cache()
        return None if kept is None else KnownPieces(kept, shared, files, queries.stale_reads)

    return SourceLines(queries.lines, listed if settings.source_search else None, pieces)
