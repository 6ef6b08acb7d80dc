"""The book's first appendix: every file in one list, or every folder."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from mkdocs_repodoc.model.blocks import Block, Column, Phrase, Table
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.text.english import count


def file_reference(context: PageContext) -> tuple[Block, ...]:
    """Return every file with its summary, or every folder where there are too many files."""
    if len(context.repository.files) <= caps.BOOK_FILES:
        rows: tuple[tuple[Phrase, ...], ...] = tuple(
            ((page_links.to_file(context, path),), describe_file(context, path))
            for path in context.repository.files
        )
        return (Table((Column("File"), Column("What it is")), rows),)
    folders = _folders(context)
    rows = tuple(
        (
            (page_links.to_folder(context, path),),
            describe_folder(context, path),
            (f"{folder.file_count:,}",),
        )
        for path in folders
        for folder in (context.repository.folders[path],)
    )
    columns = (Column("Folder"), Column("What is in it"), Column("Files", numeric=True))
    left = len(context.repository.folders) - len(folders)
    caption = f"{count(left, 'folder')} below these left out" if left else ""
    return (Table(columns, rows, caption=caption),)


def _folders(context: PageContext) -> list[str]:
    """The folders down to the deepest level at which there are not too many."""
    folders = list(context.repository.folders)
    if len(folders) <= caps.BOOK_REFERENCE_FOLDERS:
        return folders
    levels = Counter(path.count("/") + 1 if path else 0 for path in folders)
    shown, deepest = 0, 0
    for level in sorted(levels):
        shown += levels[level]
        if shown > caps.BOOK_REFERENCE_FOLDERS:
            break
        deepest = level
    upper = [path for path in folders if (path.count("/") + 1 if path else 0) <= max(deepest, 1)]
    largest = nlargest(
        caps.BOOK_REFERENCE_FOLDERS,
        upper,
        key=lambda path: (context.repository.folders[path].file_count, path),
    )
    return sorted(largest)
