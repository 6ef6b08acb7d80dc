"""Files of a repository, linked, before pages are planned; what pages are composed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.linking import (
    AnalysedFile,
    RepositoryIndex,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.repository_urls import (
    DocumentedRevision,
    SourceUrls,
    commit_url,
    template_for,
)
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git


@dataclass(frozen=True, slots=True)
class LinkedFiles:
    """The files of a repository, linked, before pages are planned.

    Attributes:
        settings: Settings of the run.
        files: Every file with its outline and the key of its record.
        queries: Answers about them.
        insight: What there is to say about the repository as a whole.
        diagnostics: Problems that belong to no record.
        secrets: Path → what looks like secrets in a file, where that is not allowed.
        looked_at: Paths of the files, and of what is none of them now but may be with a change on
            disk: what is not there, or seems to hold secrets.
    """

    settings: Settings
    files: Sequence[AnalysedFile]
    queries: SiteQueries
    insight: RepositoryInsight
    diagnostics: tuple[Diagnostic, ...]
    secrets: Mapping[str, tuple[Secret, ...]]
    looked_at: tuple[str, ...]

    @property
    def index(self) -> RepositoryIndex:
        """The linked repository."""
        return self.queries.index


def page_context(linked: LinkedFiles, plan: SitePlan) -> PageContext:
    """Return what the pages of a plan are composed from."""
    settings, queries = linked.settings, linked.queries
    revision = DocumentedRevision(linked.index.repository.history.revision)
    return PageContext(
        repository=linked.index.repository,
        insight=linked.insight,
        plan=plan,
        settings=settings,
        detail=queries.detail,
        file_links=queries.file_links,
        examples=queries.examples,
        read_text=queries.read_text,
        source_url=source_urls(settings, revision),
        commit_url=partial(commit_url, settings.repo_url),
        exports=queries.exports,
        external=queries.external_link,
    )


def source_urls(settings: Settings, revision: DocumentedRevision) -> SourceUrls:
    """Return the addresses of files at the forge, with a placeholder for the commit."""
    top = git.top_level(settings.root)
    prefix = ""
    if top is not None and top != settings.root:
        prefix = settings.root.relative_to(top).as_posix() + "/"
    template = settings.source_url or template_for(settings.repo_url)
    return SourceUrls(template, revision.placeholder, prefix)
