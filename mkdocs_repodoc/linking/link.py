"""Records → repository: everything that needs more than one file to be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_repodoc.languages.python.resolution.extension_modules import (
    CompiledModules,
    link_compiled,
)
from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable, is_python
from mkdocs_repodoc.linking.concepts import document_frequencies
from mkdocs_repodoc.linking.covering_tests import map_coverage
from mkdocs_repodoc.linking.dependencies import dependency_graph, find_cycles, import_graph
from mkdocs_repodoc.linking.folders import make_folders
from mkdocs_repodoc.linking.graph import components, ranks
from mkdocs_repodoc.linking.import_links import importers, resolve_imports
from mkdocs_repodoc.linking.inheritance import Inheritance, find_inheritance
from mkdocs_repodoc.linking.packed_references import ResolvedFile
from mkdocs_repodoc.linking.project_metadata import read_project, repository_name
from mkdocs_repodoc.linking.reference_links import resolve_file
from mkdocs_repodoc.linking.relations import find_relations
from mkdocs_repodoc.linking.role_judge import Judgement, RoleJudge
from mkdocs_repodoc.linking.symbol_anchors import symbol_anchors
from mkdocs_repodoc.linking.tested_files import map_tests
from mkdocs_repodoc.linking.uses import Uses
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.model.repository import (
    Coverage,
    Importer,
    LineContexts,
    Links,
    OutlinedFiles,
    RepoFile,
    Repository,
    ResolvedImport,
)
from mkdocs_repodoc.settings import Settings

ResolveAll = Callable[[SymbolTable, Sequence[str]], Iterable[ResolvedFile]]
"""Resolves the references of many files; may use a cache or other processes."""


@dataclass(frozen=True, slots=True)
class LinkedRepository(Links):
    """Links with what the questions of single pages need."""

    resolver: Resolver
    index: Uses
    own_imports: Mapping[str, tuple[ResolvedImport, ...]]
    """The imports before those of compiled modules were led to their sources."""
    inheritance: Inheritance
    frequencies: Mapping[str, int]
    """Term → number of files that use it."""


class _Linked(NamedTuple):
    """What is known of the names before the files are weighed up."""

    resolver: Resolver
    uses: Uses
    own_imports: dict[str, tuple[ResolvedImport, ...]]
    imports: dict[str, tuple[ResolvedImport, ...]]
    imported_by: dict[str, tuple[Importer, ...]]
    compiled: CompiledModules
    inheritance: Inheritance


def link(
    files: Sequence[tuple[SourceFile, FileOutline, str]],
    details: Callable[[str], FileDetail],
    history: GitHistory,
    settings: Settings,
    resolve_all: ResolveAll | None = None,
    *,
    measured: LineContexts | None = None,
    previous: Repository | None = None,
) -> Repository:
    """Link the records of all files.

    Args:
        files: Every file with its outline and the key of its record.
        details: Reads the other half of a record; asked once for each file with references, one
            file after the other.
        history: What git knows.
        settings: Settings of the run.
        resolve_all: Resolves the references of the Python files with a symbol table, in any order;
            by default they are resolved here, one after the other.
        measured: What a run of the tests has measured, if anything.
        previous: The repository before an edit, for what has not changed since.

    Returns:
        The repository. Files, folders and links are in sorted order, so that equal input gives
        equal output.
    """
    entries = sorted(files, key=lambda entry: entry[0].path)
    outlines: OutlinedFiles = [(source, outline) for source, outline, _ in entries]
    before = previous.links if previous and isinstance(previous.links, LinkedRepository) else None
    old_table = before.resolver.table if before else None
    table = SymbolTable(outlines, old_table)
    resolver = Resolver(table)
    paths = [source.path for source, outline in outlines if is_python(source) or outline.refers]
    if resolve_all is None:
        resolved: Iterable[ResolvedFile] = _resolve(resolver, paths, details)
    else:
        resolved = sorted(resolve_all(table, paths), key=lambda file: file.path)
    uses = Uses(resolved, before.index if before else None)
    unchanged: frozenset[str] = frozenset()
    if old_table is not None and table.modules.finds_the_same_as(old_table.modules):
        unchanged = uses.unchanged.intersection(table.names)
    compiled = CompiledModules(outlines, resolver)
    known = {path: before.own_imports.get(path, ()) for path in unchanged} if before else {}
    own_imports = resolve_imports(resolver, outlines, known)
    imports = link_compiled(compiled, outlines, own_imports)
    imported_by = importers(outlines, imports)
    roles = _judge(outlines, imported_by, resolver)
    earlier = previous.files if previous else {}
    repo_files = {
        path: _file(entry, judgement, resolver, history, earlier.get(path))
        for entry, (path, judgement) in zip(entries, roles.items(), strict=True)
    }
    coverage = map_coverage(measured or {}, repo_files)
    inheritance = find_inheritance(resolver, before.inheritance if before else None, unchanged)
    linked = _Linked(resolver, uses, own_imports, imports, imported_by, compiled, inheritance)
    links = _links(repo_files, linked, coverage)
    project = read_project(repo_files)
    return Repository(
        name=repository_name(project, repo_files, settings),
        files=repo_files,
        folders=make_folders(repo_files),
        history=history,
        project=project,
        links=links,
    )


def _resolve(
    resolver: Resolver, paths: Sequence[str], details: Callable[[str], FileDetail]
) -> Iterator[ResolvedFile]:
    for path in paths:
        yield resolve_file(resolver, path, details(path))


def _judge(
    outlines: OutlinedFiles, imported_by: Mapping[str, Sequence[Importer]], resolver: Resolver
) -> dict[str, Judgement]:
    commands = set()
    for source, outline in outlines:
        for key, value in outline.facts:
            if key.startswith("script:") and ":" in value:
                found = resolver.table.modules.absolute(
                    source.path, value.partition(":")[0].split(".")
                )
                if found:
                    commands.add(resolver.table.modules.file(found[0]))
    judge = RoleJudge(
        lambda path: len({importer.path for importer in imported_by.get(path, ())}),
        resolver.table.modules.is_package,
        commands,
    )
    return {source.path: judge.judge(source, outline) for source, outline in outlines}


def _file(
    entry: tuple[SourceFile, FileOutline, str],
    judgement: Judgement,
    resolver: Resolver,
    history: GitHistory,
    before: RepoFile | None,
) -> RepoFile:
    source, outline, key = entry
    module = resolver.table.modules.names.get(source.path, "")
    if before is not None and before.outline is outline and before.module == module:
        anchors = before.anchors
    else:
        names = resolver.table.names.get(source.path)
        main = tuple(names.positions.values()) if names is not None else ()
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
    )


def _links(files: Mapping[str, RepoFile], linked: _Linked, coverage: Coverage) -> LinkedRepository:
    paths = list(files)
    outlines: OutlinedFiles = [(file.source, file.outline) for file in files.values()]
    imports, uses, inheritance = linked.imports, linked.uses, linked.inheritance
    loading, lines = import_graph(outlines, imports)
    dependencies = dependency_graph(outlines, imports, uses)
    tests_of, tested_by = map_tests(
        {path: file.role for path, file in files.items()}, imports, uses, coverage.lines
    )
    return LinkedRepository(
        imports=imports,
        imported_by=linked.imported_by,
        uses=uses,
        bases=inheritance.bases,
        subclasses=inheritance.subclasses,
        overrides=inheritance.overrides,
        overridden_by=inheritance.overridden_by,
        tests_of=tests_of,
        tested_by=tested_by,
        ranks=ranks(dependencies, paths),
        cycles=find_cycles(loading, lines),
        order=tuple(path for component in components(loading, paths) for path in component),
        coverage=coverage,
        relations=find_relations(files, linked.resolver, linked.compiled, imports),
        resolver=linked.resolver,
        index=uses,
        own_imports=linked.own_imports,
        inheritance=inheritance,
        frequencies=document_frequencies(outline for _, outline in outlines),
    )
