"""The commands that take options which a type holds: `Grind GrindOptions` of a parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import Repository

Declared = tuple[str, Option]
"""Path of a file, and an option that it declares."""
_Line = tuple[str, int]
"""Path and line of a declaration."""


def with_commands(repository: Repository, declared: Sequence[Declared]) -> list[Declared]:
    """Return options with the commands in whose declarations the types stand that hold them.

    A command that says nothing of itself is told by what such a type says.

    Args:
        repository: The linked repository.
        declared: Path and option or command.
    """
    commands = {(path, each.line): each for path, each in declared if each.is_command}
    if not commands:
        return [*declared]
    holders = {
        (path, each.line): holder
        for path, each in declared
        if not each.is_command and (holder := _holder(repository, path, each.line))
    }
    takers = dict(_takers(repository, {path for path, _ in declared}, commands))
    about: dict[_Line, str] = {}
    for ref, lines in takers.items():
        symbol = repository.symbol(ref)
        for at in lines:
            if ref in holders.values() or _is_named(symbol.bare_name, commands[at]):
                about.setdefault(at, symbol.summary)
    return [
        (path, _completed((path, each.line), each, commands, takers.get(ref, ()), about))
        for path, each in declared
        for ref in [holders.get((path, each.line), SymbolRef.of_file(path))]
    ]


def without_roots(repository: Repository, declared: Sequence[Declared]) -> list[Declared]:
    """Return options and commands without those that have the name of the program.

    Their options are the program's. A command that stands alone is kept, as it may be all there is.

    Args:
        repository: The linked repository.
        declared: Path and option or command.
    """
    names = {repository.name, *(each.name for each in repository.project.commands)}
    commands = {_called(each) for _, each in declared if each.is_command}
    roots = commands & names
    if not roots or commands == roots:
        return [*declared]
    return [
        (path, structs.replace(each, command="") if each.command in roots else each)
        for path, each in declared
        if not (each.is_command and _called(each) in roots)
    ]


def _called(command: Option) -> str:
    """Return the name of a command from how it is used: `serve` of `serve <dir>`."""
    return next(iter(command.flags[0].split()), "")


def _takers(
    repository: Repository, paths: set[str], commands: Mapping[_Line, Option]
) -> Iterator[tuple[SymbolRef, Sequence[_Line]]]:
    """Yield the types that stand in declarations of commands, with where these are."""
    for path in paths:
        for position, symbol in enumerate(repository.files[path].outline.symbols):
            ref = SymbolRef(path, position)
            if symbol.kind in NOUNS:
                lines = {(use.path, use.line) for use in repository.links.uses.of(ref)}
                if found := sorted(lines & commands.keys()):
                    yield ref, found


def _completed(
    at: _Line,
    option: Option,
    commands: Mapping[_Line, Option],
    takers: Sequence[_Line],
    about: Mapping[_Line, str],
) -> Option:
    if option.is_command:
        return structs.replace(option, help=option.help or about.get(at, ""))
    names = dict.fromkeys(commands[each].flags[0] for each in takers)
    return structs.replace(option, command=option.command or ", ".join(names))


def _is_named(name: str, command: Option) -> bool:
    return name.lower() == command.flags[0].replace("-", "").lower()


def _holder(repository: Repository, path: str, line: int) -> SymbolRef | None:
    """Return the innermost type around a line."""
    found = None
    for position, symbol in enumerate(repository.files[path].outline.symbols):
        if symbol.kind in NOUNS and symbol.line <= line <= symbol.end_line:
            found = SymbolRef(path, position)
    return found
