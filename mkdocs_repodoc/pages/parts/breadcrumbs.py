"""Breadcrumbs of a page, and the tabs of pages about the same folder or file."""

from __future__ import annotations

from itertools import accumulate

from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.paths import name_of

_PAGES: tuple[tuple[PageKind, str], ...] = (
    ("folder", "Overview"),
    ("folder documentation", "Documentation"),
    ("folder keywords", "Symbols"),
)
_ROOT_PAGES: tuple[tuple[PageKind, str], ...] = (
    ("keywords", "Symbols A–Z"),
    ("tour", "Tour"),
    ("book", "Book"),
)


def trail(context: PageContext, folder: str, *, inclusive: bool) -> tuple[PageLink, ...]:
    """Return breadcrumbs from the repository down to a folder.

    Args:
        context: Where the pages' addresses are known.
        folder: The folder.
        inclusive: Whether the folder itself is the last of them.
    """
    paths = list(accumulate(folder.split("/"), "{}/{}".format)) if folder else []
    if not inclusive:
        paths = paths[:-1] if folder else []
        if not folder:
            return ()
    root = PageLink(context.repository.name, context.plan.uri("repository", ""))
    return (
        root,
        *(PageLink(name_of(path), context.plan.uri("folder", path)) for path in paths),
    )


def folder_views(context: PageContext, folder: str) -> tuple[PageLink, ...]:
    """Return links to a folder's pages, and from the root to the repository's.

    The page that they stand on is among them, so that each keeps its place from page to page.
    """
    kinds = _PAGES if folder else (*_PAGES, *_ROOT_PAGES)
    uris = context.plan.uris
    return tuple(
        PageLink(title, uris[kind, folder]) for kind, title in kinds if (kind, folder) in uris
    )
