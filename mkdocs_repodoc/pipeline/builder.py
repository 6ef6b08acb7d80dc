"""From settings to a site whose pages can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.hosting import REVISION_PLACEHOLDER, SourceUrls, template_for
from mkdocs_repodoc.linking import link
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.pages.sitemap.plan import plan_site
from mkdocs_repodoc.pipeline.external_projects import ExternalProjects
from mkdocs_repodoc.pipeline.history import read_history
from mkdocs_repodoc.pipeline.record_store import Progress, Records
from mkdocs_repodoc.pipeline.reference_store import References
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.site_digests import shared_digest, site_digest
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git
from mkdocs_repodoc.sources.coverage_data import read_coverage
from mkdocs_repodoc.sources.discovery import discover


class Builder:
    """Builds the site of one repository, any number of times.

    What one build has learned (records of unchanged files) serves the next.

    Args:
        settings: What to document, and how.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cache = Cache(settings.cache_dir)
        self._records = Records(settings, self.cache)
        self._references = References(self.cache, settings.jobs, settings.root)
        self._repository: Repository | None = None

    def build(self, site_pages: Mapping[str, str], progress: Progress) -> Site:
        """Discover, analyse, link and plan.

        Args:
            site_pages: The hand-written pages, as `Settings.site_pages` has them.
            progress: Told how far the longer steps are.

        Raises:
            SettingsError: An option cannot be used with this repository, or names a file that
                can't be read.
        """
        settings = replace(self.settings, site_pages=site_pages)
        external = ExternalProjects(settings.inventories)
        discovery = discover(settings)
        paths = [file.path for file in discovery.files]
        history, problems = read_history(self.cache, settings.root, paths)
        measured = read_coverage(settings.coverage, settings.root, paths)
        files = self._records.load(discovery.files, progress)
        keys = {source.path: key for source, _, key in files}
        details = partial(_detail, self._records, keys)
        resolve_all = partial(
            self._references.resolve_all, keys=keys, details=details, progress=progress
        )
        repository = link(
            files,
            details,
            history,
            settings,
            resolve_all,
            measured=measured,
            previous=self._repository,
        )
        self._repository = repository
        plan = plan_site(repository, settings)
        shared = shared_digest(settings, plan)
        return Site(
            settings=settings,
            repository=repository,
            plan=plan,
            records=self._records,
            source_url=_source_urls(settings, REVISION_PLACEHOLDER if history.revision else ""),
            revision=history.revision,
            external=external,
            analysed=self._records.analysed,
            shared_digest=shared,
            digest=site_digest(shared, settings, history, keys.items()),
            diagnostics=(*discovery.diagnostics, *problems, *self.cache.take_diagnostics()),
        )

    def close(self) -> None:
        """Release the cache, and leave in it what the next start will want."""
        self._references.close()
        self.cache.close()


def _detail(records: Records, keys: Mapping[str, str], path: str) -> FileDetail:
    return records.detail(keys[path])


def _source_urls(settings: Settings, revision: str) -> SourceUrls:
    top = git.top_level(settings.root)
    prefix = ""
    if top is not None and top != settings.root:
        prefix = settings.root.relative_to(top).as_posix() + "/"
    return SourceUrls(settings.source_url or template_for(settings.repo_url), revision, prefix)
