"""The way of the generated pages through one build of MkDocs, event by event.

MkDocs would make them in its loop over all pages, one after the other. Instead,

- `on_env`, the last event before that loop, has them written by processes (`write`), and the loop
  leaves them out (`keep_from_loop`);
- `on_page_context` and `on_post_page` `dress` and `finish` each page, whoever makes it: a process,
  the preview on request, or MkDocs' loop after all, where processes can't be forked;
- `on_post_build` sends the events that other plugins have missed by that (`announce`).

A page knows its run and how far it is in it, so that a preview can still make pages of the last
good build while the next one goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.structure.files import InclusionLevel

from mkdocs_repodoc.hosts.mkdocs import published_assets
from mkdocs_repodoc.hosts.mkdocs.early_script import with_early_script
from mkdocs_repodoc.hosts.mkdocs.layout_mark import with_layout_mark
from mkdocs_repodoc.hosts.mkdocs.markdown_twin_link import with_twin_link
from mkdocs_repodoc.hosts.mkdocs.virtual_files import (
    PageEvents,
    PageStage,
    VirtualFile,
    VirtualPage,
    strip_template_whitespace,
)
from mkdocs_repodoc.processes.workers import can_fork
from mkdocs_repodoc.reporting.build_summary import tell_lost_pages, tell_unsaid

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_repodoc.hosts.mkdocs.navigation import RepositoryNavigation
    from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder
    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.reporting.build_summary import Log
    from mkdocs_repodoc.settings import Settings


class PageRun(PageEvents):
    """The generated pages of one build.

    Args:
        site: What they are pages of.
        builder: Makes them, or finds what an earlier build has made.
        navigation: The generated section, of which each page shows a view of its own.
    """

    def __init__(self, site: Site, builder: PageBuilder, navigation: RepositoryNavigation) -> None:
        self.site = site
        self.builder = builder
        self._navigation = navigation
        self._written_apart = False
        self._told: set[str] = set()

    def write(self, settings: Settings, log: Log) -> bool:
        """Write the pages and what is beside them.

        Args:
            settings: How many processes share the work, and what a page may take there.
            log: Told which pages were lost.

        Returns:
            Whether all pages are written. Where processes can't be forked, those are that an
            earlier build has left as they are now; the others are MkDocs' loop's.

        Raises:
            RepodocError: What is beside the pages could not be written.
        """
        if not self.builder.is_unchanged:
            self.site.prepare()
            tell_lost_pages(self.site, log)
            self.builder.settle()
        if can_fork():
            self.builder.build_all(settings)
            self._written_apart = True
        else:
            self.builder.write_data()
            self.builder.write_twins(self.builder.pages)
            self._written_apart = self.builder.restore_all()
        self._told = set(self.site.unsaid)
        return self._written_apart

    @staticmethod
    def keep_from_loop(files: Iterable[VirtualFile]) -> None:
        """Have MkDocs' loop over pages leave files out."""
        for file in files:
            file.inclusion = InclusionLevel.EXCLUDED

    def dress(self, page: VirtualPage, context: TemplateContext, nav: Navigation) -> None:
        """Give a page that is about to be rendered its body and its own view of the navigation.

        Raises:
            RepodocError: A template of the user's has an error.
        """
        if page.stage == PageStage.LISTED:
            page.show_body(as_draft=self.builder.store is not None)
            context["nav"] = self._navigation.view(nav, page)

    def finish(self, page: VirtualPage, output: str) -> str:
        """Return a page as it is written, and let go of its body now that it becomes a file.

        Args:
            page: The page.
            output: The page as the theme and other plugins have made it.
        """
        if page.stage == PageStage.RESTORED:
            return Path(page.file.abs_dest_path).read_bytes().decode()
        output = strip_template_whitespace(output, page.content or "")
        around = published_assets.around(self.builder.config)
        output = with_early_script(with_layout_mark(output), page.url, around)
        output = with_twin_link(output, page.plan)
        page.drop_body()
        if self.builder.store is None:
            return output
        self.builder.store.keep(page, output)
        return self.site.revision.fill_in(output)

    def tell_rest(self, log: Log) -> None:
        """Log what could not be worked out for pages that MkDocs' loop has made since."""
        tell_unsaid(self.site, log, self._told)

    def announce(self) -> None:
        """Send the event of a page's context for each page that MkDocs' loop has left out.

        What other plugins collect there (search entries) was lost with the processes that built
        the pages, which have no body now. The loop would come to generated pages last, so this has
        to as well.
        """
        if not self._written_apart:
            return
        config, navigation = self.builder.config, self.builder.navigation
        for page in self.builder.pages:
            page.stage = PageStage.ANNOUNCED
            context = get_context(navigation, self.builder.listed, config, page)
            config.plugins.on_page_context(context, page=page, config=config, nav=navigation)
