"""Entry points of a library: what its main packages export, and what a class statement runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.symbols.reexports import ExportsOf
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.folder_files import stands_for_folder
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.object_protocol import ObjectProtocol
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository
from mkdocs_repodoc.paths import ancestors, prefix_of

_Public = Sequence[tuple[SymbolRef, str]]
"""What a package offers: definition, and dotted public name."""
_MAIN_PACKAGE = 0.1
"""Share of the repository's lines that a package has at least whose names are the public API."""
_HEAD_LINES = 8
"""Lines below its name over which the bases and the metaclass of a class may run."""
_SEPARATOR = re.compile(r"\W+")
"""Between the parts of a name."""
_LEAST_USERS = 2
"""Files that use a public function at least before a flow begins at it."""


def public_entries(
    repository: Repository, code: Sequence[RepoFile], exports: ExportsOf, calls: CallGraph
) -> Iterator[EntryPoint]:
    """Yield what class statements of the public API run, and then its functions and methods.

    Where no package gathers what it offers, each definition says for itself that it is public.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        exports: What each file exports.
        calls: Its call graph.
    """
    if public := _exported(repository, exports):
        yield from _made_by_metaclass(repository, public)
        yield from _public(repository, calls, public)
    elif not repository.project.commands:  # what a program shows is for itself alone
        yield from _visible(repository, code)
    yield from _bridged(code)


def is_in_main_package(repository: Repository, file: RepoFile) -> bool:
    """Tell whether a module is in a package that makes up a good part of the repository."""
    inside = file.module.count(".")
    parts = file.folder.split("/")
    package = "/".join(parts[: len(parts) - inside + 1])
    total = repository.folders[""].line_count
    return repository.folders[package].line_count >= _MAIN_PACKAGE * total


def _made_by_metaclass(repository: Repository, public: _Public) -> Iterator[EntryPoint]:
    """Yield the class maker of a metaclass where a class of the public API is made by it."""
    for ref, name in public:
        if repository.symbol(ref).kind == Kind.CLASS:
            objects = language_named(repository.files[ref.path].source.language).objects
            maker = None if isinstance(objects, Absent) else _metaclass(repository, ref, objects)
            if maker is not None:
                yield EntryPoint(maker, "class creation", name)


def _metaclass(
    repository: Repository, owner: SymbolRef, objects: ObjectProtocol
) -> SymbolRef | None:
    """Return the class maker of the class that the head of another one names, and not as a base."""
    symbol = repository.symbol(owner)
    for site in repository.links.uses.calls(owner.path):
        if not symbol.name_line <= site.line <= symbol.name_line + _HEAD_LINES:
            continue
        named = site.callee
        if named.is_file or not _is_metaclass(repository, named, objects):
            continue
        name = repository.symbol(named).name
        if any(name in base for base in symbol.bases):
            continue
        for position, member in enumerate(repository.files[named.path].outline.symbols):
            if member.name == f"{name}.{objects.class_maker}":
                return SymbolRef(named.path, position)
    return None


def _is_metaclass(repository: Repository, ref: SymbolRef, objects: ObjectProtocol) -> bool:
    """Whether a class inherits from one of classes, as far as the repository shows it."""
    waiting, seen = [ref], {ref}
    while waiting:
        this = waiting.pop()
        if any(objects.metaclasses.search(base) for base in repository.symbol(this).bases):
            return True
        further = set(repository.links.bases.get(this, ())) - seen
        seen |= further
        waiting += further
    return False


def _public(repository: Repository, calls: CallGraph, public: _Public) -> Iterator[EntryPoint]:
    """Yield exported functions and methods of exported classes, the most used first.

    What an exported constant holds is made by the functions that its definition calls.
    """
    uses = repository.links.uses
    found = []
    for ref, name in public:
        symbol = repository.symbol(ref)
        if symbol.kind == Kind.FUNCTION:
            found.append((uses.file_count(ref), ref, name))
        elif symbol.kind in GLOBALS:
            made = _made_in(calls, ref, range(symbol.line, symbol.end_line + 1))
            found += [(uses.file_count(ref), maker, name) for maker in made]
        elif symbol.kind == Kind.CLASS:
            found += [
                (uses.file_count(used), method, called)
                for method, used, called in _methods(repository, ref, name)
            ]
    for users, ref, name in sorted(found, key=lambda each: (-each[0], each[1])):
        if users >= _LEAST_USERS:
            yield EntryPoint(ref, "public", name)


def _methods(
    repository: Repository, owner: SymbolRef, name: str
) -> Iterator[tuple[SymbolRef, SymbolRef, str]]:
    """Yield the methods that a class offers, each with what shows its use and its public name.

    Whoever makes an object may call it, by any name.
    """
    file = repository.files[owner.path]
    objects = language_named(file.source.language).objects
    called = "" if isinstance(objects, Absent) else objects.called
    for position, member in enumerate(file.outline.symbols):
        outer, _, last = member.name.rpartition(".")
        method = SymbolRef(owner.path, position)
        if outer != repository.symbol(owner).name or member.kind not in FUNCTIONS:
            continue
        if last == called:
            yield method, owner, name
        elif is_offered(last, member):
            yield method, method, f"{name}.{last}"


def _made_in(calls: CallGraph, constant: SymbolRef, lines: range) -> list[SymbolRef]:
    of_module = calls.callees(SymbolRef.of_file(constant.path))
    return [each.symbol for each in of_module if each.called and each.line in lines]


def _visible(repository: Repository, code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield the public functions and methods of languages without modules, the most used first."""
    found = []
    for file in code:
        if file.module or file.role != "source":
            continue
        hidden = {
            each.name
            for each in file.outline.symbols
            if not each.public or "deprecated" in each.labels
        }
        for position, symbol in enumerate(file.outline.symbols):
            parts = _SEPARATOR.split(symbol.name)
            is_public = symbol.public and symbol.kind in FUNCTIONS and parts[0] not in hidden
            if is_public and "deprecated" not in symbol.labels:
                ref = SymbolRef(file.path, position)
                found.append((repository.links.uses.file_count(ref), ref, ".".join(parts)))
    for users, ref, name in sorted(found, key=lambda each: (-each[0], each[1])):
        if users >= _LEAST_USERS:
            yield EntryPoint(ref, "visible", name)


def _bridged(code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield what code offers to programs in another language: functions, methods of types."""
    for file in code:
        bridged = language_named(file.source.language).bridged
        symbols = file.outline.symbols if bridged else ()
        offered = {
            each.name
            for each in symbols
            if each.kind in NOUNS and bridged.intersection(each.labels)
        }
        for position, symbol in enumerate(symbols):
            around, last = split_name(symbol.name)
            is_member = around in offered and symbol.public and is_offered(last, symbol)
            if symbol.kind in FUNCTIONS and (is_member or bridged.intersection(symbol.labels)):
                name = ".".join(_SEPARATOR.split(symbol.name))
                yield EntryPoint(SymbolRef(file.path, position), "public", name)


def is_offered(name: str, member: Symbol) -> bool:
    """Tell whether a member of a class, or a function of a module, is there for others.

    Args:
        name: The last part of its name.
        member: The member.
    """
    return not name.startswith("_") and "deprecated" not in member.labels


def _exported(repository: Repository, exports: ExportsOf) -> _Public:
    """Return what the main packages offer under their own name: definition, dotted public name."""
    found = []
    for file in main_packages(repository):
        inside = prefix_of(file.folder)
        unnamed = language_named(file.source.language).unnamed_exports
        for name, ref in exports(file.path).items():
            if ref.is_file or not ref.path.startswith(inside):
                continue
            symbol = repository.symbol(ref)
            if "deprecated" not in symbol.labels:
                named = symbol.name if name in unnamed else name
                found.append((ref, f"{file.module}.{named}" if file.module else named))
    return found


def main_packages(repository: Repository) -> Iterator[RepoFile]:
    """Yield the files that stand for the folders with most of the code, the outermost ones.

    Args:
        repository: The linked repository.
    """
    total = repository.folders[""].line_count
    outermost: set[str] = set()
    files = sorted(repository.files.values(), key=lambda each: (each.folder.count("/"), each.path))
    for file in files:
        is_top = (
            file.role in {"package", "source"}
            and "." not in file.module
            and stands_for_folder(file)
            and repository.folders[file.folder].line_count >= _MAIN_PACKAGE * total
        )
        if is_top and outermost.isdisjoint((file.folder, *ancestors(file.folder))):
            outermost.add(file.folder)
            if not _holds_tests(repository, file.folder):
                yield file


def _holds_tests(repository: Repository, folder: str) -> bool:
    """Tell whether most of the files below a folder are tests."""
    inside = prefix_of(folder)
    files = [file for path, file in repository.files.items() if path.startswith(inside)]
    return 2 * sum(file.role in TEST_ROLES for file in files) > len(files)
