"""Composes the pages of files, and notes what they were composed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.traces.notes import Notes

TRACED: tuple[PageKind, ...] = ("file", "file keywords")
"""Pages about all files read so much that they are composed in less time than it takes to compare
that."""

Found = TypeVar("Found")


class TracedComposer:
    """Composes the pages of one file, which share what they have read.

    Args:
        context: What all pages are composed from.
        path: The file.

    Attributes:
        notes: What was read so far.
    """

    def __init__(self, context: PageContext, path: str) -> None:
        self.notes = Notes(context)
        self._composer = PageComposer(noted_context(context, self.notes, path))

    def compose(self, uri: str) -> PageBody:
        """Return the body of one of the file's pages."""
        plan: PagePlan = self.notes.noted.plan.pages[uri]
        return self._composer.compose(plan)


def noted_context(context: PageContext, notes: Notes, path: str) -> PageContext:
    """Return what the pages of a file are composed from, all reads noted.

    Args:
        context: What all pages are composed from.
        notes: Notes on it.
        path: The file.
    """
    noted = notes.noted
    files = noted.repository.files

    def of_record(read: Callable[[str], Found]) -> Callable[[str], Found]:
        def read_noted(of: str) -> Found:
            _ = files[of].key  # which stands for the bytes and all that was made of them
            return read(of)

        return read_noted

    files[path].noted_as("outline", "key")
    return replace(
        context,
        repository=noted.repository,
        insight=noted.insight,
        plan=noted.plan,
        settings=noted.settings,
        detail=of_record(context.detail),
        file_links=noted.file_links,
        examples=noted.examples,
        read_text=of_record(context.read_text),
        source_url=noted.source_url,
        commit_url=noted.commit_url,
        exports=noted.exports,
        external=noted.external,
    )
