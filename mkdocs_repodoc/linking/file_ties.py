"""Ties of files that all their links together tell: tests, ranks, cycles, an order to read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from mkdocs_repodoc.linking.file_links.dependencies import (
    closing_graph,
    dependency_graph,
    find_cycles,
    import_graph,
)
from mkdocs_repodoc.linking.file_links.graph import Graph, components, ranks
from mkdocs_repodoc.linking.file_links.import_links import implicit_imports
from mkdocs_repodoc.linking.file_links.named_files import named_files
from mkdocs_repodoc.linking.file_links.relations import find_relations
from mkdocs_repodoc.linking.file_links.tested_files import map_tests
from mkdocs_repodoc.linking.linked_names import LinkedNames
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.model.file_links import Cycle, NamedFile, Relation
from mkdocs_repodoc.model.measured_coverage import Coverage
from mkdocs_repodoc.model.repository import OutlinedFiles, RepoFile

_Paths = dict[str, tuple[str, ...]]


class FileTies(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The fields of `Links` that follow from all imports and uses together."""

    implicit_imports: dict[str, dict[str, int]]
    tests_of: _Paths
    tested_by: _Paths
    ranks: dict[str, float]
    cycles: tuple[Cycle, ...]
    order: tuple[str, ...]
    named: dict[str, tuple[NamedFile, ...]]
    relations: dict[str, tuple[Relation, ...]]


def tie_files(
    files: Mapping[str, RepoFile], linked: LinkedNames, coverage: Coverage, losses: LinkingLosses
) -> FileTies:
    """Return the ties of all files.

    Args:
        files: The files, in the order of paths.
        linked: What their names mean.
        coverage: What tests have been seen to run.
        losses: Takes what can't be worked out.
    """
    paths = list(files)
    outlines: OutlinedFiles = [(file.source, file.outline) for file in files.values()]
    nothing: tuple[Graph, Mapping[tuple[str, str], int]] = ({}, {})
    loading, lines = losses.of_all(
        "what is loaded with a file", lambda: import_graph(outlines, linked.imports), nothing
    )
    named = _named(outlines, linked, losses)
    tests = _tests(files, linked, coverage, named, losses)
    implied = _implied(linked, losses)
    return FileTies(
        implicit_imports=implied,
        tests_of=tests[0],
        tested_by=tests[1],
        ranks=_ranks(outlines, linked, losses),
        cycles=losses.of_all(
            "which imports form cycles",
            lambda: find_cycles(closing_graph(loading, files), lines),
            (),
        ),
        order=losses.of_all(
            "what files are built on", lambda: _in_need(loading, implied, paths), tuple(paths)
        ),
        named=named,
        relations=losses.of_all(
            "ties beyond imports", lambda: find_relations(files, linked.names, linked.imports), {}
        ),
    )


def _ranks(outlines: OutlinedFiles, linked: LinkedNames, losses: LinkingLosses) -> dict[str, float]:
    """Return how much depends on each file."""
    paths = [source.path for source, _ in outlines]
    return losses.of_all(
        "how much depends on a file",
        lambda: ranks(dependency_graph(outlines, linked.imports, linked.uses), paths),
        dict.fromkeys(paths, 1 / max(len(paths), 1)),
    )


def _tests(
    files: Mapping[str, RepoFile],
    linked: LinkedNames,
    coverage: Coverage,
    named: Mapping[str, Sequence[NamedFile]],
    losses: LinkingLosses,
) -> tuple[_Paths, _Paths]:
    """Return the tests of each file, and the files of each test."""
    roles = {path: file.role for path, file in files.items()}
    none: tuple[_Paths, _Paths] = ({}, {})
    return losses.of_all(
        "what tests are about",
        lambda: map_tests(roles, linked.imports, linked.uses, coverage.lines, named),
        none,
    )


def _named(
    outlines: OutlinedFiles, linked: LinkedNames, losses: LinkingLosses
) -> dict[str, tuple[NamedFile, ...]]:
    """Return which files a file names in strings."""
    none: dict[str, tuple[NamedFile, ...]] = {}
    return losses.of_all(
        "what files name in strings", lambda: named_files(linked.names, outlines), none
    )


def _implied(linked: LinkedNames, losses: LinkingLosses) -> dict[str, dict[str, int]]:
    """Return what files need without importing it."""
    none: dict[str, dict[str, int]] = {}
    return losses.of_all(
        "what files need without importing it",
        lambda: implicit_imports(linked.names, linked.imports, linked.uses),
        none,
    )


def _in_need(
    loading: Graph, implied: Mapping[str, Mapping[str, int]], paths: Sequence[str]
) -> tuple[str, ...]:
    """Return the paths in dependency order."""
    needed = {path: (*loading.get(path, ()), *implied.get(path, ())) for path in paths}
    return tuple(path for component in components(needed, paths) for path in component)
