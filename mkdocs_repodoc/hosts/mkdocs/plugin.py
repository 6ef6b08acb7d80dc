"""The hooks that MkDocs calls for a site, in the order in which it calls them.

Each hands on to a room. Those for single pages are in `page_hooks`, those for a preview in
`preview_hooks`.
"""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.mkdocs import published_assets
from mkdocs_repodoc.hosts.mkdocs.earlier_pages import EarlierPages
from mkdocs_repodoc.hosts.mkdocs.hand_written import HandWritten
from mkdocs_repodoc.hosts.mkdocs.loading import load_beforehand
from mkdocs_repodoc.hosts.mkdocs.name_references import register_names
from mkdocs_repodoc.hosts.mkdocs.navigation import RepositoryNavigation, resolve_folder_entries
from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder
from mkdocs_repodoc.hosts.mkdocs.page_reuse import Surroundings
from mkdocs_repodoc.hosts.mkdocs.page_run import PageRun
from mkdocs_repodoc.hosts.mkdocs.plugin_config import settings_of, site_pages
from mkdocs_repodoc.hosts.mkdocs.preview_hooks import PreviewHooks
from mkdocs_repodoc.hosts.mkdocs.requested_files import requested_files
from mkdocs_repodoc.hosts.mkdocs.virtual_files import (
    VirtualPage,
    add_file,
    page_files,
)
from mkdocs_repodoc.hosts.mkdocs.whole_site import BuildUnderWay, whole_builder
from mkdocs_repodoc.reporting.build_summary import report, tell
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.reporting.publishing_limits import tell_limits
from mkdocs_repodoc.reporting.reported_build import takes_no_more, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

log = get_plugin_logger("repodoc")


class RepodocPlugin(PreviewHooks):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """Documents a repository inside an MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        # What follows belongs to the build under way.
        self._navigation: RepositoryNavigation
        self._site_navigation: Navigation
        self._earlier: EarlierPages | None = None
        self._run: PageRun | None = None

    def on_config(self, config: MkDocsConfig) -> None:
        """Check the options, and have the theme load the pages' styles and scripts.

        Raises:
            PluginError: An option cannot be used.
        """
        self._started = time.time()
        try:
            self._options = self.config.options()
            self._settings = settings_of(self._options, config)
        except RepodocError as error:
            raise PluginError(str(error)) from error
        load_beforehand(self._settings.root)
        published_assets.add_to_theme(config)
        self._hand_written = HandWritten(config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep the site of the build before from MkDocs' cleaning: all of it, or our pages."""
        self._earlier = None
        if self._preview is not None and not self._dirty:
            self._preview.begin_build(Path(config.site_dir))
        elif not self._dirty:
            self._earlier = EarlierPages(Path(config.site_dir), self._settings.uri)
            self._earlier.hide()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the plan of the site and add a virtual file for each page.

        Raises:
            PluginError: An option cannot be used with this repository, or a page with this site.
        """
        settings = self._settings
        self._run = None
        gc.freeze()
        try:
            self._site = self._kept_builder().build(site_pages(files, settings.root), Progress(log))
        except RepodocError as error:
            raise PluginError(str(error)) from error
        # All that was made so far is needed to the end: looking through it for garbage while pages
        # are made takes longer than making them. What earlier builds have left is collected later.
        gc.freeze()
        self._hand_written.show(self._site)
        report(self._site, log)
        self._page_files = list(
            page_files(self._site, settings.root, config, searched=not self._is_lazy)
        )
        for file in self._new_files(config):
            add_file(files, file, settings.uri)
        config.nav, title = resolve_folder_entries(config.nav, settings.uri, self._index_uri)
        self._navigation = RepositoryNavigation(
            self._site.navigation, self._site.plan, title or settings.nav_title
        )
        if self._watcher is not None:
            self._watcher.watch(self._site.watched_paths(), self._start_ns)
        return files

    @event_priority(-100)  # what other plugins make of the navigation is kept
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the generated section into the navigation of hand-written pages."""
        index_file = files.get_file_from_path(self._index_uri)
        assert index_file is not None  # noqa: S101 - on_files has added it
        assert index_file.page is not None  # noqa: S101 - likewise
        self._site_navigation = self._navigation.insert_into(nav, index_file.page)
        register_names(self._site.python_objects(), self._page_files, config)
        return self._site_navigation

    @event_priority(-100)  # other plugins have seen all files and set up the environment by then
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Leave the generated pages to the preview, or write them, before MkDocs' loop over pages.

        `PageRun` has the way that they take from here on, `docs/architecture.md` draws it.

        Raises:
            PluginError: A worker was killed, or a template of the user's has an error.
        """
        if self._preview is not None and self._is_lazy:
            self._site.keep_bodies(self._kept_builder().cache)
            listed = files.documentation_pages()
            made = PageBuilder(
                config, listed, self._site_navigation, env, self._pages(), self._site.unsaid
            )
            run = self._begin_run(made)
            self._preview.stage(requested_files(made, self._site))
            run.keep_from_loop(self._page_files)
        else:
            cache = self._kept_builder().cache
            around = Surroundings(
                self._site_navigation,
                self._navigation,
                {page.plan.uri: page for page in self._pages()},
            )
            build = BuildUnderWay(config, files, env, self._started, self._earlier)
            run = self._begin_run(whole_builder(self._site, cache, around, build))
            self._settle_earlier(run.builder)
            try:
                all_written = run.write(self._settings, log)
            except RepodocError as error:
                raise PluginError(str(error)) from error
            if self._earlier is not None:
                self._earlier.discard()
            if all_written:
                run.keep_from_loop(self._page_files)
        return env

    @event_priority(100)  # before the search plugins write what they have collected
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tell other plugins of pages built in processes; show a preview's new site."""
        if self._run is not None:
            self._run.announce()
            self._run.tell_rest(log)
        tell(self._kept_builder().cache.take_diagnostics(), log)
        if self._preview is not None:
            self._preview.end_build()
            self._garbage.collect_later()
        else:
            tell_limits(self._options.publish, self._settings, Path(config.site_dir), log)

    @event_priority(-100)  # other plugins have seen the error as it was
    def on_build_error(self, *, error: Exception) -> None:
        """Say what is wrong where a file can't be written.

        Raises:
            PluginError: The site can't be written.
        """
        if self._earlier is not None:
            self._earlier.discard()
        if isinstance(error, OSError) and takes_no_more(error):
            raise PluginError(unwritable("the site", error)) from error

    def _pages(self) -> list[VirtualPage]:
        """Return the pages to make; in a `--dirty` build those whose files have changed."""
        return [
            file.page
            for file in self._page_files
            if isinstance(file.page, VirtualPage) and (not self._dirty or file.is_modified())
        ]

    def _begin_run(self, builder: PageBuilder) -> PageRun:
        self._run = PageRun(self._site, builder, self._navigation)
        for file in self._page_files:
            if isinstance(file.page, VirtualPage):
                file.page.run = self._run
        return self._run

    def _settle_earlier(self, builder: PageBuilder) -> None:
        """Bring the pages of the build before back, if whole pages can be used again."""
        if self._earlier is not None:
            wanted = {path for page in builder.pages for path in page.file.written()}
            self._earlier.bring_back(wanted if builder.store is not None else ())

    @property
    def _index_uri(self) -> str:
        return self._site.plan.uri("repository", "")

    def _new_files(self, config: MkDocsConfig) -> Iterator[File]:
        yield from self._page_files
        yield from published_assets.image_files(self._site, self._settings.root, config)
        yield from published_assets.asset_files(config)
