"""The hooks that MkDocs calls when a preview begins, is served and ends."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import get_plugin_logger

from mkdocs_repodoc.hosts.mkdocs.page_hooks import PageHooks
from mkdocs_repodoc.hosts.mkdocs.preview import Preview, reloads
from mkdocs_repodoc.hosts.mkdocs.watcher import Watcher
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.preview.deferred_gc import DeferredGc
from mkdocs_repodoc.preview.loopback_guard import only_by_own_name
from mkdocs_repodoc.preview.many_readers import BACKLOG, quick_turns
from mkdocs_repodoc.reporting.build_summary import tell

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_repodoc.options.declared import Options
    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.settings import Settings


_log = get_plugin_logger("repodoc")
_FOR_OTHERS = "mkdocs serve --dev-addr 0.0.0.0:8000"
"""A command that starts a preview for other machines."""


class PreviewHooks(PageHooks):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """What outlives a build: the preview, its watcher, and the builder with what it has learned."""

    _options: Options
    _settings: Settings
    _site: Site

    def __init__(self) -> None:
        self._builder: Builder | None = None
        self._watcher: Watcher | None = None
        self._preview: Preview | None = None
        self._garbage = DeferredGc()
        self._turns = ExitStack()
        self._dirty = False
        self._started = 0.0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Begin a preview; the hook also makes this object outlive its first build."""
        self._dirty = dirty
        if command == "serve" and reloads():
            self._preview = Preview(waits=dirty)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        builder: object,  # noqa: ARG002 - the host's signature
    ) -> LiveReloadServer:
        """Rebuild the preview when a documented file changes."""
        self._watcher = Watcher()
        self._watcher.watch(self._site.watched_paths(), self._start_ns)
        self._watcher.start(server)
        self._kept_builder().expect_changes()
        server.request_queue_size = BACKLOG
        self._turns.enter_context(quick_turns())
        application: WSGIApplication = server.serve_request
        if self._preview is not None:
            application = self._preview.wrap(server)
        host = str(server.server_address[0])
        server.set_app(only_by_own_name(application, host, _FOR_OTHERS))
        return server

    def on_shutdown(self) -> None:
        """Stop the watcher and release the cache."""
        self._garbage.stop()
        self._turns.close()
        if self._preview is not None:
            self._preview.stop()
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None
        if self._builder is not None:
            self._builder.close()
            tell(self._builder.cache.take_diagnostics(), _log)
            self._builder = None

    @property
    def _is_lazy(self) -> bool:
        return self._preview is not None and self._options.lazy_preview

    @property
    def _start_ns(self) -> int:
        return int(self._started * 1e9)

    def _kept_builder(self) -> Builder:
        """Return the builder of the last build, unless the options have changed since."""
        if self._builder is None or self._builder.settings != self._settings:
            if self._builder is not None:
                self._builder.close()
            self._builder = Builder(self._settings)
        return self._builder
