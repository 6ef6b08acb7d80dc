"""Entry points of a program or library: commands, `main`, plugins, applications, public names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.reexports import ExportsOf, passed_on
from mkdocs_repodoc.model.facts import InstalledCommand, Plugin
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)

Public = Sequence[tuple[SymbolRef, str]]
"""What a package offers: definition, and dotted public name."""
EntryKind = Literal[
    "command",  # a command that the project installs
    "module",  # `__main__` of a package
    "program",  # `main` of a language that starts there
    "script",  # a file that nobody imports, and whose code runs when it is started
    "plugin",  # what another program loads and calls
    "application",  # what a server calls
    "class creation",  # what a class statement runs
    "public",  # a function of the public API
]

_APPLICATION = re.compile(
    r"\((?:self, )?(?:environ\b.*, start_response\b|scope\b.*, receive\b.*, send\b)"
)
"""Parameters of a WSGI (PEP 3333) or ASGI application that is an object."""
_MAIN_PACKAGE = 0.1
"""Share of the repository's lines that a package has at least whose names are the public API."""
_HEAD_LINES = 8
"""Lines below its name over which the bases and the metaclass of a class may run."""
_METACLASS = re.compile(r"(?:^|\.)(?:type|ABCMeta|EnumMeta|EnumType)$")
"""Expressions that name a class of classes of the language or its library."""
_STARTED = re.compile(r"cli|main|bin|app|server|index")
"""Names of files that are started, without their endings."""
_UNTOLD = ("", "bin", "cmd", "src")
"""Folders that say nothing of the program in them."""
_LEAST_USERS = 2
"""Files that use a public function at least before a flow begins at it."""


class EntryPoint(NamedTuple):
    """A function, or the code of a module, from which the outside enters."""

    symbol: SymbolRef
    kind: EntryKind
    name: str
    """The command or program; the file; the class that is made; else the qualified name."""
    plugin: Plugin | None = None
    """What makes it known to another program, if that is how it is entered."""


def entry_points(
    repository: Repository,
    modules: Mapping[str, str],
    exports: ExportsOf,
    code_roles: frozenset[Role],
) -> Iterator[EntryPoint]:
    """Yield the entry points of a repository, the most certain kinds first.

    Args:
        repository: The linked repository.
        modules: Dotted module name → path.
        exports: What each file exports.
        code_roles: Roles of the files that make up the software itself.
    """
    for command in repository.project.commands:
        symbol = started_by(repository, modules, command)
        if symbol is not None:
            yield EntryPoint(symbol, "command", command.name)
    code = [file for file in repository.files.values() if file.role in code_roles]
    for file in code:
        if file.name == "__main__.py":
            yield EntryPoint(SymbolRef.of_file(file.path), "module", file.module)
    yield from _programs(repository, code)
    for plugin in repository.project.plugins:
        loaded = _definition(repository, modules, plugin)
        if loaded is not None:
            yield from _called_by_host(repository, loaded, plugin)
    for file in code:
        for position, member in enumerate(file.outline.symbols):
            if member.name.endswith(".__call__") and _APPLICATION.match(member.signature):
                ref = SymbolRef(file.path, position)
                owner = repository.qualified_name(ref).removesuffix(".__call__")
                yield EntryPoint(ref, "application", owner)
    public = _exported(repository, exports)
    yield from _made_by_metaclass(repository, public)
    yield from _public(repository, public)


def started_by(
    repository: Repository, modules: Mapping[str, str], command: InstalledCommand
) -> SymbolRef | None:
    """Return the definition that a command starts, or its file; `None` if it is elsewhere."""
    if command.path in repository.files:
        return SymbolRef.of_file(command.path)
    return _definition(repository, modules, command)


def is_in_main_package(repository: Repository, file: RepoFile) -> bool:
    """Tell whether a module is in a package that makes up a good part of the repository."""
    inside = file.module.count(".")
    parts = file.folder.split("/")
    package = "/".join(parts[: len(parts) - inside + 1])
    total = repository.folders[""].line_count
    return repository.folders[package].line_count >= _MAIN_PACKAGE * total


def _definition(
    repository: Repository, modules: Mapping[str, str], named: InstalledCommand | Plugin
) -> SymbolRef | None:
    """Return what a declared name means; the whole module where that is not known."""
    path = modules.get(named.module)
    if path is None:
        return None
    outline = repository.files[path].outline
    # What is imported is meant: a function of its name stands in for it where the import fails.
    for written, found in zip(
        outline.imports, repository.links.imports.get(path, ()), strict=False
    ):
        if found.symbol is not None and not written.scope and written.binding == named.object:
            return found.symbol
    for position, symbol in enumerate(outline.symbols):
        if symbol.name == named.object:
            return SymbolRef(path, position)
    return SymbolRef.of_file(path)


def _called_by_host(
    repository: Repository, loaded: SymbolRef, plugin: Plugin
) -> Iterator[EntryPoint]:
    """Yield what a host can call of a plugin: public methods of a class, functions of a module."""
    symbols = repository.files[loaded.path].outline.symbols
    if not loaded.is_file and symbols[loaded.position].kind in FUNCTIONS:
        yield EntryPoint(loaded, "plugin", plugin.object, plugin)
        return
    owner = "" if loaded.is_file else symbols[loaded.position].name
    for position, member in enumerate(symbols):
        around, _, name = member.name.rpartition(".")
        if around == owner and member.kind in FUNCTIONS and _is_offered(name, member):
            yield EntryPoint(SymbolRef(loaded.path, position), "plugin", member.name, plugin)


def _programs(repository: Repository, code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield where programs start of languages in which a module is no program by itself."""
    for file in code:
        if file.module:
            continue
        mains = [
            SymbolRef(file.path, position)
            for position, symbol in enumerate(file.outline.symbols)
            if symbol.kind in FUNCTIONS and symbol.name_line == file.outline.main_line
        ]
        for main in mains:
            yield EntryPoint(main, "program", _program_name(repository, file))
        if not mains and _runs_itself(repository, file):
            yield EntryPoint(SymbolRef.of_file(file.path), "script", file.path)


def _program_name(repository: Repository, file: RepoFile) -> str:
    """Return what a program is called: as its file, or as the folder of a file `main`."""
    stem = file.name.partition(".")[0]
    if stem.lower() != "main":
        return stem
    parts = [part for part in file.folder.split("/") if part not in _UNTOLD]
    return parts[-1] if parts else repository.name


def _runs_itself(repository: Repository, file: RepoFile) -> bool:
    """Tell whether a file is there to be started: nobody imports it, and its code calls others."""
    return (
        file.role == "source"
        and _STARTED.fullmatch(file.name.partition(".")[0]) is not None
        and not repository.links.imported_by.get(file.path)
        and not repository.links.implicit_importers.get(file.path)
        and any(
            site.called and not site.is_inside_symbol and not site.callee.is_file
            for site in repository.links.uses.calls(file.path)
        )
    )


def _made_by_metaclass(repository: Repository, public: Public) -> Iterator[EntryPoint]:
    """Yield `__new__` of a metaclass where a class of the public API is made by it."""
    for ref, name in public:
        if repository.symbol(ref).kind == Kind.CLASS:
            maker = _metaclass(repository, ref)
            if maker is not None:
                yield EntryPoint(maker, "class creation", name)


def _metaclass(repository: Repository, owner: SymbolRef) -> SymbolRef | None:
    """Return `__new__` of the class that the head of another one names, and not as a base."""
    symbol = repository.symbol(owner)
    for site in repository.links.uses.calls(owner.path):
        if not symbol.name_line <= site.line <= symbol.name_line + _HEAD_LINES:
            continue
        named = site.callee
        if named.is_file or not _is_metaclass(repository, named, set()):
            continue
        name = repository.symbol(named).name
        if any(name in base for base in symbol.bases):
            continue
        for position, member in enumerate(repository.files[named.path].outline.symbols):
            if member.name == f"{name}.__new__":
                return SymbolRef(named.path, position)
    return None


def _is_metaclass(repository: Repository, ref: SymbolRef, seen: set[SymbolRef]) -> bool:
    """Whether a class inherits from `type`, as far as the repository shows it."""
    seen.add(ref)
    if any(_METACLASS.search(base) for base in repository.symbol(ref).bases):
        return True
    bases = repository.links.bases.get(ref, ())
    return any(_is_metaclass(repository, base, seen) for base in bases if base not in seen)


def _public(repository: Repository, public: Public) -> Iterator[EntryPoint]:
    """Yield exported functions and methods of exported classes, the most used first."""
    uses = repository.links.uses
    found = []
    for ref, name in public:
        symbol = repository.symbol(ref)
        if symbol.kind == Kind.FUNCTION:
            found.append((uses.file_count(ref), ref, name))
        elif symbol.kind == Kind.CLASS:
            for position, member in enumerate(repository.files[ref.path].outline.symbols):
                owner, _, last = member.name.rpartition(".")
                method = SymbolRef(ref.path, position)
                if owner == symbol.name and member.kind in FUNCTIONS and _is_offered(last, member):
                    found.append((uses.file_count(method), method, f"{name}.{last}"))
    for users, ref, name in sorted(found, key=lambda each: (-each[0], each[1])):
        if users >= _LEAST_USERS:
            yield EntryPoint(ref, "public", name)


def _is_offered(name: str, member: Symbol) -> bool:
    return not name.startswith("_") and "deprecated" not in member.labels


def _exported(repository: Repository, exports: ExportsOf) -> Public:
    """Return what the main packages offer under their own name: definition, dotted public name."""
    total = repository.folders[""].line_count
    found = []
    for file in repository.files.values():
        is_top = file.role == "package" and file.module and "." not in file.module
        if is_top and repository.folders[file.folder].line_count >= _MAIN_PACKAGE * total:
            found += [
                (each.symbol, each.name)
                for each in passed_on(file, exports)
                if not each.symbol.is_file
                and "deprecated" not in repository.symbol(each.symbol).labels
            ]
    return found
