"""Uses by file and folder, those of most files first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_repodoc.model.blocks import Item, Phrase
from mkdocs_repodoc.model.linked_symbols import Use
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import folder_of
from mkdocs_repodoc.text.english import count

FileUses = dict[str, list[Use]]
"""Path → the uses in that file, in source order."""


def by_folder(context: PageContext, paths: Sequence[str]) -> Phrase:
    """Return how many more files there are, and in which folders most of them are."""
    folders: dict[str, int] = {}
    for path in paths:
        folder = folder_of(path)
        folders[folder] = folders.get(folder, 0) + 1
    largest = sorted(folders, key=lambda folder: -folders[folder])
    shown = [
        (page_links.to_folder(context, folder), f" ({folders[folder]})")
        for folder in largest[: caps.USE_FOLDERS]
    ]
    more = count(len(paths), "more file")
    return (more, " in ", *capped(shown, len(largest) - len(shown), "folder"))


def file_items(
    context: PageContext, paths: Sequence[str], most: int, said: Callable[[str], Phrase]
) -> tuple[Item, ...]:
    """Return a list of files of which only the first are named.

    Args:
        context: Where addresses are known.
        paths: The files.
        most: How many of them are named; one more entry counts the others, by folder.
        said: What the list says of a file.
    """
    items = [Item(said(path)) for path in paths[:most]]
    if rest := paths[most:]:
        items.append(Item(by_folder(context, rest)))
    return tuple(items)
