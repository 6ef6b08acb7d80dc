"""Types whose fields have a value at first that their public methods change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.facts import StartingValue
from mkdocs_repodoc.model.kinds import CALLING, HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile


class StartedField(NamedTuple):
    """A field, and what changes it."""

    setter: SymbolRef
    """The method, or the property whose value does."""
    value: StartingValue


class StartedType(NamedTuple):
    """A type with what one gets of it without setting anything."""

    symbol: SymbolRef
    fields: tuple[StartedField, ...]


def started_types(file: RepoFile) -> Iterator[StartedType]:
    """Yield the types of a file with such fields, in source order."""
    found: dict[int, list[StartedField]] = {}
    for fact in file.outline.facts_of(StartingValue):
        owner = _around(file, fact.line, NOUNS)
        setter = _around(file, fact.changed_line, CALLING | HELD)
        if owner is not None and setter is not None and file.outline.symbols[setter].public:
            field = StartedField(SymbolRef(file.path, setter), fact)
            found.setdefault(owner, []).append(field)
    for position in sorted(found):
        yield StartedType(SymbolRef(file.path, position), tuple(found[position]))


def _around(file: RepoFile, line: int, kinds: frozenset[str]) -> int | None:
    """Return the innermost symbol of some kinds around a line."""
    around = [
        position
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind in kinds and symbol.line <= line <= symbol.end_line
    ]
    return max(around, key=lambda each: file.outline.symbols[each].line, default=None)
