"""Real calls of a function or class, chosen to show how it is used."""

from __future__ import annotations

from typing import Literal

from mkdocs_repodoc.model.linked_symbols import (
    Example,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.repository import (
    TEST_ROLES,
    Repository,
    Role,
)

_MOST = 5
_MOST_LOOKED_AT = 500
"""A symbol that is called more often has good examples among these."""
_LONGEST = 12
"""Calls over more lines than this explain less than they hide."""
_CALLS = {"call", "decorator", "raise"}
_Source = Literal["example", "documentation", "test", "code"]
_SOURCES: dict[Role, _Source] = {
    "example": "example",
    "documentation": "documentation",
    **dict.fromkeys(TEST_ROLES, "test"),
}
_ORDER: tuple[_Source, ...] = ("example", "documentation", "test", "code")


def examples(repository: Repository, symbol: SymbolRef) -> tuple[Example, ...]:
    """Return up to five calls of a symbol.

    Calls in examples come first, then those in documentation, tests and the code itself. Among
    them those that pass several arguments are preferred, and each file gives one before any gives
    a second.
    """
    uses = [
        use
        for use in repository.links.uses.of(symbol)[:_MOST_LOOKED_AT]
        if use.kind in _CALLS and not _is_inside(repository, symbol, use)
    ]
    found = [_example(repository, use) for use in uses]
    found.sort(key=_worth)
    seen: dict[str, int] = {}
    turns = []
    for number, example in enumerate(found):
        turn = seen[example.path] = seen.get(example.path, 0) + 1
        turns.append(((_ORDER.index(example.source), turn, number), example))
    turns.sort(key=lambda entry: entry[0])
    return tuple(example for _, example in turns[:_MOST])


def _is_inside(repository: Repository, symbol: SymbolRef, use: Use) -> bool:
    """Whether a call stands in the symbol itself: recursion explains nothing to a user."""
    if use.path != symbol.path or symbol.is_file:
        return False
    definition = repository.symbol(symbol)
    return definition.line <= use.line <= definition.end_line


def _example(repository: Repository, use: Use) -> Example:
    source = _SOURCES.get(repository.files[use.path].role, "code")
    end = max(use.end_line, use.line)
    return Example(
        path=use.path,
        line=use.line,
        end_line=end,
        column=use.column,
        end_column=use.end_column,
        source=source,
        arguments=use.arguments,
    )


def _worth(example: Example) -> tuple[int, int, int, str, int]:
    long = example.end_line - example.line >= _LONGEST
    return (
        _ORDER.index(example.source),
        int(long),
        -min(example.arguments, 4),
        example.path,
        example.line,
    )
