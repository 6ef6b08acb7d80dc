"""Entry points of a program or library: commands, `main`, plugins, applications, public names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.flows.entries.declared_entries import declared_entries
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.entries.field_commands import field_commands
from mkdocs_repodoc.insight.flows.entries.loaded_modules import at_work
from mkdocs_repodoc.insight.flows.entries.public_entries import public_entries
from mkdocs_repodoc.insight.flows.entries.subcommands import subcommands
from mkdocs_repodoc.insight.periphery.benchmarks import benchmark_files
from mkdocs_repodoc.insight.symbols.reexports import ExportsOf
from mkdocs_repodoc.languages.folder_files import runs_package
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.paths import stem_of

_STARTED = re.compile(r"cli|main|bin|app|server|index")
"""Names of files that are started, without their endings."""
_UNTOLD = ("", "bin", "cmd", "src")
"""Folders that say nothing of the program in them."""


def entry_points(
    repository: Repository,
    modules: Mapping[str, str],
    exports: ExportsOf,
    calls: CallGraph,
    code_roles: frozenset[Role],
) -> Iterator[EntryPoint]:
    """Yield the entry points of a repository, those that its metadata declares first.

    Args:
        repository: The linked repository.
        modules: Dotted module name → path.
        exports: What each file exports.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself.
    """
    declared = [
        at_work(repository, calls, code_roles, each)
        for each in declared_entries(repository, modules)
    ]
    yield from declared
    code = [
        file
        for file in repository.files.values()
        if file.role in code_roles and file.source.origin != "vendored"
    ]
    yield from subcommands([each for each in declared if each.kind == "command"], code)
    for file in code:
        if (packages := runs_package(file)) is not None:
            package = file.module.removesuffix(f".{stem_of(file.name)}")
            command = f"{packages.runs} {package}"
            yield EntryPoint(SymbolRef.of_file(file.path), "module", file.module, command=command)
    benchmarks = benchmark_files(repository)
    programs = list(_programs(repository, [file for file in code if file.path not in benchmarks]))
    yield from programs
    yield from field_commands(
        repository, [each for each in programs if each.kind == "program"], code
    )
    yield from _applications(repository, code)
    yield from public_entries(repository, code, exports, calls)


def _applications(repository: Repository, code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield the methods by which a server calls an object for each request."""
    for file in code:
        objects = language_named(file.source.language).objects
        if isinstance(objects, Absent):
            continue
        called = f".{objects.called}"
        for position, member in enumerate(file.outline.symbols):
            if member.name.endswith(called) and objects.application.match(member.signature):
                ref = SymbolRef(file.path, position)
                owner = repository.qualified_name(ref).removesuffix(called)
                yield EntryPoint(ref, "application", owner)


def _programs(repository: Repository, code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield where programs start of languages in which a module is no program by itself."""
    mains = {file.path: _mains(file) for file in code if not file.module}
    is_only = sum(_is_main(repository.files[path]) for path, found in mains.items() if found) == 1
    named = {each.path: each.name for each in reversed(repository.project.commands) if each.path}
    for path, found in mains.items():
        file = repository.files[path]
        for main in found:
            name = named.get(path) or _program_name(file, is_only=is_only) or repository.name
            yield EntryPoint(main, "program", name)
        if not found and _runs_itself(repository, file):
            yield EntryPoint(SymbolRef.of_file(path), "script", path)


def _mains(file: RepoFile) -> list[SymbolRef]:
    return [
        SymbolRef(file.path, position)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind in FUNCTIONS and symbol.name_line == file.outline.main_line
    ]


def _is_main(file: RepoFile) -> bool:
    return stem_of(file.name).lower() == "main"


def _program_name(file: RepoFile, *, is_only: bool) -> str:
    """Return what a program is called: as its file, or as the folder of a file `main`.

    Args:
        file: Where the program starts.
        is_only: Whether no other program starts in a file `main`.

    Returns:
        The name; empty where it is that of the repository.
    """
    if not _is_main(file):
        return stem_of(file.name)
    parts = file.folder.split("/")
    while parts and parts[-1] in _UNTOLD:
        parts.pop()
    if not parts or (is_only and parts[:-1] and parts[-2] not in _UNTOLD):
        return ""
    return parts[-1]


def _runs_itself(repository: Repository, file: RepoFile) -> bool:
    """Tell whether a file is there to be started: nobody imports it, and its code calls others."""
    return (
        file.role in {"source", "script"}
        and _STARTED.fullmatch(stem_of(file.name)) is not None
        and not repository.links.imported_by.get(file.path)
        and not repository.links.implicit_importers.get(file.path)
        and any(
            site.called and not site.is_inside_symbol and not site.callee.is_file
            for site in repository.links.uses.calls(file.path)
        )
    )
