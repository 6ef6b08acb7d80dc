"""The functions that run for the commands of a program, such as `git commit` for git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_repodoc.insight.flows.calls.field_functions import KeptFunction
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.paths import folder_of, is_below


def subcommands(programs: Sequence[EntryPoint], code: Sequence[RepoFile]) -> Iterator[EntryPoint]:
    """Yield the functions that are declared as commands of installed programs.

    Where there are several programs, a command belongs to the one in whose file it is declared.

    Args:
        programs: Where the installed programs start.
        code: The files that make up the software itself.
    """
    starts = {each.symbol for each in programs}
    for program in programs:
        path = program.symbol.path
        for file in code:
            is_its_own = is_below(file.path, folder_of(path)) if len(starts) == 1 else False
            if is_its_own or file.path == path:
                yield from _declared_in(file, program)


def handled_commands(
    programs: Sequence[EntryPoint], kept: Iterable[KeptFunction]
) -> Iterator[EntryPoint]:
    """Yield the functions that are kept for the commands of the only installed program.

    Args:
        programs: Where the installed programs start.
        kept: Functions that are kept under names, for commands or otherwise.
    """
    if len({each.symbol for each in programs}) == 1:
        for each in kept:
            if each.command:
                yield EntryPoint(each.symbol, "subcommand", f"{programs[0].name} {each.command}")


def _declared_in(file: RepoFile, program: EntryPoint) -> Iterator[EntryPoint]:
    """Yield the commands whose declaration is the head of a function."""
    declared = {each.line: each for each in file.outline.options if each.is_command}
    if not declared:
        return
    for position, symbol in enumerate(file.outline.symbols):
        option = declared.get(symbol.name_line) if symbol.kind in FUNCTIONS else None
        ref = SymbolRef(file.path, position)
        if option is not None and ref != program.symbol:
            name = " ".join(filter(None, (program.name, option.command, option.flags[0])))
            yield EntryPoint(ref, "subcommand", name)
