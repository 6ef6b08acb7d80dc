"""The diagram of what a file needs and who needs it.

A reader takes in about forty boxes. Beyond that files are rolled up into their folders, or, where
they all lie in a few folders, those with the fewest imports are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import Diagram, Edge, Node
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.dependency_words import words_for
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.diagrams.class_diagrams import MOST_NODES
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.paths import folder_of
from mkdocs_repodoc.text.english import count

_FEWEST_FOLDERS = 4
"""Fewer boxes than that say less than the files themselves."""
_SELF = "self"


class _Neighbours(NamedTuple):
    """The boxes around the file, and the numbers of imports from and to them."""

    boxes: list[Node]
    imports: Mapping[str, int]
    importers: Mapping[str, int]
    reduction: str = ""
    """What was done to have fewer of them, for the title."""


def dependency_diagram(
    view: FileView, imports: Mapping[str, int], importers: Mapping[str, int]
) -> Diagram | None:
    """Draw what the file imports and who imports it, inside the repository.

    Args:
        view: The page's file, in the middle.
        imports: Path of an imported file → number of imports.
        importers: Path of an importing file → number of imports.

    Returns:
        The diagram; `None` if the file has no neighbour.
    """
    imports = {path: number for path, number in imports.items() if path != view.path}
    importers = {path: number for path, number in importers.items() if path != view.path}
    neighbours = dict.fromkeys((*imports, *importers))
    if not neighbours:
        return None
    context = view.context
    ties = ((view.path, path) for path in imports), ((path, view.path) for path in importers)
    verb = words_for(context, (pair for pairs in ties for pair in pairs)).verb
    around = (
        _Neighbours([_file_node(context, path) for path in neighbours], imports, importers)
        if len(neighbours) < MOST_NODES
        else _reduce(context, imports, importers)
    )
    middle = Node(_SELF, view.file.name, page_links.to_file(context, view.path), "self")
    return Diagram(
        f"Direct dependencies of {view.file.name}{around.reduction}",
        (middle, *around.boxes),
        _edges(around.imports, around.importers),
        verb,
    )


def _reduce(
    context: PageContext, imports: Mapping[str, int], importers: Mapping[str, int]
) -> _Neighbours:
    """Return as many neighbours as a reader takes in."""
    files = Counter(folder_of(path) for path in dict.fromkeys((*imports, *importers)))
    rolled_up = len(files) >= _FEWEST_FOLDERS
    if rolled_up:
        imports, importers = _by_folder(imports), _by_folder(importers)
    weights = Counter(imports) + Counter(importers)
    kept = frozenset(key for key, _ in weights.most_common(MOST_NODES - 1))
    reduction = ", by folder" if rolled_up else ""
    if left := len(weights) - len(kept):
        what = count(left, "folder" if rolled_up else "file")
        reduction += f" ({what} with fewer imports left out)"
    return _Neighbours(
        [
            _folder_node(context, key, files[key]) if rolled_up else _file_node(context, key)
            for key in weights
            if key in kept
        ],
        {key: number for key, number in imports.items() if key in kept},
        {key: number for key, number in importers.items() if key in kept},
        reduction,
    )


def _file_node(context: PageContext, path: str) -> Node:
    test = context.repository.files[path].role in TEST_ROLES
    return Node(path, path, page_links.to_file(context, path), "test" if test else "inner")


def _folder_node(context: PageContext, folder: str, files: int) -> Node:
    text = f"{folder or '.'}/ ({count(files, 'file')})"
    return Node(folder or ".", text, page_links.to_folder(context, folder), "group")


def _by_folder(paths: Mapping[str, int]) -> dict[str, int]:
    folders: dict[str, int] = {}
    for path, number in paths.items():
        folder = folder_of(path)
        folders[folder] = folders.get(folder, 0) + number
    return folders


def _edges(imports: Mapping[str, int], importers: Mapping[str, int]) -> tuple[Edge, ...]:
    return (
        *(Edge(_SELF, path or ".", number) for path, number in imports.items()),
        *(Edge(path or ".", _SELF, number) for path, number in importers.items()),
    )
