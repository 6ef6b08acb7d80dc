"""Records → repository: everything that needs more than one file to be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from mkdocs_repodoc.linking.concepts import document_frequencies
from mkdocs_repodoc.linking.file_links.dependencies import (
    closing_graph,
    dependency_graph,
    find_cycles,
    import_graph,
)
from mkdocs_repodoc.linking.file_links.graph import Graph, components, ranks
from mkdocs_repodoc.linking.file_links.import_links import (
    implicit_importers,
    implicit_imports,
)
from mkdocs_repodoc.linking.file_links.named_files import named_files
from mkdocs_repodoc.linking.file_links.relations import find_relations
from mkdocs_repodoc.linking.file_links.tested_files import map_tests
from mkdocs_repodoc.linking.folders import make_folders
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linked_names import LinkedNames, link_names
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.project_metadata import read_project, repository_name
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.linking.repository_names import RepositoryNames, family_of
from mkdocs_repodoc.linking.symbol_links.covering_tests import map_coverage
from mkdocs_repodoc.linking.weighed_files import AnalysedFile, weigh_up
from mkdocs_repodoc.model.file_links import NamedFile
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.measured_coverage import (
    Coverage,
    LineContexts,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.repository import (
    Links,
    OutlinedFiles,
    RepoFile,
    Repository,
)
from mkdocs_repodoc.settings import Settings

_Paths = dict[str, tuple[str, ...]]


def index_names(
    files: Sequence[AnalysedFile],
    previous: RepositoryIndex | None,
    losses: LinkingLosses | None = None,
) -> RepositoryNames:
    """Gather the names that files define and import, before any reference is looked at.

    Args:
        files: Every file, in any order.
        previous: The repository before an edit, for what has not changed since.
        losses: Takes what can't be gathered.
    """
    outlines = [(source, outline) for source, outline, _ in _in_order(files)]
    before = previous.names if previous is not None else None
    return RepositoryNames(outlines, before, losses=losses)


def referring_files(files: Iterable[AnalysedFile]) -> list[str]:
    """Return the paths of the files whose references are to be resolved, in sorted order."""
    return sorted(
        source.path for source, outline, _ in files if family_of(source, outline) is not None
    )


def link(
    files: Sequence[AnalysedFile],
    names: RepositoryNames,
    resolved: Iterable[ResolvedFile],
    history: GitHistory,
    settings: Settings,
    *,
    measured: LineContexts | None = None,
    previous: RepositoryIndex | None = None,
    implements: Mapping[SymbolRef, Sequence[SymbolRef]] | None = None,
    losses: LinkingLosses | None = None,
) -> RepositoryIndex:
    """Link the records of all files.

    Args:
        files: Every file with its outline and the key of its record, in any order.
        names: Their names, as `index_names` gathers them.
        resolved: Their references, resolved against those names, in any order.
        history: What git knows.
        settings: Settings of the run.
        measured: What a run of the tests has measured, if anything.
        previous: The repository before an edit, for what has not changed since.
        implements: What indexes say that a symbol implements or inherits from.
        losses: Takes what can't be worked out; the page of a file in it says so.

    Returns:
        The repository with its index. Files, folders and links are in sorted order, so that equal
        input gives equal output.
    """
    losses = losses or LinkingLosses()
    entries = _in_order(files)
    outlines: OutlinedFiles = [(source, outline) for source, outline, _ in entries]
    linked = link_names(names, outlines, resolved, previous, implements, losses=losses)
    earlier = previous.repository.files if previous else {}
    repo_files = weigh_up(entries, linked, history, earlier, losses)
    project = losses.of_all("its own metadata", partial(read_project, repo_files), Project())
    coverage = losses.of_all(
        "what tests have run", partial(map_coverage, measured or {}, repo_files), Coverage()
    )
    repository = Repository(
        name=repository_name(project, repo_files, settings),
        files=losses.told_by(repo_files),
        folders=make_folders(repo_files),
        history=history,
        project=project,
        links=_links(repo_files, linked, coverage, losses),
    )
    frequencies = document_frequencies(outline for _, outline in outlines)
    return RepositoryIndex(
        repository=repository,
        names=names,
        uses=linked.uses,
        own_imports=linked.own_imports,
        inheritance=linked.inheritance,
        frequencies=frequencies,
        losses=losses,
    )


def _in_order(files: Iterable[AnalysedFile]) -> list[AnalysedFile]:
    return sorted(files, key=lambda entry: entry[0].path)


def _links(
    files: Mapping[str, RepoFile], linked: LinkedNames, coverage: Coverage, losses: LinkingLosses
) -> Links:
    paths = list(files)
    outlines: OutlinedFiles = [(file.source, file.outline) for file in files.values()]
    imports, uses, inheritance = linked.imports, linked.uses, linked.inheritance
    loading, lines = import_graph(outlines, imports)
    named = _named(outlines, linked, losses)
    tests = _tests(files, linked, coverage, named, losses)
    implied = _implied(linked, losses)
    return Links(
        imports=imports,
        imported_by=linked.imported_by,
        implicit_imports=implied,
        implicit_importers=implicit_importers(implied),
        uses=uses,
        bases=inheritance.bases,
        subclasses=inheritance.subclasses,
        overrides=inheritance.overrides,
        overridden_by=inheritance.overridden_by,
        tests_of=tests[0],
        tested_by=tests[1],
        named=named,
        ranks=_ranks(outlines, linked, losses),
        cycles=losses.of_all(
            "which imports form cycles",
            lambda: find_cycles(closing_graph(loading, files), lines),
            (),
        ),
        order=losses.of_all(
            "what files are built on", lambda: _in_need(loading, implied, paths), tuple(paths)
        ),
        coverage=coverage,
        relations=losses.of_all(
            "ties beyond imports", lambda: find_relations(files, linked.names, imports), {}
        ),
    )


def _ranks(
    outlines: OutlinedFiles, linked: LinkedNames, losses: LinkingLosses
) -> Mapping[str, float]:
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
