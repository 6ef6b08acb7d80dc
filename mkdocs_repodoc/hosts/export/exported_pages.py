"""The pages of an export: which there are, and where each lies in its folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from mkdocs_repodoc.hosts.export.export_layouts import Layout
from mkdocs_repodoc.model.site_plan import NavNode, PageKind, PagePlan, SitePlan
from mkdocs_repodoc.paths import prefix_of

_OVERVIEW: frozenset[PageKind] = frozenset(
    {"repository", "book", "tour", "folder", "folder documentation"}
)
_UNDERSCORE = re.compile(r"(?:^|(?<=/))_")
_INDEXES: frozenset[PageKind] = frozenset({"repository", "folder"})


@dataclass(frozen=True, slots=True)
class ExportedPage:
    """A page of an export.

    Attributes:
        plan: The page of the site; its twin is the exported one.
        path: The file, relative to the folder of the export.
        label: Its short name in a navigation.
        position: Where it stands among its neighbours, from 1.
    """

    plan: PagePlan
    path: str
    label: str
    position: int


def exported_pages(
    plan: SitePlan, navigation: NavNode, layout: Layout, uri: str, *, files: bool
) -> Mapping[str, ExportedPage]:
    """Return the pages of an export by their source URI, in the order of the navigation.

    Args:
        plan: The pages of the site.
        navigation: Their order.
        layout: The form that they are wanted in.
        uri: Folder of the pages in the site.
        files: Whether the pages of files are among them.
    """
    kinds = {*_OVERVIEW, "file"} if files else _OVERVIEW
    pages: dict[str, ExportedPage] = {}
    taken = {_path(page, layout, uri) for page in plan.pages.values()}
    for node, position in _in_order(navigation, 1):
        page = plan.pages[node.uri]
        if page.kind in kinds:
            path = _path(page, layout, uri)
            url = quote(path if layout.links == "files" else _address(path))
            if layout.hides_underscores:
                path = _visible(path, taken)
            pages[node.uri] = ExportedPage(
                replace(page, twin=path, twin_url=url), path, node.title, position
            )
    return pages


def _visible(path: str, taken: Collection[str]) -> str:
    """Return a path of which no part begins with an underscore, and that is no other page's."""
    prefix = "underscore_"
    while (found := _UNDERSCORE.sub(prefix, path)) != path and found in taken:
        prefix += "underscore_"
    return found


def _in_order(node: NavNode, position: int) -> Iterable[tuple[NavNode, int]]:
    yield node, position
    for number, child in enumerate(node.children, 2):  # the first is the folder's own page
        yield from _in_order(child, number)


def _path(page: PagePlan, layout: Layout, uri: str) -> str:
    """Return where a page goes: where it is in the site, less a folder for each page."""
    stem = posixpath.relpath(page.dest_uri, uri).removesuffix(".html")
    if page.kind in _INDEXES:
        return posixpath.join(posixpath.dirname(stem), layout.index)
    return f"{stem.removesuffix('/index')}.md"


def _address(path: str) -> str:
    """Return the address of a page whose file name is a folder once it is published."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    above = prefix_of(folder)
    return above if name == "index" else f"{above}{name}/"
