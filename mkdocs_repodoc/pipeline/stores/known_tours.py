"""Remembers that there is a tour of the source, which decides how many pages a site has.

To find out, the main flows are followed: too much work for a build in which nothing has changed.
"""

from __future__ import annotations

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.pipeline.site_queries import SiteQueries


def has_tour(cache: Cache, sources: str, insight: RepositoryInsight, queries: SiteQueries) -> bool:
    """Tell whether there are things to stop at on a tour.

    Args:
        cache: Where it is kept for a later build.
        sources: Digest of all that the site is made from.
        insight: What there is to say about the repository.
        queries: Knows which texts are no longer what the digest is of.
    """
    found = cache.get(Cached.TOUR, sources, bool)
    if found is None:
        found = insight.tour is not None
        if not queries.stale_reads and not insight.bounds.unsaid:
            cache.put_many(Cached.TOUR, [(sources, b"1" if found else b"")])
    return found
