"""The context of pages: all that they are composed from, once files are linked."""

from __future__ import annotations

from functools import partial

from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.repository_urls import (
    DocumentedRevision,
    SourceUrls,
    commit_url,
    template_for,
)
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git


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
    return SourceUrls(file_template(settings), revision.placeholder, prefix)


def file_template(settings: Settings) -> str:
    """Return the template of the addresses of files at the forge; empty if that is not known."""
    return settings.source_url or template_for(settings.repo_url)
