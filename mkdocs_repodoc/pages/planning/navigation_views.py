"""The navigation, cut to what one page needs of it.

A frame around pages copies the navigation into every page: the whole tree in each of 20,000 pages
would make the site quadratic. So each page gets a view of its own: the folders from the top down to
it, each with its direct entries, and of a long list only the neighbourhood.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from mkdocs_repodoc.model.site_plan import NavEntry, NavNode, PagePlan, SitePlan

_COMPLETE = 40
"""How many entries the open folders of a page may have together to be listed whole. Navigation is
copied into every page: in a large site it would be more than half of most pages."""

_NEIGHBOURS = 14
"""Otherwise, how many subfolders and files of its own folder a page lists at most."""


class NavigationViews:
    """Makes the view of the navigation that one page shows.

    Args:
        root: The navigation, complete.
        plan: Where its pages are.
        title: Title of the root.
    """

    def __init__(self, root: NavNode, plan: SitePlan, title: str) -> None:
        self._root = root
        self._plan = plan
        self._title = title
        self._folders: dict[str, NavNode] = {}
        self._parents: dict[str, NavNode] = {}
        self._positions: dict[str, int] = {}
        self._note_folders(root)

    def view(self, page: PagePlan | None) -> NavEntry:
        """Return the root as a page shows it.

        Args:
            page: The page on show; `None` is one that is not of the plan.
        """
        shown = self._shown(page) if page is not None else self._root.uri
        open_uris = {shown}
        chain: list[NavNode] = []
        folder: NavNode | None = self._folders[shown]
        while folder is not None:
            open_uris.add(folder.uri)
            chain.append(folder)
            folder = self._parents.get(folder.uri)
        if sum(len(folder.children) for folder in chain) <= _COMPLETE:
            entries = self._entries(self._root.children, open_uris, page)
            return self._folder(self._root, entries, page)
        return self._excerpt(chain, open_uris, page)

    def _shown(self, page: PagePlan) -> str:
        """Return the URI of the entry that stands for a page: its own, or its file's."""
        if page.kind == "file keywords":
            return self._plan.uri("file", page.path)
        if page.kind == "initial":
            return self._plan.uri("keywords", "")
        return page.uri

    def _excerpt(
        self, chain: Sequence[NavNode], open_uris: set[str], page: PagePlan | None
    ) -> NavEntry:
        """Return a view of the folder around a page, with a link to each folder above it.

        Args:
            chain: That folder, and those above it up to the root.
            open_uris: Their pages, and the page on show.
            page: The page on show.
        """
        own, *above = chain
        shown = self._neighbourhood(own, page)
        entries = self._entries(shown, open_uris, page)
        if len(shown) < len(own.children):
            # A number would change on the pages of all files when one is added.
            entries.append(NavEntry("link", "… more", self._url(own)))
        folder = self._folder(own, entries, page)
        if not above:
            return folder
        root = above.pop()
        pages = list(takewhile(self._is_of_folder, root.children))
        ways = [self._link(folder) for folder in reversed(above)]
        return self._folder(root, [*self._entries(pages, open_uris, page), *ways, folder], page)

    def _folder(
        self, node: NavNode, entries: Sequence[NavEntry], page: PagePlan | None
    ) -> NavEntry:
        """Return an open folder: its index page, then other entries."""
        title = self._title if node is self._root else node.title
        is_current = page is not None and page.uri == node.uri
        index = NavEntry("index", "Overview", self._url(node), is_current, is_current)
        return NavEntry(
            "folder",
            title,
            self._url(node),
            is_active=page is not None,
            children=(index, *entries),
        )

    def _entries(
        self, nodes: Sequence[NavNode], open_uris: set[str], page: PagePlan | None
    ) -> list[NavEntry]:
        """Return entries of a folder, the open ones opened."""
        entries = []
        for node in nodes:
            if node.children and node.uri in open_uris:
                inner = self._entries(node.children, open_uris, page)
                entries.append(self._folder(node, inner, page))
            else:
                is_current = page is not None and node.uri == page.uri
                # Active is also the file's entry, seen from its keyword page.
                is_active = node.uri in open_uris
                entries.append(self._link(node, is_current=is_current, is_active=is_active))
        return entries

    def _link(
        self, node: NavNode, *, is_current: bool = False, is_active: bool = False
    ) -> NavEntry:
        title = f"{node.title}/" if node.children else node.title
        return NavEntry("link", title, self._url(node), is_current, is_active)

    def _neighbourhood(self, folder: NavNode, page: PagePlan | None) -> Sequence[NavNode]:
        """Return the subfolders and files around the open one, after the pages of the folder."""
        entries = folder.children
        leading = list(takewhile(self._is_of_folder, entries))
        shown = self._root.uri if page is None else self._shown(page)
        here = 0 if shown == folder.uri else self._positions[shown]
        first, last = len(leading), len(entries) - _NEIGHBOURS
        start = max(first, min(here - _NEIGHBOURS // 2, last))
        return [*leading, *entries[start : start + _NEIGHBOURS]]

    def _is_of_folder(self, entry: NavNode) -> bool:
        return not entry.children and self._plan.pages[entry.uri].kind != "file"

    def _url(self, node: NavNode) -> str:
        return self._plan.pages[node.uri].url

    def _note_folders(self, folder: NavNode) -> None:
        self._folders[folder.uri] = folder
        for position, child in enumerate(folder.children):
            self._positions[child.uri] = position
            if child.children:
                self._parents[child.uri] = folder
                self._note_folders(child)
            else:
                self._folders[child.uri] = folder
