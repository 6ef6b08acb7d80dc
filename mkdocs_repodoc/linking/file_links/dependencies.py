"""Dependencies between files, the cycles in them, and the order to read the files in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.languages.folder_files import is_parent
from mkdocs_repodoc.linking.file_links.graph import Graph, components, shortest_cycle
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.model.file_links import (
    Cycle,
    ResolvedImport,
)
from mkdocs_repodoc.model.repository import (
    TEST_ROLES,
    OutlinedFiles,
    RepoFile,
    Role,
)

_BESIDE_CODE: frozenset[Role] = TEST_ROLES | {"example"}
_MOST_STEPS = 2_000_000
"""Bound on the search for cycles; in larger tangles each file gets one of its cycles at least."""


def import_graph(
    files: OutlinedFiles, imports: Mapping[str, Sequence[ResolvedImport]]
) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, str], int]]:
    """Return what each file imports as it is loaded, and the line of each such import.

    Imports inside functions and those for type checkers alone run later or never: they close no
    cycle.
    """
    graph: dict[str, tuple[str, ...]] = {}
    lines: dict[tuple[str, str], int] = {}
    for source, outline in files:
        targets: dict[str, None] = {}
        for item, resolved in zip(outline.imports, imports.get(source.path, ()), strict=False):
            if item.scope or item.type_checking:
                continue
            for path in resolved.paths:
                if path != source.path:
                    targets[path] = None
                    lines.setdefault((source.path, path), item.line)
        if targets:
            graph[source.path] = tuple(sorted(targets))
    return graph, lines


def closing_graph(graph: Graph, files: Mapping[str, RepoFile]) -> Graph:
    """Return the imports of a graph that a cycle can be blamed on.

    Those of tests and their fixtures can't, nor those between a file that stands for a folder and
    what lies in the folder: that is how a package or a tree of modules is made.
    """
    code = {path for path, file in files.items() if file.role not in _BESIDE_CODE}
    found = {}
    for path in code.intersection(graph):
        targets = tuple(
            target
            for target in graph[path]
            if target in code
            and not is_parent(files[path], target)
            and not is_parent(files[target], path)
        )
        if targets:
            found[path] = targets
    return found


def dependency_graph(
    files: OutlinedFiles, imports: Mapping[str, Sequence[ResolvedImport]], uses: Uses
) -> dict[str, tuple[str, ...]]:
    """Return what each file depends on: what it imports, and what it uses the names of.

    A document that shows code depends on nothing.
    """
    graph = {}
    for source, outline in files:
        path = source.path
        targets = {one for resolved in imports.get(path, ()) for one in resolved.paths}
        if not outline.refers:
            targets.update(uses.depends(path))
        targets.discard(path)
        if targets:
            graph[path] = tuple(sorted(targets))
    return graph


def find_cycles(graph: Graph, lines: Mapping[tuple[str, str], int]) -> tuple[Cycle, ...]:
    """Return a short cycle through each file that is part of any, each cycle once."""
    found: dict[tuple[str, ...], Cycle] = {}
    steps = 0
    for component in components(graph, sorted(graph)):
        if len(component) == 1:
            continue
        within = set(component)
        covered: set[str] = set()
        for path in component:
            if steps > _MOST_STEPS and path in covered:
                continue
            steps += len(component)
            paths = shortest_cycle(graph, path, within)
            covered.update(paths)
            turned = _turned(paths)
            if turned and turned not in found:
                following = (*turned[1:], turned[0])
                at = tuple(lines[pair] for pair in zip(turned, following, strict=True))
                found[turned] = Cycle(turned, at)
    return tuple(sorted(found.values(), key=lambda cycle: (len(cycle.paths), cycle.paths)))


def _turned(paths: Sequence[str]) -> tuple[str, ...]:
    """Start a cycle at its first path, so that the same cycle is always written the same."""
    if not paths:
        return ()
    start = paths.index(min(paths))
    return (*paths[start:], *paths[:start])
