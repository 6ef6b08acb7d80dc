"""Imports between files, rolled up to what a reader of a folder's page can take in.

Inside a folder its direct entries are the boxes; whatever lies outside is rolled up to the first
folder (or file) that it does not share with this one. Each import of the subtree is looked at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from mkdocs_repodoc.model.blocks import Diagram, Edge, Node, PageLink
from mkdocs_repodoc.pages import links
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.survey import TEST_ROLES
from mkdocs_repodoc.pages.wording import count

_INNER = 26
_OUTER = 12
_REST = "the rest"

Pair = tuple[str, str]


@dataclass
class FolderImports:
    """The imports that have to do with one folder, counted by importing and imported file."""

    inner: Counter[Pair] = field(default_factory=Counter)
    """Between the folder's direct entries."""
    outgoing: Counter[Pair] = field(default_factory=Counter)
    """From a direct entry to something outside."""
    incoming: Counter[Pair] = field(default_factory=Counter)
    """From something outside to a direct entry."""
    importers: set[str] = field(default_factory=set)
    """Files outside that import something inside."""
    imported: set[str] = field(default_factory=set)
    """Files outside that something inside imports."""


def folder_imports(context: PageContext, folder: str) -> FolderImports:
    """Return the imports inside a folder and across its border."""
    found = FolderImports()
    survey = context.survey
    prefix = f"{folder}/" if folder else ""
    for path in survey.below(folder):
        here = _entry(prefix, path)
        for target in survey.dependencies.get(path, ()):
            if target.startswith(prefix):
                there = _entry(prefix, target)
                if there != here:
                    found.inner[here, there] += 1
            else:
                found.outgoing[here, outside(folder, target)] += 1
                found.imported.add(target)
        for importer in survey.dependents(path):
            if not importer.startswith(prefix):
                found.incoming[outside(folder, importer), here] += 1
                found.importers.add(importer)
    return found


def outside(folder: str, path: str) -> str:
    """Return the first folder or file on the way to a path that is not around a folder too."""
    own, other = folder.split("/"), path.split("/")
    same = 0
    while same < min(len(own), len(other)) and own[same] == other[same]:
        same += 1
    return "/".join(other[: same + 1])


def folder_diagram(context: PageContext, folder: str, found: FolderImports) -> Diagram | None:
    """Draw a folder's imports in at most forty boxes; `None` if there are none."""
    edges = found.inner + found.outgoing + found.incoming
    if not edges:
        return None
    prefix = f"{folder}/" if folder else ""
    weight: Counter[str] = Counter()
    for (source, target), number in edges.items():
        weight[source] += number
        weight[target] += number
    inner = [key for key in weight if key.startswith(prefix)] if prefix else list(weight)
    outer = [key for key in weight if prefix and not key.startswith(prefix)]
    kept_inner = _heaviest(inner, weight, _INNER)
    kept_outer = _heaviest(outer, weight, _OUTER)
    nodes = [_node(context, key, prefix, inner=True) for key in kept_inner]
    nodes += [_node(context, key, "", inner=False) for key in kept_outer]
    names = {key: key for key in (*kept_inner, *kept_outer)}
    for keys, where, is_inner in ((inner, "here", True), (outer, "elsewhere", False)):
        rest = [key for key in keys if key not in names]
        if rest:
            key = f"{_REST} {where}"
            text = f"{count(len(rest), 'other', 'others')} {where}"
            link = links.to_folder(context, folder) if is_inner else None
            nodes.append(Node(key, text, link, "group"))
            names |= dict.fromkeys(rest, key)
    merged: Counter[Pair] = Counter()
    for (source, target), number in edges.items():
        if names[source] != names[target]:
            merged[names[source], names[target]] += number
    title = f"Imports in {folder or context.repository.name}"
    return Diagram(title, tuple(nodes), _edges(merged), "imports")


def group_diagram(
    context: PageContext, title: str, groups: Collection[str], edges: Counter[Pair]
) -> Diagram | None:
    """Draw imports between folders (or files) of the repository.

    Args:
        context: Where the folders' pages are known.
        title: Of the diagram.
        groups: Paths of what is drawn, at most forty of them connected.
        edges: Pairs of these paths → number of imports.
    """
    joined = {key for pair in edges for key in pair}
    nodes = tuple(_node(context, key, "", inner=True) for key in groups if key in joined)
    return Diagram(title, nodes, _edges(edges), "imports") if nodes else None


def _edges(edges: Counter[Pair]) -> tuple[Edge, ...]:
    return tuple(Edge(source, target, number) for (source, target), number in edges.items())


def _heaviest(keys: Iterable[str], weight: Counter[str], most: int) -> list[str]:
    return sorted(sorted(keys, key=lambda key: (-weight[key], key))[:most])


def _entry(prefix: str, path: str) -> str:
    """Return the direct entry of a folder that a path below it belongs to."""
    end = path.find("/", len(prefix))
    return path if end < 0 else path[:end]


def _node(context: PageContext, key: str, prefix: str, *, inner: bool) -> Node:
    text = key.removeprefix(prefix) or context.repository.name
    link: PageLink
    if key in context.repository.files:
        link = links.to_file(context, key)
        is_test = context.repository.files[key].role in TEST_ROLES
    else:
        link = links.to_folder(context, key)
        text = f"{text}/" if key else text
        is_test = _holds_tests(context, key)
    if is_test:
        return Node(key, text, link, "test")
    return Node(key, text, link, "inner" if inner else "outer")


def _holds_tests(context: PageContext, folder: str) -> bool:
    """Whether the files directly in a folder are mostly tests."""
    files = context.repository.folders[folder].files
    tests = sum(context.repository.files[path].role in TEST_ROLES for path in files)
    return 2 * tests > len(files)
