"""The hooks that MkDocs calls, in the order in which it calls them; each hands on to a room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pipeline.build import Builder
from mkdocs_repodoc.plugin import assets
from mkdocs_repodoc.plugin.config import RepodocConfig, make_settings, site_pages
from mkdocs_repodoc.plugin.files import VirtualPage, image_files, page_files
from mkdocs_repodoc.plugin.navigation import RepositoryNavigation, resolve_folder_entries
from mkdocs_repodoc.plugin.progress import Progress
from mkdocs_repodoc.plugin.summary import report
from mkdocs_repodoc.plugin.watch import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.settings import Settings

log = get_plugin_logger("repodoc")


class RepodocPlugin(BasePlugin[RepodocConfig]):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """Documents a repository inside an MkDocs site."""

    def __init__(self) -> None:
        self._builder: Builder | None = None
        self._settings: Settings
        self._site: Site
        self._navigation: RepositoryNavigation
        self._watcher: Watcher | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Do nothing; but only a plugin with this hook outlives the first build of a preview."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Check the options, and have the theme load the pages' styles and scripts."""
        try:
            self._settings = make_settings(self.config, config)
        except RepodocError as error:
            raise PluginError(str(error)) from error
        assets.add_to_theme(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the plan of the site and add a virtual file for each page."""
        settings = self._settings
        try:
            self._site = self._kept_builder().build(site_pages(files, settings.root), Progress(log))
        except RepodocError as error:
            raise PluginError(str(error)) from error
        report(self._site, log)
        for file in self._new_files(config):
            if existing := files.get_file_from_path(file.src_uri):
                raise PluginError(
                    f"repodoc option 'uri': {existing.abs_src_path or existing.src_uri} stands "
                    f"where a generated page belongs; choose a folder other than {settings.uri!r}"
                )
            files.append(file)
        config.nav, title = resolve_folder_entries(config.nav, settings.uri, self._index_uri)
        self._navigation = RepositoryNavigation(
            self._site.navigation, self._site.plan, title or settings.nav_title
        )
        if self._watcher is not None:
            self._watcher.watch(self._site.watched_paths())
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - the host's signature
        """Put the generated section into the navigation of hand-written pages."""
        index_file = files.get_file_from_path(self._index_uri)
        assert index_file is not None  # noqa: S101 - on_files has added it
        assert index_file.page is not None  # noqa: S101 - likewise
        return self._navigation.place(nav, index_file.page)

    @event_priority(-100)  # after the search plugins, which have read the little text by then
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        nav: Navigation,
    ) -> TemplateContext:
        """Give a generated page its body and its own view of the navigation."""
        if isinstance(page, VirtualPage):
            page.show_body()
            context["nav"] = self._navigation.view(nav, page)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - the host's signature
        """Let go of the body of a page that has become a file."""
        if isinstance(page, VirtualPage):
            page.drop_body()
        return output

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        builder: object,  # noqa: ARG002 - the host's signature
    ) -> LiveReloadServer:
        """Rebuild the preview when a documented file changes."""
        self._watcher = Watcher()
        self._watcher.watch(self._site.watched_paths())
        self._watcher.start()
        server.watch(str(self._watcher.signal))
        return server

    def on_shutdown(self) -> None:
        """Stop the watcher and release the cache."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None
        if self._builder is not None:
            self._builder.close()
            self._builder = None

    @property
    def _index_uri(self) -> str:
        return self._site.plan.uri("repository", "")

    def _kept_builder(self) -> Builder:
        """Return the builder of the last build, unless the options have changed since."""
        if self._builder is None or self._builder.settings != self._settings:
            if self._builder is not None:
                self._builder.close()
            self._builder = Builder(self._settings)
        return self._builder

    def _new_files(self, config: MkDocsConfig) -> Iterator[File]:
        yield from page_files(self._site, self._settings.root, config)
        yield from image_files(self._site, self._settings.root, config)
        yield from assets.asset_files(config)
