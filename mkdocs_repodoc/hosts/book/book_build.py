"""The book of a repository, built as an e-book or printed."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.epub.book_epub import book_of
from mkdocs_repodoc.epub.book_facts import BookFacts
from mkdocs_repodoc.epub.book_source import BookSource
from mkdocs_repodoc.epub.epub_file import epub_bytes
from mkdocs_repodoc.epub.paper_book import paper_html
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.book.browser_print import printed
from mkdocs_repodoc.options.configuration_files import ConfiguredSite
from mkdocs_repodoc.options.resolve import resolve
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.reporting.build_summary import report, tell_lost_pages
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.reporting.reported_build import reported_build
from mkdocs_repodoc.text.source_text import read_file


class BookTally(NamedTuple):
    """What a book has.

    Attributes:
        chapters: How many.
        size: Of the file, in bytes.
    """

    chapters: int
    size: int


def build_book(configured: ConfiguredSite, file: Path, log: logging.Logger) -> BookTally:
    """Write the book of a repository as EPUB, or as PDF where the name of the file ends in that.

    Args:
        configured: What to document, and how.
        file: Where; it is whole, or as it was before.
        log: Told what is found.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    settings = resolve(configured.options, configured.site)
    with reported_build(settings, log, output="the book") as builder:
        site = builder.build({}, Progress(log))
        report(site, log)
        site.prepare([site.plan.uri("book", "")])
        tell_lost_pages(site, log)
        source = _source(site, configured, settings.root)
        if file.suffix.lower() == ".pdf":
            content = printed(paper_html(source), settings.root)
        else:
            content = epub_bytes(book_of(source))
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise RepodocError(f"{file} can't be written: {error.strerror}") from error
    return BookTally(len(source.body.sections), len(content))


def _facts(site: Site, configured: ConfiguredSite) -> BookFacts:
    repository = site.repository
    history = repository.history
    return BookFacts(
        title=configured.site.name or repository.name,
        summary=repository.folders[""].summary,
        revision=history.revision,
        modified=max((each.date for each in history.last_changes.values()), default=""),
        repo_url=site.context.settings.repo_url,
        site_url=configured.site_url,
    )


def _source(site: Site, configured: ConfiguredSite, root: Path) -> BookSource:
    page = site.plan.pages[site.plan.uri("book", "")]
    return BookSource(
        page=page,
        body=site.body(page.uri),
        context=RenderContext(site.context.settings, site.published_url, site.queries),
        facts=_facts(site, configured),
        site=site.plan,
        read=lambda path: read_file(root, path),
    )
