"""Commands of a program that are fields of a struct, whose types do their work.

A library such as Kong or go-flags finds them by the tags of the fields, and calls a method of the
type of the one that somebody has asked for: no line of the program calls it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository

_STARTED = ("Run", "Execute")
"""Methods by which the libraries start a command: Kong's, go-flags'."""


def field_commands(
    repository: Repository, programs: Sequence[EntryPoint], code: Sequence[RepoFile]
) -> Iterator[EntryPoint]:
    """Yield the methods that run for the commands of the only program, in the order of the fields.

    Commands of commands are left out: their full names stand in two places.

    Args:
        repository: The linked repository.
        programs: Where programs start.
        code: The files that make up the software itself.
    """
    if len(programs) != 1:
        return
    fields = {(file.path, line): each for file in code for line, each in _fields(file)}
    types = dict(_types(repository, code, fields)) if fields else {}
    for at, (owner, name) in fields.items():
        kind = types.get(at)
        is_nested = owner in types.values()
        method = _started(repository, kind) if kind is not None and not is_nested else None
        if method is not None:
            yield EntryPoint(method, "subcommand", f"{programs[0].name} {name}")


def _fields(file: RepoFile) -> Iterator[tuple[int, tuple[SymbolRef | None, str]]]:
    """Yield the line of each field that declares a command, with its struct and the command."""
    commands = {each.line: each.flags[0] for each in file.outline.options if each.is_command}
    symbols = file.outline.symbols if commands else ()
    positions = {symbol.name: position for position, symbol in enumerate(symbols)}
    for symbol in symbols:
        if symbol.kind == Kind.FIELD and symbol.name_line in commands:
            owner = positions.get(split_name(symbol.name)[0])
            struct = SymbolRef(file.path, owner) if owner is not None else None
            yield symbol.name_line, (struct, commands[symbol.name_line])


def _types(
    repository: Repository, code: Sequence[RepoFile], lines: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], SymbolRef]]:
    """Yield the structs that are the types of fields, with the path and line of each field."""
    for file in code:
        for position, symbol in enumerate(file.outline.symbols):
            ref = SymbolRef(file.path, position)
            for use in repository.links.uses.of(ref) if symbol.kind == Kind.STRUCT else ():
                if (use.path, use.line) in lines:
                    yield (use.path, use.line), ref


def _started(repository: Repository, kind: SymbolRef) -> SymbolRef | None:
    """Return the method of a type that a library calls to run it as a command."""
    name = repository.symbol(kind).name
    folder = repository.folders[repository.files[kind.path].folder]
    for path in folder.files:
        for position, member in enumerate(repository.files[path].outline.symbols):
            around, last = split_name(member.name)
            if around == name and last in _STARTED and member.kind in FUNCTIONS:
                return SymbolRef(path, position)
    return None
