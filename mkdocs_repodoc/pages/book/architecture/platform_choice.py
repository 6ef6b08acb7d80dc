"""Sentences on files of which each is for a platform, and to which of them links lead."""

from __future__ import annotations

from collections.abc import Collection

from mkdocs_repodoc.insight.architecture.platform_files import PlatformFiles
from mkdocs_repodoc.model.blocks import PageLink, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links


def own_platform(view: BookView, path: str) -> Phrase:
    """Return the sentence on what stands for a file on other platforms; empty if nothing does."""
    for group in view.context.statistics.platform_files:
        if path in group.files:
            start = f"It is one of {len(group.files)} alternatives, one for each platform"
            end = ("here",) if path == group.linked else ("to ", _link(view, group.linked))
            return (start, "; links to ", *some(group.names, "name"), " lead ", *end, ".")
    return ()


def platform_choice(view: BookView, paths: Collection[str]) -> list[Phrase]:
    """Return the sentences on groups of files for several platforms that have some of the files.

    Args:
        view: The book.
        paths: The files.
    """
    groups = view.context.statistics.platform_files
    found = [each for each in groups if not set(paths).isdisjoint(each.files)]
    return [_said(view, each) for each in found[: book_caps.BOOK_PLATFORM_GROUPS]]


def _said(view: BookView, group: PlatformFiles) -> Phrase:
    files = [_link(view, path) for path in group.files]
    return (
        *some(files, "file", book_caps.BOOK_ENDS),
        " are alternatives, one for each platform. Links to ",
        *some(group.names, "name"),
        " lead to ",
        _link(view, group.linked),
        ".",
    )


def _link(view: BookView, path: str) -> PageLink:
    return page_links.to_file(view.context, path, text=view.file_name(path))
