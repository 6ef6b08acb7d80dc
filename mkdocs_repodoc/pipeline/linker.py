"""From settings to a repository whose files are linked: what questions need, and pages after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from mkdocs_repodoc.cache.remote_connections import server_not_allowed
from mkdocs_repodoc.cache.remote_store import RemoteStore
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.insight.bounded_answers import Bounds
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.linking import (
    AnalysedFile,
    IndexedMeanings,
    LinkingLosses,
    RepositoryIndex,
    index_names,
    link,
    referring_files,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.pipeline.checks.extension_parts import load_extensions
from mkdocs_repodoc.pipeline.checks.foreign_cache import cache_of_others
from mkdocs_repodoc.pipeline.checks.found_secrets import found_secrets, without_secrets
from mkdocs_repodoc.pipeline.checks.missing_grammars import missing_grammars
from mkdocs_repodoc.pipeline.foreign_results import coverage_of, indexes_of
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.pipeline.stores.history import read_history
from mkdocs_repodoc.pipeline.stores.kept_links import KeptLinks
from mkdocs_repodoc.pipeline.stores.kept_searches import KeptSearches
from mkdocs_repodoc.pipeline.stores.kept_sightings import KeptSightings
from mkdocs_repodoc.pipeline.stores.record_store import Progress, RecordStore
from mkdocs_repodoc.pipeline.stores.reference_store import ReferenceStore
from mkdocs_repodoc.processes.containment import DEEPEST_LINKING, recursion_bound
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.scip.indexed_file import IndexedFile
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.discovery import Discovery, discover

if TYPE_CHECKING:
    from mkdocs_repodoc.insight.repository_insight import RepositoryInsight


class Linker:
    """Links the files of one repository, any number of times.

    What one run has learned (records of unchanged files) serves the next.

    Args:
        settings: What to document, and how.

    Attributes:
        cache: Where results are kept between runs.
        settings: What to document, and how.

    Raises:
        ExtensionError: An extension that the settings name can't be used.
    """

    def __init__(self, settings: Settings) -> None:
        load_extensions(settings)
        self.settings = settings
        self._problems = tuple(cache_of_others(settings.cache_dir))
        server = settings.cache_server
        self.cache = Cache(
            None if self._problems else settings.cache_dir,
            remote=None if server is None or not server.is_allowed else RemoteStore(server),
        )
        self._records = RecordStore(settings, self.cache)
        self._references = ReferenceStore(self.cache, settings)
        self._links = KeptLinks(self.cache, settings.root)
        self._sightings = KeptSightings(self.cache, settings.root)
        self._limits = Limits(settings.time_limit, settings.memory_limit)
        self._index: RepositoryIndex | None = None

    def link(self, site_pages: Mapping[str, str], progress: Progress) -> LinkedFiles:
        """Discover, analyse and link, for those who want no pages.

        Args:
            site_pages: The hand-written pages, as `Settings.site_pages` has them.
            progress: Told how far the longer steps are.

        Raises:
            SecretsError: Files seem to hold secrets, and nothing is to be published then.
            SettingsError: An option names a file that can't be read.
        """
        load_extensions(self.settings)  # others may have been used since
        settings = replace(self.settings, site_pages=site_pages)
        external = ExternalProjects(settings.inventories)
        discovery = discover(settings, self._sightings.seen())
        files = self._records.load(discovery.files, progress)
        secrets = found_secrets(files, settings)
        if settings.secrets == "leave out":
            files = [each for each in files if each[0].path not in secrets]
        keys = {source.path: key for source, _, key in files}
        history, problems = read_history(self.cache, settings.root, list(keys))
        history, masked = without_secrets(history, settings)

        def details(path: str) -> FileDetail:
            return self._records.detail(keys[path])

        losses = LinkingLosses(self._limits, keys, self._index.losses if self._index else None)
        indexed = indexes_of(settings, discovery.files, self.cache, losses)
        with recursion_bound(DEEPEST_LINKING):
            self._index = self._link(
                files, history, losses, details=details, indexed=indexed.files, progress=progress
            )
        queries = SiteQueries(self._index, settings.root, details, external)
        return LinkedFiles(
            settings=settings,
            files=files,
            queries=queries,
            make_insight=cache(
                partial(_insight, self.cache, settings, keys, queries, self._limits)
            ),
            diagnostics=self._diagnostics(
                discovery, (*problems, *masked), indexed.diagnostics, losses
            ),
            secrets=secrets,
            looked_at=discovery.looked_at,
            analysed=self._records.analysed,
        )

    def _diagnostics(
        self,
        discovery: Discovery,
        history: Iterable[Diagnostic],
        indexes: Iterable[Diagnostic],
        losses: LinkingLosses,
    ) -> tuple[Diagnostic, ...]:
        """Return the problems that belong to no record, in the order of the steps."""
        return (
            *self._problems,
            *server_not_allowed(self.settings.cache_server),
            *self._records.diagnostics,
            *missing_grammars(discovery.files),
            *discovery.diagnostics,
            *history,
            *indexes,
            *losses.parts.values(),
        )

    def _link(
        self,
        files: Sequence[AnalysedFile],
        history: GitHistory,
        losses: LinkingLosses,
        *,
        details: Callable[[str], FileDetail],
        indexed: Mapping[str, IndexedFile],
        progress: Progress,
    ) -> RepositoryIndex:
        """Resolve the references of all files, and link the files."""
        settings = self.settings
        measured = coverage_of(settings, [source.path for source, _, _ in files], losses)
        names = index_names(files, self._index, losses)
        outlines = [(source, outline) for source, outline, _ in files]
        meanings = losses.of_all(
            "what indexes say", lambda: IndexedMeanings(indexed, outlines), IndexedMeanings()
        )
        resolved = self._references.resolve(
            names,
            sorted({*referring_files(files), *meanings}),
            files=files,
            details=details,
            indexed=meanings,
            progress=progress,
        )
        losses.unresolved = self._references.problems
        return link(
            files,
            names,
            resolved,
            history,
            settings,
            measured=measured,
            previous=self._index,
            implements=meanings.implements,
            known=self._links.of(files, meanings) if not measured else None,  # ties rest on it
            losses=losses,
        )

    def expect_changes(self) -> None:
        """Get ready for builds after changes of single files, as in a preview."""
        self._records.expect_changes()
        self.cache.keep_to_itself()  # what is being written may never be committed

    def close(self) -> None:
        """Release the cache, and leave in it what the next start will want."""
        self._records.close()
        self._references.close()
        self._sightings.keep()
        if self._index is not None and self.settings.coverage is None:
            self._links.keep(self._index)
        self.cache.close()


def _insight(
    kept: Cache,
    settings: Settings,
    keys: Mapping[str, str],
    queries: SiteQueries,
    limits: Limits,
) -> RepositoryInsight:
    from mkdocs_repodoc.insight.repository_insight import (  # noqa: PLC0415 - many modules, which few questions need
        RepositoryInsight,
    )

    bounds = Bounds(limits, queries.index.losses.late)
    searches = KeptSearches(kept, settings.root, keys, queries.stale_reads)
    return RepositoryInsight(
        queries.index.repository,
        queries.exports,
        queries.read_text,
        searches,
        bounds,
    )
