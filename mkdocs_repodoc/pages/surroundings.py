"""Where a folder's page stands: its breadcrumbs, and the folder's other pages."""

from __future__ import annotations

from itertools import accumulate

from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.site import PageKind
from mkdocs_repodoc.pages.context import PageContext

_PAGES: tuple[tuple[PageKind, str], ...] = (
    ("folder", "Overview"),
    ("folder documentation", "Documentation"),
    ("folder keywords", "Keywords"),
)
_ROOT_PAGES: tuple[tuple[PageKind, str], ...] = (
    ("keywords", "All keywords"),
    ("book", "Comprehensive book"),
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
        *(PageLink(path.rpartition("/")[2], context.plan.uri("folder", path)) for path in paths),
    )


def siblings(context: PageContext, folder: str, kind: PageKind) -> tuple[PageLink, ...]:
    """Return links to a folder's other pages, and from the root to the repository's.

    Args:
        context: Where the pages' addresses are known.
        folder: The folder.
        kind: The page that the links stand on, which is left out.
    """
    found = [
        PageLink(title, context.plan.uri(other, folder)) for other, title in _PAGES if other != kind
    ]
    if not folder:
        found += [
            PageLink(title, context.plan.uri(other, ""))
            for other, title in _ROOT_PAGES
            if other != kind
        ]
    return tuple(found)
