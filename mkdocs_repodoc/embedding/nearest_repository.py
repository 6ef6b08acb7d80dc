"""The repository of hosts that run no plugin: configured where they run, linked once for all."""

from __future__ import annotations

import atexit
import logging
import sys
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock

from markdown import Markdown

from mkdocs_repodoc.embedding.embedded_repository import EmbeddedRepository
from mkdocs_repodoc.embedding.host_page import HostPage
from mkdocs_repodoc.options.configuration_files import find_configuration
from mkdocs_repodoc.options.resolve import resolve
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.processes.garbage import without_collection
from mkdocs_repodoc.query.watched_files import WatchedFiles
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.repository_urls import home_of_remote
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.git import remote

_STRICT = frozenset({"--strict", "-s"})
"""What Zensical is told on its command line, and does not tell its extensions."""
_PATIENCE = 1.0
"""Seconds for which nobody looks at the files again: pages come one after the other."""


@cache
def nearest_host(folder: Path) -> NearestHost:
    """Return the host for a working folder, the same one for all its pages."""
    return NearestHost(folder)


class NearestHost:
    """A host that says no more than which page it renders, such as Zensical.

    Args:
        folder: Where the configuration is looked for, and above.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._builder: Builder | None = None
        self._repository: EmbeddedRepository | None = None
        self._watched = WatchedFiles()
        self._looked = 0.0

    def page(self, md: Markdown) -> HostPage:
        """Return the page that is rendered, as far as the host tells its extensions.

        Zensical makes addresses relative to the page of those that are relative to its source.
        """
        for processor in md.preprocessors:
            page, config = getattr(processor, "page", None), getattr(processor, "config", None)
            if isinstance(config, dict) and isinstance(path := getattr(page, "path", None), str):
                is_strict = config.get("strict") is True or not _STRICT.isdisjoint(sys.argv)
                return HostPage(path, base=path, is_strict=is_strict)
        return HostPage()

    def repository(self) -> EmbeddedRepository:
        """Return the repository as its files are now, or were a moment ago.

        Raises:
            RepodocError: The configuration, an option or the repository can't be used.
        """
        with self._lock:
            if self._repository is None or self._have_changed():
                self._repository = self._linked()
            return self._repository

    def leaves_to_others(self, name: str) -> bool:  # noqa: ARG002 - as `MarkdownHost` has it
        """Whether another extension was told of a name: none is, without a plugin."""
        return False

    def _have_changed(self) -> bool:
        now = time.monotonic()
        if now - self._looked < _PATIENCE:
            return False
        self._looked = now
        return self._watched.have_changed()

    def _linked(self) -> EmbeddedRepository:
        if self._builder is None:
            self._builder = Builder(_settings(self._folder))
            atexit.register(self._builder.close)
        start = time.time_ns()
        with without_collection():
            site = self._builder.build({}, Progress(logging.getLogger("mkdocs.plugins.repodoc")))
        self._watched.watch(map(str, site.watched_paths()), start)
        self._looked = time.monotonic()
        return EmbeddedRepository(site)


def _settings(folder: Path) -> Settings:
    """Return the settings of a run in the host's process, which has threads that can't be seen."""
    found = find_configuration(folder)
    facts = found.site
    if not facts.repo_url:
        facts = replace(facts, remote_url=home_of_remote(remote(facts.base)))
    return replace(resolve(found.options, facts), jobs=1)
