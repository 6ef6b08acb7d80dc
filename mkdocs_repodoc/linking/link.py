"""Records → repository: everything that needs more than one file to be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.linking.across import find_relations
from mkdocs_repodoc.linking.anchors import symbol_anchors
from mkdocs_repodoc.linking.compiled import CompiledModules, link_compiled
from mkdocs_repodoc.linking.concepts import concepts, document_frequencies
from mkdocs_repodoc.linking.coverage import map_coverage
from mkdocs_repodoc.linking.dependencies import dependency_graph, find_cycles, import_graph
from mkdocs_repodoc.linking.external import external_names
from mkdocs_repodoc.linking.folders import make_folders
from mkdocs_repodoc.linking.graph import components, ranks
from mkdocs_repodoc.linking.imports import Files, importers, resolve_imports
from mkdocs_repodoc.linking.inheritance import find_inheritance
from mkdocs_repodoc.linking.project import read_project
from mkdocs_repodoc.linking.related import related
from mkdocs_repodoc.linking.resolution import resolve_file
from mkdocs_repodoc.linking.resolved import ResolvedFile
from mkdocs_repodoc.linking.resolver import Resolver
from mkdocs_repodoc.linking.roles import Judgement, RoleJudge
from mkdocs_repodoc.linking.table import SymbolTable, is_python
from mkdocs_repodoc.linking.testing import map_tests
from mkdocs_repodoc.linking.uses import Uses
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.model.repository import (
    Coverage,
    FileLinks,
    Importer,
    Links,
    Measured,
    RepoFile,
    Repository,
    ResolvedImport,
    SymbolRef,
)
from mkdocs_repodoc.settings import Settings

ResolveAll = Callable[[SymbolTable, Sequence[str]], Iterable[ResolvedFile]]
"""Resolves the references of many files; may use a cache or other processes."""


@dataclass(frozen=True, slots=True)
class LinkedRepository(Links):
    """Links with what the questions of single pages need."""

    resolver: Resolver
    index: Uses
    frequencies: Mapping[str, int]
    """Term → number of files that use it."""


def link(
    files: Sequence[tuple[SourceFile, FileOutline, str]],
    details: Callable[[str], FileDetail],
    history: GitHistory,
    settings: Settings,
    resolve_all: ResolveAll | None = None,
    *,
    measured: Measured | None = None,
    previous: SymbolTable | None = None,
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
        previous: The symbol table of the last build, for what has not changed since.

    Returns:
        The repository. Files, folders and links are in sorted order, so that equal input gives
        equal output.
    """
    entries = sorted(files, key=lambda entry: entry[0].path)
    outlines: Files = [(source, outline) for source, outline, _ in entries]
    table = SymbolTable(outlines, previous)
    resolver = Resolver(table)
    paths = [source.path for source, outline in outlines if is_python(source) or outline.refers]
    if resolve_all is None:
        resolved: Iterable[ResolvedFile] = _resolve(resolver, paths, details)
    else:
        resolved = sorted(resolve_all(table, paths), key=lambda file: file.path)
    sizes = {source.path: len(outline.symbols) for source, outline in outlines}
    uses = Uses(sizes, resolved)
    compiled = CompiledModules(outlines, resolver)
    imports = link_compiled(compiled, outlines, resolve_imports(resolver, outlines))
    imported_by = importers(outlines, imports)
    roles = _judge(outlines, imported_by, resolver)
    repo_files = {
        entry[0].path: _file(entry, roles[entry[0].path], resolver, history) for entry in entries
    }
    coverage = map_coverage(measured or {}, repo_files)
    links = _links(
        repo_files, resolver, uses, imports, imported_by, compiled=compiled, coverage=coverage
    )
    project = read_project(repo_files)
    return Repository(
        name=project.name or settings.root.name,
        files=repo_files,
        folders=make_folders(repo_files),
        history=history,
        project=project,
        links=links,
    )


def file_links(repository: Repository, path: str, detail: FileDetail) -> FileLinks:
    """Return what one file's page needs beyond the repository's links.

    Args:
        repository: The linked repository.
        path: The file.
        detail: The other half of its record; used where the repository was not made by `link`.
    """
    links = repository.links
    file = repository.files[path]
    if isinstance(links, LinkedRepository):
        references = links.index.references(path)
        frequencies, index = links.frequencies, links.index
    else:
        references = ()
        if is_python(file.source) or file.outline.refers:
            resolved = resolve_file(resolver_of(repository), path, detail)
            index = Uses(
                {p: len(f.outline.symbols) for p, f in repository.files.items()}, [resolved]
            )
            references = index.references(path)
        frequencies = document_frequencies(f.outline for f in repository.files.values())
        index = None
    return FileLinks(
        references,
        related(repository, path, index),
        concepts(file.outline, frequencies, len(repository.files)),
    )


def look_up(repository: Repository, path: str, scope: int, name: str) -> SymbolRef | None:
    """Find what a dotted name means as seen from a symbol.

    Args:
        repository: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As an annotation or a docstring has it: a name that is visible there, or a full
            dotted path.

    Returns:
        The definition, re-exports followed; `None` if the name means nothing in this repository.
    """
    dotted = dotted_name(name)
    if not dotted:
        return None
    resolver = resolver_of(repository)
    symbols = repository.files[path].outline.symbols
    inner = symbols[scope].name if 0 <= scope < len(symbols) else ""
    if path not in resolver.table.names:
        return None
    place = resolver.look_up(path, inner, dotted)
    if place is None:
        place = resolver.full_path(path, dotted)
    return resolver.definition(place)


def names_elsewhere(repository: Repository, path: str, scope: int, name: str) -> Iterator[str]:
    """Return the full names that a name may mean in other projects, the likeliest first.

    Args:
        repository: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As for `look_up`, which goes first.
    """
    dotted = dotted_name(name)
    return external_names(resolver_of(repository), path, scope, dotted) if dotted else iter(())


def resolver_of(repository: Repository) -> Resolver:
    """Return the resolver that a repository was linked with, or make one."""
    links = repository.links
    if isinstance(links, LinkedRepository):
        return links.resolver
    return Resolver(SymbolTable((file.source, file.outline) for file in repository.files.values()))


def dotted_name(name: str) -> str:
    """Return a name without the marks that docstrings put around it; empty if it is none."""
    dotted = name.strip().removeprefix("~").removesuffix("()").lstrip(".")
    return dotted if all(part.isidentifier() for part in dotted.split(".")) else ""


def _resolve(
    resolver: Resolver, paths: Sequence[str], details: Callable[[str], FileDetail]
) -> Iterator[ResolvedFile]:
    for path in paths:
        yield resolve_file(resolver, path, details(path))


def _judge(
    outlines: Files, imported_by: Mapping[str, Sequence[Importer]], resolver: Resolver
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
) -> RepoFile:
    source, outline, key = entry
    names = resolver.table.names.get(source.path)
    module = resolver.table.modules.names.get(source.path, "")
    main = tuple(names.positions.values()) if names is not None else ()
    role, evidence = judgement
    return RepoFile(
        source=source,
        outline=outline,
        key=key,
        role=role,
        role_evidence=evidence,
        module=module,
        anchors=symbol_anchors(module, outline.symbols, main),
        change=history.last_changes.get(source.path),
    )


def _links(
    files: Mapping[str, RepoFile],
    resolver: Resolver,
    uses: Uses,
    imports: dict[str, tuple[ResolvedImport, ...]],
    imported_by: dict[str, tuple[Importer, ...]],
    *,
    compiled: CompiledModules,
    coverage: Coverage,
) -> LinkedRepository:
    paths = list(files)
    outlines: Files = [(file.source, file.outline) for file in files.values()]
    loading, lines = import_graph(outlines, imports)
    dependencies = dependency_graph(outlines, imports, uses)
    inheritance = find_inheritance(resolver)
    tests_of, tested_by = map_tests(
        {path: file.role for path, file in files.items()}, imports, uses, coverage.lines
    )
    return LinkedRepository(
        imports=imports,
        imported_by=imported_by,
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
        relations=find_relations(files, resolver, compiled, imports),
        resolver=resolver,
        index=uses,
        frequencies=document_frequencies(outline for _, outline in outlines),
    )
