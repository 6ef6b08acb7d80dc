"""Records → repository: everything that needs more than one file to be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_repodoc.languages.role_evidence import Judgement
from mkdocs_repodoc.linking.concepts import document_frequencies
from mkdocs_repodoc.linking.file_links.dependencies import (
    closing_graph,
    dependency_graph,
    find_cycles,
    import_graph,
)
from mkdocs_repodoc.linking.file_links.graph import components, ranks
from mkdocs_repodoc.linking.file_links.import_links import (
    implicit_importers,
    implicit_imports,
)
from mkdocs_repodoc.linking.file_links.relations import find_relations
from mkdocs_repodoc.linking.file_links.tested_files import map_tests
from mkdocs_repodoc.linking.folders import make_folders
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linked_names import LinkedNames, link_names
from mkdocs_repodoc.linking.project_metadata import read_project, repository_name
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.linking.repeated_summaries import mark_repeated
from mkdocs_repodoc.linking.repository_names import RepositoryNames, family_of
from mkdocs_repodoc.linking.roles.role_judge import RoleJudge
from mkdocs_repodoc.linking.symbol_links.covering_tests import map_coverage
from mkdocs_repodoc.linking.symbol_links.symbol_anchors import symbol_anchors
from mkdocs_repodoc.model.facts import InstalledCommand
from mkdocs_repodoc.model.file_links import (
    Importer,
)
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.measured_coverage import (
    Coverage,
    LineContexts,
)
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import (
    Links,
    OutlinedFiles,
    RepoFile,
    Repository,
)
from mkdocs_repodoc.settings import Settings

AnalysedFile = tuple[SourceFile, FileOutline, str]
"""A file with its outline and the key of its record."""


def index_names(files: Sequence[AnalysedFile], previous: RepositoryIndex | None) -> RepositoryNames:
    """Gather the names that files define and import, before any reference is looked at.

    Args:
        files: Every file, in any order.
        previous: The repository before an edit, for what has not changed since.
    """
    outlines = [(source, outline) for source, outline, _ in _in_order(files)]
    return RepositoryNames(outlines, previous.names if previous is not None else None)


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

    Returns:
        The repository with its index. Files, folders and links are in sorted order, so that equal
        input gives equal output.
    """
    entries = _in_order(files)
    outlines: OutlinedFiles = [(source, outline) for source, outline, _ in entries]
    linked = link_names(names, outlines, resolved, previous, implements)
    earlier = previous.repository.files if previous else {}
    repo_files = _weigh_up(entries, linked, history, earlier)
    project = read_project(repo_files)
    repository = Repository(
        name=repository_name(project, repo_files, settings),
        files=repo_files,
        folders=make_folders(repo_files),
        history=history,
        project=project,
        links=_links(repo_files, linked, map_coverage(measured or {}, repo_files)),
    )
    frequencies = document_frequencies(outline for _, outline in outlines)
    return RepositoryIndex(
        repository, names, linked.uses, linked.own_imports, linked.inheritance, frequencies
    )


def _in_order(files: Iterable[AnalysedFile]) -> list[AnalysedFile]:
    return sorted(files, key=lambda entry: entry[0].path)


def _weigh_up(
    entries: Sequence[AnalysedFile],
    linked: LinkedNames,
    history: GitHistory,
    earlier: Mapping[str, RepoFile],
) -> dict[str, RepoFile]:
    """Return the files, each with its role; what has not changed since `earlier` is kept."""
    outlines = [(source, outline) for source, outline, _ in entries]
    roles = _judge(outlines, linked.imported_by, linked.names)
    return mark_repeated(
        {
            path: _file(entry, judgement, linked.names, history, earlier.get(path))
            for entry, (path, judgement) in zip(entries, roles.items(), strict=True)
        }
    )


def _judge(
    outlines: OutlinedFiles, imported_by: Mapping[str, Sequence[Importer]], names: RepositoryNames
) -> dict[str, Judgement]:
    commands: set[str] = set()
    for source, outline in outlines:
        for command in outline.facts_of(InstalledCommand):
            if command.module:
                found = (each.command_module(source.path, command.module) for each in names.each())
                commands.update(found)
    judge = RoleJudge(
        lambda path: len({importer.path for importer in imported_by.get(path, ())}),
        lambda folder: any(each.is_package(folder) for each in names.each()),
        commands,
    )
    return {source.path: judge.judge(source, outline) for source, outline in outlines}


def _file(
    entry: AnalysedFile,
    judgement: Judgement,
    names: RepositoryNames,
    history: GitHistory,
    before: RepoFile | None,
) -> RepoFile:
    source, outline, key = entry
    own = names.of(source.path)
    module = own.module(source.path) if own is not None else ""
    if before is not None and before.outline is outline and before.module == module:
        anchors = before.anchors
    else:
        main = tuple(own.positions(source.path).values()) if own is not None else ()
        anchors = symbol_anchors(module, outline.symbols, main)
    role, evidence = judgement
    return RepoFile(
        source=source,
        outline=outline,
        key=key,
        role=role,
        role_evidence=evidence,
        module=module,
        anchors=anchors,
        change=history.last_changes.get(source.path),
        run_line=own.run_line(source.path) if own is not None else None,
    )


def _links(files: Mapping[str, RepoFile], linked: LinkedNames, coverage: Coverage) -> Links:
    paths = list(files)
    outlines: OutlinedFiles = [(file.source, file.outline) for file in files.values()]
    imports, uses, inheritance = linked.imports, linked.uses, linked.inheritance
    loading, lines = import_graph(outlines, imports)
    dependencies = dependency_graph(outlines, imports, uses)
    tests_of, tested_by = map_tests(
        {path: file.role for path, file in files.items()}, imports, uses, coverage.lines
    )
    implied = implicit_imports(linked.names, imports, uses)
    needed = {path: (*loading.get(path, ()), *implied.get(path, ())) for path in paths}
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
        tests_of=tests_of,
        tested_by=tested_by,
        ranks=ranks(dependencies, paths),
        cycles=find_cycles(closing_graph(loading, files), lines),
        order=tuple(path for component in components(needed, paths) for path in component),
        coverage=coverage,
        relations=find_relations(files, linked.names, imports),
    )
