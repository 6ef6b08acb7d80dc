"""The functions that name most entries of a list: where each new one has its branch or its line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.registration import Registration
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_CALLED = FUNCTIONS | {Kind.CONSTRUCTOR}
_LEAST = 3
"""Entries that a function names at least, which are half of them at least."""
_MOST_MEMBERS = 80
"""Members of a list whose uses are looked at."""
_NO_USE = frozenset({"import", "definition", "annotation"})
_WORD = re.compile(r"[\w$]+")


class EntryHandler(NamedTuple):
    """A function that deals with most entries of a list."""

    function: SymbolRef
    line: int
    """Where it names the first of them."""
    number: int
    """How many it names."""


def entry_handlers(
    repository: Repository,
    found: Registration,
    read_lines: Callable[[str], Sequence[str]],
    is_test: Callable[[str, int], bool],
) -> list[EntryHandler]:
    """Return the functions that name most entries of a list, those that name more first.

    Members of an enumeration are found by their uses; fields of a type that holds settings by
    their names, in the files that use the type.

    Args:
        repository: The linked repository.
        found: The list.
        read_lines: Path → the lines of the file.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """
    named: dict[SymbolRef, dict[str, int]] = defaultdict(dict)
    if found.form == "settings":
        mentions = _written(repository, found, read_lines)
    else:
        mentions = _used(repository, found)
    for function, entry, line in mentions:
        if not is_test(function.path, line):
            lines = named[function]
            lines[entry] = min(line, lines.get(entry, line))
    least = max(_LEAST, len(found.entries) / 2)
    handlers = [
        EntryHandler(function, min(lines.values()), len(lines))
        for function, lines in named.items()
        if len(lines) >= least
    ]
    return sorted(handlers, key=lambda each: (-each.number, each.function))


def _used(repository: Repository, found: Registration) -> Iterator[tuple[SymbolRef, str, int]]:
    """Yield where functions use members of a list: the function, the member and the line."""
    for member in found.members[:_MOST_MEMBERS]:
        name = repository.symbol(member).name
        for use in repository.links.uses.of(member):
            if use.kind in _NO_USE or use.user.is_file or use.user == found.symbol:
                continue
            is_code = repository.files[use.path].role in CODE_ROLES
            if is_code and repository.symbol(use.user).kind in _CALLED:
                yield use.user, name, use.line


def _written(
    repository: Repository, found: Registration, read_lines: Callable[[str], Sequence[str]]
) -> Iterator[tuple[SymbolRef, str, int]]:
    """Yield where functions write the names of fields, in the files that use their type."""
    wanted = frozenset(found.entries)
    uses = repository.links.uses.of(found.symbol)
    paths = dict.fromkeys((found.symbol.path, *(use.path for use in uses)))
    for path in paths:
        if repository.files[path].role not in CODE_ROLES:
            continue
        lines = read_lines(path)
        for position, symbol in enumerate(repository.files[path].outline.symbols):
            if symbol.kind in _CALLED:
                for line in range(symbol.line, min(symbol.end_line, len(lines)) + 1):
                    for name in wanted.intersection(_WORD.findall(lines[line - 1])):
                        yield SymbolRef(path, position), name, line
