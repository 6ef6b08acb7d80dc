"""The functions that name most entries of a list: where each new one has its branch or its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.lists.registration import Form, Registration
from mkdocs_repodoc.insight.changing.lists.written_fields import WrittenFields
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

_CALLED = FUNCTIONS | {Kind.CONSTRUCTOR}
_LEAST = 3
"""Entries that a function names at least, which are such a share of them at least:"""
_SHARE = 0.5
_SHARES: Mapping[Form, float] = {"options": 0.25}
"""Functions share the options of a command between them."""
_MANY = 40
_SHARE_OF_MANY = 0.2
"""Share of so many entries that functions name which treat some of them alike."""
_OF_FIELDS = frozenset({"settings", "options"})
"""Lists whose entries are fields of a type."""
_MOST_MEMBERS = 200
"""Members of a list whose uses are looked at."""
_NO_USE = frozenset({"import", "definition", "annotation"})


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
    written: WrittenFields,
    is_test: Callable[[str, int], bool],
) -> list[EntryHandler]:
    """Return the functions that name most entries of a list, those that name more first.

    Members of an enumeration are found by their uses; fields of a type that holds settings by
    their names, in the files that use the type.

    Args:
        repository: The linked repository.
        found: The list.
        written: Finds the names of fields in files.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """
    named: dict[SymbolRef, dict[str, int]] = defaultdict(dict)
    share = _SHARE_OF_MANY if len(found.entries) > _MANY else _SHARES.get(found.form, _SHARE)
    least = max(_LEAST, len(found.entries) * share)
    if found.form in _OF_FIELDS:
        mentions = _written(repository, found, written, least)
    else:
        mentions = _used(repository, found)
    for function, entry, line in mentions:
        if not is_test(function.path, line):
            lines = named[function]
            lines[entry] = min(line, lines.get(entry, line))
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
            file = repository.files[use.path]
            is_code = file.role in CODE_ROLES and not file.source.origin
            if is_code and repository.symbol(use.user).kind in _CALLED:
                yield use.user, name, use.line


def _written(
    repository: Repository,
    found: Registration,
    written: WrittenFields,
    least: float,
) -> Iterator[tuple[SymbolRef, str, int]]:
    """Yield where functions that use a type, or belong to it, write the names of its fields.

    Files with fewer of the names than it takes are passed over.
    """
    own = repository.symbol(found.symbol).name
    names = frozenset(_last_name(repository.symbol(each).name) for each in found.members)
    users = {use.user for use in repository.links.uses.of(found.symbol)}
    for path in dict.fromkeys((found.symbol.path, *(each.path for each in users))):
        if repository.files[path].role not in CODE_ROLES:
            continue
        functions = [
            (ref, symbol)
            for position, symbol in enumerate(repository.files[path].outline.symbols)
            if symbol.kind in _CALLED
            and ((ref := SymbolRef(path, position)) in users or _is_member(symbol.name, own))
        ]
        fields = written.in_file(path, names, least) if functions else ()
        for ref, symbol in functions:
            for name, line in fields:
                if symbol.line <= line <= symbol.end_line:
                    yield ref, name, line


def _is_member(name: str, own: str) -> bool:
    return name.startswith((f"{own}.", f"{own}::"))


def _last_name(name: str) -> str:
    return name.replace("::", ".").rpartition(".")[2]
