"""The diagram of a folder's page that shows which of its classes inherit from which.

Where there are more classes than a reader can take in, they are rolled up to the folder's files and
subfolders, as its imports are.
"""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.model.blocks import Diagram, Edge, Node
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.diagrams.class_diagrams import MOST_NODES, class_key
from mkdocs_repodoc.pages.parts.diagrams.import_rollup import entry, outside, rolled_up
from mkdocs_repodoc.paths import prefix_of

_RELATION = "inherits from"


def folder_inheritance(context: PageContext, folder: str) -> Diagram | None:
    """Draw the inheritance inside a folder and across its border.

    Args:
        context: Where the classes and their pages are known.
        folder: The folder; its subfolders count as parts of it.

    Returns:
        The diagram; `None` if no class there has a relative in the repository, or if one subfolder
        holds all that do, so that its page shows them. Classes of tests are in those of folders
        of tests alone.
    """
    survey = context.statistics
    paths = survey.below(folder)
    is_of_tests = 2 * sum(_is_test(context, path) for path in paths) > len(paths)
    pairs = dict.fromkeys(
        pair
        for path in paths
        for pair in survey.inheritance.get(path, ())
        if is_of_tests or not any(_is_test(context, ref.path) for ref in pair)
    )
    classes = dict.fromkeys(ref for pair in pairs for ref in pair)
    entries = {ref: _entry_of(folder, ref.path) for ref in classes}
    inside = {entries[ref] for ref in classes if _is_below(folder, ref.path)}
    if not inside or (len(inside) == 1 and inside <= context.repository.folders.keys()):
        return None
    name = folder or context.repository.name
    if len(classes) <= MOST_NODES:
        nodes = tuple(_node(context, ref, folder) for ref in classes)
        edges = tuple(Edge(class_key(one), class_key(other)) for one, other in pairs)
        return Diagram(f"Class hierarchy in {name}", nodes, edges, _RELATION)
    between = Counter(
        (entries[one], entries[other]) for one, other in pairs if entries[one] != entries[other]
    )
    return rolled_up(context, folder, between, f"Inheritance of classes in {name}", _RELATION)


def _node(context: PageContext, ref: SymbolRef, folder: str) -> Node:
    name = context.repository.symbol(ref).name
    link = page_links.to_symbol(context, ref)
    if _is_test(context, ref.path):
        return Node(class_key(ref), name, link, "test")
    is_inside = _is_below(folder, ref.path)
    return Node(class_key(ref), name, link, "inner" if is_inside else "outer")


def _entry_of(folder: str, path: str) -> str:
    """Return the entry of the folder that holds a file, or of what is outside it."""
    if not _is_below(folder, path):
        return outside(folder, path)
    return entry(prefix_of(folder), path)


def _is_test(context: PageContext, path: str) -> bool:
    return context.repository.files[path].role in TEST_ROLES


def _is_below(folder: str, path: str) -> bool:
    return not folder or path.startswith(f"{folder}/")
