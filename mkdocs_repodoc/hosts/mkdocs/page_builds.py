"""Makes generated pages apart from MkDocs' own loop: several at a time, or one on request.

Each page is built with the function that the loop would have called, so that every theme and
plugin works on it as usual.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page

from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage
from mkdocs_repodoc.pipeline.writing.page_making import CHUNK, make_all
from mkdocs_repodoc.processes.chunks import batches

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from mkdocs_repodoc.hosts.mkdocs.page_reuse import WholePages
    from mkdocs_repodoc.pipeline.writing.markdown_twins import TwinMaker
    from mkdocs_repodoc.pipeline.writing.published_files import DataWriter
    from mkdocs_repodoc.processes.attempts import NoResult
    from mkdocs_repodoc.settings import Settings


@dataclass(frozen=True)
class PageBuilder:
    """All that MkDocs needs to build a page of one build of the site.

    Attributes:
        config: MkDocs' configuration.
        listed: The files that themes see as the site's pages.
        navigation: Navigation of the hand-written pages.
        environment: The theme's templates.
        pages: The generated pages.
        unsaid: What could not be worked out for them → why, as it comes to light.
        store: Pages of earlier builds; `None` where whole ones can't be used again.
        data: Writes what the site has beside its pages; `None` if it is made on request.
        twins: Writes the pages' twins in Markdown; `None` likewise.
    """

    config: MkDocsConfig
    listed: Sequence[File]
    navigation: Navigation
    environment: jinja2.Environment
    pages: Sequence[VirtualPage]
    unsaid: Mapping[str, NoResult]
    store: WholePages | None = None
    data: DataWriter | None = None
    twins: TwinMaker[None] | None = None

    def build(self, page: VirtualPage, file: Path | None = None) -> None:
        """Write one page into the site, or into a file elsewhere."""
        if file is not None:
            page.file.abs_dest_path = str(file)
        _build_page(page, self.config, self.listed, self.navigation, self.environment)

    def content(self, page: VirtualPage) -> bytes:
        """Return one page as it would be written."""
        with tempfile.TemporaryDirectory(prefix="repodoc-") as folder:
            file = Path(folder, "page.html")
            self.build(page, file)
            return file.read_bytes()

    def build_all(self, settings: Settings) -> None:
        """Write all pages and data.

        Args:
            settings: How many processes, copies of this one, share the work, and what a page may
                take there.

        Raises:
            RepodocError: The data could not be written.
        """
        make_all(self, settings)

    @property
    def uris(self) -> list[str]:
        """Source URIs of the pages."""
        return [page.plan.uri for page in self.pages]

    def settle(self) -> None:
        """Find out of earlier pages what takes as long in each process that makes some."""
        if self.store is not None:
            self.store.settle(self.uris)

    def make(self, positions: range) -> tuple[()]:
        """Write some pages, as an earlier build has left them or made anew."""
        pages = self.pages[positions.start : positions.stop]
        for page in self.restore(pages):
            self.build(page)
        self.write_twins(pages)
        return ()

    def write_twins(self, pages: Sequence[VirtualPage]) -> None:
        """Write the twins of some pages, as an earlier build has left them or made anew."""
        if self.twins is not None:
            self.twins.make([page.plan.uri for page in pages])

    def withhold(self, position: int, reason: str) -> tuple[()]:
        """Write a page that says why it could not be made."""
        page = self.pages[position]
        page.withheld = reason
        self.build(page)
        if self.twins is not None:
            self.twins.withhold(page.plan.uri, reason)
        return ()

    def write_data(self) -> tuple[()]:
        """Write what the site has beside its pages."""
        if self.data is not None:
            self.data.write()
        return ()

    @property
    def is_unchanged(self) -> bool:
        """Whether an earlier build was of the same site, so that its files can be used again."""
        return self.data is not None and self.data.is_kept

    def restore(self, pages: Sequence[VirtualPage]) -> list[VirtualPage]:
        """Write the pages that are as an earlier build has left them; return the others."""
        return list(pages) if self.store is None else self.store.restore(pages)

    def restore_all(self) -> bool:
        """Write what is as an earlier build has left it; return whether that is all pages."""
        return not sum(len(self.restore(part)) for part in batches(self.pages, CHUNK))
