"""The plan of a site: every page with its addresses, before any page has a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

PageKind = Literal[
    "repository",  # repo/index.md
    "keywords",  # repo/keywords.md
    "initial",  # repo/keywords/<initial>.md
    "book",  # repo/comprehensive_book.md
    "tour",  # repo/tour.md, where there is something to stop at
    "folder",  # repo/P/index.md
    "folder documentation",  # repo/P/doc.md
    "folder keywords",  # repo/P/sub.md
    "file",  # repo/P_docs.md
    "file keywords",  # repo/P_kw.md
]


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page: what it is about and where it lives."""

    kind: PageKind
    path: str
    """The file or folder that it documents, relative to the root; the initial of an `initial`."""
    title: str
    """Plain text, which renderers escape."""
    uri: str
    """Source URI, as hand-written pages link to it; unique."""
    dest_uri: str
    """The file of the built site; unique even where file systems ignore case."""
    url: str
    """Percent-encoded URL relative to the site's top."""
    twin: str = ""
    """The file of the built site that says the same in Markdown; empty if there is none."""
    twin_url: str = ""
    """Its percent-encoded URL, likewise."""


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A page that somebody has written, on which parts of generated ones stand."""

    uri: str
    """Source URI."""
    url: str
    """Percent-encoded URL relative to the site's top, from which its links lead on."""
    twin_url: str = ""
    """It has no twin: it is Markdown itself."""


@dataclass(frozen=True, slots=True)
class AssetPlan:
    """A file of the repository that the site publishes as it is (an image)."""

    path: str
    dest_uri: str
    url: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """A page about the repository as a whole, or a section of one, as a search finds it."""

    title: str
    """Plain text."""
    url: str
    """Percent-encoded URL of the page, relative to the site's top."""
    anchor: str = ""
    """Anchor of the section; empty for the page itself."""
    page: str = ""
    """Title of the page that a section is on."""


@dataclass(frozen=True, slots=True)
class NavNode:
    """An entry of the navigation; a folder opens at its index page."""

    title: str
    uri: str
    """Source URI of the page that the entry opens."""
    children: tuple[NavNode, ...] = ()


class NavEntry(NamedTuple):
    """An entry of the navigation as one page shows it.

    Attributes:
        kind: A `folder` that is open, the `index` of one, or a `link` to anything else.
        title: Plain text.
        url: Percent-encoded URL relative to the site's top.
        is_current: Whether it is the page on show.
        is_active: Whether it leads to the page on show, or stands for it.
        children: What an open folder holds, its index first.
    """

    kind: Literal["folder", "index", "link"]
    title: str
    url: str
    is_current: bool = False
    is_active: bool = False
    children: tuple[NavEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All pages and assets of the generated part of a site."""

    pages: Mapping[str, PagePlan]
    """By source URI, in reading order."""
    assets: Mapping[str, AssetPlan]
    """By path in the repository."""
    uris: Mapping[tuple[PageKind, str], str]
    """(Kind, path) → source URI."""

    def uri(self, kind: PageKind, path: str) -> str:
        """Return the source URI of a page.

        Raises:
            KeyError: There is none.
        """
        return self.uris[kind, path]
