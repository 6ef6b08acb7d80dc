"""Composes pages of files and folders, and notes what they were composed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.traces.notes import Notes

OF_FILES: tuple[PageKind, ...] = ("file", "file keywords")
"""Pages of files, which read the same of each other: those of one file have one trace."""
TRACED: tuple[PageKind, ...] = (*OF_FILES, "folder", "folder keywords")
"""Pages about all files read so much that they are composed in less time than it takes to compare
that; so do the documentation pages of folders, which follow errors and settings."""


class Subject(NamedTuple):
    """What one trace is of.

    Attributes:
        path: The file, if it is all pages of one.
        uri: Else the page.
    """

    path: str
    uri: str


def subject(plan: PagePlan) -> Subject | None:
    """Return what a page is traced with; `None` if it is not traced."""
    if plan.kind in OF_FILES:
        return Subject(plan.path, "")
    return Subject("", plan.uri) if plan.kind in TRACED else None


Found = TypeVar("Found")


class TracedComposer:
    """Composes the pages of one trace, which share what they have read.

    Args:
        context: What all pages are composed from.
        path: The file whose pages they are; empty if they are of none.

    Attributes:
        notes: What was read so far.
    """

    def __init__(self, context: PageContext, path: str) -> None:
        self.notes = Notes(context)
        self._composer = PageComposer(noted_context(context, self.notes, path))

    def compose(self, uri: str) -> PageBody:
        """Return the body of one of the pages."""
        plan: PagePlan = self.notes.noted.plan.pages[uri]
        return self._composer.compose(plan)


def noted_context(context: PageContext, notes: Notes, path: str) -> PageContext:
    """Return what pages are composed from, all reads noted.

    Args:
        context: What all pages are composed from.
        notes: Notes on it.
        path: The file whose pages they are, which is read as a whole; empty if they are of none.
    """
    noted = notes.noted
    files = noted.repository.files

    def of_record(read: Callable[[str], Found]) -> Callable[[str], Found]:
        def read_noted(of: str) -> Found:
            _ = files[of].key  # which stands for the bytes and all that was made of them
            return read(of)

        return read_noted

    if path:
        files[path].noted_as("outline", "key")
    made = replace(
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
    vars(made)["surely_shown"] = noted.surely_shown  # one question, not all that its answer is from
    return made
