"""The hand-written pages of MkDocs, for the extension that shows parts of the repository there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_repodoc.embedding.embedded_repository import EmbeddedRepository
from mkdocs_repodoc.embedding.host_page import HostPage
from mkdocs_repodoc.embedding.repodoc_extension import NAME, RepodocExtension
from mkdocs_repodoc.query.unsettled import UnsettledError

if TYPE_CHECKING:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from mkdocs_repodoc.pipeline.site import Site


class HandWritten:
    """Tells the extension which page MkDocs renders, and of which repository.

    Args:
        config: MkDocs' configuration, which gets the extension.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._page = HostPage()
        self._repository: EmbeddedRepository | None = None
        self._has_autorefs = "autorefs" in config.plugins
        options = config.mdx_configs.pop(NAME, None) or {}
        others = [each for each in config.markdown_extensions if each != NAME]
        config.markdown_extensions = [*others, RepodocExtension(self, **options)]  # type: ignore[list-item] # MkDocs hands it on

    def show(self, site: Site) -> None:
        """Take what pages show from a site from now on."""
        self._repository = EmbeddedRepository(site)

    def turn_to(self, page: Page) -> None:
        """Say which page is rendered next."""
        self._page = HostPage(page.file.src_uri, page.file.url, by_source=True)

    def page(self, md: Markdown) -> HostPage:  # noqa: ARG002 - as `MarkdownHost` has it
        """Return the page that is rendered."""
        return self._page

    def repository(self) -> EmbeddedRepository:
        """Return the repository of the build under way.

        Raises:
            UnsettledError: It is not read yet: another plugin renders Markdown before that.
        """
        if self._repository is None:
            raise UnsettledError("The repository is read later than a plugin renders this page.")
        return self._repository

    def leaves_to_others(self, name: str) -> bool:
        """Whether mkdocs-autorefs resolves a name: it was told of all names in `objects.inv`."""
        return self._has_autorefs and name in self.repository().referable
