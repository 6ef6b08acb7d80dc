"""The tree of all pages, as a reader opens it: folder by folder.

It names every file once. The edge cuts a bounded view out of it for each page, so that no page
carries the whole tree.
"""

from __future__ import annotations

from mkdocs_repodoc.model.repository import (
    Folder,
    Repository,
)
from mkdocs_repodoc.model.site_plan import NavNode, SitePlan
from mkdocs_repodoc.paths import name_of, readable
from mkdocs_repodoc.settings import Settings


def navigation(repository: Repository, plan: SitePlan, settings: Settings) -> NavNode:
    """Return the root of the navigation: the repository's index with everything below it.

    Args:
        repository: The linked repository.
        plan: Its pages.
        settings: `nav_title` is the root's title.
    """
    nodes: dict[str, NavNode] = {}
    for path in sorted(repository.folders, reverse=True):  # subfolders before what holds them
        if path:
            nodes[path] = _folder(repository.folders[path], plan, nodes)
    root = repository.folders[""]
    book = NavNode("Book", plan.uri("book", ""))
    keywords = NavNode("Symbols A–Z", plan.uri("keywords", ""))
    tour = [NavNode("Tour", plan.uris["tour", ""])] if ("tour", "") in plan.uris else []
    return NavNode(
        settings.nav_title,
        plan.uri("repository", ""),
        (keywords, *tour, book, *_children(root, plan, nodes)),
    )


def _folder(folder: Folder, plan: SitePlan, nodes: dict[str, NavNode]) -> NavNode:
    uri = plan.uri("folder", folder.path)
    return NavNode(readable(folder.name), uri, _children(folder, plan, nodes))


def _children(folder: Folder, plan: SitePlan, nodes: dict[str, NavNode]) -> tuple[NavNode, ...]:
    uri = plan.uris.get(("folder keywords", folder.path))
    symbols = [] if uri is None else [NavNode("Symbols", uri)]
    return (
        NavNode("Documentation", plan.uri("folder documentation", folder.path)),
        *symbols,
        *(nodes[path] for path in folder.folders),
        *(NavNode(readable(name_of(path)), plan.uri("file", path)) for path in folder.files),
    )
