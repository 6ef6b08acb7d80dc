"""The generated section of the navigation, cut to what one page needs of it.

A theme copies the navigation into every page: the whole tree in each of 20,000 pages would make
the site quadratic. So each generated page gets a view of its own: the folders from the top down
to it, each with its direct entries, and of a long list only the neighbourhood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from html import escape
from itertools import takewhile
from operator import is_not
from typing import TYPE_CHECKING, TypeGuard

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.toc import TableOfContents

from mkdocs_repodoc.model.site_plan import NavNode, SitePlan

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage

_COMPLETE = 40
"""How many entries the open folders of a page may have together to be listed whole. Navigation is
copied into every page: in a large site it would be more than half of most pages."""

_NEIGHBOURS = 14
"""Otherwise, how many subfolders and files of its own folder a page lists at most."""


class FolderSection(Section):
    """A section that opens at its folder's index page."""

    is_page = True
    """For themes that link a section's title; the index page is its first child as well."""

    def __init__(self, title: str, url: str, children: list[StructureItem]) -> None:
        super().__init__(title, children)
        self.url = url
        self.toc = TableOfContents([])
        self.meta: dict[str, object] = {}
        for child in children:
            child.parent = self


class IndexLink(Link):
    """A link to a folder's index page, which themes may merge into the section's title."""

    is_index = True


class RepositoryNavigation:
    """Makes the view of the navigation that one page shows.

    Args:
        root: The generated navigation, complete.
        plan: Where its pages are.
        title: Title of the section.
    """

    def __init__(self, root: NavNode, plan: SitePlan, title: str) -> None:
        self._root = root
        self._plan = plan
        self._title = title
        self._folders: dict[str, NavNode] = {}
        self._parents: dict[str, NavNode] = {}
        self._positions: dict[str, int] = {}
        self._note_folders(root)
        self._general = self._whole(None)

    def insert_into(self, navigation: Navigation, index_page: Page) -> Navigation:
        """Put the section's top level into the navigation of hand-written pages, and return that.

        It stays the object that it was, for other plugins look for what they have put into it.

        Args:
            navigation: Made by MkDocs from the user's configuration.
            index_page: The repository's index page; where the user's navigation has it, the
                section takes its place, else it stands at the end.
        """
        if not _replace(navigation.items, index_page, self._general):
            navigation.items.append(self._general)
        return navigation

    def view(self, navigation: Navigation, page: VirtualPage) -> Navigation:
        """Return the navigation that a generated page shows, and tell the page its parent.

        Args:
            navigation: What `insert_into` has returned.
            page: The page on show.
        """
        section = self._whole(page)
        view = Navigation(_replaced(navigation.items, self._general, section), [])
        view.pages = navigation.pages
        view.homepage = navigation.homepage
        return view

    def _whole(self, page: VirtualPage | None) -> FolderSection:
        """Return the generated section as a page shows it; `None` is a hand-written one."""
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
            return self._section(self._root, entries, page)
        return self._excerpt(chain, open_uris, page)

    def _shown(self, page: VirtualPage) -> str:
        """Return the URI of the entry that stands for a page: its own, or its file's."""
        plan = page.plan
        if plan.kind == "file keywords":
            return self._plan.uri("file", plan.path)
        if plan.kind == "initial":
            return self._plan.uri("keywords", "")
        return plan.uri

    def _excerpt(
        self, chain: Sequence[NavNode], open_uris: set[str], page: VirtualPage | None
    ) -> FolderSection:
        """Return a view of the folder around a page, with a link to each folder above it.

        Args:
            chain: That folder, and those above it up to the root.
            open_uris: Their pages, and the page on show.
            page: The page on show.
        """
        own, *above = chain
        shown = self._neighbourhood(own, page)
        entries = self._entries(shown, open_uris, page)
        if omitted := len(own.children) - len(shown):
            entries.append(Link(f"… {omitted:,} more", self._url(own)))
        section = self._section(own, entries, page)
        if not above:
            return section
        root = above.pop()
        pages = list(takewhile(self._is_of_folder, root.children))
        ways = [self._link(folder) for folder in reversed(above)]
        return self._section(root, [*self._entries(pages, open_uris, page), *ways, section], page)

    def _section(
        self, node: NavNode, entries: Sequence[StructureItem], page: VirtualPage | None
    ) -> FolderSection:
        """Return a folder's section: its index page, then other entries."""
        title = self._title if node is self._root else node.title
        section = FolderSection(escape(title), self._url(node), [self._index(node, page), *entries])
        section.active = page is not None
        return section

    def _entries(
        self, nodes: Sequence[NavNode], open_uris: set[str], page: VirtualPage | None
    ) -> list[StructureItem]:
        """Return entries of a folder, the open ones opened."""
        entries: list[StructureItem] = []
        for node in nodes:
            if page is not None and node.uri == page.plan.uri and not node.children:
                page.title = escape(node.title)  # the short one, which its neighbours have too
                entries.append(page)
            elif node.children and node.uri in open_uris:
                inner = self._entries(node.children, open_uris, page)
                entries.append(self._section(node, inner, page))
            else:
                link = self._link(node)
                link.active = node.uri in open_uris  # seen from its keyword page
                entries.append(link)
        return entries

    def _link(self, node: NavNode) -> Link:
        return Link(escape(f"{node.title}/" if node.children else node.title), self._url(node))

    def _neighbourhood(self, folder: NavNode, page: VirtualPage | None) -> Sequence[NavNode]:
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

    def _index(self, node: NavNode, page: VirtualPage | None) -> StructureItem:
        if page is not None and page.plan.uri == node.uri:
            return page
        return IndexLink("Overview", self._url(node))

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


def _replace(
    items: list[StructureItem],
    old: StructureItem,
    new: FolderSection,
    parent: Section | None = None,
) -> bool:
    """Exchange an item at any depth; return whether it was there."""
    found = False
    for position, item in enumerate(items):
        if item is old:
            items[position] = new
            new.parent = parent
            found = True
        elif _is_users(item):
            found |= _replace(item.children, old, new, item)
    return found


def _replaced(
    items: Sequence[StructureItem], old: StructureItem, new: FolderSection
) -> list[StructureItem]:
    """Return items with one exchanged, at any depth, and copies of the sections around it."""
    result: list[StructureItem] = []
    for item in items:
        if item is old:
            result.append(new)
        elif _is_users(item):
            children = _replaced(item.children, old, new)
            is_around = any(map(is_not, children, item.children))
            result.append(_around(new, item, children) if is_around else item)
        else:
            result.append(item)
    return result


def _around(new: FolderSection, section: Section, children: list[StructureItem]) -> Section:
    """Return a copy of a section, of whatever class another plugin has made it."""
    around = copy(section)
    around.parent = None
    around.children = children
    around.active = new.active
    for before, child in zip(section.children, children, strict=True):
        if child is not before:
            child.parent = around
    return around


def _is_users(item: StructureItem) -> TypeGuard[Section]:
    """Whether an item is a section of the user's, in which the generated one may be."""
    return isinstance(item, Section) and not isinstance(item, FolderSection)


def resolve_folder_entries(nav: object, uri: str, index_uri: str) -> tuple[object, str]:
    """Turn the entries of the user's `nav` that ask for the generated folder into its index page.

    Args:
        nav: The configured `nav`, nested lists and mappings.
        uri: Folder of the generated pages; `repo/` and `repo` both mean it.
        index_uri: Source URI of the repository's index page.

    Returns:
        The navigation to use, and the title that the user gave the entry; empty if none.
    """
    title = ""

    def resolve(entry: object, name: str) -> object:
        nonlocal title
        if isinstance(entry, str):
            if entry.strip("/") not in {uri, index_uri}:
                return entry
            title = name or title
            return index_uri
        if isinstance(entry, Mapping):
            return {key: resolve(value, str(key)) for key, value in entry.items()}
        if isinstance(entry, Sequence):
            return [resolve(each, "") for each in entry]
        return entry

    return resolve(nav, ""), title
