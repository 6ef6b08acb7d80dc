"""The page that a host is rendering, and the host as the extension sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from markdown import Markdown

from mkdocs_repodoc.embedding.embedded_repository import EmbeddedRepository
from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.rendering.addresses import relative, with_anchor


@dataclass(frozen=True, slots=True)
class HostPage:
    """A hand-written page while its Markdown is rendered.

    Attributes:
        path: Its source, relative to the folder of such pages; empty if nobody knows it.
        base: URL from which addresses in its HTML lead on, relative to the site's top.
        by_source: Whether the host wants links in Markdown to lead to sources of pages.
        is_strict: Whether what can't be shown ends the build.
    """

    path: str = ""
    base: str = ""
    by_source: bool = False
    is_strict: bool = False

    def address(self, link: PageLink, url: str) -> str:
        """Return what a link in the page's Markdown leads to.

        Args:
            link: The link.
            url: URL of its page, relative to the site's top.
        """
        way = relative(self.path, quote(link.uri)) if self.by_source else relative(self.base, url)
        return with_anchor(way, link.anchor, same_page=False) or way


class MarkdownHost(Protocol):
    """A program that renders hand-written pages by Python-Markdown."""

    def page(self, md: Markdown) -> HostPage:
        """Return the page that an instance of Python-Markdown renders."""

    def repository(self) -> EmbeddedRepository:
        """Return the repository as it is in this build.

        Raises:
            RepodocError: It can't be read, for a reason that the user can mend.
            UnsettledError: It is not read yet.
        """

    def leaves_to_others(self, name: str) -> bool:
        """Whether another extension resolves a name, and was told where it is described."""
