"""All pages of a site and what is beside them, made, or found in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.hosts.mkdocs.earlier_pages import EarlierPages
from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder
from mkdocs_repodoc.hosts.mkdocs.page_reuse import Surroundings, whole_pages
from mkdocs_repodoc.hosts.mkdocs.published_data import data_writer, twin_maker
from mkdocs_repodoc.pipeline.site import Site

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class BuildUnderWay(NamedTuple):
    """What MkDocs builds with."""

    config: MkDocsConfig
    files: Files
    env: jinja2.Environment
    started: float
    """When the build began, in seconds of Unix time."""
    earlier: EarlierPages | None = None
    """What the build before has left, if that was kept from MkDocs."""


def whole_builder(
    site: Site, cache: Cache, around: Surroundings, build: BuildUnderWay
) -> PageBuilder:
    """Return what makes all pages and what is beside them, or finds them in the cache.

    Args:
        site: The generated pages.
        cache: Where whole pages are kept, if they can be.
        around: The navigation, and the pages to make.
        build: What MkDocs builds with.
    """
    config = build.config
    store = whole_pages(cache, site, config, around)
    if store is None:
        site.keep_bodies(cache)
    return PageBuilder(
        config,
        build.files.documentation_pages(),
        around.navigation,
        build.env,
        list(around.pages.values()),
        site.unsaid,
        store=store,
        data=data_writer(
            site, cache, build.files, config, started=build.started, earlier=build.earlier
        ),
        twins=twin_maker(site, cache, config),
    )
