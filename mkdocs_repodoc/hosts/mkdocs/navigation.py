"""The generated section of MkDocs' navigation; each generated page has a view of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from operator import is_not
from typing import TYPE_CHECKING, TypeGuard

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.toc import TableOfContents

from mkdocs_repodoc.html.title_html import title_html
from mkdocs_repodoc.model.site_plan import NavEntry, NavNode, SitePlan
from mkdocs_repodoc.pages.planning.navigation_views import NavigationViews

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage


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

    def __init__(self, title: str, url: str) -> None:
        super().__init__(title, url)
        self.meta: dict[str, object] = {}
        """An icon is looked for here where sections are tabs, as in a page's."""


class RepositoryNavigation:
    """Puts the generated section into the navigation of the site.

    Args:
        root: The generated navigation, complete.
        plan: Where its pages are.
        title: Title of the section.
    """

    def __init__(self, root: NavNode, plan: SitePlan, title: str) -> None:
        self._views = NavigationViews(root, plan, title)
        self._general = _section(self._views.view(None), None)

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
        section = _section(self._views.view(page.plan), page)
        view = Navigation(_replaced(navigation.items, self._general, section), [])
        view.pages = navigation.pages
        view.homepage = navigation.homepage
        return view

    def frame(self, page: VirtualPage) -> object:
        """Return what themes show around a generated page beside what they show around each."""
        neighbours = (page.previous_page, page.next_page)
        return self._views.view(page.plan), [each and (each.title, each.url) for each in neighbours]


def _section(folder: NavEntry, page: VirtualPage | None) -> FolderSection:
    """Return an open folder as MkDocs has it.

    Args:
        folder: The folder, as a page shows it.
        page: The page on show, which is in its own navigation.
    """
    children = [_item(entry, page) for entry in folder.children]
    section = FolderSection(title_html(folder.title), folder.url, children)
    section.active = folder.is_active
    return section


def _item(entry: NavEntry, page: VirtualPage | None) -> StructureItem:
    if entry.is_current and page is not None:
        if entry.kind == "link":
            page.title = title_html(entry.title)  # the short one, which its neighbours have too
        return page
    if entry.kind == "folder":
        return _section(entry, page)
    if entry.kind == "index":
        return IndexLink(entry.title, entry.url)
    link = Link(title_html(entry.title), entry.url)
    link.active = entry.is_active
    return link


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
