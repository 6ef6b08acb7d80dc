"""The protocol of output formats: a page's blocks to its content and its table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of a page's table of contents.

    Attributes:
        title: Plain text.
        anchor: Id that it leads to.
        level: Heading level, 2 to 6.
        children: Entries below it.
    """

    title: str
    anchor: str
    level: int
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page in an output format.

    Attributes:
        content: The page; links are final.
        toc: Headings below the page's title.
    """

    content: str
    toc: tuple[TocEntry, ...]


class Renderer(Protocol):
    """An output format.

    What a page says is decided when it reaches a renderer. Its content must follow from the page's
    plan and blocks, from what all pages share (the settings, this program's code), and from answers
    to queries; what is learned in another way would be missing in the fingerprints of pages, and
    pages used again that have changed.
    """

    @property
    def name(self) -> str:
        """Name of the format, which keeps its pages in the cache apart from those of others."""

    def render(self, plan: PagePlan, body: PageBody, queries: RepositoryQueries) -> RenderedPage:
        """Render a page.

        Args:
            plan: Where the page lives; links are relative to it.
            body: What the page says.
            queries: Answers what the blocks leave open.

        Raises:
            SettingsError: Something that the user has made for this format has an error.
        """
