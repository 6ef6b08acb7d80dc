"""Imports between files rolled up to what a reader of a folder's page can take in.

Whatever else joins files is drawn in the same way. Inside a folder its direct entries are the
boxes; whatever lies outside is rolled up to the first folder (or file) that it does not share with
this one. Each import of the subtree is looked at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.model.blocks import Diagram, Edge, Node, PageLink
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.dependency_words import IMPORTS, DependencyWords, words_for
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.diagrams.readable_diagrams import readable
from mkdocs_repodoc.paths import prefix_of, shared_parts

_INNER = 16
_OUTER = 6
_LEAST = 6
_EDGES = 40
"""With more edges than this, fewer boxes are shown."""

Pair = tuple[str, str]


@dataclass
class FolderImports:
    """The imports that have to do with one folder, counted by importing and imported file.

    Those of façades and, outside folders of tests, those of tests stand in no pair.
    """

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
    words: DependencyWords = IMPORTS
    """What all of them are called: some may be uses that take no import."""


def folder_imports(context: PageContext, folder: str) -> FolderImports:
    """Return the imports inside a folder and across its border."""
    found = FolderImports()
    survey = context.statistics
    prefix = prefix_of(folder)
    paths = survey.below(folder)
    files = context.repository.files
    is_of_tests = 2 * sum(files[path].role in TEST_ROLES for path in paths) > len(paths)

    def counts(*ends: str) -> bool:
        if not survey.needs.facades.isdisjoint(ends):
            return False
        return is_of_tests or not any(files[end].role in TEST_ROLES for end in ends)

    ties: set[Pair] = set()
    for path in paths:
        here = entry(prefix, path)
        for target in survey.needs.dependencies.get(path, ()):
            ties.add((path, target))
            if not target.startswith(prefix):
                found.outgoing[here, outside(folder, target)] += counts(path, target)
                found.imported.add(target)
            elif (there := entry(prefix, target)) != here:
                found.inner[here, there] += counts(path, target)
        for importer in survey.needs.dependents(path):
            if not importer.startswith(prefix):
                found.incoming[outside(folder, importer), here] += counts(importer, path)
                found.importers.add(importer)
                ties.add((importer, path))
    found.words = words_for(context, ties)
    return found


def outside(folder: str, path: str) -> str:
    """Return the first folder or file on the way to a path that is not around a folder too."""
    return "/".join(path.split("/")[: shared_parts(folder, path) + 1])


def folder_diagram(context: PageContext, folder: str, found: FolderImports) -> Diagram | None:
    """Draw the imports between a folder's entries and outwards; `None` if there are none."""
    title = f"{found.words.title} in {folder or context.repository.name}"
    edges = found.inner + found.outgoing + found.incoming  # without those that counted nothing
    return rolled_up(context, folder, edges, title, found.words.verb)


def rolled_up(
    context: PageContext, folder: str, edges: Counter[Pair], title: str, relation: str
) -> Diagram | None:
    """Draw what is between a folder's busiest entries, and between them and others.

    A box for all the rest would be joined to every other one, which says nothing.

    Args:
        context: Where the entries' pages are known.
        folder: The folder.
        edges: Pairs of its entries and of what is outside → how many of them there are.
        title: Of the diagram; what is left out is added to it.
        relation: Verb of an edge.
    """
    prefix = prefix_of(folder)
    weight = _weights(edges)
    inner = [key for key in weight if key.startswith(prefix)]
    outer = [key for key in weight if not key.startswith(prefix)]
    shown, between = _fitting(edges, inner, outer)
    if not shown:
        return None
    nodes = [_node(context, key, prefix, inner=True) for key in sorted(shown.intersection(inner))]
    nodes += [_node(context, key, "", inner=False) for key in sorted(shown.intersection(outer))]
    if left := len(weight) - len(nodes):
        title += f" (the {len(nodes)} most connected; {left} left out)"
    return readable(Diagram(title, tuple(nodes), _edges(between), relation))


def _edges(edges: Counter[Pair]) -> tuple[Edge, ...]:
    return tuple(Edge(source, target, number) for (source, target), number in edges.items())


def _weights(edges: Counter[Pair]) -> Counter[str]:
    """Return for each entry how many imports it takes part in, the heaviest first."""
    weight: Counter[str] = Counter()
    for (source, target), number in edges.items():
        weight[source] += number
        weight[target] += number
    return Counter(dict(sorted(weight.items(), key=lambda each: (-each[1], each[0]))))


def _fitting(
    edges: Counter[Pair], inner: Sequence[str], outer: Sequence[str]
) -> tuple[set[str], Counter[Pair]]:
    """Leave out the lightest entries until the arrows can be told apart.

    Args:
        edges: Between entries.
        inner: Entries inside the folder, the heaviest first.
        outer: Entries outside, likewise.

    Returns:
        The entries that are shown, each joined to another, and the arrows between them.
    """
    room = _INNER
    while True:
        kept = {*inner[:room], *outer[: min(room, _OUTER)]}
        between = Counter({pair: number for pair, number in edges.items() if kept.issuperset(pair)})
        if len(between) <= _EDGES or room <= _LEAST:
            return {key for pair in between for key in pair}, between
        room -= 1


def entry(prefix: str, path: str) -> str:
    """Return the direct entry of a folder that a path below it belongs to."""
    end = path.find("/", len(prefix))
    return path if end < 0 else path[:end]


def _node(context: PageContext, key: str, prefix: str, *, inner: bool) -> Node:
    text = key.removeprefix(prefix) or context.repository.name
    link: PageLink
    if key in context.repository.files:
        link = page_links.to_file(context, key)
        is_test = context.repository.files[key].role in TEST_ROLES
    else:
        link = page_links.to_folder(context, key)
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
