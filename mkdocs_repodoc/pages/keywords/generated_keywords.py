"""The keywords of generated files, which the index from A to Z of a slim site counts by folder.

Headers and bindings that a program writes may define as much as all that people wrote, mostly under
names that these have, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Column, Section, Table
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.text.english import count


def files_apart(context: PageContext) -> list[RepoFile]:
    """Return the files whose keywords the index does not list."""
    if context.settings.detail != "slim":
        return []
    files = context.repository.files.values()
    return [each for each in files if each.source.is_made and each.outline.symbols]


def section_apart(context: PageContext, files: Sequence[RepoFile]) -> Section:
    """Return a line for each folder that has such files.

    Args:
        context: Where the folders' pages are known.
        files: The files, in the order of paths.
    """
    folders: dict[str, list[RepoFile]] = {}
    for file in files:
        folders.setdefault(file.folder, []).append(file)
    rows = tuple(
        (
            (page_links.to_folder(context, folder),),
            (count(sum(len(each.outline.symbols) for each in inside), "symbol"),),
            (count(len(inside), "file"),),
        )
        for folder, inside in sorted(folders.items())
    )
    columns = (Column("Folder"), Column("Defined"), Column("In"))
    return Section("Generated Files", "generated-files", (Table(columns, rows),))
